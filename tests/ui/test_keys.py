"""No key means two things at the same place: Qt would do neither."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.main_window import MainWindow

_WINDOW = Qt.ShortcutContext.WindowShortcut


def keys(actions: list[QAction]) -> list[str]:
    return [key.toString() for action in actions for key in action.shortcuts() if not QKeySequence(key).isEmpty()]


def own(widget: QWidget) -> list[QAction]:
    """The actions that a widget hears itself, not those of its menus."""
    return [action for action in widget.actions() if action.parent() is widget]


def test_a_key_of_the_window_is_no_key_of_a_page(window: MainWindow) -> None:
    everywhere = [action for action in window.findChildren(QAction) if action.shortcutContext() is _WINDOW]
    taken = set(keys(everywhere))
    assert [key for key, count in Counter(keys(list(dict.fromkeys(everywhere)))).items() if count > 1] == []
    for page in window.pages.all():
        inner = [action for widget in (page, *page.findChildren(QWidget)) for action in own(widget)]
        local = [action for action in dict.fromkeys(inner) if action.shortcutContext() is not _WINDOW]
        assert taken & set(keys(local)) == set(), type(page).__name__


def test_a_key_of_a_page_is_no_key_of_what_stands_in_it(window: MainWindow) -> None:
    for page in window.pages.all():
        of_page = keys(own(page))
        assert [key for key, count in Counter(of_page).items() if count > 1] == [], type(page).__name__
        for widget in page.findChildren(QWidget):
            assert set(of_page) & set(keys(own(widget))) == set(), type(widget).__name__


def test_the_keys_of_a_tab_work_as_soon_as_it_is_in_front(qtbot: QtBot, with_plan: PlanId, window: MainWindow) -> None:
    for number, page in enumerate(window.pages.all()):
        window.show_page(number)
        focus = window.focusWidget()
        assert page.isAncestorOf(focus) or focus is page, type(page).__name__
    window.show_page(1)
    for key, view in ((Qt.Key.Key_1, View.YEAR), (Qt.Key.Key_5, View.LIST), (Qt.Key.Key_3, View.MONTH)):
        qtbot.keyClick(window.focusWidget(), key)
        assert window.calendar.view is view


def test_going_along_the_tabs_by_arrow_keeps_the_focus_there(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page(0)
    window.tabs.setFocus()
    qtbot.keyClick(window.tabs, Qt.Key.Key_Right)
    assert window.stack.currentWidget() is window.calendar
    assert window.tabs.hasFocus()
