"""A table of many rows: measured where it is seen, sorted and filtered in one go, its cursor never lost."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.table_proxy import TableProxy

ROWS = 400


@dataclass(frozen=True)
class Item:
    id: int
    name: str


COLUMNS = (
    Column[Item]("id", "Mã", lambda item: str(item.id), sort_key=lambda item: item.id),
    Column[Item]("name", "Tên", lambda item: item.name, 120, wrap=True),
)
LONG = [Item(at, f"Nội dung dài của dòng số {at} phải xuống nhiều dòng") for at in range(ROWS)]


@pytest.fixture
def grid(qtbot: QtBot, preferences: Preferences) -> Grid[Item]:
    model = TableModel(COLUMNS, key=lambda item: item.id)
    model.set_rows(LONG)
    made = Grid(model, name="long", preferences=preferences)
    qtbot.addWidget(made)
    made.resize(400, 300)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.rowHeight(0) > made.verticalHeader().defaultSectionSize())
    return made


def test_rows_are_measured_when_they_come_into_sight(grid: Grid[Item]) -> None:
    usual = grid.verticalHeader().defaultSectionSize()
    assert grid.rowHeight(ROWS - 1) == usual
    grid.scrollToBottom()
    assert grid.rowHeight(ROWS - 1) > usual
    assert grid.rowHeight(ROWS // 2) == usual


def test_going_to_a_row_brings_the_whole_of_it(grid: Grid[Item]) -> None:
    assert grid.go_to(ROWS // 2)
    box = grid.visualRect(grid.currentIndex())
    assert grid.viewport().rect().contains(box.center())


def test_scrolling_up_moves_what_is_read_by_as_much_as_was_scrolled(grid: Grid[Item]) -> None:
    grid.go_to(ROWS // 2)
    line, bar = grid.rowAt(0) + 1, grid.verticalScrollBar()
    stood = grid.rowViewportPosition(line)
    bar.setValue(bar.value() - 60)
    assert grid.rowViewportPosition(line) == stood + 60


def test_the_cursor_goes_to_the_neighbour_of_a_row_that_is_left_out(grid: Grid[Item]) -> None:
    grid.go_to(100)
    grid.proxy.set_test(lambda item: item.id not in range(90, 120))
    assert grid.current() == LONG[120]
    grid.proxy.set_test(lambda item: item.id < 50)
    assert grid.current() == LONG[49]


def test_the_selection_follows_its_rows(grid: Grid[Item]) -> None:
    grid.selectRow(3)
    grid.sort_by(0, -1)
    grid.proxy.finish()  # on a busy machine it goes on piece by piece
    assert grid.selected() == (LONG[3],)
    assert grid.proxy.row(0) == LONG[-1]
    grid.selectAll()
    assert len(grid.selected()) == ROWS
    assert grid.blocks.whole_rows()


def test_the_proxy_passes_qts_own_test(qapp: object) -> None:
    grouping = Grouping[Item](lambda item: f"Nhóm {item.id // 10}", lambda rows: f"{len(rows)} dòng")
    model = TableModel(COLUMNS, key=lambda item: item.id, grouping=grouping)
    proxy = TableProxy(model)
    QAbstractItemModelTester(proxy, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(LONG[:30])
    proxy.sort(0, Qt.SortOrder.DescendingOrder)
    proxy.set_query("so 12")
    assert (proxy.shown(), proxy.rowCount()) == (1, 2)
    model.set_rows(LONG[10:20])
    proxy.set_query("")
    proxy.sort(-1)
    assert [proxy.row(at) for at in range(1, proxy.rowCount())] == LONG[10:20]
    model.set_rows(())
    assert proxy.rowCount() == 0
