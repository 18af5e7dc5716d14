"""A meeting of a council (phiên họp): its way from the agenda to the signed minutes, who came, what it decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from fractions import Fraction

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.councils.ballots import LineResult, Passing, quorum_needed
from thidua_desktop.domain.councils.rosters import CouncilRole, Member
from thidua_desktop.domain.ids import CouncilId, MeetingId, MemberId, NominationId, RoundId
from thidua_desktop.domain.nominations import NominationState


class MeetingState(StrEnum):
    """The way of a meeting (DESIGN §3), in its order."""

    PREPARING = "preparing"
    SITTING = "sitting"
    COUNTED = "counted"
    SIGNED = "signed"


class Presence(StrEnum):
    """Where a member was. ``WRITTEN`` was absent and gave the opinion in writing, which counts as a vote."""

    PRESENT = "present"
    WRITTEN = "written"
    EXCUSED = "excused"
    ABSENT = "absent"


class Verdict(StrEnum):
    """What the council says of a line."""

    AGREED = "agreed"
    REFUSED = "refused"
    POSTPONED = "postponed"
    LOWERED = "lowered"


class MeetingMoveNotAllowed(AppError):
    """A meeting cannot go from its state to the one asked for."""

    code = "meeting.move_not_allowed"


class MeetingReasonMissing(AppError):
    """A meeting goes back and nobody says why."""

    code = "meeting.reason_missing"


class QuorumMissing(AppError):
    """Too few members for a valid meeting."""

    code = "meeting.no_quorum"


class VerdictReasonMissing(AppError):
    """A line is refused, held or lowered without a reason; the unit has to be told one."""

    code = "meeting.verdict_reason_missing"


class NotPassed(AppError):
    """The council cannot agree to a line that did not get the votes that the law asks for."""

    code = "meeting.not_passed"


_ORDER = tuple(MeetingState)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A point of the agenda; ``minutes`` is how long it is to take."""

    text: str
    minutes: int = 0
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting on the lines of one round or of several."""

    council_id: CouncilId
    name: str
    day: date
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    rounds: tuple[RoundId, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    state: MeetingState = MeetingState.PREPARING
    state_reason: str | None = None
    conclusion: str = ""
    id: MeetingId | None = None
    invitation_number: str = ""
    """Number of the giấy mời as registered; blank for the pen as long as there is none."""
    invited_on: date | None = None
    opinions_by: date | None = None
    """Until when absent members have to send in their opinion."""
    discussion: tuple[str, ...] = ()
    """What was said, a paragraph of the minutes each."""

    def moved_to(self, state: MeetingState, *, reason: str | None = None) -> Meeting:
        """The meeting in another state: one step forward, or back to any earlier one with a reason.

        Raises:
            MeetingMoveNotAllowed: a step is left out.
            MeetingReasonMissing: a step back without a reason.
        """
        steps = _ORDER.index(state) - _ORDER.index(self.state)
        if steps == 0:
            return self
        if steps > 1:
            raise MeetingMoveNotAllowed(old=self.state, new=state)
        said = (reason or "").strip()
        if steps < 0 and not said:
            raise MeetingReasonMissing(old=self.state, new=state)
        return replace(self, state=state, state_reason=said or None)


@dataclass(frozen=True, slots=True)
class Attendance:
    """One member at one meeting; ``deputy`` is who came instead, where the council's rules allow it."""

    member_id: MemberId
    presence: Presence
    reason: str = ""
    deputy: str = ""
    meeting_id: MeetingId | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A member who may not vote on a line, and why (it is about himself, or about somebody near to him)."""

    member_id: MemberId
    nomination_id: NominationId
    reason: str
    meeting_id: MeetingId | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether a meeting is valid: ``present`` of ``members`` where ``needed`` had to come."""

    members: int
    present: int
    written: int
    needed: int

    @property
    def reached(self) -> bool:
        """Whether enough came. Written opinions count as votes and not as presence."""
        return self.present >= self.needed


def quorum(members: Sequence[Member], attendance: Iterable[Attendance], share: Fraction) -> Quorum:
    """Count who came; a member of whom nothing was noted is absent, and a stranger is not counted."""
    noted = {one.member_id: one.presence for one in attendance}
    came = [noted.get(member.id, Presence.ABSENT) for member in members if member.id is not None]
    return Quorum(
        members=len(members),
        present=came.count(Presence.PRESENT),
        written=came.count(Presence.WRITTEN),
        needed=quorum_needed(len(members), share),
    )


def leader(members: Iterable[Member], attendance: Iterable[Attendance]) -> Member | None:
    """Who leads the meeting: the chair, else the first vice-chair who came; None where neither did."""
    present = {one.member_id for one in attendance if one.presence is Presence.PRESENT}
    leading = (CouncilRole.CHAIR, CouncilRole.STANDING_VICE_CHAIR, CouncilRole.VICE_CHAIR)
    for role in leading:
        for member in members:
            if member.role is role and member.id in present:
                return member
    return None


@dataclass(frozen=True, slots=True)
class LineVerdict:
    """What the council decided of a line. ``lowered_to`` is the award that it gets instead."""

    nomination_id: NominationId
    verdict: Verdict
    reason: str = ""
    lowered_to: str | None = None
    by_vote: bool = True
    """False: agreed by show of hands or consent, where the rulebook asks for no ballot."""


def proposed(results: Iterable[LineResult]) -> tuple[LineVerdict, ...]:
    """The verdicts that follow from the votes alone: what reached its share is agreed to, the rest is refused.

    A line of an award without a share in the rulebook is agreed to by more than half of the base; the clerk sees that
    the rule is the council's own and changes it where the council says otherwise.
    """
    verdicts = []
    for one in results:
        passed = one.passing is Passing.PASSED or (one.passing is Passing.NO_THRESHOLD and 2 * one.agree > one.base)
        verdicts.append(LineVerdict(one.nomination_id, Verdict.AGREED if passed else Verdict.REFUSED))
    return tuple(verdicts)


def check_verdict(verdict: LineVerdict, result: LineResult | None) -> None:
    """Refuse a verdict that the votes do not bear, or that gives no reason.

    Raises:
        NotPassed: agreed to, though the votes do not reach the share of the law.
        VerdictReasonMissing: held, lowered or refused without a reason other than the votes.
    """
    failed = result is not None and result.passing is Passing.FAILED
    if verdict.verdict is Verdict.AGREED:
        if failed and result is not None:
            raise NotPassed(agree=result.agree, needed=result.needed)
        return
    if verdict.verdict is Verdict.REFUSED and failed:
        return
    if not verdict.reason.strip() or (verdict.verdict is Verdict.LOWERED and not verdict.lowered_to):
        raise VerdictReasonMissing(verdict=verdict.verdict)


STATE_OF = {
    Verdict.AGREED: NominationState.AGREED,
    Verdict.REFUSED: NominationState.REFUSED,
    Verdict.POSTPONED: NominationState.POSTPONED,
    Verdict.LOWERED: NominationState.LOWERED,
}
"""The state that a line gets from what the council decided."""
