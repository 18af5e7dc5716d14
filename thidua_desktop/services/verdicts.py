"""What the council says of its lines: proposed from the votes, decided, and applied to the nominations in one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.councils.ballots import LineResult, Passing
from thidua_desktop.domain.councils.meetings import (
    STATE_OF,
    LineVerdict,
    Meeting,
    MeetingState,
    Verdict,
    check_verdict,
    proposed,
)
from thidua_desktop.domain.councils.records import MeetingLine
from thidua_desktop.domain.councils.voting import needs_ballot, vote_of
from thidua_desktop.domain.ids import MeetingId, NominationId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.rulebooks import Rulebook
from thidua_desktop.services.awards import AwardUnknown
from thidua_desktop.services.ballots import VotedLine, on_ballots, voted
from thidua_desktop.services.meeting_standing import lines_of, meeting_of, nominations_of, open_meeting, standing
from thidua_desktop.services.nominations import AwardNotFor
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work
from thidua_desktop.wording import councils as wording

__all__ = ["VerdictService", "conclude"]

_MEETING = frozenset({Kind.MEETING})
_WITH_LINES = frozenset({Kind.MEETING, Kind.NOMINATION})
_SITTING = frozenset({MeetingState.SITTING})


class BallotMissing(AppError):
    """The law asks for a ballot on the line, and there is none that stands."""

    code = "verdict.ballot_missing"


class NotLower(AppError):
    """The award that a line is lowered to is not below the one asked for."""

    code = "verdict.not_lower"


class LinesOpen(AppError):
    """The council has not decided on every line."""

    code = "verdict.lines_open"


class PassedSince(AppError):
    """A line was refused for want of votes, and has been counted again with enough of them."""

    code = "verdict.passed_since"


class LineChangedSince(AppError):
    """The award of a nomination was changed after it had been put before the council."""

    code = "verdict.line_changed"


class VerdictService:
    """The council's word on every line."""

    def __init__(self, store: Store, rulebooks: RulebookService) -> None:
        self._store = store
        self._rulebooks = rulebooks

    def proposals(self, meeting_id: MeetingId) -> tuple[LineVerdict, ...]:
        """What follows from the votes for the lines that are still undecided; those that need no ballot are agreed to.

        Lines that need a ballot and have no result are left out.

        Raises:
            RecordMissing: no such meeting, or in the trash.
            RulebookMissing: no rulebook covers its day.
        """
        with self._store.read() as work:
            meeting = meeting_of(work, meeting_id)
            return _proposals(work, meeting, self._rulebooks.on(meeting.day))

    def decide(self, meeting_id: MeetingId, verdicts: Sequence[LineVerdict]) -> Changes:
        """Keep what the council says of lines, with the votes; the nominations move when the meeting is concluded.

        Raises:
            NotPassed, VerdictReasonMissing, BallotMissing, NotLower: a verdict cannot be; none is kept.
            AwardUnknown, AwardNotFor: what a line is lowered to cannot go to it.
            LineNotOfMeeting, MeetingClosed: not before the meeting, or it does not sit.
            RecordMissing, RulebookMissing: no such meeting, or no rulebook for its day.
        """
        with self._store.read() as work:
            meeting = meeting_of(work, meeting_id)
        with self._store.write("verdict.decide", name=brief(meeting.name), count=len(verdicts)) as work:
            open_meeting(work, meeting_id, _SITTING)
            self._decide(work, meeting, verdicts)
        return Changes("verdict.decide", _MEETING)

    def conclude(self, meeting_id: MeetingId) -> Changes:
        """End the count: undecided lines as the votes say, and every nomination in the state that the council gave it.

        Raises:
            LinesOpen: lines need a ballot that has not been counted; nothing has changed.
            LineChangedSince: a nomination has another award than the one that was voted on.
            NotPassed, BallotMissing: a line was agreed to, and the votes do not bear it any more.
            PassedSince: a line was refused for want of votes that it has now.
            QuorumMissing, MeetingClosed: the meeting is not valid, or does not sit.
            RecordMissing, RulebookMissing: no such meeting, or no rulebook for its day.
        """
        with self._store.read() as work:
            name = brief(meeting_of(work, meeting_id).name)
        with self._store.write("meeting.conclude", name=name) as work:
            self.apply(work, meeting_id)
        return Changes("meeting.conclude", _WITH_LINES)

    def apply(self, work: Work, meeting_id: MeetingId) -> None:
        """Conclude a meeting within a running operation.

        Raises:
            AppError: as ``conclude``.
        """
        meeting = open_meeting(work, meeting_id, _SITTING)
        book = self._rulebooks.on(meeting.day)
        standing(work, meeting, book).check_quorum()
        # What was said before is looked at again: votes may have been counted again, or an opinion have come in since.
        said = _said(work.council.lines.of(meeting_id=meeting_id), voted(work, meeting, book))
        self._decide(work, meeting, [*_proposals(work, meeting, book), *said])
        held = nominations_of(work, meeting_id)
        lines = [line for line in work.council.lines.of(meeting_id=meeting_id) if line.nomination_id in held]
        still_open = sum(line.verdict is None for line in lines)
        if still_open:
            raise LinesOpen(count=still_open)
        conclude(work, lines)
        work.council.meetings.save(meeting.moved_to(MeetingState.COUNTED))

    def _decide(self, work: Work, meeting: Meeting, verdicts: Sequence[LineVerdict]) -> None:
        book = self._rulebooks.on(meeting.day)
        votes = voted(work, meeting, book)
        said = {one.nomination_id: one for one in verdicts}
        decided = []
        for line in lines_of(work, meeting.id or MeetingId(0), said):
            verdict, vote = said[line.nomination_id], votes.get(line.nomination_id)
            self._check(work, line, verdict, vote, book)
            decided.append(_with_verdict(line, verdict, vote))
        work.council.lines.save_many(decided)

    def _check(self, work: Work, line: MeetingLine, said: LineVerdict, vote: VotedLine | None, book: Rulebook) -> None:
        check_verdict(said, vote.result if vote is not None else None)
        if said.verdict is Verdict.AGREED and vote is None and needs_ballot(vote_of(book, line.award_id)):
            raise BallotMissing(name=brief(line.name))
        if said.verdict is Verdict.LOWERED and said.lowered_to:
            self._check_lower(work.nominations.get(line.nomination_id), line.award_id, said.lowered_to)

    def _check_lower(self, nomination: Nomination, asked: str, lowered_to: str) -> None:
        awards = {award.id: award for award in self._rulebooks.awards()}
        lower, upper = awards.get(lowered_to), awards.get(asked)
        if lower is None:
            raise AwardUnknown(award=lowered_to)
        if nomination.kind not in lower.recipients:
            raise AwardNotFor(award=lower.name, kind=nomination.kind)
        if upper is not None and lower.rank >= upper.rank:
            raise NotLower(award=lower.name)


def conclude(work: Work, lines: Iterable[MeetingLine]) -> None:
    """Give nominations the state and award that the council decided, within a running operation.

    Raises:
        LineChangedSince: a nomination has another award than the one that was voted on.
    """
    decided = [line for line in lines if line.verdict is not None]
    moved = []
    for line, nomination in zip(decided, work.nominations.among(each.nomination_id for each in decided), strict=True):
        if nomination.award_id != line.award_id:
            raise LineChangedSince(name=brief(line.name))
        asked = nomination.asked_award_id
        if line.verdict is Verdict.LOWERED:
            asked = asked or nomination.award_id
        if line.verdict is not None:
            given = replace(nomination, award_id=line.awarded, asked_award_id=asked)
            moved.append(given.moved_to(STATE_OF[line.verdict], reason=line.reason))
    work.nominations.save_many(moved)


def _proposals(work: Work, meeting: Meeting, book: Rulebook) -> tuple[LineVerdict, ...]:
    votes, on_paper = voted(work, meeting, book), on_ballots(work, meeting.id or MeetingId(0))
    found: list[LineVerdict] = []
    for line in work.council.lines.of(meeting_id=meeting.id):
        if line.verdict is not None:
            continue
        vote = votes.get(line.nomination_id)
        if vote is not None:
            found += [_with_reason(one, votes) for one in proposed([vote.result])]
        elif line.nomination_id not in on_paper and not needs_ballot(vote_of(book, line.award_id)):
            found.append(LineVerdict(line.nomination_id, Verdict.AGREED, by_vote=False))
    return tuple(found)


def _said(lines: Iterable[MeetingLine], votes: Mapping[NominationId, VotedLine]) -> Iterator[LineVerdict]:
    """What was decided of lines, as the votes of now bear it: a refusal by the votes has the reason that they give.

    Raises:
        PassedSince: a line was refused by its votes alone, and has enough of them now.
    """
    for line in lines:
        said, vote = line.said, votes.get(line.nomination_id)
        if said is None:
            continue
        if vote is None or said.verdict is not Verdict.REFUSED or not _by_votes_alone(line):
            yield said
            continue
        (now,) = proposed([vote.result])
        if now.verdict is Verdict.AGREED:
            raise PassedSince(name=brief(line.name), agree=vote.result.agree, base=vote.result.base)
        yield _with_reason(said, votes)


def _by_votes_alone(line: MeetingLine) -> bool:
    """Whether the reason of a line's verdict is the one that its votes gave."""
    counted = line.agree is not None and line.base is not None
    return counted and line.reason == wording.too_few_votes(line.agree or 0, line.base or 0, line.needed)


def _with_reason(said: LineVerdict, votes: Mapping[NominationId, VotedLine]) -> LineVerdict:
    if said.verdict is Verdict.AGREED:
        return said
    return replace(said, reason=_too_few(votes[said.nomination_id].result))


def _too_few(result: LineResult) -> str:
    return wording.too_few_votes(result.agree, result.base, result.needed)


def _with_verdict(line: MeetingLine, said: LineVerdict, vote: VotedLine | None) -> MeetingLine:
    """The line with what the council said, and the votes as they stand on this day."""
    reason = said.reason.strip()
    if not reason and vote is not None and vote.result.passing is Passing.FAILED:
        reason = _too_few(vote.result)
    kept = replace(line, verdict=said.verdict, reason=reason, lowered_to=said.lowered_to, by_vote=vote is not None)
    if vote is None:
        return replace(kept, ballot_id=None, agree=None, base=None, needed=None, citation="")
    return replace(
        kept,
        ballot_id=vote.ballot_id,
        agree=vote.result.agree,
        base=vote.result.base,
        needed=vote.result.needed,
        citation=vote.vote.basis.citation,
    )
