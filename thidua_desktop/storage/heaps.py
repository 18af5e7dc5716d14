"""A heap of new rows: its journal is written in few statements, and a heap that is larger than all before it is
ordered when all of it is there.

A trigger that fires for every single row takes six times as long as the row itself: SQLite starts a program of its own
each time and asks every index of the journal anew. To put rows into six indexes one by one takes three times as long as
to sort them at the end. So triggers and indexes are taken away while the heap is written and put back before the
operation goes on, all within its transaction: nobody ever sees the file without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from thidua_desktop.common.progress import current
from thidua_desktop.domain.stages import Stage
from thidua_desktop.storage.session import Session
from thidua_desktop.storage.triggers import insert_trigger

FEWEST = 200
"""Rows for which it pays to change the triggers, which SQLite then reads anew."""
MANY = 20_000
"""Rows for which it pays to make the indexes anew, if there were no more before."""
_AT_ONCE = 5_000
"""Rows that are journaled in one go; between two the operation can be stopped."""
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
        newest = session.value(f'SELECT max(id) FROM "{table}"') or 0
        for after in range(last, newest, _AT_ONCE):
            if newest - last > _AT_ONCE:
                current().step(after - last, newest - last, Stage.KEEPING)
            session.change(
                "INSERT INTO entry_rows (entry_id, table_name, row_id, before, after)"
                f' SELECT {values} FROM "{table}" AS NEW WHERE NEW.id > ? AND NEW.id <= ? ORDER BY NEW.id',
                (after, after + _AT_ONCE),
            )
    finally:
        if session.busy:
            session.change(trigger)


@contextmanager
def ordered_after(session: Session, table: str, count: int) -> Iterator[None]:
    """Put ``count`` new rows into the indexes of a table when the block ends, if they are more than were there.

    Raises:
        WriteOutsideOperation: no operation is running.
    """
    ever = session.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0
    if count < MANY or count < ever:
        yield
        return
    indexes = session.rows(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
        " AND sql NOT LIKE 'CREATE UNIQUE%'",
        (table,),
    )
    for index in indexes:
        session.change(f'DROP INDEX "{index["name"]}"')
    try:
        yield
    finally:
        for index in indexes if session.busy else ():
            session.change(index["sql"])
