"""Thành phần & điểm danh: who came, who wrote, who sent somebody else; whether that is enough, at every keystroke."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.councils.meetings import Attendance, Presence, leader
from thidua_desktop.domain.councils.rosters import CouncilRole, Member
from thidua_desktop.domain.ids import MemberId
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.ui.common import entry, theme
from thidua_desktop.ui.common.columns import RIGHT, Column, Editor
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import EmptyState, action, label
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.ui.councils.merging import typed
from thidua_desktop.ui.councils.pane import Pane, at_hand
from thidua_desktop.wording import labels

_NOBODY_SAID = "Chưa điểm danh"
_PRESENCES = {labels.of(presence): presence for presence in Presence}


@dataclass(frozen=True, slots=True)
class Seat:
    """A member at a meeting; ``presence`` is None while nobody has said anything."""

    number: int
    member: Member
    presence: Presence | None = None
    reason: str = ""
    deputy: str = ""


Noted = Mapping[MemberId, Attendance]
"""What is noted of the members."""


def _nothing(member_id: MemberId) -> Attendance:
    """What is noted of somebody of whom only a reason or a deputy is known."""
    return Attendance(member_id, Presence.EXCUSED)


def seats(facts: Facts) -> tuple[Seat, ...]:
    """The members with what was noted of them."""
    noted = {one.member_id: one for one in facts.standing.attendance}
    made = []
    for number, member in enumerate(facts.members, start=1):
        said = noted.get(member.id) if member.id is not None else None
        seat = Seat(number, member)
        made.append(
            replace(seat, presence=said.presence, reason=said.reason, deputy=said.deputy) if said is not None else seat
        )
    return tuple(made)


def member_name(member: Member) -> str:
    """``Bà Lê Thị Dung``."""
    return f"{member.honorific} {member.name}".strip()


def _presence(seat: Seat, text: str) -> Seat:
    return replace(seat, presence=entry.choice(text, _PRESENCES) if squeeze(text) else None)


def _reason(seat: Seat, text: str) -> Seat:
    return replace(seat, reason=squeeze(text))


def _deputy(seat: Seat, text: str) -> Seat:
    return replace(seat, deputy=squeeze(text))


COLUMNS: tuple[Column[Seat], ...] = (
    Column[Seat]("number", "STT", lambda seat: str(seat.number), 48, align=RIGHT, sort_key=lambda seat: seat.number),
    Column[Seat](
        "name",
        "Họ và tên",
        lambda seat: member_name(seat.member),
        190,
        sort_key=lambda seat: name_key(seat.member.name, RecipientKind.PERSON),
        frozen=True,
    ),
    Column[Seat](
        "role",
        "Vai trò",
        lambda seat: labels.of(seat.member.role),
        234,
        sort_key=lambda seat: list(CouncilRole).index(seat.member.role),
        by_choice=True,
    ),
    Column[Seat](
        "post",
        "Chức vụ, đơn vị",
        lambda seat: ", ".join(part for part in (seat.member.post, seat.member.unit) if part),
        220,
        stretch=True,
        wrap=True,
    ),
    Column[Seat](
        "presence",
        "Điểm danh",
        lambda seat: labels.of(seat.presence) if seat.presence is not None else "",
        232,
        edit=_presence,
        editor=Editor.CHOICE,
        choices=lambda: tuple(_PRESENCES),
        chip=lambda seat: seat.presence,
    ),
    Column[Seat]("reason", "Lý do vắng", lambda seat: seat.reason, 180, edit=_reason, earlier=True),
    Column[Seat]("deputy", "Người dự thay", lambda seat: seat.deputy, 170, edit=_deputy),
)


class AttendancePane(Pane):
    """The members of a meeting, each with where he was."""

    title = "Thành phần, điểm danh"

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(deeds, parent)
        self.model = TableModel[Seat](COLUMNS, lambda seat: seat.member.id, parent=self)
        self.grid: Grid[Seat] = Grid(self.model, name="council-attendance", preferences=deeds.preferences)
        self.grid.setAccessibleName("Điểm danh thành viên")
        deed = partial(action, self)
        self.everybody_action = deed("Tất cả có mặt", "check", "Ctrl+Shift+A", self.everybody)
        note = self.note
        self.present_action = deed("Có mặt", "check", "Ctrl+Alt+C", lambda: note(Presence.PRESENT))
        self.written_action = deed("Ý kiến bằng văn bản", "edit", "Ctrl+Alt+Y", lambda: note(Presence.WRITTEN))
        self.excused_action = deed("Vắng có lý do", "duty", "Ctrl+Alt+R", lambda: note(Presence.EXCUSED))
        self.absent_action = deed("Vắng", "close", "Ctrl+Alt+X", lambda: note(Presence.ABSENT))
        self.of_rows = (self.present_action, self.written_action, self.excused_action, self.absent_action)
        self.of_menu = (self.everybody_action, *self.of_rows)
        self.quorum = label("", "strong", wrap=True)
        self.quorum.setAccessibleName("Số thành viên có mặt")
        self._rule, self._faults = label("", "small", wrap=True), label("", "error", wrap=True)
        self._lay_out()
        self.model.edited.connect(self._save)
        self.model.refused.connect(deeds.feedback.trouble)
        self.grid.selection_changed.connect(self._allow)
        self.grid.current_changed.connect(lambda _seat: self._allow())
        self.offer_menu(self.grid, self.of_menu)

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(
            EmptyState(
                "council",
                "Hội đồng chưa có thành viên vào ngày họp",
                "Nhập danh sách thành viên theo quyết định thành lập; ngày tham gia và ngày thôi quyết định ai có tên "
                "trong phiên họp này.",
                (Offer("Nhập thành viên…", self._open_council),),
            )
        )
        for part in (self.quorum, self._rule, self._faults):
            part.setContentsMargins(theme.SPACE_M, theme.SPACE_XXS, theme.SPACE_M, theme.SPACE_XXS)
        self._body.addWidget(self.bar(self.everybody_action, theme.SPACE_S, *self.of_rows, 0))
        self._body.addWidget(self.quorum)
        self._body.addWidget(self._rule)
        self._body.addWidget(self._faults)
        self._body.addWidget(self.pages, stretch=1)

    # what the window asks

    def refresh(self) -> None:
        """Show who came."""
        facts = self.facts
        self.model.editable = self._may()
        self.show_rows(self.grid, seats(facts) if facts is not None else ())
        self.pages.setCurrentIndex(1 if facts is not None and not facts.members else 0)
        if facts is not None:
            self.quorum.setText(quorum_text(facts))
            rule = facts.standing.rule
            self._rule.setText(f"Căn cứ: {rule.basis.citation}" if rule is not None else "")
            self._rule.setVisible(rule is not None)
            chair = leader(facts.members, facts.standing.attendance)
            missing = bool(facts.standing.attendance) and chair is None
            told = "Chủ tịch và các Phó Chủ tịch đều vắng: chưa có người chủ trì phiên họp." if missing else ""
            self._faults.setText(told)
            self._faults.setVisible(bool(told))
        self._allow()

    def take_focus(self) -> None:
        """The cursor goes to the table."""
        (self.grid if self.grid.isVisible() else self).setFocus()

    # doing

    def everybody(self) -> None:
        """Everybody of whom nothing was said came."""

        def came(noted: Noted, members: Sequence[MemberId]) -> Noted:
            return {**{member: Attendance(member, Presence.PRESENT) for member in members}, **noted}

        self._keep(came)

    def note(self, presence: Presence) -> None:
        """Say of the selected members where they were."""
        chosen = [seat.member.id for seat in at_hand(self.grid) if seat.member.id is not None]

        def said(noted: Noted, _members: Sequence[MemberId]) -> Noted:
            return {**noted, **{one: replace(noted.get(one, _nothing(one)), presence=presence) for one in chosen}}

        if chosen:
            self._keep(said)

    def _save(self, changed: Sequence[Seat]) -> None:
        """Keep what was typed and nothing besides; of whom only a reason or a deputy was said was not there."""
        before = {seat.member.id: seat for seat in seats(self.facts)} if self.facts is not None else {}
        new = {seat.member.id: typed(before[seat.member.id], seat) for seat in changed if seat.member.id in before}

        def said(noted: Noted, _members: Sequence[MemberId]) -> Noted:
            kept = dict(noted)
            for member, change in new.items():
                if member is None or ("presence" in change and change["presence"] is None):
                    kept.pop(member or MemberId(0), None)
                elif change:
                    kept[member] = replace(kept.get(member, _nothing(member)), **change)
            return kept

        self._keep(said)

    def _keep(self, change: Callable[[Noted, Sequence[MemberId]], Noted]) -> None:
        """Put a change onto what is noted when its turn comes: another one may be on its way to the file."""
        facts, meetings = self.facts, self.deeds.services.meetings
        if facts is None or not self._may():
            return

        def work() -> Changes:
            now = meetings.standing(facts.id)
            members = [one.id for one in now.roster.members if one.id is not None]
            noted = {one.member_id: one for one in now.attendance if one.member_id in members}
            return meetings.attend(facts.id, tuple(change(noted, members).values()))

        self.deeds.do(work, failed=self._show_again)

    def _show_again(self, _trouble: AppError) -> None:
        """What could not be kept is not shown as if it had been."""
        self.refresh()

    def _open_council(self) -> None:
        if self.facts is not None:
            self.deeds.navigation.open_requested.emit(Kind.COUNCIL.value, self.facts.meeting.council_id)

    def _may(self) -> bool:
        return self.editable and self.facts is not None and self.facts.open

    def _allow(self) -> None:
        may = self._may()
        self.everybody_action.setEnabled(may and bool(self.model.rows()))
        for deed in self.of_rows:
            deed.setEnabled(may and bool(at_hand(self.grid)))


def quorum_text(facts: Facts) -> str:
    """``Có mặt 7/9 thành viên; 1 ý kiến bằng văn bản. Cần ít nhất 6: đủ.``"""
    counted = facts.standing.quorum
    if not facts.standing.attendance:
        return f"{_NOBODY_SAID}. Cần ít nhất {counted.needed}/{counted.members} thành viên có mặt."
    written = f"; {counted.written} ý kiến bằng văn bản" if counted.written else ""
    missing = counted.needed - counted.present
    verdict = "đủ điều kiện họp" if counted.reached else f"còn thiếu {missing}, phiên họp chưa hợp lệ"
    return f"Có mặt {counted.present}/{counted.members} thành viên{written}. Cần ít nhất {counted.needed}: {verdict}."
