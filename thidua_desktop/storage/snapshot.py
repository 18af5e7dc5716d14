"""A copy of the office file that is proven equal before it counts."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from thidua_desktop.common.files import atomic_path
from thidua_desktop.common.progress import current
from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.stages import Stage
from thidua_desktop.storage import migrations, register_index
from thidua_desktop.storage.connection import KeyedDatabase, connect, first_complaint, keep_journal
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.errors import CopyFailed
from thidua_desktop.storage.keys import Key

_PAGES = 1000
"""Pages that are copied before the work can be stopped: four megabytes."""

_CHUNK = 500
"""Rows that are hashed at a time: a million of them never lie in memory together."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a store holds, so that a copy can be compared with its original.

    ``digest`` covers every value of every row and nothing of how SQLite lays them out. ``position`` names the last
    operation; two states of a store with the same position hold the same.
    """

    version: int
    counts: dict[str, int]
    digest: str
    position: str


def copy(source: KeyedDatabase, target: Path, *, checked: bool = True) -> Contents:
    """Write a consistent copy of an open store to ``target``, under the same key.

    Only a copy that passes every check takes the name, unless the caller makes them all (``checked``): a backup is
    proven by a trial restore, and SQLite's check of a large file takes longer than copying it.

    Gives what the original held at that moment. Changes that other connections make meanwhile are not part of it.

    Raises:
        CopyFailed: the copy is not whole or not equal; ``target`` is what it was before.
    """
    with source.atomic():
        held = contents(source)  # the first read fixes the state that is copied
        with atomic_path(target) as scratch:
            with closing(connect(scratch, key=source.key)) as made:
                source.conn.backup(made.conn, pages=_PAGES, progress=_told)
                # A copy is one file: without this it would need its write-ahead log beside it.
                keep_journal(made, "DELETE")
            if checked:
                prove(scratch, held.counts, source.key)
    return held


def _told(_status: int, remaining: int, pages: int) -> None:
    current().step(pages - remaining, pages, Stage.COPYING)


def prove(path: Path, counted: dict[str, int], key: Key | None = None) -> None:
    """Open a copy for itself and compare it with the row counts of its original.

    Raises:
        CopyFailed: with what is wrong as ``detail``.
    """
    with closing(connect(path, read_only=True, key=key)) as made:
        complaint = first_complaint(made, full=True)
        if complaint is None and row_counts(made) != counted:
            complaint = "row counts differ"
    if complaint is not None:
        raise CopyFailed(path=path, detail=complaint)


def row_counts(db: Database) -> dict[str, int]:
    """The number of rows of every table that is not made from others."""
    return {
        name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for name in sorted(db.table_names())
        if not name.startswith("sqlite_") and not register_index.is_generated(name)
    }


def contents(db: Database) -> Contents:
    """What a store holds; run it inside a transaction if somebody else may write."""
    return Contents(migrations.recorded(db), row_counts(db), _digest(db), position(db))


def position(db: Database) -> str:
    """The number and moment of the last operation; empty where nothing has been done yet.

    The moment is part of it because a restored file goes on counting from an earlier number.
    """
    last = db.execute("SELECT id, at FROM entries ORDER BY id DESC LIMIT 1").fetchone()
    return "" if last is None else f"{last[0]} {last[1]}"


def _digest(db: Database) -> str:
    import hashlib

    import msgspec

    sums = hashlib.sha256()
    counted = row_counts(db)
    done, total = 0, sum(counted.values())
    for name in counted:
        cursor = db.conn.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
        sums.update(msgspec.json.encode([name, [column[0] for column in cursor.description]]))
        while rows := cursor.fetchmany(_CHUNK):
            sums.update(msgspec.json.encode(rows))
            done += len(rows)
            current().step(done, total, Stage.COMPARING)
    return sums.hexdigest()
