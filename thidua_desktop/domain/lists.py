"""A list that a unit has sent, as it was read: its rows, what was repaired, what became of every line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.nominations import Occasion


class ListTarget(StrEnum):
    """What a list is read for."""

    NOMINATIONS = "nominations"
    PEOPLE = "people"
    AWARD_HISTORY = "award_history"


class ListField(StrEnum):
    """What a column of a list holds. Some are put together with others in a row (the birth from three columns)."""

    ORDINAL = "ordinal"
    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    HONORIFIC = "honorific"
    RANK = "rank"
    GENDER = "gender"
    MALE = "male"
    """Sub-column "Nam": whatever stands in it tells the sex, and is the birth where it is one."""
    FEMALE = "female"
    BIRTH = "birth"
    BIRTH_DAY = "birth_day"
    BIRTH_MONTH = "birth_month"
    BIRTH_YEAR = "birth_year"
    ID_NUMBER = "id_number"
    POSITION = "position"
    POSITION_AND_UNIT = "position_and_unit"
    DEPARTMENT = "department"
    UNIT = "unit"
    KIND = "kind"
    AWARD = "award"
    AWARD_CODE = "award_code"
    AWARD_MARK = "award_mark"
    """The heading is the award, a cross in the row gives it."""
    OCCASION = "occasion"
    CITATION = "citation"
    NOTE = "note"
    OTHER = "other"
    """Known, but no part of a nomination: ethnic group, votes, awards of former years."""
    ETHNIC_GROUP = "ethnic_group"
    """This and the next only in lists of people."""
    ADDRESS = "address"
    DECISION = "decision"
    """Number of the decision, perhaps with its day; this and the next only in lists of former awards."""
    DECIDED_ON = "decided_on"
    DECIDED_BY = "decided_by"
    AWARD_YEAR = "award_year"


class RepairKind(StrEnum):
    """What had to be put right."""

    ENCODING = "encoding"
    """TCVN3 or VNI, by the font or by the letters."""
    UNICODE = "unicode"
    """Letters in parts (tổ hợp) put together."""
    ID_NUMBER = "id_number"
    BIRTH = "birth"
    BLANKS = "blanks"
    """A blank inside a word, as optical recognition leaves it."""
    DITTO = "ditto"
    """ "Như trên", a quotation mark or an empty cell for what stands in the row above."""
    SIGN = "sign"
    """A sign whose meaning the list itself explains: "1 - Lao động tiên tiến"."""


class Repair(NamedTuple):
    """One value before and after. ``field`` is None where the text is no value of a row (a title, a heading)."""

    kind: RepairKind
    before: str
    after: str
    source: Source
    field: ListField | None = None


class LineRole(StrEnum):
    """What a line of the file was taken for. Empty lines have none: readers leave them out."""

    TITLE = "title"
    """Letterhead, title and text above the list."""
    HEADING = "heading"
    GROUP = "group"
    ROW = "row"
    CONTINUATION = "continuation"
    """Goes on with the row above, which a page break has cut."""
    BLANK = "blank"
    """Only an ordinal: a line of a form that nobody filled in."""
    TOTAL = "total"
    FOOTER = "footer"
    """Notes, place and day, signatures, recipients of copies."""
    LEFT_OUT = "left_out"
    """Not understood or not for us; a finding says so."""


class Account(NamedTuple):
    """What became of one line of the file."""

    source: Source
    role: LineRole


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a table: its heading as written and what it holds."""

    field: ListField
    heading: str
    sheet: str | None = None
    column: int | None = None
    """Place in the grid, from 0."""
    table: str = ""
    """Signature of the headings of its table: tables with the same one are understood alike."""
    order: int = 0
    """Place among the columns of its table that have a heading, from 0."""
    guessed: bool = False
    """Understood by what its cells hold or by some words of its heading only."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """How the clerk wants tables to be understood."""

    target: ListTarget = ListTarget.NOMINATIONS
    layouts: Mapping[str, tuple[ListField, ...]] = field(default_factory=dict)
    """Signature of the headings → what each of the columns holds, left to right."""
    headings: frozenset[tuple[str | None, int]] = frozenset()
    """Sheet and row that begin a table, whatever the words in them."""


class ListRow(NamedTuple):
    """One recipient with one award.

    ``birth`` is a year ("1980"), a month ("1980-05") or a day ("1980-05-17"); ``award`` the text as the unit typed it,
    ``award_id`` the entry of the catalogue where the text leaves no doubt; ``group`` the group headings above the row,
    outermost first; ``raw`` the name cell as it stood in the file where more than the name was in it.
    """

    kind: RecipientKind
    name: str
    source: Source
    honorific: str | None = None
    gender: str | None = None
    """"male", "female" or None."""
    birth: str | None = None
    id_number: str | None = None
    position: str | None = None
    unit: str | None = None
    award: str | None = None
    award_id: str | None = None
    occasion: Occasion | None = None
    citation: str | None = None
    note: str | None = None
    group: tuple[str, ...] = ()
    raw: str | None = None
    cells: tuple[tuple[ListField, str], ...] = ()
    """What stood in the columns of the row, by field."""

    def cell(self, wanted: ListField) -> str:
        """What stood in the column of a field, empty where it has none."""
        for known, text in self.cells:
            if known is wanted:
                return text
        return ""


@dataclass(frozen=True, slots=True)
class ListDraft:
    """All that a list says; every line of the file is in ``accounts`` once."""

    title: str | None = None
    columns: tuple[ListColumn, ...] = ()
    rows: tuple[ListRow, ...] = ()
    repairs: tuple[Repair, ...] = ()
    findings: tuple[Finding, ...] = ()
    accounts: tuple[Account, ...] = ()
    sha256: str = ""
    texts: tuple[str, ...] = ()
    """Lines outside the tables: titles, "(Kèm theo Quyết định số …)", notes."""

    @property
    def blocked(self) -> bool:
        """Whether a finding about the whole file forbids to take it as a list; those about a line hold up that line."""
        return any(finding.severity is Severity.BLOCKING and finding.source is None for finding in self.findings)
