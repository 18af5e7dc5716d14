"""The cursor of a grid goes from row to row: it never stands on the heading of a group."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.common.works import ALT, COLUMNS, CONTROL, NAME, NOTE, NUMBER, ROWS, SHIFT, Key, Modifier, Work
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import Grouping, TableModel

NONE = Modifier.NoModifier


@pytest.fixture
def grouped(qtbot: QtBot, preferences: Preferences) -> Grid[Work]:
    """Rows 1, 2 and 4, 3 below three headings."""
    grouping = Grouping[Work](lambda work: work.state, lambda rows: f"{len(rows)} việc")
    model = TableModel(COLUMNS, key=lambda work: work.id, grouping=grouping)
    model.set_rows(ROWS)
    made = Grid(model, name="grouped", preferences=preferences)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def stands_on(grid: Grid[Work]) -> tuple[int | None, int]:
    row = grid.current()
    return row.id if row is not None else None, grid.currentIndex().column()


@pytest.mark.parametrize(
    ("start", "pressed", "end"),
    [
        ((1, NAME), (Key.Key_Down, NONE), (2, NAME)),
        ((2, NAME), (Key.Key_Up, NONE), (1, NAME)),
        ((1, NAME), (Key.Key_Up, NONE), (1, NAME)),
        ((4, NAME), (Key.Key_Home, CONTROL), (1, NUMBER)),
        ((1, NAME), (Key.Key_End, CONTROL), (3, NOTE)),
        ((3, NAME), (Key.Key_Up, CONTROL), (1, NAME)),
        ((1, NAME), (Key.Key_Down, CONTROL), (3, NAME)),
        ((2, NAME), (Key.Key_Left, CONTROL), (2, NUMBER)),
        ((2, NAME), (Key.Key_Right, CONTROL), (2, NOTE)),
        ((3, NAME), (Key.Key_PageUp, NONE), (1, NAME)),
        ((1, NAME), (Key.Key_PageDown, NONE), (3, NAME)),
        ((1, NOTE), (Key.Key_Tab, NONE), (2, NUMBER)),
        ((2, NUMBER), (Key.Key_Backtab, SHIFT), (1, NOTE)),
        ((1, NAME), (Key.Key_Return, NONE), (2, NAME)),
        ((3, NAME), (Key.Key_Return, SHIFT), (4, NAME)),
    ],
)
def test_keys_go_past_headings(
    qtbot: QtBot,
    grouped: Grid[Work],
    start: tuple[int, int],
    pressed: tuple[Qt.Key, Modifier],
    end: tuple[int, int],
) -> None:
    grouped.go_to(start[0], column=start[1])
    qtbot.keyClick(grouped, *pressed)
    assert stands_on(grouped) == end
    at = grouped.currentIndex()
    assert grouped.blocks.cells() == [(at.row(), at.column())]


def test_rows_are_selected_past_a_heading(qtbot: QtBot, grouped: Grid[Work]) -> None:
    grouped.go_to(1, column=NAME)
    qtbot.keyClick(grouped, Key.Key_Down, SHIFT)
    assert [work.id for work in grouped.selected()] == [1, 2]


def test_a_table_of_headings_alone_keeps_its_cursor(qtbot: QtBot, grouped: Grid[Work]) -> None:
    grouped.proxy.set_query("không có việc nào như vậy")
    qtbot.keyClick(grouped, Key.Key_Home, CONTROL)
    qtbot.keyClick(grouped, Key.Key_Down, ALT)
    assert grouped.current() is None
