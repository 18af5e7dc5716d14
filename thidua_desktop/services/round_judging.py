"""The lines of a round with what was found of them, kept from one question to the next.

A line is judged again only when something that its judgement rests on has changed: the line itself, its recipient's
file, what the clerk decided about it, the letter of its unit, the rulebook, or the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from thidua_desktop.common.progress import current
from thidua_desktop.domain.eligibility.check import check_best
from thidua_desktop.domain.eligibility.claims import also_nominated, claim_of
from thidua_desktop.domain.eligibility.prepared import PreparedEvidence, PreparedRulebook
from thidua_desktop.domain.eligibility.verdicts import Assessment, Claim, Verdict
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import NominationId, RecipientId, RoundId, SubmissionId
from thidua_desktop.domain.judgements import (
    HELD_ALREADY,
    HELD_ALREADY_BY,
    NO_RULEBOOK,
    NOT_IN_DIRECTORY,
    Judgement,
    KeptOverride,
    Letter,
    document_day,
    overridden,
    year_commended,
)
from thidua_desktop.domain.nominations import STAGE, Nomination, NominationState, Occasion, Round
from thidua_desktop.domain.rulebooks import RulebookMissing
from thidua_desktop.domain.stages import Stage
from thidua_desktop.services.eligibility import EligibilityService
from thidua_desktop.storage.judging import Moment
from thidua_desktop.storage.work import Work

_AT_ONCE = 500
"""Lines whose files are read together; between two such heaps the work can be stopped."""
_AWARDED = STAGE[NominationState.DECIDED]
_Law = tuple[date, date | None]


@dataclass(slots=True)
class JudgedRound:
    """One round as it was read at a moment, and the judgements made so far."""

    round: Round
    lines: Mapping[NominationId, Nomination]
    letters: Mapping[SubmissionId, Letter]
    also: Mapping[NominationId, tuple[str, ...]]
    overrides: Mapping[NominationId, Sequence[KeptOverride]]
    moment: Moment
    today: date
    judged: dict[NominationId, Judgement] = field(default_factory=dict)
    books: dict[_Law, tuple[PreparedRulebook, ...]] = field(default_factory=dict)
    """The rulebooks that a line can be judged by, the one that comes first first."""

    def letter(self, line: Nomination) -> Letter | None:
        """The letter with which a line came in."""
        return self.letters.get(line.submission_id) if line.submission_id is not None else None

    def day(self, line: Nomination) -> date:
        """The day of the document that asks for a line."""
        return document_day(self.round, self.letter(line), self.today)


def read_round(work: Work, round_id: RoundId, today: date) -> JudgedRound:
    """A round as it is now, nothing judged yet.

    Raises:
        RecordMissing: no such round, or in the trash.
    """
    lines = work.nominations.of_round(round_id)
    beside = also_nominated(lines)
    said: dict[NominationId, list[KeptOverride]] = defaultdict(list)
    for kept in work.overrides.of_round(round_id):
        said[kept.nomination_id].append(kept)
    return JudgedRound(
        round=work.rounds.get(round_id),
        lines={line.id: line for line in lines if line.id is not None},
        letters=work.judging.letters(round_id),
        also={line.id: also for line, also in zip(lines, beside, strict=True) if line.id is not None},
        overrides=said,
        moment=work.judging.now(),
        today=today,
    )


def refreshed(known: JudgedRound | None, work: Work, round_id: RoundId, today: date) -> JudgedRound:
    """A round as it is now, with the judgements of before that still hold."""
    if known is None or known.today != today:
        return read_round(work, round_id, today)
    now = work.judging.now()
    if known.moment == now:
        return known
    touched = work.judging.touched_since(known.moment)
    if touched.everything:
        return read_round(work, round_id, today)
    fresh = read_round(work, round_id, today) if touched.nominations else replace(known, moment=now)
    fresh.books = known.books
    fresh.judged = {
        line_id: judgement
        for line_id, judgement in known.judged.items()
        if line_id in fresh.lines
        and line_id not in touched.nominations
        and fresh.also[line_id] == known.also[line_id]
        and touched.recipients.isdisjoint(_recipients(fresh.lines[line_id], judgement))
    }
    return fresh


def _recipients(line: Nomination, judgement: Judgement) -> set[RecipientId]:
    """The recipient that a line names, and the one that it was merged into."""
    return {one for one in (line.recipient_id, judgement.recipient_id) if one is not None}


def judge_lines(
    state: JudgedRound, work: Work, eligibility: EligibilityService, wanted: Collection[NominationId]
) -> None:
    """Judge the lines that are wanted and not judged yet; what is done stays when the work is stopped.

    Raises:
        Cancelled: somebody has asked for the end.
    """
    _forget_old_books(state, eligibility)
    open_lines = [state.lines[one] for one in wanted if one in state.lines and one not in state.judged]
    for start in range(0, len(open_lines), _AT_ONCE):
        current().step(start, len(open_lines), Stage.JUDGING)
        heap = open_lines[start : start + _AT_ONCE]
        files = work.files.of({line.recipient_id for line in heap if line.recipient_id is not None})
        for judgement in _judged(state, eligibility, heap, files):
            state.judged[judgement.nomination_id] = judgement


def _forget_old_books(state: JudgedRound, eligibility: EligibilityService) -> None:
    """Forget everything where the office's own rulebooks have been read again since."""
    for (day, accepted), book in state.books.items():
        if _books(eligibility, day, accepted) != book:
            state.books = {}
            state.judged = {}
            return


def _judged(
    state: JudgedRound,
    eligibility: EligibilityService,
    lines: Sequence[Nomination],
    files: Mapping[RecipientId, Evidence],
) -> Iterator[Judgement]:
    ready: dict[RecipientId, PreparedEvidence] = {}
    for line in lines:
        assert line.id is not None
        letter = state.letter(line)
        day, accepted = state.day(line), letter.received_on if letter is not None else None
        if (day, accepted) not in state.books:
            state.books[day, accepted] = _books(eligibility, day, accepted)
        year = year_commended(line, state.round)
        claim = claim_of(line, year=year, day=day, also=state.also.get(line.id, ()))
        found = files.get(line.recipient_id) if line.recipient_id is not None else None
        file = ready.get(line.recipient_id) if line.recipient_id is not None else None
        if file is None:
            file = PreparedEvidence(found or _nothing_known(line))
            if found is not None and line.recipient_id is not None:
                ready[line.recipient_id] = file
        yield overridden(
            _judgement(line.id, claim, file, state.books[day, accepted], accepted, known=found is not None, line=line),
            state.overrides.get(line.id, ()),
        )


def _judgement(
    line_id: NominationId,
    claim: Claim,
    file: PreparedEvidence,
    books: Sequence[PreparedRulebook],
    accepted: date | None,
    *,
    known: bool,
    line: Nomination,
) -> Judgement:
    notes = [] if known else [Finding(NOT_IN_DIRECTORY, params={"name": line.name})]
    recipient = RecipientId(int(file.evidence.key)) if known else None
    if not books:
        notes.append(Finding(NO_RULEBOOK, params={"day": claim.day}))
        assessment = Assessment(claim, Verdict.CANNOT_TELL, None, ())
        return Judgement(line_id, recipient, assessment, "", accepted, tuple(notes))
    book, assessment = check_best(claim, file, books)
    notes += _held_already(claim, file, book, line)
    return Judgement(line_id, recipient, assessment, book.book.code, accepted, tuple(notes))


def _held_already(claim: Claim, file: PreparedEvidence, book: PreparedRulebook, line: Nomination) -> Iterator[Finding]:
    """The same award for the merit of the same year; the line's own award is in the register once it is decided."""
    held = file.by_year.get((claim.award_id, claim.year))
    merit = claim.occasion is Occasion.MERIT and held is not None and held.occasion in (Occasion.MERIT, None)
    if held is not None and merit and STAGE[line.state] < _AWARDED:
        award = book.awards[claim.award_id].name if claim.award_id in book.awards else claim.award_id
        said = {"award": award, "year": str(claim.year)}
        if held.decision:
            yield Finding(HELD_ALREADY_BY, Severity.BLOCKING, {**said, "decision": held.decision})
        else:
            yield Finding(HELD_ALREADY, Severity.BLOCKING, said)


def _nothing_known(line: Nomination) -> Evidence:
    """The file of a line whose recipient is not in the directory: its name and nothing else."""
    return Evidence(f"line {line.id}", line.kind, line.name, unit=line.unit, gender=line.gender)


def _books(eligibility: EligibilityService, day: date, accepted: date | None) -> tuple[PreparedRulebook, ...]:
    """The law of the day; before it the law of the day on which the dossier came in, where the transition says so."""
    try:
        law = eligibility.book(day)
        old = eligibility.book(day, accepted=accepted)
    except RulebookMissing:
        return ()
    return (law,) if old is law else (old, law)
