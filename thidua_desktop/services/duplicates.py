"""Tasks of different plans that look like the same work, and what the clerk has said of them."""

from __future__ import annotations

from collections.abc import Iterable

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.duplicates import DuplicatePair, duplicates, pair_of
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.tasks import OPEN_STATES, Task
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store

_TASK = frozenset({Kind.TASK})


class DuplicateService:
    """Points out look-alikes; nothing is merged by itself."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_year(self, year: int) -> tuple[DuplicatePair, ...]:
        """The look-alikes among the plans of a year about which nothing has been said, the surest first."""
        with self._store.read() as work:
            tasks, settled = work.tasks.of_plans_of(year), work.pairs.settled()
        return duplicates(tasks, settled)

    def open_twins(self, task_ids: Iterable[TaskId]) -> tuple[Task, ...]:
        """The tasks that are linked as the same work and still open: offered when one of them is finished."""
        wanted = tuple(task_ids)
        with self._store.read() as work:
            same = {other for details in work.details.of(wanted).values() for other in details.same}
            return tuple(task for task in work.tasks.among(same - set(wanted)) if task.state in OPEN_STATES)

    def dismiss(self, first: TaskId, second: TaskId) -> Changes:
        """Remember that two tasks are not the same work ("không trùng").

        Raises:
            SameTask: both are one task.
            RecordMissing: one of them is not there.
        """
        pair = pair_of(first, second)
        with self._store.write("task.not_same", text=self._text(first)) as work:
            work.pairs.say(pair, same=False)
        return Changes("task.not_same", _TASK)

    def link(self, first: TaskId, second: TaskId) -> Changes:
        """Remember that two tasks are the same work; both stay in their plans.

        Raises:
            SameTask: both are one task.
            RecordMissing: one of them is not there.
        """
        pair = pair_of(first, second)
        with self._store.write("task.same", text=self._text(first)) as work:
            work.pairs.say(pair, same=True)
        return Changes("task.same", _TASK)

    def forget(self, first: TaskId, second: TaskId) -> Changes:
        """Take back what was said of two tasks: they are pointed out again.

        Raises:
            SameTask: both are one task.
        """
        pair = pair_of(first, second)
        with self._store.write("task.forget_pair", text=self._text(first)) as work:
            work.pairs.forget(pair)
        return Changes("task.forget_pair", _TASK)

    def _text(self, task_id: TaskId) -> str:
        with self._store.read() as work:
            return brief(work.tasks.get(task_id).text)
