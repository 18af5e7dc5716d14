"""Nothing blocks the window for long: the longest silence of its event loop in each long job, on a large office.

Run with ``pytest -m bench -s tests/bench``; the machine should have nothing else to do.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import large_office
from tests.bench.large_office import YEAR
from tests.bench.office import Office, as_the_program_runs
from thidua_desktop import app
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.plans import PlanDraft
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.preferences import Preferences

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

LIMIT_MS = 50
"""The promise of DESIGN §9 for work that goes on while the clerk does something else."""
DRAWING_MS = 250
"""What one screen may take to draw itself anew, which no other thread can do for it."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return large_office.build(tmp_path_factory.mktemp("lon") / "lon.tdkt")


@pytest.fixture
def program(qapp: QApplication, preferences: Preferences, tmp_path: Path) -> Iterator[app.Program]:
    with as_the_program_runs():
        made = app.Program(qapp, CrashReporter(tmp_path / "nhat-ky"), preferences)
        yield made
        made.close()


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "giao-dien.ini")


@pytest.fixture
def office(qapp: QApplication, program: app.Program, large: Path, tmp_path: Path) -> Office:
    made = Office(qapp, program)
    path = Path(shutil.copy(large, tmp_path / "lon.tdkt"))
    made.job("open", lambda: program.open(path))
    made.window.show_year(YEAR)
    return made


def test_work_in_the_background(office: Office, tmp_path: Path) -> None:
    """Backup with its proof, restore, papers, a plan of a thousand items read and kept."""
    window = office.window
    services = window.services
    document = tmp_path / "kế hoạch.txt"
    document.write_text(plan_text(1_000), encoding="utf-8")
    drafts: list[PlanDraft] = []
    office.job("backup with proof", lambda: office.work(partial(services.backups.make, Reason.BY_HAND)))
    office.job(
        "read a plan of 1 000 items",
        lambda: window.runner.run(partial(services.imports.read_plan, document), drafts.append, label="Đang đọc…"),
    )
    office.job("keep it", lambda: office.work(partial(services.imports.store_plan, drafts[0])))
    office.job("tracker out", lambda: office.work(partial(services.trackers.export, YEAR, tmp_path / "x.xlsx")))
    newest = services.backups.all()[0].path
    office.job("restore", lambda: office.work(partial(services.backups.restore, newest)))
    slow = {name: longest for name, longest in office.longest.items() if name != "open" and longest > LIMIT_MS}
    assert not slow, slow


def test_what_redraws_a_screen(office: Office) -> None:
    """Tabs, a plan of a thousand tasks, edits and their undoing while screens are open."""
    window = office.window
    services = window.services
    changed = window.navigation.changes_made.emit
    for number, title in enumerate(window.titles):
        office.job(f"tab {title}", partial(window.show_page, number))
    office.job("tab Kế hoạch again", partial(window.show_page, 0))
    office.job("plan of 1 000 tasks", lambda: window.plans.show_plan(PlanId(1)))
    office.job("plan of 100 tasks", lambda: window.plans.show_plan(PlanId(2)))
    office.job("a small edit", lambda: window.runner.run(partial(services.tasks.delete, [TaskId(1005)]), changed))
    office.job("its undo", window.undo)
    office.job(
        "a plan of 1 000 to the trash", lambda: window.runner.run(lambda: services.plans.delete(PlanId(1)), changed)
    )
    office.job("its undo (1 001 rows)", window.undo)
    office.job("history", window.keeping.open_history)
    slow = {name: longest for name, longest in office.longest.items() if name != "open" and longest > DRAWING_MS}
    assert not slow, slow


def plan_text(items: int) -> str:
    head = ("KẾ HOẠCH", f"Công tác thi đua, khen thưởng năm {YEAR}", "II. NỘI DUNG")
    deadlines = ((number, f"{number % 28 + 1}/{number % 12 + 1}/{YEAR}") for number in range(items))
    lines = (f"{at + 1}. Hướng dẫn đơn vị số {at} đăng ký thi đua trước ngày {day}" for at, day in deadlines)
    return "\n".join((*head, *lines))
