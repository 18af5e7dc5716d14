"""Rounds of voting: which lines are voted on, the two counts of the papers, and what the votes amount to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.councils import ballots as arithmetic
from thidua_desktop.domain.councils.ballots import Disagreement, LineCount, LineResult, Turnout, TurnoutPart
from thidua_desktop.domain.councils.meetings import Meeting, MeetingState
from thidua_desktop.domain.councils.records import Ballot, BallotLine, MeetingLine, Papers, Tally, TallyCount
from thidua_desktop.domain.councils.voting import ballot_order, needs_ballot, vote_of
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import BallotId, MeetingId, NominationId, TallyId
from thidua_desktop.domain.rulebooks import Rulebook, Vote
from thidua_desktop.services.meeting_standing import lines_of, meeting_of, open_meeting, standing
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["BallotService", "BallotState", "Count", "VotedLine"]

_MEETING = frozenset({Kind.MEETING})
_SITTING = frozenset({MeetingState.SITTING})
_PAPERS = (TurnoutPart.ISSUED, TurnoutPart.RETURNED, TurnoutPart.INVALID, TurnoutPart.WRITTEN_INVALID)

_MOST = 9999
"""More votes than any council has: a slip of the key."""


class NothingToVoteOn(AppError):
    """No line is left that needs a ballot."""

    code = "ballot.nothing_to_vote_on"


class CountIncomplete(AppError):
    """A count leaves out a line of the ballot, or has one that is not on it."""

    code = "ballot.count_incomplete"


class CountNegative(AppError):
    """A number of votes or papers is below 0."""

    code = "ballot.count_negative"


class CountTooLarge(AppError):
    """A number of votes or papers that no council has."""

    code = "ballot.count_too_large"


class BallotDecided(AppError):
    """What the council decided rests on the ballot."""

    code = "ballot.decided"


@dataclass(frozen=True, slots=True)
class Count:
    """One of the two counts of a ballot."""

    tally: Tally
    lines: tuple[LineCount, ...]


@dataclass(frozen=True, slots=True)
class VotedLine:
    """How a line came out, on which ballot, and the rule that it was judged by."""

    ballot_id: BallotId
    result: LineResult
    vote: Vote


@dataclass(frozen=True, slots=True)
class BallotState:
    """A ballot with its counts. ``results`` are given only where both counts say the same and nothing blocks."""

    ballot: Ballot
    lines: tuple[NominationId, ...]
    first: Count | None
    second: Count | None
    differing_papers: tuple[TurnoutPart, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    findings: tuple[Finding, ...] = ()
    line_findings: tuple[tuple[NominationId, Finding], ...] = ()
    turnout: Turnout | None = None
    results: tuple[LineResult, ...] = ()

    @property
    def counted(self) -> bool:
        """Whether the votes stand."""
        return bool(self.results)


class BallotService:
    """The ballots of meetings."""

    def __init__(self, store: Store, rulebooks: RulebookService) -> None:
        self._store = store
        self._rulebooks = rulebooks

    def votes(self, meeting_id: MeetingId) -> Mapping[NominationId, Vote]:
        """What share every line before a meeting needs, and whether by ballot, by the rulebook of the meeting's day.

        Raises:
            RecordMissing: no such meeting, or in the trash.
            RulebookMissing: no rulebook covers its day.
        """
        with self._store.read() as work:
            book = self._rulebooks.on(meeting_of(work, meeting_id).day)
            lines = work.council.lines.of(meeting_id=meeting_id)
        return {line.nomination_id: vote_of(book, line.award_id) for line in lines}

    def waiting(self, meeting_id: MeetingId) -> tuple[NominationId, ...]:
        """The lines that need a ballot and have neither stood on one nor been decided, in their order."""
        with self._store.read() as work:
            return self._waiting(work, meeting_id, self._rulebooks.on(meeting_of(work, meeting_id).day))

    def of_meeting(self, meeting_id: MeetingId) -> tuple[BallotState, ...]:
        """The ballots of a meeting by number, each with its counts and what they amount to.

        Raises:
            RecordMissing: no such meeting, or in the trash.
            RulebookMissing: no rulebook covers its day.
        """
        with self._store.read() as work:
            meeting = meeting_of(work, meeting_id)
            return states(work, meeting, self._rulebooks.on(meeting.day))

    def results(self, meeting_id: MeetingId) -> Mapping[NominationId, VotedLine]:
        """How the lines came out; of one that was voted on twice the later ballot counts.

        Raises:
            RecordMissing: no such meeting, or in the trash.
            RulebookMissing: no rulebook covers its day.
        """
        with self._store.read() as work:
            meeting = meeting_of(work, meeting_id)
            return voted(work, meeting, self._rulebooks.on(meeting.day))

    def open(
        self,
        meeting_id: MeetingId,
        nomination_ids: Iterable[NominationId] | None = None,
        *,
        counters: Sequence[str] = (),
        note: str = "",
    ) -> Changes:
        """Begin a round of voting on lines, on all that wait for a ballot where none are given; by award.

        What had been said of them is open again: the votes of this round decide.

        Raises:
            NothingToVoteOn: no line waits for a ballot.
            LineNotOfMeeting: a line is not before the meeting.
            QuorumMissing: too few came.
            MeetingClosed: the meeting does not sit.
            RecordMissing, RulebookMissing: no such meeting, or no rulebook for its day.
        """
        with self._store.read() as work:
            meeting = meeting_of(work, meeting_id)
            book = self._rulebooks.on(meeting.day)
            going = (
                self._waiting(work, meeting_id, book)
                if nomination_ids is None
                else self._ordered(lines_of(work, meeting_id, dict.fromkeys(nomination_ids)))
            )
        if not going:
            raise NothingToVoteOn(name=brief(meeting.name))
        with self._store.write("ballot.open", name=brief(meeting.name), count=len(going)) as work:
            standing(work, open_meeting(work, meeting_id, _SITTING), book).check_quorum()
            decided = [line for line in lines_of(work, meeting_id, going) if line.verdict is not None]
            work.council.lines.save_many([line.undecided() for line in decided])
            number = 1 + max((one.number for one in work.council.ballots.of(meeting_id=meeting_id)), default=0)
            ballot_id = BallotId(work.council.ballots.save(Ballot(meeting_id, number, tuple(counters), note)))
            work.council.ballot_lines.add_many(
                [BallotLine(ballot_id, position, line) for position, line in enumerate(going, start=1)]
            )
        return Changes("ballot.open", _MEETING, (ballot_id,))

    def _waiting(self, work: Work, meeting_id: MeetingId, book: Rulebook) -> tuple[NominationId, ...]:
        already = on_ballots(work, meeting_id)
        return self._ordered(
            line
            for line in work.council.lines.of(meeting_id=meeting_id)
            if line.verdict is None and line.nomination_id not in already and needs_ballot(vote_of(book, line.award_id))
        )

    def _ordered(self, lines: Iterable[MeetingLine]) -> tuple[NominationId, ...]:
        ranks = {award.id: award.rank for award in self._rulebooks.awards()}
        return ballot_order({line.nomination_id: line.award_id for line in lines}, ranks)

    def save(self, ballot: Ballot) -> Changes:
        """Keep who counts the papers of a ballot, and its note.

        Raises:
            MeetingClosed: the meeting does not sit.
            RecordMissing: no such ballot.
        """
        name = self._name(ballot.meeting_id)
        with self._store.write("ballot.save", name=name, number=ballot.number) as work:
            open_meeting(work, ballot.meeting_id, _SITTING)
            kept = work.council.ballots.get(ballot.id or BallotId(0))
            work.council.ballots.save(replace(kept, counters=ballot.counters, note=ballot.note))
        return Changes("ballot.save", _MEETING)

    def enter(
        self, ballot_id: BallotId, entry: int, papers: Papers, lines: Sequence[LineCount], *, counted_by: str = ""
    ) -> Changes:
        """Keep the first or the second count of a ballot, in the place of the same one before.

        What cannot be true is kept and found (``of_meeting``): the papers are there to be counted again.

        Args:
            entry: 1 or 2.

        Raises:
            CountIncomplete, CountNegative, CountTooLarge: the count cannot be kept so.
            MeetingClosed: the meeting does not sit.
            RecordMissing: no such ballot.
        """
        with self._store.read() as work:
            ballot = work.council.ballots.get(ballot_id)
        _check_numbers(papers, lines)
        with self._store.write("ballot.enter", name=self._name(ballot.meeting_id), entry=entry) as work:
            open_meeting(work, ballot.meeting_id, _SITTING)
            on_paper = [one.nomination_id for one in work.council.ballot_lines.of(ballot_id=ballot_id)]
            if sorted(on_paper) != sorted(line.nomination_id for line in lines):
                raise CountIncomplete(asked=len(on_paper), given=len(lines))
            _drop(work, work.council.tallies.of(ballot_id=ballot_id, entry=entry))
            tally = Tally(
                meeting_id=ballot.meeting_id,
                ballot_id=ballot_id,
                entry=entry,
                issued=papers.issued,
                returned=papers.returned,
                invalid=papers.invalid,
                written_invalid=papers.written_invalid,
                counted_by=counted_by.strip(),
            )
            tally_id = TallyId(work.council.tallies.save(tally))
            work.council.counts.add_many([_count(tally_id, line) for line in lines])
        return Changes("ballot.enter", _MEETING, (tally_id,))

    def discard(self, ballot_id: BallotId) -> Changes:
        """Take a ballot away with its counts, as if it had not been; the history keeps it.

        Raises:
            BallotDecided: the council has decided by it.
            MeetingClosed: the meeting does not sit.
            RecordMissing: no such ballot.
        """
        with self._store.read() as work:
            ballot = work.council.ballots.get(ballot_id)
        name = self._name(ballot.meeting_id)
        with self._store.write("ballot.discard", name=name, number=ballot.number) as work:
            open_meeting(work, ballot.meeting_id, _SITTING)
            if any(line.ballot_id == ballot_id for line in work.council.lines.of(meeting_id=ballot.meeting_id)):
                raise BallotDecided(number=ballot.number)
            _drop(work, work.council.tallies.of(ballot_id=ballot_id))
            lines = work.council.ballot_lines.of(ballot_id=ballot_id)
            work.council.ballot_lines.remove(line.id for line in lines if line.id is not None)
            work.council.ballots.remove([ballot_id])
        return Changes("ballot.discard", _MEETING)

    def _name(self, meeting_id: MeetingId) -> str:
        with self._store.read() as work:
            return brief(work.council.meetings.get(meeting_id).name)


def states(work: Work, meeting: Meeting, book: Rulebook) -> tuple[BallotState, ...]:
    """The ballots of a meeting with what they amount to, within one state of the file."""
    now = standing(work, meeting, book)
    awards = {line.nomination_id: line.award_id for line in work.council.lines.of(meeting_id=meeting.id)}
    members, came, written = len(now.roster.members), now.quorum.present, now.quorum.written
    out = now.kept_out()
    found = []
    for ballot in work.council.ballots.of(meeting_id=meeting.id):
        lines = tuple(one.nomination_id for one in work.council.ballot_lines.of(ballot_id=ballot.id))
        counts = {tally.entry: _counted(work, tally) for tally in work.council.tallies.of(ballot_id=ballot.id)}
        state = BallotState(ballot, lines, counts.get(1), counts.get(2))
        one = state.first or state.second
        if one is not None:
            state = _judged(state, one, one.tally.turnout(members, came, written), book, awards)
            few = sum(line.conflicted < out.get(line.nomination_id, 0) for line in one.lines)
            if few:
                kept_out = Finding("tally.conflict_not_counted", params={"count": few})
                state = replace(state, findings=(*state.findings, kept_out))
        found.append(state)
    return tuple(found)


def voted(work: Work, meeting: Meeting, book: Rulebook) -> Mapping[NominationId, VotedLine]:
    """How the lines of a meeting came out, within one state of the file."""
    lines = work.council.lines.of(meeting_id=meeting.id)
    return latest(states(work, meeting, book), {line.nomination_id: vote_of(book, line.award_id) for line in lines})


def latest(ballots: Iterable[BallotState], votes: Mapping[NominationId, Vote]) -> Mapping[NominationId, VotedLine]:
    """How lines came out on their last ballot; one that is voted on again has no result before that count stands.

    Args:
        ballots: of a meeting, in the order of their numbers.
        votes: by what rule each line is decided.
    """
    found: dict[NominationId, VotedLine] = {}
    for state in ballots:
        for line in state.lines:
            found.pop(line, None)
        for result in state.results:
            line = result.nomination_id
            if state.ballot.id is not None and line in votes:
                found[line] = VotedLine(state.ballot.id, result, votes[line])
    return found


def on_ballots(work: Work, meeting_id: MeetingId) -> frozenset[NominationId]:
    """The lines that stand on a ballot of a meeting, counted or not."""
    ballots = [one.id for one in work.council.ballots.of(meeting_id=meeting_id) if one.id is not None]
    return frozenset(one.nomination_id for one in work.council.ballot_lines.among("ballot_id", ballots))


def _judged(
    state: BallotState, one: Count, turnout: Turnout, book: Rulebook, awards: Mapping[NominationId, str]
) -> BallotState:
    findings = list(arithmetic.turnout_findings(turnout))
    about = tuple(arithmetic.line_findings(one.lines, turnout))
    differing: tuple[TurnoutPart, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    both = state.first is not None and state.second is not None
    if state.first is not None and state.second is not None:
        first, second = state.first, state.second
        differing = tuple(
            part for part in _PAPERS if getattr(first.tally, part.value) != getattr(second.tally, part.value)
        )
        disagreements = arithmetic.compare(first.lines, second.lines)
        if first.tally.counted_by and first.tally.counted_by.casefold() == second.tally.counted_by.casefold():
            findings.append(Finding("tally.same_counter", params={"name": first.tally.counted_by}))
    blocked = about or any(finding.severity is Severity.BLOCKING for finding in findings)
    stands = both and not differing and not disagreements and not blocked
    results = (
        tuple(arithmetic.result(line, vote_of(book, awards[line.nomination_id]), turnout) for line in one.lines)
        if stands
        else ()
    )
    return replace(
        state,
        differing_papers=differing,
        disagreements=disagreements,
        findings=tuple(findings),
        line_findings=about,
        turnout=turnout,
        results=results,
    )


def _check_numbers(papers: Papers, lines: Iterable[LineCount]) -> None:
    numbers = [papers.issued, papers.returned, papers.invalid, papers.written_invalid]
    numbers += [number for line in lines for number in (line.agree, line.disagree, line.spoilt, line.conflicted)]
    if min(numbers) < 0:
        raise CountNegative(count=min(numbers))
    if max(numbers) > _MOST:
        raise CountTooLarge(count=max(numbers), most=_MOST)


def _counted(work: Work, tally: Tally) -> Count:
    return Count(tally, tuple(count.line for count in work.council.counts.of(tally_id=tally.id)))


def _count(tally_id: TallyId, line: LineCount) -> TallyCount:
    return TallyCount(tally_id, line.nomination_id, line.agree, line.disagree, line.spoilt, line.conflicted)


def _drop(work: Work, tallies: Iterable[Tally]) -> None:
    for tally in tallies:
        counts = work.council.counts.of(tally_id=tally.id)
        work.council.counts.remove(count.id for count in counts if count.id is not None)
        work.council.tallies.remove([tally.id or TallyId(0)])
