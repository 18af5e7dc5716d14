"""Tables that differ in nothing but their columns: one repository serves them all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from thidua_desktop.domain.changes import Kind
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import TrashRepository
from thidua_desktop.storage.repositories.columns import Column
from thidua_desktop.storage.rows import Row
from thidua_desktop.storage.session import Session


class Record(Protocol):
    """A dataclass that is kept: its number is None until then."""

    @property
    def id(self) -> int | None: ...


T = TypeVar("T", bound=Record)


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """What a table holds: a column for each field that is kept, in the order in which its records are read."""

    name: str
    kind: Kind
    make: Callable[..., T]
    columns: tuple[Column, ...]
    order: str = "id"
    trash: bool = False
    """Whether its rows go to the trash instead of being deleted."""
    only: str = "TRUE"
    """Which of the rows there are for this repository, where another one has the rest."""


class MappedRepository(TrashRepository, Generic[T]):
    """The records of one table. Without a trash every row is a living one."""

    def __init__(self, session: Session, table: Table[T]) -> None:
        super().__init__(session)
        self.table, self.kind = table.name, table.kind
        self._form = table
        self._living_only = "deleted_at IS NULL" if table.trash else table.only

    def get(self, record_id: int) -> T:
        """One record.

        Raises:
            RecordMissing: no such record, or in the trash.
        """
        return self._record(self._one(record_id, self._living_only))

    def any(self, record_id: int) -> T:
        """One record, also in the trash.

        Raises:
            RecordMissing: no such record.
        """
        return self._record(self._one(record_id))

    def of(self, **equal: int | str | None) -> tuple[T, ...]:
        """The records whose columns have these values, in the table's order; all of them where none is given."""
        asked = " AND ".join([*(f"{name} IS ?" for name in equal), self._living_only])
        return tuple(self._record(row) for row in self._where(asked, tuple(equal.values()), order=self._form.order))

    def among(self, column: str, values: Iterable[int]) -> tuple[T, ...]:
        """The records whose column has one of some values, read at once in the table's order."""
        asked = f"{column} IN (SELECT value FROM json_each(?)) AND {self._living_only}"
        found = self._where(asked, (json.dumps(list(values)),), order=self._form.order)
        return tuple(self._record(row) for row in found)

    def save(self, record: T) -> int:
        """Keep a record; gives its number.

        Raises:
            RecordMissing: a record with a number is not there any more.
        """
        if record.id is None:
            return self._insert(self._row(record))
        self._update(record.id, self._row(record), self._living_only)
        return record.id

    def save_many(self, records: Sequence[T]) -> None:
        """Keep many records that are there already, at once.

        Raises:
            RecordMissing: naming the first that is not there any more.
        """
        self._update_many([{**self._row(record), "id": record.id} for record in records], self._living_only)

    def add_many(self, records: Sequence[T]) -> tuple[int, ...]:
        """Keep many new records; gives their numbers in order."""
        return self._insert_many(map(self._row, records), len(records))

    def remove(self, record_ids: Iterable[int]) -> None:
        """Take records away; the journal keeps them."""
        for record_id in record_ids:
            self._remove(record_id)

    def _row(self, record: T) -> Row:
        return {column.name: column.to_row(getattr(record, column.field)) for column in self._form.columns}

    @rows.reading
    def _record(self, row: Row) -> T:
        values: dict[str, Any] = {
            column.field: row[column.name] if column.of_row is None else column.of_row(row[column.name])
            for column in self._form.columns
        }
        return self._form.make(**values, id=row["id"])
