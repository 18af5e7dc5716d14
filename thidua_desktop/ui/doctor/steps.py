"""The draft under the clerk's hands: one change after the other, each of which can be taken back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.list_doctor import DoctorDraft
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.doctor.look import Look, judged, look_at

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
    judged = Signal(object)
    """The ``Look`` again, its rows with what the law says of them."""

    def __init__(self, look: Look, runner: Runner, judge: Change, parent: QObject | None = None) -> None:
        """``judge`` gives a draft with the judgements of its rows; it is asked beside all other work."""
        super().__init__(parent)
        self._runner, self._judge = runner, judge
        self._judging = False
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

    def judge(self) -> None:
        """Look up what the law says of the rows; what has changed meanwhile is looked up after."""
        if self._judging:
            return
        self._judging = True
        look = self.look
        self._runner.run_aside(
            lambda: judged(look, self._judge(look.draft)), partial(self._on_judged, look), self._on_not_judged
        )

    def _on_judged(self, asked: Look, found: Look) -> None:
        if not isValid(self):
            return  # the window was closed meanwhile
        self._judging = False
        if self.look is not asked:
            self.judge()
            return
        self.look = found
        self.judged.emit(found)

    def _on_not_judged(self, _trouble: AppError) -> None:
        # The round has gone, or the program is being closed: storing the list says so to the clerk.
        self._judging = False

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
        self.judge()

    def _set_busy(self, busy: bool) -> None:
        if busy is not self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)
