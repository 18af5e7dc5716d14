"""What is kept of a meeting: the lines put before it, its ballots, and the two counts of each."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.councils.ballots import LineCount, LineResult, Turnout, judged
from thidua_desktop.domain.councils.meetings import LineVerdict, Verdict
from thidua_desktop.domain.ids import BallotId, MeetingId, MeetingLineId, NominationId, RoundId, TallyId


@dataclass(frozen=True, slots=True)
class MeetingRound:
    """A round whose lines a meeting takes."""

    meeting_id: MeetingId
    round_id: RoundId
    id: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A line as it was put before the council, and what the council said of it.

    The votes, the share that was needed and its citation are kept as they stood: a later rulebook does not touch them.
    """

    meeting_id: MeetingId
    nomination_id: NominationId
    position: int
    name: str
    award_id: str
    verdict: Verdict | None = None
    reason: str = ""
    lowered_to: str | None = None
    by_vote: bool = False
    ballot_id: BallotId | None = None
    agree: int | None = None
    base: int | None = None
    needed: int | None = None
    citation: str = ""
    id: MeetingLineId | None = None

    @property
    def said(self) -> LineVerdict | None:
        """What the council decided; None while it has not."""
        if self.verdict is None:
            return None
        return LineVerdict(self.nomination_id, self.verdict, self.reason, self.lowered_to, by_vote=self.by_vote)

    @property
    def votes(self) -> LineResult | None:
        """The votes as they were kept with the verdict; None where it has none, or was said without a ballot."""
        if self.verdict is None or self.agree is None or self.base is None:
            return None
        return judged(self.nomination_id, self.agree, self.base, self.needed)

    @property
    def agreed(self) -> bool:
        """Whether the recipient gets an award: the one asked for or a lower one."""
        return self.verdict in (Verdict.AGREED, Verdict.LOWERED)

    @property
    def awarded(self) -> str:
        """The award that the council agreed to."""
        return self.lowered_to if self.verdict is Verdict.LOWERED and self.lowered_to else self.award_id

    def undecided(self) -> MeetingLine:
        """The line as it was before the council said anything of it."""
        return MeetingLine(
            *(self.meeting_id, self.nomination_id, self.position, self.name, self.award_id),
            id=self.id,
        )


@dataclass(frozen=True, slots=True)
class Ballot:
    """A round of voting (lần bỏ phiếu); ``number`` counts those of a meeting from 1."""

    meeting_id: MeetingId
    number: int
    counters: tuple[str, ...] = ()
    """Who counts the papers (tổ kiểm phiếu), its head first."""
    note: str = ""
    id: BallotId | None = None


@dataclass(frozen=True, slots=True)
class BallotLine:
    """A line that is voted on, at its place on the paper."""

    ballot_id: BallotId
    position: int
    nomination_id: NominationId
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Papers:
    """The ballot papers as one person has counted them."""

    issued: int
    returned: int
    invalid: int
    written_invalid: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """One of the two counts of a ballot; whoever counts does not see the other one."""

    meeting_id: MeetingId
    ballot_id: BallotId
    entry: int
    """1 or 2."""
    issued: int
    returned: int
    invalid: int
    written_invalid: int = 0
    counted_by: str = ""
    id: TallyId | None = None

    def turnout(self, members: int, present: int, written: int) -> Turnout:
        """The papers together with who came."""
        return Turnout(
            members=members,
            present=present,
            issued=self.issued,
            returned=self.returned,
            invalid=self.invalid,
            written=written,
            written_invalid=self.written_invalid,
        )


@dataclass(frozen=True, slots=True)
class TallyCount:
    """The votes for one line in one of the counts."""

    tally_id: TallyId
    nomination_id: NominationId
    agree: int
    disagree: int
    spoilt: int = 0
    conflicted: int = 0
    id: int | None = None

    @property
    def line(self) -> LineCount:
        """The votes alone."""
        return LineCount(self.nomination_id, self.agree, self.disagree, self.spoilt, self.conflicted)
