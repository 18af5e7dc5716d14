"""The order of tasks on papers."""

from __future__ import annotations

from datetime import date

from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.schedules import by_month, by_quarter
from thidua_desktop.domain.tasks import Task


def task(number: int, year: int = 2026, quarter: int | None = None, month: int | None = None, day: int = 0) -> Task:
    due = date(year, month, day) if month and day else None
    return Task(PlanId(1), f"Việc {number}", year, quarter, month, due, position=number, id=TaskId(number))


def test_quarters_in_order_of_time_the_whole_year_last() -> None:
    tasks = [task(1, 2027, 1), task(2), task(3, 2026, 4), task(4, 2026, 1), task(5, 2026, 4)]
    groups = by_quarter(tasks)
    assert [(group.year, group.quarter) for group in groups] == [(2026, 1), (2026, 4), (2026, None), (2027, 1)]
    assert [[each.id for each in group.tasks] for group in groups] == [[4], [3, 5], [2], [1]]


def test_a_group_keeps_the_order_of_the_plan() -> None:
    (group,) = by_quarter([task(3, quarter=2, month=4), task(1, quarter=2, month=6), task(2, quarter=2)])
    assert [each.id for each in group.tasks] == [1, 2, 3]


def test_months_by_deadline_open_ones_last() -> None:
    tasks = [task(1, quarter=2), task(2, quarter=2, month=5), task(3, quarter=2, month=4, day=20)]
    tasks.append(task(4, quarter=2, month=4, day=3))
    groups = by_month(tasks)
    assert [(group.month, [each.id for each in group.tasks]) for group in groups] == [
        (4, [4, 3]),
        (5, [2]),
        (None, [1]),
    ]


def test_nothing_gives_nothing() -> None:
    assert by_quarter([]) == by_month([]) == ()
