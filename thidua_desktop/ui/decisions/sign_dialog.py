"""Số, ngày ký: typed in after the signature, which locks the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.decision_numbers import DecisionNumberUnreadable, tidy_number
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.ui.common.answering import AnswerForm, form
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.widgets import label

Sign = Callable[[str, date, Callable[[AppError], None]], None]
"""Keeps number and day; the function hears why they cannot be kept."""


class SignDialog(AnswerForm):
    """Number and day as they were registered; ``sign`` keeps them or says why not."""

    def __init__(self, decision: Decision, code: str, today: date, sign: Sign, parent: QWidget | None = None) -> None:
        """``code`` is what follows the number, for instance "QĐ-SNV"."""
        super().__init__("Ghi số và ngày ký", yes="Ghi số, khóa danh sách", parent=parent)
        self._sign, self._code = sign, code.partition("-")[2]
        self.number = QLineEdit(f"/{code}" if code else "")
        self.number.setPlaceholderText("ví dụ: 05/QĐ-SNV")
        self.day = DayEdit(year=today.year)
        self.day.set_day(today)
        self._as_printed = label("", "muted")
        locked = (
            f"Danh sách {len(decision.lines)} dòng được khóa theo đúng thứ tự đang xếp; thứ tự là số sổ vàng. "
            "Mỗi dòng được ghi vào Sổ khen thưởng. Sau đó chỉ có thể đính chính hoặc thu hồi."
        )
        carried_out = (
            "Quyết định này đính chính hoặc thu hồi quyết định khác: ghi số xong thì các thay đổi có hiệu lực, "
            "Sổ khen thưởng sửa theo; chữ đã ký trước đây vẫn giữ bên cạnh."
        )
        self.content.addWidget(label(decision.title, "strong", wrap=True))
        self.content.addLayout(form((("&Số, ký hiệu", self.number), ("&Ngày ký", self.day))))
        self.content.addWidget(self._as_printed)
        self.content.addWidget(label(locked if decision.corrects is None else carried_out, "muted", wrap=True))
        self.content.addWidget(self.wrong)
        self.content.addStretch(1)
        self.setMinimumWidth(500)
        for field in (self.number, self.day):
            field.textChanged.connect(self._check)
        self._check()
        self.number.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The code stands there already: one types the number before it, nothing of it is selected."""
        super().showEvent(event)
        QTimer.singleShot(0, self.number, lambda: self.number.setCursorPosition(0))

    def on_wanted(self) -> None:
        """Sign, or hear why not."""
        day = self.day.day()
        if day is not None:
            self._sign(self._written(), day, self.refuse)

    def _written(self) -> str:
        return squeeze(nfc(self.number.text()))

    def _check(self) -> None:
        try:
            self._as_printed.setText(f"Sẽ in: Số: {tidy_number(self._written(), self._code)}")
            readable = True
        except DecisionNumberUnreadable as unreadable:
            self._as_printed.setText(f"Gõ số và ký hiệu, ví dụ {unreadable.params['proposed']}.")
            readable = False
        wrong = self.day.fault(needed=True)
        self.tell(wrong)
        self.yes.setEnabled(readable and not wrong)
