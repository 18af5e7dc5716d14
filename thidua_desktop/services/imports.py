"""From a plan document to a plan with its tasks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import current
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.intake import parts_from, tasks_from
from thidua_desktop.domain.plan_following import placed
from thidua_desktop.domain.plans import Plan, PlanDraft, check_plan, plan_from
from thidua_desktop.domain.stages import Stage
from thidua_desktop.domain.tasks import check_task
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store


class PlanYearMissing(AppError):
    """Neither the document nor the clerk says which year the plan is for."""

    code = "plan.year_missing"


def read_plan(path: Path) -> PlanDraft:
    """What a plan document says; nothing is kept.

    Raises:
        FileTrouble: the file cannot be read.
    """
    from thidua_desktop.importing.plans import parse  # the readers' libraries would slow the start
    from thidua_desktop.importing.readers import read_file

    current().step(0, 2, Stage.READING)
    document = read_file(path)
    current().step(1, 2, Stage.READING)
    return parse(document)


def read_plan_text(text: str) -> PlanDraft:
    """What the text of a plan (from the clipboard) says; nothing is kept."""
    from thidua_desktop.importing.plans import parse
    from thidua_desktop.importing.readers import read_text

    return parse(read_text(text))


class ImportService:
    """Reads plan documents and keeps what the clerk has accepted."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read_plan(self, path: Path) -> PlanDraft:
        """What a plan document says; nothing is kept.

        Raises:
            FileTrouble: the file cannot be read.
        """
        return read_plan(path)

    def read_plan_text(self, text: str) -> PlanDraft:
        """What the text of a plan (from the clipboard) says; nothing is kept."""
        return read_plan_text(text)

    def already_kept(self, draft: PlanDraft) -> Plan | None:
        """The plan that was read from a file with the same content, if the office keeps one."""
        with self._store.read() as work:
            return work.plans.with_sha256(draft.source_sha256)

    def store_plan(self, draft: PlanDraft, *, year: int | None = None) -> Changes:
        """Keep a draft as one operation: the plan, its text and its tasks.

        ``created`` is the plan's id, then those of the tasks in their order.

        Args:
            draft: as read, or as the clerk has corrected it.
            year: the plan's year where the document names none.

        Raises:
            PlanYearMissing: no year is known.
            PlanTitleMissing, PlanYearOutOfRange, TaskTextMissing: the draft cannot be kept so.
        """
        fallback = year or (draft.issued_on.year if draft.issued_on else None)
        if draft.year is None and fallback is None:
            raise PlanYearMissing
        plan = plan_from(draft, fallback_year=fallback or 0)
        check_plan(plan)
        with self._store.write("plan.import", title=brief(plan.title), tasks=len(draft.tasks)) as work:
            plan_id = work.plans.save(plan)
            parts = parts_from(draft)
            kept = [replace(part, id=new) for part, new in zip(parts, work.parts.add(plan_id, parts), strict=True)]
            tasks = placed(tasks_from(draft, plan_id, plan_year=plan.year), kept)
            for task in tasks:
                check_task(task)
            created = []
            for done, task in enumerate(tasks):
                current().step(done, len(tasks), Stage.KEEPING)
                created.append(work.tasks.save(task))
        return Changes("plan.import", frozenset({Kind.PLAN, Kind.TASK, Kind.UNIT}), (plan_id, *created))
