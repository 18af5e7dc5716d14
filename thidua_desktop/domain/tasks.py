"""Tasks (nhiệm vụ): one action with its time, units and progress."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.records import dataclass
from thidua_desktop.domain import periods
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.ids import PlanId, PlanPartId, SeriesId, TaskId


class Recurrence(StrEnum):
    """How often a standing task comes back within its year."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


class TaskState(StrEnum):
    """The states that a clerk sets (DESIGN §3)."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    DONE = "done"
    CANCELLED = "cancelled"
    CARRIED_OVER = "carried_over"


class Standing(StrEnum):
    """What a task looks like on a day: its state, or what the calendar makes of it. Never stored."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done_late"
    CANCELLED = "cancelled"
    CARRIED_OVER = "carried_over"


OPEN_STATES = (TaskState.NOT_STARTED, TaskState.IN_PROGRESS, TaskState.WAITING)

_ORDER = {TaskState.NOT_STARTED: 0, TaskState.IN_PROGRESS: 1, TaskState.WAITING: 2, TaskState.DONE: 3}

DUE_SOON_DAYS = 7


class ReasonMissing(AppError):
    """A step backwards, a cancellation or a carry-over was asked for without a reason."""

    code = "task.reason_missing"


class TaskTextMissing(AppError):
    """A task without a text cannot be kept."""

    code = "task.text_missing"


class TaskYearOutOfRange(AppError):
    """The year of a task is not one of ``periods.YEARS``."""

    code = "task.year_out_of_range"


class ProgressOutOfRange(AppError):
    """Progress is a whole percentage."""

    code = "task.progress_out_of_range"


class TaskNotConditional(AppError):
    """Only work that is done "nếu có" can be confirmed or closed as not arisen."""

    code = "task.not_conditional"


@dataclass(frozen=True, slots=True)
class Task:
    """A task of a plan. ``lead`` and ``coordinate`` are units' names as the plan writes them.

    ``year`` is the calendar year of the task's own time; ``progress`` is 0-100 percent.
    """

    plan_id: PlanId
    text: str
    year: int
    quarter: int | None = None
    month: int | None = None
    due: date | None = None
    starts: date | None = None
    section: str | None = None
    label: str | None = None
    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    product: str | None = None
    conditional: bool = False
    recurrence: Recurrence | None = None
    remark: str | None = None
    state: TaskState = TaskState.NOT_STARTED
    progress: int = 0
    completed_on: date | None = None
    evidence: str | None = None
    """The document that proves the result: number and day."""
    delay_reason: str | None = None
    state_reason: str | None = None
    """Why the task was cancelled, carried over or set back."""
    note: str | None = None
    position: int = 0
    """Order within the plan, from 1."""
    source: Source | None = None
    id: TaskId | None = None
    part_id: PlanPartId | None = None
    """Where it stands in the plan's text: its own item, or the heading it was added under."""
    series_id: SeriesId | None = None
    """The recurring work that it is an instance of."""
    period: str | None = None
    """Which instance: "2026-03", "2026-Q1", "2026-H1", "2026", "2026-W05"."""
    arisen: bool | None = None
    """Of conditional work: None not known yet, True confirmed, False closed as "không phát sinh"."""
    waiting_for: tuple[str, ...] = ()
    """The units whose answer the work waits for."""

    @property
    def deadline(self) -> date:
        """The last day on which the task is still in time."""
        return periods.deadline(self.year, self.quarter, self.month, self.due)

    def standing(self, today: date) -> Standing:
        """What the task looks like on ``today``; "Quá hạn" and "Hoàn thành trễ hạn" are computed here."""
        if self.state is TaskState.DONE:
            late = self.completed_on is not None and self.completed_on > self.deadline
            return Standing.DONE_LATE if late else Standing.DONE
        if self.state in OPEN_STATES:
            left = (self.deadline - today).days
            if left < 0:
                return Standing.OVERDUE
            if self.due is not None and left <= DUE_SOON_DAYS:
                return Standing.DUE_SOON
        return Standing(self.state.value)

    def moved_to(self, state: TaskState, *, on: date, reason: str | None = None) -> Task:
        """The task in another state. ``on`` is the day of the move: for DONE the day of completion.

        Raises:
            ReasonMissing: a step backwards, a cancellation or a carry-over without a reason.
        """
        if state is self.state:
            return self
        if needs_reason(self.state, state) and not (reason or "").strip():
            raise ReasonMissing(old=self.state, new=state)
        done = state is TaskState.DONE
        progress = 100 if done else min(self.progress, 99)
        return replace(
            self,
            state=state,
            progress=progress,
            completed_on=on if done else None,
            state_reason=(reason or "").strip() or None,
            arisen=None if self.arisen is False else self.arisen,
            waiting_for=self.waiting_for if state is TaskState.WAITING else (),
        )

    def confirmed(self) -> Task:
        """Conditional work whose case has come; closed as not arisen before, it is open again.

        Raises:
            TaskNotConditional: the work does not depend on anything.
        """
        if not self.conditional:
            raise TaskNotConditional(text=self.text)
        if self.arisen is False:
            return replace(self, state=TaskState.NOT_STARTED, progress=0, arisen=True, state_reason=None)
        return replace(self, arisen=True)

    def closed_as_not_arisen(self) -> Task:
        """Conditional work whose case did not come: closed without a further reason.

        Raises:
            TaskNotConditional: the work does not depend on anything.
        """
        if not self.conditional:
            raise TaskNotConditional(text=self.text)
        closed = replace(self, state=TaskState.CANCELLED, completed_on=None, state_reason=None, waiting_for=())
        return replace(closed, arisen=False, progress=min(self.progress, 99))

    def waits_for(self, units: tuple[str, ...], *, reason: str | None = None, on: date) -> Task:
        """The task waiting for units' answers.

        Raises:
            ReasonMissing: it was done or closed already and nobody says why it is open again.
        """
        return replace(self.moved_to(TaskState.WAITING, on=on, reason=reason), waiting_for=units)

    def placed(self, *, year: int, quarter: int | None, month: int | None, due: date | None) -> Task:
        """The task at another time; month and quarter follow from the day when one is given."""
        if due is not None:
            return replace(self, year=due.year, month=due.month, quarter=periods.quarter_of_month(due.month), due=due)
        if month is not None:
            return replace(self, year=year, month=month, quarter=periods.quarter_of_month(month), due=None)
        return replace(self, year=year, quarter=quarter, month=None, due=None)


def check_task(task: Task) -> None:
    """Refuse a task that cannot be kept.

    Raises:
        TaskTextMissing, TaskYearOutOfRange, ProgressOutOfRange
    """
    if not task.text.strip():
        raise TaskTextMissing
    if task.year not in periods.YEARS:
        raise TaskYearOutOfRange(value=str(task.year))
    if task.progress not in range(101):
        raise ProgressOutOfRange(value=task.progress)


def needs_reason(old: TaskState, new: TaskState) -> bool:
    """Whether the move has to be justified: cancelling, carrying over, and every step backwards."""
    if new in (TaskState.CANCELLED, TaskState.CARRIED_OVER):
        return True
    return old in (TaskState.CANCELLED, TaskState.CARRIED_OVER) or _ORDER[new] < _ORDER[old]
