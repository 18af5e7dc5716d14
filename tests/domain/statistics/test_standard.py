"""Which stretches of time stand side by side, and what the standard tables are of."""

from __future__ import annotations

import pytest

from tests.domain.statistics.made import award, facts
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.facts import Facts, RegistrationFact, Traits
from thidua_desktop.domain.statistics.figures import Figure
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Dimension, Subject
from thidua_desktop.domain.statistics.standard import around, registered, side_by_side, standard_tables
from thidua_desktop.domain.statistics.tables import HeadKind, Table, TableCode, times


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (periods.year(2026), periods.year(2022), periods.year(2026)),
        (periods.half(2026, 1), periods.half(2022, 1), periods.half(2026, 1)),
        (periods.term(2021), periods.year(2021), periods.year(2025)),
        (periods.term(2016, 8), periods.year(2019), periods.year(2023)),
        (periods.term(2025, 2), periods.year(2025), periods.year(2026)),
    ],
)
def test_years_side_by_side(period: Period, first: Period, last: Period) -> None:
    found = side_by_side(period)
    assert (found[0], found[-1]) == (first, last)
    assert around(found).contains(period) or len(period.years) > 5


@pytest.mark.parametrize(
    ("period", "dimension", "values"),
    [
        (periods.quarter(2026, 2), Dimension.MONTH, ("4", "5", "6")),
        (periods.half(2026, 2), Dimension.QUARTER, ("3", "4")),
        (periods.term(2024, 3), Dimension.YEAR, ("2024", "2025", "2026")),
        (periods.year(2026), Dimension.SEX, ()),
    ],
)
def test_every_stretch_of_time_is_listed(period: Period, dimension: Dimension, values: tuple[str, ...]) -> None:
    assert times(period, dimension) == values


def _tables(period: Period) -> dict[TableCode, Table]:
    found = facts(award(1), award(2, traits=Traits("collective")), period=periods.term(2016, 11))
    return {
        table.code: table for table in standard_tables(Facts(period, found.rows), Facts(period.previous(), {}), found)
    }


@pytest.mark.parametrize("period", [periods.year(2026), periods.quarter(2026, 1), periods.term(2022)])
def test_every_table_is_of_the_period(period: Period) -> None:
    tables = _tables(period)
    assert set(tables) == set(TableCode) - {TableCode.FREE}
    assert {table.period for table in tables.values()} == {period}


def test_a_term_is_told_by_years_and_a_year_by_months() -> None:
    by_years = _tables(periods.term(2022))[TableCode.AWARDS_BY_TIME]
    assert [head.value for head in by_years.rows] == ["2022", "2023", "2024", "2025", "2026", ""]
    by_months = _tables(periods.year(2026))[TableCode.AWARDS_BY_TIME]
    assert len(by_months.rows) == 12 + 1


def test_titles_that_nobody_registered_for_are_not_held_against_those_registered() -> None:
    asked = RegistrationFact(1, None, 2026, "a", "danh_hieu_thi_dua", "co_so", Traits("person"), amount=10)
    given = (award(1, award_id="a"), award(2, award_id="b"))
    found = Facts(periods.year(2026), {Subject.REGISTRATIONS: (asked,), Subject.AWARDS: given})
    table = registered(found, Dimension.AWARD, TableCode.REGISTERED)
    assert [head.value for head in table.rows if head.kind is HeadKind.VALUE] == ["a"]
    total = [cell.value for cell in table.cells[-1] if isinstance(cell, Figure)]
    assert total == [10, 0, 1]
