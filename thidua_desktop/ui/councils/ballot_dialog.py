"""A round of voting: which lines stand on the paper, and who counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.councils.meetings import Presence
from thidua_desktop.domain.councils.records import Ballot
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import SuggestEdit
from thidua_desktop.ui.common.ticking import Choice, TickList
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.ui.councils.line_rows import recipient, voting


class BallotDialog(Form):
    """Asks for lines and counters; the lines that the law wants on a ballot are ticked."""

    def __init__(self, facts: Facts, lines: Collection[NominationId] = (), parent: QWidget | None = None) -> None:
        """``lines``: what the clerk has selected; the lines that wait for a ballot where there are none."""
        number = len(facts.ballots) + 1
        super().__init__(f"Lập phiếu bầu lần {number}", yes="Lập phiếu", parent=parent)
        wanted = set(lines) or set(facts.waiting)
        choices = [
            Choice(
                one.line.nomination_id,
                recipient(one.line, one.nomination),
                " · ".join((facts.award(one.line.award_id), _how(facts, one.line.nomination_id))),
                one.line.nomination_id in wanted,
            )
            for one in facts.lines
            if one.line.verdict is None or one.line.nomination_id in wanted
        ]
        self.lines = TickList("Đề nghị trên phiếu", choices, hint="Tìm tên, danh hiệu (không cần dấu)")
        present = {one.member_id for one in facts.standing.attendance if one.presence is Presence.PRESENT}
        self.counters = counters_field([one.name for one in facts.members if one.id in present])
        if facts.ballots:
            self.counters.setText("; ".join(facts.ballots[-1].ballot.counters))
        self.note = QLineEdit()
        self.note.setAccessibleName("Ghi chú")
        self.note.setPlaceholderText("Ví dụ: Bỏ phiếu lại theo kết luận của chủ tọa")
        form = QFormLayout()
        form.addRow("&Tổ kiểm phiếu", self.counters)
        form.addRow("&Ghi chú", self.note)
        told = f"Có {facts.standing.quorum.present} thành viên có mặt nhận phiếu."
        if facts.standing.written:
            told += f" {facts.standing.written} ý kiến bằng văn bản được tính cùng."
        self.content.addWidget(label(told, "strong", wrap=True))
        self.content.addWidget(self.lines, stretch=1)
        self.content.addLayout(form)
        self.setMinimumSize(660, 480)
        self.resize(660, 560)
        self.lines.changed.connect(self._check)
        self._check()
        self.lines.list.setFocus()

    def chosen(self) -> tuple[NominationId, ...]:
        """The lines on the paper, in their order."""
        return tuple(self.lines.ticked())

    def tellers(self) -> tuple[str, ...]:
        """Who counts, the head first."""
        return names(self.counters)

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.chosen()))


class CountersDialog(Form):
    """Who counts the papers of a ballot, and its note."""

    def __init__(self, ballot: Ballot, members: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(f"Phiếu bầu lần {ballot.number}", yes="Lưu", parent=parent)
        self.counters = counters_field(members)
        self.counters.setText("; ".join(ballot.counters))
        self.note = QLineEdit(ballot.note)
        self.note.setAccessibleName("Ghi chú")
        form = QFormLayout()
        form.addRow("&Tổ kiểm phiếu", self.counters)
        form.addRow("&Ghi chú", self.note)
        self.content.addLayout(form)
        self.setMinimumWidth(560)
        self.counters.setFocus()


def counters_field(members: Sequence[str]) -> SuggestEdit:
    """The field for the names of those who count."""
    made = SuggestEdit(lambda: members, separator=";")
    made.setAccessibleName("Tổ kiểm phiếu")
    made.setPlaceholderText("Tổ trưởng đứng đầu; cách nhau bằng dấu chấm phẩy")
    return made


def names(field: QLineEdit) -> tuple[str, ...]:
    """The names in a field, one after each ``;``."""
    found = (squeeze(nfc(part)) for part in field.text().split(";"))
    return tuple(dict.fromkeys(name for name in found if name))


def _how(facts: Facts, nomination_id: NominationId) -> str:
    return voting(facts.vote(nomination_id), by_ballot=facts.by_ballot(nomination_id))
