"""One thread's connection, and the operation that runs on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from thidua_desktop.domain.ids import EntryId
from thidua_desktop.storage.connection import KeyedDatabase, journaled
from thidua_desktop.storage.errors import WriteOutsideOperation
from thidua_desktop.storage.remembered import Remembered
from thidua_desktop.storage.rows import Row

_USUAL_ROOM, _ROOM_OF_HEAPS = -2_000, -32_000
"""Kilobytes, as SQLite takes them."""


class Session:
    """What the repositories of a thread share. ``entry`` is the running operation, None while only reading."""

    def __init__(self, opened: KeyedDatabase) -> None:
        self.db = journaled(opened, self._journal_entry)
        self.entry: EntryId | None = None
        self.at: str = ""
        """The moment of the running operation; what it moves to the trash carries this stamp."""
        self.remembered = Remembered()
        self._roomy = False

    @property
    def writing(self) -> bool:
        """Whether an operation is running."""
        return self.entry is not None

    def make_room(self) -> None:
        """Let SQLite keep more of the file in memory until the operation ends: a heap of rows changes every index."""
        if not self._roomy:
            self.db.conn.execute(f"PRAGMA cache_size = {_ROOM_OF_HEAPS}")
            self._roomy = True

    def tidy(self) -> None:
        """Give the memory of a heap back, after the operation."""
        if self._roomy:
            self.db.conn.execute(f"PRAGMA cache_size = {_USUAL_ROOM}")
            self._roomy = False

    @property
    def busy(self) -> bool:
        """Whether a transaction is open, for reading or writing."""
        return self.db.conn.in_transaction

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """The rows of a query."""
        cursor = self.db.conn.execute(sql, parameters)
        names = tuple(column[0] for column in cursor.description)
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def value(self, sql: str, parameters: Sequence[Any] | Row = ()) -> Any:
        """The first value of a query, None where there is no row."""
        row = self.db.conn.execute(sql, parameters).fetchone()
        return None if row is None else row[0]

    def change(self, sql: str, parameters: Sequence[Any] | Row = ()) -> tuple[int, int]:
        """Run a statement that writes; gives the new row's id and the number of rows.

        Raises:
            WriteOutsideOperation: no operation is running.
        """
        self._journal_entry()
        cursor = self.db.conn.execute(sql, parameters)
        return cursor.lastrowid or 0, cursor.rowcount

    def change_many(self, sql: str, parameters: Sequence[Row] | Sequence[tuple[Any, ...]]) -> None:
        """Run a statement that writes once for each row of values.

        Raises:
            WriteOutsideOperation: no operation is running.
        """
        self._journal_entry()
        self.db.conn.executemany(sql, parameters)

    def close(self) -> None:
        """Close the connection."""
        self.db.close()

    def _journal_entry(self) -> int:
        if self.entry is None:
            raise WriteOutsideOperation
        return self.entry
