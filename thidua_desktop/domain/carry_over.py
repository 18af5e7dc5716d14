"""Work that was not finished in its period and goes on in a later one (chuyển kỳ)."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.domain.tasks import Task, TaskState

Period = tuple[int, int | None]
"""A year and its quarter (1-4), None for the whole year."""


def next_period(task: Task) -> Period:
    """The quarter after that of a task; for work of a whole year the next one."""
    if task.quarter is None:
        return task.year + 1, None
    return (task.year + 1, 1) if task.quarter == 4 else (task.year, task.quarter + 1)


def carried(task: Task, period: Period, *, note: str) -> Task:
    """A new task for the rest of the work, in another period and without a day; ``note`` says where it comes from.

    It stands in the same place of the plan. What is done so far stays; evidence and reasons belong to the old task.
    """
    year, quarter = period
    return replace(
        task.placed(year=year, quarter=quarter, month=None, due=None),
        starts=None,
        state=TaskState.NOT_STARTED if not task.progress else TaskState.IN_PROGRESS,
        completed_on=None,
        evidence=None,
        delay_reason=None,
        state_reason=None,
        note="; ".join(part for part in (task.note, note) if part),
        waiting_for=(),
        position=0,
        series_id=None,
        period=None,
        id=None,
    )
