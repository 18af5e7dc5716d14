"""Background work: one worker, so that operations never overlap, and answers on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from thidua_desktop.common.errors import AppError

T = TypeVar("T")


class Runner(Protocol):
    """Whoever does a piece of work and hands over the answer."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None] | None = None,
        *,
        label: str = "",
    ) -> None:
        """Do ``work`` (a service call that touches no widget) and give its result to ``done``.

        ``failed`` hears a known error; without it the error is shown to the clerk. ``label`` says what is being done
        ("Đang đọc kế hoạch…") if it takes long enough to be noticed.
        """


class TaskRunner(QObject):
    """The runner of the program: a worker thread and a queued signal."""

    started = Signal(str)
    """A piece of work begins; its label."""
    idle = Signal()
    """Nothing is left to do."""
    trouble = Signal(object)
    """An ``AppError`` that nobody asked to handle."""
    crashed = Signal(object)
    """Any other exception: a bug of ours."""
    _ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
        self._waiting = 0
        self._open = True
        self._ready.connect(self._on_ready, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None] | None = None,
        *,
        label: str = "",
    ) -> None:
        """See ``Runner.run``."""
        self._waiting += 1
        self.started.emit(label)
        future = self._worker.submit(work)
        future.add_done_callback(lambda finished: self._ready.emit(partial(self._settle, finished, done, failed)))

    def busy(self) -> bool:
        """Whether work is under way."""
        return self._waiting > 0

    def close(self) -> None:
        """Wait for the work under way and take no more; answers that come later are dropped."""
        self._open = False
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _on_ready(self, settle: Callable[[], None]) -> None:
        self._waiting -= 1
        if not self._waiting:
            self.idle.emit()
        if self._open:
            settle()

    def _settle(
        self, finished: Future[Any], done: Callable[[Any], None], failed: Callable[[AppError], None] | None
    ) -> None:
        try:
            trouble = finished.exception()
        except CancelledError:
            return
        if trouble is None:
            done(finished.result())
        elif isinstance(trouble, AppError):
            (failed or self.trouble.emit)(trouble)
        else:
            self.crashed.emit(trouble)
