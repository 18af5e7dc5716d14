"""What keeps the clerk's work safe, as far as the window shows it: history, trash, backups, closed years."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import NominationId, PlanId, RoundId, TaskId
from thidua_desktop.services.container import Services
from thidua_desktop.services.summaries import brief
from thidua_desktop.ui.backups.keeper import BackupKeeper
from thidua_desktop.ui.backups.window import BackupsWindow
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.history.loading import Record
from thidua_desktop.ui.history.window import HistoryWindow
from thidua_desktop.ui.trash.window import TrashWindow
from thidua_desktop.wording import messages

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
        self.backups: BackupsWindow | None = None
        self.keeper = BackupKeeper(self._services, window.runner, window.feedback, self)
        self._leaving = False
        """The last backup is under way."""
        self._may_leave = False
        self._make_actions()
        window.navigation.history_requested.connect(self.open_history_of)
        window.status.backups_wanted.connect(self.open_backups)
        self.keeper.proven_changed.connect(window.status.show_backup)
        window.tasks.crashed.connect(lambda _trouble: self._stay())

    def _make_actions(self) -> None:
        self.history_action = self._deed("Nhật ký thay đổi…", "history", "Ctrl+Shift+H", self.open_history)
        self.trash_action = self._deed("Thùng rác…", "trash", "Ctrl+Shift+T", self.open_trash)
        self.backups_action = self._deed("Sao lưu và khôi phục…", "backup", "Ctrl+Shift+B", self.open_backups)

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

    # backups

    def open_backups(self) -> None:
        """Show the backups and what can be done with them."""
        window = self._window
        if self.backups is None:
            self.backups = BackupsWindow(
                self._services,
                window.runner,
                window.navigation,
                preferences=window.preferences,
                feedback=window.given_feedback,
                parent=window,
            )
            self.backups.proven.connect(window.status.show_backup)
        _bring_up(self.backups)

    def may_close(self) -> bool:
        """Whether the window can go at once; if not, it closes by itself when the last backup has been made."""
        if self._may_leave or not self.keeper.started:
            return True
        if not self._leaving:
            self._leaving = True
            self._window.setEnabled(False)
            self.keeper.before_closing(self._leave, self._ask_to_leave)
        return False

    def _leave(self) -> None:
        self._may_leave = True
        QTimer.singleShot(0, self._window, self._window.close)

    def _ask_to_leave(self, trouble: AppError) -> None:
        self._stay()
        self._window.feedback.confirm(
            "Chưa sao lưu được. Vẫn đóng chương trình?",
            detail=f"{messages.error(trouble)} Dữ liệu đã nhập vẫn nằm trong tệp dữ liệu.",
            yes="Đóng, không sao lưu",
            then=self._leave,
        )

    def _stay(self) -> None:
        """The last backup has failed: let the clerk go on."""
        if self._leaving:
            self._leaving = False
            self._window.setEnabled(True)
            self.keeper.start()


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
