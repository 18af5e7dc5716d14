"""What all views of the calendar show: the filtered tasks, the day in hand, the task chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua_desktop.domain.calendar import time_left
from thidua_desktop.domain.holidays import OfficeCalendar, lunar_day
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.tasks import Task
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import labels


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of the calendar.

    ``tasks`` are those of the year in hand; ``beside`` those of the years around it and around today, which weeks
    over New Year and the overview of today show. ``plans`` gives the title of each plan that has tasks.
    """

    today: date
    day: date
    calendar: OfficeCalendar
    tasks: tuple[Task, ...] = ()
    beside: tuple[Task, ...] = ()
    plans: Mapping[PlanId, str] = field(default_factory=dict)
    chosen: TaskId | None = None

    @property
    def known(self) -> tuple[Task, ...]:
        """All tasks that may be shown."""
        return (*self.tasks, *self.beside)

    def alike(self, other: Scene) -> bool:
        """Whether both show the same tasks on the same kind of days, wherever the day in hand is."""
        mine, others = ((each.today, each.calendar, each.tasks, each.beside, each.plans) for each in (self, other))
        return mine == others

    def around_today(self) -> tuple[Task, ...]:
        """The tasks of the year of today and of those before and after, whichever year is looked at."""
        return tuple(task for task in self.known if abs(task.year - self.today.year) <= 1)

    def plan_of(self, task: Task) -> str:
        """The title of the task's plan."""
        return self.plans.get(task.plan_id, "")


def standing_words(task: Task, today: date) -> str:
    """What a task looks like on a day, in words."""
    return labels.task_state(task) if task.arisen is False else labels.of(task.standing(today))


def task_tip(task: Task, scene: Scene) -> str:
    """All that a chip cannot show: state, full text, time, lead units and plan."""
    left = time_left(task, scene.today, scene.calendar)
    when = said.time_of(task) + (f" ({said.time_left(left)})" if left else "")
    lines = [
        f"{standing_words(task, scene.today)} – {when}",
        task.text,
        f"Chủ trì: {'; '.join(task.lead)}" if task.lead else "",
        scene.plan_of(task),
    ]
    return "\n".join(line for line in lines if line)


def task_name(task: Task, scene: Scene) -> str:
    """What a screen reader says of a task."""
    return f"{standing_words(task, scene.today)}: {task.text}, {said.time_of(task)}"


def day_notes(day: date, calendar: OfficeCalendar) -> tuple[str, ...]:
    """What is written at a day: the day off or the worked Saturday first, then what is remembered."""
    off = calendar.day_off(day)
    worked = calendar.worked_for(day)
    notes = [said.day_off(off)] if off is not None else []
    if worked is not None:
        notes.append(said.worked_for(worked))
    notes += [said.commemoration(found, day.year) for found in calendar.commemorations(day)]
    return tuple(notes)


def day_tip(day: date, calendar: OfficeCalendar) -> str:
    """A day in words: weekday, date, lunar date and everything noted at it."""
    lunar = lunar_day(day)
    head = said.full_day(day) + (f" ({said.full_lunar(lunar)})" if lunar is not None else "")
    return "\n".join((head, *day_notes(day, calendar)))
