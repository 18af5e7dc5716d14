"""Backups that make themselves: on schedule while the file is open, and before the window closes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.backups import Made, Reason, SecondPlace
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import labels, messages

_LOOK_EACH_MS = 60_000


class BackupKeeper(QObject):
    """Asks the schedule every minute. All work is the runner's; nothing here waits.

    It does nothing before ``start``: a window that is only drawn makes no backups.
    """

    proven_changed = Signal(object)
    """The moment of the last trial restore that succeeded, or None."""

    def __init__(self, services: Services, runner: Runner, feedback: Feedback, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._read_only = services, services.read_only
        self._runner, self._feedback = runner, feedback
        self._told: str | SecondPlace | None = None
        self.started = False
        self._timer = QTimer(self, interval=_LOOK_EACH_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch the schedule."""
        self.started = not self._read_only
        if self.started:
            self._timer.start()

    def stop(self) -> None:
        """Watch no more, and let the window close without a backup."""
        self.started = False
        self._timer.stop()

    def look(self) -> None:
        """Make a backup if the schedule asks for one."""
        self._runner.run(self._is_due, self._on_due, self._on_trouble)

    def show_stamp(self) -> None:
        """Read again when the last backup was proven."""
        self._runner.run(self._last_proven, self.proven_changed.emit, lambda _trouble: None)

    def before_closing(self, then: Callable[[], None], failed: Callable[[AppError], None]) -> None:
        """Make a last backup if anything was done since the one before, then go on."""
        self._timer.stop()
        work = partial(self._services.backups.make_if_changed, Reason.CLOSING)
        self._runner.run(work, lambda _made: then(), failed, label="Đang sao lưu trước khi đóng…")

    # Asked for in the worker, which reads the modules of backups beside the window.

    def _is_due(self) -> bool:
        return self._services.backups.due()

    def _last_proven(self) -> datetime | None:
        return self._services.backups.last_proven()

    def _on_due(self, due: bool) -> None:
        if due:
            work = partial(self._services.backups.make, Reason.SCHEDULE)
            self._runner.run(work, self._on_made, self._on_trouble, label="Đang sao lưu định kỳ…")

    def _on_made(self, made: Made) -> None:
        self.proven_changed.emit(made.backup.proven_at)
        away = made.second in (SecondPlace.AWAY, SecondPlace.FAILED)
        if away and made.second != self._told:
            self._feedback.say(f"Đã sao lưu định kỳ. {labels.of(made.second)}.", tone=Tone.INFO)
        self._told = made.second if away else None

    def _on_trouble(self, trouble: AppError) -> None:
        told = messages.error(trouble)
        if told != self._told:  # once, not every minute
            self._feedback.say(f"Chưa sao lưu định kỳ được. {told}", tone=Tone.WARNING)
        self._told = told
