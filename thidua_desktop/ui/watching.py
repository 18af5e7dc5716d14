"""Keeps a window that only looks up to date: who writes, and what has been written since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.services.container import Services
from thidua_desktop.services.sharing import CHANGED
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.years.strip import StateStrip
from thidua_desktop.wording import messages

if TYPE_CHECKING:
    from thidua_desktop.services.sharing import Sight


_LOOK_EACH_MS = 3_000


class Watch(QObject):
    """Looks at the file every few seconds, and at once when the clerk comes back to the window.

    It does nothing before ``start``, nor in a window that can write.
    """

    def __init__(
        self, services: Services, runner: Runner, navigation: Navigation, strip: StateStrip, window: QWidget
    ) -> None:
        super().__init__(window)
        self._sharing = services.sharing
        self._runner, self._navigation, self._strip = runner, navigation, strip
        self._position: str | None = None
        """How far the file had come when the screens were filled."""
        self._looking = False
        self._timer = QTimer(self, interval=_LOOK_EACH_MS)
        self._timer.timeout.connect(self.look)
        window.installEventFilter(self)

    def start(self) -> None:
        """Begin to watch."""
        if self._sharing.possible:
            self._timer.start()
            self.look()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look once, unless that is under way."""
        if not self._looking:
            self._looking = True
            self._runner.run(self._sharing.look, self._on_seen, self._on_trouble)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that the window has come to the front."""
        if event.type() is QEvent.Type.WindowActivate and self._timer.isActive():
            self.look()
        return super().eventFilter(watched, event)

    def _on_seen(self, sight: Sight) -> None:
        from thidua_desktop.wording import sharing

        self._looking = False
        if sight.replaced:
            self.stop()
            self._strip.tell(sharing.REPLACED, replaced=True)
            return
        writer = sight.writer
        if writer is None:
            self._strip.tell(sharing.ALONE)
        else:
            self._strip.tell(sharing.writer(writer.user, writer.host, writer.since, here=writer.here))
        former, self._position = self._position, sight.position
        if former not in (None, sight.position):
            self._navigation.changes_made.emit(CHANGED)

    def _on_trouble(self, trouble: AppError) -> None:
        self._looking = False
        self._strip.tell(messages.error(trouble))
