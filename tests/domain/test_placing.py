"""Putting a task on a day, in a month, in a quarter, or through a year."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import Task

TASK = Task(plan_id=PlanId(1), text="Báo cáo", year=2026, quarter=2, month=6, due=date(2026, 6, 15))


@pytest.mark.parametrize(
    ("when", "deadline"),
    [
        (When.on(date(2026, 8, 3)), date(2026, 8, 3)),
        (When.in_month(2026, 8), date(2026, 8, 31)),
        (When(2026, 3), date(2026, 9, 30)),
        (When(2027), date(2027, 12, 31)),
    ],
)
def test_a_task_takes_the_time_it_is_given(when: When, deadline: date) -> None:
    put = when.given_to(TASK)
    assert When.of(put) == when
    assert put.deadline == when.deadline == deadline


def test_a_day_brings_its_month_and_quarter() -> None:
    assert When.on(date(2026, 12, 31)) == When(2026, 4, 12, date(2026, 12, 31))
