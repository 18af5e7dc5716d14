from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.periods import Period, PeriodKind, PeriodReversed, PeriodUnreadable

DAYS = st.dates(date(1905, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("period", "first", "last", "kind"),
    [
        (periods.month(2024, 2), date(2024, 2, 1), date(2024, 2, 29), PeriodKind.MONTH),
        (periods.quarter(2026, 3), date(2026, 7, 1), date(2026, 9, 30), PeriodKind.QUARTER),
        (periods.half(2026, 1), date(2026, 1, 1), date(2026, 6, 30), PeriodKind.HALF),
        (periods.half(2026, 2), date(2026, 7, 1), date(2026, 12, 31), PeriodKind.HALF),
        (periods.nine_months(2026), date(2026, 1, 1), date(2026, 9, 30), PeriodKind.NINE_MONTHS),
        (periods.year(2026), date(2026, 1, 1), date(2026, 12, 31), PeriodKind.YEAR),
        (periods.term(2021), date(2021, 1, 1), date(2025, 12, 31), PeriodKind.TERM),
        (periods.free(date(2026, 1, 2), date(2026, 3, 31)), date(2026, 1, 2), date(2026, 3, 31), PeriodKind.FREE),
    ],
)
def test_builders(period: Period, first: date, last: date, kind: PeriodKind) -> None:
    assert (period.first, period.last, period.kind) == (first, last, kind)
    assert periods.free(first, last) == period  # the kind follows from the days
    assert periods.parse(period.text()) == period


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (periods.month(2025, 2), periods.month(2024, 2)),
        (periods.month(2024, 2), periods.month(2023, 2)),
        (periods.quarter(2026, 1), periods.quarter(2025, 1)),
        (periods.half(2026, 2), periods.half(2025, 2)),
        (periods.nine_months(2026), periods.nine_months(2025)),
        (periods.year(2026), periods.year(2025)),
        (periods.term(2021), periods.term(2016)),
        (periods.term(2024, 3), periods.term(2021, 3)),
        (
            periods.free(date(2024, 2, 10), date(2024, 2, 29)),
            periods.free(date(2023, 2, 10), date(2023, 2, 28)),
        ),
        (
            periods.free(date(2025, 1, 1), date(2025, 2, 28)),
            periods.free(date(2024, 1, 1), date(2024, 2, 29)),
        ),
    ],
)
def test_the_like_period_before(period: Period, before: Period) -> None:
    assert period.previous() == before


def test_parts_of_a_period() -> None:
    odd = periods.free(date(2025, 11, 10), date(2026, 4, 5))
    assert [each.text() for each in odd.each_year()] == ["2025-11-10..2025-12-31", "2026-01-01..2026-04-05"]
    assert [each.text() for each in odd.each_quarter()] == [
        *("2025-11-10..2025-12-31", "2026-01-01..2026-03-31", "2026-04-01..2026-04-05")
    ]
    assert periods.term(2021).each_year()[2] == periods.year(2023)
    assert not odd.has_year(2025)
    assert periods.term(2021).has_year(2025)


@given(DAYS, DAYS)
@settings(deadline=None, max_examples=60)
def test_quarters_and_years_cut_a_period_without_gap_or_overlap(one: date, other: date) -> None:
    period = periods.free(min(one, other), max(one, other))
    for parts in (period.each_year(), period.each_quarter()):
        assert (parts[0].first, parts[-1].last) == (period.first, period.last)
        assert all((after.first - before.last).days == 1 for before, after in pairwise(parts))
    assert periods.parse(period.text()) == period


@pytest.mark.parametrize(
    "written", ["", "2026", "2026-01-01", "2026-02-30..2026-03-01", "0001-01-01..0002-01-01", "x..y"]
)
def test_what_is_no_period(written: str) -> None:
    with pytest.raises(PeriodUnreadable):
        periods.parse(written)


def test_days_in_the_wrong_order() -> None:
    with pytest.raises(PeriodReversed):
        periods.parse("2026-02-01..2026-01-01")
