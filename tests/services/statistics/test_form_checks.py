"""The forms of a counted office beside a second count."""

from __future__ import annotations

import pytest

from tests.services.statistics import form_checks
from tests.services.statistics.offices import Counted
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.periods import Period


@pytest.mark.parametrize(
    "period", [periods.year(2026), periods.half(2025, 2), periods.quarter(2024, 2)], ids=Period.text
)
def test_the_forms_of_a_period(small: Counted, period: Period) -> None:
    form_checks.check(small, period)
