"""Filter row and frozen columns: by keys and by mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.common.works import (
    ALT,
    COLUMNS,
    CONTROL,
    NAME,
    NOTE,
    NUMBER,
    ROWS,
    SHIFT,
    STATE,
    STATES,
    UNIT,
    Key,
    Modifier,
    Work,
    field,
    scroll_right,
    shown,
)
from tests.ui.helpers import compose, unnamed
from thidua_desktop.ui.common import filtering
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import Grouping, TableModel


@pytest.mark.parametrize(
    ("typed", "said", "passes"),
    [
        ("dang ky", "Đăng ký thi đua", True),
        ("đua đăng", "Đăng ký thi đua", True),
        ("đĂNG", "dang ky", True),
        ("ký báo", "Đăng ký thi đua", False),
        ("ho so", "Kiểm tra và thông báo số 2", False),
        ("ho so", "Thẩm định (hồ sơ) đợt 1", True),
        ("11/2026", "15/11/2026", True),
        ("=", "", True),
        ("=", "có", False),
        ("<>", "", False),
        ("<>", "có", True),
    ],
)
def test_what_is_typed_needs_no_diacritics(typed: str, said: str, passes: bool) -> None:
    from thidua_desktop.common.vietnamese import fold

    test = filtering.typed(typed)
    assert test is not None
    assert test(fold(said)) is passes


def test_blanks_filter_nothing() -> None:
    assert filtering.typed("  ") is None
    assert filtering.chosen("") is None


# the filter row


def test_a_column_is_filtered_while_one_types(qtbot: QtBot, grid: Grid[Work]) -> None:
    qtbot.keyClick(grid, Key.Key_L, CONTROL | SHIFT)
    assert field(grid, NAME).hasFocus()
    compose(field(grid, NAME), "đánh")
    qtbot.waitUntil(lambda: shown(grid) == ["3"])
    qtbot.keyClick(field(grid, NAME), Key.Key_Escape)
    assert shown(grid) == ["1", "2", "3", "4"]
    qtbot.keyClicks(field(grid, NAME), "so ket")
    qtbot.keyClick(field(grid, NAME), Key.Key_Return)
    assert shown(grid) == ["2"]
    assert grid.hasFocus()


def test_columns_filter_together_and_one_key_clears_all(qtbot: QtBot, grid: Grid[Work]) -> None:
    heard: list[bool] = []
    grid.filters.changed.connect(lambda: heard.append(True))
    qtbot.keyClicks(field(grid, UNIT), "so noi vu")
    qtbot.keyClick(field(grid, UNIT), Key.Key_Return)
    assert shown(grid) == ["1", "3"]
    qtbot.keyClick(field(grid, UNIT), Key.Key_Tab)
    assert field(grid, NOTE).hasFocus()
    qtbot.keyClicks(field(grid, NOTE), "=")
    qtbot.keyClick(field(grid, NOTE), Key.Key_Down)
    assert shown(grid) == ["1"]
    assert grid.filters.active()
    qtbot.keyClick(grid, Key.Key_L, CONTROL | ALT)
    assert shown(grid) == ["1", "2", "3", "4"]
    assert field(grid, NOTE).text() == ""
    assert heard


def test_a_state_is_chosen_from_what_there_is(qtbot: QtBot, grid: Grid[Work]) -> None:
    combo = grid.filters._fields[STATE]
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    qtbot.keyClick(combo, Key.Key_Down)
    qtbot.keyClick(combo, Key.Key_Down)
    assert [combo.itemText(at) for at in range(combo.count())] == ["Tất cả", *STATES]
    assert combo.currentText() == "Đang làm"
    assert shown(grid) == ["2", "4"]
    qtbot.keyClick(combo, Key.Key_Escape)
    assert shown(grid) == ["1", "2", "3", "4"]


def test_the_key_puts_the_row_away_and_brings_it_back(
    qtbot: QtBot, grid: Grid[Work], model: TableModel[Work], preferences: Preferences
) -> None:
    high = grid.header.height()
    qtbot.keyClick(grid, Key.Key_L, CONTROL | SHIFT)
    qtbot.keyClicks(field(grid, NAME), "tong")
    qtbot.keyClick(field(grid, NAME), Key.Key_L, CONTROL | SHIFT)
    assert not grid.filters.shown()
    assert shown(grid) == ["1", "2", "3", "4"]
    qtbot.waitUntil(lambda: grid.header.height() < high)
    again = Grid(model, name="works", preferences=preferences, filters=True)
    qtbot.addWidget(again)
    assert not again.filters.shown()


def test_groups_without_rows_go_with_them(qtbot: QtBot, preferences: Preferences) -> None:
    model = TableModel(
        COLUMNS, key=lambda work: work.id, grouping=Grouping[Work](lambda work: work.state, lambda _: "")
    )
    model.set_rows(ROWS)
    grid = Grid(model, name="grouped", preferences=preferences, filters=True)
    qtbot.addWidget(grid)
    grid.filters.set_text(UNIT, "van phong")
    assert shown(grid) == ["Đang làm", "2"]
    assert grid.proxy.shown() == 1
    grid.filters.set_text(UNIT, "không có đơn vị này")
    assert shown(grid) == []
    grid.filters.clear()
    assert grid.proxy.shown() == 4


def test_a_heading_that_comes_where_a_high_row_stood_is_low(qtbot: QtBot, preferences: Preferences) -> None:
    model = TableModel(
        COLUMNS, key=lambda work: work.id, grouping=Grouping[Work](lambda work: work.state, lambda _: "")
    )
    long = Work(2, "Báo cáo sơ kết công tác thi đua, khen thưởng " * 4)
    model.set_rows([ROWS[0], long, ROWS[3]])
    grid = Grid(model, name="grouped", preferences=preferences)
    qtbot.addWidget(grid)
    grid.resize(560, 320)
    grid.show()
    low = grid.verticalHeader().defaultSectionSize()
    qtbot.waitUntil(lambda: grid.rowHeight(2) > low + 10)
    model.set_rows([ROWS[0], replace(long, state="Đang làm"), ROWS[3]])
    qtbot.waitUntil(lambda: grid.rowHeight(3) > low + 10)
    assert [grid.rowHeight(at) for at in (0, 2)] == [low, low]


def test_every_field_has_a_name(grid: Grid[Work]) -> None:
    assert unnamed(grid) == []


# frozen columns


def test_the_first_columns_stay_when_one_scrolls(qtbot: QtBot, grid: Grid[Work]) -> None:
    at = grid.visualRect(grid.proxy.index(1, NAME)).center()
    scroll_right(grid)
    assert grid.visualRect(grid.proxy.index(1, NAME)).center() == at
    assert grid.indexAt(at) == grid.proxy.index(1, NAME)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    current = grid.current()
    assert current is not None and current.id == 2
    assert grid.horizontalScrollBar().value() > 0


@pytest.mark.usefixtures("dressed")
def test_what_is_drawn_at_the_left_is_the_frozen_column(qtbot: QtBot, grid: Grid[Work]) -> None:
    def strip() -> QImage:
        box = grid.frozen.columns()
        width = sum(grid.columnWidth(number) for number in box) - 4
        return grid.viewport().grab().toImage().copy(0, 0, width, 4 * grid.rowHeight(1))

    grid.clearSelection()
    grid.setCurrentIndex(grid.proxy.index(3, NOTE))
    grid.horizontalScrollBar().setValue(0)
    grid.clearSelection()
    before = strip()
    scroll_right(grid)
    assert strip() == before
    grid.columns.freeze_to(None)
    qtbot.waitUntil(lambda: strip() != before)


def test_a_frozen_cell_is_edited_where_it_stands(qtbot: QtBot, grid: Grid[Work], model: TableModel[Work]) -> None:
    scroll_right(grid)
    where = grid.visualRect(grid.proxy.index(0, NAME))
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=where.center())
    qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=where.center())
    editor = grid.viewport().findChild(QPlainTextEdit)
    assert editor.geometry().left() == where.left()
    editor.selectAll()
    compose(editor, "Sửa tại chỗ")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: model.rows()[0].name == "Sửa tại chỗ")


@pytest.mark.parametrize(
    ("key", "modifier", "column"), [(Key.Key_Tab, Modifier.NoModifier, STATE), (Key.Key_Backtab, SHIFT, NUMBER)]
)
def test_tab_takes_a_long_text_and_steps(
    qtbot: QtBot, grid: Grid[Work], model: TableModel[Work], *, key: Qt.Key, modifier: Qt.KeyboardModifier, column: int
) -> None:
    qtbot.keyClick(grid, Key.Key_F2)
    editor = grid.viewport().findChild(QPlainTextEdit)
    assert editor is not None
    compose(editor, "Ký giao ước")
    qtbot.keyClick(editor, key, modifier)
    assert model.rows()[0].name == "Ký giao ước"
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (0, column)


def test_the_cursor_never_hides_below_the_frozen_columns(qtbot: QtBot, grid: Grid[Work]) -> None:
    scroll_right(grid)
    grid.setCurrentIndex(grid.proxy.index(0, STATE))
    grid.scrollTo(grid.proxy.index(0, STATE))
    assert grid.visualRect(grid.proxy.index(0, STATE)).left() >= grid.frozen.width()


def test_a_frozen_title_sorts(qtbot: QtBot, grid: Grid[Work]) -> None:
    scroll_right(grid)
    qtbot.mouseClick(grid.header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 10))
    assert grid.header.sortIndicatorSection() == NAME
    assert shown(grid) == ["2", "3", "1", "4"]
    assert grid.header.section_at(QPoint(10, 10)) == NUMBER


def test_freezing_by_key_is_remembered(
    qtbot: QtBot, grid: Grid[Work], model: TableModel[Work], preferences: Preferences
) -> None:
    assert grid.frozen.count == 2
    grid.go_to(1, column=NUMBER)
    qtbot.keyClick(grid, Key.Key_F, CONTROL | ALT)
    assert grid.frozen.count == 1
    again = Grid(model, name="works", preferences=preferences)
    qtbot.addWidget(again)
    assert again.frozen.count == 1
    qtbot.keyClick(grid, Key.Key_F, CONTROL | ALT)
    assert grid.frozen.count == 0


def test_a_narrow_window_freezes_no_more_than_it_can(grid: Grid[Work]) -> None:
    grid.resize(220, 300)
    assert grid.frozen.columns() == [NUMBER]
