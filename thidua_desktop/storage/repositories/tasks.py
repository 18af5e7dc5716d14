"""Tasks with their units."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import PlanId, PlanPartId, SeriesId, TaskId
from thidua_desktop.domain.tasks import OPEN_STATES, Recurrence, Task, TaskState
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import TrashRepository
from thidua_desktop.storage.repositories.units import UnitRepository
from thidua_desktop.storage.rows import Row
from thidua_desktop.storage.session import Session

_BY_TIME = "deadline, plan_id, position, id"


class TaskRepository(TrashRepository):
    """Tables ``tasks`` and ``task_units``."""

    table = "tasks"
    kind = Kind.TASK

    def __init__(self, session: Session, units: UnitRepository) -> None:
        super().__init__(session)
        self._units = units

    def get(self, task_id: TaskId) -> Task:
        """One task.

        Raises:
            RecordMissing: no such task, or in the trash.
        """
        return self._tasks([self._living(task_id)])[0]

    def of_plan(self, plan_id: PlanId) -> tuple[Task, ...]:
        """The tasks of a plan in the plan's order."""

        def read() -> tuple[Task, ...]:
            return self._tasks(self._alive("plan_id = ?", (plan_id,), order="position, id"))

        return self._session.remembered.of(self._session, ("tasks of plan", plan_id), read)

    def of_year(self, year: int) -> tuple[Task, ...]:
        """The tasks whose own time lies in a calendar year, by deadline."""
        return self._tasks(self._alive("year = ?", (year,), order=_BY_TIME))

    def of_series(self, series_id: SeriesId) -> tuple[Task, ...]:
        """The instances of recurring work in the order of their periods."""
        return self._tasks(self._alive("series_id = ?", (series_id,), order="period, id"))

    def of_plans_of(self, year: int) -> tuple[Task, ...]:
        """The tasks of the plans of a year, whichever year their own time lies in."""
        plans = "plan_id IN (SELECT id FROM plans WHERE year = ? AND deleted_at IS NULL)"
        return self._tasks(self._alive(plans, (year,), order="plan_id, position, id"))

    def open(self) -> tuple[Task, ...]:
        """The tasks of all years that are neither finished nor closed, by deadline."""
        states = ", ".join(f"'{state.value}'" for state in OPEN_STATES)
        return self._tasks(self._alive(f"state IN ({states})", order=_BY_TIME))

    def among(self, task_ids: Iterable[int]) -> tuple[Task, ...]:
        """Those of some tasks that are not in the trash, by deadline."""
        wanted = json.dumps(sorted(task_ids))
        return self._tasks(self._alive("id IN (SELECT value FROM json_each(?))", (wanted,), order=_BY_TIME))

    def trashed(self, plan_id: PlanId) -> tuple[Task, ...]:
        """The tasks of a plan that lie in the trash."""
        return self._tasks(self._where("plan_id = ? AND deleted_at IS NOT NULL", (plan_id,), order="position, id"))

    def trashed_with(self, plan_id: PlanId, stamp: str) -> tuple[TaskId, ...]:
        """The tasks that went to the trash together with their plan."""
        found = self._where("plan_id = ? AND deleted_at = ?", (plan_id, stamp))
        return tuple(TaskId(row["id"]) for row in found)

    def plan_of(self, task_id: TaskId) -> PlanId:
        """The plan of a task, also of one in the trash.

        Raises:
            RecordMissing: no such task.
        """
        return PlanId(self._one(task_id)["plan_id"])

    def texts(self, task_ids: Iterable[int]) -> dict[int, str]:
        """What tasks are called, those in the trash too; tasks that have never been are left out."""
        wanted = json.dumps(sorted(task_ids))
        found = self._session.rows("SELECT id, text FROM tasks WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
        return {row["id"]: row["text"] for row in found}

    def next_position(self, plan_id: PlanId) -> int:
        """The place after the last task of a plan, those in the trash counted."""
        last = self._session.value("SELECT max(position) FROM tasks WHERE plan_id = ?", (plan_id,))
        return int(last or 0) + 1

    def save(self, task: Task) -> TaskId:
        """Keep a task; units that are not known yet are made. Gives the task's id."""
        task_id = TaskId(self._save(task.id, _row(task)))
        self._save_units(task_id, "lead", task.lead)
        self._save_units(task_id, "coordinate", task.coordinate)
        return task_id

    def stand(self, task_id: TaskId, part_id: PlanPartId | None) -> None:
        """Let a task stand at another part of its plan's text, or at none; one in the trash too."""
        self._update(task_id, {"part_id": part_id})

    def _save_units(self, task_id: TaskId, role: str, names: Sequence[str]) -> None:
        wanted = tuple(name for name in map(rows.optional, names) if name is not None)
        kept = self._session.rows(
            "SELECT id, name FROM task_units WHERE task_id = ? AND role = ? ORDER BY position", (task_id, role)
        )
        if tuple(row["name"] for row in kept) == wanted:
            return
        for row in kept:
            self._session.change("DELETE FROM task_units WHERE id = ?", (row["id"],))
        for position, name in enumerate(wanted, start=1):
            self._session.change(
                "INSERT INTO task_units (task_id, role, position, unit_id, name) VALUES (?, ?, ?, ?, ?)",
                (task_id, role, position, self._units.found_or_made(name), name),
            )

    def _tasks(self, found: Sequence[Row]) -> tuple[Task, ...]:
        units = self._units_of([row["id"] for row in found])
        return tuple(_task(row, units) for row in found)

    def _units_of(self, task_ids: Sequence[int]) -> dict[tuple[int, str], tuple[str, ...]]:
        named: dict[tuple[int, str], list[str]] = defaultdict(list)
        for row in self._session.rows(
            "SELECT task_id, role, name FROM task_units WHERE task_id IN (SELECT value FROM json_each(?))"
            " ORDER BY task_id, role, position",
            (json.dumps(task_ids),),
        ):
            named[row["task_id"], row["role"]].append(row["name"])
        return {key: tuple(names) for key, names in named.items()}


def _row(task: Task) -> Row:
    return {
        "plan_id": task.plan_id,
        "position": task.position,
        "text": rows.text(task.text),
        "year": task.year,
        "quarter": task.quarter,
        "month": task.month,
        "due": rows.iso(task.due),
        "starts": rows.iso(task.starts),
        "section": rows.optional(task.section),
        "label": rows.optional(task.label),
        "product": rows.optional(task.product),
        "conditional": int(task.conditional),
        "recurrence": None if task.recurrence is None else task.recurrence.value,
        "remark": rows.optional(task.remark),
        "state": task.state.value,
        "progress": task.progress,
        "completed_on": rows.iso(task.completed_on),
        "evidence": rows.optional(task.evidence),
        "delay_reason": rows.optional(task.delay_reason),
        "state_reason": rows.optional(task.state_reason),
        "note": rows.optional(task.note),
        "source": None if task.source is None else rows.source_text(task.source),
        "part_id": task.part_id,
        "series_id": task.series_id,
        "period": rows.optional(task.period),
        "arisen": None if task.arisen is None else int(task.arisen),
        "waiting_for": rows.array(task.waiting_for),
    }


@rows.reading
def _task(row: Row, units: Mapping[tuple[int, str], tuple[str, ...]]) -> Task:
    return Task(
        plan_id=PlanId(row["plan_id"]),
        text=row["text"],
        year=row["year"],
        quarter=row["quarter"],
        month=row["month"],
        due=rows.day(row["due"]),
        starts=rows.day(row["starts"]),
        section=row["section"],
        label=row["label"],
        lead=units.get((row["id"], "lead"), ()),
        coordinate=units.get((row["id"], "coordinate"), ()),
        product=row["product"],
        conditional=bool(row["conditional"]),
        recurrence=None if row["recurrence"] is None else Recurrence(row["recurrence"]),
        remark=row["remark"],
        state=TaskState(row["state"]),
        progress=row["progress"],
        completed_on=rows.day(row["completed_on"]),
        evidence=row["evidence"],
        delay_reason=row["delay_reason"],
        state_reason=row["state_reason"],
        note=row["note"],
        position=row["position"],
        source=None if row["source"] is None else rows.source(row["source"]),
        id=TaskId(row["id"]),
        part_id=row["part_id"],
        series_id=row["series_id"],
        period=row["period"],
        arisen=None if row["arisen"] is None else bool(row["arisen"]),
        waiting_for=rows.texts(row["waiting_for"]),
    )
