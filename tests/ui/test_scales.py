"""Screens at 150 % and 200 %, light and dark, on large and on small displays: the crowded often, all of them seldom.

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

from tests.ui.examining.elsewhere import DAY, SCREENS
from thidua_desktop.bootstrap import open_services
from thidua_desktop.services import demo

STORE = "co-quan.tdkt"
ROOMS = {"1.5": "1280x649,911x441", "2": "960x469,683x313"}
"""What title bar and task bar leave of 1920×1080 and of 1366×768 dots at each scale."""
CROWDED = (
    *("ke-hoach", "xem-lai-truoc-khi-luu", "lap-ke-hoach-nam-sau", "lich-nam", "lich-quy", "lich-thang", "lich-tuan"),
    *("lich-danh-sach", "lich-nhiem-vu", "lich-cac-buoc", "nhiem-vu-lap-lai", "lap-lich-nguoc", "nhac-viec"),
    *("de-nghi", "nhan-danh-sach", "nhan-danh-sach-xet-dieu-kien", "nhan-ca-thu-muc"),
)
TOGETHER, AT_MOST = 9, 20
"""So many screens share a process, of the crowded and of all: more would take longer than a test may."""
BATCHES = [(kind, at) for kind, each in SCREENS.items() for at in range(0, len(each), AT_MOST)]


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders of the sample office and of one that has only been named."""
    folders = {kind: tmp_path_factory.mktemp(kind) for kind in SCREENS}
    with open_services(folders["full"] / STORE, create=True, today=lambda: DAY) as services:
        demo.build(services, folders["full"], DAY.year)
    with open_services(folders["empty"] / STORE, create=True, today=lambda: DAY) as services:
        services.office.save(demo.OFFICE)
    return folders


@pytest.mark.screens
@pytest.mark.timeout(400)
@pytest.mark.parametrize("scale", ROOMS)
@pytest.mark.parametrize("at", range(0, len(CROWDED), TOGETHER))
def test_crowded_screens_can_be_read_at_another_scale(
    offices: dict[str, Path], tmp_path: Path, scale: str, at: int
) -> None:
    copied = shutil.copytree(offices["full"], tmp_path / "van-phong")
    assert _faults(copied, "full", scale, CROWDED[at : at + TOGETHER]) == {}


@pytest.mark.scales
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("scale", ROOMS)
@pytest.mark.parametrize(("kind", "at"), BATCHES)
def test_every_screen_can_be_read_at_another_scale(
    offices: dict[str, Path], tmp_path: Path, scale: str, kind: str, at: int
) -> None:
    copied = shutil.copytree(offices[kind], tmp_path / "van-phong")
    names = tuple(screen.name for screen in SCREENS[kind][at : at + AT_MOST])
    assert _faults(copied, kind, scale, names) == {}


def _faults(office: Path, kind: str, scale: str, names: tuple[str, ...]) -> dict[str, list[str]]:
    """What is wrong with screens of an office, by name, seen by a process that has this scale from its start."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.examining.elsewhere", office / STORE, kind, ROOMS[scale], *names],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    assert set(found) == set(names)
    return {name: faults for name, faults in found.items() if faults}
