"""What is asked when papers come in, go back, or are asked for again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QListWidgetItem, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.ids import ReturnId, SubmissionId
from thidua_desktop.domain.submission_board import BoardRow
from thidua_desktop.domain.submissions import Receipt, Submission
from thidua_desktop.services.submission_papers import Letter
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DAY_FORM, DayEdit, wrong_day
from thidua_desktop.ui.common.letter_form import LetterForm
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.common.wrapping_list import WrappingList
from thidua_desktop.ui.submissions import said

ANSWER_DAYS = 7
"""Days that a unit is given to answer, unless the clerk says otherwise."""


def _words(field: QLineEdit) -> str | None:
    return squeeze(nfc(field.text())) or None


def _form(rows: Sequence[tuple[str, QWidget]]) -> QFormLayout:
    made = QFormLayout()
    for name, field in rows:
        made.addRow(name, field)
        field.setAccessibleName(name.replace("&", ""))
    return made


class ReceiveDialog(Form):
    """The unit's letter, who brought it and when; what was written before is there already."""

    def __init__(self, row: BoardRow, today: date, *, clerk: str = "", parent: QWidget | None = None) -> None:
        super().__init__("Tiếp nhận hồ sơ", yes="Tiếp nhận", parent=parent)
        sent: Submission = row.submission
        again = sent.received_on is not None
        self._today = today
        self.number, self.by = QLineEdit(sent.letter_number or ""), QLineEdit(sent.delivered_by or "")
        self.clerk, self.note = QLineEdit(sent.received_by or clerk), QLineEdit(sent.note or "")
        self.letter_on, self.on = DayEdit(year=today.year), DayEdit(year=today.year)
        self.letter_on.set_day(sent.letter_on)
        self.on.set_day(today)
        self.number.setPlaceholderText("ví dụ: 245/TTr-SYT")
        self._said = label("", "muted", wrap=True)
        self.content.addWidget(label(row.unit, "strong", wrap=True))
        kind = "Hồ sơ đã nhận trước đây; ghi lần nộp bổ sung." if again else said.standing(row)
        self.content.addWidget(label(kind, "muted", wrap=True))
        fields = (
            ("&Số tờ trình", self.number),
            ("&Ngày tờ trình", self.letter_on),
            ("Ngày nhậ&n", self.on),
            ("Người nộ&p", self.by),
            ("Người &tiếp nhận", self.clerk),
            ("&Ghi chú", self.note),
        )
        self.content.addLayout(_form(fields))
        self.content.addWidget(self._said)
        self.setMinimumWidth(470)
        for field in (self.letter_on, self.on):
            field.textChanged.connect(self._check)
        self._check()
        self.number.setFocus()

    def receipt(self) -> Receipt:
        """What was written."""
        return Receipt(
            self.on.day() or self._today,
            _words(self.number),
            self.letter_on.day(),
            _words(self.clerk),
            _words(self.by),
            _words(self.note),
        )

    def _check(self) -> None:
        readable = self.letter_on.readable() and self.on.readable()
        day = self.on.day() if readable else None
        letter = self.letter_on.day() if readable else None
        if not readable:
            told = wrong_day(self.letter_on, self.on)
        elif day is None:
            told = "Hãy ghi ngày nhận."
        elif letter is not None and letter > day:
            told = "Ngày nhận không thể trước ngày tờ trình."
        else:
            told = ""
        self._said.setText(told)
        self.yes.setEnabled(not told)


class ReturnDialog(Form):
    """Why something goes back, until when it is to come again; for whole submissions or single lines."""

    def __init__(self, what: str, today: date, *, reasons: Sequence[str] = (), parent: QWidget | None = None) -> None:
        """``what`` names what goes back; ``reasons`` is what the documents say, put in as a beginning."""
        super().__init__("Trả bổ sung", yes="Ghi trả", parent=parent)
        self._today = today
        self.reason = QLineEdit("; ".join(reasons))
        self.on, self.until = DayEdit(year=today.year), DayEdit(year=today.year)
        self.on.set_day(today)
        self.until.set_day(today + timedelta(days=ANSWER_DAYS))
        self.number = QLineEdit()
        self.number.setPlaceholderText("để trống nếu trả trực tiếp")
        self._said = label("", "muted", wrap=True)
        self.content.addWidget(label(what, "strong", wrap=True))
        fields = (
            ("&Lý do", self.reason),
            ("&Ngày trả", self.on),
            ("&Bổ sung trước ngày", self.until),
            ("&Số công văn", self.number),
        )
        self.content.addLayout(_form(fields))
        self.content.addWidget(self._said)
        self.setMinimumWidth(520)
        for field in (self.reason, self.on, self.until):
            field.textChanged.connect(self._check)
        self._check()
        self.reason.setFocus()

    def why(self) -> str:
        """The reason."""
        return _words(self.reason) or ""

    def returned_on(self) -> date:
        """The day of the return."""
        return self.on.day() or self._today

    def answer_by(self) -> date | None:
        """The day until which it is to come again."""
        return self.until.day()

    def letter_number(self) -> str | None:
        """The letter that it goes back with."""
        return _words(self.number)

    def _check(self) -> None:
        readable = self.on.readable() and self.until.readable()
        day, until = (field.day() if readable else None for field in (self.on, self.until))
        if not self.why():
            told = "Hãy ghi lý do trả."
        elif not readable or day is None:
            told = wrong_day(self.on, self.until) or DAY_FORM
        elif until is not None and until < day:
            told = "Ngày hẹn bổ sung không thể trước ngày trả."
        else:
            told = "" if until is not None else "Chưa hẹn ngày bổ sung."
        self._said.setText(told)
        self.yes.setEnabled(bool(self.why()) and readable and day is not None and (until is None or until >= day))


class AnswerDialog(Form):
    """Which of the returns a unit has answered, and when; all of them are ticked at first."""

    def __init__(self, rows: Sequence[BoardRow], today: date, parent: QWidget | None = None) -> None:
        super().__init__("Đơn vị đã bổ sung", yes="Ghi đã bổ sung", parent=parent)
        self._owed = [(row, given) for row in rows for given in row.owes]
        self.list = WrappingList()
        self.list.setAccessibleName("Những lần trả đang chờ bổ sung")
        for row, given in self._owed:
            whose = f"{row.unit} – " if len(rows) > 1 else ""
            item = QListWidgetItem(f"{whose}{said.returned(row, given)}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.on = DayEdit(year=today.year)
        self.on.set_day(today)
        self._said = label("", "muted", wrap=True)
        self.content.addWidget(label(rows[0].unit if len(rows) == 1 else f"{len(rows)} đơn vị", "strong", wrap=True))
        told = "Bỏ dấu ở lần trả mà đơn vị chưa bổ sung; hồ sơ còn chờ thì giữ “Trả bổ sung”. Phím cách để đánh dấu."
        self.content.addWidget(label(told, "muted", wrap=True))
        self.content.addWidget(self.list, 1)
        self.content.addLayout(_form((("&Ngày bổ sung", self.on),)))
        self.content.addWidget(self._said)
        self.resize(620, 400)
        self.list.itemChanged.connect(lambda _item: self._check())
        self.on.textChanged.connect(self._check)
        self._check()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def answered(self) -> tuple[ReturnId, ...]:
        """The returns that were answered."""
        ticked = (self.list.item(at).checkState() is Qt.CheckState.Checked for at in range(self.list.count()))
        return tuple(
            given.id for (_, given), chosen in zip(self._owed, ticked, strict=True) if chosen and given.id is not None
        )

    def day(self) -> date | None:
        """When; None while it cannot be read."""
        return self.on.day() if self.on.readable() else None

    def _check(self) -> None:
        day = self.day()
        early = day is not None and any(
            given.returned_on > day for _, given in self._owed if given.id in set(self.answered())
        )
        if not self.answered():
            told = "Hãy đánh dấu ít nhất một lần trả."
        elif day is None:
            told = self.on.fault(needed=True)
        else:
            told = "Ngày bổ sung không thể trước ngày trả." if early else ""
        self._said.setText(told)
        self.yes.setEnabled(not told)


class LettersDialog(LetterForm):
    """Which units get a letter about their submissions."""

    def __init__(
        self,
        title: str,
        explained: str,
        rows: Sequence[BoardRow],
        today: date,
        *,
        log: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``log`` is the question whether the letters are also kept as returns; empty: it is not asked."""
        self._rows = tuple(rows)
        by = today + timedelta(days=ANSWER_DAYS)
        super().__init__(title, explained, [_with_detail(each) for each in self._rows], by, log=log, parent=parent)

    def letters(self) -> tuple[tuple[Letter, SubmissionId], ...]:
        """The letters as asked for."""
        chosen = (self._rows[at] for at in self.ticked())
        return tuple((self.letter(each.unit), each.submission.id) for each in chosen if each.submission.id is not None)


def _with_detail(each: BoardRow) -> str:
    detail = f"{each.lacking} dòng thiếu giấy tờ" if each.lacking else said.time_of(each)
    return f"{each.unit} ({detail})" if detail else each.unit
