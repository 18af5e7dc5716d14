"""Background work: one worker, so that operations never overlap, and answers on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from threading import Event
from time import monotonic
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import Cancelled, Progress, Step, watched

T = TypeVar("T")

_TELL_EACH_S = 0.1


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

        Work that tells its steps (``common.progress``) can be stopped; its ``Cancelled`` is a known error.

        ``failed`` hears a known error; without it the error is shown to the clerk. ``label`` says what is being done
        ("Đang đọc kế hoạch…") if it takes long enough to be noticed.
        """

    def run_aside(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[AppError], None] | None = None
    ) -> None:
        """Look something up beside all other work, which does not wait for it; ``work`` only reads.

        Nobody is told that it goes on, nor of a known error that ``failed`` does not want to hear.
        """


class TaskRunner(QObject):
    """The runner of the program: a worker thread, one beside it for looking things up, and a queued signal."""

    started = Signal(str)
    """A piece of work begins; its label."""
    progressed = Signal(object)
    """A ``Step`` of the work under way, which can be stopped from now on."""
    idle = Signal()
    """Nothing is left to do."""
    trouble = Signal(object)
    """An ``AppError`` that nobody asked to handle."""
    crashed = Signal(object)
    """Any other exception: a bug of ours."""
    _ready = Signal(object)
    _found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
        self._aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
        self._waiting = 0
        self._progress = Progress()
        """Of the work under way, or of the last one."""
        self._told_at = 0.0
        self._open = True
        self._looking = 0
        self._looks_up = True
        self._may_begin = Event()
        self._may_begin.set()
        self._aside_progress = Progress()
        self._ready.connect(self._on_ready, Qt.ConnectionType.QueuedConnection)
        self._found.connect(self._on_found, Qt.ConnectionType.QueuedConnection)

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
        future = self._worker.submit(self._watched, work)
        future.add_done_callback(lambda finished: self._ready.emit(partial(self._settle, finished, done, failed)))

    def run_aside(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[AppError], None] | None = None
    ) -> None:
        """See ``Runner.run_aside``."""
        if not self._looks_up:
            return
        self._looking += 1
        settle = partial(self._settle, done=done, failed=failed or _unheard)
        self._aside.submit(self._watched_aside, work).add_done_callback(
            lambda finished: self._found.emit(partial(settle, finished))
        )

    def hold(self) -> None:
        """Begin no work before ``begin``: a window is drawn first, and nobody shares the interpreter with it."""
        self._may_begin.clear()

    def begin(self) -> None:
        """Do what was asked for since ``hold``."""
        self._may_begin.set()

    def busy(self) -> bool:
        """Whether work is under way, or something is being looked up."""
        return self._waiting > 0 or self._looking > 0

    def cancel(self) -> None:
        """Stop the work under way with its next step; what waits behind it is done all the same."""
        self._progress.cancel()

    def end_looking_up(self) -> None:
        """Look nothing up any more, and wait until nothing is; for work that closes the file that is looked into."""
        self._stop_looking_up()
        self.begin()
        self._aside.submit(_nothing).result()

    def close(self) -> None:
        """Wait for the work under way and take no more; answers that come later are dropped."""
        self._open = False
        self.begin()
        self._worker.shutdown(wait=True, cancel_futures=True)
        self._stop_looking_up()  # nobody will see it now
        self._aside.shutdown(wait=True, cancel_futures=True)

    def _stop_looking_up(self) -> None:
        self._looks_up = False
        self._aside_progress.cancel()

    def _watched(self, work: Callable[[], T]) -> T:
        self._may_begin.wait()
        self._progress = Progress(self._tell)
        with watched(self._progress):
            return work()

    def _watched_aside(self, work: Callable[[], T]) -> T:
        self._may_begin.wait()
        self._aside_progress = Progress()
        if not self._looks_up:
            raise Cancelled
        with watched(self._aside_progress):
            return work()

    def _tell(self, step: Step) -> None:
        """Hand a step to the window, if the one before has been there long enough to be read."""
        now = monotonic()
        if now - self._told_at >= _TELL_EACH_S:
            self._told_at = now
            self.progressed.emit(step)

    def _on_ready(self, settle: Callable[[], None]) -> None:
        self._waiting -= 1
        if not self._waiting:
            self.idle.emit()
        if self._open:
            settle()

    def _on_found(self, settle: Callable[[], None]) -> None:
        self._looking -= 1
        if self._looks_up:
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


def _unheard(_trouble: AppError) -> None:
    """What is only looked up is left out where it cannot be had."""


def _nothing() -> None:
    """Comes after whatever is being looked up."""
