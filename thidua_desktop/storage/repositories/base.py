"""The one path on which rows are read and written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import chain, islice
from typing import Any

from thidua_desktop.common.progress import current
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.stages import Stage
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.heaps import FEWEST, journaled_at_once, ordered_after
from thidua_desktop.storage.rows import Row
from thidua_desktop.storage.session import Session

_AT_ONCE = 1_000
"""Rows that are written in one go; between two heaps the operation can be stopped."""


class Repository:
    """A table with an ``id``. A misspelt table or column is SQLite's error here, never a new table."""

    table: str
    kind: Kind

    def __init__(self, session: Session) -> None:
        self._session = session

    def _where(self, condition: str, parameters: Sequence[Any] = (), *, order: str = "id") -> list[Row]:
        return self._session.rows(f"SELECT * FROM {self.table} WHERE {condition} ORDER BY {order}", parameters)

    def _one(self, record_id: int, condition: str = "TRUE") -> Row:
        found = self._where(f"id = ? AND {condition}", (record_id,))
        if not found:
            raise RecordMissing(kind=self.kind, id=record_id)
        return found[0]

    def _insert(self, row: Row) -> int:
        names = ", ".join(row)
        places = ", ".join(f":{name}" for name in row)
        return self._session.change(f"INSERT INTO {self.table} ({names}) VALUES ({places})", row)[0]

    def _insert_many(self, rows: Iterable[Row], count: int) -> tuple[int, ...]:
        """Keep many new rows with the same columns, made when their turn comes; gives their ids in order.

        Raises:
            Cancelled: somebody has asked for the end; the operation keeps nothing.
        """
        waiting = iter(rows)
        first = next(waiting) if count else {}
        return self._insert_values(tuple(first), (tuple(row.values()) for row in chain((first,), waiting)), count)

    def _insert_values(self, columns: Sequence[str], rows: Iterable[Sequence[Any]], count: int) -> tuple[int, ...]:
        """The same of rows that are the values of some columns in their order."""
        if not count:
            return ()
        # The number of the last row that there ever was: numbers are not given twice (AUTOINCREMENT).
        last = self._session.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (self.table,)) or 0
        waiting = iter(rows)
        # By place: SQLite would have to be asked for the name of every value of every row.
        statement = f"INSERT INTO {self.table} (id, {', '.join(columns)}) VALUES (?{', ?' * len(columns)})"
        with self._in_a_heap(count) if count >= FEWEST else nullcontext():
            for start in range(0, count, _AT_ONCE):
                if count > _AT_ONCE:
                    current().step(start, count, Stage.KEEPING)
                heap = islice(waiting, _AT_ONCE)
                self._session.change_many(
                    statement, [(number, *row) for number, row in enumerate(heap, start=last + start + 1)]
                )
        return tuple(range(last + 1, last + 1 + count))

    @contextmanager
    def _in_a_heap(self, count: int) -> Iterator[None]:
        with ordered_after(self._session, self.table, count), journaled_at_once(self._session, self.table):
            yield

    def _update_many(self, rows: Sequence[Row], condition: str = "TRUE") -> None:
        """Keep many rows with the same columns, ``id`` among them.

        Raises:
            RecordMissing: naming the first that is not there.
        """
        if not rows:
            return
        wanted = json.dumps([row["id"] for row in rows])
        asked = f"id IN (SELECT value FROM json_each(?)) AND {condition}"
        there = {row["id"]: row for row in self._where(asked, (wanted,))}
        missing = next((row["id"] for row in rows if row["id"] not in there), None)
        if missing is not None:
            raise RecordMissing(kind=self.kind, id=missing)
        differing = [(row, row.items() - there[row["id"]].items()) for row in rows]
        changed = [row for row, values in differing if values]
        # Only columns with another value: SQLite maintains the indexes of every column that is named.
        other = {name for _, values in differing for name, _ in values}
        if other:
            setting = ", ".join(f"{name} = :{name}" for name in sorted(other))
            self._change_many(f"UPDATE {self.table} SET {setting} WHERE id = :id", changed)

    def _change_many(self, statement: str, rows: Sequence[Row]) -> None:
        """Run a statement once for each row.

        Raises:
            Cancelled: somebody has asked for the end; the operation keeps nothing.
        """
        for start in range(0, len(rows), _AT_ONCE):
            if len(rows) > _AT_ONCE:
                current().step(start, len(rows), Stage.KEEPING)
            self._session.change_many(statement, rows[start : start + _AT_ONCE])

    def _update(self, record_id: int, row: Row, condition: str = "TRUE") -> None:
        setting = ", ".join(f"{name} = :{name}" for name in row)
        statement = f"UPDATE {self.table} SET {setting} WHERE id = :id AND {condition}"
        _, count = self._session.change(statement, {**row, "id": record_id})
        if not count:
            raise RecordMissing(kind=self.kind, id=record_id)

    def _remove(self, record_id: int) -> None:
        self._session.change(f"DELETE FROM {self.table} WHERE id = ?", (record_id,))


class TrashRepository(Repository):
    """A table whose rows go to the trash instead of being deleted: reading and saving see only the others."""

    def trash(self, record_ids: Iterable[int]) -> None:
        """Move records to the trash.

        Raises:
            RecordMissing: one of them is not there, or in the trash already.
        """
        self._stamp(record_ids, self._session.at, "deleted_at IS NULL")

    def restore(self, record_ids: Iterable[int]) -> None:
        """Take records out of the trash.

        Raises:
            RecordMissing: one of them is not in the trash.
        """
        self._stamp(record_ids, None, "deleted_at IS NOT NULL")

    def _stamp(self, record_ids: Iterable[int], stamp: str | None, condition: str) -> None:
        self._update_many([{"id": record_id, "deleted_at": stamp} for record_id in record_ids], condition)

    def trashed_at(self, record_id: int) -> str | None:
        """The stamp of the operation that moved a record to the trash; None for one that is not there."""
        stamp = self._one(record_id)["deleted_at"]
        return None if stamp is None else str(stamp)

    def _alive(self, condition: str = "TRUE", parameters: Sequence[Any] = (), *, order: str = "id") -> list[Row]:
        return self._where(f"({condition}) AND deleted_at IS NULL", parameters, order=order)

    def _living(self, record_id: int) -> Row:
        return self._one(record_id, "deleted_at IS NULL")

    def _save(self, record_id: int | None, row: Row) -> int:
        if record_id is None:
            return self._insert(row)
        self._update(record_id, row, "deleted_at IS NULL")
        return record_id
