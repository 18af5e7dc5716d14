"""A store written anew under another key: with a password, with another one, or without.

SQLite copies pages only between files of the same kind, so the rows are copied; the result is proven equal, value by
value, before it counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from thidua_desktop.storage import migrations, register_index, snapshot
from thidua_desktop.storage.connection import KeyedDatabase, connect, first_complaint, keep_journal, pragma
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.errors import CopyFailed
from thidua_desktop.storage.keys import Key

_CHUNK = 500


def transcribe(source: KeyedDatabase, target: Path, key: Key | None) -> None:
    """Write all that an open store holds to a new file, under another key or under none.

    Raises:
        CopyFailed: the new file is not whole or not equal; it is not to be used.
        OSError: there is a file already, or the folder cannot be written to.
    """
    target.touch(exist_ok=False)
    with source.atomic():
        held = snapshot.contents(source)  # the first read fixes the state that is copied
        with closing(connect(target, key=key)) as new:
            _fill(source, new)
            keep_journal(new, "WAL")
        with closing(connect(target, key=key)) as made:
            complaint = first_complaint(made, full=True) or migrations.misshapen(made)
            if complaint is None and (snapshot.contents(made) != held or _sequences(made) != _sequences(source)):
                complaint = "contents differ"
    if complaint is not None:
        raise CopyFailed(path=target, detail=complaint)


@contextmanager
def under(key: Key | None, source: Path, source_key: Key | None) -> Iterator[KeyedDatabase]:
    """A connection to what a file holds, under another key if that is not its own: SQLite copies only between such.

    Args:
        key: the one that is wanted.
        source: a file that is alone in a temporary folder.
        source_key: its own.
    """
    with closing(connect(source, read_only=True, key=source_key)) as given:
        if source_key == key:
            yield given
            return
        recoded = source.with_name(f"{source.stem}-doi{source.suffix}")
        transcribe(given, recoded, key)
    with closing(connect(recoded, read_only=True, key=key)) as given:
        yield given


def _fill(source: Database, new: Database) -> None:
    made = source.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    own = [each for each in made if not each[1].startswith("sqlite_") and not register_index.is_inner(each[1])]
    new.execute("PRAGMA foreign_keys = OFF")  # has no effect inside a transaction, so before it
    with new.atomic():
        for kind, name, sql in own:
            if kind == "table":
                new.execute(sql)
                if not register_index.is_generated(name):
                    _copy_rows(source, new, name)
        new.execute("DELETE FROM sqlite_sequence")
        new.conn.executemany("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", _sequences(source))
        register_index.rebuild(new)
        for kind, _, sql in own:  # triggers last: copying is no operation of the clerk
            if kind != "table":
                new.execute(sql)
        for name in ("application_id", "user_version"):
            new.execute(f"PRAGMA {name} = {pragma(source, name)}")


def _copy_rows(source: Database, new: Database, table: str) -> None:
    columns = tuple(column.name for column in new.columns(table))  # computed columns are not among them
    names = ", ".join(f'"{name}"' for name in columns)
    places = ", ".join("?" * len(columns))
    cursor = source.conn.execute(f'SELECT {names} FROM "{table}" ORDER BY rowid')
    while rows := cursor.fetchmany(_CHUNK):
        new.conn.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({places})', rows)


def _sequences(db: Database) -> list[tuple[str, int]]:
    """The highest number that each table has ever given to a row: none is given twice."""
    return [tuple(row) for row in db.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name").fetchall()]
