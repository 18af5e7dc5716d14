"""The very hidden sheet of a tracker: what was sent out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua_desktop.domain.documents import Block
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.domain.trackers import TrackerField, Value, Values
from thidua_desktop.wording.tracker import BASE_FIELDS, BASE_MARK, BASE_VERSION, Key, row_hash


@dataclass(frozen=True, slots=True)
class Sent:
    """One task as it was sent out: the values that others fill in, and the cells that say what the task is."""

    values: Values
    fixed: Mapping[Key, str]


@dataclass(frozen=True, slots=True)
class Base:
    """All that was sent out. ``believed`` is False where the sheet is missing, of another version or was changed."""

    tasks: Mapping[TaskId, Sent] = field(default_factory=dict)
    as_of: date | None = None
    believed: bool = False


def read(blocks: Iterable[Block]) -> Base:
    """The base from the rows of the hidden sheet. Rows that do not carry their own mark are left out."""
    rows = [block.cells for block in blocks]
    if not rows or rows[0][:2] != (BASE_MARK, str(BASE_VERSION)):
        return Base()
    tasks: dict[TaskId, Sent] = {}
    whole = True
    for cells in rows[2:]:
        padded = (*cells, *[""] * (len(BASE_FIELDS) + 2 - len(cells)))
        own, mark = padded[: len(BASE_FIELDS) + 1], padded[len(BASE_FIELDS) + 1]
        if mark == row_hash(own) and own[0].isdecimal():
            tasks[TaskId(int(own[0]))] = _sent(dict(zip(BASE_FIELDS, own[1:], strict=True)))
        else:
            whole = False
    return Base(tasks, _day(rows[0][2]) if len(rows[0]) > 2 else None, whole)


def _sent(cells: dict[Key, str]) -> Sent:
    values: dict[TrackerField, Value] = {
        TrackerField.STATE: TaskState(cells[Key.STATE]),
        TrackerField.PROGRESS: int(cells[Key.PROGRESS]),
        TrackerField.COMPLETED_ON: _day(cells[Key.COMPLETED_ON]),
        TrackerField.DELAY_REASON: cells[Key.DELAY_REASON] or None,
        TrackerField.NOTE: cells[Key.NOTE] or None,
    }
    fixed = {key: text for key, text in cells.items() if key.value not in set(TrackerField)}
    return Sent(values, fixed)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
