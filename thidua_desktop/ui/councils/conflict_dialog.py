"""Which member does not vote on which lines, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.councils.meetings import Conflict
from thidua_desktop.domain.ids import MemberId
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import SuggestEdit
from thidua_desktop.ui.common.ticking import Choice, TickList
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.ui.councils.line_rows import recipient

OWN_CASE = "Trường hợp của chính thành viên"
_REASONS = (
    OWN_CASE,
    "Vợ, chồng của thành viên",
    "Con, anh, chị, em ruột của thành viên",
    "Tập thể do thành viên đứng đầu",
)


class ConflictDialog(Form):
    """Asks for a member, lines and a reason; ``conflicts()`` gives one for each line."""

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__("Thành viên tránh biểu quyết", yes="Ghi", parent=parent)
        self.member = QComboBox()
        self.member.setAccessibleName("Thành viên")
        for one in facts.members:
            self.member.addItem(" – ".join(part for part in (one.name, one.post) if part), one.id)
        choices = [
            Choice(
                one.line.nomination_id,
                recipient(one.line, one.nomination),
                " · ".join(part for part in (facts.award(one.line.award_id), one.nomination.unit) if part),
            )
            for one in facts.lines
        ]
        self.lines = TickList("Đối với các trường hợp", choices, hint="Tìm tên, đơn vị (không cần dấu)")
        self.reason = SuggestEdit(lambda: _REASONS)
        self.reason.setAccessibleName("Lý do")
        self.reason.setPlaceholderText("Ví dụ: Vợ của thành viên (mũi tên xuống để chọn)")
        form = QFormLayout()
        form.addRow("&Thành viên", self.member)
        form.addRow("&Lý do", self.reason)
        self.content.addLayout(form)
        self.content.addWidget(self.lines, stretch=1)
        self.setMinimumSize(600, 480)
        self.lines.changed.connect(self._check)
        self.reason.textChanged.connect(lambda _text: self._check())
        self._check()
        self.member.setFocus()

    def conflicts(self) -> tuple[Conflict, ...]:
        """A conflict for each ticked line."""
        member_id, reason = MemberId(self.member.currentData()), squeeze(nfc(self.reason.text()))
        return tuple(Conflict(member_id, line, reason) for line in self.lines.ticked())

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.lines.ticked()) and bool(squeeze(self.reason.text())))
