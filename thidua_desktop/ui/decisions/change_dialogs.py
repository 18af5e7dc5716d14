"""Đính chính and thu hồi of what was signed: the old text stays, the new one stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPlainTextEdit, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.services.corrections import By
from thidua_desktop.ui.common.answering import AnswerForm, form
from thidua_desktop.ui.common.editors import DayEdit, show_lines
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.decisions.line_columns import Line
from thidua_desktop.wording import labels

Failed = Callable[[AppError], None]
Correct = Callable[[Mapping[CorrectedField, str], By, Failed], None]
Withdraw = Callable[[By, Failed], None]
Draft = Callable[[Mapping[CorrectedField, str], str, Failed], None]
"""Drafts a decision of this office about the signed one, for a reason; it holds once it is signed itself."""

_FIELDS = (
    CorrectedField.HONORIFIC,
    CorrectedField.NAME,
    CorrectedField.POSITION,
    CorrectedField.UNIT,
    CorrectedField.ACHIEVEMENT,
)
_REASON_FIRST = "Hãy ghi lý do."
_DRAFTS = "Lập dự thảo quyết định…"
_NAMED = 8


class _ByForm(AnswerForm):
    """Day, number and reason of what changes a signed decision; or a draft of the decision that will."""

    def __init__(self, title: str, *, yes: str, today: date, draft: Draft, parent: QWidget | None) -> None:
        super().__init__(title, yes=yes, parent=parent)
        self._draft = draft
        self.drafting = self.buttons.addButton(_DRAFTS, QDialogButtonBox.ButtonRole.ActionRole)
        self.drafting.setToolTip("Chương trình lập quyết định để in, trình ký; có hiệu lực khi ghi số và ngày ký.")
        self.drafting.clicked.connect(self._on_drafting)
        self.day = DayEdit(year=today.year)
        self.day.set_day(today)
        self.number, self.reason = QLineEdit(), QPlainTextEdit()
        self.number.setPlaceholderText("số quyết định hoặc công văn, ví dụ: 06/QĐ-SNV")
        self.reason.setTabChangesFocus(True)
        show_lines(self.reason, 3)
        for signal in (self.day.textChanged, self.number.textChanged, self.reason.textChanged):
            signal.connect(self._check)
        self.setMinimumWidth(560)

    def by(self) -> By | None:
        """What was typed; None while the day cannot be read."""
        day = self.day.day() if self.day.readable() else None
        return None if day is None else By(day, self._reason(), squeeze(nfc(self.number.text())))

    def _reason(self) -> str:
        return squeeze(nfc(self.reason.toPlainText()))

    def _add_fields(self, before: Sequence[tuple[str, QWidget]] = ()) -> None:
        rows = (("Số &văn bản", self.number), ("&Ngày văn bản", self.day), ("&Lý do", self.reason))
        self.content.addLayout(form((*before, *rows)))
        self.content.addWidget(self.wrong)
        self.content.addStretch(1)

    def wanted_changes(self) -> Mapping[CorrectedField, str]:
        """The texts that are to be read instead; none for a withdrawal."""
        return {}

    def _on_drafting(self) -> None:
        self._draft(self.wanted_changes(), self._reason(), self.refuse)

    def _lacks(self) -> str:
        """What a change still lacks, whichever way it is made."""
        return "" if self._reason() else _REASON_FIRST

    def _check(self) -> None:
        lacks = self._lacks()
        undated = self.day.fault(needed=True)
        self.tell(lacks or undated)
        self.yes.setEnabled(not lacks and not undated)
        self.drafting.setEnabled(not lacks)


class CorrectDialog(_ByForm):
    """One line: what stands in it now, and what is to be read instead."""

    def __init__(
        self, line: Line, number: str, today: date, *, correct: Correct, draft: Draft, parent: QWidget | None = None
    ) -> None:
        title = f"Đính chính quyết định {number}"
        super().__init__(title, yes="Ghi đính chính", today=today, draft=draft, parent=parent)
        self._correct = correct
        self._now = {field: str(getattr(line.read, field.value)) for field in _FIELDS}
        self.fields = {field: QLineEdit(text) for field, text in self._now.items()}
        place = line.line.golden_book or line.line.place
        self.content.addWidget(label(f"Dòng số {place}: {line.line.name}", "strong", wrap=True))
        told = "Sửa những chỗ cần đính chính. Chữ đã ký được giữ nguyên trong quyết định, chữ mới đứng bên cạnh."
        self.content.addWidget(label(told, "muted", wrap=True))
        for made in self.fields.values():
            made.textChanged.connect(self._check)
            made.setCursorPosition(0)
        self._add_fields([(labels.of(field), made) for field, made in self.fields.items()])
        self._check()
        self.fields[CorrectedField.NAME].setFocus()

    def wanted_changes(self) -> Mapping[CorrectedField, str]:
        """The fields with another text."""
        typed = {field: squeeze(nfc(made.text())) for field, made in self.fields.items()}
        return {field: text for field, text in typed.items() if text != self._now[field]}

    def on_wanted(self) -> None:
        """Correct, or hear why not."""
        by = self.by()
        if by is not None:
            self._correct(self.wanted_changes(), by, self.refuse)

    def _lacks(self) -> str:
        changes = self.wanted_changes()
        if not changes:
            return "Chưa sửa chỗ nào."
        empty = [labels.of(field) for field, text in changes.items() if not text]
        if empty:
            return f"“{empty[0]}” không để trống được; hãy ghi chữ sẽ đọc thay cho chữ đã ký."
        return super()._lacks()


class WithdrawDialog(_ByForm):
    """Whose awards are taken back, on which day, by which document, and why."""

    def __init__(
        self,
        lines: Sequence[Line],
        number: str,
        today: date,
        *,
        withdraw: Withdraw,
        draft: Draft,
        whole: bool,
        parent: QWidget | None = None,
    ) -> None:
        title = f"Thu hồi quyết định {number}" if whole else f"Thu hồi {len(lines)} dòng của quyết định {number}"
        super().__init__(title, yes="Ghi thu hồi", today=today, draft=draft, parent=parent)
        self._withdraw = withdraw
        self.content.addWidget(label(title, "strong", wrap=True))
        self.content.addWidget(label(_told(lines, whole=whole), wrap=True))
        self.content.addWidget(
            label("Số, ngày và chữ đã ký vẫn giữ; trong Sổ khen thưởng các lượt này ghi “Thu hồi”.", "muted", wrap=True)
        )
        self._add_fields()
        self._check()
        self.number.setFocus()

    def on_wanted(self) -> None:
        """Withdraw, or hear why not."""
        by = self.by()
        if by is not None:
            self._withdraw(by, self.refuse)


def _told(lines: Sequence[Line], *, whole: bool) -> str:
    if whole:
        return f"Cả {len(lines)} lượt khen thưởng của quyết định bị thu hồi."
    named = "; ".join(line.read.name for line in lines[:_NAMED])
    rest = f" và {len(lines) - _NAMED} dòng khác" if len(lines) > _NAMED else ""
    return f"{named}{rest}"
