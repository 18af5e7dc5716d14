"""What the journal tells: each operation with the rows that it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

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


_REVERSING = frozenset({"undo", "redo"})


def is_undone(entry: Entry, known: Mapping[EntryId, Entry]) -> bool:
    """Whether an operation has been taken back and that has not been taken back in turn.

    Args:
        entry: the operation.
        known: it and all later ones, by number.
    """
    undoer = known.get(entry.undone_by) if entry.undone_by is not None else None
    return undoer is not None and not is_undone(undoer, known)


def last_done(entries: Sequence[Entry]) -> Entry | None:
    """The last operation that is in force, undo and redo themselves apart. ``entries`` have the latest first."""
    known = {entry.id: entry for entry in entries}
    done = (entry for entry in entries if entry.operation not in _REVERSING and not is_undone(entry, known))
    return next(done, None)


def last_undone(entries: Sequence[Entry]) -> Entry | None:
    """The undo that a redo takes back: the last one in force, unless something else was done after it."""
    known = {entry.id: entry for entry in entries}
    for entry in entries:
        if entry.operation not in _REVERSING and not is_undone(entry, known):
            return None
        if entry.operation == "undo" and not is_undone(entry, known):
            return entry
    return None
