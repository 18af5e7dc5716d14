"""Putting rows back to what they were before an operation, as the journal tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import current
from thidua_desktop.domain.history import RowChange, net
from thidua_desktop.domain.stages import Stage
from thidua_desktop.storage import driver
from thidua_desktop.storage.journal import KIND_OF_TABLE
from thidua_desktop.storage.rows import Row
from thidua_desktop.storage.session import Session


def _made_in_passing(change: RowChange) -> bool:
    """Whether the row is a unit that something else brought along: others may have used or corrected it since.

    Such a unit then stays. One that begins on a day was made by an event of its own.
    """
    return change.table == "units" and change.before is None and (change.after or {}).get("valid_from") is None


class ChangedSince(AppError):
    """A later operation has changed the same thing, so the earlier one cannot be taken back alone.

    ``kind`` is what was changed (``domain.changes.Kind``).
    """

    code = "undo.changed_since"


class Reversal:
    """Takes back row changes within the running operation, which journals them as its own."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._columns: dict[str, tuple[str, ...]] = {}

    def apply(self, changes: Iterable[RowChange]) -> None:
        """Take the changes back, the last one first. ``changes`` are in the order in which they were made.

        Only what a change has changed is put back: a note written later stays when an earlier move is taken back.

        Raises:
            ChangedSince: a row is no longer as the change left it.
        """
        waiting = tuple(changes)
        for done, change in enumerate(reversed(waiting)):
            current().step(done, len(waiting), Stage.REVERSING)
            self._check_shape(change)
            try:
                self._take_back(change)
            except driver.INTEGRITY_ERRORS as error:  # something made since depends on the row
                if not _made_in_passing(change):
                    raise ChangedSince(kind=KIND_OF_TABLE[change.table]) from error

    def apply_net(self, changes: Iterable[RowChange]) -> None:
        """Take back all that has been done since some moment, each row once; nothing can be in the way of that."""
        self.apply_together(net(changes))

    def apply_together(self, changes: Iterable[RowChange]) -> None:
        """As ``apply``, for rows of many operations: they fit together in the end, in whichever order they come back.

        Raises:
            ChangedSince: a row is no longer as the change left it.
        """
        self._session.db.execute("PRAGMA defer_foreign_keys = ON")
        self.apply(changes)

    def _take_back(self, change: RowChange) -> None:
        present = self._present(change)
        if change.after is None:
            self._expect(change, present is None)
            self._insert(change.table, dict(change.before or {}))
        elif change.before is None:
            unchanged = present is not None and _same(present, change.after, change.after)
            if unchanged or not _made_in_passing(change):
                self._expect(change, unchanged)
                self._session.change(f"DELETE FROM {change.table} WHERE id = ?", (change.row_id,))
        else:
            changed = [name for name in change.before if change.before[name] != change.after.get(name)]
            self._expect(change, present is not None and _same(present, change.after, changed))
            self._update(change, {name: change.before[name] for name in changed})

    def _present(self, change: RowChange) -> Row | None:
        found = self._session.rows(f"SELECT * FROM {change.table} WHERE id = ?", (change.row_id,))
        return found[0] if found else None

    def _insert(self, table: str, row: Row) -> None:
        places = ", ".join(f":{name}" for name in row)
        self._session.change(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", row)

    def _update(self, change: RowChange, row: Row) -> None:
        setting = ", ".join(f"{name} = :{name}" for name in row)
        self._session.change(f"UPDATE {change.table} SET {setting} WHERE id = :id", {**row, "id": change.row_id})

    def _check_shape(self, change: RowChange) -> None:
        """Names from the journal go into SQL, so only those of this version's tables are let through."""
        if change.table not in KIND_OF_TABLE:
            raise ValueError(change.table)
        if change.table not in self._columns:
            columns = self._session.db.columns(change.table)
            self._columns[change.table] = tuple(column.name for column in columns)
        known = self._columns[change.table]
        self._expect(change, {*(change.before or {}), *(change.after or {})} <= set(known))

    def _expect(self, change: RowChange, as_left: bool) -> None:
        if not as_left:
            raise ChangedSince(kind=KIND_OF_TABLE[change.table])


def _same(present: Row, left: Mapping[str, Any], columns: Iterable[str]) -> bool:
    return all(present.get(name) == left.get(name) for name in columns)
