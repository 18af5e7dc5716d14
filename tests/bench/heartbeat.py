"""How long the window answers nothing: the longest time between two beats of a timer that should beat always.

Two clocks are read: the one on the wall, which is what the clerk waits for, and the processor time of the window's own
thread, which other programs on the machine do not lengthen. Between the two lies what the thread waited for: another
thread of the program that holds the interpreter, a lock, the disk, or its turn on a machine that is busy otherwise.
"""

from __future__ import annotations

import faulthandler
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread
from time import perf_counter, thread_time

from PySide6.QtCore import QObject, Qt, QTimer

LIMIT_MS = 50
"""From here on a silence is a stop."""
_EACH_MS = 2
_LOOK_EACH_S = 0.005
_WORTH_A_LOOK_MS = 25
_FRAME = re.compile(r'thidua_desktop/(\S+)", line (\d+) in (\w+)')
_FRAMES = 6


@dataclass(frozen=True, slots=True)
class Stop:
    """One silence; all times in milliseconds."""

    at: float
    """Since the watch began."""
    wall: float
    own: float
    """Processor time of the window's thread."""
    where: str
    """What the program was doing, as often seen in the silence, the innermost function first."""


class Heartbeat(QObject):
    """Beats in the event loop of the thread that makes it."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        """The longest silence by the clock on the wall, in milliseconds."""
        self.busiest = 0.0
        """The most processor time that the thread used in one silence, in milliseconds."""
        self.stops: list[Stop] = []
        """Every silence longer than ``LIMIT_MS``, in order."""
        self._begun = self._last = perf_counter()
        self._own = thread_time()
        self._seen: Counter[str] = Counter()
        self._stopped = Event()
        self._timer = QTimer(self, interval=_EACH_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    @property
    def where(self) -> str:
        """What the thread was doing in its longest silence, for whoever has to mend it."""
        worst = max(self.stops, key=lambda stop: stop.wall, default=None)
        return worst.where if worst is not None else ""

    @contextmanager
    def watching(self, settled: Callable[[], None]) -> Iterator[None]:
        """Measure while the block runs and until ``settled``, called after it, comes back."""
        watcher = Thread(target=self._watch, daemon=True)
        self._timer.start()
        self._begun = self._last = perf_counter()
        self._own = thread_time()
        watcher.start()
        yield
        settled()
        self._beat()
        self._timer.stop()
        self._stopped.set()
        watcher.join()

    def told(self, most: int = 3) -> str:
        """The worst stops, a line each."""
        worst = sorted(self.stops, key=lambda stop: -stop.wall)[:most]
        return "\n".join(
            f"    {stop.wall:6.0f} ms, {stop.own:5.0f} its own, after {stop.at / 1000:5.1f} s: {stop.where}"
            for stop in worst
        )

    def _beat(self) -> None:
        now, own = perf_counter(), thread_time()
        wall, used = (now - self._last) * 1000, (own - self._own) * 1000
        self.longest, self.busiest = max(self.longest, wall), max(self.busiest, used)
        if wall > LIMIT_MS:
            where = " | ".join(f"{times}x {stack}" for stack, times in self._seen.most_common(2))
            self.stops.append(Stop((self._last - self._begun) * 1000, wall, used, where))
        self._last, self._own = now, own
        if self._seen:
            self._seen = Counter()

    def _watch(self) -> None:
        """Notes the stack of the silent thread; ``faulthandler`` alone may look at it from another thread."""
        with tempfile.TemporaryFile() as told:
            while not self._stopped.wait(_LOOK_EACH_S):
                if (perf_counter() - self._last) * 1000 < _WORTH_A_LOOK_MS:
                    continue
                told.seek(0)
                told.truncate()
                seen = self._seen
                faulthandler.dump_traceback(told)
                told.seek(0)
                seen[_main_stack(told.read().decode())] += 1


def _main_stack(dump: str) -> str:
    """The program's own frames of the main thread, which comes last, the innermost first."""
    frames = _FRAME.findall(dump.rpartition("hread 0x")[2])
    return " < ".join(f"{file}:{line}:{name}" for file, line, name in frames[:_FRAMES])
