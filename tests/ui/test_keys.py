"""No key means two things at the same place: Qt would do neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.main_window import MainWindow

_WINDOW = Qt.ShortcutContext.WindowShortcut


@runtime_checkable
class Parted(Protocol):
    """A page that makes its parts when they are looked at."""

    def make_all(self) -> None: ...


def keys(actions: list[QAction]) -> list[str]:
    return [key.toString() for action in actions for key in action.shortcuts() if not QKeySequence(key).isEmpty()]


def own(widget: QWidget) -> list[QAction]:
    """The actions that a widget hears itself, not those of its menus."""
    return [action for action in widget.actions() if action.parent() is widget]


def twice(found: list[str]) -> list[str]:
    return [key for key, count in Counter(found).items() if count > 1]


def outside(widget: QWidget, page: QWidget) -> Iterator[QWidget]:
    """The widgets around one, as far as its page."""
    while widget is not page and (around := widget.parentWidget()) is not None:
        yield around
        widget = around


def test_no_two_actions_that_can_both_be_meant_have_one_key(window: MainWindow) -> None:
    """Those of the window are heard everywhere, those of a widget wherever the focus is within it."""
    for page in window.pages.all():
        if isinstance(page, Parted):
            page.make_all()
    everywhere = [deed for deed in window.findChildren(QAction) if deed.shortcutContext() is _WINDOW]
    of_window = keys(list(dict.fromkeys(everywhere)))
    assert twice(of_window) == []
    for page in window.pages.all():
        for widget in (page, *(inner for inner in page.findChildren(QWidget) if own(inner))):
            around = [deed for one in (widget, *outside(widget, page)) for deed in own(one)]
            local = [deed for deed in dict.fromkeys(around) if deed.shortcutContext() is not _WINDOW]
            assert twice([*set(of_window), *keys(local)]) == [], f"{type(page).__name__}: {type(widget).__name__}"


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
