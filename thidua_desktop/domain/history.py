"""What the journal tells: each operation with the rows that it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field, replace
from datetime import datetime
from typing import Any, TypeVar

from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import EntryId


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row before and after an operation, by column: None before for a new row, None after for a removed one."""

    table: str
    row_id: int
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Revision:
    """How often a record has been written (1 for a new one), and when last."""

    times: int
    last: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """What of an operation says whether it is in force: enough to find what is undone or redone next."""

    id: EntryId
    operation: str
    undoes: EntryId | None = None
    undone_by: EntryId | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation. The sentence for its code and parameters is in ``wording.messages``."""

    id: EntryId
    operation: str
    at: datetime
    who: str
    params: Mapping[str, Any] = field(default_factory=dict)
    touched: frozenset[Kind] = frozenset()
    undoes: EntryId | None = None
    """The entry that this one took back (or, for a redo, the undo that it took back)."""
    undone_by: EntryId | None = None
    """The entry that took this one back, if any."""


def net(changes: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Many changes as one for each row: from before the first to after the last; rows that are as before are left out.

    Removed rows come first, then changed ones, then new ones: taken back from the end, what is new makes room before
    what was removed comes back.
    """
    spans: dict[tuple[str, int], RowChange] = {}
    for change in changes:
        key = (change.table, change.row_id)
        first = spans.get(key, change)
        spans[key] = replace(first, after=change.after)
    left = [change for change in spans.values() if change.before != change.after]
    return tuple(sorted(left, key=_order))


def _order(change: RowChange) -> int:
    if change.before is None:
        return 2
    return 0 if change.after is None else 1


GOING_BACK = "undo.back_to"
"""The operation that takes back the last ``count`` operations in one step."""

_REVERSING = frozenset({"undo", "redo"})


_Operation = TypeVar("_Operation", Step, Entry)


def is_undone(entry: _Operation, known: Mapping[EntryId, _Operation]) -> bool:
    """Whether an operation has been taken back and that has not been taken back in turn.

    Args:
        entry: the operation.
        known: it and all later ones, by number.
    """
    undoer = known.get(entry.undone_by) if entry.undone_by is not None else None
    return undoer is not None and not is_undone(undoer, known)


def last_done(entries: Sequence[_Operation]) -> _Operation | None:
    """The last operation that is in force, undo and redo themselves apart. ``entries`` have the latest first."""
    known = {entry.id: entry for entry in entries}
    done = (entry for entry in entries if entry.operation not in _REVERSING and not is_undone(entry, known))
    return next(done, None)


def last_undone(entries: Sequence[_Operation]) -> _Operation | None:
    """The undo that a redo takes back: the last one in force, unless something else was done after it."""
    known = {entry.id: entry for entry in entries}
    for entry in entries:
        if entry.operation not in _REVERSING and not is_undone(entry, known):
            return None
        if entry.operation == "undo" and not is_undone(entry, known):
            return entry
    return None


def in_force(entries: Sequence[Entry], at: EntryId | None = None) -> AbstractSet[EntryId]:
    """The operations whose effect the file showed after one of them, or shows now; undo and redo are not among them.

    Args:
        entries: the latest first, without a gap.
        at: the operation to look back to; the last one if not given.
    """
    seen: list[AbstractSet[EntryId]] = [frozenset()]
    place: dict[EntryId, int] = {}
    for number, entry in enumerate(reversed(entries), start=1):
        place[entry.id] = number
        seen.append(_after(entry, seen, place))
        if entry.id == at:
            break
    return seen[-1]


def _after(entry: Entry, seen: Sequence[AbstractSet[EntryId]], place: Mapping[EntryId, int]) -> AbstractSet[EntryId]:
    if entry.undoes is not None:
        at = place.get(entry.undoes)
        if at is None:  # older than what has been read
            return seen[-1]
        before, after = seen[at - 1], seen[at]
        return (seen[-1] - (after - before)) | (before - after)
    if entry.operation == GOING_BACK:
        count = int(entry.params["count"])
        return seen[max(0, len(seen) - 1 - count)] | {entry.id}
    return seen[-1] | {entry.id}
