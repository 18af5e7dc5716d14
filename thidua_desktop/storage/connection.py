"""Connections to the office file: the settings every one of them needs, and SQLite's own checks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from thidua_desktop.storage.errors import NotAStore, StoreDamaged

APPLICATION_ID = 0x54444B54
"""``TDKT`` in the header of every office file (offset 68), so that no other database is taken for one."""

FULL_CHECK_LIMIT = 64 * 1024 * 1024
"""Bytes up to which opening runs the full integrity check; above, the quick one (no comparison of indexes)."""

_MAGIC = b"SQLite format 3\x00"
_WAIT_MS = 5000


def connect(path: Path, *, read_only: bool = False, immutable: bool = False) -> Database:
    """A connection to an existing file, with foreign keys enforced.

    ``immutable`` promises that nobody can change the file (a read-only medium).
    """
    mode = "ro" if read_only else "rw"
    uri = f"{_uri(path)}?mode={mode}" + ("&immutable=1" if immutable else "")
    # The store hands each thread its own connection; closing them all is done by the thread that closes the store.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    db = Database(connection, execute_plugins=False)
    db.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = FULL")
    return db


def journaled(db: Database, current_entry: Callable[[], int]) -> Database:
    """Let the journal's triggers ask which operation is running; ``current_entry`` raises where there is none."""
    db.conn.create_function("journal_entry", 0, current_entry)
    return db


def check_header(path: Path) -> None:
    """Refuse what is no SQLite database before SQLite touches it.

    Raises:
        NotAStore: another kind of file.
    """
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise NotAStore(path=path)


def check_identity(db: Database, path: Path) -> None:
    """Refuse the database of another program.

    Raises:
        NotAStore: another ``application_id``.
    """
    if pragma(db, "application_id") != APPLICATION_ID:
        raise NotAStore(path=path)


def check_integrity(db: Database, path: Path) -> None:
    """Run SQLite's checks of pages, constraints and foreign keys.

    Raises:
        StoreDamaged: with the first complaint as ``detail``.
    """
    complaint = first_complaint(db, full=path.stat().st_size <= FULL_CHECK_LIMIT)
    if complaint is not None:
        raise StoreDamaged(path=path, detail=complaint)


def first_complaint(db: Database, *, full: bool) -> str | None:
    """The first thing that SQLite finds wrong, or None."""
    answer = str(pragma(db, "integrity_check(1)" if full else "quick_check(1)"))
    if answer != "ok":
        return answer
    orphan = db.execute("PRAGMA foreign_key_check").fetchone()
    return None if orphan is None else f"foreign key: {orphan[0]} {orphan[1]} -> {orphan[2]}"


def pragma(db: Database, name: str) -> object:
    """The single value of a PRAGMA."""
    return db.execute(f"PRAGMA {name}").fetchone()[0]


def _uri(path: Path) -> str:
    """The path as SQLite wants it: ``file:///C:/…``, ``file:////server/share/…``, ``file:///home/…``."""
    text = path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file://{'' if text.startswith('/') else '/'}{text}"
