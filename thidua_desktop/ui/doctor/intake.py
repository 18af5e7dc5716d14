"""The way of a list from a file, a folder or the clipboard through the doctor into the office file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.ids import SubmissionId
from thidua_desktop.domain.list_doctor import DoctorDraft
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.services.container import Services
from thidua_desktop.services.old_decisions import OldDraft
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.finished import file_made, taken_in
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner, TaskRunner
from thidua_desktop.ui.common.slices import Slices, at_once
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.doctor import telling
from thidua_desktop.ui.doctor.destination import Destination
from thidua_desktop.ui.doctor.dropping import SUFFIXES
from thidua_desktop.ui.doctor.look import Look, look_at
from thidua_desktop.ui.doctor.old_decisions import OldDecisionsDialog
from thidua_desktop.ui.doctor.window import DoctorWindow
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.undoable import Told, Undoable

LIST_FILES = f"Danh sách ({' '.join(sorted(f'*{suffix}' for suffix in SUFFIXES))});;Mọi tệp (*)"
_MADE = {
    ListTarget.NOMINATIONS: Kind.NOMINATION,
    ListTarget.PEOPLE: Kind.RECIPIENT,
    ListTarget.AWARD_HISTORY: Kind.AWARD_RECORD,
}
"""What a list becomes: the first of it is opened from the message."""
_RETURNED = "Bảng tính Excel (*.xlsx)"
_LISTS = "lists"


class ListIntake:
    """Reads in the background, shows the doctor, stores what the clerk agrees to."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
        *,
        preferences: Preferences,
        window: QWidget,
        given_feedback: Feedback | None = None,
    ) -> None:
        """``given_feedback``: what a test hands in, also for the window of the doctor."""
        self._services, self._runner = services, runner
        self._feedback, self._navigation = feedback, navigation
        self._undoable = Undoable(services, runner, navigation, feedback)
        self._preferences, self._window, self._given = preferences, window, given_feedback
        self.shown: DoctorWindow | None = None
        """The doctor opened last."""
        self.old_dialog: OldDecisionsDialog | None = None
        """What was asked last about decisions of earlier years."""

    # beginning

    def choose(self, where: Destination) -> None:
        """Let the clerk pick a file."""
        if self.ready(where):
            folder = self._preferences.folder(_LISTS)
            self._feedback.choose_file("Nhận danh sách", LIST_FILES, folder, partial(self.read, where))

    def read(self, where: Destination, path: Path) -> None:
        """Read a file and show what it says."""
        if not self.ready(where):
            return
        self._preferences.set_folder(_LISTS, path.parent)
        read = partial(self._services.list_doctor.read, path, where.target, round_id=where.round_id)
        self._runner.run(lambda: look_at(read()), partial(self.show, path), label=f"Đang đọc {path.name}…")

    def read_clipboard(self, where: Destination) -> None:
        """Read the cells or the text on the clipboard as a list."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            told = "Bộ nhớ tạm chưa có gì. Hãy sao chép bảng trong Excel, Word hoặc thư điện tử rồi làm lại."
            self._feedback.say(told, tone=Tone.INFO)
        elif self.ready(where):
            read = partial(self._services.list_doctor.read_text, text, where.target, round_id=where.round_id)
            self._runner.run(lambda: look_at(read()), partial(self.show, None), label="Đang đọc danh sách dán vào…")

    def show(self, path: Path | None, look: Look, *, over: QWidget | None = None) -> None:
        """Show a draft; ``path`` is where its file lies, None for the clipboard; ``over``: another window it is for.

        The window is made a few milliseconds at a time, and comes up when it is whole.
        """
        shown = DoctorWindow(
            look,
            self._services,
            self._runner,
            preferences=self._preferences,
            path=path,
            feedback=self._given,
            later=True,
            parent=over or self._window.window(),
        )
        self.shown = shown
        if isinstance(self._runner, TaskRunner):
            Slices(shown).begin(shown.parts(), lambda _made: self._open(shown))
        else:
            at_once(shown.parts())
            self._open(shown)

    def _open(self, shown: DoctorWindow) -> None:
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.keep_wanted.connect(partial(self._keep, shown))
        shown.return_wanted.connect(partial(self._ask_return, shown))
        if isinstance(self._runner, TaskRunner):
            self._runner.progressed.connect(shown.show_step)
            shown.stop_wanted.connect(self._runner.cancel)
        # In a turn of its own: making the window and drawing it take so long that keys would wait for both.
        QTimer.singleShot(0, shown, lambda: None if shown.result() else shown.open())  # unless it is done already

    def ready(self, where: Destination) -> bool:
        """Whether the list has somewhere to go; says so if not."""
        if self._services.read_only:
            told = "Tệp dữ liệu đang mở ở chế độ chỉ xem nên không nhận được danh sách."
        elif where.target is ListTarget.NOMINATIONS and where.round_id is None:
            told = "Chưa có đợt xét để nhận danh sách. Hãy thêm hoặc chọn một đợt xét rồi làm lại."
        else:
            return True
        self._feedback.say(told, tone=Tone.INFO)
        return False

    # storing

    def _keep(self, shown: DoctorWindow, draft: DoctorDraft) -> None:
        """Ask what has to be asked first: a list of former awards may be whole decisions."""
        if draft.target is ListTarget.AWARD_HISTORY:
            ask = partial(self._services.old_decisions.again, draft)
            self._runner.run(ask, partial(self._ask_old, shown), shown.feedback.trouble)
            return
        self._keep_rows(shown, draft)

    def _ask_old(self, shown: DoctorWindow, old: OldDraft) -> None:
        if not old.decisions:
            self._keep_rows(shown, old.doctor)
            return
        dialog = OldDecisionsDialog(old, preferences=self._preferences, parent=shown)

        def chosen() -> None:
            if dialog.only_register:
                self._keep_rows(shown, old.doctor)
            else:
                self._store_old(shown, old)

        dialog.accepted.connect(chosen)
        self.old_dialog = dialog
        dialog.open()

    def _store_old(self, shown: DoctorWindow, old: OldDraft) -> None:
        work = partial(self._services.old_decisions.store, old)
        self._keep_in_file(shown, work, telling.kept_old(old), "Đang ghi các quyết định…", Kind.DECISION)

    def _keep_rows(self, shown: DoctorWindow, draft: DoctorDraft) -> None:
        if draft.already:
            shown.feedback.confirm(
                "Lưu danh sách này một lần nữa?",
                detail=telling.already(draft),
                yes="Vẫn lưu",
                then=partial(self._store, shown, draft, again=True),
            )
            return
        self._store(shown, draft, again=False)

    def _store(self, shown: DoctorWindow, draft: DoctorDraft, *, again: bool) -> None:
        def work() -> Changes:
            return self._services.list_batches.store(draft, submission_id=self._submission(draft), again=again)

        def told(changes: Changes) -> str:
            return telling.kept(draft, len(draft.taken), changes.params.get("round", ""))

        self._keep_in_file(shown, work, told, "Đang lưu danh sách…", _MADE[draft.target])

    def _keep_in_file(
        self, shown: DoctorWindow, work: Callable[[], Changes], told: Told, label: str, made: Kind
    ) -> None:
        def see(changes: Changes) -> tuple[Offer, ...]:
            first = next(iter(changes.created), None)
            opens = partial(self._navigation.open_requested.emit, made.value, first)
            return () if first is None else taken_in(opens)

        shown.set_working(True)
        undone = "Đã bỏ toàn bộ danh sách vừa lưu; mọi thứ như trước khi nhận."
        self._undoable.do(
            work,
            told,
            then=lambda _changes: shown.accept(),
            failed=shown.on_not_kept,
            offers=see,
            undone=undone,
            label=label,
        )

    def _submission(self, draft: DoctorDraft) -> SubmissionId | None:
        """What the sender has sent in the round, where that was written down."""
        if draft.round_id is None or draft.unit_id is None or draft.target is not ListTarget.NOMINATIONS:
            return None
        rows = self._services.submissions.board(draft.round_id).rows
        return next((each.submission.id for each in rows if each.submission.unit_id == draft.unit_id), None)

    # the unit's own workbook

    def _ask_return(self, shown: DoctorWindow, draft: DoctorDraft) -> None:
        look = partial(self._services.returned_lists.losses, shown.path)
        self._runner.run(look, partial(self._on_losses, shown, draft), shown.feedback.trouble)

    def _on_losses(self, shown: DoctorWindow, draft: DoctorDraft, losses: Sequence[Finding]) -> None:
        ask = partial(self._ask_target, shown, draft)
        if not losses:
            ask()
            return
        shown.feedback.confirm(
            "Xuất tệp trả đơn vị?", detail=telling.losses(losses), yes="Xuất tệp trả đơn vị", then=ask
        )

    def _ask_target(self, shown: DoctorWindow, draft: DoctorDraft) -> None:
        path = shown.path or self._preferences.folder(_LISTS) / "Danh sách"
        proposed = path.with_name(f"{path.stem} - cần sửa.xlsx")
        write = partial(self._write_return, shown, draft)
        shown.feedback.choose_target("Xuất tệp trả đơn vị", _RETURNED, proposed, write)

    def _write_return(self, shown: DoctorWindow, draft: DoctorDraft, out: Path) -> None:
        def told(written: Path) -> None:
            text = f"Đã ghi “{written.name}”: ô sai tô đỏ, mỗi ô có ghi chú lỗi. Có thể gửi lại đơn vị."
            shown.feedback.say(text, offers=file_made(shown.feedback, written))

        work = partial(self._services.returned_lists.write, draft, shown.path, out)
        self._runner.run(work, told, shown.feedback.trouble, label="Đang ghi tệp trả đơn vị…")
