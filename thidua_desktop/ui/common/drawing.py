"""The moment at which a window has been drawn for the first time and answers keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_DRAWINGS = (QEvent.Type.Expose, QEvent.Type.UpdateRequest)
_TURN_MS, _TURNS = 20, 5
"""So many turns of the event loop make a rest. Turns and not a time: on a busy machine that would be over while the
window is still drawing."""
_NOT_SHOWN_MS, _NOT_DRAWN_MS = 100, 5_000
"""A window that is never shown, or shown but never drawn (made small), is at rest after this time all the same."""


class Rest(QObject):
    """Tells once when a window has come to rest."""

    reached = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._turns = window, 0
        self._timer = QTimer(self, singleShot=True, interval=_NOT_SHOWN_MS)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def watch(self) -> None:
        """The window is being shown; call it from ``showEvent``.

        What is looked at is what the system tells the window until that asks for a drawing. The events of the widget
        itself would come through Python all its life for one moment's sake.
        """
        if self._timer.isActive() and self._timer.isSingleShot():
            self._timer.start(_NOT_DRAWN_MS)
            self._window.winId()  # makes what the system knows the window by, if showing has not done so yet
            self._window.windowHandle().installEventFilter(self)

    def end(self) -> None:
        """The window is closed: nothing is to begin any more."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The drawing itself comes right after this; a turn is due only when the event loop is reached again."""
        if event.type() in _DRAWINGS:
            watched.removeEventFilter(self)
            if self._timer.isActive():
                self._turns = _TURNS
                self._timer.setSingleShot(False)
                self._timer.start(_TURN_MS)
        return super().eventFilter(watched, event)

    def _on_turn(self) -> None:
        self._turns -= 1
        if self._turns <= 0:
            self._timer.stop()
            self.reached.emit()
