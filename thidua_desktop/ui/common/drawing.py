"""The moment at which a window has been drawn for the first time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_DRAWINGS = (QEvent.Type.Expose, QEvent.Type.UpdateRequest)


def when_drawn(window: QWidget, timer: QTimer, after_ms: int) -> None:
    """Start a timer anew once the window that is being shown has been drawn; until then it runs on as it was."""
    _Drawn(window, timer, after_ms)


class _Drawn(QObject):
    """Looks at what the system tells the window until that asks for a drawing.

    Not at the events of the widget: those of a whole life would come through Python for one moment's sake.
    """

    def __init__(self, window: QWidget, timer: QTimer, after_ms: int) -> None:
        super().__init__(window)
        self._timer, self._after_ms = timer, after_ms
        window.winId()  # makes what the system knows the window by, if showing has not done so yet
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The drawing itself comes right after this; the timer is due only when the event loop is reached again."""
        if event.type() in _DRAWINGS:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._on_drawn)
        return super().eventFilter(watched, event)

    def _on_drawn(self) -> None:
        if self._timer.isActive():
            self._timer.start(self._after_ms)
        self.deleteLater()
