"""What a meeting has to tell its papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.domain.councils.ballots import LineCount, LineResult, Passing, Turnout, shown_share
from thidua_desktop.domain.councils.meetings import Attendance, Conflict, LineVerdict, Meeting, Presence
from thidua_desktop.domain.councils.rosters import Council, CouncilRole, Member
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.councils.lines import joined
from thidua_desktop.wording import labels
from thidua_desktop.wording import meeting_papers as phrases


@dataclass(frozen=True, slots=True)
class VotedLine:
    """A line with its votes. ``percent`` is the share that the rulebook asks for; ``verdict`` what the council said."""

    nomination: Nomination
    count: LineCount
    result: LineResult
    percent: float | None = None
    verdict: LineVerdict | None = None

    @property
    def share(self) -> str:
        """The share as it is printed, two decimals after a comma; a dash for an empty base."""
        share = self.result.share
        return shown_share(share, self.percent) if share is not None else phrases.NONE

    @property
    def outcome(self) -> str:
        """``Đạt`` or ``Không đạt``; where no share is set, what the council said, a dash before it has."""
        if self.result.passing is Passing.NO_THRESHOLD:
            return labels.of(self.verdict.verdict) if self.verdict is not None else phrases.NONE
        return labels.of(self.result.passing)


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """A meeting with its council, who came, what was counted. ``head`` is the council as it issues papers."""

    head: Office
    council: Council
    meeting: Meeting
    members: tuple[Member, ...]
    awards: Mapping[str, str]
    """Names of awards by id."""
    attendance: tuple[Attendance, ...] = ()
    turnout: Turnout | None = None
    lines: tuple[VotedLine, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def noted(self, member: Member) -> Attendance | None:
        """What was noted of a member; nobody noted means absent."""
        return next((one for one in self.attendance if one.member_id == member.id), None)

    def came(self, member: Member) -> bool:
        """Whether a member was there."""
        noted = self.noted(member)
        return noted is not None and noted.presence is Presence.PRESENT

    def award(self, line: Nomination) -> str:
        """The name of a line's award."""
        return self.awards.get(line.award_id, line.award_id)

    def secretary(self) -> Member | None:
        """Who writes the minutes: the secretary who came."""
        return next((one for one in self.members if one.role is CouncilRole.SECRETARY and self.came(one)), None)


def called(member: Member) -> str:
    """A member with Ông / Bà."""
    return f"{member.honorific} {member.name}".strip()


def introduced(member: Member) -> str:
    """``Ông Phạm Minh Đức, Chủ tịch Ủy ban nhân dân tỉnh, Chủ tịch Hội đồng``."""
    return phrases.joined((called(member), joined(member.post, member.unit), labels.of(member.role)))
