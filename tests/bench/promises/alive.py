"""The longest time that the window answers nothing, in each long job, on the office of a province."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.frame import CPU, OURS, WALL, Figures, Promise, Scene, Side, at_most

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.bench.office import Office

_ITEMS = 1_000


@dataclass(frozen=True, slots=True)
class _Ready:
    app: QApplication
    path: Path
    scratch: Path


def _build(scene: Scene) -> Path:
    from tests.bench import offices

    return offices.of_a_province(scene, scene.rows)


def _ready(scene: Scene) -> _Ready:
    """The application, the office and the files that come in; backups of a gigabyte lie beside a copy of it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.update(dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(scene.scratch)))
    from tests.bench import many_rows
    from tests.bench.test_responsiveness import plan_text
    from thidua_desktop import app

    path = scene.scratch / "co-quan.tdkt"
    shutil.copyfile(_build(scene), path)
    many_rows.workbook(scene.scratch / "danh-sach.xlsx")
    (scene.scratch / "ke-hoach.txt").write_text(plan_text(_ITEMS), encoding="utf-8")
    return _Ready(app.application(), path, scene.scratch)


def _ours(ready: _Ready) -> Figures:
    from tests.bench.office import Office, as_the_program_runs
    from thidua_desktop import app
    from thidua_desktop.ui.common.crash import CrashReporter
    from thidua_desktop.ui.common.preferences import Preferences

    preferences = Preferences(ready.scratch / "giao-dien.ini")
    with as_the_program_runs():
        program = app.Program(ready.app, CrashReporter(ready.scratch / "nhat-ky"), preferences)
        office = Office(ready.app, program)
        office.job("open", lambda: program.open(ready.path))
        _jobs(office, ready)
        program.close()
    longest = {name: value for name, value in office.longest.items() if name != "open"}
    return {
        "gap_ms": max(longest.values()),
        "own_ms": max(office.busiest[name] for name in longest),
        **{f"{name}_gap_ms": value for name, value in longest.items()},
        **{f"{name}_own_ms": office.busiest[name] for name in longest},
    }


def _jobs(office: Office, ready: _Ready) -> None:
    """Each long job of DESIGN §4 and §6, one after the other, while the window shows the plans of the year."""
    from functools import partial

    from tests.bench.large_office import YEAR
    from thidua_desktop.domain.backups import Reason
    from thidua_desktop.domain.plans import PlanDraft
    from thidua_desktop.domain.statistics import periods

    window, services, out = office.window, office.window.services, ready.scratch
    window.show_year(YEAR)
    drafts: list[PlanDraft] = []
    office.job("backup", lambda: office.work(partial(services.backups.make, Reason.BY_HAND)))
    read = partial(services.imports.read_plan, out / "ke-hoach.txt")
    office.job("plan_read", lambda: window.runner.run(read, drafts.append, label="Đang đọc…"))
    office.job("plan_kept", lambda: office.work(partial(services.imports.store_plan, drafts[0])))
    office.job("tracker_out", lambda: office.work(partial(services.trackers.export, YEAR, out / "theo-doi.xlsx")))
    office.job("figures", lambda: office.work(partial(services.statistics.facts, periods.year(YEAR))))
    window.show_page(2)
    intake = window.receiving.intake
    office.job("list_read", partial(intake.read, window.receiving.where(), out / "danh-sach.xlsx"))
    doctor = intake.shown
    assert doctor is not None
    office.job("list_kept", doctor.save)
    office.job("list_undone", window.undo)
    newest = services.backups.all()[0].path
    office.job("restore", lambda: office.work(partial(services.backups.restore, newest)))


PROMISES = (
    Promise(
        "alive",
        "Longest silence of the window in long jobs, register of {rows} rows, 5 000 tasks, 30 000 nominations",
        1_000_000,
        Side(OURS, _ours, _ready, most_rounds=1, limit_s=1_800),
        (at_most("gap_ms", 50), at_most("own_ms", 50)),
        build=_build,
        shown=("gap_ms", "own_ms", WALL, CPU),
        note="By the clock other threads of the program and of the machine count too. The longest: the message, the "
        "pages and the menus that hear of a list that has been kept, one after the other in one turn of the event "
        "loop. Next: pages that are not in sight hear of it when they are shown.",
    ),
)
