"""Where in time a task can be put: on a day, in a month, in a quarter, or through a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from thidua_desktop.domain import periods
from thidua_desktop.domain.tasks import Task


@dataclass(frozen=True, slots=True)
class When:
    """A task's time. The finest unit given counts; month and quarter of a day are set with it."""

    year: int
    quarter: int | None = None
    month: int | None = None
    due: date | None = None

    @classmethod
    def on(cls, day: date) -> Self:
        """On a day."""
        return cls(day.year, periods.quarter_of_month(day.month), day.month, day)

    @classmethod
    def in_month(cls, year: int, month: int) -> Self:
        """Some time in a month."""
        return cls(year, periods.quarter_of_month(month), month)

    @classmethod
    def of(cls, task: Task) -> Self:
        """The time that a task has."""
        return cls(task.year, task.quarter, task.month, task.due)

    @property
    def deadline(self) -> date:
        """The last day that is still in time."""
        return periods.deadline(self.year, self.quarter, self.month, self.due)

    def given_to(self, task: Task) -> Task:
        """The task at this time."""
        return task.placed(year=self.year, quarter=self.quarter, month=self.month, due=self.due)
