"""The screens with most in them at 150 % and 200 %, light and dark, on large and on small displays.

Each scale is a process of its own, which looks at several screens: Qt learns the scale once.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.examining.elsewhere import DAY
from thidua_desktop.bootstrap import open_services
from thidua_desktop.services import demo

ROOMS = {"1.5": "1280x649,911x441", "2": "960x469,683x313"}
"""What title bar and task bar leave of 1920×1080 and of 1366×768 dots at each scale."""
CROWDED = (
    *("ke-hoach", "xem-lai-truoc-khi-luu", "lap-ke-hoach-nam-sau", "lich-nam", "lich-quy", "lich-thang", "lich-tuan"),
    *("lich-danh-sach", "lich-nhiem-vu", "lich-cac-buoc", "nhiem-vu-lap-lai", "lap-lich-nguoc", "nhac-viec"),
    *("de-nghi", "nhan-danh-sach", "nhan-danh-sach-xet-dieu-kien", "nhan-ca-thu-muc"),
)
TOGETHER = 9
"""So many screens share a process: more would take longer than a test may."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample office."""
    folder = tmp_path_factory.mktemp("van-phong")
    with open_services(folder / "co-quan.tdkt", create=True, today=lambda: DAY) as services:
        demo.build(services, folder, DAY.year)
    return folder


@pytest.mark.screens
@pytest.mark.timeout(400)
@pytest.mark.parametrize("scale", ROOMS)
@pytest.mark.parametrize("at", range(0, len(CROWDED), TOGETHER))
def test_screens_can_be_read_at_another_scale(office: Path, tmp_path: Path, scale: str, at: int) -> None:
    names = CROWDED[at : at + TOGETHER]
    copied = shutil.copytree(office, tmp_path / "van-phong")
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.examining.elsewhere", copied / "co-quan.tdkt", "full", ROOMS[scale], *names],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    assert set(found) == set(names)
    assert {name: faults for name, faults in found.items() if faults} == {}
