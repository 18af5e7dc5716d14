"""Which changes of shape a file has gone through, and those it has still to go through.

sqlite-utils carries them out and keeps the list of them in the file; what is looked up at every opening is asked for
here, so that a file of this version is opened without its tools (see ``database``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from thidua_desktop.storage.database import Database

Change = Callable[[Database], None]

TABLE = "_sqlite_migrations"


class Migration(NamedTuple):
    """One change of shape."""

    name: str
    change: Change


class MigrationSet:
    """The changes of shape of one kind of file, in their order; ``@changes("001_…")`` adds one."""

    def __init__(self, name: str, changes: Collection[Migration] = ()) -> None:
        self._name = name
        self.changes = list(changes)

    def __call__(self, *, name: str) -> Callable[[Change], Change]:
        """Add the decorated function as the last change."""

        def added(change: Change) -> Change:
            self.changes.append(Migration(name, change))
            return change

        return added

    def names(self) -> tuple[str, ...]:
        """All of them, in order."""
        return tuple(each.name for each in self.changes)

    def applied(self, db: Database) -> tuple[str, ...]:
        """Those that a file has gone through, in their order; a newer program may have added some."""
        if TABLE not in db.table_names():
            return ()
        rows = db.execute(f"SELECT name FROM {TABLE} WHERE migration_set = ? ORDER BY rowid", (self._name,))
        return tuple(row[0] for row in rows.fetchall())

    def pending(self, db: Database) -> tuple[Migration, ...]:
        """Those that a file has still to go through."""
        done = set(self.applied(db))
        return tuple(each for each in self.changes if each.name not in done)

    def apply(self, db: Database, *, upto: int | None = None) -> None:
        """Let a file go through what is pending, up to the first ``upto`` of the set; each whole or not at all."""
        from sqlite_utils import Migrations

        wanted = Migrations(self._name)
        for each in self.changes[:upto]:
            wanted(name=each.name)(lambda _, change=each.change: change(db))
        wanted.apply(db.tools)
