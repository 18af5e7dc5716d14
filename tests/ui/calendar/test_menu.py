"""Everything that the tab can do stands in its menu, once, in Vietnamese, and keys are not given twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.calendar.page import CalendarPage


@pytest.fixture
def menu(qtbot: QtBot, page: CalendarPage) -> QMenu:
    made = QMenu(page)
    page.fill_menu(made)
    return made


def entries(menu: QMenu) -> Iterator[QAction]:
    for entry in menu.actions():
        inner = entry.menu()
        if isinstance(inner, QMenu):
            yield from entries(inner)
        elif not entry.isSeparator():
            yield entry


def test_every_action_of_the_tab_is_in_the_menu_once(page: CalendarPage, menu: QMenu) -> None:
    counted = Counter(entry.text() for entry in entries(menu))
    assert {action.text() for action in page.actions()} <= set(counted)
    assert [text for text, times in counted.items() if times > 1] == []


def test_no_key_is_given_twice(page: CalendarPage, menu: QMenu) -> None:
    portable = QKeySequence.SequenceFormat.PortableText
    keys = Counter(entry.shortcut().toString(portable) for entry in entries(menu) if not entry.shortcut().isEmpty())
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.usefixtures("dressed")
def test_the_menu_fits_a_screen_of_768_lines(menu: QMenu) -> None:
    assert menu.sizeHint().height() <= 680
