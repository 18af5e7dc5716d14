"""Tasks in the order of a paper: by quarter, and within a quarter by month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.tasks import Task


@dataclass(frozen=True, slots=True)
class QuarterGroup:
    """The tasks of one quarter of one calendar year; ``quarter`` is None for those of the whole year."""

    year: int
    quarter: int | None
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class MonthGroup:
    """The tasks of one month; ``month`` is None for those whose month the plan leaves open."""

    month: int | None
    tasks: tuple[Task, ...]


def by_quarter(tasks: Iterable[Task]) -> tuple[QuarterGroup, ...]:
    """The quarters that have tasks, in order of time; tasks of a whole year follow the year's quarters.

    Within a group the tasks keep the order of their plans.
    """
    found: dict[tuple[int, int], list[Task]] = {}
    for task in sorted(tasks, key=_in_plan):
        found.setdefault((task.year, task.quarter or 5), []).append(task)
    return tuple(
        QuarterGroup(year, quarter if quarter <= 4 else None, tuple(members))
        for (year, quarter), members in sorted(found.items())
    )


def by_month(tasks: Iterable[Task]) -> tuple[MonthGroup, ...]:
    """The months that have tasks, each ordered by deadline; tasks without a month come last."""
    found: dict[int, list[Task]] = {}
    for task in sorted(tasks, key=_by_deadline):
        found.setdefault(task.month or 13, []).append(task)
    return tuple(MonthGroup(month if month <= 12 else None, tuple(members)) for month, members in sorted(found.items()))


def _in_plan(task: Task) -> tuple[int, int, int]:
    return task.plan_id, task.position, task.id or 0


def _by_deadline(task: Task) -> tuple[date, int, int, int]:
    return task.deadline, *_in_plan(task)
