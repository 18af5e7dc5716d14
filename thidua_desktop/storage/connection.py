"""Connections to the office file: the settings every one of them needs, and SQLite's own checks."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from sqlite3 import SQLITE_INTERRUPT, SQLITE_NOTADB

from thidua_desktop.storage import driver, register_index
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.errors import NotAStore, StoreDamaged, StorePasswordWrong
from thidua_desktop.storage.keys import MARK, Key

APPLICATION_ID = 0x54444B54
"""``TDKT`` in the header of every office file (offset 68), so that no other database is taken for one."""

FULL_CHECK_LIMIT = 64 * 1024 * 1024
"""Bytes up to which opening runs the full integrity check; above, the quick one (no comparison of indexes)."""

LATER_FROM = 4 * 1024 * 1024
"""Bytes from which a window may be opened before the file is checked: reading a gigabyte takes many seconds."""

_STEPS = 100_000
"""Of SQLite's virtual machine, after which a check asks whether it is to stop."""

_MAGIC = b"SQLite format 3\x00"
_WAIT_MS = 5000
_PAGE = 4096
_READ_VERSION, _READ_WITH_LOG = 19, 2
"""The byte of the first page that says how the file is to be read (sqlite.org/fileformat.html)."""


class KeyedDatabase(Database):
    """A connection that knows under which key its file is kept, so that copies are kept under the same."""

    key: Key | None = None


def connect(
    path: Path,
    *,
    read_only: bool = False,
    immutable: bool = False,
    alone: bool = False,
    rollback: bool = False,
    key: Key | None = None,
) -> KeyedDatabase:
    """A connection to an existing file, with foreign keys enforced.

    Args:
        path: the file.
        read_only: change nothing.
        immutable: promises that nobody can change the file (a read-only medium).
        alone: keep everybody else out until it is closed; so a write-ahead log needs no memory shared with others.
        rollback: keep the rollback journal of a share: emptied after each operation and never deleted, since a
            computer that remembers for a while which files there are would overlook a new one.
        key: of an encrypted file, or of an empty one that is to be encrypted.

    Raises:
        StorePasswordWrong: the file does not open with the key.
    """
    mode = "ro" if read_only else "rw"
    uri = f"{_uri(path)}?mode={mode}" + ("&immutable=1" if immutable else "")
    connection = driver.plain(uri) if key is None else driver.encrypted(uri, key.digits)
    db = KeyedDatabase(connection)
    if alone:  # before anything is read: SQLite would have made the shared memory by then
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
    if key is not None:
        db.key = key
        _try_key(db, path)
    register_index.teach(db.conn)
    db.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = FULL")
    if rollback:
        db.execute("PRAGMA journal_mode = TRUNCATE")
    return db


def _try_key(db: Database, path: Path) -> None:
    """SQLCipher notices a wrong key with the first page that it reads."""
    try:
        db.execute("SELECT count(*) FROM sqlite_master")
    except driver.DATABASE_ERRORS as error:
        db.close()
        if driver.error_code(error) == SQLITE_NOTADB:
            raise StorePasswordWrong(path=path, detail=str(error)) from error
        raise


def journaled(db: KeyedDatabase, current_entry: Callable[[], int]) -> KeyedDatabase:
    """Let the journal's triggers ask which operation is running; ``current_entry`` raises where there is none."""
    db.conn.create_function("journal_entry", 0, current_entry)
    return db


def check_header(path: Path) -> None:
    """Refuse what is neither a SQLite database nor an encrypted office file before SQLite touches it.

    Raises:
        NotAStore: another kind of file.
    """
    with path.open("rb") as file:
        beginning = file.read(len(_MAGIC))
    if beginning != _MAGIC and not beginning.startswith(MARK):
        raise NotAStore(path=path)


def keeps_log(path: Path, key: Key | None = None) -> bool:
    """Whether SQLite would open a file with a write-ahead log; found out without touching anything beside the file."""
    with path.open("rb") as file:
        page = file.read(_PAGE)
    if key is None:
        return page[_READ_VERSION] == _READ_WITH_LOG
    # Of an encrypted file only SQLCipher knows: it opens a copy of the first page, and with a log if that says so.
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(page)
        with closing(driver.encrypted(_uri(copy), key.digits)) as connection:
            with suppress(*driver.DATABASE_ERRORS):  # the other pages are not there
                connection.execute("SELECT count(*) FROM sqlite_master")
            return copy.with_name(f"{copy.name}-wal").exists()


def check_identity(db: Database, path: Path) -> None:
    """Refuse the database of another program.

    Raises:
        NotAStore: another ``application_id``.
    """
    if pragma(db, "application_id") != APPLICATION_ID:
        raise NotAStore(path=path)


def check_integrity(db: Database, path: Path, stopped: Callable[[], bool] | None = None) -> None:
    """Run SQLite's checks of pages, constraints and foreign keys.

    Args:
        db: the connection.
        path: the file.
        stopped: asked now and then whether the answer is still wanted; nothing is raised when it is not.

    Raises:
        StoreDamaged: with the first complaint as ``detail``.
    """
    if stopped is not None:
        db.conn.set_progress_handler(stopped, _STEPS)
    try:
        complaint = first_complaint(db, full=path.stat().st_size <= FULL_CHECK_LIMIT)
    except driver.OPERATIONAL_ERRORS as error:
        if driver.error_code(error) != SQLITE_INTERRUPT:
            raise
        return
    finally:
        if stopped is not None:
            db.conn.set_progress_handler(None, 0)
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


def keep_journal(db: Database, mode: str) -> None:
    """Choose how SQLite keeps its own log (``WAL``, ``DELETE``); raises SQLite's error where the drive refuses.

    The mode is answered before it is written to the file: an error that comes while the answer is still being read to
    its end would otherwise be lost.
    """
    db.execute(f"PRAGMA journal_mode = {mode}").fetchall()


def _uri(path: Path) -> str:
    """The path as SQLite wants it: ``file:///C:/…``, ``file:////server/share/…``, ``file:///home/…``."""
    text = path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file://{'' if text.startswith('/') else '/'}{text}"
