"""Flat rows for lists: a record with what a list shows beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.ids import PlanId, RoundId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import OPEN_STATES, Task
from thidua_desktop.storage.session import Session

if TYPE_CHECKING:
    from thidua_desktop.domain.nominations import Round
    from thidua_desktop.storage.repositories.plans import PlanRepository
    from thidua_desktop.storage.repositories.rounds import RoundRepository
    from thidua_desktop.storage.repositories.tasks import TaskRepository


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan with the number of its tasks, of those done, and of those overdue on the day asked about."""

    plan: Plan
    tasks: int
    done: int
    overdue: int


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with the name and number of its plan."""

    task: Task
    plan_title: str
    plan_number: str | None


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round with the number of its nominations, in all and by kind of recipient."""

    round: Round
    nominations: int
    persons: int
    collectives: int
    households: int


_OPEN = ", ".join(f"'{state.value}'" for state in OPEN_STATES)


class Queries:
    """The lists of the screens, read in one consistent state."""

    def __init__(self, session: Session, plans: PlanRepository, tasks: TaskRepository, rounds: RoundRepository) -> None:
        self._session = session
        self._plans = plans
        self._tasks = tasks
        self._rounds = rounds

    def years(self) -> tuple[int, ...]:
        """The years that plans, tasks, rounds or meetings lie in, the latest first."""
        found = self._session.rows(
            "SELECT year FROM plans WHERE deleted_at IS NULL UNION SELECT year FROM tasks WHERE deleted_at IS NULL"
            " UNION SELECT year FROM rounds WHERE deleted_at IS NULL"
            " UNION SELECT CAST(substr(held_on, 1, 4) AS INTEGER) AS year FROM meetings WHERE deleted_at IS NULL"
            " ORDER BY year DESC"
        )
        return tuple(row["year"] for row in found)

    def plans(self, year: int, today: date) -> tuple[PlanRow, ...]:
        """The plans of a year."""
        counted = {
            PlanId(row["plan_id"]): (row["tasks"], row["done"], row["overdue"])
            for row in self._session.rows(
                "SELECT plan_id, count(*) AS tasks, sum(state = 'done') AS done,"
                f" sum(state IN ({_OPEN}) AND deadline < ?) AS overdue"
                " FROM tasks WHERE deleted_at IS NULL AND plan_id IN (SELECT id FROM plans WHERE year = ?)"
                " GROUP BY plan_id",
                (today.isoformat(), year),
            )
        }
        found = self._plans.of_year(year)
        return tuple(PlanRow(plan, *counted.get(plan.id, (0, 0, 0))) for plan in found if plan.id is not None)

    def tasks(self, year: int) -> tuple[TaskRow, ...]:
        """The tasks whose own time lies in a calendar year, by deadline."""
        titles = {
            row["id"]: (row["title"], row["number"])
            for row in self._session.rows(
                "SELECT id, title, number FROM plans WHERE id IN (SELECT plan_id FROM tasks WHERE year = ?)", (year,)
            )
        }
        return tuple(TaskRow(task, *titles[task.plan_id]) for task in self._tasks.of_year(year))

    def rounds(self, year: int) -> tuple[RoundRow, ...]:
        """The rounds of a year."""
        return self._session.remembered.of(self._session, ("rounds", year), lambda: self._counted_rounds(year))

    def _counted_rounds(self, year: int) -> tuple[RoundRow, ...]:
        counted = {
            RoundId(row["round_id"]): (row["lines"], row["persons"], row["collectives"], row["households"])
            for row in self._session.rows(
                "SELECT round_id, count(*) AS lines, sum(kind = 'person') AS persons,"
                " sum(kind = 'collective') AS collectives, sum(kind = 'household') AS households"
                " FROM nominations WHERE deleted_at IS NULL AND round_id IN (SELECT id FROM rounds WHERE year = ?)"
                " GROUP BY round_id",
                (year,),
            )
        }
        found = self._rounds.of_year(year)
        return tuple(RoundRow(each, *counted.get(each.id, (0, 0, 0, 0))) for each in found if each.id is not None)

    def unit_names(self) -> tuple[str, ...]:
        """Names of units for completion, the most used first."""
        found = self._session.rows(
            "SELECT name FROM units WHERE deleted_at IS NULL ORDER BY"
            " (SELECT count(*) FROM task_units WHERE unit_id = units.id) DESC, folded, id"
        )
        return tuple(dict.fromkeys(row["name"] for row in found))
