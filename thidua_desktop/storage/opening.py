"""Opening an office file: is it one, is it whole, is it ours to write, is it of this version."""

from __future__ import annotations

import os
from contextlib import ExitStack, closing, suppress
from datetime import datetime
from pathlib import Path
from sqlite3 import SQLITE_BUSY

from thidua_desktop.common.files import atomic_path
from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.backups import Reason, folder_of
from thidua_desktop.storage import driver, migrations, restoring, snapshot
from thidua_desktop.storage.attachments import Attachments
from thidua_desktop.storage.attachments import folder_of as attachments_of
from thidua_desktop.storage.connection import (
    LATER_FROM,
    KeyedDatabase,
    check_header,
    check_identity,
    check_integrity,
    connect,
    keep_journal,
    keeps_log,
)
from thidua_desktop.storage.errors import (
    COMPLAINTS,
    NoLocks,
    StoreDamaged,
    StoreKeepsLog,
    StoreMissing,
    StoreNeedsCopy,
    StoreNewer,
    StoreOlder,
    StoreReadOnly,
    blames_content,
)
from thidua_desktop.storage.keys import Key
from thidua_desktop.storage.lock import Holder, WriterLock, taken
from thidua_desktop.storage.medium import Medium


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that has been found good."""

    lock: WriterLock | None
    """None where it is only looked at."""
    immutable: bool = False
    """Whether nobody can change it: it lies on a read-only medium."""
    ready: KeyedDatabase | None = None
    """The connection it was checked through, where work can go on with it."""
    checked: bool = True
    """False where the content is still to be checked, beside the work."""


def for_writing(
    path: Path,
    *,
    create: bool,
    holder: Holder,
    at: datetime,
    medium: Medium = Medium.LOCAL,
    key: Key | None = None,
    later: bool = False,
) -> Opened:
    """Take the lock of a file, make it if asked, check it, bring it to this version and to the journal of its medium.

    ``later``: a large file of this version may stay unchecked.

    Raises:
        StoreTrouble: the file cannot be used; it is as it was and the lock is free again.
    """
    there = path.is_file()
    if not there and not create:
        raise StoreMissing(path=path)
    lock = taken(path, holder)
    try:
        restoring.remove_rewritten(folder_of(path))
        if not path.is_file():
            _make(path, key)
        with suppress(OSError):  # the next opening tries again
            Attachments(attachments_of(path), key).seal_all()
        later = later and _takes_long(path, medium)
        db, checked = _checked(path, at, medium, key, later=later)
        return Opened(lock, ready=db, checked=checked)
    except BaseException:
        lock.release()
        raise


def for_reading(path: Path, *, medium: Medium = Medium.LOCAL, key: Key | None = None, later: bool = False) -> Opened:
    """Check a file without changing anything; with ``later`` a large one may stay unchecked.

    Raises:
        StoreTrouble: the file cannot be read by this version.
    """
    if not path.is_file():
        raise StoreMissing(path=path)
    check_header(path)
    immutable = _immutable(path, medium)
    if immutable and _unmerged(path):
        raise StoreNeedsCopy(path=path)
    if medium is not Medium.LOCAL and keeps_log(path, key):
        raise StoreKeepsLog(path=path)
    with ExitStack() as on_failure:
        later = later and _takes_long(path, medium)
        examined = _examined(path, read_only=True, immutable=immutable, key=key, whole=not later)
        db = on_failure.enter_context(closing(examined))
        if migrations.MIGRATIONS.pending(db):
            raise StoreOlder(path=path)
        on_failure.pop_all()
    return Opened(None, immutable, db, checked=not later)


def _immutable(path: Path, medium: Medium) -> bool:
    """Whether nobody can change the file.

    On a share others may have the right that we lack; on a drive of this computer whoever has it leaves the memory of
    the log beside the file as long as the file is open.
    """
    if medium is Medium.UNLOCKED:
        raise NoLocks(path=path)
    shared = medium is Medium.SHARED or path.with_name(f"{path.name}-shm").exists()
    return not shared and not os.access(path.parent, os.W_OK)


def _unmerged(path: Path) -> bool:
    """Whether finished operations still lie in the write-ahead log, which ``immutable`` would overlook."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _make(path: Path, key: Key | None) -> None:
    """A new, empty office file; a program killed meanwhile leaves none."""
    with atomic_path(path) as scratch, closing(connect(scratch, key=key)) as db:
        migrations.migrate(db)


def _takes_long(path: Path, medium: Medium) -> bool:
    """Whether a check is worth putting off: on a share whoever reads for so long would keep others from writing."""
    return medium is Medium.LOCAL and path.stat().st_size >= LATER_FROM


def _checked(
    path: Path, at: datetime, medium: Medium, key: Key | None, *, later: bool
) -> tuple[KeyedDatabase | None, bool]:
    """The connection through which a file was checked, and whether it was checked as a whole.

    On a share the connection has to keep others out and is closed again.
    """
    if not os.access(path, os.W_OK):
        raise StoreReadOnly(path=path)
    check_header(path)
    shared = medium is not Medium.LOCAL
    with ExitStack() as at_end:
        db = at_end.enter_context(closing(_examined(path, alone=shared, key=key, whole=not later)))
        if migrations.MIGRATIONS.pending(db):
            if later:
                check_integrity(db, path)
                later = False
            _back_up(path, db, at)
            migrations.migrate(db)
        if shared:
            keep_journal(db, "DELETE")
            return None, not later
        _keep_log(db)
        at_end.pop_all()
        return db, not later


def _keep_log(db: KeyedDatabase) -> None:
    """Let readers and the writer not wait for each other; while one is reading the other journal goes on."""
    try:
        keep_journal(db, "WAL")
    except driver.OPERATIONAL_ERRORS as error:
        if driver.error_code(error) != SQLITE_BUSY:
            raise


def _examined(
    path: Path,
    *,
    read_only: bool = False,
    immutable: bool = False,
    alone: bool = False,
    key: Key | None = None,
    whole: bool = True,
) -> KeyedDatabase:
    """A connection to a file that is ours, of no newer version, and whole if that is to be checked.

    Raises:
        NotAStore, StorePasswordWrong, StoreNewer, StoreDamaged: it is not.
    """
    with ExitStack() as on_failure:
        try:
            db = connect(path, read_only=read_only, immutable=immutable, alone=alone, key=key)
            on_failure.callback(db.close)
            check_identity(db, path)
            if migrations.is_newer(db):
                raise StoreNewer(path=path)
            if whole:
                check_integrity(db, path)
            misshapen = migrations.misshapen(db)
        except COMPLAINTS as error:
            if blames_content(error):
                raise StoreDamaged(path=path, detail=str(error)) from error
            raise
        if misshapen is not None:
            raise StoreDamaged(path=path, detail=misshapen)
        on_failure.pop_all()
        return db


def _back_up(path: Path, db: KeyedDatabase, at: datetime) -> None:
    from thidua_desktop.storage.shelf import Shelf

    shelf, attached = Shelf(path, folder_of(path), db.key), Attachments(attachments_of(path), db.key)
    shelf.add(lambda target: snapshot.copy(db, target, checked=False), Reason.BEFORE_MIGRATION, at, attached)
