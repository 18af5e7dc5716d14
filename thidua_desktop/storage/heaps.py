"""The journal of a heap of new rows, written in one statement.

A trigger that fires for every single row takes six times as long as the row itself: SQLite starts a program of its own
each time and asks every index of the journal anew. So it is taken away while the heap is written and put back before
the operation goes on, all within its transaction: nobody ever sees the file without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from thidua_desktop.storage.session import Session
from thidua_desktop.storage.triggers import insert_trigger

FEWEST = 200
"""Rows for which it pays to change the triggers, which SQLite then reads anew."""
_WRITTEN = re.compile(r"VALUES \((.+)\);\s*END\s*$", re.DOTALL)
"""What a trigger writes of a row."""


@contextmanager
def journaled_at_once(session: Session, table: str) -> Iterator[None]:
    """Journal the rows that the block adds to a table when it ends. It adds nothing to other tables.

    Raises:
        WriteOutsideOperation: no operation is running.
    """
    session.make_room()
    name = insert_trigger(table)
    trigger = str(session.value("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (name,)))
    written = _WRITTEN.search(trigger)
    if written is None:  # a file that somebody has tampered with: row by row then
        yield
        return
    last = session.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0
    session.change(f'DROP TRIGGER "{name}"')
    try:
        yield
        values = written[1].replace("journal_entry()", str(session.entry), 1)
        session.change(
            "INSERT INTO entry_rows (entry_id, table_name, row_id, before, after)"
            f' SELECT {values} FROM "{table}" AS NEW WHERE NEW.id > ? ORDER BY NEW.id',
            (last,),
        )
    finally:
        if session.busy:
            session.change(trigger)
