"""The draft under the clerk's hands: one change after the other, each of which can be taken back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.list_doctor import DoctorDraft
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.doctor.look import Look, look_at

Change = Callable[[DoctorDraft], DoctorDraft]


@dataclass(frozen=True, slots=True)
class _Waiting:
    change: Change
    label: str


class DraftSteps(QObject):
    """Applies changes in the background, in the order in which they were wished."""

    changed = Signal(object)
    """The ``Look`` of the draft as it stands now."""
    refused = Signal(object)
    """An ``AppError``: a change that cannot be made; the draft stays as it was."""
    busy_changed = Signal(bool)

    def __init__(self, look: Look, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.look = look
        self._past: list[Look] = []
        self._waiting: deque[_Waiting] = deque()
        self._busy = False

    @property
    def draft(self) -> DoctorDraft:
        """The draft as it stands now."""
        return self.look.draft

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._past)

    def apply(self, change: Change, *, label: str = "") -> None:
        """Change the draft as it will be once all earlier changes are made."""
        self._waiting.append(_Waiting(change, label))
        if not self._busy:
            self._next()

    def undo(self) -> None:
        """Take the last change back."""
        if self._past and not self._busy:
            self._show(self._past.pop())

    def _next(self) -> None:
        if not self._waiting:
            self._set_busy(False)
            return
        self._set_busy(True)
        wish, look = self._waiting.popleft(), self.look

        def work() -> Look:
            return look_at(wish.change(look.draft), look)

        self._runner.run(work, self._on_done, self._on_failed, label=wish.label)

    def _on_done(self, look: Look) -> None:
        self._past.append(self.look)
        self._show(look)
        self._next()

    def _on_failed(self, trouble: AppError) -> None:
        # What was wished after it was meant for a draft that will not come about.
        self._waiting.clear()
        self.refused.emit(trouble)
        self._show(self.look)
        self._next()

    def _show(self, look: Look) -> None:
        self.look = look
        self.changed.emit(look)

    def _set_busy(self, busy: bool) -> None:
        if busy is not self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)
