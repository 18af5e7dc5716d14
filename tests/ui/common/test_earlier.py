"""Earlier values are offered in the cells of a column; a wrong one is forgotten and can be offered again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.common.works import ALT, CONTROL, Key, Work
from thidua_desktop.ui.common.columns import Column, Editor
from thidua_desktop.ui.common.earlier import EarlierWords
from thidua_desktop.ui.common.editors import SuggestEdit
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel

COLUMNS = (
    Column[Work]("id", "TT", lambda work: str(work.id)),
    Column[Work](
        "note", "Sản phẩm", lambda work: work.note, earlier=True, edit=lambda work, text: replace(work, note=text)
    ),
)
ROWS = [Work(1, "", note="Báo cáo"), Work(2, "", note="Báo cáo"), Work(3, "", note="Báo các"), Work(4, "")]


@pytest.fixture
def grid(qtbot: QtBot, preferences: Preferences) -> Grid[Work]:
    model = TableModel(COLUMNS, key=lambda work: work.id)
    model.set_rows(ROWS)
    made = Grid(model, name="works", preferences=preferences)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    made.go_to(4, column=1)
    return made


def typed(qtbot: QtBot, grid: Grid[Work], text: str) -> SuggestEdit:
    grid.edit(grid.currentIndex())
    field = grid.findChild(SuggestEdit)
    assert isinstance(field, SuggestEdit)
    qtbot.keyClicks(field, text)
    return field


def test_what_other_rows_say_is_offered_the_most_usual_first(qtbot: QtBot, grid: Grid[Work]) -> None:
    assert typed(qtbot, grid, "bao").offered() == ["Báo cáo", "Báo các"]


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_delete_in_the_list_forgets(
    qtbot: QtBot, grid: Grid[Work], preferences: Preferences, modifier: Qt.KeyboardModifier
) -> None:
    field = typed(qtbot, grid, "bao")
    listed = QApplication.activePopupWidget()
    assert listed is not None
    for key, held in ((Key.Key_Down, Qt.KeyboardModifier.NoModifier),) * 2 + ((Key.Key_Delete, modifier),):
        qtbot.keyClick(listed, key, held)
    assert field.offered() == ["Báo cáo"]
    assert preferences.words.forgotten("Sản phẩm") == {"Báo các"}
    assert grid.model().index(2, 1).data() == "Báo các"
    qtbot.keyClick(listed, Key.Key_Escape)
    grid.setFocus()
    qtbot.keyClick(grid, Key.Key_Backspace, CONTROL | ALT)
    assert preferences.words.forgotten("Sản phẩm") == frozenset()


def test_delete_in_the_text_forgets_nothing(qtbot: QtBot, grid: Grid[Work], preferences: Preferences) -> None:
    field = typed(qtbot, grid, "bao")
    listed = QApplication.activePopupWidget()
    assert listed is not None
    qtbot.keyClick(listed, Key.Key_Delete)
    assert preferences.words.forgotten("Sản phẩm") == frozenset()
    assert field.text() == "bao"
    qtbot.keyClick(listed, Key.Key_Escape)


def test_words_are_counted_once_each_blanks_aside() -> None:
    words = EarlierWords()
    assert words.offered("x", ["a", "b ", " b", "", "c"]) == ["b", "a", "c"]
    words.forget("x", "b")
    assert words.offered("x", ["b", "c"]) == ["c"]
    assert words.offered("y", ["b"]) == ["b"]


def test_of_several_names_in_a_cell_each_is_offered(qtbot: QtBot, preferences: Preferences) -> None:
    several = replace(COLUMNS[1], editor=Editor.SEVERAL, choices=lambda: ("Sở Nội vụ",))
    model = TableModel((several,), key=lambda work: work.id)
    model.set_rows([Work(1, "", note="Sở Tài chính; Sở Tài chín"), Work(2, "")])
    grid = Grid(model, name="several", preferences=preferences)
    qtbot.addWidget(grid)
    preferences.words.forget("Sản phẩm", "Sở Tài chín")
    field = grid.offers.field(several, grid)
    field.setText("Sở Y tế; ")
    field._show_offer(everything=True)
    assert field.offered() == ["Sở Nội vụ", "Sở Tài chính"]
