"""Who sits in a council on a day, and in which role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import CouncilId, MemberId, RecipientId


class CouncilRole(StrEnum):
    """The place of a member in the council, highest first."""

    CHAIR = "chair"
    STANDING_VICE_CHAIR = "standing_vice_chair"
    """Phó Chủ tịch thường trực: the one who leads where the chair does not."""
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    SECRETARY = "secretary"
    """Ủy viên kiêm Thư ký: a member like the others, with the minutes."""


class Size(Enum):
    """What the rules of a council ask of the number of its members."""

    ANY = "any"
    ODD = "odd"


@dataclass(frozen=True, slots=True)
class Council:
    """A council, or one of its sub-committees (``parent_id``), with the decision that set it up and its term."""

    name: str
    short_name: str = ""
    decision: str = ""
    decided_on: date | None = None
    since: date | None = None
    until: date | None = None
    """The last day of the term; None while nobody has said one."""
    size: Size = Size.ANY
    parent_id: CouncilId | None = None
    id: CouncilId | None = None

    def sits(self, day: date) -> bool:
        """Whether the council is in office on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Member:
    """A seat: who holds it from when to when (both inclusive), in which role."""

    council_id: CouncilId
    name: str
    role: CouncilRole = CouncilRole.MEMBER
    honorific: str = ""
    post: str = ""
    """The office that the member holds outside of the council, as it stands in the minutes."""
    unit: str = ""
    position: int = 1
    since: date | None = None
    until: date | None = None
    id: MemberId | None = None
    person_id: RecipientId | None = None
    """The person of the directory who holds it; None of a member who was typed in."""

    def sits(self, day: date) -> bool:
        """Whether the seat is held on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


_RANK = {role: rank for rank, role in enumerate(CouncilRole)}
# The secretary stands where the decision puts him: among the members.
_RANK[CouncilRole.SECRETARY] = _RANK[CouncilRole.MEMBER]


def on(members: Iterable[Member], day: date) -> tuple[Member, ...]:
    """The members on a day as they are listed: chair, vice-chairs, members, each as the decision orders them."""
    sitting = (member for member in members if member.sits(day))
    return tuple(sorted(sitting, key=lambda member: (_RANK[member.role], member.position, member.id or 0)))


def findings(council: Council, members: Sequence[Member], day: date) -> tuple[Finding, ...]:
    """What is wrong with a council that is to meet on a day. ``members`` are those of that day.

    No members, two chairs and a name twice block: every count of votes would be wrong. The rest warns.
    """
    found: list[Finding] = []
    if not members:
        return (Finding("council.empty", Severity.BLOCKING),)
    if not council.sits(day):
        found.append(Finding("council.out_of_term", params={"day": day}))
    chairs = sum(member.role is CouncilRole.CHAIR for member in members)
    if chairs > 1:
        found.append(Finding("council.chairs", Severity.BLOCKING, {"count": chairs}))
    elif not chairs:
        found.append(Finding("council.no_chair"))
    if not any(member.role is CouncilRole.SECRETARY for member in members):
        found.append(Finding("council.no_secretary"))
    if council.size is Size.ODD and len(members) % 2 == 0:
        found.append(Finding("council.even", params={"count": len(members)}))
    return (*found, *_twice(members))


def _twice(members: Sequence[Member]) -> Iterator[Finding]:
    """Who has two seats: the same person of the directory, or the same name and unit where that is not known."""
    for at, member in enumerate(members):
        if any(_same(member, other) for other in members[:at]):
            yield Finding("council.member_twice", Severity.BLOCKING, {"name": member.name})


def _same(member: Member, other: Member) -> bool:
    if member.person_id is not None and other.person_id is not None:
        return member.person_id == other.person_id
    return (fold(member.name), fold(member.unit)) == (fold(other.name), fold(other.unit))


def is_about(member: Member, name: str, person_id: RecipientId | None) -> bool:
    """Whether a line seems to be about a member: the same person of the directory; the same name where one is typed."""
    if member.person_id is not None and person_id is not None:
        return member.person_id == person_id
    return fold(member.name) == fold(name)
