"""States, deadlines and lateness of a task."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.tasks import ReasonMissing, Standing, Task, TaskState

DAY = date(2026, 6, 10)


def task(**changes: object) -> Task:
    values: dict[str, object] = {"plan_id": PlanId(1), "text": "Báo cáo", "year": 2026}
    return Task(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("time", "last_day"),
    [
        ({"due": date(2026, 6, 15), "month": 6, "quarter": 2}, date(2026, 6, 15)),
        ({"month": 2, "quarter": 1}, date(2026, 2, 28)),
        ({"quarter": 3}, date(2026, 9, 30)),
        ({}, date(2026, 12, 31)),
        ({"year": 2028, "month": 2}, date(2028, 2, 29)),
    ],
)
def test_the_deadline_is_the_day_or_the_end_of_its_period(time: dict[str, object], last_day: date) -> None:
    assert task(**time).deadline == last_day


@pytest.mark.parametrize(
    ("changes", "standing"),
    [
        ({"due": date(2026, 6, 9)}, Standing.OVERDUE),
        ({"due": DAY}, Standing.DUE_SOON),
        ({"due": date(2026, 6, 17)}, Standing.DUE_SOON),
        ({"due": date(2026, 6, 18)}, Standing.NOT_STARTED),
        ({"quarter": 1}, Standing.OVERDUE),
        ({"quarter": 2, "state": TaskState.WAITING}, Standing.WAITING),
        ({"quarter": 1, "state": TaskState.CANCELLED}, Standing.CANCELLED),
        ({"due": DAY, "state": TaskState.DONE, "completed_on": DAY}, Standing.DONE),
        ({"due": DAY, "state": TaskState.DONE, "completed_on": date(2026, 6, 11)}, Standing.DONE_LATE),
    ],
)
def test_what_a_task_looks_like_on_a_day(changes: dict[str, object], standing: Standing) -> None:
    assert task(**changes).standing(DAY) is standing


def test_finishing_fills_progress_and_day_and_going_back_takes_them_away() -> None:
    done = task(progress=40).moved_to(TaskState.DONE, on=DAY)
    assert (done.progress, done.completed_on) == (100, DAY)
    back = done.moved_to(TaskState.IN_PROGRESS, on=DAY, reason="Nhập nhầm")
    assert (back.progress, back.completed_on, back.state_reason) == (99, None, "Nhập nhầm")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TaskState.DONE, TaskState.IN_PROGRESS),
        (TaskState.WAITING, TaskState.NOT_STARTED),
        (TaskState.NOT_STARTED, TaskState.CANCELLED),
        (TaskState.IN_PROGRESS, TaskState.CARRIED_OVER),
        (TaskState.CANCELLED, TaskState.NOT_STARTED),
    ],
)
def test_a_step_back_asks_for_a_reason(old: TaskState, new: TaskState) -> None:
    with pytest.raises(ReasonMissing):
        task(state=old).moved_to(new, on=DAY, reason="  ")
    assert task(state=old).moved_to(new, on=DAY, reason="Có công văn").state is new


def test_moving_to_a_day_brings_month_and_quarter_along() -> None:
    moved = task(quarter=1).placed(year=2026, quarter=1, month=None, due=date(2027, 8, 5))
    assert (moved.year, moved.quarter, moved.month) == (2027, 3, 8)
    by_month = moved.placed(year=2026, quarter=1, month=5, due=None)
    assert (by_month.quarter, by_month.due) == (2, None)
