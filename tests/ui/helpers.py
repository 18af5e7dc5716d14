"""Stand-ins that make windows testable: work done at once, messages recorded, questions answered by the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from thidua_desktop.app import Program
from thidua_desktop.common.errors import AppError
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import messages

T = TypeVar("T")


def compose(widget: QWidget, text: str) -> None:
    """Type text as a Vietnamese input method does: shown first, then committed."""
    for event in (QInputMethodEvent(text, []), QInputMethodEvent()):
        if not event.preeditString():
            event.setCommitString(text)
        QApplication.sendEvent(widget, event)


def settle(qtbot: QtBot, program: Program) -> None:
    """Wait until the program has opened what it was asked to open, or has said why not."""
    qtbot.waitUntil(lambda: not program.runner.busy() and program.notice is None, timeout=20_000)


def start(qtbot: QtBot, program: Program, path: Path, *, create: bool = False, password: str | None = None) -> None:
    """Open a file and wait for the answer."""
    program.open(path, create=create, password=password)
    settle(qtbot, program)


class FakeFeedback:
    """Remembers what was said; answers questions with what the test has prepared."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.tones: list[Tone] = []
        self.offers: tuple[Offer, ...] = ()
        self.troubles: list[AppError] = []
        self.questions: list[str] = []
        self.details: list[str] = []
        self.agree = True
        self.text: str | None = "vì lý do khách quan"
        self.file: Path | None = None
        self.target: Path | None = None
        self.folder: Path | None = None
        self.proposed: list[Path] = []
        self.opened: list[Path] = []

    def say(self, text: str, *, tone: Tone = Tone.SUCCESS, offers: tuple[Offer, ...] = ()) -> None:
        self.said.append(text)
        self.tones.append(tone)
        self.offers = offers

    def trouble(self, error: AppError) -> None:
        self.troubles.append(error)
        self.said.append(messages.error(error))

    def confirm(
        self, question: str, *, detail: str = "", yes: str, then: Callable[[], None], final: bool = False
    ) -> None:
        self.questions.append(question)
        self.details.append(detail)
        if self.agree:
            then()

    def ask_text(self, title: str, question: str, *, yes: str, then: Callable[[str], None]) -> None:
        self.questions.append(question)
        if self.text is not None:
            then(self.text)

    def choose_file(self, title: str, filters: str, folder: Path, then: Callable[[Path], None]) -> None:
        if self.file is not None:
            then(self.file)

    def choose_target(self, title: str, filters: str, proposed: Path, then: Callable[[Path], None]) -> None:
        self.proposed.append(proposed)
        then(self.target or proposed)

    def choose_folder(self, title: str, start: Path, then: Callable[[Path], None]) -> None:
        self.proposed.append(start)
        if self.folder is not None:
            then(self.folder)

    def open_file(self, path: Path) -> None:
        self.opened.append(path)


class ImmediateRunner:
    """Does the work at once, on the test's own thread; a bug in it fails the test."""

    def __init__(self, feedback: FakeFeedback) -> None:
        self._feedback = feedback

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None] | None = None,
        *,
        label: str = "",
    ) -> None:
        try:
            result = work()
        except AppError as trouble:
            (failed or self._feedback.trouble)(trouble)
            return
        done(result)

    def run_aside(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[AppError], None] | None = None
    ) -> None:
        self.run(work, done, failed or _unheard)


def _unheard(_trouble: AppError) -> None:
    """As in the real runner."""


def unnamed(root: QWidget) -> list[str]:
    """The visible widgets that take the focus and that a screen reader could not name."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not _name_of(widget)
    ]


def _name_of(widget: QWidget) -> str:
    shown = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    # The line inside a drop-down field and the parts of a table speak with the name of the whole.
    inner = isinstance(widget.parent(), QComboBox | QAbstractItemView | QAbstractScrollArea)
    return widget.accessibleName() or shown or (type(widget).__name__ if inner else "")
