"""Long work on the window's own thread, a few milliseconds at a time: between two pieces the window answers.

For what asks the columns of a table about ten thousand rows. Another thread would not help there: it would hold the
interpreter just as long, and the rows may change below it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

T = TypeVar("T")

Steps = Generator[None, None, T]
"""Work that stops after every small step, and its answer."""

SLICE_S = 0.010


class Slices(QObject):
    """Does one piece of work at a time; what is begun anew takes the place of what is not done yet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Steps[Any] | None = None
        self._done: Callable[[Any], None] | None = None
        # A millisecond and not 0: Qt's events, and those of other timers, come between two pieces.
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._go_on)

    def begin(self, steps: Steps[T], done: Callable[[T], None]) -> None:
        """Do the work and hand its answer to ``done``; the first piece is done at once."""
        self._steps, self._done = steps, done
        self._timer.start()
        self._go_on()

    def drop(self) -> None:
        """Leave undone what is not done yet."""
        self._timer.stop()
        self._steps = self._done = None

    def busy(self) -> bool:
        """Whether anything is not done yet."""
        return self._steps is not None

    def _go_on(self) -> None:
        steps, done = self._steps, self._done
        if steps is None or done is None:
            return
        until = perf_counter() + SLICE_S
        try:
            next(steps)
            while perf_counter() < until:
                next(steps)
        except StopIteration as finished:
            self.drop()
            done(finished.value)


def at_once(steps: Steps[T]) -> T:
    """The answer of work that is short enough not to be parted."""
    while True:
        try:
            next(steps)
        except StopIteration as finished:
            answer: T = finished.value
            return answer
