"""Adjustments of a plan (điều chỉnh, bổ sung, chuyển kỳ, bãi bỏ) against what was approved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.ids import ApprovalId, PlanId, TaskId
from thidua_desktop.domain.tasks import Task, TaskState


class NothingToApprove(AppError):
    """Nothing differs from what was approved last."""

    code = "plan.nothing_to_approve"


class ApprovalTooEarly(AppError):
    """An adjustment is not approved before the plan, or before the adjustment that it follows."""

    code = "plan.approval_too_early"


class AdjustmentKind(StrEnum):
    """What has become of an approved task."""

    CONTENT = "content"
    """điều chỉnh nội dung."""
    TIME = "time"
    UNIT = "units"
    PRODUCT = "product"
    ADDED = "added"
    """bổ sung."""
    CARRIED_OVER = "carried_over"
    """chuyển kỳ."""
    CANCELLED = "cancelled"
    """hủy."""
    REMOVED = "removed"
    """bãi bỏ: no longer in the plan."""


@dataclass(frozen=True, slots=True)
class TaskContent:
    """What is approved of a task; its progress is not."""

    text: str
    year: int
    quarter: int | None = None
    month: int | None = None
    due: date | None = None
    starts: date | None = None
    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    product: str | None = None
    section: str | None = None
    label: str | None = None
    state: TaskState = TaskState.NOT_STARTED
    """CANCELLED and CARRIED_OVER are told apart from the others, which are work under way."""


@dataclass(frozen=True, slots=True)
class Approval:
    """A day on which the plan, or an adjustment of it, was approved. The first one is the plan's own."""

    plan_id: PlanId
    number: str | None = None
    approved_on: date | None = None
    note: str | None = None
    id: ApprovalId | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What has changed of one task since it was approved; ``on`` and ``who`` are of its last change."""

    task_id: TaskId
    kinds: tuple[AdjustmentKind, ...]
    before: TaskContent | None = None
    after: TaskContent | None = None
    reason: str | None = None
    on: date | None = None
    who: str | None = None


def content_of(task: Task) -> TaskContent:
    """What an approval keeps of a task."""
    return TaskContent(
        text=task.text,
        year=task.year,
        quarter=task.quarter,
        month=task.month,
        due=task.due,
        starts=task.starts,
        lead=task.lead,
        coordinate=task.coordinate,
        product=task.product,
        section=task.section,
        label=task.label,
        state=_settled(task),
    )


def contents(tasks: Iterable[Task]) -> dict[TaskId, TaskContent]:
    """The content of tasks by their numbers, in their order."""
    return {task.id: content_of(task) for task in tasks if task.id is not None}


def adjustments(approved: Mapping[TaskId, TaskContent], now: Mapping[TaskId, TaskContent]) -> tuple[Adjustment, ...]:
    """What differs, task by task: first what was approved, in its order, then what has been added.

    A number of its heading that has changed is no adjustment. Work that was conditional and has not arisen is none
    either: the plan itself foresaw it.
    """
    found = [_adjustment(task_id, before, now.get(task_id)) for task_id, before in approved.items()]
    found += [
        Adjustment(task_id, (AdjustmentKind.ADDED,), None, after)
        for task_id, after in now.items()
        if task_id not in approved
    ]
    return tuple(each for each in found if each is not None and each.kinds)


def _adjustment(task_id: TaskId, before: TaskContent, after: TaskContent | None) -> Adjustment | None:
    if after is None:
        return Adjustment(task_id, (AdjustmentKind.REMOVED,), before, None)
    kinds = tuple(kind for kind, differs in _differences(before, after) if differs)
    return Adjustment(task_id, kinds, before, after)


def _differences(before: TaskContent, after: TaskContent) -> tuple[tuple[AdjustmentKind, bool], ...]:
    return (
        (AdjustmentKind.CANCELLED, _became(before, after, TaskState.CANCELLED)),
        (AdjustmentKind.CARRIED_OVER, _became(before, after, TaskState.CARRIED_OVER)),
        (AdjustmentKind.CONTENT, _words(before.text) != _words(after.text)),
        (AdjustmentKind.TIME, _time(before) != _time(after)),
        (AdjustmentKind.UNIT, (before.lead, before.coordinate) != (after.lead, after.coordinate)),
        (AdjustmentKind.PRODUCT, _words(before.product) != _words(after.product)),
    )


def _became(before: TaskContent, after: TaskContent, state: TaskState) -> bool:
    return after.state is state and before.state is not state


def _time(content: TaskContent) -> tuple[int, int | None, int | None, date | None, date | None]:
    return content.year, content.quarter, content.month, content.due, content.starts


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _settled(task: Task) -> TaskState:
    if task.arisen is False:
        return TaskState.NOT_STARTED
    return task.state if task.state in (TaskState.CANCELLED, TaskState.CARRIED_OVER) else TaskState.NOT_STARTED
