"""Dự thảo from what a council agreed to: which meeting, how its lines are divided, what each decision is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QComboBox, QWidget

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.councils.meetings import MeetingState
from thidua_desktop.domain.decision_drafts import DraftProposal, Split
from thidua_desktop.domain.ids import MeetingId
from thidua_desktop.services.meetings import MeetingRow
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.answering import AnswerForm, form
from thidua_desktop.ui.common.columns import RIGHT, Column, Editor
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import formats, labels

Look = Callable[[MeetingId, Split, Callable[[tuple[DraftProposal, ...]], None]], None]
"""Looks up what a meeting's lines could become, and hands it over."""

CONCLUDED = frozenset({MeetingState.COUNTED, MeetingState.SIGNED})
_SITS = "Phiên họp đang họp: chương trình kết thúc kiểm phiếu rồi lập dự thảo, trong một bước."
_NONE = "Phiên họp này không còn đề nghị nào chờ quyết định."


@dataclass(frozen=True, slots=True)
class _Proposed:
    at: int
    proposal: DraftProposal


class DraftDialog(AnswerForm):
    """``proposals()`` are what is to be drafted; empty for a meeting that still sits: all that it agrees to."""

    def __init__(
        self,
        meetings: Sequence[MeetingRow],
        awards: Mapping[str, str],
        bodies: Mapping[str, str],
        look: Look,
        *,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Lập dự thảo quyết định từ phiên họp", yes="Lập dự thảo", parent=parent)
        self._meetings, self._look, self._bodies = tuple(meetings), look, bodies
        self.meeting, self.split = QComboBox(), QComboBox()
        for row in self._meetings:
            self.meeting.addItem(f"{row.meeting.name} ({formats.day(row.meeting.day)}, {row.lines} đề nghị)")
        for split in Split:
            self.split.addItem(labels.of(split))
        self.model = TableModel[_Proposed](self._columns(awards), lambda each: each.at, parent=self)
        self.grid = Grid(self.model, name="decisions.proposals", preferences=preferences)
        self.grid.setAccessibleName("Các dự thảo sẽ lập")
        self._said = label("", "muted", wrap=True)
        self.content.addLayout(form((("&Phiên họp", self.meeting), ("&Chia thành", self.split))))
        self.content.addWidget(self.grid, stretch=1)
        self.content.addWidget(self._said)
        self.content.addWidget(self.wrong)
        self.setMinimumSize(820, 420)
        self.meeting.currentIndexChanged.connect(lambda _at: self.reload())
        self.split.currentIndexChanged.connect(lambda _at: self.reload())
        self.model.edited.connect(lambda _rows: self._check())
        self.reload()
        self.meeting.setFocus()

    def meeting_row(self) -> MeetingRow:
        """The meeting chosen."""
        return self._meetings[self.meeting.currentIndex()]

    def split_by(self) -> Split:
        """How its lines are divided."""
        return list(Split)[self.split.currentIndex()]

    def proposals(self) -> tuple[DraftProposal, ...]:
        """The drafts as they stand in the table."""
        return tuple(row.proposal for row in self.model.rows())

    def concluded(self) -> bool:
        """Whether the meeting has been concluded; one that sits is concluded by drafting."""
        return self.meeting_row().meeting.state in CONCLUDED

    def reload(self) -> None:
        """Look again at what the chosen meeting's lines could become."""
        meeting_id = self.meeting_row().meeting.id
        if meeting_id is None or not self.concluded():
            self._show(())
        else:
            self._look(meeting_id, self.split_by(), self._show)

    def _show(self, found: tuple[DraftProposal, ...]) -> None:
        self.grid.set_rows([_Proposed(at, each) for at, each in enumerate(found)])
        self._said.setText("" if found else _NONE if self.concluded() else _SITS)
        self._check()

    def _check(self) -> None:
        untitled = any(not each.title.strip() for each in self.proposals())
        self.tell("Mỗi dự thảo cần có trích yếu." if untitled else "")
        self.yes.setEnabled(not untitled and (bool(self.model.rows()) or not self.concluded()))

    def _columns(self, awards: Mapping[str, str]) -> tuple[Column[_Proposed], ...]:
        names = dict(self._bodies)

        def body(each: _Proposed) -> str:
            return names.get(each.proposal.deciding or "", "Chưa rõ")

        def decide(each: _Proposed, text: str) -> _Proposed:
            code = entry.choice(text, {name: code for code, name in names.items()})
            return replace(each, proposal=replace(each.proposal, authority=code))

        def titled(each: _Proposed, text: str) -> _Proposed:
            return replace(each, proposal=replace(each.proposal, title=entry.required(nfc(text))))

        return (
            Column[_Proposed](
                "title",
                "Trích yếu",
                lambda each: each.proposal.title,
                300,
                stretch=True,
                wrap=True,
                edit=titled,
                editor=Editor.LONG_TEXT,
            ),
            Column[_Proposed](
                "authority",
                "Cấp quyết định",
                body,
                190,
                wrap=True,
                edit=decide,
                editor=Editor.CHOICE,
                choices=lambda: tuple(names.values()),
            ),
            Column[_Proposed](
                "awards",
                "Danh hiệu, hình thức",
                lambda each: ", ".join(awards.get(one, one) for one in each.proposal.award_ids),
                190,
                wrap=True,
            ),
            Column[_Proposed](
                "count",
                "Số dòng",
                lambda each: str(len(each.proposal.nomination_ids)),
                72,
                align=RIGHT,
                sort_key=lambda each: len(each.proposal.nomination_ids),
            ),
        )
