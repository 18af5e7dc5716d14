"""The roster of a council as a table that is typed into, copied and pasted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.councils.rosters import CouncilRole, Member
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column, Editor
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import formats, labels

_ROLES = {labels.of(role): role for role in CouncilRole}
_TIED = "Thành viên chọn từ Danh bạ: đổi tên ở Danh bạ thì ở đây đổi theo; gõ tên khác thì thôi gắn."
_SITTING, _BEFORE, _AFTER = "Đang tham gia", "Chưa tham gia", "Đã thôi"


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A seat at its place in the decision; ``key`` tells rows apart that have not been kept yet."""

    key: int
    member: Member
    day: date
    """The day on which the roster is looked at."""

    @property
    def standing(self) -> str:
        """Whether the seat is held on that day."""
        if self.member.sits(self.day):
            return _SITTING
        return _BEFORE if self.member.since is not None and self.day < self.member.since else _AFTER


def _name(row: MemberRow, text: str) -> MemberRow:
    return replace(row, member=replace(row.member, name=entry.required(text)))


def _honorific(row: MemberRow, text: str) -> MemberRow:
    return replace(row, member=replace(row.member, honorific=squeeze(text)))


def _role(row: MemberRow, text: str) -> MemberRow:
    role = entry.choice(text, _ROLES) if squeeze(text) else CouncilRole.MEMBER
    return replace(row, member=replace(row.member, role=role))


def _post(row: MemberRow, text: str) -> MemberRow:
    return replace(row, member=replace(row.member, post=squeeze(text)))


def _unit(row: MemberRow, text: str) -> MemberRow:
    return replace(row, member=replace(row.member, unit=squeeze(text)))


def _since(row: MemberRow, text: str) -> MemberRow:
    return replace(row, member=replace(row.member, since=entry.day(text, year=row.day.year)))


def _until(row: MemberRow, text: str) -> MemberRow:
    return replace(row, member=replace(row.member, until=entry.day(text, year=row.day.year)))


def _order(row: MemberRow) -> int:
    return row.member.position


COLUMNS: tuple[Column[MemberRow], ...] = (
    Column[MemberRow]("position", "STT", lambda row: str(row.member.position), 48, align=RIGHT, sort_key=_order),
    Column[MemberRow](
        "honorific",
        "Xưng hô",
        lambda row: row.member.honorific,
        70,
        edit=_honorific,
        choices=lambda: ("Ông", "Bà"),
    ),
    Column[MemberRow](
        "name",
        "Họ và tên",
        lambda row: row.member.name,
        150,
        edit=_name,
        tooltip=lambda row: _TIED if row.member.person_id is not None else "",
        sort_key=lambda row: name_key(row.member.name, RecipientKind.PERSON),
        frozen=True,
    ),
    Column[MemberRow](
        "role",
        "Vai trò",
        lambda row: labels.of(row.member.role),
        150,
        wrap=True,
        edit=_role,
        editor=Editor.CHOICE,
        choices=lambda: tuple(_ROLES),
        sort_key=lambda row: list(CouncilRole).index(row.member.role),
    ),
    Column[MemberRow](
        "post", "Chức vụ", lambda row: row.member.post, 120, stretch=True, wrap=True, edit=_post, earlier=True
    ),
    Column[MemberRow]("unit", "Đơn vị", lambda row: row.member.unit, 110, wrap=True, edit=_unit, earlier=True),
    Column[MemberRow](
        "since",
        "Từ ngày",
        lambda row: formats.day(row.member.since),
        88,
        align=CENTER,
        edit=_since,
        editor=Editor.DAY,
        sort_key=lambda row: row.member.since or date.min,
    ),
    Column[MemberRow](
        "until",
        "Đến hết ngày",
        lambda row: formats.day(row.member.until),
        104,
        align=CENTER,
        edit=_until,
        editor=Editor.DAY,
        sort_key=lambda row: row.member.until or date.max,
    ),
    Column[MemberRow](
        "standing",
        "Hiện nay",
        lambda row: row.standing,
        108,
        tone=lambda row: None if row.standing == _SITTING else Tone.MUTED,
        by_choice=True,
    ),
)
