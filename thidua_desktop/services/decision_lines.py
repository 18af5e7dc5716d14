"""The lines of decisions and their nominations: into a draft, out of it, and into the register when it is signed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.councils.meetings import STATE_OF, Verdict
from thidua_desktop.domain.councils.records import MeetingLine
from thidua_desktop.domain.decisions import Decision, DecisionLine
from thidua_desktop.domain.ids import AwardRecordId, DecisionId, NominationId, RecipientId
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.services.recipient_ties import Intake, line_of
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.work import Work

AGREED = frozenset({NominationState.AGREED, NominationState.LOWERED})


class DecisionLineTaken(AppError):
    """A line is in another decision, with a higher level, or was never agreed to."""

    code = "decision.line_taken"


@dataclass(frozen=True, slots=True)
class _Tie:
    """Whose entry it is, the year that is commended, and who decided."""

    recipient_id: RecipientId
    year: int
    decided_by: str


def whole(work: Work, decision: Decision) -> Decision:
    """A decision with its list."""
    return replace(decision, lines=work.decision.lines.of(decision_id=decision.id))


def verdicts(work: Work, nomination_ids: Iterable[NominationId]) -> dict[NominationId, MeetingLine]:
    """What councils last said of nominations: the lines that they agreed to."""
    found = work.council.lines.among("nomination_id", nomination_ids)
    return {line.nomination_id: line for line in sorted(found, key=lambda line: line.id or 0) if line.agreed}


def agreed_names(work: Work, lines: Sequence[DecisionLine]) -> list[str | None]:
    """The name of each line as it was agreed to: before the council, else as it was nominated.

    None for a nomination that is gone. A line that nobody nominated (typed by hand, or of an old decision) has nothing
    but itself to be compared with.
    """
    ids = [line.nomination_id for line in lines if line.nomination_id is not None]
    names = {line_id: line.name for line_id, line in verdicts(work, ids).items()}
    alone = [each for each in ids if each not in names]
    names.update({one.id: one.name for one in work.nominations.living(alone) if one.id is not None})
    return [line.name if line.nomination_id is None else names.get(line.nomination_id) for line in lines]


def take_in(work: Work, nomination_ids: Iterable[NominationId]) -> tuple[Nomination, ...]:
    """Move agreed nominations to the signature.

    Raises:
        DecisionLineTaken: one of them is somewhere else.
    """
    found = work.nominations.among(nomination_ids)
    for nomination in found:
        if nomination.state not in AGREED:
            raise DecisionLineTaken(name=brief(nomination.name), state=nomination.state)
    taken = tuple(nomination.moved_to(NominationState.TO_SIGN) for nomination in found)
    work.nominations.save_many(taken)
    return taken


def let_go(work: Work, nomination_ids: Iterable[NominationId], reason: str) -> None:
    """Give nominations of a draft back the state that their council gave them."""
    wanted = tuple(nomination_ids)
    said, moved = verdicts(work, wanted), list[Nomination]()
    for nomination in work.nominations.among(wanted):
        if nomination.state is not NominationState.TO_SIGN or nomination.id is None:
            continue
        line = said.get(nomination.id)
        state = STATE_OF[line.verdict if line is not None and line.verdict is not None else Verdict.AGREED]
        why = line.reason if line is not None and line.verdict is Verdict.LOWERED else reason
        moved.append(nomination.moved_to(state, reason=why or reason))
    work.nominations.save_many(moved)


def keep_lines(work: Work, decision_id: DecisionId, lines: Sequence[DecisionLine]) -> None:
    """Keep the list of a draft in this order; lines that are not in it any more go with the answers to their names."""
    kept = {line.id for line in lines}
    before = work.decision.lines.of(decision_id=decision_id)
    gone = [line.id for line in before if line.id is not None and line.id not in kept]
    answers = work.decision.name_answers.among("line_id", gone)
    work.decision.name_answers.remove(each.id for each in answers if each.id is not None)
    work.decision.lines.remove(gone)
    placed = [replace(line, decision_id=decision_id, place=place) for place, line in enumerate(lines, start=1)]
    work.decision.lines.save_many([line for line in placed if line.id is not None])
    work.decision.lines.add_many([line for line in placed if line.id is None])


def register(work: Work, decision: Decision, decided_by: str) -> None:
    """Write the list of a signed decision into the register and tie every line to its entry."""
    entered = zip(decision.lines, enter(work, decision, decided_by), strict=True)
    work.decision.lines.save_many([replace(line, award_record_id=record_id) for line, record_id in entered])


def enter(work: Work, decision: Decision, decided_by: str) -> tuple[AwardRecordId, ...]:
    """Make an entry of the register for every line of a decision, and let its nominations be decided.

    Nominations that mean nobody known for certain get a recipient of their own: two people are never joined here.
    """
    day = decision.signed_on or date.max
    nominations = work.nominations.among(each for line in decision.lines if (each := line.nomination_id) is not None)
    entries, all_decided = [], []
    years = {each: work.rounds.any(each).year for each in {one.round_id for one in nominations}}
    for line, (nomination, recipient_id) in zip(decision.lines, _tied(work, nominations, day), strict=True):
        decided = replace(nomination, recipient_id=recipient_id).moved_to(NominationState.DECIDED)
        all_decided.append(decided)
        year = decided.counted_to or years[decided.round_id]
        entries.append(_entry(decision, line, decided, _Tie(recipient_id, year, decided_by)))
    work.nominations.save_many(all_decided)
    return work.award_records.add_many(entries)


def _tied(work: Work, nominations: Sequence[Nomination], day: date) -> tuple[tuple[Nomination, RecipientId], ...]:
    intake = Intake(work, day)
    return tuple(
        (line, line.recipient_id if line.recipient_id is not None else intake.make(line_of(line, line.unit_id)))
        for line in intake.tied(nominations)
    )


def _entry(decision: Decision, line: DecisionLine, nomination: Nomination, tie: _Tie) -> RegisterEntry:
    return RegisterEntry(
        recipient_id=tie.recipient_id,
        award_id=line.award_id,
        year=tie.year,
        name=line.name,
        decided_on=decision.signed_on,
        decision=decision.number,
        decided_by=tie.decided_by,
        occasion=nomination.occasion,
        counted_from=nomination.counted_from,
        counted_to=nomination.counted_to,
        achievement=line.achievement,
        position=line.position,
        unit=line.unit,
        unit_id=nomination.unit_id,
        golden_book=str(line.golden_book) if line.golden_book is not None else None,
        nomination_id=nomination.id,
    )
