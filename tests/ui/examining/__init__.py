"""Looks at a window as a reader would: words cut off, one thing over another, weak colours, English, blank tables."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from tests.ui.examining import contrast, emptiness, fitting, words
from thidua_desktop.ui import shots
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.main_window import MainWindow

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


def _found(when: str, shown: QWidget, looks: tuple[Look, ...]) -> list[str]:
    return [f"{when}{look.__name__}: {said}" for look in looks for said in look(shown)]
