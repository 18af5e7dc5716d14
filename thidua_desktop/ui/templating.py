"""The office's Word templates, as far as the main window shows them: the action that opens them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thidua_desktop.ui.common.widgets import action

if TYPE_CHECKING:
    from thidua_desktop.ui.main_window import MainWindow
    from thidua_desktop.ui.templates.window import TemplatesWindow


class Templating(QObject):
    """Opens the window of the templates, made once and shown again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.shown: TemplatesWindow | None = None
        self.action = action(window, "Mẫu văn bản Word…", "edit", "Ctrl+Shift+W", self.open, within=False)

    def open(self) -> None:
        """Show the templates."""
        window = self._window
        if self.shown is None:
            from thidua_desktop.ui.templates.window import TemplatesWindow

            self.shown = TemplatesWindow(
                window.services,
                window.runner,
                preferences=window.preferences,
                feedback=window.given_feedback,
                parent=window,
            )
        self.shown.show()
        self.shown.raise_()
        self.shown.activateWindow()
