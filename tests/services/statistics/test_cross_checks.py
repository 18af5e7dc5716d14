"""Every table of "Tổng hợp" beside a second count."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.statistics import cross_checks
from tests.services.statistics.offices import Counted
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.periods import Period


@pytest.mark.parametrize(
    "period",
    [
        periods.year(2026),
        periods.year(2025),
        periods.half(2025, 2),
        periods.nine_months(2026),
        periods.quarter(2024, 2),
        periods.term(2022),
        periods.free(date(2024, 11, 3), date(2026, 6, 18)),
    ],
    ids=Period.text,
)
def test_the_tables_of_a_period(small: Counted, period: Period) -> None:
    cross_checks.check(small, period)
