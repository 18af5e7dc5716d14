"""Filter row, frozen columns, growing paste, chooser, sorting and zoom: by keys and by mouse."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.helpers import compose, unnamed
from thidua_desktop.common.errors import AppError
from thidua_desktop.ui.common import clipboard, entry, filtering, grid_menu
from thidua_desktop.ui.common.columns import Column, Editor
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.wording import messages

Key = Qt.Key
Modifier = Qt.KeyboardModifier
CONTROL, SHIFT, ALT = Modifier.ControlModifier, Modifier.ShiftModifier, Modifier.AltModifier
NUMBER, NAME, STATE, UNIT, NOTE = range(5)
STATES = ("Chưa làm", "Đang làm", "Hoàn thành")


@dataclass(frozen=True)
class Work:
    id: int | None
    name: str
    state: str = "Chưa làm"
    unit: str = ""
    note: str = ""


COLUMNS = (
    Column[Work]("id", "TT", lambda work: str(work.id or ""), 44, sort_key=lambda work: work.id, frozen=True),
    Column[Work](
        "name",
        "Nội dung",
        lambda work: work.name,
        200,
        stretch=True,
        wrap=True,
        frozen=True,
        editor=Editor.LONG_TEXT,
        edit=lambda work, text: replace(work, name=entry.required(text)),
    ),
    Column[Work](
        "state",
        "Trạng thái",
        lambda work: work.state,
        150,
        sort_key=lambda work: STATES.index(work.state),
        editor=Editor.CHOICE,
        choices=lambda: STATES,
        edit=lambda work, text: replace(work, state=entry.choice(text, {name: name for name in STATES})),
    ),
    Column[Work](
        "unit",
        "Chủ trì",
        lambda work: work.unit,
        260,
        editor=Editor.SEVERAL,
        choices=lambda: ("Sở Nội vụ",),
        edit=lambda work, text: replace(work, unit="; ".join(entry.units(text))),
    ),
    Column[Work]("note", "Ghi chú", lambda work: work.note, 260, edit=lambda work, text: replace(work, note=text)),
)
ROWS = [
    Work(1, "Đăng ký giao ước thi đua", unit="Sở Nội vụ"),
    Work(2, "Báo cáo sơ kết", "Đang làm", "Văn phòng Ủy ban nhân dân tỉnh"),
    Work(3, "Đánh giá điển hình tiên tiến", "Hoàn thành", "Sở Nội vụ", "đã gửi"),
    Work(4, "Tổng kết", "Đang làm"),
]


@pytest.fixture
def model(qapp: object) -> TableModel[Work]:
    made = TableModel(COLUMNS, key=lambda work: work.id)
    made.set_rows(ROWS)
    made.grow = lambda like: Work(None, "Việc mới", state=like.state if like is not None else "Chưa làm")
    return made


@pytest.fixture
def grid(qtbot: QtBot, model: TableModel[Work], preferences: Preferences) -> Grid[Work]:
    made = Grid(model, name="works", preferences=preferences, filters=True)
    qtbot.addWidget(made)
    made.resize(560, 320)
    with qtbot.waitActive(made):
        made.show()
    made.go_to(1, column=NAME)
    made.setFocus()
    return made


def shown(grid: Grid[Work]) -> list[str]:
    return [str(grid.proxy.index(at, NUMBER).data()) for at in range(grid.proxy.rowCount())]


def field(grid: Grid[Work], number: int) -> QLineEdit:
    found = grid.filters._fields[number]
    assert isinstance(found, QLineEdit)
    return found


def scroll_right(grid: Grid[Work]) -> int:
    bar = grid.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    return bar.value()


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
    assert messages.error(trouble).startswith("Dòng 2 của khối, cột “Trạng thái”: không nhận “sai”.")
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
    assert [title for _, title, seen in grid.columns.arranged() if seen] == ["TT", "Chủ trì", "Nội dung", "Trạng thái"]
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
    assert len(said) == len(grid._keys)
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
