"""A copy of the office file that is proven equal before it counts."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from thidua_desktop.common.files import atomic_path
from thidua_desktop.storage.connection import connect, first_complaint
from thidua_desktop.storage.errors import CopyFailed


def copy(source: Database, target: Path) -> None:
    """Write a consistent copy of an open store to ``target``; only a copy that passes every check takes the name.

    Changes that other connections make meanwhile are not part of the copy.

    Raises:
        CopyFailed: the copy is not whole or not equal; ``target`` is what it was before.
    """
    with source.atomic():
        counted = row_counts(source)  # the first read fixes the state that is copied
        with atomic_path(target) as scratch:
            with closing(connect(scratch)) as made:
                source.conn.backup(made.conn)
                # A copy is one file: without this it would need its write-ahead log beside it.
                made.execute("PRAGMA journal_mode = DELETE")
            prove(scratch, counted)


def prove(path: Path, counted: dict[str, int]) -> None:
    """Open a copy for itself and compare it with the row counts of its original.

    Raises:
        CopyFailed: with what is wrong as ``detail``.
    """
    with closing(connect(path, read_only=True)) as made:
        complaint = first_complaint(made, full=True)
        if complaint is None and row_counts(made) != counted:
            complaint = "row counts differ"
    if complaint is not None:
        raise CopyFailed(path=path, detail=complaint)


def row_counts(db: Database) -> dict[str, int]:
    """The number of rows of every table."""
    return {
        name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for name in sorted(db.table_names())
        if not name.startswith("sqlite_")
    }
