"""No key means two things at the same place: Qt would do neither."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

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
    for page in window.pages:
        inner = [action for widget in (page, *page.findChildren(QWidget)) for action in own(widget)]
        local = [action for action in dict.fromkeys(inner) if action.shortcutContext() is not _WINDOW]
        assert taken & set(keys(local)) == set(), type(page).__name__


def test_a_key_of_a_page_is_no_key_of_what_stands_in_it(window: MainWindow) -> None:
    for page in window.pages:
        of_page = keys(own(page))
        assert [key for key, count in Counter(of_page).items() if count > 1] == [], type(page).__name__
        for widget in page.findChildren(QWidget):
            assert set(of_page) & set(keys(own(widget))) == set(), type(widget).__name__
