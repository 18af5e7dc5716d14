"""A list between the file and the store: every row with what was read, put right, doubted, found and decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from thidua_desktop.domain.documents import Document, Source
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import ListImportId, ListLayoutId, RecipientId, RoundId, SubmissionId, UnitId
from thidua_desktop.domain.judgements import Judgement, Tally, tally
from thidua_desktop.domain.lists import (
    Agreed,
    LineRole,
    ListColumn,
    ListDraft,
    ListField,
    ListRow,
    ListTarget,
    Repair,
    RepairKind,
)
from thidua_desktop.domain.nominations import Occasion

_F = ListField
_WHO = (_F.KIND, _F.HONORIFIC, _F.NAME, _F.GENDER, _F.BIRTH, _F.ID_NUMBER)
FIELDS: Mapping[ListTarget, tuple[ListField, ...]] = {
    ListTarget.NOMINATIONS: (*_WHO, _F.POSITION, _F.UNIT, _F.AWARD, _F.OCCASION, _F.CITATION, _F.NOTE),
    ListTarget.PEOPLE: (*_WHO, _F.ETHNIC_GROUP, _F.POSITION, _F.UNIT, _F.ADDRESS, _F.NOTE),
    ListTarget.AWARD_HISTORY: (
        *_WHO,
        *(_F.POSITION, _F.UNIT, _F.AWARD, _F.AWARD_YEAR, _F.DECISION, _F.DECIDED_ON, _F.DECIDED_BY),
        *(_F.OCCASION, _F.CITATION, _F.NOTE),
    ),
}
"""The values that a row has, by target."""

_READ_FROM = (
    *(_F.ORDINAL, _F.NAME, _F.FAMILY_NAME, _F.GIVEN_NAME, _F.HONORIFIC, _F.RANK, _F.GENDER, _F.MALE, _F.FEMALE),
    *(_F.BIRTH, _F.BIRTH_DAY, _F.BIRTH_MONTH, _F.BIRTH_YEAR, _F.ID_NUMBER, _F.KIND),
    *(_F.POSITION, _F.POSITION_AND_UNIT, _F.DEPARTMENT, _F.UNIT),
)
_OF_AWARD = (_F.AWARD, _F.AWARD_CODE, _F.AWARD_MARK)
MAPPING_FIELDS: Mapping[ListTarget, tuple[ListField, ...]] = {
    ListTarget.NOMINATIONS: (*_READ_FROM, *_OF_AWARD, _F.OCCASION, _F.CITATION, _F.NOTE, _F.OTHER),
    ListTarget.PEOPLE: (*_READ_FROM, _F.ETHNIC_GROUP, _F.ADDRESS, _F.NOTE, _F.OTHER),
    ListTarget.AWARD_HISTORY: (
        *(*_READ_FROM, *_OF_AWARD, _F.AWARD_YEAR, _F.DECISION, _F.DECIDED_ON, _F.DECIDED_BY),
        *(_F.OCCASION, _F.CITATION, _F.NOTE, _F.OTHER),
    ),
}
"""What a column of a file can be said to hold, by target."""

SEVERAL = frozenset({_F.OTHER, _F.AWARD, _F.AWARD_MARK, _F.NOTE, _F.CITATION})
"""What more than one column of a table can hold."""


class RowKey(NamedTuple):
    """A row of the draft: the line of the file, and its place where a line makes several rows."""

    block: int
    nth: int = 0


class Sureness(StrEnum):
    """How sure a unit or a recipient was found."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    """Only a proposal: the clerk decides."""
    NEW = "new"
    """Nothing like it is known."""
    CHOSEN = "chosen"
    """The clerk has said so."""


@dataclass(frozen=True, slots=True)
class RowUnit:
    """The unit that a text means."""

    sure: Sureness
    unit_id: UnitId | None = None
    name: str | None = None
    proposals: tuple[tuple[UnitId, str], ...] = ()
    """Units that could be meant, best first, with their names."""


@dataclass(frozen=True, slots=True)
class RowRecipient:
    """Whose record a row belongs to."""

    sure: Sureness = Sureness.NEW
    recipient_id: RecipientId | None = None
    others: tuple[RecipientId, ...] = ()
    """Who else it could be, best first."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to be said about a row, and the value that it is about; None for the row as a whole."""

    finding: Finding
    field: ListField | None = None


class RowState(StrEnum):
    """How a row stands, worst last."""

    CLEAN = "clean"
    REPAIRED = "repaired"
    DOUBTFUL = "doubtful"
    FAULTY = "faulty"
    """It cannot be stored so."""
    LEFT_OUT = "left_out"
    """Not to be stored, by the clerk's wish or because it is there already."""


@dataclass(frozen=True, slots=True)
class StatedDecision:
    """What a row of former awards says of the decision."""

    number: str | None = None
    decided_on: date | None = None
    decided_by: str | None = None
    year: int | None = None
    year_stated: bool = False
    """Whether the list or the clerk names the year, rather than the day of the decision."""


NOBODY = RowRecipient()
NOTHING_STATED = StatedDecision()


class DoctorRow(NamedTuple):
    """One row: what was read, with the clerk's corrections laid over."""

    key: RowKey
    row: ListRow
    values: Mapping[ListField, str]
    """As a table shows them, for each of the target's fields."""
    edited: frozenset[ListField] = frozenset()
    taken: bool = True
    reason: str | None = None
    """Why the clerk has left it out."""
    problems: tuple[Problem, ...] = ()
    repairs: tuple[Repair, ...] = ()
    unit: RowUnit | None = None
    """None where the row names no unit."""
    recipient: RowRecipient = NOBODY
    decision: StatedDecision = NOTHING_STATED
    """Only of former awards."""
    occasion: Occasion = Occasion.MERIT
    judgement: Judgement | None = None
    """What the law says of the nomination that the row would be, once somebody has asked."""

    def makes_new(self, target: ListTarget) -> bool:
        """Whether storing the row makes a recipient; a nomination of which nobody is certain waits untied instead."""
        sure = self.recipient.sure
        if sure in (Sureness.CERTAIN, Sureness.CHOSEN) and self.recipient.recipient_id is not None:
            return False
        return sure is not Sureness.PROBABLE or target is not ListTarget.NOMINATIONS

    @property
    def written(self) -> Mapping[ListField, str]:
        """What stood in the columns of the file, letters put right."""
        return dict(self.row.cells)

    @property
    def state(self) -> RowState:
        """How the row stands."""
        if not self.taken:
            return RowState.LEFT_OUT
        severities = {problem.finding.severity for problem in self.problems}
        if Severity.BLOCKING in severities:
            return RowState.FAULTY
        if Severity.WARNING in severities:
            return RowState.DOUBTFUL
        repaired = any(repair.kind is not RepairKind.UNICODE for repair in self.repairs)
        return RowState.REPAIRED if repaired else RowState.CLEAN


@dataclass(frozen=True, slots=True)
class LeftLine:
    """A line of the file that is no row, and what it was taken for."""

    source: Source
    role: LineRole
    text: str


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for rows that say nothing themselves."""

    award_id: str | None = None
    occasion: Occasion | None = None
    unit_id: UnitId | None = None
    decision: str | None = None
    decided_on: date | None = None
    decided_by: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class KnownLayout:
    """How tables with certain headings were understood, as the clerk agreed."""

    target: ListTarget
    headings: str
    """The signature of the headings."""
    columns: tuple[ListField, ...]
    unit_id: UnitId | None = None
    """Whose lists have this layout; None for anybody's."""
    id: ListLayoutId | None = None


@dataclass(frozen=True, slots=True)
class KeptImport:
    """A list that was stored."""

    target: ListTarget
    file_name: str
    sha256: str
    read_rows: int
    round_id: RoundId | None = None
    submission_id: SubmissionId | None = None
    repairs: tuple[str, ...] = ()
    """"before → after" of every repair, with its place."""
    id: ListImportId | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """All that the clerk has said about a draft so far; it outlives a new reading of the file."""

    agreed: Agreed = field(default_factory=Agreed)
    edits: Mapping[RowKey, Mapping[ListField, str]] = field(default_factory=dict)
    taken: Mapping[RowKey, bool] = field(default_factory=dict)
    reasons: Mapping[RowKey, str] = field(default_factory=dict)
    """Why rows were left out."""
    awards: Mapping[str, str] = field(default_factory=dict)
    """Award text without diacritics → entry of the catalogue."""
    units: Mapping[str, UnitId | None] = field(default_factory=dict)
    """Unit text without diacritics → unit."""
    unit_texts: Mapping[str, str] = field(default_factory=dict)
    """The same texts as they were written, to be learned."""
    recipients: Mapping[RowKey, RecipientId | None] = field(default_factory=dict)
    defaults: Defaults | None = None
    """None: what the title says."""


class Counts(NamedTuple):
    """Rows of a draft by state; ``lines_left`` are the other lines of the file."""

    rows: int
    taken: int
    clean: int
    repaired: int
    doubtful: int
    faulty: int
    left_out: int
    lines_left: int


@dataclass(frozen=True, slots=True)
class DoctorDraft:
    """A list as it stands before the clerk. Every call of the doctor gives a new one; nothing is kept by itself."""

    name: str
    """The file's name, empty for the clipboard."""
    document: Document = field(repr=False)
    read: ListDraft = field(repr=False)
    wishes: Wishes
    rows: tuple[DoctorRow, ...]
    left: tuple[LeftLine, ...] = ()
    findings: tuple[Finding, ...] = ()
    """About the file as a whole."""
    repairs: tuple[Repair, ...] = ()
    """Of titles, headings and groups; those of a row stand in the row."""
    refused: Finding | None = None
    defaults: Defaults = field(default_factory=Defaults)
    layout: KnownLayout | None = None
    """The agreement by which the columns were understood, where there is one."""
    already: tuple[KeptImport, ...] = ()
    """Imports of a file with the same content."""
    round_id: RoundId | None = None
    unit_id: UnitId | None = None
    """Who sent the list, where that is known."""
    position: str = ""
    """The state of the store that the rows were compared with."""

    @property
    def target(self) -> ListTarget:
        """What the list is read for."""
        return self.wishes.agreed.target

    @property
    def sha256(self) -> str:
        """Of the file's content; empty for the clipboard."""
        return self.read.sha256

    @property
    def title(self) -> str | None:
        """The title of the list."""
        return self.read.title

    @property
    def columns(self) -> tuple[ListColumn, ...]:
        """The columns of the file, table by table."""
        return self.read.columns

    @property
    def fields(self) -> tuple[ListField, ...]:
        """The values that each row has."""
        return FIELDS[self.target]

    @property
    def taken(self) -> tuple[DoctorRow, ...]:
        """The rows that are to be stored."""
        return tuple(row for row in self.rows if row.taken)

    @property
    def storable(self) -> bool:
        """Whether there is something to store and nothing forbids it."""
        taken = self.taken
        return self.refused is None and bool(taken) and all(row.state is not RowState.FAULTY for row in taken)

    @property
    def clean(self) -> bool:
        """Whether it can be stored without the clerk having looked at it."""
        calm = all(row.state in (RowState.CLEAN, RowState.REPAIRED) for row in self.rows)
        doubts = any(finding.severity is not Severity.INFO for finding in self.findings)
        return self.storable and calm and not doubts and not self.already

    def counts(self) -> Counts:
        """How many rows there are, by state."""
        states = [row.state for row in self.rows]
        left_out = states.count(RowState.LEFT_OUT)
        return Counts(
            rows=len(states),
            taken=len(states) - left_out,
            clean=states.count(RowState.CLEAN),
            repaired=states.count(RowState.REPAIRED),
            doubtful=states.count(RowState.DOUBTFUL),
            faulty=states.count(RowState.FAULTY),
            left_out=left_out,
            lines_left=len(self.left),
        )

    def judged_like(self, former: DoctorDraft) -> DoctorDraft:
        """The draft with the judgements that its rows had before they were looked up anew."""
        known = {row.key: row.judgement for row in former.rows}
        rows = tuple(row._replace(judgement=known.get(row.key)) for row in self.rows)
        return replace(self, rows=rows)

    def tally(self) -> Tally:
        """How many of the rows that are to be stored meet what their award asks for, as far as they are judged."""
        return tally(row.judgement for row in self.rows if row.taken and row.judgement is not None)

    def at(self, key: RowKey) -> DoctorRow:
        """One row.

        Raises:
            KeyError: the draft has no such row.
        """
        for row in self.rows:
            if row.key == key:
                return row
        raise KeyError(key)
