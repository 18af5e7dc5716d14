"""What is sent to which higher level with which letter; and what came back, for many lines at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.services.hand_decisions import Candidate
from thidua_desktop.services.sent_up import Answer, SentUpRow
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.answering import AnswerForm, form
from thidua_desktop.ui.common.editors import DayEdit, show_lines
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.widgets import label, row
from thidua_desktop.ui.decisions.pick_dialog import PickDialog

Keep = Callable[[Answer, Callable[[AppError], None]], None]
_NAMED = 6


class SendDialog(PickDialog):
    """Lines, the body that is asked, number and day of the letter."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        awards: Mapping[str, str],
        bodies: Mapping[str, str],
        today: date,
        *,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        self.body, self.number = QComboBox(), QLineEdit()
        self.day = DayEdit(year=today.year)
        super().__init__("Trình cấp trên", "Ghi đã trình", candidates, awards, preferences=preferences, parent=parent)
        self._today = today
        self.body.addItem("Chọn cấp nhận tờ trình", None)
        for code, name in bodies.items():
            self.body.addItem(name, code)
        self.number.setPlaceholderText("ví dụ: 245/TTr-SNV; để trống nếu chưa có số")
        self.day.set_day(today)
        rows = (("&Cấp nhận", self.body), ("&Số tờ trình", self.number), ("&Ngày trình", self.day))
        self.content.addLayout(form(rows))
        self.content.addWidget(self.wrong)
        self.body.currentIndexChanged.connect(lambda _at: self.check())
        self.day.textChanged.connect(self.check)
        self.check()

    def level(self) -> str:
        """The code of the body that is asked."""
        return str(self.body.currentData() or "")

    def sent_on(self) -> date:
        """The day of the letter."""
        return self.day.day() or self._today

    def letter_number(self) -> str:
        """The number of the letter."""
        return squeeze(nfc(self.number.text()))

    def lacks(self) -> str:
        """What is still missing besides a choice."""
        if not self.level():
            return "Chưa chọn cấp nhận tờ trình."
        return self.day.fault(needed=True)


class AnswerDialog(AnswerForm):
    """One answer for all lines chosen: awarded by a decision, or not and why."""

    def __init__(
        self,
        rows: Sequence[SentUpRow],
        awards: Mapping[str, str],
        today: date,
        keep: Keep,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Ghi kết quả của cấp trên", yes="Ghi kết quả", parent=parent)
        self._keep = keep
        self.awarded, self.refused = QRadioButton("Được khen thưởng"), QRadioButton("Không được khen thưởng")
        self.awarded.setChecked(True)
        self.decision, self.reason = QLineEdit(), QPlainTextEdit()
        self.decision.setPlaceholderText("ví dụ: 1234/QĐ-TTg")
        self.reason.setTabChangesFocus(True)
        show_lines(self.reason, 3)
        self.day = DayEdit(year=today.year)
        self.day.set_day(today)
        self.content.addWidget(label(_named(rows, awards), wrap=True))
        if len({one.sent.level for one in rows}) > 1:
            told = "Các dòng đã trình nhiều cấp khác nhau; một quyết định chỉ của một cấp, hãy xem lại các dòng chọn."
            self.content.addWidget(label(told, "error", wrap=True))
        self.content.addLayout(row(self.awarded, theme.SPACE_S, self.refused, 0))
        self._form = form((("&Số quyết định", self.decision), ("&Ngày", self.day), ("&Lý do, ghi chú", self.reason)))
        self.content.addLayout(self._form)
        self.content.addWidget(
            label("Được khen thì mọi dòng đã chọn vào Sổ khen thưởng với số quyết định này.", "muted", wrap=True)
        )
        self.content.addWidget(self.wrong)
        self.content.addStretch(1)
        self.setMinimumWidth(540)
        self.awarded.toggled.connect(lambda _on: self._check())
        for signal in (self.decision.textChanged, self.day.textChanged, self.reason.textChanged):
            signal.connect(self._check)
        self._check()
        self.decision.setFocus()

    def on_wanted(self) -> None:
        """Keep the answer, or hear why not."""
        day = self.day.day()
        if day is not None:
            awarded = self.awarded.isChecked()
            self._keep(Answer(day, awarded, self._number() if awarded else "", self._reason()), self.refuse)

    def _number(self) -> str:
        return squeeze(nfc(self.decision.text()))

    def _reason(self) -> str:
        return squeeze(nfc(self.reason.toPlainText()))

    def _check(self) -> None:
        awarded = self.awarded.isChecked()
        self.decision.setEnabled(awarded)
        lacks = self.day.fault(needed=True)
        if not lacks and awarded and not self._number():
            lacks = "Hãy ghi số quyết định của cấp trên."
        elif not lacks and not awarded and not self._reason():
            lacks = "Hãy ghi lý do để báo cho đơn vị."
        self.tell(lacks)
        self.yes.setEnabled(not lacks)


def _named(rows: Sequence[SentUpRow], awards: Mapping[str, str]) -> str:
    names = "; ".join(
        f"{one.nomination.name} ({awards.get(one.nomination.award_id, one.nomination.award_id)})"
        for one in rows[:_NAMED]
    )
    rest = f" và {len(rows) - _NAMED} trường hợp khác" if len(rows) > _NAMED else ""
    return f"{len(rows)} trường hợp: {names}{rest}."
