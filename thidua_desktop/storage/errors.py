"""What can go wrong with the office file, and which of SQLite's errors is which."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from thidua_desktop.common.errors import AppError, FileTrouble, StoreTrouble
from thidua_desktop.storage import driver
from thidua_desktop.storage.rows import RowUnreadable


class StoreMissing(StoreTrouble):
    """There is no file at the path."""

    code = "store.missing"


class NotAStore(StoreTrouble):
    """The file is something else: no SQLite database, or one of another program."""

    code = "store.not_a_store"


class StorePasswordNeeded(StoreTrouble):
    """The file is encrypted and no password was given."""

    code = "store.password_needed"


class StorePasswordWrong(StoreTrouble):
    """The file does not open with the password: it is another one, or the first page is damaged."""

    code = "store.password_wrong"


class StorePasswordNotSet(StoreTrouble):
    """Something was asked for that makes sense only for a file with a password."""

    code = "store.password_not_set"


class EncryptionMissing(StoreTrouble):
    """A file with a password was asked for, and there is no SQLCipher on this computer."""

    code = "store.encryption_missing"


class StoreDamaged(StoreTrouble):
    """SQLite's own checks fail; ``detail`` is its first complaint."""

    code = "store.damaged"


class StoreNewer(StoreTrouble):
    """A newer version of the program made or upgraded the file."""

    code = "store.newer"


class StoreOlder(StoreTrouble):
    """The file needs an upgrade and was opened for reading only."""

    code = "store.older_read_only"


class StoreLocked(StoreTrouble):
    """Another program writes to the file; ``user``, ``host`` and ``since`` say who."""

    code = "store.locked"


class StoreOpenHere(StoreLocked):
    """The same person has the file open for writing in another window on this computer."""

    code = "store.open_here"


class NoLocks(StoreTrouble):
    """The file lies where locks do not hold, so that two computers could write to it at the same time."""

    code = "store.no_locks"


class FolderReadOnly(StoreTrouble):
    """The folder of the file cannot be written to."""

    code = "store.folder_read_only"


class StoreReadOnly(StoreTrouble):
    """A write was asked for and the file was opened for reading only, or is write-protected."""

    code = "store.read_only"


class StoreNeedsCopy(StoreTrouble):
    """The file lies on a read-only medium together with changes that SQLite must merge first."""

    code = "store.needs_copy"


class StoreKeepsLog(StoreTrouble):
    """The file lies on a share and has the log that only programs on one computer can use together."""

    code = "store.keeps_log"


class StoreUnfinished(StoreTrouble):
    """The computer that wrote to the file died in the midst of it; whoever opens it for writing puts that right."""

    code = "store.unfinished"


class DiskFull(StoreTrouble):
    """No room is left on the drive."""

    code = "store.disk_full"


class StoreBusy(StoreTrouble):
    """SQLite's own lock was held by somebody else for longer than the waiting time."""

    code = "store.busy"


class StoreUnreachable(StoreTrouble):
    """The drive does not answer: pulled out, network gone, hardware failure."""

    code = "store.unreachable"


class ValueRefused(StoreTrouble):
    """A value breaks a rule of the tables, so the whole operation was taken back."""

    code = "store.value_refused"


class CopyFailed(StoreTrouble):
    """A copy of the file was made and is not equal to the file."""

    code = "store.copy_failed"


class BackupMissing(FileTrouble):
    """There is no backup at the path."""

    code = "backup.missing"


class BackupDamaged(FileTrouble):
    """SQLite's checks of a backup fail; ``detail`` is the first complaint."""

    code = "backup.damaged"


class BackupAltered(FileTrouble):
    """A backup is whole and holds something else than when it was made."""

    code = "backup.altered"


class NothingSalvaged(StoreTrouble):
    """The file is so damaged that not even its list of tables can be read."""

    code = "store.nothing_salvaged"


class YearClosed(AppError):
    """An operation changes something of a year whose books are closed. ``year`` is text, as it is read."""

    code = "year.closed"


class RecordMissing(AppError):
    """No such record, or it lies in the trash. ``kind`` is a ``domain.changes.Kind``."""

    code = "record.missing"


class WriteOutsideOperation(RuntimeError):
    """A repository was asked to write outside ``Store.write``: a mistake in the program."""


class NestedWrite(RuntimeError):
    """``Store.write`` inside ``Store.write``: a mistake in the program."""


_BY_CODE: dict[int, type[StoreTrouble]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_BUSY: StoreBusy,
    sqlite3.SQLITE_LOCKED: StoreBusy,
    sqlite3.SQLITE_READONLY: StoreReadOnly,
    sqlite3.SQLITE_PERM: StoreReadOnly,
    sqlite3.SQLITE_IOERR: StoreUnreachable,
    sqlite3.SQLITE_CANTOPEN: StoreUnreachable,
    sqlite3.SQLITE_CORRUPT: StoreDamaged,
    sqlite3.SQLITE_NOTADB: NotAStore,
    sqlite3.SQLITE_CONSTRAINT: ValueRefused,
    sqlite3.SQLITE_MISMATCH: ValueRefused,
}


_SURROUNDINGS = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_NOTADB,
    }
)


COMPLAINTS: tuple[type[Exception], ...] = (*driver.DATABASE_ERRORS, UnicodeDecodeError)
"""What SQLite raises over a damaged file: the second where SQLite's own message quotes broken text."""


def blames_content(error: Exception) -> bool:
    """Whether an error met while a file is looked at for the first time is about what is in it.

    The statements of that look are always the same, so even "syntax error" and "malformed JSON" are.
    """
    return driver.error_code(error) not in _SURROUNDINGS


@contextmanager
def explained(path: Path, *, reading: bool = False) -> Iterator[None]:
    """Turn SQLite's errors about the surroundings into ``StoreTrouble``; mistakes of ours stay what they are.

    ``reading``: the file is open for reading only, so that SQLite can want to write only to take back what a dead
    program has left half done.
    """
    try:
        yield
    except RowUnreadable as error:
        raise StoreDamaged(path=path, detail=str(error)) from error
    except driver.ERRORS as error:
        kind = _BY_CODE.get(driver.error_code(error))
        if kind is None:
            raise
        if reading and kind is StoreReadOnly:
            kind = StoreUnfinished
        raise kind(path=path, detail=str(error)) from error


@contextmanager
def reached(path: Path) -> Iterator[None]:
    """Turn the operating system's errors about files and folders into ``StoreTrouble``."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(path=path, detail=str(error)) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise FolderReadOnly(path=path.parent, detail=str(error)) from error
        raise StoreUnreachable(path=path, detail=str(error)) from error
