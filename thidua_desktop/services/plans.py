"""Plans: create, edit, trash, and standing duties that become tasks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import PlanId, PlanPartId
from thidua_desktop.domain.periods import YEARS
from thidua_desktop.domain.plan_tree import OutlineNode, body, framed, outline
from thidua_desktop.domain.plans import Plan, PlanKind, PlanPart, PlanState, PlanYearOutOfRange, Role, check_plan
from thidua_desktop.domain.tasks import check_task
from thidua_desktop.storage.errors import YearClosed
from thidua_desktop.storage.queries import PlanRow
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

if TYPE_CHECKING:
    from thidua_desktop.domain.rollover_plans import RolledLine, Rollover


__all__ = ["PartIsTask", "PlanRow", "PlanService"]

_PLAN_AND_TASKS = frozenset({Kind.PLAN, Kind.TASK, Kind.UNIT})


class PartIsTask(AppError):
    """The part of the plan has been made a task already."""

    code = "plan.part_is_task"


class PlanService:
    """The plans of the office."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def years(self) -> tuple[int, ...]:
        """The years that the file knows something of, the latest first."""
        with self._store.read() as work:
            return work.queries.years()

    def of_year(self, year: int) -> tuple[PlanRow, ...]:
        """The plans of a year with the state of their tasks as of today."""
        with self._store.read() as work:
            return work.queries.plans(year, self._today())

    def get(self, plan_id: PlanId) -> Plan:
        """One plan.

        Raises:
            RecordMissing: no such plan, or in the trash.
        """
        with self._store.read() as work:
            return work.plans.get(plan_id)

    def parts(self, plan_id: PlanId) -> tuple[PlanPart, ...]:
        """The text of a plan in reading order; empty for a plan that was not read from a document."""
        with self._store.read() as work:
            return work.parts.of_plan(plan_id)

    def trash(self) -> tuple[Plan, ...]:
        """The plans in the trash, the latest first."""
        with self._store.read() as work:
            return work.plans.trashed()

    def create(self, plan: Plan) -> Changes:
        """Keep a new plan.

        Raises:
            PlanTitleMissing, PlanYearOutOfRange: it cannot be kept so.
        """
        from thidua_desktop.services.summaries import brief

        check_plan(plan)
        with self._store.write("plan.create", title=brief(plan.title)) as work:
            plan_id = work.plans.save(plan)
        return Changes("plan.create", frozenset({Kind.PLAN}), (plan_id,))

    def save(self, plan: Plan) -> Changes:
        """Keep a changed plan.

        Raises:
            PlanTitleMissing, PlanYearOutOfRange: it cannot be kept so.
        """
        from thidua_desktop.services.summaries import brief

        check_plan(plan)
        with self._store.write("plan.save", title=brief(plan.title)) as work:
            work.plans.save(plan)
            _keep_baseline(work, plan)
        return Changes("plan.save", frozenset({Kind.PLAN}))

    def create_from_nothing(self, kind: PlanKind, year: int, title: str) -> Changes:
        """Keep a new plan with the headings that such a plan has, its căn cứ and nơi nhận as they are usual.

        Args:
            kind: which plan.
            year: its year.
            title: its name; empty for the usual one.

        Raises:
            PlanYearOutOfRange: no such year.
        """
        from thidua_desktop.services import skeletons
        from thidua_desktop.services.summaries import brief

        skeleton = skeletons.of(kind)
        with self._store.read() as work:
            office = work.office.get()
        if year not in YEARS:
            raise PlanYearOutOfRange(value=str(year))
        plan = skeletons.plan_from(skeleton, office, year=year, title=title, today=self._today())
        with self._store.write("plan.create_from_nothing", title=brief(plan.title)) as work:
            plan_id = work.plans.save(plan)
            work.parts.add(plan_id, skeletons.parts_from(skeleton, year))
        return Changes("plan.create_from_nothing", frozenset({Kind.PLAN}), (plan_id,))

    def outline(self, plan_id: PlanId) -> tuple[OutlineNode, ...]:
        """The body of a plan as a tree with its tasks; items whose tasks all lie in the trash are left out."""
        with self._store.read() as work:
            parts, tasks = work.parts.of_plan(plan_id), work.tasks.of_plan(plan_id)
            gone = {task.part_id for task in work.tasks.trashed(plan_id)}
        here = {task.part_id for task in tasks}
        shown = [part for part in parts if part.role is not Role.TASK or part.id in here or part.id not in gone]
        return outline(shown, tasks)

    def save_parts(self, plan_id: PlanId, parts: Sequence[PlanPart]) -> Changes:
        """Keep the body of a plan in the order given; parts that are not among them are removed.

        Its tasks follow: section and number as their items have them now, the order that of the text; a task whose
        item is gone stands under what was above it. Letterhead, căn cứ, recipients and signer stay as they are.

        Raises:
            RecordMissing: no such plan, or a part that is not the plan's.
        """
        from thidua_desktop.domain.plan_following import followed
        from thidua_desktop.services.summaries import brief

        with self._store.read() as work:
            title = brief(work.plans.get(plan_id).title)
        with self._store.write("plan.save_parts", title=title) as work:
            before, tasks = work.parts.of_plan(plan_id), work.tasks.of_plan(plan_id)
            _loosen(work, plan_id, before, parts)
            kept = work.parts.save_all(plan_id, framed(before, body(parts)))
            for task in followed(body(before), body(kept), tasks):
                work.tasks.save(task)
        return Changes("plan.save_parts", frozenset({Kind.PLAN, Kind.TASK}))

    def delete(self, plan_id: PlanId) -> Changes:
        """Move a plan and its tasks to the trash."""
        from thidua_desktop.services.summaries import brief

        title = brief(self.get(plan_id).title)
        with self._store.write("plan.delete", title=title) as work:
            work.tasks.trash(task.id for task in work.tasks.of_plan(plan_id) if task.id is not None)
            work.plans.trash([plan_id])
        return Changes("plan.delete", _PLAN_AND_TASKS)

    def restore(self, plan_id: PlanId) -> Changes:
        """Take a plan out of the trash with the tasks that went there together with it.

        Raises:
            RecordMissing: the plan is not in the trash.
        """
        from thidua_desktop.services.summaries import brief

        with self._store.read() as work:
            title = brief(work.plans.any(plan_id).title)
        with self._store.write("plan.restore", title=title) as work:
            stamp = work.plans.trashed_at(plan_id)
            work.plans.restore([plan_id])
            work.tasks.restore(work.tasks.trashed_with(plan_id, stamp or ""))
        return Changes("plan.restore", _PLAN_AND_TASKS)

    def task_from_part(self, part_id: PlanPartId) -> Changes:
        """Make a task of a standing duty, or of any other part of the plan's text; its units come with it.

        Raises:
            PartIsTask: that has been done before.
        """
        from thidua_desktop.domain.intake import task_from_part
        from thidua_desktop.services.summaries import brief

        with self._store.read() as work:
            plan_id, part = work.parts.get(part_id)
            plan = work.plans.get(plan_id)
        if part.role is Role.TASK:
            raise PartIsTask(text=brief(part.text))
        with self._store.write("plan.task_from_part", text=brief(part.text), title=brief(plan.title)) as work:
            position = work.tasks.next_position(plan_id)
            task_id = work.tasks.save(task_from_part(plan, plan_id, part, position=position))
            work.parts.change_role(part_id, Role.TASK)
        return Changes("plan.task_from_part", _PLAN_AND_TASKS, (task_id,))

    def rollover(self, plan_id: PlanId, *, to_year: int | None = None) -> Rollover:
        """How a plan would read next year, line by line; nothing is kept.

        Raises:
            RecordMissing: no such plan, or in the trash.
            YearClosed: the books of the new year are closed, so that it could not be kept.
        """
        from thidua_desktop.domain.rollover_plans import rollover
        from thidua_desktop.services.legal import legal_register

        with self._store.read() as work:
            plan, tasks, parts = work.plans.get(plan_id), work.tasks.of_plan(plan_id), work.parts.of_plan(plan_id)
            closed = work.years.closed()
        rolled = rollover(plan, tasks, parts, register=legal_register(), to_year=to_year)
        if rolled.to_year in closed:
            raise YearClosed(year=str(rolled.to_year))
        return rolled

    def roll_over(self, plan_id: PlanId, lines: Sequence[RolledLine], *, to_year: int | None = None) -> Changes:
        """Keep next year's plan as one operation: a draft without number and day, its text and its tasks.

        ``created`` is the new plan's id, then those of its tasks. The old plan stays as it is.

        Args:
            plan_id: the plan that is rolled over.
            lines: those of ``rollover`` with what the clerk has decided; a task that is not among them is left out.
            to_year: the year of the new plan, next year if not given.

        Raises:
            RecordMissing: the old plan is not there any more.
            PlanTitleMissing, PlanYearOutOfRange, TaskTextMissing: the new plan cannot be kept so.
            YearClosed: the books of the new year are closed.
        """
        from thidua_desktop.domain.plan_links import LinkKind, PlanLink
        from thidua_desktop.domain.rollover_plans import Rollover, new_parts, new_plan, new_tasks
        from thidua_desktop.services.legal import legal_register
        from thidua_desktop.services.summaries import brief

        with self._store.read() as work:
            old, tasks, parts = work.plans.get(plan_id), work.tasks.of_plan(plan_id), work.parts.of_plan(plan_id)
        rolled = Rollover(old, to_year if to_year is not None else old.year + 1, tuple(lines))
        plan, register = new_plan(rolled), legal_register()
        check_plan(plan)
        chosen = new_tasks(rolled, tasks, plan_id, register=register)
        for task in chosen:
            check_task(task)
        title, year = brief(plan.title), str(plan.year)
        with self._store.write("plan.roll_over", title=title, year=year, tasks=len(chosen)) as work:
            new_id = work.plans.save(plan)
            text = new_parts(rolled, parts, tasks, register=register)
            places = dict(zip((part.id for part in text), work.parts.add(new_id, text), strict=True))
            series = {
                old_id: work.series.save(replace(work.series.get(old_id), id=None, plan_id=new_id))
                for old_id in dict.fromkeys(task.series_id for task in chosen)
                if old_id is not None
            }
            created = tuple(
                work.tasks.save(
                    replace(
                        task,
                        plan_id=new_id,
                        part_id=places.get(task.part_id),
                        series_id=series.get(task.series_id) if task.series_id is not None else None,
                    )
                )
                for task in chosen
            )
            work.plan_links.save(PlanLink(new_id, LinkKind.ROLLED_FROM, other_id=plan_id))
        return Changes("plan.roll_over", _PLAN_AND_TASKS, (new_id, *created))


def _keep_baseline(work: Work, plan: Plan) -> None:
    """A plan that is approved without further words has its tasks of this day as what was approved."""
    from thidua_desktop.domain.adjustments import Approval, contents

    if plan.id is not None and plan.state is PlanState.APPROVED and not work.approvals.of_plan(plan.id):
        approval = Approval(plan.id, plan.number, plan.issued_on)
        work.approvals.add(approval, contents(work.tasks.of_plan(plan.id)))


def _loosen(work: Work, plan_id: PlanId, before: Sequence[PlanPart], parts: Sequence[PlanPart]) -> None:
    """Tasks in the trash let go of parts that are about to be removed, which nothing may point to any more."""
    gone = {part.id for part in body(before)} - {part.id for part in parts}
    for task in (*work.tasks.of_plan(plan_id), *work.tasks.trashed(plan_id)):
        if task.part_id in gone and task.id is not None:
            work.tasks.stand(task.id, None)
