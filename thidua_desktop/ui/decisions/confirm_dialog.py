"""Giấy xác nhận đã được khen thưởng: which awards, for whom it is asked, what for; number and day if they are known."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLineEdit, QListWidgetItem, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.ids import AwardRecordId
from thidua_desktop.domain.register import RecordState
from thidua_desktop.domain.register_queries import Past
from thidua_desktop.services.confirmations import Purpose
from thidua_desktop.ui.common.answering import form
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.widgets import button, label, row
from thidua_desktop.ui.common.wrapping_list import WrappingList
from thidua_desktop.wording.register_past import PastLine

_ID = int(Qt.ItemDataRole.UserRole)
_NONE = "Chọn ít nhất một lượt khen thưởng."


class ConfirmDialog(Form):
    """Every award that holds is ticked; "Xem trước" shows the very PDF, the other button writes for Word."""

    def __init__(self, past: Past, lines: tuple[PastLine, ...], today: date, parent: QWidget | None = None) -> None:
        super().__init__("Giấy xác nhận đã được khen thưởng", yes="Xem trước và in", parent=parent)
        self.wants_word = False
        """Whether the paper is wanted for Word."""
        one = past.recipient
        self.list = WrappingList()
        self.list.setAccessibleName("Lượt khen thưởng đưa vào giấy xác nhận")
        for line in lines:
            if line.record_id is not None and line.state is not RecordState.WITHDRAWN:
                self._add(line)
        self.asked_by, self.purpose, self.number = QLineEdit(), QLineEdit(), QLineEdit()
        self.asked_by.setPlaceholderText("ví dụ: ông Nguyễn Văn An")
        self.purpose.setPlaceholderText("ví dụ: bổ sung hồ sơ đề nghị khen thưởng cống hiến")
        self.number.setPlaceholderText("để trống nếu lấy số sau")
        self.full_id = QCheckBox("In đủ số CCCD trong giấy này")
        self.full_id.setVisible(bool(one.id_number))
        self.day = DayEdit(year=today.year)
        self.day.set_day(today)
        every, none = button("Chọn tất cả"), button("Bỏ chọn tất cả")
        for made, state in ((every, Qt.CheckState.Checked), (none, Qt.CheckState.Unchecked)):
            made.setAutoDefault(False)
            made.clicked.connect(lambda _checked=False, wanted=state: self._tick(wanted))
        self._said = label("", "muted", wrap=True)
        self.content.addWidget(label(f"{one.honorific or ''} {one.name}".strip(), "title", wrap=True))
        self.content.addLayout(row(label("Lượt khen thưởng", "strong"), 0, every, none))
        self.content.addWidget(self.list, stretch=1)
        rows = (
            ("&Theo đề nghị", self.asked_by),
            ("&Để làm gì", self.purpose),
            ("&Số", self.number),
            ("&Ngày", self.day),
        )
        self.content.addLayout(form(rows))
        self.content.addWidget(self.full_id)
        self.content.addWidget(self._said)
        self.word = self.buttons.addButton("Lưu Word…", QDialogButtonBox.ButtonRole.ActionRole)
        self.word.clicked.connect(self._take_word)
        self.setMinimumSize(640, 520)
        self.list.itemChanged.connect(lambda _item: self._check())
        self.day.textChanged.connect(self._check)
        self._check()
        self.asked_by.setFocus()

    def chosen(self) -> tuple[AwardRecordId, ...]:
        """The ticked awards."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return tuple(AwardRecordId(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def asked(self) -> Purpose:
        """For whom and what for, number and day."""
        return Purpose(
            asked_by=squeeze(nfc(self.asked_by.text())),
            purpose=squeeze(nfc(self.purpose.text())),
            number=squeeze(nfc(self.number.text())) or None,
            day=self.day.day(),
            full_id=self.full_id.isChecked(),
        )

    def _add(self, line: PastLine) -> None:
        first = line.detail.splitlines()[0] if line.detail else ""
        item = QListWidgetItem(" – ".join(part for part in (f"{line.year}: {line.title}", first) if part))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        item.setData(_ID, line.record_id)
        item.setToolTip(line.detail)
        self.list.addItem(item)

    def _tick(self, state: Qt.CheckState) -> None:
        for at in range(self.list.count()):
            self.list.item(at).setCheckState(state)

    def _take_word(self) -> None:
        self.wants_word = True
        self.accept()

    def _check(self) -> None:
        told = self.day.fault() or ("" if self.chosen() else _NONE)
        count = len(self.chosen())
        self._said.setText(told or f"Đưa {count} lượt khen vào giấy; lượt đã thu hồi không xác nhận.")
        for made in (self.yes, self.word):
            made.setEnabled(not told)
