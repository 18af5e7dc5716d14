"""Which changes of shape a file has gone through, and those it has still to go through.

The table that says so is laid out as sqlite-utils did, by which the first files were made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import NamedTuple

from thidua_desktop.storage.database import Database

Change = Callable[[Database], None]

TABLE = "_sqlite_migrations"
_LAYOUT = (
    f"""CREATE TABLE "{TABLE}" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
)""",
    f"""CREATE UNIQUE INDEX "idx_{TABLE}_migration_set_name"
    ON "{TABLE}" ("migration_set", "name")""",
)


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
        if TABLE not in db.table_names():
            for statement in _LAYOUT:
                db.execute(statement)
        wanted = set(self.names()[:upto])
        for each in self.pending(db):
            if each.name in wanted:
                with db.atomic():
                    each.change(db)
                    db.execute(
                        f"INSERT INTO {TABLE} (migration_set, name, applied_at) VALUES (?, ?, ?)",
                        (self._name, each.name, str(datetime.now(UTC))),
                    )
