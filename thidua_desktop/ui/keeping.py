"""What keeps the clerk's work safe, as far as the window shows it: history, trash, backups, closed years."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import (
    AwardRecordId,
    CouncilId,
    DecisionId,
    MeetingId,
    NominationId,
    PlanId,
    RoundId,
    TaskId,
)
from thidua_desktop.services.container import Services
from thidua_desktop.ui.backups.keeper import BackupKeeper
from thidua_desktop.ui.common import icons
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.years.actions import YearActions
from thidua_desktop.wording import formats, messages

if TYPE_CHECKING:
    from thidua_desktop.ui.backups.window import BackupsWindow
    from thidua_desktop.ui.history.loading import Record
    from thidua_desktop.ui.history.window import HistoryWindow
    from thidua_desktop.ui.main_window import MainWindow
    from thidua_desktop.ui.trash.window import TrashWindow


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
        self.years = YearActions(self._services, window.runner, window.navigation, window.feedback)
        self._leaving = False
        """The last backup is under way."""
        self._may_leave = False
        self._drops = False
        """What could not be saved may go."""
        self._make_actions()
        window.navigation.history_requested.connect(self.open_history_of)
        window.strip.reopen_wanted.connect(self._turn_year)
        window.strip.writing_wanted.connect(lambda: window.file_wanted.emit(self._services.path))
        window.strip.look_again_wanted.connect(lambda: window.look_wanted.emit(self._services.path))
        window.status.backups_wanted.connect(self.open_backups)
        self.keeper.proven_changed.connect(window.status.show_backup)
        window.tasks.crashed.connect(lambda _trouble: self._stay())

    def _make_actions(self) -> None:
        self.history_action = self._deed("Nhật ký thay đổi…", "history", "Ctrl+Shift+H", self.open_history)
        self.trash_action = self._deed("Thùng rác…", "trash", "Ctrl+Shift+T", self.open_trash)
        self.year_action = self._deed("Khóa sổ năm…", "lock", "Ctrl+Alt+Shift+K", self._turn_year)
        self.backups_action = self._deed("Sao lưu và khôi phục…", "backup", "Ctrl+Shift+B", self.open_backups)

    def _deed(self, text: str, icon: str, key: str, do: Callable[[], object]) -> QAction:
        return action(self._window, text, icon, key, do, within=False)

    # history

    def open_history(self) -> None:
        """Show everything that was done."""
        self._show_history(None)

    def open_history_of(self, kind: str, record_id: int) -> None:
        """Show what was done to one record."""
        from thidua_desktop.ui.history.loading import Record  # the window starts without it

        self._show_history(Record(Kind(kind), record_id, name_of(self._services, Kind(kind), record_id)))

    def _show_history(self, record: Record | None) -> None:
        window = self._window
        if self.history is None:
            from thidua_desktop.ui.history.window import HistoryWindow

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

    def tell_bad_end(self) -> None:
        """Say what is there after a power cut or a fall of the program: everything that was reported done."""
        left_by = self._services.sharing.left_by()
        if left_by is None:
            return
        from thidua_desktop.wording import sharing

        cut_off = sharing.dead_writer(left_by.user, left_by.host, here=left_by.here)
        told = f"{cut_off}. Dữ liệu đã được kiểm tra và còn nguyên"
        latest = self._services.history.recent(1)
        if latest:
            done = messages.operation(latest[0].operation, latest[0].params)
            told += f"; việc cuối cùng đã lưu: {done}, lúc {formats.moment(latest[0].at)}"
        offer = Offer("Xem nhật ký", self.open_history)
        self._window.feedback.say(f"{told}.", tone=Tone.INFO, offers=(offer,))

    # trash

    def open_trash(self) -> None:
        """Show what was thrown away."""
        window = self._window
        if self.trash is None:
            from thidua_desktop.ui.trash.window import TrashWindow

            self.trash = TrashWindow(
                self._services,
                window.runner,
                window.navigation,
                preferences=window.preferences,
                feedback=window.given_feedback,
                parent=window,
            )
        _bring_up(self.trash)

    # years

    def _turn_year(self) -> None:
        self.years.turn(self._window.year())

    def show_year(self, year: int) -> None:
        """Say whether a year is closed, and let it be changed or not."""
        closed, read_only = self.years.closed(year), self._services.read_only
        self._window.strip.show_state(closed_year=year if closed else None, read_only=read_only)
        self.year_action.setText(f"Mở lại sổ năm {year}…" if closed else f"Khóa sổ năm {year}…")
        icons.name_icon(self.year_action, "unlock" if closed else "lock")
        self.year_action.setEnabled(not read_only)
        self._window.pages.lock(closed)

    # backups

    def open_backups(self) -> None:
        """Show the backups and what can be done with them."""
        window = self._window
        if self.backups is None:
            from thidua_desktop.ui.backups.window import BackupsWindow

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
        if self._window.pages.unsaved() and not self._drops:
            self._ask_to_drop()
            return False
        if not self._leaving:
            self._leaving = True
            self._window.setEnabled(False)
            self.keeper.before_closing(self._leave, self._ask_to_leave)
        return False

    def _ask_to_drop(self) -> None:
        self._window.feedback.confirm(
            f"Còn {self._window.pages.unsaved()} dòng đã gõ mà chưa lưu được. Vẫn đóng?",
            detail="Đóng bây giờ thì những gì gõ ở các dòng ấy mất; dữ liệu đã lưu trước đó vẫn còn nguyên.",
            yes="Đóng, bỏ các dòng chưa lưu",
            final=True,
            then=self._drop,
        )

    def _drop(self) -> None:
        self._drops = True
        self._window.close()

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
    from thidua_desktop.services.summaries import brief

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
            case Kind.COUNCIL:
                return brief(services.councils.get(CouncilId(record_id)).name)
            case Kind.DECISION:
                return brief(services.decisions.get(DecisionId(record_id)).title)
            case Kind.MEETING:
                return brief(services.meetings.get(MeetingId(record_id)).name)
            case Kind.AWARD_RECORD:
                return brief(services.register.get(AwardRecordId(record_id)).name)
    except AppError:
        return f"số {record_id}"
    return f"số {record_id}"
