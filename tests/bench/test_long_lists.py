"""Ten thousand lines on the screens that list them: the longest silence of the window in each thing done there.

Nothing here has a limit: run it with ``pytest -m bench -s tests/bench/test_long_lists.py`` and read what is told.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import many_rows
from tests.bench.test_responsiveness import Office
from thidua_desktop import app
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.list_doctor import DoctorDraft
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.domain.nominations import Round
from thidua_desktop.storage.store import Store
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.preferences import Preferences

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

YEAR = 2025
_SWITCH_S = 0.0005
"""As the program has it (``thidua_desktop.app``)."""


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[app.Program]:
    former = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_S)
    made = app.Program(qapp, CrashReporter(tmp_path / "nhat-ky"), Preferences(tmp_path / "giao-dien.ini"))
    yield made
    made.close()
    sys.setswitchinterval(former)


@pytest.fixture
def office(qapp: QApplication, program: app.Program, tmp_path: Path) -> Office:
    path = tmp_path / "co-quan.tdkt"
    with Store.open(path, create=True) as store, store.write("round.save", name="Tổng kết") as work:
        work.rounds.save(Round("Tổng kết năm 2025", YEAR))
    made = Office(qapp, program)
    made.job("open", lambda: program.open(path))
    return made


def test_a_list_of_ten_thousand_lines(office: Office, tmp_path: Path) -> None:
    """Read and stored by the doctor while the window is open, shown, judged, sorted, searched, chosen, taken back."""
    window, drafts = office.window, list[DoctorDraft]()
    services, page = window.services, window.nominations
    path = many_rows.workbook(tmp_path / "danh-sach.xlsx")
    window.show_page(2)
    office.job("year", lambda: window.show_year(YEAR))
    round_id = RoundId(1)
    read = partial(services.list_doctor.read, path, ListTarget.NOMINATIONS, round_id=round_id)
    office.job("read 10 000 lines", lambda: window.runner.run(read, drafts.append, label="Đang đọc…"))

    changed = window.navigation.changes_made.emit
    office.job(
        "store, show and judge them",
        lambda: window.runner.run(partial(services.list_batches.store, drafts[0]), changed, label="Đang ghi…"),
    )
    assert len(page.all_lines()) == many_rows.ROWS
    grid = page.grid
    office.job("to the end", grid.scrollToBottom)
    office.job("sort by name", lambda: grid.sort_by(1, 1))
    office.job("sort as they came", lambda: grid.sort_by(0, 0))
    office.job("search", lambda: page.header.search.setText("van an"))
    office.job("search put away", page.clear_filters)
    office.job("select all", grid.selectAll)
    office.job("reload with all selected", page.reload)
    office.job("judge again", page.judge_again)
    office.job("tab Danh bạ", partial(window.show_page, 3))
    office.job("undo of the import", window.undo)
    assert page.all_lines() == ()
