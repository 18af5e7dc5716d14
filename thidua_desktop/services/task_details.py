"""Steps of tasks and the documents that prove their results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.domain.calendar import with_progress
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import EvidenceId, StepId, TaskId
from thidua_desktop.domain.task_details import (
    Evidence,
    Step,
    TaskDetails,
    check_evidence,
    check_steps,
    progress_of,
)
from thidua_desktop.domain.tasks import OPEN_STATES
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.errors import reached
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["EvidenceFileUnreadable", "TaskDetailService", "TaskDetails"]

_TASK = frozenset({Kind.TASK})


class EvidenceFileUnreadable(FileTrouble):
    """The file that the clerk wants to attach is not there or cannot be read."""

    code = "task.evidence_file_unreadable"


class TaskDetailService:
    """What is kept with a task besides its own fields."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def of_task(self, task_id: TaskId) -> TaskDetails:
        """The details of one task."""
        return self.of_tasks([task_id])[task_id]

    def of_tasks(self, task_ids: Iterable[TaskId]) -> Mapping[TaskId, TaskDetails]:
        """The details of many tasks, read at once; each of them is in the answer."""
        with self._store.read() as work:
            return work.details.of(task_ids)

    def save_steps(self, task_id: TaskId, steps: Sequence[Step]) -> Changes:
        """Keep the steps of a task in the order given; its progress follows them.

        Raises:
            StepTextMissing: a step has no text.
            RecordMissing: the task is not there, or a step is not one of its.
        """
        check_steps(steps)
        with self._store.read() as work:
            text = brief(work.tasks.get(task_id).text)
        with self._store.write("task.save_steps", text=text) as work:
            kept = work.steps.save_all(task_id, steps)
            _follow(work, task_id, self._today())
        created = tuple(new for new, step in zip(kept, steps, strict=True) if step.id is None)
        return Changes("task.save_steps", _TASK, created)

    def finish_step(self, step_id: StepId, done_on: date | None) -> Changes:
        """Mark a step as done on a day, or as open again; the task's progress follows. It is not finished thereby.

        Raises:
            RecordMissing: no such step.
        """
        with self._store.read() as work:
            task_id, step = work.steps.get(step_id)
        with self._store.write("task.finish_step", text=brief(step.text)) as work:
            work.steps.finish(step_id, done_on)
            _follow(work, task_id, self._today())
        return Changes("task.finish_step", _TASK)

    def add_evidence(self, evidence: Evidence, file: Path | None = None) -> Changes:
        """Keep a document that proves a result, with its file when there is one.

        The file is copied beside the office file and belongs to its backups.

        Raises:
            EvidenceEmpty: neither number nor title nor file.
            EvidenceFileUnreadable: the file cannot be read; nothing has been kept.
            StoreTrouble: the folder of attachments cannot be written to; nothing has been kept.
            RecordMissing: the task is not there.
        """
        with self._store.read() as work:
            text = brief(work.tasks.get(evidence.task_id).text)
        kept = self._attached(evidence, file) if file is not None else evidence
        check_evidence(kept)
        with self._store.write("task.add_evidence", text=text) as work:
            evidence_id = work.evidence.save(kept)
        return Changes("task.add_evidence", _TASK, (evidence_id,) if evidence.id is None else ())

    def remove_evidence(self, evidence_id: EvidenceId) -> Changes:
        """Take evidence away; its file stays, so that this can be undone.

        Raises:
            RecordMissing: no such evidence.
        """
        with self._store.read() as work:
            text = brief(work.tasks.get(work.evidence.get(evidence_id).task_id).text)
        with self._store.write("task.remove_evidence", text=text) as work:
            work.evidence.remove(evidence_id)
        return Changes("task.remove_evidence", _TASK)

    def evidence_file(self, evidence: Evidence) -> Path | None:
        """A copy of the file of evidence, to look at with another program; gone when the office file is closed.

        None when it has none, or it is missing or damaged. Reads the file.

        Raises:
            StoreTrouble: no room for the copy.
        """
        if evidence.sha256 is None:
            return None
        return self._store.attachment(evidence.sha256, evidence.file_name or evidence.sha256)

    def _attached(self, evidence: Evidence, file: Path) -> Evidence:
        try:
            with file.open("rb") as opened:
                opened.read(1)
        except OSError as error:
            raise EvidenceFileUnreadable(path=file) from error
        kept = self._store.attachments
        with reached(kept.folder):
            digest = kept.keep(file)
        return replace(evidence, sha256=digest, file_name=file.name)


def _follow(work: Work, task_id: TaskId, today: date) -> None:
    """The part of the steps that is done is the progress of the task, while it is open and has steps."""
    task = work.tasks.get(task_id)
    percent = progress_of(work.details.of([task_id])[task_id].steps)
    if percent is not None and task.state in OPEN_STATES:
        work.tasks.save(with_progress(task, percent, today=today))
