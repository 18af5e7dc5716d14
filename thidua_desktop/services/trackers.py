"""The tracker: sent out to be filled in, read back, compared and taken over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.tasks import Task, check_task
from thidua_desktop.domain.trackers import FieldChange, TrackerRow, compare, merged, values_of
from thidua_desktop.services.outgoing import outgoing
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["FieldChange", "TrackerOutdated", "TrackerReturn", "TrackerService"]


class TrackerOutdated(AppError):
    """A task has been changed between reading the tracker and taking it over."""

    code = "tracker.outdated"


@dataclass(frozen=True, slots=True)
class TrackerReturn:
    """A tracker that has come back: what it would change, and what has to be said about it. Nothing is kept yet."""

    path: Path
    rows: tuple[TrackerRow, ...]
    """The rows that belong to a task; each of the others is a finding."""
    changes: tuple[FieldChange, ...]
    findings: tuple[Finding, ...]

    @property
    def conflicts(self) -> tuple[FieldChange, ...]:
        """Changes that the clerk has to decide: both sides have changed the value."""
        return tuple(change for change in self.changes if change.conflict)

    @property
    def clear(self) -> tuple[FieldChange, ...]:
        """Changes against which nothing of ours stands."""
        return tuple(change for change in self.changes if not change.conflict)


class TrackerService:
    """Writes and takes back trackers."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def export(self, year: int, out: Path, *, plan_id: PlanId | None = None) -> Path:
        """Write the tracker of a year's tasks (or of one plan's); a failure leaves a former file as it was.

        Raises:
            RecordMissing: no such plan.
        """
        from thidua_desktop.reports.excel.tracker import writer
        from thidua_desktop.reports.excel.tracker.content import Tracker

        with self._store.read() as work:
            office = work.office.get()
            tasks = _tasks_of_year(work, year) if plan_id is None else work.tasks.of_plan(plan_id)
            named = {plan_id} if plan_id is not None else {task.plan_id for task in tasks}
            plans = tuple(work.plans.get(known) for known in sorted(named))
        with outgoing(out) as scratch:
            writer.write(Tracker(office, plans, tasks, self._today()), scratch)
        return out

    def read(self, path: Path) -> TrackerReturn:
        """Compare a returned tracker with what is kept; nothing is changed.

        Raises:
            NotATracker: no table of a tracker in it.
            FileTrouble: the file cannot be read.
        """
        from thidua_desktop.importing import tracker, tracker_matching

        returned = tracker.read(path)
        with self._store.read() as work:
            tasks, numbers = _all_tasks(work)
        matched = tracker_matching.match(returned, tasks, numbers)
        changes: list[FieldChange] = []
        findings = [*returned.findings, *matched.findings]
        for task, row in matched.pairs:
            comparison = compare(task, row)
            changes.extend(comparison.changes)
            findings.extend(comparison.findings)
        return TrackerReturn(path, tuple(row for _, row in matched.pairs), tuple(changes), tuple(findings))

    def apply(self, returned: TrackerReturn, taken: Iterable[FieldChange] | None = None) -> Changes:
        """Take over changes as one operation: all or none.

        Args:
            returned: what ``read`` gave.
            taken: the changes to take; without them those that are no conflict.

        Raises:
            TrackerOutdated: a task is no longer as it was compared.
            ReasonMissing: a state needs a reason that nobody gave.
            RecordMissing: a task has gone to the trash.
        """
        by_task: dict[TaskId, list[FieldChange]] = defaultdict(list)
        for change in returned.clear if taken is None else taken:
            by_task[change.task_id].append(change)
        with self._store.write("tracker.import", count=len(by_task), name=returned.path.name) as work:
            for task_id, changes in by_task.items():
                task = work.tasks.get(task_id)
                _refuse_outdated(task, changes)
                result = merged(task, changes, today=self._today())
                check_task(result)
                work.tasks.save(result)
        return Changes("tracker.import", frozenset({Kind.TASK}), params={"count": len(by_task)})


def _refuse_outdated(task: Task, changes: Iterable[FieldChange]) -> None:
    now = values_of(task)
    if any(now[change.field] != change.mine for change in changes):
        raise TrackerOutdated(text=brief(task.text))


def _tasks_of_year(work: Work, year: int) -> tuple[Task, ...]:
    """The tasks of the year's plans (a school year's reach into the next) and those of others that fall into it."""
    found = {task.id: task for task in work.tasks.of_year(year)}
    for plan in work.plans.of_year(year):
        if plan.id is not None:
            found.update((task.id, task) for task in work.tasks.of_plan(plan.id))
    return tuple(found.values())


def _all_tasks(work: Work) -> tuple[tuple[Task, ...], dict[PlanId, str]]:
    """Every task of every plan: a tracker does not say for sure which year it belongs to."""
    plans = [plan for year in work.queries.years() for plan in work.plans.of_year(year)]
    tasks = tuple(task for plan in plans if plan.id is not None for task in work.tasks.of_plan(plan.id))
    return tasks, {plan.id: plan.number for plan in plans if plan.id is not None and plan.number is not None}
