"""The office's own commemoration days: see all, add one, change one, take one away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.holidays import Commemoration, check_commemoration
from thidua_desktop.ui.calendar.part_list import PartLine, PartList
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import NumberEdit
from thidua_desktop.ui.common.widgets import button, label, row
from thidua_desktop.wording import messages

_THIS_YEAR_ONLY = "Chỉ năm"
_WIDTH = 520


class CommemorationsDialog(QDialog):
    """Shows the office's days; each wish is a signal and the list is shown anew when it has been done."""

    save_wanted = Signal(object)
    drop_wanted = Signal(object)

    def __init__(self, own: Sequence[Commemoration], year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Ngày kỷ niệm của cơ quan")
        self._year = year
        self._own: tuple[Commemoration, ...] = ()
        self.dialog: CommemorationDialog | None = None
        """The dialog opened last."""
        told = "Ngày kỷ niệm chung đã có sẵn trên lịch. Thêm ngày truyền thống của tỉnh, của ngành, của cơ quan ở đây."
        self.list = PartList("Ngày kỷ niệm của cơ quan")
        self._empty = label("Chưa có ngày nào.", "small")
        self.add = button("Thêm ngày…", "add", role="primary")
        self.edit = button("Sửa…", "edit")
        self.drop = button("Bỏ", "trash")
        self.add.clicked.connect(lambda: self._ask(Commemoration(1, 1, 0, "")))
        self.edit.clicked.connect(lambda: self._on_opened(self.list.currentRow()))
        self.drop.clicked.connect(lambda: self._on_dropped(self.list.currentRow()))
        self.list.line_opened.connect(self._on_opened)
        self.list.line_dropped.connect(self._on_dropped)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_L, theme.SPACE_L, theme.SPACE_L)
        frame.setSpacing(theme.SPACE_S)
        frame.addWidget(label(told, "muted", wrap=True))
        frame.addWidget(self._empty)
        frame.addWidget(self.list)
        frame.addLayout(row(self.add, self.edit, self.drop, 0))
        frame.addStretch(1)
        frame.addWidget(close)
        self.show_own(own)
        self.resize(_WIDTH, self.sizeHint().height())

    def show_own(self, own: Sequence[Commemoration]) -> None:
        """Show these days in the order of the year."""
        self._own = tuple(sorted(own, key=lambda each: (each.lunar, each.month, each.day)))
        self.list.show_lines([PartLine(_line(each)) for each in self._own])
        self.list.setVisible(bool(own))
        self._empty.setVisible(not own)
        for made in (self.edit, self.drop):
            made.setEnabled(bool(own))

    def _on_opened(self, at: int) -> None:
        if 0 <= at < len(self._own):
            self._ask(self._own[at])

    def _on_dropped(self, at: int) -> None:
        if 0 <= at < len(self._own):
            self.drop_wanted.emit(self._own[at])

    def _ask(self, found: Commemoration) -> None:
        dialog = self.dialog = CommemorationDialog(found, self._year, self)
        dialog.accepted.connect(lambda: self.save_wanted.emit(dialog.commemoration()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class CommemorationDialog(Form):
    """One day: name, date of the solar or the lunar calendar, the year of the event, whether it comes every year."""

    def __init__(self, found: Commemoration, year: int, parent: QWidget | None = None) -> None:
        super().__init__("Ngày kỷ niệm", yes="Lưu", parent=parent)
        self._found = found
        self.name = QLineEdit(found.name)
        self.name.setPlaceholderText("ví dụ: Ngày thành lập tỉnh")
        self.day = NumberEdit(found.day, low=1, high=31)
        self.month = NumberEdit(found.month, low=1, high=12)
        self.lunar = QCheckBox("Ngày âm lịch")
        self.lunar.setChecked(found.lunar)
        self.since = QLineEdit(str(found.since) if found.since else "")
        self.since.setPlaceholderText("để trống nếu không tính số năm")
        self.once = QCheckBox(f"{_THIS_YEAR_ONLY} {found.year or year}")
        self.once.setChecked(found.year is not None)
        self._for = found.year or year
        self._wrong = label("", "error", wrap=True)
        form = QFormLayout()
        day = QWidget()
        for field in (self.day, self.month):
            field.setMaximumWidth(60)
        day.setLayout(row(self.day, label("tháng"), self.month, self.lunar, 0))
        form.addRow("&Tên ngày", self.name)
        form.addRow("&Ngày", day)
        form.addRow("&Kỷ niệm từ năm", self.since)
        form.addRow("", self.once)
        for widget, name in ((self.name, "Tên ngày"), (self.day, "Ngày"), (self.month, "Tháng")):
            widget.setAccessibleName(name)
        self.since.setAccessibleName("Kỷ niệm từ năm")
        self.content.addLayout(form)
        self.content.addWidget(self._wrong)
        self.setMinimumWidth(540)
        for line in (self.name, self.since):
            line.textChanged.connect(self._check)
        for number in (self.day, self.month):
            number.value_changed.connect(self._check)
        self.lunar.toggled.connect(self._check)
        self._check()
        self.name.setFocus()
        self.name.home(False)

    def commemoration(self) -> Commemoration:
        """The day as entered."""
        since = self.since.text().strip()
        return replace(
            self._found,
            month=self.month.value(),
            day=self.day.value(),
            since=int(since) if since.isdecimal() else 0,
            name=squeeze(nfc(self.name.text())),
            lunar=self.lunar.isChecked(),
            year=self._for if self.once.isChecked() else None,
        )

    def _check(self) -> None:
        wrong, since = "", self.since.text().strip()
        if since and not (since.isdecimal() and int(since) <= self._for):
            wrong = "Năm kỷ niệm là một năm đã qua, ví dụ 1948."
        elif self.commemoration().name:
            try:
                check_commemoration(self.commemoration())
            except AppError as trouble:
                wrong = messages.error(trouble)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self.yes.setEnabled(not wrong and bool(self.commemoration().name))


def _line(found: Commemoration) -> str:
    day = f"{found.day:02d}/{found.month:02d}{' âm lịch' if found.lunar else ''}"
    once = f", chỉ năm {found.year}" if found.year is not None else ""
    since = f", từ năm {found.since}" if found.since else ""
    return f"{day}: {found.name}{since}{once}"
