"""Where a meeting stands: its lines, who sits and who came, whether enough of them, within one state of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.councils.meetings import (
    Attendance,
    Conflict,
    Meeting,
    MeetingState,
    Presence,
    Quorum,
    QuorumMissing,
    quorum,
)
from thidua_desktop.domain.councils.records import MeetingLine
from thidua_desktop.domain.councils.voting import quorum_rule
from thidua_desktop.domain.ids import MeetingId, NominationId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.rulebooks import QuorumRule, Rulebook
from thidua_desktop.services.councils import Roster, roster
from thidua_desktop.storage.work import Work

BEFORE_THE_END = frozenset({MeetingState.PREPARING, MeetingState.SITTING})


class MeetingClosed(AppError):
    """What the meeting decided stands; it is changed after going back with a reason."""

    code = "meeting.closed"


class LineNotOfMeeting(AppError):
    """A line was not put before this meeting."""

    code = "meeting.line_missing"


@dataclass(frozen=True, slots=True)
class Standing:
    """A meeting with its roster of that day, who came, and the quorum with the rule that asks for it."""

    meeting: Meeting
    roster: Roster
    attendance: tuple[Attendance, ...]
    quorum: Quorum
    rule: QuorumRule | None
    conflicts: tuple[Conflict, ...]

    @property
    def written(self) -> int:
        """How many absent members gave their opinion in writing."""
        return self.quorum.written

    def kept_out(self) -> Mapping[NominationId, int]:
        """Of how many votes each line is short because members who take part keep out of it."""
        voting = (Presence.PRESENT, Presence.WRITTEN)
        voters = {one.member_id for one in self.attendance if one.presence in voting}
        return Counter(one.nomination_id for one in self.conflicts if one.member_id in voters)

    def check_quorum(self) -> None:
        """Refuse to vote or decide where too few came.

        Raises:
            QuorumMissing: with the numbers.
        """
        if not self.quorum.reached:
            found = self.quorum
            raise QuorumMissing(present=found.present, members=found.members, needed=found.needed)


def meeting_of(work: Work, meeting_id: MeetingId) -> Meeting:
    """A meeting with its rounds.

    Raises:
        RecordMissing: no such meeting, or in the trash.
    """
    rounds = tuple(each.round_id for each in work.council.rounds.of(meeting_id=meeting_id))
    return replace(work.council.meetings.get(meeting_id), rounds=rounds)


def open_meeting(work: Work, meeting_id: MeetingId, states: Collection[MeetingState] = BEFORE_THE_END) -> Meeting:
    """A meeting that may still be changed.

    Raises:
        MeetingClosed: it is in none of the states.
        RecordMissing: no such meeting, or in the trash.
    """
    meeting = meeting_of(work, meeting_id)
    if meeting.state not in states:
        raise MeetingClosed(name=meeting.name, state=meeting.state)
    return meeting


def standing(work: Work, meeting: Meeting, book: Rulebook) -> Standing:
    """Where a meeting stands under the rulebook of its day."""
    lines = work.council.lines.of(meeting_id=meeting.id)
    sitting = roster(work, work.council.councils.any(meeting.council_id), meeting.day)
    attendance = work.council.attendances.of(meeting_id=meeting.id)
    rule = quorum_rule(book, {line.award_id for line in lines})
    counted = quorum(sitting.members, attendance, rule.share if rule is not None else Fraction(0))
    return Standing(meeting, sitting, attendance, counted, rule, work.council.conflicts.of(meeting_id=meeting.id))


def nominations_of(work: Work, meeting_id: MeetingId) -> dict[NominationId, Nomination]:
    """The nominations of a meeting's rounds as they are now; those in the trash are left out."""
    rounds = work.council.rounds.of(meeting_id=meeting_id)
    lines = (line for each in rounds for line in work.nominations.of_round(each.round_id))
    return {line.id: line for line in lines if line.id is not None}


def lines_of(work: Work, meeting_id: MeetingId, wanted: Iterable[NominationId]) -> tuple[MeetingLine, ...]:
    """The lines of a meeting that some nominations are, in the order given.

    Raises:
        LineNotOfMeeting: one of them was not put before it.
    """
    found = {line.nomination_id: line for line in work.council.lines.of(meeting_id=meeting_id)}
    asked = tuple(wanted)
    for nomination_id in asked:
        if nomination_id not in found:
            raise LineNotOfMeeting(number=nomination_id)
    return tuple(found[nomination_id] for nomination_id in asked)
