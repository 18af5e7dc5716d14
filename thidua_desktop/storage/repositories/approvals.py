"""Approvals of plans and of their adjustments, with what was approved of each task."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from thidua_desktop.domain.adjustments import Adjustment, Approval, TaskContent
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import ApprovalId, PlanId, TaskId
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.rows import Row


class ApprovalRepository(Repository):
    """Tables ``approvals``, ``approved_tasks``, ``approved_changes`` and ``change_reasons``."""

    table = "approvals"
    kind = Kind.PLAN

    def of_plan(self, plan_id: PlanId) -> tuple[Approval, ...]:
        """The approvals of a plan, the plan's own first."""
        return tuple(_approval(row) for row in self._where("plan_id = ?", (plan_id,)))

    def add(self, approval: Approval, approved: Mapping[TaskId, TaskContent]) -> ApprovalId:
        """Keep an approval with the tasks as they are approved, in their order; gives its id."""
        approval_id = ApprovalId(self._insert(_row(approval)))
        for position, (task_id, content) in enumerate(approved.items(), start=1):
            self._session.change(
                "INSERT INTO approved_tasks (approval_id, task_id, position, content) VALUES (?, ?, ?, ?)",
                (approval_id, task_id, position, _written(content)),
            )
        return approval_id

    def approved(self, approval_id: ApprovalId) -> dict[TaskId, TaskContent]:
        """The tasks as they were approved, in the plan's order of that day."""
        found = self._session.rows(
            "SELECT * FROM approved_tasks WHERE approval_id = ? ORDER BY position", (approval_id,)
        )
        return {TaskId(row["task_id"]): _content(row) for row in found}

    def keep_changes(self, approval_id: ApprovalId, changes: Iterable[Adjustment]) -> None:
        """Keep why, when and by whom the tasks were changed that an adjustment approves."""
        for change in changes:
            self._session.change(
                "INSERT INTO approved_changes (approval_id, task_id, reason, changed_on, who) VALUES (?, ?, ?, ?, ?)",
                (approval_id, change.task_id, rows.optional(change.reason), rows.iso(change.on), change.who),
            )

    def changes(self, approval_id: ApprovalId) -> dict[TaskId, tuple[str | None, date | None, str | None]]:
        """Reason, day and person of each change that an approval brought."""
        found = self._session.rows("SELECT * FROM approved_changes WHERE approval_id = ?", (approval_id,))
        return {TaskId(row["task_id"]): (row["reason"], rows.day(row["changed_on"]), row["who"]) for row in found}

    def reasons(self, plan_id: PlanId) -> dict[TaskId, str]:
        """Why tasks of a plan have been changed since the last approval."""
        found = self._session.rows(
            "SELECT task_id, reason FROM change_reasons WHERE task_id IN (SELECT id FROM tasks WHERE plan_id = ?)",
            (plan_id,),
        )
        return {TaskId(row["task_id"]): row["reason"] for row in found}

    def explain(self, task_id: TaskId, reason: str) -> None:
        """Keep why a task was changed; an empty reason takes a former one away."""
        self._session.change("DELETE FROM change_reasons WHERE task_id = ?", (task_id,))
        if reason.strip():
            self._session.change(
                "INSERT INTO change_reasons (task_id, reason) VALUES (?, ?)", (task_id, rows.text(reason))
            )

    def forget_reasons(self, plan_id: PlanId) -> None:
        """Take all reasons away: they are kept with the approval now."""
        for task_id in self.reasons(plan_id):
            self._session.change("DELETE FROM change_reasons WHERE task_id = ?", (task_id,))


def _row(approval: Approval) -> Row:
    return {
        "plan_id": approval.plan_id,
        "number": rows.optional(approval.number),
        "approved_on": rows.iso(approval.approved_on),
        "note": rows.optional(approval.note),
    }


@rows.reading
def _approval(row: Row) -> Approval:
    return Approval(
        plan_id=PlanId(row["plan_id"]),
        number=row["number"],
        approved_on=rows.day(row["approved_on"]),
        note=row["note"],
        id=ApprovalId(row["id"]),
    )


def _written(content: TaskContent) -> str:
    said = {name: value for name, value in asdict(content).items() if value not in (None, ())}
    return json.dumps(said, ensure_ascii=False, default=str)


@rows.reading
def _content(row: Row) -> TaskContent:
    said: dict[str, Any] = json.loads(row["content"])
    for name in ("due", "starts"):
        said[name] = rows.day(said.get(name))
    for name in ("lead", "coordinate"):
        said[name] = tuple(said.get(name, ()))
    return TaskContent(**{**said, "state": TaskState(said["state"])})
