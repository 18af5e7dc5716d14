"""What the calendar reads from the office file for a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services


@dataclass(frozen=True, slots=True)
class Loaded:
    """The tasks of a year, those of the years around it and around today, and the names of their plans."""

    tasks: tuple[Task, ...] = ()
    beside: tuple[Task, ...] = ()
    plans: Mapping[PlanId, str] = field(default_factory=dict)

    def find(self, task_id: TaskId | None) -> Task | None:
        """A task, if it is among them."""
        return next((task for task in (*self.tasks, *self.beside) if task.id == task_id), None)

    def units(self) -> set[str]:
        """Every unit that has a part in a task of the year."""
        return {unit for task in self.tasks for unit in (*task.lead, *task.coordinate)}

    def plans_of_year(self) -> dict[PlanId, str]:
        """The plans that have a task in the year."""
        return {task.plan_id: self.plans[task.plan_id] for task in self.tasks}


def load(services: Services, year: int, today: date) -> Loaded:
    """Read a year with its neighbours; a week over New Year and the overview of today need those."""
    wanted = {near for middle in (year, today.year) for near in range(middle - 1, middle + 2)}
    rows = {which: services.tasks.of_year(which) for which in sorted(wanted)}
    return Loaded(
        tuple(row.task for row in rows[year]),
        tuple(row.task for which, found in rows.items() if which != year for row in found),
        {row.task.plan_id: _plan_name(row.plan_number, row.plan_title) for found in rows.values() for row in found},
    )


def _plan_name(number: str | None, title: str) -> str:
    return f"{number} – {title}" if number else title
