"""What the journal tells: each operation with the rows that it changed."""

from __future__ import annotations

from collections.abc import Mapping
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
