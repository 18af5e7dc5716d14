"""Tổng hợp on a small office file: tables, their order, the list behind a cell, papers."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.helpers import unnamed
from tests.ui.reports.conftest import NAMES, Filled
from thidua_desktop.common.progress import Cancelled
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.questions import Dimension, Subject
from thidua_desktop.domain.statistics.tables import TableCode
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.reports.desk import ReportDesk
from thidua_desktop.ui.reports.figure_grid import FigureRow
from thidua_desktop.ui.reports.figures_pane import FiguresPane
from thidua_desktop.ui.reports.own_tables import OwnTable, OwnTableDialog, remembered


@pytest.fixture
def pane(qtbot: QtBot, desk: ReportDesk, filled: Filled) -> FiguresPane:
    made = FiguresPane(desk)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show_period(periods.year(2024))
    made.show()
    return made


def table(pane: FiguresPane, code: TableCode) -> Grid[FigureRow]:
    pane.choose(code)
    assert pane.grid is not None
    return pane.grid


def stand_on(grid: Grid[FigureRow], head: str, column: int) -> None:
    for line in range(grid.proxy.rowCount()):
        if grid.proxy.row(line).head == head:
            grid.setCurrentIndex(grid.proxy.index(line, column))
            return
    raise AssertionError(head)


def test_a_figure_opens_its_list_and_a_record_its_tab(pane: FiguresPane, desk: ReportDesk, qtbot: QtBot) -> None:
    grid = table(pane, TableCode.AWARDS_BY_TIME)
    stand_on(grid, "Tháng 5", 2)
    pane.open_list.trigger()
    shown = desk.behind
    assert shown is not None
    assert {line.text for line in shown.model.rows()} == set(NAMES)
    with qtbot.waitSignal(desk.navigation.open_requested) as heard:
        qtbot.keyClick(shown.grid, Qt.Key.Key_Return)
    assert heard.args is not None
    assert heard.args[0] == Kind.AWARD_RECORD.value
    assert not shown.isVisible()


@pytest.mark.parametrize("order", [1, -1])
def test_totals_stay_below_however_a_table_is_sorted(pane: FiguresPane, order: int) -> None:
    grid = table(pane, TableCode.AWARDS_BY_TIME)
    grid.sort_by(2, order)
    heads = [grid.proxy.row(line).head for line in range(grid.proxy.rowCount())]
    assert heads[-1] == "Tổng số"
    assert (heads[0] == "Tháng 5") is (order < 0)


def test_a_table_without_figures_says_what_belongs_there(pane: FiguresPane) -> None:
    pane.choose(TableCode.MOVEMENTS)
    assert pane.grid is None
    assert not pane.open_list.isEnabled()
    pane.show_period(periods.year(2019))
    pane.choose(TableCode.AWARDS_BY_AWARD)
    assert pane.grid is None


def test_the_table_in_front_stays_for_another_period(pane: FiguresPane) -> None:
    table(pane, TableCode.AWARDS_BY_LEVEL)
    pane.show_period(periods.term(2020))
    shown = pane.table()
    assert shown is not None
    assert (shown.code, shown.period) == (TableCode.AWARDS_BY_LEVEL, periods.term(2020))
    assert "Giai đoạn 2020 - 2024" in pane.title.text()


def test_a_share_offers_its_part_and_its_whole(pane: FiguresPane) -> None:
    grid = table(pane, TableCode.TASKS_BY_UNIT)
    stand_on(grid, "Tổng số", grid.proxy.columnCount() - 1)
    assert [deed.text().rpartition("(")[2] for deed in pane.context_menu().actions()] == ["0)", "3)"]


def test_everything_has_a_name(pane: FiguresPane) -> None:
    assert unnamed(pane) == []


def test_figures_that_were_stopped_leave_none_of_another_period_in_front(
    pane: FiguresPane, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_period: object) -> None:
        raise Cancelled

    with monkeypatch.context() as stopping:
        stopping.setattr(services.statistics, "tables", stop)
        pane.show_period(periods.year(2023))
    assert pane.grid is None
    assert pane.title.text() == "Năm 2023"
    assert not pane.excel.isEnabled()
    again = next(each for each in pane.findChildren(QPushButton) if each.text() == "Tính lại")
    again.click()
    assert pane.list.count()
    assert pane.excel.isEnabled()


def test_a_table_put_together_is_shown_written_and_remembered(
    pane: FiguresPane, desk: ReportDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    standard = pane.list.count()
    pane.own.trigger()
    dialog = desk.dialog
    assert isinstance(dialog, OwnTableDialog)
    dialog.columns.setCurrentIndex(dialog.rows.currentIndex())
    assert not dialog.yes.isEnabled()
    dialog.choose(OwnTable(Subject.AWARDS, Dimension.MONTH, Dimension.SEX))
    dialog.yes.click()
    assert pane.title.text().startswith("Khen thưởng đã có quyết định theo tháng và giới tính – ")
    assert pane.grid is not None
    stand_on(pane.grid, "Tháng 5", 2)
    pane.open_list.trigger()
    assert desk.behind is not None
    assert len(desk.behind.model.rows()) == len(NAMES)
    desk.behind.close()
    pane.excel.trigger()
    sheets = openpyxl.load_workbook(tmp_path / "Tổng hợp số liệu Năm 2024.xlsx", read_only=True).sheetnames
    assert len(sheets) == standard + 1
    again = FiguresPane(desk)
    qtbot.addWidget(again)
    again.show_period(periods.half(2024, 1))
    assert again.list.count() == standard + 1
    assert again.drop_own.isEnabled()
    again.drop_own.trigger()
    assert again.list.count() == standard
    assert not again.drop_own.isEnabled()


def test_what_was_remembered_of_a_table_and_cannot_be_read_is_left_out(desk: ReportDesk) -> None:
    kept = "awards|month|sex;awards|reason|sex;x;nothing|month|sex;"
    desk.preferences.set_text("reports/own-tables", kept)
    assert remembered(desk.preferences) == (OwnTable(Subject.AWARDS, Dimension.MONTH, Dimension.SEX),)
