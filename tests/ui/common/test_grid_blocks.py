"""Growing paste, chooser, sorting and zoom: by keys and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.common.works import (
    ALT,
    COLUMNS,
    CONTROL,
    NAME,
    NOTE,
    ROWS,
    SHIFT,
    STATE,
    UNIT,
    Key,
    Work,
    shown,
)
from tests.ui.helpers import compose
from thidua_desktop.common.errors import AppError
from thidua_desktop.ui.common import clipboard, grid_menu
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.wording import messages

# blocks


def test_lines_pasted_below_the_last_one_are_added_in_one_step(
    qtbot: QtBot, grid: Grid[Work], model: TableModel[Work]
) -> None:
    grid.go_to(4, column=NAME)
    QGuiApplication.clipboard().setText("Việc bốn\tHoàn thành\nViệc năm\tĐang làm\n\t\nViệc sáu\tChưa làm\n")
    with qtbot.waitSignal(model.edited) as heard:
        qtbot.keyClick(grid, Key.Key_V, CONTROL)
    assert heard.args == [
        [Work(4, "Việc bốn", "Hoàn thành"), Work(None, "Việc năm", "Đang làm"), Work(None, "Việc sáu", "Chưa làm")]
    ]


def test_one_wrong_cell_below_the_last_line_refuses_the_whole_block(
    qtbot: QtBot, grid: Grid[Work], model: TableModel[Work]
) -> None:
    refused: list[AppError] = []
    model.refused.connect(refused.append)
    grid.go_to(4, column=NAME)
    QGuiApplication.clipboard().setText("Việc bốn\tHoàn thành\nViệc năm\tsai\n")
    qtbot.keyClick(grid, Key.Key_V, CONTROL)
    (trouble,) = refused
    assert messages.error(trouble).startswith("Dòng 2 của khối, cột “Tình trạng”: không nhận “sai”.")
    assert list(model.rows()) == ROWS


def test_a_row_of_titles_says_where_the_cells_go(qtbot: QtBot, grid: Grid[Work], model: TableModel[Work]) -> None:
    QGuiApplication.clipboard().setText("Ghi chú\tNội dung\nmột\tViệc một\nhai\tViệc hai")
    qtbot.keyClick(grid, Key.Key_V, CONTROL)
    assert [(row.name, row.note) for row in model.rows()][:2] == [("Việc một", "một"), ("Việc hai", "hai")]


def test_what_was_pasted_is_selected(qtbot: QtBot, grid: Grid[Work]) -> None:
    QGuiApplication.clipboard().setText("Một\tĐang làm\nHai\tĐang làm")
    qtbot.keyClick(grid, Key.Key_V, CONTROL)
    assert grid.blocks.cells() == [(0, NAME), (0, STATE), (1, NAME), (1, STATE)]


def test_nothing_is_pasted_where_nothing_may_be_changed(
    qtbot: QtBot, grid: Grid[Work], model: TableModel[Work]
) -> None:
    model.editable = False
    QGuiApplication.clipboard().setText("Một\tĐang làm")
    qtbot.keyClick(grid, Key.Key_V, CONTROL)
    qtbot.keyClick(grid, Key.Key_D, CONTROL)
    qtbot.keyClick(grid, Key.Key_Delete)
    assert list(model.rows()) == ROWS


def test_an_empty_table_takes_a_block_too(qtbot: QtBot, grid: Grid[Work], model: TableModel[Work]) -> None:
    grid.set_rows([])
    QGuiApplication.clipboard().setText("Việc một\tĐang làm\nViệc hai\tChưa làm")
    with qtbot.waitSignal(model.edited) as heard:
        qtbot.keyClick(grid, Key.Key_V, CONTROL)
    assert heard.args == [[Work(None, "Việc một", "Đang làm"), Work(None, "Việc hai")]]


def test_control_and_enter_fill_the_selection(qtbot: QtBot, grid: Grid[Work], model: TableModel[Work]) -> None:
    grid.go_to(1, column=NOTE)
    for line in (1, 2):
        grid.selectionModel().select(grid.proxy.index(line, NOTE), QItemSelectionModel.SelectionFlag.Select)
    qtbot.keyClick(grid, Key.Key_F2)
    editor = grid.viewport().findChild(QLineEdit)
    editor.selectAll()
    compose(editor, "gửi trước 15/6")
    with qtbot.waitSignal(model.edited) as heard:
        qtbot.keyClick(editor, Key.Key_Return, CONTROL)
    assert [row.id for row in heard.args[0]] == [1, 2, 3]
    assert [row.note for row in model.rows()] == ["gửi trước 15/6"] * 3 + [""]


def test_a_block_keeps_its_shape_when_rows_come_and_go(grid: Grid[Work]) -> None:
    grid.go_to(2, column=NAME)
    grid.selectionModel().select(grid.proxy.index(2, NAME), QItemSelectionModel.SelectionFlag.Select)
    grid.set_rows(ROWS[1:])
    assert grid.blocks.cells() == [(0, NAME), (1, NAME)]
    assert not grid.blocks.whole_rows()


def test_whole_lines_are_chosen_by_key(qtbot: QtBot, grid: Grid[Work]) -> None:
    qtbot.keyClick(grid, Key.Key_Space, SHIFT)
    assert grid.blocks.whole_rows()


# columns, sorting, letters


def test_columns_are_chosen_and_ordered_in_a_dialog(
    qtbot: QtBot, grid: Grid[Work], model: TableModel[Work], preferences: Preferences
) -> None:
    qtbot.keyClick(grid, Key.Key_K, CONTROL | ALT)
    dialog = grid.chooser
    assert dialog is not None
    dialog.list.setCurrentRow(NOTE)
    qtbot.keyClick(dialog.list, Key.Key_Space)
    dialog.list.setCurrentRow(UNIT)
    qtbot.keyClick(dialog.list, Key.Key_Up, ALT)
    qtbot.keyClick(dialog.list, Key.Key_Up, ALT)
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert [title for _, title, seen in grid.columns.arranged() if seen] == ["TT", "Chủ trì", "Nội dung", "Tình trạng"]
    again = Grid(model, name="works", preferences=preferences)
    qtbot.addWidget(again)
    assert again.columns.arranged() == grid.columns.arranged()


def test_the_last_column_cannot_be_hidden(grid: Grid[Work]) -> None:
    for number in range(len(COLUMNS)):
        grid.columns.show(number, False)
    assert [seen for _, _, seen in grid.columns.arranged()].count(True) == 1


def test_sorting_by_key_goes_both_ways_and_back(qtbot: QtBot, grid: Grid[Work]) -> None:
    qtbot.keyClick(grid, Key.Key_Up, CONTROL | ALT)
    assert shown(grid) == ["2", "3", "1", "4"]
    qtbot.keyClick(grid, Key.Key_Down, CONTROL | ALT)
    assert shown(grid) == ["4", "1", "3", "2"]
    qtbot.keyClick(grid, Key.Key_0, CONTROL | ALT)
    assert shown(grid) == ["1", "2", "3", "4"]


def turn(grid: Grid[Work], clicks: int) -> None:
    event = QWheelEvent(
        QPointF(60, 60),
        grid.mapToGlobal(QPointF(60, 60)),
        QPoint(),
        QPoint(0, 120 * clicks),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(grid.viewport(), event)


@pytest.mark.parametrize("by_wheel", [True, False])
def test_letters_grow_and_are_remembered(
    qtbot: QtBot,
    grid: Grid[Work],
    model: TableModel[Work],
    preferences: Preferences,
    *,
    by_wheel: bool,
) -> None:
    before, high = grid.font().pointSize(), grid.rowHeight(2)
    for _ in range(4):
        if by_wheel:
            turn(grid, 1)
        else:
            qtbot.keyClick(grid, Key.Key_Equal, CONTROL | ALT)
    assert grid.font().pointSize() == before + 4
    qtbot.waitUntil(lambda: grid.rowHeight(2) > high)
    again = Grid(model, name="works", preferences=preferences)
    qtbot.addWidget(again)
    assert again.font().pointSize() == before + 4
    turn(grid, -1)
    assert grid.font().pointSize() == before + 3


def test_the_menu_names_every_key_of_the_grid(grid: Grid[Work]) -> None:
    said = [made.text() for made in grid.table_menu().actions() if not made.isSeparator()]
    assert len(said) == len(grid.keys._deeds)
    assert all("\t" in text for text in said)
    grid.table_menu().actions()[-1].trigger()
    assert grid.font().pointSize() == 9


def test_the_menu_of_a_title_sorts_hides_freezes_and_filters(grid: Grid[Work]) -> None:
    def pick(words: str) -> None:
        menu = grid_menu.header_menu(grid, STATE)
        next(made for made in menu.actions() if made.text().startswith(words)).trigger()

    pick("Sắp xếp giảm dần")
    assert shown(grid) == ["3", "2", "4", "1"]
    pick("Cố định")
    assert grid.frozen.count == 3
    pick("Bỏ cố định")
    assert grid.frozen.count == 0
    pick("Lọc theo cột này")
    assert grid.filters._fields[STATE].hasFocus()
    pick("Ẩn cột")
    assert grid.isColumnHidden(STATE)


def test_titles_in_another_order_are_recognised_only_when_all_are_known() -> None:
    known = ["TT", "Nội dung", "Ghi chú"]
    assert clipboard.placed([["ghi chu", "Nội dung"], ["a", "b"]], known, known) == (
        [["a", "b"]],
        ["Ghi chú", "Nội dung"],
    )
    rows = [["Ghi chú", "khác"], ["a", "b"]]
    assert clipboard.placed(rows, known[1:], known) == (rows, known[1:])


def test_a_right_click_offers_what_any_table_can_do(qtbot: QtBot, grid: Grid[Work]) -> None:
    at = QPoint(20, 20)
    QApplication.sendEvent(grid.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, grid.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Điền xuống\tCtrl+D" in [made.text() for made in menu.actions()]
    menu.close()
