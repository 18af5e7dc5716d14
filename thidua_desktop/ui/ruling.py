"""The law, as far as the main window shows it: the action that opens the rulebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thidua_desktop.ui.common.widgets import action

if TYPE_CHECKING:
    from thidua_desktop.ui.main_window import MainWindow
    from thidua_desktop.ui.rulebooks.window import RulebookWindow


class Ruling(QObject):
    """Opens the window of the rulebooks, made once and shown again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.shown: RulebookWindow | None = None
        self.action = action(window, "Bộ quy định…", "award", "Ctrl+Shift+R", self.open, within=False)

    def open(self) -> None:
        """Show the rulebooks."""
        window = self._window
        if self.shown is None:
            from thidua_desktop.ui.rulebooks.window import RulebookWindow

            self.shown = RulebookWindow(
                window.services,
                window.runner,
                preferences=window.preferences,
                feedback=window.given_feedback,
                parent=window,
            )
            self.shown.read_again.connect(window.pages.judge_again)
        self.shown.show()
        self.shown.raise_()
        self.shown.activateWindow()
