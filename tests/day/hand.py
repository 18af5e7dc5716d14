"""The hand of a clerk on a real display: keys and clicks go through the X server, and every one is counted."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

Until = Callable[[], object]
_PATIENCE_MS = 30_000


class Hand:
    """Presses keys, clicks and types; each waits until what it was for is to be seen.

    An action is one key with what is held beside it, one click, or one run of letters typed into a field.
    """

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.parts: dict[str, int] = {}
        """How many actions each part of the day has taken."""
        self._part = ""

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Count what is done within under a name."""
        self._part = name
        self.parts[name] = 0
        yield

    def key(self, combination: str, *, until: Until) -> None:
        """Press a key as xdotool names it, such as ``ctrl+shift+n``."""
        self._do("key", "--clearmodifiers", combination)
        self.wait(until)

    def letters(self, text: str) -> None:
        """Type letters that a keyboard has, into what has the focus."""
        self._do("type", "--clearmodifiers", "--delay", "8", text)

    def words(self, text: str) -> None:
        """Type Vietnamese as an input method hands it over: shown while it grows, then committed, marks apart."""
        self._count()
        for word in text.split(" "):
            field = QApplication.focusWidget()
            assert field is not None
            for end in range(1, len(word) + 1):
                QApplication.sendEvent(field, QInputMethodEvent(_apart(word[:end]), []))
            done = QInputMethodEvent()
            done.setCommitString(_apart(f"{word} "))
            QApplication.sendEvent(field, done)

    def click(self, widget: QWidget, at: QRect, *, until: Until) -> None:
        """Click into the middle of a part of a widget."""
        there = widget.mapToGlobal(at.center())
        self._do("mousemove", str(there.x()), str(there.y()), "click", "1")
        self.wait(until)

    def copied(self, text: str) -> None:
        """What was copied in another program; that one's actions are not ours."""
        QGuiApplication.clipboard().setText(text)

    def wait(self, until: Until) -> None:
        """Let the program work until something is so."""
        self._qtbot.waitUntil(lambda: bool(until()), timeout=_PATIENCE_MS)

    def _do(self, *command: str) -> None:
        self._count()
        sent = subprocess.Popen(["xdotool", *command])
        self.wait(lambda: sent.poll() is not None)
        assert sent.returncode == 0

    def _count(self) -> None:
        self.parts[self._part] += 1


def _apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)
