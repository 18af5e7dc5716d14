"""A window is drawn when everything in it has found its place, not once for each level of its layouts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QObject, QTimerEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

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


class BeforeDrawing(QObject):
    """Does something for a widget when it is drawn next, once however often it was asked for.

    A timer would do it after the drawing, and all would be drawn again. What is not seen waits until it is: whoever
    is asked for calls ``now`` when the widget is shown.
    """

    def __init__(self, of: QWidget, do: Callable[[], object]) -> None:
        super().__init__(of)
        self._of, self._do = of, do
        self._wanted = self._posted = False

    def ask(self, *_: object) -> None:
        """Do it before the next drawing; can be connected to any signal."""
        self._wanted = True
        if not self._posted:
            self._posted = True
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def now(self) -> None:
        """Do it at once, if it was asked for."""
        if self._wanted:
            self._wanted = False
            self._do()

    def event(self, event: QEvent) -> bool:
        """The next drawing is near."""
        if event.type() != QEvent.Type.LayoutRequest:
            return super().event(event)
        self._posted = False
        if self._of.isVisible():
            self.now()
        return True


def at_once(view: QAbstractItemView) -> None:
    """Let a view do now what it has put off until the loop of events comes round again.

    Each column and row of another size, and each list that is to be laid out anew, sets a timer of no time, after
    which Qt draws all of it: once more, where it has been drawn meanwhile.
    """
    for timer in QAbstractEventDispatcher.instance().registeredTimers(view):
        if not timer.interval:
            QCoreApplication.sendEvent(view, QTimerEvent(timer.timerId))


def rest() -> None:
    """Let all layouts that have been asked for another place answer now."""
    for _ in range(_LEVELS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateLater.value)
