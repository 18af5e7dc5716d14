"""A folder of lists: each file with its outcome as it comes in, one opened for the doctor, all clean ones stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QFrame, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import Cancelled, Step, current
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.list_doctor import DoctorDraft
from thidua_desktop.domain.stages import Stage
from thidua_desktop.services.container import Services
from thidua_desktop.services.list_folders import FolderFile
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Banner, Feedback, Offer, WindowFeedback
from thidua_desktop.ui.common.gauge import Gauge
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner, TaskRunner
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import EmptyState, action, button, label, row
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.common.work_strip import SHOWS_WORK
from thidua_desktop.ui.doctor.board_columns import BoardLine, board_columns, summary
from thidua_desktop.ui.doctor.destination import Destination
from thidua_desktop.wording import formats

Sources = Path | Sequence[Path]
"""A folder, or files that were dropped together."""
_READING, _KEEPING, _UNDOING = "Đang đọc các danh sách…", "Đang lưu các danh sách…", "Đang hoàn tác…"
_TOUCHED = frozenset({Kind.LIST, Kind.NOMINATION, Kind.RECIPIENT, Kind.AWARD_RECORD, Kind.UNIT})
"""What a stored list may have changed, whatever it was read for."""


class FolderBoard(QDialog):
    """Reads file after file; the window stays alive, and what has come in can already be opened."""

    open_wanted = Signal(object)
    """The ``FolderFile`` is to be shown to the clerk."""
    folder_wanted = Signal()
    """Another folder is to be read."""
    stored = Signal(object)
    """A file has been stored: the ``Changes``."""
    _arrived = Signal(object)
    _settled = Signal(object)

    def __init__(
        self,
        services: Services,
        runner: Runner,
        where: Destination,
        *,
        preferences: Preferences,
        feedback: Feedback | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Nhận nhiều danh sách")
        self.setProperty(SHOWS_WORK, True)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._services, self._folders, self._batches = services, services.list_folders, services.list_batches
        self._runner, self._where = runner, where
        self._reading = self._leaving = False
        self.banner = Banner()
        self.feedback: Feedback = feedback or WindowFeedback(self, self.banner)
        self.model = TableModel[BoardLine](board_columns(), lambda line: line.at, parent=self)
        self.grid = Grid(self.model, name="doctor.board", preferences=preferences)
        self.grid.setAccessibleName("Các tệp danh sách")
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._make_actions()
        self._lay_out()
        # Queued: files arrive from the thread that reads them.
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._settled.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)
        self.grid.opened.connect(lambda _line: self.open_current())
        self.grid.current_changed.connect(lambda _line: self._tell())
        if isinstance(runner, TaskRunner):
            runner.progressed.connect(self._show_step)
        self.resize(1280, 640)
        WindowPlace(self, preferences, "lists")
        self._tell()

    def read(self, sources: Sequence[Sources]) -> None:
        """Read folders and files, one after the other."""
        self._set_reading(True, _READING)

        def work() -> None:
            for source in sources:
                for file in self._folders.read_folder(source, self._where.target, round_id=self._where.round_id):
                    self._arrived.emit(file)

        self._runner.run(work, lambda _nothing: self._on_read(), self._on_stopped, label=_READING)

    def open_current(self) -> None:
        """Look through the file at the cursor."""
        line = self.grid.current()
        if line is None:
            return
        if line.file.draft is None or line.file.stored:
            self.feedback.say(line.file.sentence or "Tệp này đã lưu rồi.", tone=Tone.INFO)
            return
        self.open_wanted.emit(line.file)

    def take_clean(self) -> None:
        """Store every file that needs nobody; each can be undone by itself."""
        files = [line.file for line in self.model.rows() if line.storable]
        if not files or self._reading:
            return
        self._set_reading(True, _KEEPING)

        def work() -> tuple[FolderFile, ...]:
            done: list[FolderFile] = []
            for file in self._folders.store_clean(files):
                done.append(file)
                self._settled.emit(file)
            return tuple(done)

        self._runner.run(work, self._on_stored, self._on_stopped, label=_KEEPING)

    def mark_stored(self, path: Path, draft: DoctorDraft) -> None:
        """A file was stored from the doctor, as it stood there in the end."""
        found = next(file for file in self.files() if file.path == path)
        told = f"Đã xem và lưu {formats.whole(len(draft.taken))} dòng."
        entry = self._batches.last_kept()
        self._replace({path: replace(found, draft=draft, sentence=told, stored=True, entry=entry)})

    def take_back(self) -> None:
        """Take the stored file at the cursor back, or say that there is nothing to take back."""
        line = self.grid.current()
        if line is None or line.file.entry is None:
            self.feedback.say("Chọn một tệp đã lưu để hoàn tác; tệp chưa lưu thì không có gì để bỏ.", tone=Tone.INFO)
            return
        self._take_back([line.file])

    def files(self) -> tuple[FolderFile, ...]:
        """What has come in so far."""
        return tuple(line.file for line in self.model.rows())

    # making

    def _make_actions(self) -> None:
        self.open_action = action(self, "Mở xem", "open", "Ctrl+Return", self.open_current)
        self.back_action = action(self, "Hoàn tác tệp này", "undo", "Ctrl+Z", self.take_back)
        self.take_action = action(self, "Lưu các tệp không có lỗi", "save", "Ctrl+S", self.take_clean)

    def _lay_out(self) -> None:
        self._told = label("", "muted")
        bar = QProgressBar()
        bar.setFixedWidth(220)
        words = label("", "muted")
        self._gauge = Gauge(bar, words.setText)
        self.stop = button("Dừng", tip="Dừng đọc; những tệp đã đọc vẫn ở trong bảng")
        self.stop.clicked.connect(self._stop)
        self._work = QFrame()
        self._work.setLayout(row(words, bar, self.stop))
        head = row(label("Các danh sách gửi đến", "title"), 0, self._work)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(
            EmptyState(
                "receive",
                "Chưa thấy danh sách nào",
                "Thư mục này không có tệp .xlsx, .xls, .ods, .csv hoặc .docx. "
                "Hãy chép các tệp đơn vị gửi vào một thư mục rồi chọn lại.",
                (Offer("Chọn thư mục khác…", self._choose_other),),
            )
        )
        self.open_button = button("Mở xem", "open", tip="Xem và sửa tệp đang chọn, hoặc bấm đúp (Ctrl+Enter)")
        self.open_button.clicked.connect(self.open_current)
        self.take = button("Lưu các tệp không có lỗi", "save", role="primary", tip="Ctrl+S")
        self.take.clicked.connect(self.take_clean)
        self.leave = button("Đóng")
        self.leave.clicked.connect(self.close)
        self.back_button = button("Hoàn tác tệp này", "undo", tip="Bỏ mọi dòng đã lưu từ tệp đang chọn (Ctrl+Z)")
        self.back_button.clicked.connect(self.take_back)
        for made in (self.stop, self.open_button, self.back_button, self.leave):
            made.setAutoDefault(False)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        frame.setSpacing(theme.SPACE_S)
        frame.addLayout(head)
        frame.addWidget(self.pages, stretch=1)
        frame.addLayout(row(self._told, 0, self.leave, self.back_button, self.open_button, self.take))
        self.banner.lie_over(self.pages)

    # answers

    def _on_arrived(self, file: FolderFile) -> None:
        lines = self.model.rows()
        self.grid.set_rows([*lines, BoardLine(len(lines), file)])
        self._show_page()
        self._tell()

    def _on_read(self) -> None:
        self._set_reading(False)
        self._show_page()
        self.grid.setFocus()

    def _show_page(self) -> None:
        self.pages.setCurrentIndex(0 if self.model.rows() or self._reading else 1)

    def _on_settled(self, file: FolderFile) -> None:
        self._replace({file.path: file})
        if file.stored:
            self.stored.emit(Changes("list.import_nominations", _TOUCHED))

    def _on_stored(self, files: Sequence[FolderFile]) -> None:
        self._set_reading(False)
        done = [file for file in files if file.stored]
        rows = sum(len(file.draft.taken) for file in done if file.draft is not None)
        told = (
            f"Đã lưu {formats.whole(len(done))} tệp, {formats.whole(rows)} dòng. "
            "Mỗi tệp là một bước riêng: chọn tệp rồi Ctrl+Z để hoàn tác tệp đó."
        )
        offers = (Offer("Hoàn tác tất cả", partial(self._take_back, done)),) if done else ()
        self.feedback.say(told, offers=offers)

    def _take_back(self, files: Sequence[FolderFile]) -> None:
        """Take stored files back, the last one first, up to one that cannot be."""
        if self._reading:
            return
        self._set_reading(True, _UNDOING)
        services, folders = self._services, self._folders

        def work() -> int:
            for done, file in enumerate(reversed(files)):
                current().step(done, len(files), Stage.REVERSING)
                services.undo.undo(file.entry)
                self._settled.emit(folders.looked_at_again(file))
            return len(files)

        self._runner.run(work, self._on_taken_back, self._on_not_taken_back, label=_UNDOING)

    def _on_taken_back(self, count: int) -> None:
        self._set_reading(False)
        self.stored.emit(Changes("undo", _TOUCHED))
        self.feedback.say(f"Đã hoàn tác {formats.whole(count)} tệp; các dòng của tệp không còn trong dữ liệu.")

    def _on_not_taken_back(self, trouble: AppError) -> None:
        self._set_reading(False)
        self.stored.emit(Changes("undo", _TOUCHED))
        self.feedback.trouble(trouble)

    def _on_stopped(self, trouble: AppError) -> None:
        self._set_reading(False)
        if isinstance(trouble, Cancelled):
            self.feedback.say(self._left(), tone=Tone.WARNING)
        else:
            self.feedback.trouble(trouble)
        self._show_page()

    def _left(self) -> str:
        """What a stop has kept; the general sentence would be wrong where files were stored before it."""
        files = self.files()
        stored, read = sum(file.stored for file in files), formats.whole(len(files))
        if stored:
            return f"Đã dừng. {formats.whole(stored)} tệp đã lưu vẫn giữ; các tệp khác chưa lưu, lưu tiếp được."
        return f"Đã dừng khi đọc được {read} tệp; chưa lưu gì. Muốn đọc các tệp còn lại thì chọn lại thư mục."

    def _choose_other(self) -> None:
        self.close()
        self.folder_wanted.emit()

    def _stop(self) -> None:
        if isinstance(self._runner, TaskRunner):
            self._runner.cancel()

    def _show_step(self, step: Step) -> None:
        self._gauge.show(step)

    def _set_reading(self, reading: bool, told: str = "") -> None:
        self._reading = reading
        if reading:
            self.banner.hide()
        elif self._leaving:
            self._leaving = False
            super().reject()
        self._work.setVisible(reading)
        self._gauge.begin(told)
        self._tell()

    def _replace(self, changed: dict[Path, FolderFile]) -> None:
        self.grid.set_rows([replace(line, file=changed.get(line.file.path, line.file)) for line in self.model.rows()])
        self._tell()

    def _tell(self) -> None:
        lines = self.model.rows()
        clean = sum(line.storable for line in lines)
        self._told.setText(summary(lines))
        self.take.setText(f"Lưu {formats.whole(clean)} tệp không có lỗi" if clean else "Lưu các tệp không có lỗi")
        self.take.setEnabled(bool(clean) and not self._reading)
        line = self.grid.current()
        self.open_button.setEnabled(line is not None)
        self.back_button.setEnabled(line is not None and line.file.entry is not None and not self._reading)

    def reject(self) -> None:
        """What is still being done is stopped first, by Esc as by closing: the work tells this window how it goes."""
        if self._reading:
            self._leaving = True
            self._stop()
        else:
            super().reject()
