"""How the work of a time came out: in time, late, not done; counted by unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.tasks import OPEN_STATES, Task, TaskState


class Result(StrEnum):
    """What a task has come to on a day. Never stored."""

    IN_TIME = "in_time"
    """Đạt: done by its deadline."""
    LATE = "late"
    """Chậm: done after it."""
    MISSED = "missed"
    """Chưa: open although the deadline is past."""
    RUNNING = "running"
    """Chưa đến hạn: open, and there is still time."""
    DROPPED = "dropped"
    """Cancelled, not arisen or carried over: no work of this time any more."""


def result_of(task: Task, today: date) -> Result:
    """How a task stands on ``today``; one that is done without a day counts as done in time."""
    if task.state is TaskState.DONE:
        return Result.LATE if days_late(task, today) else Result.IN_TIME
    if task.state not in OPEN_STATES:
        return Result.DROPPED
    return Result.MISSED if days_late(task, today) else Result.RUNNING


def days_late(task: Task, today: date) -> int:
    """Calendar days between the deadline and the day of completion, or ``today`` while it is open; 0 if in time."""
    if task.state is TaskState.DONE:
        reached = task.completed_on or task.deadline
    elif task.state in OPEN_STATES:
        reached = today
    else:
        return 0
    return max(0, (reached - task.deadline).days)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many tasks have come to what."""

    counts: Mapping[Result, int]

    def of(self, result: Result) -> int:
        """The number of tasks with a result."""
        return self.counts.get(result, 0)

    @property
    def total(self) -> int:
        """All tasks but those that were dropped."""
        return sum(self.counts.values()) - self.of(Result.DROPPED)

    @property
    def due(self) -> int:
        """Those whose result is final or whose deadline is past: what a rate is taken of."""
        return self.total - self.of(Result.RUNNING)


def tally(tasks: Iterable[Task], today: date) -> Tally:
    """The count of tasks; each counts once."""
    return Tally(Counter(result_of(task, today) for task in tasks))


def by_lead(tasks: Iterable[Task]) -> tuple[tuple[str | None, tuple[Task, ...]], ...]:
    """The tasks of each leading unit, in the order in which the units first appear; None for those without one.

    A task that several units lead stands with each of them. Names that differ only in capitals or diacritics are one.
    """
    found: dict[str, tuple[str, list[Task]]] = {}
    nobody: list[Task] = []
    for task in tasks:
        for name in dict.fromkeys(task.lead):
            found.setdefault(fold(name), (name, []))[1].append(task)
        if not task.lead:
            nobody.append(task)
    named: list[tuple[str | None, tuple[Task, ...]]] = [(name, tuple(members)) for name, members in found.values()]
    return tuple(named + ([(None, tuple(nobody))] if nobody else []))


@dataclass(frozen=True, slots=True)
class UnitWork:
    """What a unit leads, where it coordinates, and what it owes: late work of its own and answers waited for."""

    unit: str
    leads: tuple[Task, ...]
    coordinates: tuple[Task, ...]
    owes: tuple[Task, ...]


def work_of_units(tasks: Sequence[Task], today: date) -> tuple[UnitWork, ...]:
    """The work of every unit that the tasks name, in the order of their first appearance."""
    names: dict[str, str] = {}
    for task in tasks:
        for name in (*task.lead, *task.coordinate, *task.waiting_for):
            names.setdefault(fold(name), name)
    return tuple(_work_of(key, name, tasks, today) for key, name in names.items())


def _work_of(key: str, name: str, tasks: Sequence[Task], today: date) -> UnitWork:
    leads = tuple(task for task in tasks if key in map(fold, task.lead))
    coordinates = tuple(task for task in tasks if key in map(fold, task.coordinate) and task not in leads)
    late = (task for task in leads if result_of(task, today) is Result.MISSED)
    waited = (task for task in tasks if key in map(fold, task.waiting_for) and task.state is TaskState.WAITING)
    return UnitWork(name, leads, coordinates, tuple(dict.fromkeys((*late, *waited))))
