"""Biểu mẫu: forms of a period, cells that the clerk types or pastes, what keeps others from being changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, unnamed
from tests.ui.reports.conftest import Filled
from thidua_desktop.domain.forms.filling import Origin
from thidua_desktop.domain.statistics import periods
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.reports.desk import ReportDesk
from thidua_desktop.ui.reports.form_grid import FilledRow
from thidua_desktop.ui.reports.forms_pane import FormsPane

YEAR = periods.year(2024)
STAFF, AWARDS = "0605.N", "0603.N"


@pytest.fixture
def pane(qtbot: QtBot, desk: ReportDesk, filled: Filled) -> FormsPane:
    made = FormsPane(desk)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show_period(YEAR)
    made.show()
    return made


def shown(pane: FormsPane, code: str) -> Grid[FilledRow]:
    pane.choose(code)
    assert pane.grid is not None
    return pane.grid


def places(pane: FormsPane, origin: Origin) -> list[tuple[int, int]]:
    """Line and column in the grid of the cells of an origin."""
    assert pane.form is not None
    return [
        (line, at + 2)
        for line, cells in enumerate(pane.form.cells)
        for at, cell in enumerate(cells)
        if cell.origin is origin
    ]


def paste(pane: FormsPane, place: tuple[int, int], text: str) -> None:
    assert pane.grid is not None
    pane.grid.setCurrentIndex(pane.grid.proxy.index(*place))
    QGuiApplication.clipboard().setText(text)
    pane.grid.paste()


def kept(services: Services) -> list[Decimal]:
    return [figure.value for figure in services.hand_figures.figures(STAFF, YEAR).values()]


def test_a_figure_is_typed_and_kept(pane: FormsPane, services: Services, qtbot: QtBot) -> None:
    shown(pane, STAFF)
    line, column = places(pane, Origin.HAND)[0]
    paste(pane, (line, column), "12")
    qtbot.waitUntil(lambda: kept(services) == [12])
    assert pane.form is not None
    assert pane.form.cells[line][column - 2].value == 12


def test_a_block_from_excel_is_taken_whole_or_not_at_all(
    pane: FormsPane, services: Services, feedback: FakeFeedback, qtbot: QtBot
) -> None:
    shown(pane, STAFF)
    place = places(pane, Origin.HAND)[0]
    paste(pane, place, "3\tkhông rõ")
    assert kept(services) == []
    assert "không rõ" in feedback.said[-1]
    paste(pane, place, "3\t1.204")
    qtbot.waitUntil(lambda: sorted(kept(services)) == [3, 1204])


def test_what_the_program_counts_cannot_be_typed_over(
    pane: FormsPane, services: Services, feedback: FakeFeedback
) -> None:
    shown(pane, AWARDS)
    paste(pane, places(pane, Origin.COMPUTED)[0], "7")
    assert feedback.troubles
    said = len(feedback.troubles)
    paste(pane, places(pane, Origin.COMPUTED)[0], "-")  # as the form prints none
    assert len(feedback.troubles) == said


@pytest.mark.parametrize("how", ["paste", "fill", "delete"])
def test_nothing_is_changed_in_a_locked_year(
    pane: FormsPane, services: Services, how: str, qtbot: QtBot, feedback: FakeFeedback
) -> None:
    grid = shown(pane, STAFF)
    first = places(pane, Origin.HAND)[0]
    paste(pane, first, "5")
    qtbot.waitUntil(lambda: kept(services) == [5])
    pane.lock(True)
    grid = shown(pane, STAFF)
    grid.setCurrentIndex(grid.proxy.index(*first))
    if how == "paste":
        paste(pane, first, "9")
    elif how == "fill":
        grid.selectColumn(first[1])
        grid.fill_down()
    else:
        qtbot.keyClick(grid, Qt.Key.Key_Delete)
    qtbot.wait(1)
    assert kept(services) == [5]
    assert not feedback.troubles


def test_the_list_says_in_words_which_models_are_not_valid(pane: FormsPane) -> None:
    pane.show_period(periods.year(2026))
    said = [pane.list.item(at).text() for at in range(pane.list.count())]
    assert any("hết hiệu lực" in each for each in said)
    pane.show_period(YEAR)
    assert not any("hết hiệu lực" in pane.list.item(at).text() for at in range(5))


def test_rows_of_a_form_keep_their_order(pane: FormsPane) -> None:
    grid = shown(pane, AWARDS)
    grid.sort_by(2, -1)
    assert [grid.proxy.row(line).at for line in range(grid.proxy.rowCount())] == list(range(grid.proxy.rowCount()))


def test_forms_of_whole_years_are_not_offered_for_a_few_days(pane: FormsPane) -> None:
    shown(pane, STAFF)
    every = pane.list.count()
    pane.show_period(periods.free(date(2024, 2, 3), date(2024, 2, 9)))
    assert 0 < pane.list.count() < every
    assert pane.form is not None
    assert pane.form.model.code != STAFF
    assert pane.form.period == periods.free(date(2024, 2, 3), date(2024, 2, 9))


def test_rows_are_in_sight_below_headings_of_many_words(pane: FormsPane) -> None:
    pane.resize(900, 200)
    grid = shown(pane, AWARDS)
    model = grid.model()
    titles = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]
    assert max(len(title.split("\n")) for title in titles) <= 6
    assert grid.height() >= grid.horizontalHeader().height() + 2 * theme.ROW_HEIGHT


def test_a_form_goes_to_excel(pane: FormsPane, tmp_path: Path) -> None:
    shown(pane, STAFF)
    pane.excel.trigger()
    assert [path.name for path in tmp_path.glob("*.xlsx")] == ["Biểu 0605.N - Năm 2024.xlsx"]
    assert unnamed(pane) == []
