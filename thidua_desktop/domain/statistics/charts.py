"""What the charts of a period draw: tables of figures, so that every bar opens the list behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.periods import quarter_of_month
from thidua_desktop.domain.statistics.facts import Facts, TaskOutcome
from thidua_desktop.domain.statistics.figures import Figure, Share, ShareChange, count
from thidua_desktop.domain.statistics.periods import Period, quarter
from thidua_desktop.domain.statistics.questions import NO, UNKNOWN, YES, Condition, Dimension, Question, Subject
from thidua_desktop.domain.statistics.standard import side_by_side
from thidua_desktop.domain.statistics.tables import (
    TOTAL,
    Cell,
    Head,
    HeadKind,
    Table,
    TableCode,
    counted_named,
    counted_table,
    pivot,
    spread,
)

_D, _S = Dimension, Subject


class ChartCode(StrEnum):
    """The charts; their titles are in ``wording.charts``."""

    PROGRESS = "progress"
    OVERDUE = "overdue"
    ROUNDS = "rounds"
    AWARDS = "awards"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and the table that says the same."""

    code: ChartCode
    table: Table
    drawn: tuple[int, ...]
    """The columns of the table that are bars."""

    @property
    def bars(self) -> tuple[int, ...]:
        """The rows of the table that stand beside each other: all but the total."""
        return tuple(at for at, head in enumerate(self.table.rows) if head != TOTAL)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.table.empty


def charts(facts: Facts, years: Facts, today: date) -> tuple[Chart, ...]:
    """The charts of a period; those that have nothing to draw are among them.

    Args:
        facts: of the period.
        years: of the awards of the years side by side.
        today: picks the quarter whose progress is drawn.
    """
    return (
        progress(facts, today),
        overdue(facts),
        _pivoted(ChartCode.ROUNDS, facts, _S.NOMINATIONS, _D.ROUND, _D.RESULT),
        _pivoted(ChartCode.AWARDS, facts, _S.AWARDS, _time(facts.period), _D.KIND),
        direct(years, facts.period),
    )


def quarter_in_front(period: Period, today: date) -> Period:
    """The quarter of today where it lies in the period; otherwise the last one of it, or what there is of it."""
    now = quarter(today.year, quarter_of_month(today.month))
    return now if period.contains(now) else period.each_quarter()[-1]


def progress(facts: Facts, today: date) -> Chart:
    """What has become of the tasks of a quarter; conditional work whose case did not come is no task after all."""
    period = quarter_in_front(facts.period, today)
    base = Question(_S.TASKS, period, (Condition(_D.STATE, (TaskOutcome.NOT_ARISEN,), negated=True),))
    rows = spread(facts, base, _D.STATE)
    table = counted_table(
        *(facts, base, rows, (counted_named("number"),)),
        code=TableCode.FREE,
        row_dimension=_D.STATE,
        total_column=False,
    )
    return Chart(ChartCode.PROGRESS, table, (0,))


def overdue(facts: Facts) -> Chart:
    """Units with tasks whose deadline has passed, those with most of them first."""
    base = Question(_S.TASKS, facts.period, (Condition(_D.STATE, (TaskOutcome.MISSED,)),))
    rows = spread(facts, base, _D.UNIT)
    table = counted_table(
        *(facts, base, rows, (counted_named("overdue"),)),
        code=TableCode.FREE,
        row_dimension=_D.UNIT,
        total_column=False,
    )
    lines = list(zip(table.rows, table.cells, strict=True))
    lines.sort(key=lambda line: (line[0] == TOTAL, -_value(line[1][0])))
    table = replace(table, rows=tuple(head for head, _ in lines), cells=tuple(cells for _, cells in lines))
    return Chart(ChartCode.OVERDUE, table, (0,))


def direct(years: Facts, period: Period) -> Chart:
    """The share of those who do the work themselves among the persons awarded, year by year, and its change.

    Of those only of whom it is known: nobody can tell a share of the others.
    """
    cells: list[tuple[Cell, ...]] = []
    before: Share | None = None
    several = side_by_side(period)
    for part in several:
        persons = count(years, Question(_S.AWARDS, part, (Condition(_D.KIND, (RecipientKind.PERSON,)),)))
        found, leaders, unknown = (
            count(years, persons.question.where(_D.LEADER, value)) for value in (NO, YES, UNKNOWN)
        )
        share = Share(found, count(years, persons.question.where(_D.LEADER, NO, YES)))
        change = ShareChange(share, before) if before is not None else None
        cells.append((persons, found, leaders, unknown, share, change))
        before = share
    names = ("persons", "direct", "leaders", "leader_unknown", "direct_known_share", "direct_change")
    table = Table(
        *(TableCode.FREE, period, tuple(Head(HeadKind.PERIOD, part.text()) for part in several)),
        tuple(Head(HeadKind.NAMED, name) for name in names),
        tuple(cells),
        _S.AWARDS,
    )
    return Chart(ChartCode.DIRECT, table, (names.index("direct_known_share"),))


def _pivoted(code: ChartCode, facts: Facts, subject: Subject, rows: Dimension, columns: Dimension) -> Chart:
    table = pivot(facts, subject, facts.period, rows, columns)
    return Chart(code, table, tuple(at for at, head in enumerate(table.columns) if head != TOTAL))


def _time(period: Period) -> Dimension:
    return _D.YEAR if len(period.years) > 1 else _D.MONTH


def _value(cell: Cell) -> float:
    return float(cell.value) if isinstance(cell, Figure) else 0.0
