"""The triggers of an office file: those of the journal, generated from the tables so that none is forgotten.

Each one writes the row before and after a change under the running operation. They ask for it through the SQL
function ``journal_entry()``, which only ``Store.write`` answers: any other writer, another program included, is
refused by SQLite itself. Beside them stand those that let nobody change what was sent.
"""

from __future__ import annotations

from thidua_desktop.storage import register_index
from thidua_desktop.storage.database import Database

_PREFIX = "journal_"
_OWN = frozenset({"entries", "entry_rows"})


_ARCHIVE = "sent_reports"
_GUARDS = (
    f"""CREATE TRIGGER keep_{_ARCHIVE}_update BEFORE UPDATE ON {_ARCHIVE}
    BEGIN
        SELECT RAISE(ABORT, 'what was sent is never changed');
    END""",
    f"""CREATE TRIGGER keep_{_ARCHIVE}_delete BEFORE DELETE ON {_ARCHIVE}
        WHEN NOT EXISTS (SELECT 1 FROM entries
            WHERE id = journal_entry() AND operation IN ('undo', 'redo', 'undo.back_to'))
    BEGIN
        SELECT RAISE(ABORT, 'what was sent is never removed');
    END""",
)
"""A report that has left the house: only putting it into the archive can be taken back, as any other operation."""


def tables(db: Database) -> tuple[str, ...]:
    """The tables whose changes go to the journal: all but its own, the tools' and those made from others."""
    return tuple(
        name
        for name in sorted(db.table_names())
        if name not in _OWN and not name.startswith(("sqlite_", "_sqlite_")) and not register_index.is_generated(name)
    )


def create(db: Database) -> None:
    """Make the three triggers of every table, and the others that its version has tables for."""
    journaled = tables(db)
    if _ARCHIVE in journaled:
        for statement in _GUARDS:
            db.execute(statement)
    for table in journaled:
        columns = tuple(column.name for column in db.columns(table))  # computed columns are not among them
        for statement in _statements(table, columns):
            db.execute(statement)


def drop(db: Database) -> None:
    """Remove every trigger: there are no others than these in a file that nobody has tampered with."""
    for trigger in db.tools.triggers:
        quoted = trigger.name.replace('"', '""')
        db.execute(f'DROP TRIGGER "{quoted}"')


def names(table: str) -> frozenset[str]:
    """The names of a table's triggers."""
    return frozenset(f"{_PREFIX}{table}_{event}" for event in ("insert", "update", "delete"))


def insert_trigger(table: str) -> str:
    """The name of the trigger that journals new rows."""
    return f"{_PREFIX}{table}_insert"


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
