"""What is written beside a signed decision: corrections and withdrawals. The old text stays where it was."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.decision_changes import (
    CorrectedField,
    Correction,
    CorrectionEmpty,
    CorrectionTooEarly,
)
from thidua_desktop.domain.decisions import Decision, DecisionLine, DecisionState
from thidua_desktop.domain.ids import AwardRecordId, CorrectionId, DecisionId, DecisionLineId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.register import RecordState
from thidua_desktop.services.decision_lines import whole
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["By", "CorrectionService", "LineAsRead"]

_TOUCHED = frozenset({Kind.DECISION, Kind.NOMINATION, Kind.AWARD_RECORD})


class DecisionNotSigned(AppError):
    """A draft is simply changed; only what is signed is corrected."""

    code = "decision.not_signed"


@dataclass(frozen=True, slots=True)
class By:
    """What a correction or withdrawal rests on: its day, why, and the number of the document."""

    day: date
    reason: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class LineAsRead:
    """A line of a decision: as it was signed, and as it is read now; ``now`` None where it was withdrawn."""

    signed: DecisionLine
    now: DecisionLine | None


class AmendmentEmpty(AppError):
    """A decision that corrects another one says nothing about it."""

    code = "amendment.empty"


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a decision is to change about another one: texts of lines, lines that are taken back, or all of them."""

    reason: str
    changes: Mapping[DecisionLineId, Mapping[CorrectedField, str]] = field(default_factory=dict)
    withdrawn: tuple[DecisionLineId, ...] = ()
    whole: bool = False


def proposed(work: Work, first: Decision, amendment: Amendment, today: date) -> tuple[Correction, ...]:
    """The corrections that an amendment would be, with the texts that are read now.

    Raises:
        CorrectionEmpty: no reason, the same text again, a line that was withdrawn already.
        AmendmentEmpty: nothing is changed.
        RecordMissing: a line is not of the decision.
    """
    by = By(today, amendment.reason)
    if not by.reason.strip():
        raise CorrectionEmpty
    now = {line.signed.id: line.now for line in _as_read(work, first)}
    gone = [line_id for line_id, line in now.items() if line is not None] if amendment.whole else amendment.withdrawn
    found = []
    for line_id in gone:
        line = now.get(line_id)
        if line is None:
            raise CorrectionEmpty
        found.append(_written(line, CorrectedField.LINE, line.name, None, by))
    for line_id, fields in amendment.changes.items():
        line = now.get(line_id)
        if line is None or line_id in gone:
            raise CorrectionEmpty
        found += [_correction(line, field, text, by) for field, text in fields.items()]
    if not found:
        raise AmendmentEmpty
    return tuple(found)


def carry_out(work: Work, amending: Decision, pending: Sequence[Correction]) -> None:
    """Let a decision that was just signed change the one that it is about, the register with it.

    Raises:
        CorrectionTooEarly: it is dated before that one.
        CorrectionEmpty: a line has been withdrawn since it was drafted.
        DecisionMoveNotAllowed: that one was withdrawn as a whole.
    """
    first = whole(work, work.decision.decisions.get(amending.corrects or DecisionId(0)))
    day = amending.signed_on or date.max
    if first.signed_on is not None and day < first.signed_on:
        raise CorrectionTooEarly(day=day, signed_on=first.signed_on)
    reason = pending[0].reason if pending else amending.title
    by = By(day, reason, amending.number or "")
    drafted = {one.id for one in pending}
    now = {line.signed.id: line.now for line in _as_read(work, first, without=drafted)}
    for line_id in dict.fromkeys(one.line_id for one in pending):
        line = now.get(line_id)
        if line is None:
            raise CorrectionEmpty
        own = [_effective(one, line, by) for one in pending if one.line_id == line_id]
        for one in own:
            work.decision.corrections.save(one)
        now[line_id] = None if own[0].reads is None else line
        if own[0].reads is None:
            _take_back(work, line, by)
        else:
            _follow(work, line, own, by)
    state = DecisionState.CORRECTED if any(now.values()) else DecisionState.WITHDRAWN
    work.decision.decisions.save(first.moved_to(state, reason=reason))


def _effective(one: Correction, line: DecisionLine, by: By) -> Correction:
    was = line.name if one.field is CorrectedField.LINE else str(getattr(line, one.field.value))
    return replace(one, was=was, corrected_on=by.day, by_number=by.number)


class CorrectionService:
    """Corrects and withdraws signed decisions; the register follows."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, decision_id: DecisionId) -> tuple[Correction, ...]:
        """What was written beside a decision, the oldest first."""
        with self._store.read() as work:
            return work.decision.corrections.of(decision_id=decision_id)

    def as_read(self, decision_id: DecisionId) -> tuple[LineAsRead, ...]:
        """The list of a decision as it was signed, and as it is read now.

        Raises:
            RecordMissing: no such decision, or in the trash.
        """
        with self._store.read() as work:
            return _as_read(work, whole(work, work.decision.decisions.get(decision_id)))

    def correct(
        self, decision_id: DecisionId, changes: Mapping[DecisionLineId, Mapping[CorrectedField, str]], by: By
    ) -> Changes:
        """Correct texts of a signed decision, as one operation.

        Raises:
            CorrectionEmpty: no reason, nothing corrected, the same text again, an empty name, or a withdrawn line.
            CorrectionTooEarly: before the decision was signed.
            DecisionNotSigned, DecisionMoveNotAllowed: it is a draft, or withdrawn.
            RecordMissing: no such decision or line.
        """
        decision = self._signed(decision_id, by)
        count = sum(len(fields) for fields in changes.values())
        if not count:
            raise CorrectionEmpty
        with self._store.write("decision.correct", number=brief(decision.number or ""), count=count) as work:
            now = {line.signed.id: line.now for line in _as_read(work, whole(work, decision))}
            for line_id, fields in changes.items():
                line = now.get(line_id)
                if line is None:
                    raise CorrectionEmpty  # withdrawn already, or of another decision
                kept = [_correction(line, field, text, by) for field, text in fields.items()]
                work.decision.corrections.add_many(kept)
                _follow(work, line, kept, by)
            moved = decision.moved_to(DecisionState.CORRECTED, reason=by.reason)
            work.decision.decisions.save(moved)
        return Changes("decision.correct", _TOUCHED)

    def withdraw_lines(self, decision_id: DecisionId, line_ids: Sequence[DecisionLineId], by: By) -> Changes:
        """Take back awards of single lines of a signed decision; the rest of it holds.

        Raises:
            CorrectionEmpty: no reason, no line, or one that was withdrawn already.
            CorrectionTooEarly, DecisionNotSigned, DecisionMoveNotAllowed: as ``correct``.
            RecordMissing: no such decision or line.
        """
        decision = self._signed(decision_id, by)
        going = tuple(dict.fromkeys(line_ids))
        if not going:
            raise CorrectionEmpty
        number = brief(decision.number or "")
        with self._store.write("decision.withdraw_lines", number=number, count=len(going)) as work:
            held = {line.signed.id: line.now for line in _as_read(work, whole(work, decision))}
            for line_id in going:
                _withdraw(work, held.pop(line_id, None), by)
            # Once no line is left the decision gives nothing any more, however it came to that.
            state = DecisionState.CORRECTED if any(held.values()) else DecisionState.WITHDRAWN
            work.decision.decisions.save(decision.moved_to(state, reason=by.reason))
        return Changes("decision.withdraw_lines", _TOUCHED)

    def withdraw(self, decision_id: DecisionId, by: By) -> Changes:
        """Take back a whole decision: every award of it is withdrawn in the register, its text and number stay.

        Raises:
            CorrectionEmpty, CorrectionTooEarly, DecisionNotSigned, DecisionMoveNotAllowed: as ``correct``.
            RecordMissing: no such decision.
        """
        decision = self._signed(decision_id, by)
        with self._store.write("decision.withdraw", number=brief(decision.number or "")) as work:
            for line in _as_read(work, whole(work, decision)):
                if line.now is not None:
                    _withdraw(work, line.now, by)
            work.decision.decisions.save(decision.moved_to(DecisionState.WITHDRAWN, reason=by.reason))
        return Changes("decision.withdraw", _TOUCHED)

    def _signed(self, decision_id: DecisionId, by: By) -> Decision:
        with self._store.read() as work:
            decision = work.decision.decisions.get(decision_id)
        if decision.signed_on is None:
            raise DecisionNotSigned(title=brief(decision.title))
        if not by.reason.strip():
            raise CorrectionEmpty
        if by.day < decision.signed_on:
            raise CorrectionTooEarly(day=by.day, signed_on=decision.signed_on)
        return decision


def _as_read(
    work: Work, decision: Decision, *, without: Collection[CorrectionId | None] = ()
) -> tuple[LineAsRead, ...]:
    now: dict[DecisionLineId | None, DecisionLine | None] = {line.id: line for line in decision.lines}
    for one in work.decision.corrections.of(decision_id=decision.id):
        if one.id in without:
            continue
        line = now[one.line_id]
        if line is not None:
            now[one.line_id] = None if one.reads is None else _reading(line, one.field, one.reads)
    return tuple(LineAsRead(line, now[line.id]) for line in decision.lines)


def _reading(line: DecisionLine, field: CorrectedField, text: str) -> DecisionLine:
    match field:
        case CorrectedField.NAME:
            return replace(line, name=text)
        case CorrectedField.HONORIFIC:
            return replace(line, honorific=text)
        case CorrectedField.POSITION:
            return replace(line, position=text)
        case CorrectedField.UNIT:
            return replace(line, unit=text)
        case CorrectedField.ACHIEVEMENT:
            return replace(line, achievement=text)
        case CorrectedField.LINE:
            return line


def _correction(line: DecisionLine, field: CorrectedField, text: str, by: By) -> Correction:
    if field is CorrectedField.LINE:
        raise CorrectionEmpty
    was, reads = str(getattr(line, field.value)), squeeze(text)
    if not reads or was == reads:
        raise CorrectionEmpty
    return _written(line, field, was, reads, by)


def _written(line: DecisionLine, field: CorrectedField, was: str, reads: str | None, by: By) -> Correction:
    return Correction(
        decision_id=line.decision_id or DecisionId(0),
        line_id=line.id or DecisionLineId(0),
        field=field,
        was=was,
        reads=reads,
        corrected_on=by.day,
        reason=by.reason.strip(),
        by_number=by.number.strip(),
    )


def _follow(work: Work, line: DecisionLine, corrections: Sequence[Correction], by: By) -> None:
    """Let the register and the nomination follow corrections of a line."""
    if line.award_record_id is not None:
        for one in corrections:
            line = _reading(line, one.field, one.reads or "")
        entry = work.award_records.any(line.award_record_id or AwardRecordId(0))
        work.award_records.save(
            replace(
                entry,
                name=line.name,
                position=line.position,
                unit=line.unit,
                achievement=line.achievement,
                state=RecordState.CORRECTED,
            )
        )
    _move(work, line, NominationState.CORRECTED, by)


def _withdraw(work: Work, line: DecisionLine | None, by: By) -> None:
    if line is None:
        raise CorrectionEmpty
    work.decision.corrections.save(_written(line, CorrectedField.LINE, line.name, None, by))
    _take_back(work, line, by)


def _take_back(work: Work, line: DecisionLine, by: By) -> None:
    """Let the register and the nomination follow the withdrawal of a line."""
    if line.award_record_id is not None:
        entry = work.award_records.any(line.award_record_id)
        work.award_records.save(replace(entry, state=RecordState.WITHDRAWN))
    _move(work, line, NominationState.WITHDRAWN, by)


def _move(work: Work, line: DecisionLine, state: NominationState, by: By) -> None:
    if line.nomination_id is not None:
        nomination = work.nominations.get(line.nomination_id)
        work.nominations.save(nomination.moved_to(state, reason=by.reason))
