"""An entry of the fund's book; paying the bonuses of a decision out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.spelled_numbers import amount_in_words
from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.funds import FundEntry
from thidua_desktop.services.funds import UnpaidDecision
from thidua_desktop.ui.common.answering import AnswerForm, form
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.entry import EntryNotRead
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.decisions.bonus_dialog import read_amount
from thidua_desktop.wording import formats, labels

Keep = Callable[[FundEntry, Callable[[AppError], None]], None]


class FundDialog(AnswerForm):
    """Day, words and amount of an entry; the amount is spelled out below, so that a slip of the key is seen."""

    def __init__(self, entry: FundEntry, keep: Keep, parent: QWidget | None = None) -> None:
        kind = labels.of(entry.kind)
        super().__init__(kind, yes="Ghi sổ" if entry.id is None else "Lưu", parent=parent)
        self._entry, self._keep = entry, keep
        self.day = DayEdit(year=entry.year)
        self.day.set_day(entry.day)
        self.text, self.note = QLineEdit(entry.text), QLineEdit(entry.note)
        self.amount = QLineEdit(formats.whole(entry.amount) if entry.amount else "")
        self.amount.setPlaceholderText("ví dụ: 120.000.000")
        self._words = label("", "muted", wrap=True)
        self.content.addWidget(label(f"{kind}, năm {entry.year}", "strong"))
        rows = (
            ("&Ngày", self.day),
            ("Nội &dung", self.text),
            ("&Số tiền (đồng)", self.amount),
            ("&Ghi chú", self.note),
        )
        self.content.addLayout(form(rows))
        self.content.addWidget(self._words)
        self.content.addWidget(self.wrong)
        self.content.addStretch(1)
        self.setMinimumWidth(520)
        for field in (self.day, self.text, self.amount):
            field.textChanged.connect(self._check)
        self._check()
        (self.amount if entry.text else self.text).setFocus()

    def entry(self) -> FundEntry | None:
        """What was typed; None while day or amount cannot be read."""
        amount, day = self._amount(), self.day.day() if self.day.readable() else None
        if amount is None or day is None:
            return None
        text, note = (squeeze(nfc(field.text())) for field in (self.text, self.note))
        return replace(self._entry, day=day, text=text, amount=amount, note=note)

    def on_wanted(self) -> None:
        """Keep it, or hear why not."""
        entry = self.entry()
        if entry is not None:
            self._keep(entry, self.refuse)

    def _amount(self) -> int | None:
        try:
            return read_amount(self.amount.text())
        except EntryNotRead:
            return None

    def _check(self) -> None:
        amount = self._amount()
        self._words.setText(amount_in_words(amount) if amount is not None else "Gõ số tiền bằng chữ số.")
        lacks = self.day.fault(needed=True) or ("" if squeeze(self.text.text()) else "Hãy ghi nội dung.")
        self.tell(lacks)
        self.yes.setEnabled(not lacks and amount is not None)


class PayDialog(AnswerForm):
    """The day on which the bonuses of a decision are paid."""

    def __init__(self, unpaid: UnpaidDecision, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Chi tiền thưởng", yes="Ghi đã chi", parent=parent)
        self.day = DayEdit(year=today.year)
        self.day.set_day(today)
        decision = unpaid.decision
        self.content.addWidget(label(f"Quyết định {decision.number}: {decision.title}", "strong", wrap=True))
        self.content.addWidget(
            label(f"Số tiền {formats.whole(unpaid.total)} đồng ({amount_in_words(unpaid.total)}).", wrap=True)
        )
        if unpaid.open_lines:
            told = f"{unpaid.open_lines} dòng chưa có số tiền nên chưa được tính; ghi riêng ở “Tiền thưởng” trước."
            self.content.addWidget(label(told, "error", wrap=True))
        self.content.addLayout(form((("&Ngày chi", self.day),)))
        self.content.addWidget(self.wrong)
        self.content.addStretch(1)
        self.setMinimumWidth(480)
        self.day.textChanged.connect(self._check)
        self._check()
        self.day.setFocus()

    def _check(self) -> None:
        lacks = self.day.fault(needed=True)
        self.tell(lacks)
        self.yes.setEnabled(not lacks)
