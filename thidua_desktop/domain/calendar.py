"""Where tasks stand in a calendar: on a day, in a month, in a quarter, or through the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain import periods
from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.tasks import DUE_SOON_DAYS, OPEN_STATES, Standing, Task, TaskState


class Place(StrEnum):
    """How exactly a task's time is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def place_of(task: Task) -> Place:
    """The finest unit of time that the plan gives for the task."""
    if task.due is not None:
        return Place.DAY
    if task.month is not None:
        return Place.MONTH
    return Place.QUARTER if task.quarter is not None else Place.YEAR


@dataclass(frozen=True, slots=True)
class Board:
    """The tasks of one stretch of time: those with a day under their day, the others in their lanes.

    ``in_quarter`` holds the tasks of the quarter around the stretch that name no month, ``in_year`` those of the
    year that name no quarter.
    """

    days: Mapping[date, tuple[Task, ...]] = field(default_factory=dict)
    in_month: Mapping[int, tuple[Task, ...]] = field(default_factory=dict)
    in_quarter: tuple[Task, ...] = ()
    in_year: tuple[Task, ...] = ()

    def on(self, day: date) -> tuple[Task, ...]:
        """The tasks due on a day."""
        return self.days.get(day, ())


def board(tasks: Iterable[Task], year: int, quarter: int, months: Iterable[int]) -> Board:
    """The board of some months of a quarter; tasks due on neighbouring days of a month's grid are kept too."""
    wanted = set(months)
    shown = {day for month in wanted for week in periods.month_grid(year, month) for day in week}
    days: dict[date, list[Task]] = {}
    by_month: dict[int, list[Task]] = {month: [] for month in sorted(wanted)}
    in_quarter: list[Task] = []
    in_year: list[Task] = []
    for task in sorted(tasks, key=_in_plan_order):
        match place_of(task):
            case Place.DAY if task.due in shown:
                days.setdefault(task.due, []).append(task)
            case Place.MONTH if task.year == year and task.month in wanted:
                by_month[task.month].append(task)
            case Place.QUARTER if task.year == year and task.quarter == quarter:
                in_quarter.append(task)
            case Place.YEAR if task.year == year:
                in_year.append(task)
    return Board(
        {day: tuple(found) for day, found in sorted(days.items())},
        {month: tuple(found) for month, found in by_month.items()},
        tuple(in_quarter),
        tuple(in_year),
    )


def month_board(tasks: Iterable[Task], year: int, month: int) -> Board:
    """The board of one month."""
    return board(tasks, year, periods.quarter_of_month(month), (month,))


def quarter_board(tasks: Iterable[Task], year: int, quarter: int) -> Board:
    """The board of the three months of a quarter."""
    return board(tasks, year, quarter, periods.months_of(quarter))


def _in_plan_order(task: Task) -> tuple[date, int, int]:
    return task.deadline, task.plan_id, task.position


@dataclass(frozen=True, slots=True)
class Count:
    """How many tasks there are, how many of them are done and overdue."""

    total: int = 0
    done: int = 0
    overdue: int = 0


def count(tasks: Iterable[Task], today: date) -> Count:
    """The count of tasks; cancelled ones and those carried over are no longer work of this time."""
    seen = Counter(task.standing(today) for task in tasks)
    gone = seen[Standing.CANCELLED] + seen[Standing.CARRIED_OVER]
    return Count(seen.total() - gone, seen[Standing.DONE] + seen[Standing.DONE_LATE], seen[Standing.OVERDUE])


_URGENCY = (
    Standing.OVERDUE,
    Standing.DUE_SOON,
    Standing.WAITING,
    Standing.IN_PROGRESS,
    Standing.NOT_STARTED,
    Standing.DONE_LATE,
    Standing.DONE,
    Standing.CARRIED_OVER,
    Standing.CANCELLED,
)


def worst(tasks: Iterable[Task], today: date) -> Standing | None:
    """The standing that asks most for attention among the tasks, or None for none."""
    return min((task.standing(today) for task in tasks), key=_URGENCY.index, default=None)


class AgendaGroup(StrEnum):
    """The groups of the agenda; LATER is divided by month."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    DONE = "done"
    CLOSED = "closed"
    """Cancelled or carried over."""


@dataclass(frozen=True, slots=True)
class AgendaSection:
    """One group of the agenda; ``year`` and ``month`` are set for LATER only."""

    group: AgendaGroup
    tasks: tuple[Task, ...]
    year: int | None = None
    month: int | None = None


def agenda_group(task: Task, today: date) -> AgendaGroup:
    """The group that a task belongs to on a day."""
    if task.state is TaskState.DONE:
        return AgendaGroup.DONE
    if task.state not in OPEN_STATES:
        return AgendaGroup.CLOSED
    left = (task.deadline - today).days
    if left < 0:
        return AgendaGroup.OVERDUE
    if left == 0:
        return AgendaGroup.TODAY
    return AgendaGroup.SOON if left <= DUE_SOON_DAYS else AgendaGroup.LATER


def agenda(tasks: Iterable[Task], today: date) -> tuple[AgendaSection, ...]:
    """The tasks grouped by what asks for attention first; empty groups are left out, each ordered by deadline."""
    found: dict[tuple[int, int, int], list[Task]] = {}
    order = list(AgendaGroup)
    for task in sorted(tasks, key=_in_plan_order):
        group = agenda_group(task, today)
        later = group is AgendaGroup.LATER
        key = (order.index(group), task.deadline.year if later else 0, task.deadline.month if later else 0)
        found.setdefault(key, []).append(task)
    return tuple(
        AgendaSection(order[rank], tuple(members), year or None, month or None)
        for (rank, year, month), members in sorted(found.items())
    )


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """How a task's deadline lies to today: calendar days late, or working days that are left."""

    overdue_days: int = 0
    working_days: int = 0
    due_today: bool = False
    last_working_day: date | None = None
    """The working day before the deadline where nobody works on the deadline itself."""


def time_left(task: Task, today: date, calendar: OfficeCalendar) -> TimeLeft | None:
    """How much time is left for an open task; None for one that is done or closed."""
    if task.state not in OPEN_STATES:
        return None
    deadline = task.deadline
    before = calendar.last_working_day(deadline)
    pointed_out = before if task.due is not None and before != deadline else None
    if deadline < today:
        return TimeLeft(overdue_days=(today - deadline).days, last_working_day=pointed_out)
    left = calendar.working_days(today, deadline)
    return TimeLeft(working_days=left, due_today=deadline == today, last_working_day=pointed_out)


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What the clerk wants to see; an empty field lets everything through. Text is compared without diacritics."""

    text: str = ""
    unit: str | None = None
    plan_id: PlanId | None = None
    standing: Standing | None = None

    def lets(self, task: Task, today: date) -> bool:
        """Whether the task is shown."""
        if self.plan_id is not None and task.plan_id != self.plan_id:
            return False
        if self.unit is not None and self.unit not in (*task.lead, *task.coordinate):
            return False
        if self.standing is not None and task.standing(today) is not self.standing:
            return False
        return all(word in _searched(task) for word in fold(self.text).split())


def _searched(task: Task) -> str:
    return fold(" ".join((task.text, *task.lead, *task.coordinate, task.product or "", task.note or "")))


def with_progress(task: Task, percent: int, *, today: date) -> Task:
    """The task at ``percent`` of its work: from 1 % on it has been started. 100 % alone does not finish it.

    A finished task needs its day and its evidence, which only ``moved_to`` records.
    """
    percent = max(0, min(percent, 99))
    if percent and task.state is TaskState.NOT_STARTED:
        task = task.moved_to(TaskState.IN_PROGRESS, on=today)
    return replace(task, progress=percent)
