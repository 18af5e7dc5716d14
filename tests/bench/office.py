"""The program with its window on an office file, and what each job done there cost the window."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.heartbeat import Heartbeat
from thidua_desktop import app
from thidua_desktop.ui.common.slices import Slices
from thidua_desktop.ui.main_window import MainWindow

_QUIET_LOOPS = 5
_LONGEST_JOB_S = 240
_SWITCH_S = 0.0005
"""As the program has it (``thidua_desktop.app``), like the tidying of memory below."""
_GARBAGE = (2_000, 20, 1_000_000)


@contextmanager
def as_the_program_runs() -> Iterator[None]:
    """The interpreter shared out between threads, and its memory tidied, as in the program and not as under pytest."""
    former, garbage = sys.getswitchinterval(), gc.get_threshold()
    gc.collect()
    sys.setswitchinterval(_SWITCH_S)
    gc.set_threshold(*_GARBAGE)
    yield
    sys.setswitchinterval(former)
    gc.set_threshold(*garbage)


class Office:
    """Does jobs one after the other and tells the longest silence of the window in each."""

    def __init__(self, qapp: QApplication, program: app.Program) -> None:
        self._qapp, self._program = qapp, program
        self.longest: dict[str, float] = {}
        """In each job the longest silence by the clock on the wall, in milliseconds."""
        self.busiest: dict[str, float] = {}
        """In each job the most processor time of the window's thread within one silence, in milliseconds."""
        self.seconds: dict[str, float] = {}
        """How long each job took by the clock on the wall."""

    @property
    def window(self) -> MainWindow:
        """The window that is open."""
        assert self._program.window is not None
        return self._program.window

    def settled(self) -> None:
        """Let everything happen that is under way."""
        quiet, until = 0, time.perf_counter() + _LONGEST_JOB_S
        while quiet < _QUIET_LOOPS and time.perf_counter() < until:
            self._qapp.processEvents()
            time.sleep(0.001)
            quiet = 0 if self._busy() else quiet + 1

    def _busy(self) -> bool:
        window = self._program.window
        at_work = self._program.runner.busy() or (window is not None and window.tasks.busy())
        return at_work or any(pieces.busy() for top in self._qapp.topLevelWidgets() for pieces in _slices(top))

    def job(self, name: str, do: Callable[[], object]) -> None:
        """Do something and remember the longest silence until its effects are there."""
        self.settled()
        heart, begun, used = Heartbeat(), time.perf_counter(), time.process_time()
        with heart.watching(self.settled):
            do()
        took = time.perf_counter() - begun
        self.longest[name], self.busiest[name], self.seconds[name] = heart.longest, heart.busiest, took
        told = f"{heart.longest:6.0f} ms ({heart.busiest:4.0f} its own, {len(heart.stops):2} stops)"
        tell(f"{name:34} {told} in {took:5.1f} s, {time.process_time() - used:5.1f} s of processor time")
        if heart.stops:
            tell(heart.told())

    def work(self, do: Callable[[], object]) -> None:
        """Work in the background that no screen hears of."""
        self.window.runner.run(do, lambda _done: None, label="Đang làm…")


def _slices(top: QWidget) -> list[Slices]:
    return top.findChildren(Slices) if top.isVisible() else []


def tell(text: str) -> None:
    """Print past pytest, which would keep it until the end."""
    assert sys.__stdout__ is not None
    sys.__stdout__.write(f"{text}\n")
    sys.__stdout__.flush()
