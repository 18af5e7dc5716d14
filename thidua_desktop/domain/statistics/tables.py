"""Tables of figures: every cell knows its question, so that it can open the list behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.periods import quarter_of_month
from thidua_desktop.domain.statistics.facts import Facts
from thidua_desktop.domain.statistics.figures import Change, Figure, Share, ShareChange, count, values
from thidua_desktop.domain.statistics.orders import in_order
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Condition, Dimension, Question, Subject

Cell = Figure | Share | Change | ShareChange | None
"""What stands in a cell; None where nothing can."""


class TableCode(StrEnum):
    """The standard tables; their titles are in ``wording.statistics``."""

    TASKS_BY_TIME = "tasks_by_time"
    TASKS_BY_UNIT = "tasks_by_unit"
    TASK_REASONS = "task_reasons"
    MOVEMENTS = "movements"
    SUBMISSIONS = "submissions"
    NOMINATIONS_BY_AWARD = "nominations_by_award"
    NOMINATIONS_BY_OCCASION = "nominations_by_occasion"
    NOMINATIONS_BY_LEVEL = "nominations_by_level"
    NOMINATIONS_BY_KIND = "nominations_by_kind"
    NOMINATIONS_BY_WORKER = "nominations_by_worker"
    NOMINATIONS_BY_UNIT = "nominations_by_unit"
    DECISIONS = "decisions"
    AWARDS_BY_AWARD = "awards_by_award"
    AWARDS_BY_OCCASION = "awards_by_occasion"
    AWARDS_BY_LEVEL = "awards_by_level"
    AWARDS_BY_UNIT = "awards_by_unit"
    AWARDS_BY_TIME = "awards_by_time"
    SHARES = "shares"
    SHARES_BY_YEAR = "shares_by_year"
    ETHNIC = "ethnic"
    ENTERPRISES = "enterprises"
    YEARS = "years"
    REGISTERED = "registered"
    REGISTERED_BY_UNIT = "registered_by_unit"
    FREE = "free"
    """A table that somebody has put together."""


class HeadKind(StrEnum):
    """What a row or column is."""

    VALUE = "value"
    """``value`` of ``dimension``."""
    TOTAL = "total"
    NAMED = "named"
    """A code of its own, in ``value``: "share", "change", "before" …"""
    PERIOD = "period"
    """A stretch of time, as ``Period.text`` writes it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a row or column stands for; ``wording.statistics.head`` has the words."""

    kind: HeadKind
    value: str = ""
    dimension: Dimension | None = None


TOTAL = Head(HeadKind.TOTAL)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and columns of cells; totals stand in cells of their own, each a figure with its question."""

    code: TableCode
    period: Period
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: tuple[tuple[Cell, ...], ...]
    """One tuple for each row, one cell for each column; a total's row and column are among them."""
    subject: Subject | None = None
    row_dimension: Dimension | None = None

    @property
    def empty(self) -> bool:
        """Whether no figure of it is other than 0."""
        return not any(isinstance(cell, Figure) and cell.value for row in self.cells for cell in row)


@dataclass(frozen=True, slots=True)
class Counted:
    """A row or column that counts: its heading and what it adds to the table's question."""

    head: Head
    conditions: tuple[Condition, ...] = ()
    subject: Subject | None = None
    """Where it counts another subject than the table."""
    period: Period | None = None
    """Where it is of another period than the table."""

    def narrowed(self, question: Question) -> Question:
        """The question of a cell of this row or column."""
        return Question(
            self.subject or question.subject,
            self.period or question.period,
            (*question.conditions, *self.conditions),
        )


ALL = Counted(TOTAL)


def counted(dimension: Dimension, value: str) -> Counted:
    """The row or column of one value."""
    return Counted(Head(HeadKind.VALUE, value, dimension), (Condition(dimension, (value,)),))


def counted_named(code: str, *conditions: Condition, subject: Subject | None = None) -> Counted:
    """A row or column with a name of its own."""
    return Counted(Head(HeadKind.NAMED, code), conditions, subject)


def counted_period(period: Period) -> Counted:
    """The column of a stretch of time."""
    return Counted(Head(HeadKind.PERIOD, period.text()), period=period)


def spread(facts: Facts, base: Question, dimension: Dimension) -> tuple[Counted, ...]:
    """A row or column for every value that there is, "chưa rõ" last; of time also those in which there is nothing."""
    found = values(facts, base.subject, base.period, dimension, base.conditions)
    found = (*times(base.period, dimension), *found)
    return tuple(counted(dimension, value) for value in in_order(facts.names, dimension, found))


_TIMES = (Dimension.YEAR, Dimension.QUARTER, Dimension.MONTH)


def times(period: Period, dimension: Dimension) -> tuple[str, ...]:
    """The years, or the quarters or months of whatever year, that a period touches; nothing of other dimensions."""
    if dimension is Dimension.YEAR:
        return tuple(str(one) for one in period.years)
    if dimension not in _TIMES:
        return ()
    months = sorted({month for part in period.each_year() for month in range(part.first.month, part.last.month + 1)})
    if dimension is Dimension.MONTH:
        return tuple(map(str, months))
    return tuple(str(number) for number in sorted({quarter_of_month(month) for month in months}))


def pivot(
    facts: Facts,
    subject: Subject,
    period: Period,
    rows: Dimension,
    columns: Dimension,
    *,
    conditions: Iterable[Condition] = (),
    code: TableCode = TableCode.FREE,
) -> Table:
    """The facts by two dimensions, with totals below and at the right. Every value that there is has its row and
    column, what is not known too, so that the sums are right."""
    base = Question(subject, period, tuple(conditions))
    return counted_table(
        *(facts, base, spread(facts, base, rows), spread(facts, base, columns)),
        code=code,
        row_dimension=rows,
    )


def counted_table(
    facts: Facts,
    base: Question,
    rows: Sequence[Counted],
    columns: Sequence[Counted],
    *,
    code: TableCode,
    row_dimension: Dimension | None = None,
    total_column: bool = True,
    total_row: bool = True,
) -> Table:
    """A table that counts in every cell, with totals; rows that have nothing in any column are left out, but not those
    of time: a month without awards is told."""
    across = (*columns, ALL) if total_column else tuple(columns)
    kept = []
    for row in rows:
        cells = tuple(count(facts, column.narrowed(row.narrowed(base))) for column in across)
        if row_dimension in _TIMES or any(cell.value for cell in cells):
            kept.append((row.head, cells))
    if total_row:
        kept.append((TOTAL, tuple(count(facts, column.narrowed(base)) for column in across)))
    return Table(
        code,
        base.period,
        tuple(head for head, _ in kept),
        tuple(column.head for column in across),
        tuple(cells for _, cells in kept),
        base.subject,
        row_dimension,
    )


def with_column(table: Table, name: str, made: Callable[[tuple[Cell, ...]], Cell]) -> Table:
    """The table with one more column, made of the cells of each row."""
    head = Head(HeadKind.NAMED, name)
    return Table(
        *(table.code, table.period, table.rows, (*table.columns, head)),
        tuple((*row, made(row)) for row in table.cells),
        *(table.subject, table.row_dimension),
    )
