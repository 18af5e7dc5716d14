"""What lies in many layouts is drawn once for a change, and a dialog opened by an answer is drawn once too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLabel, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.common.works import Work
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.cards import Card, CardList
from thidua_desktop.ui.common.drawn_once import DrawnOnce, rest
from thidua_desktop.ui.common.grid import Grid


class _Counted(QWidget):
    """Counts how often it is drawn."""

    drawn = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """One more."""
        self.drawn += 1


def _deep(qtbot: QtBot) -> tuple[QDialog, QTabWidget, _Counted]:
    """A dialog in which tabs lie below tabs, with a counted widget in the innermost."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    counted, around = _Counted(), QWidget(dialog)
    QVBoxLayout(dialog).addWidget(around)
    for _ in range(3):
        tabs = QTabWidget(around)
        QVBoxLayout(around).addWidget(tabs)
        around = QLabel(tabs)
        tabs.addTab(around, "Kế hoạch")
    QVBoxLayout(around).addWidget(counted)
    dialog.resize(400, 300)
    return dialog, tabs, counted


def _events() -> None:
    for _ in range(12):
        QCoreApplication.processEvents()


@pytest.mark.parametrize("watched", [True, False])
def test_a_longer_title_draws_what_lies_around_it_once(qtbot: QtBot, watched: bool) -> None:
    """Without anybody watching it is drawn for each layout: that is what Qt does, and why this exists."""
    dialog, tabs, counted = _deep(qtbot)
    dialog.show()
    _events()
    if watched:
        DrawnOnce(dialog)
    before = counted.drawn
    tabs.setTabText(0, "Kế hoạch công tác thi đua, khen thưởng năm 2026\nvà các năm sau")
    _events()
    assert counted.drawn - before == 1 if watched else counted.drawn - before > 1


def test_a_dialog_opened_by_an_answer_is_drawn_once(qtbot: QtBot) -> None:
    dialog, _tabs, counted = _deep(qtbot)

    def answer() -> None:
        dialog.show()
        DrawnOnce(dialog)

    QTimer.singleShot(0, answer)
    _events()
    assert counted.drawn == 1


class _Drawings(QObject):
    """Counts how often what it watches is drawn."""

    def __init__(self, watched: QAbstractItemView) -> None:
        super().__init__(watched)
        self.number = 0
        watched.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """One more."""
        self.number += event.type() == QEvent.Type.Paint
        return False


def _of_long_lines() -> list[Work]:
    return [Work(number, f"Nội dung thứ {number} của kế hoạch. " * 8) for number in range(1, 4)]


def test_a_table_is_drawn_once_with_its_rows_as_high_as_their_text(qtbot: QtBot, grid: Grid[Work]) -> None:
    grid.hide()
    drawings = _Drawings(grid)
    grid.set_rows(_of_long_lines())
    grid.resize(700, 500)
    grid.show()
    _events()
    assert drawings.number == 1
    assert grid.rowHeight(0) > theme.ROW_HEIGHT


def test_rows_that_come_later_are_drawn_once(grid: Grid[Work]) -> None:
    _events()
    drawings = _Drawings(grid)
    QTimer.singleShot(0, lambda: grid.set_rows(_of_long_lines()))
    _events()
    assert drawings.number == 1
    assert grid.rowHeight(0) > theme.ROW_HEIGHT


def test_a_list_of_cards_is_drawn_once(qtbot: QtBot) -> None:
    cards = CardList("Các đợt xét")
    qtbot.addWidget(cards)
    cards.resize(200, 300)
    cards.show()
    _events()
    drawings = _Drawings(cards)
    card = Card(1, "Khen thưởng tổng kết năm học của các trường " * 3, "Sở Nội vụ", "3 dòng")
    QTimer.singleShot(0, lambda: cards.set_cards([card]))
    _events()
    assert drawings.number == 1


def test_letting_layouts_rest_draws_nothing(qtbot: QtBot) -> None:
    dialog, tabs, counted = _deep(qtbot)
    dialog.show()
    _events()
    before = counted.drawn
    tabs.setTabText(0, "Một tên dài hơn nhiều")
    rest()
    assert counted.drawn == before
