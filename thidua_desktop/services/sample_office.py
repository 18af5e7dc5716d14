"""The whole sample office, and a file of it that is made once and then opened again and again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from thidua_desktop.common.progress import Progress, current, watched
from thidua_desktop.domain.first_steps import SAMPLE_FILE
from thidua_desktop.domain.stages import Stage
from thidua_desktop.services import demo, demo_councils, demo_findings, demo_reports
from thidua_desktop.services.container import Services

FILE = SAMPLE_FILE
FOLDER = "van-phong-mau"
_PARTS = 4
_UNFINISHED = "van-phong-mau.dang-lap"


def fill(services: Services, folder: Path, year: int) -> demo.Demo:
    """Put everything of the sample office into a new file; the sample plan is written into ``folder``.

    Raises:
        Cancelled: between two parts; the file is not whole then.
    """
    outside = current()
    outside.step(0, _PARTS, Stage.SAMPLE)
    with watched(Progress()):  # what its parts tell of themselves is not what is waited for
        made = demo.build(services, folder, year)
        outside.step(1, _PARTS, Stage.SAMPLE)
        demo_findings.build(services, made.round_id)
        outside.step(2, _PARTS, Stage.SAMPLE)
        demo_councils.build(services, year)
        outside.step(3, _PARTS, Stage.SAMPLE)
        demo_reports.build(services, year)
    return made


def kept_in(data: Path, opened: Callable[[Path], Services]) -> Path:
    """The file of the sample office below the data folder; made unless it is there, with what was tried in it.

    It is made aside: a program that ends meanwhile leaves no half of it.
    """
    store = data / FOLDER / FILE
    if store.exists():
        return store
    aside = data / _UNFINISHED
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    with opened(aside / FILE) as services:
        fill(services, aside, services.today().year)
    if store.parent.exists():
        shutil.copytree(aside, store.parent, dirs_exist_ok=True)
        shutil.rmtree(aside)
    else:
        aside.rename(store.parent)
    return store
