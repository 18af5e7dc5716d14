"""F1 everywhere: the manual opens at the screen in use, whatever window or dialog has the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from thidua_desktop.ui.common import letters
from thidua_desktop.ui.common.drawn_once import DrawnOnce
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.widgets import action

if TYPE_CHECKING:
    from thidua_desktop.ui.main_window import MainWindow
    from thidua_desktop.ui.manual.window import ManualWindow

KEY = "F1"
_HEARS = "hearsHelpKey"


def hear(window: QWidget, do: Callable[[], None]) -> None:
    """Let a window hear F1."""
    window.setProperty(_HEARS, True)
    QShortcut(QKeySequence(KEY), window).activated.connect(do)


class HelpAlone(QObject):
    """F1 for a question that is asked before there is a main window: its section of the manual, to be read only."""

    def __init__(self, question: QDialog, preferences: Preferences) -> None:
        super().__init__(question)
        self._question, self._preferences = question, preferences
        self.shown: ManualWindow | None = None
        hear(question, self.open)
        question.finished.connect(self._end)

    def open(self) -> None:
        """Show the section."""
        from thidua_desktop.ui.manual.topics import topic_of
        from thidua_desktop.ui.manual.window import ManualWindow

        if self.shown is None:
            self.shown = ManualWindow(None, preferences=self._preferences)
        self.shown.show_topic(topic_of(self._question))

    def _end(self) -> None:
        if self.shown is not None:
            self.shown.close()
            self.shown.deleteLater()
            self.shown = None


class Helping(QObject):
    """Opens the manual for a main window and all windows and dialogs beside it.

    A shortcut of the main window is not heard while a dialog is in front of it, and an event filter of the whole
    application would be asked about every movement of the mouse. So each window that comes to the front is given a
    shortcut of its own, once, and a dialog its letters to be used with Alt.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.shown: ManualWindow | None = None
        self.action = action(window, "Hướng dẫn về màn hình này", "help", KEY, self.open_here, within=False)
        self.contents = action(window, "Sách hướng dẫn", "", "Shift+F1", self.open_contents, within=False)
        window.setProperty(_HEARS, True)
        DrawnOnce(window)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_window_changed)
        window.closed.connect(self._end)

    def open_here(self) -> None:
        """Show the section about what has the keyboard."""
        from thidua_desktop.ui.manual.topics import topic_of

        front = QApplication.activeWindow() or self._window
        topic = topic_of(front.focusWidget()) or topic_of(front)
        self.open(topic or topic_of(self._window.stack.currentWidget()))

    def open_contents(self) -> None:
        """Show the beginning of the manual."""
        self.open("")

    def open(self, topic: str) -> None:
        """Show a section, ``chapter#anchor``."""
        if self.shown is None:
            from thidua_desktop.ui.manual.window import ManualWindow

            window = self._window
            work = window.services, window.runner
            self.shown = ManualWindow(work, preferences=window.preferences, feedback=window.given_feedback)
        self.shown.show_topic(topic)

    def _on_window_changed(self) -> None:
        front = QApplication.activeWindow()
        if front is not None and not front.property(_HEARS) and self._is_ours(front):
            hear(front, self.open_here)
            DrawnOnce(front)
        if front is not None and letters.serves(front):
            letters.give(front)

    def _is_ours(self, front: QWidget) -> bool:
        """Not of another office file, whose window is about to close."""
        above: QWidget | None = front
        while above is not None and above is not self._window and above is not self.shown:
            above = above.parentWidget()
        return above is not None

    def _end(self) -> None:
        """The manual goes with its window."""
        if self.shown is not None:
            self.shown.close()
            self.shown.deleteLater()
            self.shown = None
