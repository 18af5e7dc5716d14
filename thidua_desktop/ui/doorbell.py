"""A program that is started a second time brings the window of the first to the front.

The second one puts a small file into a folder of the user's and the first takes it away: no socket is needed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

if sys.platform == "win32":
    import ctypes

_ANYBODY = -1
_LOOK_EACH_MS = 50
_LOOKS = 40
"""Two seconds: a window that is at work in its own thread answers at once, one that hangs does not answer at all."""


class Doorbell(QObject):
    """Hears that somebody wants the window on a file."""

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._note: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._answer)

    def hang(self, store: Path) -> None:
        """Listen for the file that is open now, and no more for the one before."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._note = _note(self._folder, store)
        self._note.unlink(missing_ok=True)  # nobody waits any more for what was rung before
        self._watcher.addPath(str(self._folder))

    def _answer(self) -> None:
        if self._note is not None and self._note.exists():
            self._note.unlink(missing_ok=True)
            self.rung.emit()


class Ring(QObject):
    """Asks the window on a file, in another program of the same user, to come to the front."""

    answered = Signal()
    silent = Signal()

    def __init__(self, folder: Path, store: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._note = _note(folder, store)
        self._looks = 0
        self._timer = QTimer(self, interval=_LOOK_EACH_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Ring, and wait for a while.

        Raises:
            OSError: the folder cannot be written to.
        """
        if sys.platform == "win32":  # only who is in front can let another program come there
            ctypes.windll.user32.AllowSetForegroundWindow(_ANYBODY)
        self._note.parent.mkdir(parents=True, exist_ok=True)
        self._note.touch()
        self._timer.start()

    def _look(self) -> None:
        self._looks += 1
        if not self._note.exists():
            self._timer.stop()
            self.answered.emit()
        elif self._looks >= _LOOKS:
            self._timer.stop()
            self._note.unlink(missing_ok=True)
            self.silent.emit()


def come_to_front(window: QWidget) -> None:
    """Let a window be seen and have the keyboard, wherever it was."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _note(folder: Path, store: Path) -> Path:
    import hashlib

    name = hashlib.sha256(str(store.absolute()).encode()).hexdigest()[:24]
    return folder / f"{name}.goi"
