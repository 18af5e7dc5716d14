"""Approving plans and their adjustments, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.adjustments import (
    Adjustment,
    Approval,
    ApprovalTooEarly,
    NothingToApprove,
    adjustments,
    contents,
)
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.history import RowChange
from thidua_desktop.domain.ids import ApprovalId, PlanId, TaskId
from thidua_desktop.domain.plans import PlanState
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

_PLAN = frozenset({Kind.PLAN})
_CONTENT = ("text", "year", "quarter", "month", "due", "starts", "product", "state", "deleted_at")
"""The columns of a task that an approval is about; its units are rows of their own."""


class AdjustmentService:
    """Keeps what was approved, and computes what differs from it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def approvals(self, plan_id: PlanId) -> tuple[Approval, ...]:
        """The approvals of a plan: its own first, then those of its adjustments."""
        with self._store.read() as work:
            return work.approvals.of_plan(plan_id)

    def of_plan(self, plan_id: PlanId, approval_id: ApprovalId | None = None) -> tuple[Adjustment, ...]:
        """What has changed since the last approval, or what an approved adjustment has brought.

        A plan that was never approved has no adjustments, and its own approval brings none.
        """
        with self._store.read() as work:
            known = [approval.id for approval in work.approvals.of_plan(plan_id) if approval.id is not None]
            if not known:
                return ()
            if approval_id is None:
                return _pending(work, plan_id, known[-1])
            before = [known_id for known_id in known if known_id < approval_id]
            return _approved(work, before[-1], approval_id) if before and approval_id in known else ()

    def approve(
        self, plan_id: PlanId, number: str | None, approved_on: date | None, note: str | None = None
    ) -> Changes:
        """Keep the tasks of a plan as they are now as what was approved.

        The first time it is the plan that is approved: it gets the number and the day. After that it is an adjustment,
        with the number and day of its own decision.

        Raises:
            NothingToApprove: nothing differs from what was approved last.
            ApprovalTooEarly: the day is before that of the last approval.
            RecordMissing: no such plan, or in the trash.
        """
        with self._store.read() as work:
            plan, known = work.plans.get(plan_id), work.approvals.of_plan(plan_id)
            tasks = work.tasks.of_plan(plan_id)
        approval = Approval(plan_id, squeeze(number or "") or None, approved_on, squeeze(note or "") or None)
        title = brief(plan.title)
        if known:
            return self._approve_adjustment(approval, known[-1], title)
        with self._store.write("plan.approve", title=title) as work:
            approved = replace(plan, state=PlanState.APPROVED)
            work.plans.save(
                replace(
                    approved,
                    number=approval.number or plan.number,
                    issued_on=approval.approved_on or plan.issued_on,
                )
            )
            approval_id = work.approvals.add(approval, contents(tasks))
        return Changes("plan.approve", _PLAN, (approval_id,))

    def explain(self, task_ids: Iterable[TaskId], reason: str) -> Changes:
        """Keep why tasks were changed, for the list of adjustments; an empty reason takes a former one away.

        Raises:
            RecordMissing: one of the tasks has never been.
        """
        wanted = tuple(task_ids)
        with self._store.write("plan.explain", count=len(wanted)) as work:
            for task_id in wanted:
                work.tasks.plan_of(task_id)
                work.approvals.explain(task_id, squeeze(reason))
        return Changes("plan.explain", frozenset({Kind.TASK}))

    def _approve_adjustment(self, approval: Approval, last: Approval, title: str) -> Changes:
        if (
            approval.approved_on is not None
            and last.approved_on is not None
            and approval.approved_on < last.approved_on
        ):
            raise ApprovalTooEarly(before=last.approved_on)
        pending = self.of_plan(approval.plan_id)
        if not pending:
            raise NothingToApprove
        with self._store.write("plan.approve_adjustment", title=title, count=len(pending)) as work:
            approval_id = work.approvals.add(approval, contents(work.tasks.of_plan(approval.plan_id)))
            work.approvals.keep_changes(approval_id, pending)
            work.approvals.forget_reasons(approval.plan_id)
        return Changes("plan.approve_adjustment", _PLAN | {Kind.TASK}, (approval_id,))


def _pending(work: Work, plan_id: PlanId, last: ApprovalId) -> tuple[Adjustment, ...]:
    tasks = work.tasks.of_plan(plan_id)
    reasons = {task.id: task.state_reason for task in tasks if task.state_reason} | work.approvals.reasons(plan_id)
    found = adjustments(work.approvals.approved(last), contents(tasks))
    return tuple(_told(each, (reasons.get(each.task_id), *_last_change(work, each.task_id))) for each in found)


def _approved(work: Work, before: ApprovalId, approval_id: ApprovalId) -> tuple[Adjustment, ...]:
    told = work.approvals.changes(approval_id)
    found = adjustments(work.approvals.approved(before), work.approvals.approved(approval_id))
    return tuple(_told(each, told.get(each.task_id, (None, None, None))) for each in found)


def _told(adjustment: Adjustment, told: tuple[str | None, date | None, str | None]) -> Adjustment:
    reason, on, who = told
    return replace(adjustment, reason=reason, on=on, who=who)


def _last_change(work: Work, task_id: TaskId) -> tuple[date | None, str | None]:
    """Day and person of the last operation that changed what is approved of a task."""
    for entry in work.journal.of_record(Kind.TASK, task_id):
        if any(_is_about(change, task_id) for change in work.journal.changes(entry.id)):
            return entry.at.date(), entry.who
    return None, None


def _is_about(change: RowChange, task_id: TaskId) -> bool:
    if change.table == "task_units":
        return any(row is not None and row["task_id"] == task_id for row in (change.before, change.after))
    return change.table == "tasks" and change.row_id == task_id and any(_changed_columns(change))


def _changed_columns(change: RowChange) -> Iterator[str]:
    before, after = change.before or {}, change.after or {}
    return (name for name in _CONTENT if before.get(name) != after.get(name))
