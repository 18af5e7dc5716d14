"""Letters to several units: which of them get one, by which day they are to answer, number and day of the letter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QFormLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.services.reporting import Format, Letter
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.widgets import label


class LetterForm(Form):
    """Units to tick and the day of answer; ``format`` is what was chosen.

    ``log`` is the question whether the letters are also kept in the office file; empty: it is not asked.
    """

    def __init__(
        self, title: str, explained: str, names: Sequence[str], by: date, *, log: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, yes="Xem trước", parent=parent)
        self.format = Format.PDF
        self.boxes = [QCheckBox(name.replace("&", "&&")) for name in names]
        self.by, self.day = DayEdit(year=by.year), DayEdit(year=by.year)
        self.by.set_day(by)
        self.number = QLineEdit()
        self.number.setPlaceholderText("để trống nếu ghi tay, ví dụ: 345/SNV-TĐKT")
        self.log = QCheckBox(log)
        self.log.setVisible(bool(log))
        self._said = label("", "muted", wrap=True)
        self.content.addWidget(label(explained, wrap=True))
        self.content.addWidget(self._units(), stretch=1)
        self.content.addLayout(self._fields())
        self.content.addWidget(self.log)
        self.content.addWidget(self._said)
        self.word = self.buttons.addButton("Lưu Word…", QDialogButtonBox.ButtonRole.ActionRole)
        self.word.clicked.connect(self._take_word)
        self.setMinimumSize(520, 420)
        for field in (self.by, self.day, self.number):
            field.textChanged.connect(self._check)
        for box in self.boxes:
            box.toggled.connect(self._check)
        self._check()
        self.boxes[0].setFocus()

    def ticked(self) -> tuple[int, ...]:
        """The places of the units that get a letter."""
        return tuple(at for at, box in enumerate(self.boxes) if box.isChecked())

    def letter(self, unit: str) -> Letter:
        """The letter to a unit as asked for."""
        by = self.by.day()
        assert by is not None  # the button is off without it
        return Letter(unit, by, squeeze(nfc(self.number.text())) or None, self.day.day())

    def _units(self) -> QScrollArea:
        inner = QWidget()
        lines = QVBoxLayout(inner)
        for box in self.boxes:
            box.setChecked(True)
            lines.addWidget(box)
        lines.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName("Đơn vị nhận công văn")
        area.setWidgetResizable(True)
        area.setWidget(inner)
        return area

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        rows: tuple[tuple[str, QWidget], ...] = (
            ("&Hẹn trước ngày", self.by),
            ("&Số công văn", self.number),
            ("&Ngày công văn", self.day),
        )
        for name, field in rows:
            form.addRow(name, field)
            field.setAccessibleName(name.replace("&", ""))
        return form

    def _take_word(self) -> None:
        self.format = Format.DOCX
        self.accept()

    def _check(self) -> None:
        chosen = self.ticked()
        readable = self.by.readable() and self.day.readable() and self.by.day() is not None
        if not chosen:
            told = "Chọn ít nhất một đơn vị."
        elif not readable:
            told = "Ghi ngày hẹn, ngày công văn theo dạng ngày/tháng/năm, ví dụ 15/06/2026."
        elif len(chosen) > 1 and self.number.text().strip():
            told = "Các công văn sẽ cùng mang một số; nên để trống số khi gửi nhiều đơn vị."
        else:
            told = ""
        self._said.setText(told)
        for button in (self.yes, self.word):
            button.setEnabled(bool(chosen) and readable)
