"""How far a long piece of work has come, and the wish to stop it.

Whoever starts the work watches it (``watched``); the work says ``current().step(…)`` wherever it could end without
leaving anything half done. Work that nobody watches says so too, to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event
from time import monotonic

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.records import dataclass

_TELLING_S = 2.0
"""How long work goes on before anybody says how much longer it will."""


class Cancelled(AppError):
    """The user has stopped the work; nothing of it has been kept."""

    code = "work.cancelled"


@dataclass(frozen=True, slots=True)
class Step:
    """``done`` of ``total`` pieces of ``what``, a code; a total of 0 is not known."""

    done: int
    total: int
    what: str


class Progress:
    """One piece of work. ``told`` hears its steps in the thread that does the work."""

    def __init__(self, told: Callable[[Step], None] | None = None) -> None:
        self._told = told
        self._cancelled = Event()

    @property
    def cancelled(self) -> bool:
        """Whether somebody has asked for the end."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask for the end; the work ends with its next step. From any thread."""
        self._cancelled.set()

    def step(self, done: int, total: int, what: str) -> None:
        """Say how far the work is.

        Raises:
            Cancelled: somebody has asked for the end.
        """
        if self.cancelled:
            raise Cancelled
        if self._told is not None:
            self._told(Step(done, total, what))


class Pace:
    """How much longer a piece of work will take, by what it has told so far."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._what, self._total = "", 0
        self._since, self._begun_with, self._last = 0.0, 0, 0

    def left(self, step: Step) -> float | None:
        """Seconds to the end of this stage; None while too little is done to tell, or where no total is known."""
        now = self._now()
        if (step.what, step.total) != (self._what, self._total) or step.done < self._last:
            self._what, self._total = step.what, step.total
            self._since, self._begun_with = now, step.done
        self._last = step.done
        gone, done = now - self._since, step.done - self._begun_with
        if not step.total or done <= 0 or gone < _TELLING_S:
            return None
        return gone / done * max(0, step.total - step.done)


_UNWATCHED = Progress()
_current: ContextVar[Progress] = ContextVar("progress", default=_UNWATCHED)


def current() -> Progress:
    """The progress of the work that this thread is doing."""
    return _current.get()


@contextmanager
def watched(progress: Progress) -> Iterator[None]:
    """Watch the work of the block."""
    before = _current.set(progress)
    try:
        yield
    finally:
        _current.reset(before)
