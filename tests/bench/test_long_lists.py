"""Ten thousand lines on the screens that list them: the longest silence of the window in each thing done there.

Nothing here has a limit: run it with ``pytest -m bench -s tests/bench/test_long_lists.py`` and read what is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import many_rows
from tests.bench.office import Office, as_the_program_runs, tell
from thidua_desktop import app
from thidua_desktop.domain.nominations import Round
from thidua_desktop.storage.store import Store
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.directory.recipients_pane import RecipientsPane
from thidua_desktop.ui.doctor.window import DoctorWindow
from thidua_desktop.ui.showing import DIRECTORY

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

YEAR = 2025


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[app.Program]:
    with as_the_program_runs():
        made = app.Program(qapp, CrashReporter(tmp_path / "nhat-ky"), Preferences(tmp_path / "giao-dien.ini"))
        yield made
        made.close()


@pytest.fixture
def office(qapp: QApplication, program: app.Program, tmp_path: Path) -> Office:
    path = tmp_path / "co-quan.tdkt"
    with Store.open(path, create=True) as store, store.write("round.save", name="Tổng kết") as work:
        work.rounds.save(Round("Tổng kết năm 2025", YEAR))
    made = Office(qapp, program)
    made.job("open", lambda: program.open(path))
    return made


def test_a_list_of_ten_thousand_lines(office: Office, tmp_path: Path) -> None:
    """Read, looked at, stored and judged while the window is open; then shown, searched, chosen, taken back."""
    window, page = office.window, office.window.nominations
    path = many_rows.workbook(tmp_path / "danh-sach.xlsx")
    window.show_page(2)
    office.job("year", lambda: window.show_year(YEAR))
    intake = window.receiving.intake
    office.job("read 10 000 lines", partial(intake.read, window.receiving.where(), path))
    doctor = intake.shown
    assert doctor is not None
    look_through(office, doctor)
    office.job("store, show and judge them", doctor.save)
    assert len(page.all_lines()) == many_rows.ROWS
    assert len(page.insight.facts.judged) == many_rows.ROWS
    needed = office.seconds["read 10 000 lines"] + office.seconds["store, show and judge them"]
    tell(f"read, looked at, stored and judged in {needed:.1f} s")
    grid = page.grid
    office.job("to the end", grid.scrollToBottom)
    office.job("sort by name", lambda: grid.sort_by(1, 1))
    office.job("sort as they came", lambda: grid.sort_by(0, 0))
    office.job("search", lambda: page.header.search.setText("van an"))
    office.job("search put away", page.clear_filters)
    office.job("filter a column", lambda: grid.filters.set_text(4, "1980"))
    office.job("column filter put away", grid.clear_filters)
    office.job("select all", grid.selectAll)
    office.job("every document is there", window.submitting.panel.all_present)
    office.job("the states that follow", window.submitting.panel.take_proposal)
    office.job("reload with all selected", page.reload)
    office.job("judge again", page.judge_again)
    office.job("tie to the directory", page.line_deeds.tie_all)
    office.job("tab Danh bạ", partial(window.show_page, DIRECTORY))
    office.job("its persons", lambda: window.directory.parts.setCurrentIndex(1))
    people = window.directory.pane()
    assert isinstance(people, RecipientsPane)
    office.job("search in it", lambda: people.search.setText("van an"))
    office.job("search put away again", people.clear_filters)
    window.show_page(2)
    for _ in range(2):
        office.job("undo", window.undo)
    office.job("undo of the import", window.undo)
    assert page.all_lines() == ()


def look_through(office: Office, doctor: DoctorWindow) -> None:
    """What a clerk does with a list before it is stored."""
    grid = doctor.rows.grid
    office.job("doctor: to the end", grid.scrollToBottom)
    office.job("doctor: sort by name", lambda: grid.sort_by(2, 1))
    office.job("doctor: sort as they came", lambda: grid.sort_by(0, 0))
    office.job("doctor: filter a column", lambda: grid.filters.set_text(2, "van an"))
    office.job("doctor: filter put away", grid.clear_filters)
    office.job("doctor: what to look at", partial(doctor.show_part, 1))
    office.job("doctor: what was put right", partial(doctor.show_part, 2))
    office.job("doctor: the rows", partial(doctor.show_part, 0))
    office.job("doctor: select all", grid.selectAll)
    office.job("doctor: the end of the file", doctor.sheet.scrollToBottom)
    office.job("doctor: leave a row out", lambda: doctor.deeds.drop(grid.selected()[:1]))
    office.job("doctor: take it again", doctor.steps.undo)
