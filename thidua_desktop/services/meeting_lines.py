"""The lines before a meeting: which may come, and how they go back before the council."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.councils.meetings import STATE_OF, Meeting
from thidua_desktop.domain.councils.records import MeetingLine, MeetingRound
from thidua_desktop.domain.ids import MeetingId, NominationId, RoundId
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.services.meeting_standing import BEFORE_THE_END, lines_of, nominations_of
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.work import Work
from thidua_desktop.wording import councils as wording

_S = NominationState
_READY = frozenset({_S.ELIGIBLE, _S.BEFORE_COUNCIL})
_MAY_COME = _READY | {_S.NOT_ELIGIBLE, _S.POSTPONED}


class LineElsewhere(AppError):
    """A line is before another meeting that has not ended, or not where a council can take it up."""

    code = "meeting.line_elsewhere"


class LineVotedOn(AppError):
    """A line that stands on a ballot is not taken out of the meeting."""

    code = "meeting.line_voted_on"


class LinesGoneOn(AppError):
    """What the meeting decided has gone on: into a decision, or to a higher level."""

    code = "meeting.lines_gone_on"


class MeetingRoundInUse(AppError):
    """A round of which lines are before the meeting stays with it."""

    code = "meeting.round_in_use"


@dataclass(frozen=True, slots=True)
class Candidates:
    """The lines of a meeting's rounds: those that are ready, those held by an earlier meeting, the rest by state."""

    ready: tuple[Nomination, ...]
    held: tuple[Nomination, ...]
    others: Mapping[NominationState, int]


def candidates(work: Work, meeting: Meeting) -> Candidates:
    """What of a meeting's rounds may come before it."""
    taken = _taken(work, meeting.rounds)
    lines = [line for each in meeting.rounds for line in work.nominations.of_round(each) if line.id not in taken]
    before_it = {line.nomination_id for line in work.council.lines.of(meeting_id=meeting.id)}
    away = [line.state for line in lines if line.id not in before_it]
    return Candidates(
        ready=tuple(line for line in lines if line.state in _READY),
        held=tuple(line for line in lines if line.state is _S.POSTPONED),
        others=Counter(state for state in away if state not in _READY and state is not _S.POSTPONED),
    )


def _taken(work: Work, rounds: Iterable[RoundId]) -> frozenset[NominationId]:
    """The lines of rounds that stand before a meeting which has not ended."""
    meetings = {one.meeting_id for one in work.council.rounds.among("round_id", rounds)}
    going_on = [one.id for one in work.council.meetings.among("id", meetings) if one.state in BEFORE_THE_END]
    lines = work.council.lines.among("meeting_id", [each for each in going_on if each is not None])
    return frozenset(line.nomination_id for line in lines)


def check_may_come(work: Work, meeting: Meeting, lines: Iterable[Nomination]) -> None:
    """Refuse lines that a council cannot take up.

    Raises:
        LineElsewhere: one is of another round, before another meeting, or not far enough.
    """
    taken, rounds = _taken(work, meeting.rounds), frozenset(meeting.rounds)
    for line in lines:
        if line.id in taken or line.round_id not in rounds or line.state not in _MAY_COME:
            raise LineElsewhere(name=brief(line.name), state=line.state)


def bring(work: Work, meeting: Meeting, lines: Sequence[Nomination]) -> None:
    """Put lines before a meeting, after those that are before it already.

    Raises:
        LineElsewhere: one of them cannot come.
    """
    check_may_come(work, meeting, lines)
    meeting_id = meeting.id or MeetingId(0)
    last = max((line.position for line in work.council.lines.of(meeting_id=meeting_id)), default=0)
    again = wording.brought_again(meeting.name)
    work.nominations.save_many(
        [line.moved_to(_S.BEFORE_COUNCIL, reason=again if line.state is _S.POSTPONED else None) for line in lines]
    )
    work.council.lines.add_many([_put(meeting_id, line, last + at) for at, line in enumerate(lines, start=1)])


def _put(meeting_id: MeetingId, line: Nomination, position: int) -> MeetingLine:
    """A nomination as it is put before a meeting."""
    return MeetingLine(meeting_id, line.id or NominationId(0), position, line.name, line.award_id)


def take_out(work: Work, meeting_id: MeetingId, going: Iterable[NominationId], reason: str) -> None:
    """Take lines away from a meeting, with what was said of them; they are eligible as before.

    Raises:
        LineNotOfMeeting, LineVotedOn: one is not before it, or stands on a ballot.
        NominationReasonMissing: no reason.
    """
    gone = tuple(going)
    lines = lines_of(work, meeting_id, gone)
    ballots = [one.id for one in work.council.ballots.of(meeting_id=meeting_id) if one.id is not None]
    voted = {one.nomination_id for one in work.council.ballot_lines.among("ballot_id", ballots)}
    held = nominations_of(work, meeting_id)
    for line in lines:
        if line.nomination_id in voted:
            raise LineVotedOn(name=brief(line.name))
        if line.nomination_id in held:
            work.nominations.save(held[line.nomination_id].moved_to(_S.ELIGIBLE, reason=reason))
    said = work.council.conflicts.of(meeting_id=meeting_id)
    work.council.conflicts.remove(one.id for one in said if one.id is not None and one.nomination_id in gone)
    work.council.lines.remove(line.id for line in lines if line.id is not None)


def take_up_again(work: Work, meeting_id: MeetingId, reason: str) -> None:
    """Put the lines of a meeting that goes back before the council again, with the award that they came for.

    Raises:
        LinesGoneOn: lines are in a decision or with a higher level already.
    """
    held = nominations_of(work, meeting_id)
    said = [line for line in work.council.lines.of(meeting_id=meeting_id) if line.verdict is not None]
    lines = [line for line in said if line.nomination_id in held]
    gone = [line for line in lines if line.verdict and held[line.nomination_id].state is not STATE_OF[line.verdict]]
    if gone:
        raise LinesGoneOn(name=brief(gone[0].name), count=len(gone))
    for line in lines:
        nomination = held[line.nomination_id]
        asked = nomination.asked_award_id
        back = replace(nomination, award_id=line.award_id, asked_award_id=asked if asked != line.award_id else None)
        work.nominations.save(back.moved_to(_S.BEFORE_COUNCIL, reason=reason))


def keep_rounds(work: Work, meeting_id: MeetingId, rounds: Sequence[RoundId]) -> None:
    """Keep from which rounds a meeting takes lines.

    Raises:
        MeetingRoundInUse: lines of a round that is left out are before it.
    """
    before = {one.round_id: one.id for one in work.council.rounds.of(meeting_id=meeting_id)}
    dropped = before.keys() - set(rounds)
    for line in work.council.lines.of(meeting_id=meeting_id) if dropped else ():
        if work.nominations.round_of(line.nomination_id) in dropped:
            raise MeetingRoundInUse(name=brief(line.name))
    work.council.rounds.remove(before[one] or 0 for one in dropped)
    for round_id in dict.fromkeys(rounds):
        if round_id not in before:
            work.council.rounds.save(MeetingRound(meeting_id, round_id))
