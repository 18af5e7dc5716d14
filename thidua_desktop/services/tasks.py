"""Tasks: add, edit, move on, trash."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.tasks import Task, TaskState, check_task
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.queries import TaskRow
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["PlanInTrash", "TaskRow", "TaskService"]

_TASK = frozenset({Kind.TASK})
_TASK_AND_UNITS = frozenset({Kind.TASK, Kind.UNIT})


class PlanInTrash(AppError):
    """A task cannot leave the trash before its plan."""

    code = "task.plan_in_trash"


class TaskService:
    """The tasks of all plans."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def of_plan(self, plan_id: PlanId) -> tuple[Task, ...]:
        """The tasks of a plan in the plan's order."""
        with self._store.read() as work:
            return work.tasks.of_plan(plan_id)

    def of_year(self, year: int) -> tuple[TaskRow, ...]:
        """The tasks whose own time lies in a calendar year, by deadline."""
        with self._store.read() as work:
            return work.queries.tasks(year)

    def get(self, task_id: TaskId) -> Task:
        """One task.

        Raises:
            RecordMissing: no such task, or in the trash.
        """
        with self._store.read() as work:
            return work.tasks.get(task_id)

    def trash(self, plan_id: PlanId) -> tuple[Task, ...]:
        """The tasks of a plan that lie in the trash."""
        with self._store.read() as work:
            return work.tasks.trashed(plan_id)

    def add(self, task: Task) -> Changes:
        """Keep a new task, at the end of its plan unless it has a position.

        Raises:
            TaskTextMissing, ProgressOutOfRange: it cannot be kept so.
            RecordMissing: its plan is not there.
        """
        check_task(task)
        with self._store.write("task.add", text=brief(task.text)) as work:
            task_id = _added(work, task)
        return Changes("task.add", _TASK_AND_UNITS, (task_id,))

    def save(self, task: Task) -> Changes:
        """Keep a changed task.

        Raises:
            TaskTextMissing, ProgressOutOfRange: it cannot be kept so.
            RecordMissing: it is not there any more.
        """
        check_task(task)
        with self._store.write("task.save", text=brief(task.text)) as work:
            work.tasks.save(task)
        return Changes("task.save", _TASK_AND_UNITS)

    def save_many(self, tasks: Sequence[Task]) -> Changes:
        """Keep several tasks, new ones among them, as one operation: all or none.

        Raises:
            TaskTextMissing, ProgressOutOfRange, RecordMissing: for the first that cannot be kept.
        """
        for task in tasks:
            check_task(task)
        with self._store.write("task.save_many", count=len(tasks)) as work:
            created = tuple(_added(work, task) for task in tasks if task.id is None)
            for task in tasks:
                if task.id is not None:
                    work.tasks.save(task)
        return Changes("task.save_many", _TASK_AND_UNITS, created)

    def delete(self, task_ids: Iterable[TaskId]) -> Changes:
        """Move tasks to the trash.

        Raises:
            RecordMissing: one of them is not there.
        """
        doomed = tuple(task_ids)
        with self._store.write("task.delete", count=len(doomed)) as work:
            work.tasks.trash(doomed)
        return Changes("task.delete", _TASK)

    def restore(self, task_ids: Iterable[TaskId]) -> Changes:
        """Take tasks out of the trash.

        Raises:
            PlanInTrash: their plan lies there too.
            RecordMissing: one of them is not in the trash.
        """
        wanted = tuple(task_ids)
        with self._store.write("task.restore", count=len(wanted)) as work:
            for plan_id in {work.tasks.plan_of(task_id) for task_id in wanted}:
                if work.plans.trashed_at(plan_id) is not None:
                    raise PlanInTrash(title=brief(work.plans.any(plan_id).title))
            work.tasks.restore(wanted)
        return Changes("task.restore", _TASK)

    def move(
        self, task_ids: Iterable[TaskId], state: TaskState, *, on: date | None = None, reason: str | None = None
    ) -> Changes:
        """Set the state of tasks; ``on`` (today if not given) is the day of completion for DONE.

        Raises:
            ReasonMissing: a step backwards, a cancellation or a carry-over without a reason; none has moved.
        """
        moving = tuple(task_ids)
        with self._store.write("task.move", count=len(moving), task_state=state) as work:
            for task in [work.tasks.get(task_id) for task_id in moving]:
                work.tasks.save(task.moved_to(state, on=on or self._today(), reason=reason))
        return Changes("task.move", _TASK)

    def confirm(self, task_ids: Iterable[TaskId]) -> Changes:
        """Confirm that the case of conditional work ("nếu có") has come; closed as not arisen, it is open again.

        Raises:
            TaskNotConditional: one of them does not depend on anything; nothing has changed.
        """
        wanted = tuple(task_ids)
        with self._store.write("task.confirm", count=len(wanted)) as work:
            for task in [work.tasks.get(task_id) for task_id in wanted]:
                work.tasks.save(task.confirmed())
        return Changes("task.confirm", _TASK)

    def not_arisen(self, task_ids: Iterable[TaskId]) -> Changes:
        """Close conditional work whose case did not come ("không phát sinh").

        Raises:
            TaskNotConditional: one of them does not depend on anything; nothing has changed.
        """
        wanted = tuple(task_ids)
        with self._store.write("task.not_arisen", count=len(wanted)) as work:
            for task in [work.tasks.get(task_id) for task_id in wanted]:
                work.tasks.save(task.closed_as_not_arisen())
        return Changes("task.not_arisen", _TASK)

    def wait_for(self, task_ids: Iterable[TaskId], units: Sequence[str], *, reason: str | None = None) -> Changes:
        """Set tasks to "Chờ đơn vị" and keep whose answer they wait for.

        Raises:
            ReasonMissing: one was finished or closed and nobody says why it is open again; nothing has changed.
        """
        wanted, names = tuple(task_ids), tuple(squeeze(unit) for unit in units if unit.strip())
        with self._store.write("task.wait_for", count=len(wanted), units=brief("; ".join(names))) as work:
            for task in [work.tasks.get(task_id) for task_id in wanted]:
                work.tasks.save(task.waits_for(names, reason=reason, on=self._today()))
        return Changes("task.wait_for", _TASK)


def _added(work: Work, task: Task) -> TaskId:
    work.plans.get(task.plan_id)  # not into a plan in the trash
    placed = task if task.position else replace(task, position=work.tasks.next_position(task.plan_id))
    return work.tasks.save(replace(placed, id=None))
