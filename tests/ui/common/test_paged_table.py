"""The table that reads its rows when they come into sight."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.paged_table import PAGE, PagedModel, PagedTable
from thidua_desktop.ui.common.preferences import Preferences


@dataclass(frozen=True)
class Thing:
    id: int

    @property
    def name(self) -> str:
        return f"Số {self.id}"


COLUMNS = (
    Column[Thing]("name", "Tên", lambda thing: thing.name, 120),
    Column[Thing]("twice", "Gấp đôi", lambda thing: str(2 * thing.id), 80, stretch=True),
    Column[Thing]("hidden", "Ẩn", lambda _thing: "x", 80, hidden=True),
)
Role = Qt.ItemDataRole


class Shelf:
    """Hands rows over when it is told to, as the service does from another thread."""

    def __init__(self, model: PagedModel[Thing], *, at_once: bool) -> None:
        self.model, self.at_once = model, at_once
        self.asked: list[int] = []
        model.page_wanted.connect(self.hear)

    def hear(self, page: int) -> None:
        self.asked.append(page)
        if self.at_once:
            self.give(page)

    def give(self, page: int) -> None:
        last = min((page + 1) * PAGE, self.model.rowCount())
        self.model.take(page, [Thing(number) for number in range(page * PAGE, last)])


@pytest.fixture
def shelf(model: PagedModel[Thing]) -> Shelf:
    """Whoever hands rows over at once; a signal does not keep it alive."""
    return Shelf(model, at_once=True)


@pytest.fixture
def model(qtbot: QtBot) -> PagedModel[Thing]:
    return PagedModel[Thing](COLUMNS)


def text(model: PagedModel[Thing], row: int, column: int = 0) -> object:
    return model.data(model.index(row, column), int(Role.DisplayRole))


def test_a_row_is_read_with_its_page_and_only_once(model: PagedModel[Thing]) -> None:
    shelf = Shelf(model, at_once=False)
    model.show(3 * PAGE)
    assert text(model, PAGE) == "…"
    assert text(model, PAGE + 1) == "…" and text(model, PAGE, 1) is None
    assert shelf.asked == [1]
    shelf.give(1)

    assert (text(model, PAGE), text(model, PAGE, 1)) == (f"Số {PAGE}", str(2 * PAGE))
    assert shelf.asked == [1]


def test_the_first_page_may_be_known_and_a_page_that_was_given_up_is_asked_for_again(model: PagedModel[Thing]) -> None:
    shelf = Shelf(model, at_once=False)
    model.show(3 * PAGE, [Thing(number) for number in range(PAGE)])
    assert (text(model, 0), shelf.asked) == ("Số 0", [])
    assert text(model, PAGE) == "…"
    model.forget(1)
    assert text(model, PAGE) == "…"
    assert shelf.asked == [1, 1]


def test_rows_that_come_too_late_are_dropped(model: PagedModel[Thing]) -> None:
    model.show(3)
    assert text(model, 0) == "…"
    model.show(2)
    model.take(0, [Thing(9)])

    assert text(model, 0) == "…"


def test_a_row_that_has_gone_stays_empty(model: PagedModel[Thing]) -> None:
    model.show(2)
    assert text(model, 0) == "…"
    model.take(0, [Thing(2)])

    assert (text(model, 0), text(model, 1)) == ("Số 2", None)


@pytest.mark.usefixtures("shelf")
def test_the_model_keeps_the_rules_of_qt(model: PagedModel[Thing]) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for count in (5, 0, PAGE + 3):
        model.show(count)

    assert tester.model() is model
    assert model.rowCount() == PAGE + 3


@pytest.mark.usefixtures("shelf")
def test_the_cursor_goes_to_a_line_and_says_its_row(
    qtbot: QtBot, model: PagedModel[Thing], preferences: Preferences
) -> None:
    table = PagedTable[Thing](model, name="things", preferences=preferences)
    qtbot.addWidget(table)
    model.show(3 * PAGE)
    told: list[Thing | None] = []
    table.current_changed.connect(told.append)

    table.go_to(2 * PAGE)
    assert table.current() == told[-1] == Thing(2 * PAGE)
    table.go_to(0)
    assert 0 in table.seen_pages()


@pytest.mark.usefixtures("shelf")
def test_enter_opens_and_copying_is_wished_for(
    qtbot: QtBot, model: PagedModel[Thing], preferences: Preferences
) -> None:
    table = PagedTable[Thing](model, name="things", preferences=preferences)
    qtbot.addWidget(table)
    model.show(2)
    table.selectAll()
    table.setCurrentIndex(model.index(1, 0))
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [Thing(1)]
    table.selectAll()

    with qtbot.waitSignal(table.copy_wanted):
        qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert table.selected_stretches() == (range(2),)
    assert [column.title for column in table.shown_columns()] == ["Tên", "Gấp đôi"]


def test_everything_selected_is_known_by_its_lines(
    qtbot: QtBot, model: PagedModel[Thing], preferences: Preferences
) -> None:
    table = PagedTable[Thing](model, name="things", preferences=preferences)
    qtbot.addWidget(table)
    model.show(1_000_000)
    table.selectAll()
    assert table.selected_stretches() == (range(1_000_000),)
    flag = QItemSelectionModel.SelectionFlag
    table.clearSelection()
    for at in (7, 3, 4):
        table.selectionModel().select(model.index(at, 0), flag.Select | flag.Rows)
    assert [at for stretch in table.selected_stretches() for at in stretch] == [3, 4, 7]


def test_widths_are_remembered(qtbot: QtBot, model: PagedModel[Thing], preferences: Preferences) -> None:
    table = PagedTable[Thing](model, name="things", preferences=preferences)
    qtbot.addWidget(table)
    table.horizontalHeader().resizeSection(0, 222)
    again = PagedTable[Thing](model, name="things", preferences=preferences)
    qtbot.addWidget(again)

    assert again.columnWidth(0) == 222
    assert again.isColumnHidden(2)


@pytest.mark.usefixtures("shelf")
def test_a_title_that_is_pressed_wishes_for_an_order(
    qtbot: QtBot, model: PagedModel[Thing], preferences: Preferences
) -> None:
    table = PagedTable[Thing](model, name="things", preferences=preferences)
    qtbot.addWidget(table)
    with qtbot.waitSignal(table.sort_wanted) as wish:
        table.horizontalHeader().sectionClicked.emit(0)
    assert wish.args == [0]


def test_columns_freeze_and_letters_are_as_in_a_grid(
    qtbot: QtBot, model: PagedModel[Thing], preferences: Preferences
) -> None:
    def made() -> PagedTable[Thing]:
        table = PagedTable(model, name="things", preferences=preferences, filters=("name",))
        qtbot.addWidget(table)
        return table

    first, points = made(), made().font().pointSize()
    control_alt = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    model.show(3, [Thing(number) for number in range(3)])
    first.go_to(1)
    for key in (Qt.Key.Key_F, Qt.Key.Key_Equal, Qt.Key.Key_K):
        qtbot.keyClick(first, key, control_alt)
    chooser = first.habits.chooser
    assert chooser is not None
    chooser.list.item(2).setCheckState(Qt.CheckState.Checked)
    chooser.accept()
    first.habits.toggle_filters()
    again = made()
    assert not again.isColumnHidden(2)
    assert again.frozen.count == 1
    assert again.font().pointSize() == points + 1
    assert again.habits.filters.shown()
    assert set(again.habits.filters._fields) == {0}
