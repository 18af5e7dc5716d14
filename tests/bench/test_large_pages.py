"""The pages of the first three tabs and the directory on an office of 30 000 nominations, and one round of all of them.

Nothing here has a limit: run it with ``pytest -m bench -s tests/bench/test_large_pages.py`` and read what is told.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from tests.bench import large_office
from tests.bench.large_office import YEAR
from tests.bench.office import Office, as_the_program_runs
from thidua_desktop import app
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.storage.store import Store
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.showing import CALENDAR, DIRECTORY, NOMINATIONS, PLANS

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

LINES = 30_000
_STEPS = 8


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = large_office.build(tmp_path_factory.mktemp("lon") / "lon.tdkt")
    with Store.open(path) as store, store.write("round.save", name="Cả tỉnh") as work:
        round_id = RoundId(work.rounds.save(Round("Tổng kết toàn tỉnh", YEAR - 1)))
        work.nominations.add_many([_line(round_id, at) for at in range(LINES)])
    return path


def _line(round_id: RoundId, at: int) -> Nomination:
    return Nomination(
        round_id,
        RecipientKind.PERSON,
        f"Nguyễn Thị Mẫu {at:05}",
        "lao_dong_tien_tien",
        position="Giáo viên",
        unit=f"Trường Trung học cơ sở số {at % 300}",
    )


@pytest.fixture
def office(qapp: QApplication, large: Path, tmp_path: Path) -> Iterator[Office]:
    with as_the_program_runs():
        program = app.Program(qapp, CrashReporter(tmp_path / "nhat-ky"), Preferences(tmp_path / "giao-dien.ini"))
        made = Office(qapp, program)
        path = Path(shutil.copy(large, tmp_path / "lon.tdkt"))
        made.job("open", lambda: program.open(path))
        yield made
        program.close()


def test_pages_open_and_scroll(office: Office) -> None:
    """Each page for the first time and again, its lists scrolled to their end in steps."""
    window = office.window
    for at in (PLANS, CALENDAR, NOMINATIONS, DIRECTORY):
        title = window.titles[at]
        office.job(f"{title}: open", partial(window.show_page, at))
        _scroll(office, title, at)
        window.show_page((at + 1) % 3)
        office.job(f"{title}: again", partial(window.show_page, at))


def test_a_round_of_thirty_thousand_lines(office: Office) -> None:
    """Shown, judged, scrolled, sorted, searched."""
    window = office.window
    window.show_page(NOMINATIONS)
    office.job("show the year", lambda: window.show_year(YEAR - 1))
    page = window.nominations
    assert len(page.all_lines()) == LINES
    _scroll(office, "its lines", NOMINATIONS)
    office.job("sort by name", lambda: page.grid.sort_by(1, -1))
    office.job("sort as they came", lambda: page.grid.sort_by(0, 0))
    office.job("search", lambda: page.header.search.setText("mau 0123"))
    office.job("search put away", page.clear_filters)
    office.job("select all", page.grid.selectAll)
    office.job("another round", lambda: window.show_year(YEAR))
    office.job("back to it", lambda: window.show_year(YEAR - 1))


def _scroll(office: Office, title: str, at: int) -> None:
    views = [view for view in office.window.pages.panes(at) if view.verticalScrollBar().maximum() > 0]
    for view in views:
        office.job(f"{title}: scroll {view.accessibleName() or type(view).__name__}", partial(_to_the_end, view))


def _to_the_end(view: QAbstractItemView) -> None:
    bar = view.verticalScrollBar()
    for step in range(1, _STEPS + 1):
        bar.setValue(bar.maximum() * step // _STEPS)
        view.viewport().repaint()
        QApplication.processEvents()
