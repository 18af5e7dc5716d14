"""What a tracker shows, before it is a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.schedules import QuarterGroup, by_quarter
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.model import Cell
from thidua_desktop.wording import formats, papers, task_cells
from thidua_desktop.wording.tracker import Key


@dataclass(frozen=True, slots=True)
class Tracker:
    """The tasks of one plan or of all plans of a year, judged as of a day."""

    office: Office
    plans: tuple[Plan, ...]
    tasks: tuple[Task, ...]
    as_of: date

    @property
    def groups(self) -> tuple[QuarterGroup, ...]:
        """The tasks by quarter."""
        return by_quarter(self.tasks)

    def plan_of(self, task: Task) -> Plan:
        """The plan that gave the task."""
        return next(plan for plan in self.plans if plan.id == task.plan_id)


def attached_to(plans: Sequence[Plan]) -> str:
    """The line below the title: the plan that the table goes with, or the numbers of several."""
    if len(plans) == 1:
        plan = plans[0]
        return papers.attached_to(plan.number, plan.issued_on, plan.issuer)
    numbers = [_short(plan) for plan in plans]
    return f"(Theo {len(plans)} kế hoạch: {'; '.join(numbers)})" if plans else "(Chưa có kế hoạch)"


def fixed_cells(tracker: Tracker, task: Task) -> dict[Key, Cell]:
    """The cells that tell what the task is; nobody is asked to fill these in."""
    due = task.due or papers.time_of(task.year, task.quarter, task.month, None)
    return {
        Key.TEXT: task.text,
        Key.ASSIGNED_BY: _short(tracker.plan_of(task)),
        Key.LEAD: task_cells.units(task.lead),
        Key.COORDINATE: task_cells.units(task.coordinate),
        Key.PRODUCT: task.product,
        Key.STARTS: task.starts,
        Key.DUE: due,
    }


def _short(plan: Plan) -> str:
    number = plan.number or plan.title
    return f"{number}, {formats.day_in_text(plan.issued_on)}" if plan.issued_on is not None else number
