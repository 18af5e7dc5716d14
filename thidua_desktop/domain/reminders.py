"""What to remind the clerk of on a day; each reminder can be put off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.task_details import Step, TaskDetails, Urging
from thidua_desktop.domain.tasks import OPEN_STATES, Task

WITHIN = 5
"""How many working days before its day something is reminded of, unless the clerk wants it otherwise."""

ANSWER_WITHIN = 5
"""Working days after which an answer is asked for again where the letter named no day."""


class ReminderKind(StrEnum):
    """What a reminder is about."""

    OVERDUE = "overdue"
    DUE = "due"
    REPORT = "report"
    """A recurring report that is due."""
    STEP_OVERDUE = "step_overdue"
    STEP_DUE = "step_due"
    ANSWER = "answer"
    """The answer of a unit that was urged."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to remind of. ``key`` tells it from all others; ``day`` is when it is or was due.

    ``working_days`` are left until then; negative: so many have gone by since.
    """

    kind: ReminderKind
    key: str
    task_id: TaskId
    text: str
    day: date
    working_days: int
    unit: str | None = None


def reminders(
    tasks: Iterable[Task],
    details: Mapping[TaskId, TaskDetails],
    *,
    put_off: Mapping[str, date],
    calendar: OfficeCalendar,
    today: date,
    within: int = WITHIN,
) -> tuple[Reminder, ...]:
    """What to remind of today, the most urgent first.

    Args:
        tasks: those that may be reminded of; finished and closed ones are passed over.
        details: their steps and urgings.
        put_off: reminders that are quiet until the day named, which is the first that has them again.
        calendar: the days that are worked.
        today: the day.
        within: how many working days before something is due it is reminded of.
    """
    wanted = _Wanted(calendar, today, within)
    found = [
        reminder
        for task in tasks
        if task.id is not None and task.state in OPEN_STATES
        for reminder in wanted.of(task, task.id, details.get(task.id, TaskDetails()))
        if today >= put_off.get(reminder.key, today)
    ]
    return tuple(sorted(found, key=lambda each: (each.working_days, each.day, each.key)))


@dataclass(frozen=True, slots=True)
class _Wanted:
    calendar: OfficeCalendar
    today: date
    within: int

    def of(self, task: Task, task_id: TaskId, details: TaskDetails) -> Iterator[Reminder]:
        yield from self._task(task, task_id)
        for step in details.steps:
            yield from self._step(step, task_id)
        for urging in details.urgings:
            yield from self._answer(urging, task, task_id)

    def _task(self, task: Task, task_id: TaskId) -> Iterator[Reminder]:
        late = task.deadline < self.today
        # A quarter that ends is no day to remind of: each of its tasks would come up at once.
        if late or (task.due is not None and self._near(task.due)):
            due = ReminderKind.REPORT if task.series_id is not None else ReminderKind.DUE
            kind = ReminderKind.OVERDUE if late else due
            yield self._made(kind, f"task:{task_id}", (task_id, task.text), task.deadline)

    def _step(self, step: Step, task_id: TaskId) -> Iterator[Reminder]:
        if step.due is None or step.done_on is not None or not self._near(step.due):
            return
        kind = ReminderKind.STEP_OVERDUE if step.due < self.today else ReminderKind.STEP_DUE
        yield self._made(kind, f"step:{step.id}", (task_id, step.text), step.due, step.unit)

    def _answer(self, urging: Urging, task: Task, task_id: TaskId) -> Iterator[Reminder]:
        if not urging.waits():
            return
        day = urging.answer_by or self.calendar.add_working_days(urging.urged_on, ANSWER_WITHIN)
        if day <= self.today:
            yield self._made(ReminderKind.ANSWER, f"urging:{urging.id}", (task_id, task.text), day, urging.unit)

    def _near(self, day: date) -> bool:
        return day <= self.today or self.calendar.working_days(self.today, day) <= self.within

    def _made(
        self, kind: ReminderKind, key: str, named: tuple[TaskId, str], day: date, unit: str | None = None
    ) -> Reminder:
        gone = day < self.today
        days = -self.calendar.working_days(day, self.today) if gone else self.calendar.working_days(self.today, day)
        return Reminder(kind, key, *named, day, days, unit)
