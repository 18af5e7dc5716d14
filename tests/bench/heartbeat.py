"""How long the window answers nothing: the longest time between two beats of a timer that should beat always."""

from __future__ import annotations

import faulthandler
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

_EACH_MS = 2
_WORTH_A_LOOK_MS = 30
_FRAME = re.compile(r'thidua_desktop/(\S+)", line \d+ in (\w+)')
_FRAMES = 5


class Heartbeat(QObject):
    """Beats in the event loop of the thread that makes it; ``longest`` is in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self.where = ""
        """What the thread was doing in its longest silence, for whoever has to mend it."""
        self._last = perf_counter()
        self._stopped = Event()
        self._timer = QTimer(self, interval=_EACH_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def watching(self, settled: Callable[[], None]) -> Iterator[None]:
        """Measure while the block runs and until ``settled``, called after it, comes back."""
        watcher = Thread(target=self._watch, daemon=True)
        self._timer.start()
        self._last = perf_counter()
        watcher.start()
        yield
        settled()
        self._beat()
        self._timer.stop()
        self._stopped.set()
        watcher.join()

    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def _watch(self) -> None:
        """Notes the stack of the silent thread; ``faulthandler`` alone may look at it from another thread."""
        deepest = 0.0
        with tempfile.TemporaryFile() as told:
            while not self._stopped.wait(0.01):
                silence = (perf_counter() - self._last) * 1000
                if silence > max(deepest, _WORTH_A_LOOK_MS):
                    deepest = silence
                    told.seek(0)
                    told.truncate()
                    faulthandler.dump_traceback(told)
            told.seek(0)
            self.where = _main_stack(told.read().decode())


def _main_stack(dump: str) -> str:
    """The program's own frames of the main thread, which comes last, the innermost first."""
    frames = _FRAME.findall(dump.rpartition("hread 0x")[2])
    return " < ".join(f"{file}:{name}" for file, name in frames[:_FRAMES])
