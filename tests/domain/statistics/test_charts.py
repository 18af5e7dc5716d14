"""What the charts draw: which quarter, in which order, of whom a share is told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.statistics.made import award, facts
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.charts import ChartCode, charts, direct, overdue, quarter_in_front
from thidua_desktop.domain.statistics.facts import Facts, Place, TaskFact, TaskOutcome, Traits
from thidua_desktop.domain.statistics.figures import Figure, Share
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Subject
from thidua_desktop.domain.statistics.tables import TOTAL

YEAR = periods.year(2026)
TODAY = date(2026, 8, 20)


@pytest.mark.parametrize(
    ("period", "quarter"),
    [
        (YEAR, periods.quarter(2026, 3)),
        (periods.half(2026, 1), periods.quarter(2026, 2)),
        (periods.year(2024), periods.quarter(2024, 4)),
        (periods.term(2022), periods.quarter(2026, 3)),
        (periods.month(2026, 8), periods.month(2026, 8)),
        (
            periods.free(date(2026, 1, 10), date(2026, 8, 31)),
            periods.free(date(2026, 7, 1), date(2026, 8, 31)),
        ),
    ],
)
def test_the_quarter_of_today_is_drawn_where_it_lies_in_the_period(period: Period, quarter: Period) -> None:
    assert quarter_in_front(period, TODAY) == quarter


def task(number: int, unit: int | None, outcome: TaskOutcome = TaskOutcome.MISSED) -> TaskFact:
    return TaskFact(id=number, day=date(2026, 8, 1), year=2026, outcome=outcome, place=Place(unit, unit))


def test_units_with_most_that_is_overdue_come_first_and_the_total_last() -> None:
    rows = [task(1, 7), task(2, 8), task(3, 8), task(4, None), task(5, 9, TaskOutcome.IN_TIME)]
    table = overdue(Facts(YEAR, {Subject.TASKS: rows})).table
    values = [cell.value for (cell,) in table.cells if isinstance(cell, Figure)]
    assert values == [2, 1, 1, 4]
    assert table.rows[0].value == "8"
    assert table.rows[-1] == TOTAL


def test_a_share_is_told_of_those_only_of_whom_it_is_known() -> None:
    known = [award(1), award(2, traits=Traits("person", leader="yes")), award(3, traits=Traits("person", leader="?"))]
    cells = direct(facts(*known, period=periods.term(2022)), YEAR).table.cells
    persons, found, leaders, unknown, share, _ = cells[-1]
    assert [cell.value for cell in (persons, found, leaders, unknown) if isinstance(cell, Figure)] == [3, 1, 1, 1]
    assert isinstance(share, Share)
    assert share.percent == 50
    none = cells[0][4]
    assert isinstance(none, Share)
    assert none.percent is None


def test_every_chart_is_there_although_nothing_is() -> None:
    found = charts(Facts(YEAR, {}), Facts(periods.term(2022), {}), TODAY)
    assert [chart.code for chart in found] == list(ChartCode)
    assert all(chart.empty for chart in found)
