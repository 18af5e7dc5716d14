"""Looks at a window as a reader would: words cut off, one thing over another, weak colours, English, blank tables."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from tests.ui.examining import contrast, emptiness, fitting, words
from thidua_desktop.ui import shots
from thidua_desktop.ui.common import small_screens, theme
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.screen import settle

ROOM = QSize(1092, 535)
"""What title bar and task bar of Windows leave of 1366×768 dots at 125 %; 1920×1080 at 150 % leaves more."""

Look = Callable[[QWidget], list[str]]
PLACES: tuple[Look, ...] = (fitting.cut_off, fitting.overlapping, fitting.outside, fitting.hidden_buttons)
SAID: tuple[Look, ...] = (contrast.weak, words.english, words.shouted, emptiness.blank)


def faults(window: MainWindow, shown: QWidget) -> list[str]:
    """All that is wrong with a screen: as it opens, in the dark scheme, and on a smaller screen."""
    first = shown.size()
    found = _found("", shown, (*PLACES, *SAID))
    found += [f"too large: {said}" for said in fitting.too_large(shown, ROOM)]
    shots.fit(window, shown, first.boundedTo(ROOM))
    found += _found("small, ", shown, PLACES)
    shots.wear(window, theme.DARK)
    found += _found("dark, ", shown, (contrast.weak,))
    return found


def faults_at(window: MainWindow, shown: QWidget, room: QSize, smallest: QSize) -> list[str]:
    """All that is wrong with a screen in a room of this size, light and dark; every button is reached in the smallest.

    In the smallest room titles may be cut off: what cannot be read there can be scrolled to in a larger window.
    """
    _put(window, shown, room)
    found = _found("", shown, PLACES)
    for scheme, when in ((theme.LIGHT, "light, "), (theme.DARK, "dark, ")):
        shots.wear(window, scheme)
        found += _found(when, shown, (contrast.weak,))
    _put(window, shown, smallest)
    found += [f"too large: {said}" for said in fitting.too_large(shown, smallest)]
    return found + _found("smallest, ", shown, (fitting.hidden_buttons,))


def _put(window: MainWindow, shown: QWidget, room: QSize) -> None:
    """Bring a screen onto a small display, as the program itself does with each window that comes to the front."""
    whole = shown is window and shown.size() == shots.SIZE  # a screen about a smaller window chose its size itself
    for _again in range(2):  # less width may need more height
        for each in dict.fromkeys((window, shown)):
            small_screens.fit(each, QRect(QPoint(), room))
        shots.fit(window, shown, room if whole else shown.size().boundedTo(room))
        settle(window)


def _found(when: str, shown: QWidget, looks: tuple[Look, ...]) -> list[str]:
    return [f"{when}{look.__name__}: {said}" for look in looks for said in look(shown)]
