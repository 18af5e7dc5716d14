"""A picture to be taken of the window, and letting the window come to rest before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.common.slices import Slices
from thidua_desktop.ui.main_window import MainWindow

_SETTLE_MS = 60
_ROUNDS = 3
"""On a busy machine the time is over before what was put off for later, such as the heights of rows, has been done."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture. ``show`` brings the window there and gives the widget to take; ``large`` adds one at scale 2."""

    name: str
    show: Callable[[MainWindow], QWidget]
    large: bool = False
    dark: bool = False
    """Also in the dark scheme."""


def settle(window: MainWindow) -> None:
    """Let timers and background work come to rest."""
    waiting = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, waiting.quit)
    waiting.exec()
    while window.tasks.busy() or any(pieces.busy() for pieces in window.findChildren(Slices)):
        QTimer.singleShot(_SETTLE_MS, waiting.quit)
        waiting.exec()
    for _ in range(_ROUNDS):
        QCoreApplication.processEvents()
