"""What is said of the lines of a round: each line's assessment, its day, and the state that follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from thidua_desktop.domain.eligibility.verdicts import Assessment, Override, Verdict
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import NominationId, OverrideId, RecipientId, SubmissionId, UnitId
from thidua_desktop.domain.nominations import STAGE, Nomination, NominationState, Round
from thidua_desktop.domain.rulebooks import Basis

NOT_IN_DIRECTORY = "judging.not_in_directory"
NEW_RECIPIENT = "judging.new_recipient"
"""Of a row that is not stored yet: nobody is known whom it could mean."""
NO_RULEBOOK = "judging.no_rulebook"
HELD_ALREADY = "judging.held_already"
HELD_ALREADY_BY = "judging.held_already_by"


@dataclass(frozen=True, slots=True)
class Letter:
    """What decides by which law the lines of a submission are judged: the day of its letter, and when it came in."""

    submission_id: SubmissionId
    unit_id: UnitId
    written_on: date | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class KeptOverride:
    """What the clerk has decided otherwise about a line and one award; the last one of both holds."""

    nomination_id: NominationId
    award_id: str
    override: Override
    id: OverrideId | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that is said of one line. ``book`` is the code of the rulebook that it was judged by, empty without one."""

    nomination_id: NominationId
    recipient_id: RecipientId | None
    assessment: Assessment
    book: str
    accepted: date | None = None
    """When its dossier was taken in, where that is known: the transition of a new law asks for it."""
    notes: tuple[Finding, ...] = ()

    @property
    def final(self) -> Verdict:
        """The verdict that holds: the clerk's where there is one; not met where something else is in the way."""
        grave = any(note.severity is Severity.BLOCKING for note in self.notes)
        return Verdict.NOT_MET if grave and self.assessment.override is None else self.assessment.final

    @property
    def blocked(self) -> bool:
        """Whether the line cannot go on as it is."""
        return self.final is Verdict.NOT_MET


class Tally(NamedTuple):
    """How many lines meet what their award asks for, do not, or cannot be told."""

    met: int = 0
    not_met: int = 0
    open: int = 0


@dataclass(frozen=True, slots=True)
class StateProposal:
    """A line that would go to another state by what was found; ``reason`` is the sentence that is kept with it."""

    nomination_id: NominationId
    name: str
    old: NominationState
    new: NominationState
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Proposals:
    """The moves that follow from the findings of some lines, and how many lines stay where they are."""

    moves: tuple[StateProposal, ...]
    early: int = 0
    """Their dossier is not complete yet."""
    late: int = 0
    """Before the council or further on."""
    settled: int = 0
    """In the right state already."""


@dataclass(frozen=True, slots=True)
class DueRow:
    """An award that a recipient of the directory can have in ``year``; ``sure`` is False where more has to be asked."""

    recipient_id: RecipientId
    name: str
    unit: str | None
    award_id: str
    year: int
    sure: bool
    assessment: Assessment
    sectors: tuple[str, ...] = ()
    """The award is for these alone, and nobody has written down whether the recipient is of one of them."""


class Barred(NamedTuple):
    """Awards that recipients would be due for if these were not for others alone."""

    award_id: str
    sectors: tuple[str, ...]
    basis: Basis
    times: int


@dataclass(frozen=True, slots=True)
class DueList:
    """Who is due, and what was left out because the award is for others alone."""

    rows: tuple[DueRow, ...]
    barred: tuple[Barred, ...] = ()


STATES = {
    Verdict.MET: NominationState.ELIGIBLE,
    Verdict.NOT_MET: NominationState.NOT_ELIGIBLE,
    Verdict.CANNOT_TELL: NominationState.TO_VERIFY,
}
"""Where a line goes by its verdict."""

_READY = NominationState.DOSSIER_COMPLETE
_CHECKED = STAGE[NominationState.ELIGIBLE]


def document_day(round_: Round, letter: Letter | None, today: date) -> date:
    """The day of the document that asks for an award, which picks the rulebook.

    The day of the unit's letter; where it has none, the day on which it came in; else the day on which the round
    closes, or today as long as it runs. A round without days closes with its year.
    """
    if letter is not None and (letter.written_on or letter.received_on):
        return letter.written_on or letter.received_on or today
    return min(round_.closes or date(round_.year, 12, 31), today)


def year_commended(nomination: Nomination, round_: Round) -> int:
    """The year that is commended; of several, the last. A line that says none is of the year of its round."""
    return nomination.counted_to or round_.year


def tally(judgements: Iterable[Judgement]) -> Tally:
    """The judgements counted by the verdict that holds."""
    found = Counter(judgement.final for judgement in judgements)
    return Tally(found[Verdict.MET], found[Verdict.NOT_MET], found[Verdict.CANNOT_TELL])


def overridden(judgement: Judgement, said: Iterable[KeptOverride]) -> Judgement:
    """The judgement with what the clerk last decided about this award."""
    award = judgement.assessment.claim.award_id
    own = [one.override for one in said if one.award_id == award]
    if not own:
        return judgement
    return replace(judgement, assessment=judgement.assessment.overridden(own[-1]))


def proposal(nomination: Nomination, judgement: Judgement) -> StateProposal | None:
    """The state that a line would go to; None where it stands there already or cannot go there."""
    state = STATES[judgement.final]
    if nomination.id is None or not is_ready(nomination) or nomination.state is state:
        return None
    return StateProposal(nomination.id, nomination.name, nomination.state, state)


def is_ready(nomination: Nomination) -> bool:
    """Whether a line stands where the check of its eligibility is due: dossier complete, not before the council."""
    return nomination.state is _READY or STAGE[nomination.state] == _CHECKED


def is_early(nomination: Nomination) -> bool:
    """Whether the dossier of a line has to be completed first."""
    return STAGE[nomination.state] < _CHECKED and nomination.state is not _READY
