"""What comes back in a tracker: values that others filled in, compared with what was sent out and what is kept now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from thidua_desktop.domain.calendar import with_progress
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.tasks import OPEN_STATES, Task, TaskState, needs_reason


class TrackerField(StrEnum):
    """The fields of a task that others fill in."""

    STATE = "state"
    PROGRESS = "progress"
    COMPLETED_ON = "completed_on"
    DELAY_REASON = "delay_reason"
    NOTE = "note"


Value = TaskState | int | date | str | None
Values = Mapping[TrackerField, Value]


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """One row of a returned tracker.

    ``values`` has only the fields whose cell was there and could be read; ``base`` those that were sent out, None
    where the file no longer tells. ``number`` (of the plan) and ``text`` find the task where ``task_id`` is lost.
    """

    source: Source
    text: str
    values: Values
    base: Values | None = None
    task_id: TaskId | None = None
    number: str | None = None
    fixed: Mapping[str, str] = field(default_factory=dict)
    """The cells that say what the task is, by column; they are not taken over."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that differs: as it was sent out (``base``), as it is kept now (``mine``), as it came back (``theirs``).

    In a conflict both sides changed it, or nobody knows any more what was sent out; the clerk has to choose.
    """

    task_id: TaskId
    field: TrackerField
    base: Value
    mine: Value
    theirs: Value
    conflict: bool
    source: Source


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one row asks for, and what has to be said about it."""

    changes: tuple[FieldChange, ...] = ()
    findings: tuple[Finding, ...] = field(default_factory=tuple)


def values_of(task: Task) -> dict[TrackerField, Value]:
    """The fields of a kept task that a tracker shows."""
    return {
        TrackerField.STATE: task.state,
        TrackerField.PROGRESS: task.progress,
        TrackerField.COMPLETED_ON: task.completed_on,
        TrackerField.DELAY_REASON: task.delay_reason,
        TrackerField.NOTE: task.note,
    }


def compare(task: Task, row: TrackerRow) -> Comparison:
    """What a row changes in its task. What cannot be taken over becomes a finding, never silence."""
    mine = values_of(task)
    theirs, findings = _understood(row, mine)
    changes = tuple(
        change
        for which, value in theirs.items()
        if (change := _change(task, row, which, mine[which], value)) is not None
    )
    return Comparison(*_with_reason(task, row, changes, findings))


def merged(task: Task, changes: Iterable[FieldChange], *, today: date) -> Task:
    """The task with the values that came back.

    Raises:
        ReasonMissing: a state that needs a reason, and neither reason nor note says one.
    """
    taken = {change.field: change.theirs for change in changes}
    reason, note, progress = (
        taken.get(TrackerField.DELAY_REASON, task.delay_reason),
        taken.get(TrackerField.NOTE, task.note),
        taken.get(TrackerField.PROGRESS),
    )
    task = replace(task, delay_reason=_text(reason), note=_text(note))
    state = taken.get(TrackerField.STATE)
    if isinstance(state, TaskState):
        task = task.moved_to(state, on=today, reason=_text(reason) or _text(note))
        if state is TaskState.DONE:
            task = replace(task, completed_on=None)  # the day is what the row says, not the day of reading
    if isinstance(progress, int) and task.state in OPEN_STATES:
        task = with_progress(task, progress, today=today)
    if TrackerField.COMPLETED_ON in taken and task.state is TaskState.DONE:
        day = taken[TrackerField.COMPLETED_ON]
        task = replace(task, completed_on=day if isinstance(day, date) else None)
    return task


def _understood(row: TrackerRow, mine: Values) -> tuple[dict[TrackerField, Value], list[Finding]]:
    """The row's values, with what they imply: a day and 100 % mean that the work is done."""
    theirs = dict(row.values)
    findings: list[Finding] = []
    day = theirs.get(TrackerField.COMPLETED_ON)
    state = theirs.get(TrackerField.STATE, mine[TrackerField.STATE])
    if day is not None and state is not TaskState.DONE:
        untouched = row.base is None or theirs.get(TrackerField.STATE) == row.base.get(TrackerField.STATE)
        if untouched and theirs.get(TrackerField.PROGRESS) == 100 and state in OPEN_STATES:
            theirs[TrackerField.STATE] = TaskState.DONE
            findings.append(Finding("tracker.taken_as_done", Severity.INFO, {"day": day}, row.source))
        else:
            del theirs[TrackerField.COMPLETED_ON]
            if day != mine[TrackerField.COMPLETED_ON]:
                params = {"day": day, "state": state}
                findings.append(Finding("tracker.day_without_done", Severity.WARNING, params, row.source))
    if theirs.get(TrackerField.STATE) is TaskState.DONE:
        progress = theirs.pop(TrackerField.PROGRESS, None)  # done is 100 %
        if isinstance(progress, int) and progress < 100 and (row.base is None or progress != row.base.get(_PROGRESS)):
            findings.append(Finding("tracker.done_below_100", Severity.WARNING, {"percent": progress}, row.source))
        if day is None and mine[TrackerField.STATE] is not TaskState.DONE:
            findings.append(Finding("tracker.done_without_day", Severity.WARNING, {}, row.source))
    elif theirs.get(_PROGRESS) == 100 and (row.base is None or row.base.get(_PROGRESS) != 100):
        theirs[_PROGRESS] = 99  # 100 % alone does not finish a task
        findings.append(Finding("tracker.not_yet_done", Severity.INFO, {}, row.source))
    return theirs, findings


def _change(task: Task, row: TrackerRow, which: TrackerField, mine: Value, theirs: Value) -> FieldChange | None:
    if theirs == mine or (theirs is None and which in (TrackerField.STATE, TrackerField.PROGRESS)):
        return None
    base = row.base.get(which) if row.base is not None else None
    if row.base is not None and theirs == base:
        return None  # they left it as it was; what we changed meanwhile stays
    if row.base is None and theirs is None:
        return None  # without knowing what was sent out, an empty cell asks for nothing
    known = row.base is not None or mine in _UNTOUCHED[which]
    conflict = not known or (row.base is not None and mine != base)
    assert task.id is not None
    return FieldChange(task.id, which, base, mine, theirs, conflict, row.source)


def _with_reason(
    task: Task, row: TrackerRow, changes: tuple[FieldChange, ...], findings: list[Finding]
) -> tuple[tuple[FieldChange, ...], tuple[Finding, ...]]:
    """A step that needs a reason and has none is not proposed; the others of the row are."""
    step = next((change for change in changes if change.field is TrackerField.STATE), None)
    if step is None or not isinstance(step.theirs, TaskState) or not needs_reason(task.state, step.theirs):
        return changes, tuple(findings)
    clear = {change.field: change.theirs for change in changes if not change.conflict}
    kept = {**values_of(task), **clear}
    if _text(kept[TrackerField.DELAY_REASON]) or _text(kept[TrackerField.NOTE]):
        return changes, tuple(findings)
    params = {"old": task.state, "new": step.theirs}
    findings.append(Finding("tracker.reason_missing", Severity.WARNING, params, row.source))
    return tuple(change for change in changes if change is not step), tuple(findings)


_PROGRESS = TrackerField.PROGRESS


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


_UNTOUCHED: dict[TrackerField, tuple[Value, ...]] = {
    TrackerField.STATE: (TaskState.NOT_STARTED,),
    TrackerField.PROGRESS: (0,),
    TrackerField.COMPLETED_ON: (None,),
    TrackerField.DELAY_REASON: (None,),
    TrackerField.NOTE: (None,),
}
"""Values that nobody has set yet: nothing of ours is lost when another takes their place."""
