"""Where a window stood and how large it was, remembered for its user; never where no screen is any more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.common.preferences import Preferences

_TITLE = 32
"""How high the strip is by which a window is taken hold of."""
_HOLD = 120
"""How much of its width has to be on a screen."""


class WindowPlace(QObject):
    """Brings one window to its remembered place, and remembers it when the window is closed."""

    def __init__(self, window: QWidget, preferences: Preferences, name: str) -> None:
        """To be made when the window has the size that it comes with."""
        super().__init__(window)
        self._window, self._preferences, self._name = window, preferences, f"places/{name}"
        state = preferences.state(self._name)
        if state is not None and window.restoreGeometry(state) and not window.isMaximized():
            screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
            wanted = placed(window.geometry(), screens)
            if wanted != window.geometry():
                window.setGeometry(wanted)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that goes is remembered as it stood; being made small does not count."""
        if watched is self._window and event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.remember()
        return super().eventFilter(watched, event)

    def remember(self) -> None:
        """Keep place and size now, unless they are kept: what was saved last stays on the disk as it is."""
        state = self._window.saveGeometry()
        if self._preferences.state(self._name) != state:
            self._preferences.set_state(self._name, state)


def placed(window: QRect, screens: Sequence[QRect]) -> QRect:
    """The place of a window on the screens there are: its own, or the middle of the first where it could not be seen.

    Args:
        window: where it stood.
        screens: the room on each screen, that of the first screen first.
    """
    if not screens:
        return window
    strip = QRect(window.left(), window.top(), window.width(), _TITLE)
    seen = [screen for screen in screens if _held(strip, screen)]
    room = seen[0] if seen else screens[0]
    found = QRect(window)
    found.setSize(window.size().boundedTo(room.size()))
    if not seen:
        found.moveCenter(room.center())
    return found


def _held(strip: QRect, screen: QRect) -> bool:
    shared = strip.intersected(screen)
    return shared.width() >= min(_HOLD, strip.width()) and shared.height() >= _TITLE // 2
