"""A window is drawn when everything in it has found its place, not once for each level of its layouts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

_DRAWS = (QEvent.Type.UpdateRequest, QEvent.Type.Expose)
_LEVELS = 8
"""How deep what changes its size lies in the layouts around it, at most; what lies deeper is drawn once more."""


class DrawnOnce(QObject):
    """Lets the layouts of one window come to rest before it is drawn.

    A widget that has changed asks the layout around it for another place, and only when that has answered does the
    next one hear of it, in the next round of events. Qt draws between the rounds: whatever lies around a longer title
    was drawn again for each layout up to the window, and a window opened by an answer from the background was drawn
    before it had been laid out at all.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay out before drawing; the surface of the window is watched until it is first seen."""
        kind = event.type()
        if kind in _DRAWS:
            rest()
            if kind == QEvent.Type.Expose:
                watched.removeEventFilter(self)
        return False


def rest() -> None:
    """Let all layouts that have been asked for another place answer now."""
    for _ in range(_LEVELS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateLater.value)
