"""What a form is: title block, rows and columns with the conditions of what they count, sums, and what must agree.

A cell counts what fulfils the conditions of the form, of its row and of its column. Sums and shares are formulas over
other rows or columns, so that a workbook calculates them anew. What the program cannot know is typed by the clerk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.rulebooks import Basis
from thidua_desktop.domain.statistics.periods import PeriodKind
from thidua_desktop.domain.statistics.questions import Condition, Dimension, Subject

NAME = "{name}"
"""Stands in a heading or label for the name of the value that a repeated line is about."""
SHORT = "{short}"
"""The same for its name as a narrow column has it."""


class FormHead(StrEnum):
    """What stands above the title."""

    STATUTORY = "statutory"
    """Number of the form and circular at the left, who reports to whom at the right."""
    OFFICE = "office"
    """The office at the left, the number of the form at the right."""


class FormPaper(StrEnum):
    """The sheet that a form is printed on."""

    A4 = "a4"
    A3 = "a3"


class StubKind(StrEnum):
    """What a column at the left says of its row."""

    ORDINAL = "ordinal"
    LABEL = "label"
    CODE = "code"
    UNIT = "unit"
    DETAIL = "detail"
    """A second word on what the row is about: how far a movement reaches."""


class Source(StrEnum):
    """Amounts of the year that are no counts, in đồng."""

    FUND_OPENING = "fund_opening"
    FUND_INCOME = "fund_income"
    FUND_BONUSES = "fund_bonuses"
    FUND_OTHER = "fund_other"


@dataclass(frozen=True, slots=True)
class Formula:
    """What a line is made of: ``plus`` lines less ``minus`` lines, or ``share`` (part, whole). Keys of lines."""

    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    share: tuple[str, str] | None = None
    counted: bool = False
    """The sum is also counted on its own, to see whether its parts leave something out."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every line that it refers to."""
        return (*self.plus, *self.minus, *(self.share or ()))


@dataclass(frozen=True, slots=True)
class Repeat:
    """A line that stands once for each value of a dimension that occurs in the period."""

    dimension: Dimension
    none: str = ""
    """What the line is called where no value occurs; it is then left empty."""


@dataclass(frozen=True, slots=True)
class FormLine:
    """What rows and columns have in common."""

    key: str
    conditions: tuple[Condition, ...] = ()
    subject: Subject | None = None
    formula: Formula | None = None
    hand: bool = False
    """The clerk types its figures: the program has no source for them."""
    zero: bool = False
    """Of a line that is typed: none is usual, so what is not typed is 0 and nobody is asked for it."""
    source: Source | None = None
    repeat: Repeat | None = None


@dataclass(frozen=True, slots=True)
class FormRow(FormLine):
    """A row; without figures (``heading``) it only says what the rows below are about."""

    label: str = ""
    code: str = ""
    unit: str = ""
    bold: bool = False
    italic: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One of the columns that stand below the name of a repeated column (Tập thể, Cá nhân)."""

    key: str
    heading: str
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class FormColumn(FormLine):
    """A column with its headings from the top; an empty heading goes on with the one above it."""

    headings: tuple[str, ...] = ()
    letter: str = ""
    """What the row below the headings says: "1", "7=6:3"."""
    width: float = 9
    """In characters of Times New Roman 12."""
    parts: tuple[Part, ...] = ()
    remark: bool = False
    """Left empty for remarks: neither counted nor typed."""


@dataclass(frozen=True, slots=True)
class Stub:
    """A column of words at the left."""

    kind: StubKind
    heading: str
    letter: str
    width: float


class Axis(StrEnum):
    """Which way lines run."""

    ROWS = "rows"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True)
class Agreement:
    """A relation between lines. ``parts`` together are ``whole``; or, with ``within``, each is at most ``whole``."""

    axis: Axis
    whole: str
    parts: tuple[str, ...]
    within: bool = False


@dataclass(frozen=True, slots=True)
class FormModel:
    """A form as it holds between two days (``basis``)."""

    code: str
    number: str
    title: str
    basis: Basis
    subject: Subject
    rows: tuple[FormRow, ...]
    columns: tuple[FormColumn, ...]
    stubs: tuple[Stub, ...]
    head: FormHead = FormHead.STATUTORY
    issued_by: str = ""
    """The line below the number: "Ban hành theo Thông tư số …"."""
    receiving: str = ""
    """When the receiver wants it: "Ngày 15 tháng 12 năm báo cáo"."""
    receiver: str = ""
    """Who receives it, where the office has named no superior."""
    replaced_by: str = ""
    """The document that took the place of its circular, once it ended."""
    paper: FormPaper = FormPaper.A4
    landscape: bool = False
    unit: str = ""
    """Đơn vị tính of the whole form; empty where each row has its own."""
    conditions: tuple[Condition, ...] = ()
    periods: tuple[PeriodKind, ...] = (PeriodKind.YEAR,)
    agreements: tuple[Agreement, ...] = ()
    notes: tuple[str, ...] = ()
    """What the paper says below the table."""
    order: int = 100
    office: bool = False
    """The office has added it itself."""

    def lines(self, axis: Axis) -> tuple[FormLine, ...]:
        """Its rows or its columns, headings left out."""
        if axis is Axis.COLUMNS:
            return self.columns
        return tuple(row for row in self.rows if not row.heading)

    @property
    def yearly(self) -> bool:
        """Whether it is drawn up for whole years."""
        return PeriodKind.YEAR in self.periods

    def subjects(self) -> Iterator[Subject]:
        """Every subject that it counts, the form's own first."""
        yield self.subject
        yield from (line.subject for axis in Axis for line in self.lines(axis) if line.subject is not None)
