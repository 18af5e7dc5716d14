"""What keeps the clerk's work safe, as far as the window shows it: history, trash, backups, closed years."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import NominationId, PlanId, RoundId, TaskId
from thidua_desktop.services.container import Services
from thidua_desktop.services.summaries import brief
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.history.loading import Record
from thidua_desktop.ui.history.window import HistoryWindow
from thidua_desktop.ui.trash.window import TrashWindow

if TYPE_CHECKING:
    from thidua_desktop.ui.main_window import MainWindow


class Keeping(QObject):
    """Opens the windows of safety for a main window; each is made once and shown again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._services = window.services
        self.history: HistoryWindow | None = None
        self.trash: TrashWindow | None = None
        self._make_actions()
        window.navigation.history_requested.connect(self.open_history_of)

    def _make_actions(self) -> None:
        self.history_action = self._deed("Nhật ký thay đổi…", "history", "Ctrl+Shift+H", self.open_history)
        self.trash_action = self._deed("Thùng rác…", "trash", "Ctrl+Shift+T", self.open_trash)

    def _deed(self, text: str, icon: str, key: str, do: Callable[[], object]) -> QAction:
        return action(self._window, text, icon, key, do, within=False)

    # history

    def open_history(self) -> None:
        """Show everything that was done."""
        self._show_history(None)

    def open_history_of(self, kind: str, record_id: int) -> None:
        """Show what was done to one record."""
        self._show_history(Record(Kind(kind), record_id, name_of(self._services, Kind(kind), record_id)))

    def _show_history(self, record: Record | None) -> None:
        window = self._window
        if self.history is None:
            self.history = HistoryWindow(
                self._services,
                window.runner,
                window.navigation,
                preferences=window.preferences,
                feedback=window.given_feedback,
                parent=window,
            )
        self.history.show_record(record)
        _bring_up(self.history)

    # trash

    def open_trash(self) -> None:
        """Show what was thrown away."""
        window = self._window
        if self.trash is None:
            self.trash = TrashWindow(
                self._services,
                window.runner,
                window.navigation,
                preferences=window.preferences,
                feedback=window.given_feedback,
                parent=window,
            )
        _bring_up(self.trash)


def _bring_up(shown: QWidget) -> None:
    shown.show()
    shown.raise_()
    shown.activateWindow()


def name_of(services: Services, kind: Kind, record_id: int) -> str:
    """What a record is called; its number when it is in the trash or gone."""
    try:
        match kind:
            case Kind.PLAN:
                return brief(services.plans.get(PlanId(record_id)).title)
            case Kind.TASK:
                return brief(services.tasks.get(TaskId(record_id)).text)
            case Kind.ROUND:
                return brief(services.nominations.get_round(RoundId(record_id)).name)
            case Kind.NOMINATION:
                return brief(services.nominations.get(NominationId(record_id)).name)
    except AppError:
        return f"số {record_id}"
    return f"số {record_id}"
