"""The arithmetic of a ballot. Whole votes only: nothing that decides is rounded.

The base of a threshold is all members of the council, those included who were absent and gave their opinion in
writing (the rulebook says so for each award and period). ``needed`` is the least number of votes that reaches it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.rulebooks import Vote


class Passing(StrEnum):
    """What the votes for one line amount to."""

    PASSED = "passed"
    FAILED = "failed"
    NO_THRESHOLD = "no_threshold"
    """The rulebook knows no share for this award: the council's own rules decide."""


@dataclass(frozen=True, slots=True)
class Turnout:
    """The papers of one round of voting, written opinions apart.

    ``present`` members got a ballot paper each; ``written`` is how many absent members sent in their opinion.
    """

    members: int
    present: int
    issued: int
    returned: int
    invalid: int
    written: int = 0
    written_invalid: int = 0

    @property
    def not_returned(self) -> int:
        """Papers that were given out and did not come back."""
        return self.issued - self.returned

    @property
    def valid(self) -> int:
        """Valid ballots and opinions together: what the votes of every line have to add up to."""
        return self.returned - self.invalid + self.written - self.written_invalid

    @property
    def silent(self) -> int:
        """Members who were absent and sent nothing; they count in the base and agree to nothing."""
        return self.members - self.present - self.written


class TurnoutPart(StrEnum):
    """The numbers of a turnout, by the names of its fields."""

    MEMBERS = "members"
    PRESENT = "present"
    ISSUED = "issued"
    RETURNED = "returned"
    INVALID = "invalid"
    WRITTEN = "written"
    WRITTEN_INVALID = "written_invalid"


@dataclass(frozen=True, slots=True)
class LineCount:
    """The votes for one line. ``spoilt`` papers are valid as a whole and say nothing, or two things, of this line."""

    nomination_id: NominationId
    agree: int
    disagree: int
    spoilt: int = 0
    conflicted: int = 0
    """Members who may not vote on this line (it is about themselves, or about somebody near to them)."""

    @property
    def cast(self) -> int:
        """Everything that was counted for the line."""
        return self.agree + self.disagree + self.spoilt + self.conflicted


@dataclass(frozen=True, slots=True)
class LineResult:
    """How a line came out: ``agree`` of ``base`` votes where ``needed`` had to be reached."""

    nomination_id: NominationId
    agree: int
    base: int
    needed: int | None
    passing: Passing

    @property
    def share(self) -> Fraction | None:
        """The exact share in percent; None for an empty base."""
        return Fraction(100 * self.agree, self.base) if self.base else None


def needed(base: int, percent: float) -> int:
    """The least number of votes of ``base`` that reaches a share: 90 % of 11 is 10, 80 % of 9 is 8.

    Raises:
        ValueError: a base below 0, or a share outside of 0 to 100.
    """
    share = Fraction(str(percent))
    if base < 0 or not 0 <= share <= 100:
        raise ValueError((base, percent))
    return -(-base * share.numerator // (100 * share.denominator))


def base_of(vote: Vote, turnout: Turnout) -> int:
    """Of how many votes a share is taken: all members, or where a rulebook says so those who took part."""
    return turnout.members if vote.base == "all_members" else turnout.present + turnout.written


def result(line: LineCount, vote: Vote, turnout: Turnout) -> LineResult:
    """How a line came out under the rule of its award."""
    base = base_of(vote, turnout)
    return judged(line.nomination_id, line.agree, base, None if vote.percent is None else needed(base, vote.percent))


def judged(nomination_id: NominationId, agree: int, base: int, least: int | None) -> LineResult:
    """What votes amount to where ``least`` of ``base`` are needed; None where no rule names a share."""
    if least is None:
        return LineResult(nomination_id, agree, base, None, Passing.NO_THRESHOLD)
    passing = Passing.PASSED if base and agree >= least else Passing.FAILED
    return LineResult(nomination_id, agree, base, least, passing)


def quorum_needed(members: int, share: Fraction) -> int:
    """The least number of members that makes a meeting valid: two thirds of 10 are 7."""
    return -(-members * share.numerator // share.denominator)


def shown_share(share: Fraction, percent: float | None = None) -> str:
    """A share in percent with two decimals, as it is printed: 8 of 9 is "88,89" (document-forms §2.7).

    It decides nothing. Where rounding would lift a share to the threshold that it misses, or to "100,00", it is cut:
    no paper shows a line that failed as if it had passed.
    """
    hundredths = share.numerator * 100 // share.denominator
    rounded = hundredths + (2 * (share * 100 - hundredths) >= 1)
    edges = [Fraction(100)] if percent is None else [Fraction(100), Fraction(str(percent))]
    shown = hundredths if any(share < edge <= Fraction(rounded, 100) for edge in edges) else rounded
    return f"{shown // 100},{shown % 100:02}"


def turnout_findings(turnout: Turnout) -> Iterator[Finding]:
    """What cannot be true of a turnout; every one of these blocks the result."""
    for part in TurnoutPart:
        count = getattr(turnout, part.value)
        if count < 0:
            yield _blocking("tally.negative", which=part, count=count)
    for code, upper, lower in (
        ("tally.present_above_members", turnout.members, turnout.present),
        ("tally.issued_above_present", turnout.present, turnout.issued),
        ("tally.returned_above_issued", turnout.issued, turnout.returned),
        ("tally.invalid_above_returned", turnout.returned, turnout.invalid),
        ("tally.written_invalid_above_written", turnout.written, turnout.written_invalid),
    ):
        if lower > upper:
            yield _blocking(code, lower=lower, upper=upper)
    if turnout.present + turnout.written > turnout.members:
        yield _blocking(
            "tally.too_many_voices", present=turnout.present, written=turnout.written, members=turnout.members
        )


def line_findings(lines: Iterable[LineCount], turnout: Turnout) -> Iterator[tuple[NominationId, Finding]]:
    """What cannot be true of the votes of single lines, each with the line that it is about."""
    for line in lines:
        parts = (line.agree, line.disagree, line.spoilt, line.conflicted)
        if min(parts) < 0:
            yield line.nomination_id, _blocking("tally.line_negative", count=min(parts))
        elif line.cast != turnout.valid:
            yield line.nomination_id, _blocking("tally.line_sum", cast=line.cast, valid=turnout.valid)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A line on which two independent counts differ; None where one of them lacks the line."""

    nomination_id: NominationId
    first: LineCount | None
    second: LineCount | None


def compare(first: Sequence[LineCount], second: Sequence[LineCount]) -> tuple[Disagreement, ...]:
    """The lines on which two independent entries of the same ballots differ, in the order of the first."""
    left, right = _by_line(first), _by_line(second)
    return tuple(
        Disagreement(line, left.get(line), right.get(line))
        for line in dict.fromkeys((*left, *right))
        if left.get(line) != right.get(line)
    )


def _by_line(lines: Sequence[LineCount]) -> Mapping[NominationId, LineCount]:
    return {line.nomination_id: line for line in lines}


def _blocking(code: str, **params: object) -> Finding:
    return Finding(code, Severity.BLOCKING, params)
