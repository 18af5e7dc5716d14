"""The window "Sao lưu và khôi phục": every backup with its proof, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.backups import Made, Reason, SecondPlace
from thidua_desktop.domain.changes import Kind
from thidua_desktop.services.backup import BackupSettings, Restored, Verification
from thidua_desktop.services.backup_settings import SettingsUnreadable
from thidua_desktop.services.container import Services
from thidua_desktop.ui.backups.columns import COLUMNS, Line
from thidua_desktop.ui.backups.settings_strip import SettingsStrip
from thidua_desktop.ui.common import passwords, theme
from thidua_desktop.ui.common.feedback import Banner, Feedback, Offer, WindowFeedback
from thidua_desktop.ui.common.finished import folder_made
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import EmptyState, button, label, row
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.wording import formats, labels, messages

BACKUP_FILES = "Bản sao lưu (*.tdkt)"
_FIRST_SIZE = (1000, 620)
_COUNTED = {
    "plans": Kind.PLAN,
    "tasks": Kind.TASK,
    "rounds": Kind.ROUND,
    "nominations": Kind.NOMINATION,
}


@dataclass(frozen=True, slots=True)
class _State:
    """What the window shows, read in one go."""

    lines: tuple[Line, ...]
    settings: BackupSettings
    answers: bool
    trouble: SettingsUnreadable | None


class BackupsWindow(QDialog):
    """Lists the backups beside the file; makes, tries and restores them."""

    proven = Signal(object)
    """A backup has just been proven, at this moment."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        *,
        preferences: Preferences,
        feedback: Feedback | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._backups = services, services.backups
        self._runner, self._navigation, self._preferences = runner, navigation, preferences
        self.banner = Banner()
        self._feedback: Feedback = feedback or WindowFeedback(self, self.banner)
        self.setWindowTitle("Sao lưu và khôi phục")
        self.resize(*_FIRST_SIZE)
        WindowPlace(self, preferences, "backups")
        self.question: QDialog | None = None
        """What was asked last."""
        self._made: Path | None = None
        """A backup just made, which the cursor goes to."""
        self.strip = SettingsStrip()
        self.model = TableModel[Line](COLUMNS, lambda line: line.backup.path, parent=self)
        self.grid = Grid(self.model, name="backups", preferences=preferences)
        self.grid.setAccessibleName("Các bản sao lưu")
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._make_buttons()
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Look into the folders again."""
        self._runner.run(self._read, self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Backups made while it was closed are seen now."""
        super().showEvent(event)
        self.reload()
        self.grid.setFocus()

    # making

    def _make_buttons(self) -> None:
        self.now = button("Sao lưu ngay", "backup", role="primary")
        self.test = button("Thử khôi phục", "check")
        self.test.setToolTip("Khôi phục thử vào một tệp tạm và so từng giá trị; dữ liệu đang dùng không bị đụng đến")
        self.back = button("Khôi phục…", "history")
        self.other = button("Khôi phục từ tệp khác…", "import")
        self.folder = button("Mở thư mục", "open")
        self.closing = button("Đóng")
        for made in (self.now, self.test, self.back, self.other, self.folder, self.closing):
            made.setAutoDefault(False)

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(
            EmptyState(
                "backup",
                "Chưa có bản sao lưu nào",
                "Chương trình tự sao lưu khi đóng và theo định kỳ. Bấm “Sao lưu ngay” để có bản đầu tiên.",
                (Offer("Sao lưu ngay", self.now.click),),
            )
        )
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        frame.setSpacing(theme.SPACE_S)
        frame.addWidget(label("Sao lưu và khôi phục", "title"))
        frame.addWidget(self.strip)
        frame.addWidget(self.pages, stretch=1)
        frame.addLayout(row(self.now, self.test, self.back, self.other, self.folder, 0, self.closing))
        self.banner.lie_over(self.pages)

    def _connect(self) -> None:
        self.strip.changed.connect(self._on_settings_wanted)
        self.strip.folder_wanted.connect(self._choose_folder)
        self.grid.selection_changed.connect(self._on_selection_changed)
        self.grid.opened.connect(lambda _line: self.verify())
        self.now.clicked.connect(self.make)
        self.test.clicked.connect(self.verify)
        self.back.clicked.connect(self.restore)
        self.other.clicked.connect(self.restore_other)
        self.folder.clicked.connect(lambda: self._feedback.open_file(self._backups.folder))
        self.closing.clicked.connect(self.reject)

    # deeds

    def make(self) -> None:
        """Make a backup now."""
        work = partial(self._backups.make, Reason.BY_HAND)
        self._runner.run(work, self._on_made, self._feedback.trouble, label="Đang sao lưu…")

    def verify(self) -> None:
        """Restore the chosen backup into a temporary file and tell what is in it."""
        line = self.grid.current()
        if line is not None:
            self._verify(line)

    def _verify(self, line: Line, password: str | None = None) -> None:
        work = partial(self._backups.verify, line.backup.path, password=password)
        failed = partial(self._on_locked, partial(self._verify, line))
        self._runner.run(work, partial(self._on_verified, line), failed, label="Đang thử khôi phục…")

    def restore(self) -> None:
        """Bring the file back to the state of the chosen backup, after saying what is kept."""
        line = self.grid.current()
        if line is not None and self.back.isEnabled():
            self._ask(line.backup.path, f"bản sao lưu lúc {formats.moment(line.backup.at)}")

    def restore_other(self) -> None:
        """Restore a backup from a stick, a share, another computer."""
        second = self.strip.settings().second or self._backups.folder
        self._feedback.choose_file(
            "Chọn bản sao lưu", BACKUP_FILES, second, lambda path: self._ask(path, f"bản sao lưu “{path.name}”")
        )

    def _ask(self, path: Path, named: str) -> None:
        self._feedback.confirm(
            f"Khôi phục dữ liệu từ {named}?",
            detail=(
                "Dữ liệu và nhật ký trở về đúng như trong bản sao lưu ấy. Những gì đang có không mất: được giữ lại "
                "thành một bản sao lưu riêng trong danh sách này, khôi phục lại được."
            ),
            yes="Khôi phục bản này",
            then=partial(self._restore, path),
        )

    def _restore(self, path: Path, password: str | None = None) -> None:
        work = partial(self._backups.restore, path, password=password)
        failed = partial(self._on_locked, partial(self._restore, path))
        self._runner.run(work, self._on_restored, failed, label="Đang khôi phục…")

    def _on_locked(self, again: Callable[[str], None], trouble: AppError) -> None:
        """A backup made under another password asks for that one."""
        if passwords.is_asked_for(trouble):
            self.question = passwords.ask(trouble, again, parent=self)
        else:
            self._feedback.trouble(trouble)

    def _choose_folder(self) -> None:
        start = self.strip.settings().second or self._preferences.folder("backup")
        self._feedback.choose_folder("Chọn nơi sao lưu thứ hai", start, self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        self._preferences.set_folder("backup", folder)
        self._runner.run(partial(self._backups.choose_second, folder), self._on_folder_kept, self._feedback.trouble)

    def _on_folder_kept(self, _nothing: None) -> None:
        self.reload()
        told = "Đã chọn nơi sao lưu thứ hai. Từ nay mỗi bản sao lưu được chép thêm vào đó."
        self._feedback.say(told, offers=(Offer("Sao lưu ngay", self.make),))

    def _on_settings_wanted(self, settings: BackupSettings) -> None:
        work = partial(self._backups.save_settings, settings)
        self._runner.run(work, lambda _nothing: self.reload(), self._feedback.trouble)

    # answers

    def _on_made(self, made: Made) -> None:
        self._made = made.backup.path
        self.proven.emit(made.backup.proven_at)
        away = made.second in (SecondPlace.AWAY, SecondPlace.FAILED)
        second = "" if made.second is SecondPlace.NONE else f" {labels.of(made.second)}."
        self._feedback.say(
            f"Đã sao lưu và thử khôi phục được.{second}",
            tone=Tone.WARNING if away else Tone.SUCCESS,
            offers=folder_made(self._feedback, made.backup.path.parent),
        )
        self.reload()

    def _on_verified(self, line: Line, found: Verification) -> None:
        numbers = ((formats.whole(found.counts.get(table, 0)), kind) for table, kind in _COUNTED.items())
        counts = [f"{number} {labels.of(kind).lower()}" for number, kind in numbers]
        told = [f"Bản sao lưu lúc {formats.moment(line.backup.at)} khôi phục được: {', '.join(counts)}."]
        told += [messages.finding(finding) for finding in found.findings]
        self._feedback.say(" ".join(told), tone=Tone.INFO if found.findings else Tone.SUCCESS)

    def _on_restored(self, restored: Restored) -> None:
        self._navigation.changes_made.emit(restored.changes)
        told = ["Đã khôi phục."]
        if restored.kept_aside is not None:
            told.append(f"Dữ liệu trước đó được giữ trong bản “{restored.kept_aside.name}”.")
        told += [messages.finding(finding) for finding in restored.findings]
        self._feedback.say(" ".join(told), tone=Tone.WARNING if restored.findings else Tone.SUCCESS)
        self.reload()

    # showing

    def _read(self) -> _State:
        trouble = None
        try:
            settings = self._backups.settings()
        except SettingsUnreadable as unreadable:
            settings, trouble = BackupSettings(), unreadable
        copied = self._backups.in_second()
        lines = (Line(backup, None if copied is None else backup.path.name in copied) for backup in self._backups.all())
        return _State(tuple(lines), settings, copied is not None, trouble)

    def _show(self, state: _State) -> None:
        self.strip.show_settings(state.settings, answers=state.answers)
        self.grid.set_rows(state.lines)
        self.pages.setCurrentIndex(0 if state.lines else 1)
        chosen = self._made or (state.lines[0].backup.path if state.lines and self.grid.current() is None else None)
        self._made = None
        if chosen is not None:
            self.grid.go_to(chosen)
        self._on_selection_changed()
        if state.trouble is not None:
            self._feedback.trouble(state.trouble)

    def _on_selection_changed(self) -> None:
        chosen, writable = self.grid.current() is not None, not self._services.read_only
        self.test.setEnabled(chosen)
        self.back.setEnabled(chosen and writable)
        self.other.setEnabled(writable)
        self.folder.setEnabled(bool(self.model.rows()))
