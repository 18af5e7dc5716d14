"""The rows of a draft: what was read, the clerk's wishes laid over, what the office knows beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar

from thidua_desktop.common.progress import current
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.list_doctor import (
    NOTHING_STATED,
    Defaults,
    DoctorRow,
    Problem,
    RowKey,
    RowRecipient,
    RowUnit,
    StatedDecision,
    Sureness,
    Wishes,
)
from thidua_desktop.domain.lists import ListDraft, ListField, ListRow, ListTarget, Repair
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.stages import Stage
from thidua_desktop.domain.stated_decisions import decision_of, said_of_decision
from thidua_desktop.importing.lists.meanings.awards import AwardReader
from thidua_desktop.importing.lists.rows.edits import laid_over
from thidua_desktop.services.list_doubles import DOUBLED, doubles_said, problem_of
from thidua_desktop.services.list_matching import Known
from thidua_desktop.services.list_values import ShownValues

T = TypeVar("T")
_F = ListField
_FIELD_OF = {
    "list.id_number_lost": _F.ID_NUMBER,
    "list.birth_not_read": _F.BIRTH,
    "list.award_not_for_kind": _F.AWARD,
    "list.kind_unsure": _F.KIND,
    "list.kind_differs": _F.KIND,
    "identity.length": _F.ID_NUMBER,
    "identity.masked": _F.ID_NUMBER,
    "identity.sex": _F.ID_NUMBER,
    "identity.year": _F.ID_NUMBER,
    "identity.place": _F.ID_NUMBER,
}
_SHOWN_IN: Mapping[ListField, tuple[ListField, ...]] = {
    _F.FAMILY_NAME: (_F.NAME,),
    _F.GIVEN_NAME: (_F.NAME,),
    _F.RANK: (_F.HONORIFIC,),
    _F.POSITION_AND_UNIT: (_F.POSITION, _F.UNIT),
    _F.DEPARTMENT: (_F.UNIT,),
    **dict.fromkeys((_F.MALE, _F.FEMALE, _F.BIRTH_DAY, _F.BIRTH_MONTH, _F.BIRTH_YEAR), (_F.BIRTH,)),
}
"""Columns of a file whose cells become part of other values."""
_NO_EDITS: Mapping[ListField, str] = {}
_UNEDITED: frozenset[ListField] = frozenset()
_SURE = (Sureness.CERTAIN, Sureness.CHOSEN)
_STEP = 500
_OF_YEAR_BEFORE = 3
"""Decisions up to this month mostly commend the year before."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What rows are made with."""

    wishes: Wishes
    defaults: Defaults
    awards: AwardReader
    known: Known
    occasion: Occasion
    """Of the round, or the most common one."""
    units: dict[str | None, RowUnit | None] = field(default_factory=dict, compare=False)
    """What texts of units mean: a list says the same few again and again."""
    decisions: dict[tuple[str, ...], StatedDecision] = field(default_factory=dict, compare=False)
    """What the cells for decisions say, likewise."""

    @property
    def target(self) -> ListTarget:
        """What the list is read for."""
        return self.wishes.agreed.target


def rows_of(read: ListDraft, setting: Setting) -> tuple[DoctorRow, ...]:
    """Every row of a list as it was read.

    Raises:
        Cancelled: the clerk does not want to wait.
    """
    said = _by_block((finding.source, finding) for finding in read.findings if finding.code != DOUBLED)
    repaired = _by_block((repair.source, repair) for repair in read.repairs)
    made: list[DoctorRow] = []
    counted: dict[int, int] = defaultdict(int)
    for done, row in enumerate(read.rows):
        if done % _STEP == 0:
            current().step(done, len(read.rows), Stage.MATCHING)
        block = row.source.block
        key = RowKey(block, counted[block])
        counted[block] += 1
        made.append(_row(key, row, (said.get(block, ()), repaired.get(block, ())), setting))
    return doubles_said(made, setting.target, setting.known)


def changed_rows(
    rows: Sequence[DoctorRow], read: ListDraft, keys: Collection[RowKey], setting: Setting
) -> tuple[DoctorRow, ...]:
    """The same rows, those of ``keys`` made anew."""
    blocks = {key.block for key in keys}
    said = _by_block(
        (f.source, f) for f in read.findings if f.code != DOUBLED and f.source and f.source.block in blocks
    )
    repaired = _by_block((repair.source, repair) for repair in read.repairs if repair.source.block in blocks)
    made = [
        _row(old.key, original, (said.get(old.key.block, ()), repaired.get(old.key.block, ())), setting)
        if old.key in keys
        else old
        for old, original in zip(rows, read.rows, strict=True)
    ]
    return doubles_said(made, setting.target, setting.known)


def _row(key: RowKey, read: ListRow, seen: tuple[Sequence[Finding], Sequence[Repair]], setting: Setting) -> DoctorRow:
    wishes, target = setting.wishes, setting.target
    findings, repairs = seen
    row = _with_chosen_award(read, setting)
    edits = wishes.edits.get(key, _NO_EDITS) if wishes.edits else _NO_EDITS
    problems = [Problem(finding, _FIELD_OF.get(finding.code)) for finding in findings] if findings else []
    said: tuple[Finding, ...] = ()
    if edits:
        edited = laid_over(row, edits, setting.awards)
        row, said = edited.row, tuple(edited.findings)
        problems = [problem for problem in problems if problem.field is None or problem.field not in edited.checked]
    if problems and row.award_id is not None:
        problems = [problem for problem in problems if problem.field is not _F.AWARD]
    problems += [Problem(finding, _FIELD_OF.get(finding.code)) for finding in said]
    decision = _decision(row, setting) if target is ListTarget.AWARD_HISTORY else NOTHING_STATED
    unit = _unit(row, setting)
    recipient = _recipient(key, row, unit, setting)
    repeated = _repeated(row, recipient, decision, setting)
    taken = wishes.taken.get(key, repeated is None)
    occasion = row.occasion or setting.defaults.occasion or setting.occasion
    own = (
        ()
        if _is_certain(row, decision, unit, recipient, target)
        else Problems(row, decision, unit, recipient, setting).all()
    )
    values = (
        key,
        row,
        ShownValues(row, decision, setting.known.award_name(row.award_id), occasion, target),
        frozenset(edits) if edits else _UNEDITED,
        taken,
        None if taken else wishes.reasons.get(key),
        (*problems, *own, *([repeated] if repeated is not None else ())),
        _repairs(repairs, read, edits) if repairs else (),
        unit,
        recipient,
        decision,
        occasion,
        None,
    )
    # Made as tuples are, in the order of the fields: names would take longer than all the rest.
    made: DoctorRow = tuple.__new__(DoctorRow, values)
    return made


def _with_chosen_award(row: ListRow, setting: Setting) -> ListRow:
    """The row with the award that the clerk has chosen for its text, or for rows without one."""
    if row.award is not None and not setting.wishes.awards:
        return row
    chosen = setting.wishes.awards.get(fold(row.award or ""))
    if chosen is None and row.award is None:
        chosen = setting.defaults.award_id
    if chosen is None or not setting.awards.fits(chosen, row.kind):
        return row
    return row._replace(award_id=chosen)


def _decision(row: ListRow, setting: Setting) -> StatedDecision:
    said = said_of_decision(row)
    if (known := setting.decisions.get(said)) is None:
        known = setting.decisions[said] = decision_of(row, setting.defaults)
    return known


def _unit(row: ListRow, setting: Setting) -> RowUnit | None:
    if row.unit in setting.units:
        return setting.units[row.unit]
    found = setting.units[row.unit] = _meant(row.unit, setting)
    return found


def _meant(unit: str | None, setting: Setting) -> RowUnit | None:
    text = squeeze(unit or "")
    if not text:
        chosen = setting.defaults.unit_id
        return None if chosen is None else RowUnit(Sureness.CHOSEN, chosen, setting.known.unit_name(chosen))
    key = fold(text)
    if key in setting.wishes.units:
        chosen = setting.wishes.units[key]
        if chosen is not None:
            return RowUnit(Sureness.CHOSEN, chosen, setting.known.unit_name(chosen))
        return replace(setting.known.unit(text), sure=Sureness.CHOSEN, unit_id=None, name=None)
    return setting.known.unit(text)


def _recipient(key: RowKey, row: ListRow, unit: RowUnit | None, setting: Setting) -> RowRecipient:
    found = setting.known.recipient(row, unit.unit_id if unit is not None else None)
    if not setting.wishes.recipients or key not in setting.wishes.recipients:
        return found
    return replace(found, sure=Sureness.CHOSEN, recipient_id=setting.wishes.recipients[key])


def _repeated(row: ListRow, recipient: RowRecipient, decision: StatedDecision, setting: Setting) -> Problem | None:
    """What says that the row is in the store already; such a row is not stored again unless the clerk takes it."""
    known, target = setting.known, setting.target
    if target is ListTarget.NOMINATIONS:
        return problem_of("doctor.in_round", row, _F.NAME) if known.in_round(row) else None
    if target is not ListTarget.AWARD_HISTORY:
        return None
    whose = recipient.recipient_id if recipient.sure in _SURE else None
    recorded = whose is not None and known.has_record(whose, row.award_id, decision.year)
    return problem_of("doctor.record_known", row, _F.AWARD) if recorded else None


class Problems(NamedTuple):
    """What keeps a row from being stored, or should be looked at before."""

    row: ListRow
    decision: StatedDecision
    unit: RowUnit | None
    recipient: RowRecipient
    setting: Setting

    def all(self) -> tuple[Problem, ...]:
        """Everything to be said."""
        return tuple(found for found in (self._name(), self._award(), self._year(), self._unit(), self._who()) if found)

    def _name(self) -> Problem | None:
        return None if self.row.name else problem_of("doctor.no_name", self.row, _F.NAME, Severity.BLOCKING)

    def _award(self) -> Problem | None:
        if self.setting.target is ListTarget.PEOPLE or self.row.award_id is not None:
            return None
        code = "doctor.award_open" if self.row.award else "doctor.award_missing"
        return problem_of(code, self.row, _F.AWARD, Severity.BLOCKING, award=self.row.award or "")

    def _year(self) -> Problem | None:
        if self.setting.target is not ListTarget.AWARD_HISTORY or _is_year_certain(self.decision):
            return None
        if self.decision.year is not None:
            return problem_of("doctor.year_guessed", self.row, _F.AWARD_YEAR, year=self.decision.year)
        return problem_of("doctor.year_open", self.row, _F.AWARD_YEAR, Severity.BLOCKING)

    def _unit(self) -> Problem | None:
        if self.unit is None or self.unit.sure in _SURE:
            return None
        text = squeeze(self.row.unit or "")
        if self.unit.sure is Sureness.PROBABLE and self.unit.proposals:
            name = self.unit.proposals[0][1]
            return problem_of("doctor.unit_doubtful", self.row, _F.UNIT, unit=text, proposal=name)
        return problem_of("doctor.unit_unknown", self.row, _F.UNIT, Severity.INFO, unit=text)

    def _who(self) -> Problem | None:
        if self.recipient.sure is not Sureness.PROBABLE:
            return None
        return problem_of("doctor.recipient_probable", self.row, _F.NAME, others=len(self.recipient.others) or 1)


def _is_certain(
    row: ListRow, decision: StatedDecision, unit: RowUnit | None, recipient: RowRecipient, target: ListTarget
) -> bool:
    """Whether nothing is open, as in most rows."""
    if not row.name or (row.award_id is None and target is not ListTarget.PEOPLE):
        return False
    if target is ListTarget.AWARD_HISTORY and not _is_year_certain(decision):
        return False
    known = unit is None or unit.sure in _SURE
    return known and recipient.sure is not Sureness.PROBABLE


def _is_year_certain(decision: StatedDecision) -> bool:
    """Whether a year is stated, or taken from a day late enough in it."""
    if decision.year is None:
        return False
    if decision.year_stated or decision.decided_on is None:
        return True
    return decision.decided_on.month > _OF_YEAR_BEFORE


def _repairs(repairs: Sequence[Repair], read: ListRow, edits: Mapping[ListField, str]) -> tuple[Repair, ...]:
    return tuple(placed for repair in repairs for placed in _placed(repair, read) if placed.field not in edits)


def _placed(repair: Repair, row: ListRow) -> tuple[Repair, ...]:
    """A repair with the value that it has changed, once for each value that the cell is part of."""
    text = squeeze(repair.after)
    cell = repair.field or next((known for known, written in row.cells if squeeze(written) == text), None)
    if cell is None:
        return (repair,)
    return tuple(repair._replace(field=shown) for shown in _SHOWN_IN.get(cell, (cell,)))


def _by_block(found: Iterable[tuple[Source | None, T]]) -> Mapping[int, Sequence[T]]:
    parted: dict[int, list[T]] = defaultdict(list)
    for source, what in found:
        if source is not None:
            parted[source.block].append(what)
    return parted


def award_names(catalogue: Iterable[Award]) -> Mapping[str, str]:
    """Names of the awards by their id."""
    return {award.id: award.name for award in catalogue}
