"""Asks what to do about an office file that cannot be opened; takes the trouble and gives a way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import Step
from thidua_desktop.domain.backups import Backup
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.gauge import Gauge
from thidua_desktop.ui.common.signs import Sign
from thidua_desktop.ui.common.widgets import ElidedLabel, button, column, label, row
from thidua_desktop.ui.opening.ways import Way, ways_from
from thidua_desktop.wording import formats, messages

_WIDTH = 660

_WORDS: dict[Way, tuple[str, str, str]] = {
    Way.LOOK: ("Mở để xem", "search", "Xem, tìm, in, xuất được; không sửa được. Không ảnh hưởng người đang dùng tệp."),
    Way.COPY: (
        "Chép về máy này rồi mở",
        "copy",
        "Xem và sửa trên bản chép ở thư mục dữ liệu của máy này. Tệp gốc giữ nguyên, không nhận những gì sửa sau đó.",
    ),
    Way.AGAIN: (
        "Thử lại",
        "redo",
        "Sau khi người kia đóng chương trình, hoặc đã cắm lại USB, mở lại ổ mạng. Máy kia vừa mất điện thì máy chủ "
        "còn giữ chỗ của máy ấy vài phút.",
    ),
    Way.PASSWORD: ("Gõ lại mật khẩu…", "lock", "Tìm lại tờ giấy ghi mật khẩu, hỏi người đã đặt, rồi gõ lần nữa."),
    Way.RESTORE: (
        "Khôi phục từ bản sao lưu",
        "history",
        "Dùng lại dữ liệu lúc sao lưu. Tệp hiện có được giữ riêng bên cạnh, không bị xóa.",
    ),
    Way.RESCUE: (
        "Cứu dữ liệu còn đọc được",
        "receive",
        "Đọc từng phần của tệp hỏng, kể những gì không cứu được. Tệp hỏng được giữ riêng bên cạnh.",
    ),
    Way.OTHER: ("Mở tệp khác…", "open", "Chọn một tệp dữ liệu khác trên máy, USB hoặc ổ mạng."),
}


class OpeningDialog(QDialog):
    """One sentence on what happened, and a button with a line for each way on."""

    chosen = Signal(object)
    """A ``Way``; the dialog stays until it is closed, since the way may fail."""
    stop_wanted = Signal()
    """What is being done is to be stopped."""

    def __init__(
        self, trouble: AppError, path: Path, backups: Sequence[Backup], *, leave: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Không mở được tệp dữ liệu")
        self.trouble = trouble
        """What it was opened for."""
        self.ways = ways_from(trouble.code, backups=bool(backups))
        self.buttons: dict[Way, QPushButton] = {}
        self.backups = QComboBox()
        self.backups.setAccessibleName("Bản sao lưu để khôi phục")
        for backup in sorted(backups, key=partial(_usable, locked_last=Way.PASSWORD in self.ways)):
            self.backups.addItem(_named(backup), str(backup.path))
        self._sentence = label(messages.error(trouble), wrap=True)
        self._work = ElidedLabel("muted")
        self._bar = QProgressBar()
        self._gauge = Gauge(self._bar, self._work.setText)
        self.stop = button("Dừng", tip="Dừng việc đang làm; tệp giữ nguyên như trước khi bắt đầu")
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self._stop)
        self.leave = button(leave)
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self._lay_out(path)
        self.rest()

    def said(self) -> str:
        """The sentence on what happened."""
        return self._sentence.text()

    def backup(self) -> Path:
        """The backup that is to be restored."""
        return Path(self.backups.currentData())

    def work_on(self, told: str) -> None:
        """Say what is being done; nothing else can be chosen meanwhile."""
        self._gauge.begin(told)
        self._show_work(True)

    def show_step(self, step: Step) -> None:
        """Say how far the work is that ``work_on`` has named; it can be stopped from now on."""
        if self._bar.isVisibleTo(self):
            self._gauge.show(step)
            self.stop.show()

    def rest(self) -> None:
        """Nothing is being done."""
        self._show_work(False)

    def show_trouble(self, trouble: AppError) -> None:
        """Say what went wrong on the chosen way; the others are still there."""
        self.rest()
        self._sentence.setText(messages.error(trouble))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its sentences need."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        # The size hint of a layout does not ask wrapped labels how high they are at the width that they get.
        self.setMinimumSize(_WIDTH, self._frame.totalHeightForWidth(_WIDTH))
        self.resize(self.minimumSize())

    # making

    def _lay_out(self, path: Path) -> None:
        head = row(Sign("warning", 32), spacing=theme.SPACE_M)
        where = label(str(path), "small", wrap=True)
        head.addLayout(column(label("Không mở được tệp dữ liệu", "title"), self._sentence, where), stretch=1)
        frame = self._frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_L, theme.SPACE_L, theme.SPACE_L)
        frame.setSpacing(theme.SPACE_M)
        frame.addLayout(head)
        for at, way in enumerate(self.ways):
            frame.addLayout(self._way(way, first=at == 0))
        foot = row(self._work, self._bar, self.stop, 0, self.leave)
        foot.setStretch(0, 1)
        frame.addLayout(foot)

    def _way(self, way: Way, *, first: bool) -> QVBoxLayout:
        text, icon, explained = _WORDS[way]
        made = button(text, icon, role="primary" if first else "")
        made.setDefault(first)
        made.setAutoDefault(first)
        made.setAccessibleDescription(explained)
        made.setMinimumWidth(220)
        made.clicked.connect(partial(self.chosen.emit, way))
        self.buttons[way] = made
        line = row(made, *((self.backups,) if way is Way.RESTORE else ()), 0)
        whole = QVBoxLayout()
        whole.setSpacing(theme.SPACE_XXS)
        whole.addLayout(line)
        whole.addWidget(label(explained, "muted", wrap=True))
        return whole

    def _show_work(self, working: bool) -> None:
        for made in (*self.buttons.values(), self.backups, self.leave):
            made.setEnabled(not working)
        self._work.setVisible(working)
        self._bar.setVisible(working)
        self.stop.setEnabled(True)
        self.stop.hide()

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.stop_wanted.emit()


def _usable(backup: Backup, *, locked_last: bool) -> tuple[bool, bool]:
    """Orders the proven ones first and, where the password is forgotten, those that ask for none before all."""
    return (locked_last and backup.locked, backup.proven_at is None)


def _named(backup: Backup) -> str:
    proof = "đã thử khôi phục được" if backup.proven_at is not None else "chưa thử"
    return f"{formats.moment(backup.at)} ({proof}{', có mật khẩu' if backup.locked else ''})"
