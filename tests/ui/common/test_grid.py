"""The grid behaves like a spreadsheet: keys, blocks, groups, search."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QIntValidator, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.helpers import compose
from thidua_desktop.common.errors import AppError
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import RIGHT, Column, Editor
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.wording import messages

Key = Qt.Key
Modifier = Qt.KeyboardModifier


@dataclass(frozen=True)
class Item:
    id: int
    name: str
    quarter: int = 1
    unit: str = ""


COLUMNS = (
    Column[Item](
        "name", "Tên", lambda item: item.name, edit=lambda item, text: replace(item, name=entry.required(text))
    ),
    Column[Item](
        "quarter",
        "Quý",
        lambda item: str(item.quarter),
        align=RIGHT,
        sort_key=lambda item: item.quarter,
        editor=Editor.CHOICE,
        choices=lambda: ("1", "2", "3", "4"),
        edit=lambda item, text: replace(item, quarter=entry.quarter(text) or 1),
    ),
    Column[Item](
        "unit",
        "Đơn vị",
        lambda item: item.unit,
        editor=Editor.SEVERAL,
        choices=lambda: ("Sở Nội vụ", "Sở Tài chính", "Văn phòng"),
        edit=lambda item, text: replace(item, unit="; ".join(entry.units(text))),
    ),
    Column[Item]("id", "Mã", lambda item: str(item.id), sort_key=lambda item: item.id),
)
ROWS = [Item(1, "Đăng ký thi đua"), Item(2, "Báo cáo sơ kết", 2), Item(3, "Ân tượng", 1), Item(4, "Tổng kết", 4)]


@pytest.fixture
def model(qapp: object) -> TableModel[Item]:
    made = TableModel(COLUMNS, key=lambda item: item.id)
    made.set_rows(ROWS)
    return made


@pytest.fixture
def grid(qtbot: QtBot, model: TableModel[Item], preferences: Preferences) -> Grid[Item]:
    made = Grid(model, name="items", preferences=preferences)
    qtbot.addWidget(made)
    made.resize(640, 300)
    with qtbot.waitActive(made):
        made.show()
    made.go_to(1, column=0)
    return made


def names(model: TableModel[Item]) -> list[str]:
    return [row.name for row in model.rows()]


def test_the_model_passes_qts_own_test_with_and_without_groups(qapp: object) -> None:
    for grouping in (None, Grouping[Item](lambda item: f"Quý {item.quarter}", lambda rows: f"{len(rows)} việc")):
        model = TableModel(COLUMNS, key=lambda item: item.id, grouping=grouping)
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        model.set_rows(sorted(ROWS, key=lambda item: item.quarter))
        model.set_rows(ROWS[:2])
        model.set_rows([])


def test_typing_edits_and_enter_goes_down(qtbot: QtBot, grid: Grid[Item], model: TableModel[Item]) -> None:
    with qtbot.waitSignal(model.edited) as heard:
        qtbot.keyClick(grid, Key.Key_X)
        editor = grid.viewport().findChild(QLineEdit)
        compose(editor, "in chào")
        qtbot.keyClick(editor, Key.Key_Return)
        qtbot.waitUntil(lambda: grid.currentIndex().row() == 1)
    assert heard.args == [[Item(1, "xin chào")]]
    assert names(model)[0] == "xin chào"


def test_enter_does_not_keep_what_the_field_cannot_have(
    qtbot: QtBot, grid: Grid[Item], model: TableModel[Item]
) -> None:
    qtbot.keyClick(grid, Key.Key_F2)
    editor = grid.viewport().findChild(QLineEdit)
    editor.setValidator(QIntValidator(editor))
    editor.setText("chào")
    with qtbot.assertNotEmitted(model.edited):
        qtbot.keyClick(editor, Key.Key_Return)
    assert grid.state() is Grid.State.EditingState


def test_tab_goes_right_after_editing(qtbot: QtBot, grid: Grid[Item]) -> None:
    qtbot.keyClick(grid, Key.Key_F2)
    editor = grid.viewport().findChild(QLineEdit)
    qtbot.keyClick(editor, Key.Key_Tab)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (0, 1)
    assert grid.state() is Grid.State.NoState


def test_what_cannot_be_read_is_refused_and_nothing_changes(
    qtbot: QtBot, grid: Grid[Item], model: TableModel[Item]
) -> None:
    heard: list[AppError] = []
    model.refused.connect(heard.append)
    grid.selectColumn(0)
    QGuiApplication.clipboard().setText("a\nb\n \nd")
    qtbot.keyClick(grid, Key.Key_V, Modifier.ControlModifier)
    assert [type(trouble) for trouble in heard] == [entry.BlockNotRead]
    assert messages.error(heard[0]).startswith("Dòng 3 của khối, cột “")
    assert names(model) == [row.name for row in ROWS]


def test_a_block_is_copied_and_pasted_elsewhere_in_one_step(
    qtbot: QtBot, grid: Grid[Item], model: TableModel[Item]
) -> None:
    flag = QItemSelectionModel.SelectionFlag
    for line in (0, 1):
        for number in (0, 1):
            grid.selectionModel().select(grid.proxy.index(line, number), flag.Select)
    qtbot.keyClick(grid, Key.Key_C, Modifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Đăng ký thi đua\t1\nBáo cáo sơ kết\t2"
    qtbot.keyClick(grid, Key.Key_C, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == "Tên\tQuý\nĐăng ký thi đua\t1\nBáo cáo sơ kết\t2"
    grid.go_to(3, column=0)
    with qtbot.waitSignal(model.edited) as heard:
        qtbot.keyClick(grid, Key.Key_V, Modifier.ControlModifier)
    assert heard.args == [[Item(3, "Đăng ký thi đua", 1), Item(4, "Báo cáo sơ kết", 2)]]


def test_fill_down_repeats_the_top_cell(qtbot: QtBot, grid: Grid[Item], model: TableModel[Item]) -> None:
    model.enter({(0, 2): "Sở Nội vụ"})
    flag = QItemSelectionModel.SelectionFlag
    for line in range(3):
        grid.selectionModel().select(grid.proxy.index(line, 2), flag.Select)
    grid.selectionModel().select(grid.proxy.index(0, 0), flag.Deselect)
    qtbot.keyClick(grid, Key.Key_D, Modifier.ControlModifier)
    assert [row.unit for row in model.rows()] == ["Sở Nội vụ"] * 3 + [""]


def test_delete_empties_cells_but_asks_for_whole_rows(qtbot: QtBot, grid: Grid[Item], model: TableModel[Item]) -> None:
    model.enter({(0, 2): "Sở Nội vụ"})
    grid.go_to(1, column=2)
    qtbot.keyClick(grid, Key.Key_Delete)
    assert model.rows()[0].unit == ""
    grid.selectRow(0)
    with qtbot.waitSignal(grid.delete_wanted):
        qtbot.keyClick(grid, Key.Key_Delete)
    assert len(model.rows()) == 4


def test_choices_open_as_a_list(qtbot: QtBot, grid: Grid[Item], model: TableModel[Item]) -> None:
    grid.go_to(1, column=1)
    qtbot.keyClick(grid, Key.Key_F2)
    editor = grid.viewport().findChild(QComboBox)
    assert [editor.itemText(at) for at in range(editor.count())] == ["1", "2", "3", "4"]
    qtbot.waitUntil(editor.view().isVisible)
    qtbot.keyClick(editor.view(), Key.Key_Down)
    qtbot.keyClick(editor.view(), Key.Key_Down)
    qtbot.keyClick(editor.view(), Key.Key_Return)
    qtbot.waitUntil(lambda: model.rows()[0].quarter == 3)


def test_units_are_completed_without_diacritics_after_each_separator(qtbot: QtBot, grid: Grid[Item]) -> None:
    grid.go_to(1, column=2)
    qtbot.keyClick(grid, Key.Key_F2)
    editor = grid.viewport().findChild(QLineEdit)
    compose(editor, "Văn phòng;")
    qtbot.keyClicks(editor, "tai")
    assert editor.offered() == ["Sở Tài chính"]


def test_search_needs_no_diacritics(grid: Grid[Item]) -> None:
    grid.proxy.set_query("thi  dang")
    assert grid.proxy.rowCount() == 1
    grid.proxy.set_query("")
    assert grid.proxy.rowCount() == 4


def test_sorting_is_vietnamese_and_groups_stay_together(qtbot: QtBot, preferences: Preferences) -> None:
    grouping = Grouping[Item](lambda item: f"Quý {item.quarter}", lambda rows: f"{len(rows)} việc")
    model = TableModel(COLUMNS, key=lambda item: item.id, grouping=grouping)
    model.set_rows(sorted(ROWS, key=lambda item: item.quarter))
    grid = Grid(model, name="grouped", preferences=preferences)
    qtbot.addWidget(grid)
    shown = lambda: [grid.proxy.index(at, 0).data() for at in range(grid.proxy.rowCount())]  # noqa: E731
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        grid.sortByColumn(0, order)
        assert shown()[0] == "Quý 1 – 2 việc"
        assert shown()[3] == "Quý 2 – 1 việc"
    grid.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert shown()[1:3] == ["Ân tượng", "Đăng ký thi đua"]
    grid.proxy.set_query("tổng kết")
    assert shown() == ["Quý 4 – 1 việc", "Tổng kết"]


def test_columns_are_remembered(
    qtbot: QtBot, grid: Grid[Item], model: TableModel[Item], preferences: Preferences
) -> None:
    grid.setColumnWidth(0, 222)
    grid.column_menu().actions()[3].trigger()
    again = Grid(model, name="items", preferences=preferences)
    qtbot.addWidget(again)
    assert again.columnWidth(0) == 222
    assert again.isColumnHidden(3)
    again.columns.reset()
    assert not again.isColumnHidden(3)


def test_the_cursor_stays_on_its_row_when_rows_come_and_go(grid: Grid[Item]) -> None:
    grid.go_to(3, column=2)
    grid.set_rows([Item(9, "Mới"), *ROWS[1:]])
    assert grid.current() == ROWS[2]
    assert grid.currentIndex().column() == 2


def test_what_is_typed_faster_than_the_window_draws_stays_in_its_cells(
    grid: Grid[Item], model: TableModel[Item]
) -> None:
    for key, text in ((Key.Key_A, "a"), (Key.Key_Return, "\r"), (Key.Key_B, "b"), (Key.Key_Return, "\r")):
        target = QApplication.focusWidget()
        assert target is not None
        # One key after the other, as a busy window finds them: nothing that was put off is done in between.
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, Modifier.NoModifier, text))
    assert names(model)[:3] == ["a", "b", ROWS[2].name]
    assert grid.currentIndex().row() == 2
