"""The journal's triggers, generated from the tables so that none is forgotten.

Each one writes the row before and after a change under the running operation. They ask for it through the SQL
function ``journal_entry()``, which only ``Store.write`` answers: any other writer, another program included, is
refused by SQLite itself.
"""

from __future__ import annotations

from sqlite_utils import Database

_PREFIX = "journal_"
_OWN = frozenset({"entries", "entry_rows"})


def tables(db: Database) -> tuple[str, ...]:
    """The tables whose changes go to the journal: all but its own and the tools'."""
    return tuple(
        name for name in sorted(db.table_names()) if name not in _OWN and not name.startswith(("sqlite_", "_sqlite_"))
    )


def create(db: Database) -> None:
    """Make the three triggers of every table."""
    for table in tables(db):
        columns = tuple(column.name for column in db.table(table).columns)  # computed columns are not among them
        for statement in _statements(table, columns):
            db.execute(statement)


def drop(db: Database) -> None:
    """Remove every trigger: there are no others than the journal's in a file that nobody has tampered with."""
    for trigger in db.triggers:
        quoted = trigger.name.replace('"', '""')
        db.execute(f'DROP TRIGGER "{quoted}"')


def names(table: str) -> frozenset[str]:
    """The names of a table's triggers."""
    return frozenset(f"{_PREFIX}{table}_{event}" for event in ("insert", "update", "delete"))


def _statements(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    old, new = _json("OLD", columns), _json("NEW", columns)
    changed = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in columns)
    return (
        _trigger(table, "insert", before="NULL", after=new),
        _trigger(table, "update", before=old, after=new, condition=f"WHEN {changed}"),
        _trigger(table, "delete", before=old, after="NULL"),
    )


def _trigger(table: str, event: str, *, before: str, after: str, condition: str = "") -> str:
    row = "NEW" if event == "insert" else "OLD"
    return f"""CREATE TRIGGER "{_PREFIX}{table}_{event}" AFTER {event.upper()} ON "{table}" {condition}
    BEGIN
        INSERT INTO entry_rows (entry_id, table_name, row_id, before, after)
        VALUES (journal_entry(), '{table}', {row}.id, {before}, {after});
    END"""


def _json(row: str, columns: tuple[str, ...]) -> str:
    pairs = ", ".join(f"""'{name}', {row}."{name}\"""" for name in columns)
    return f"json_object({pairs})"
