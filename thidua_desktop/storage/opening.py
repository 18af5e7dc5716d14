"""Opening an office file: is it one, is it whole, is it ours to write, is it of this version."""

from __future__ import annotations

import os
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path

from thidua_desktop.common.files import atomic_path
from thidua_desktop.domain.backups import Reason, folder_of
from thidua_desktop.storage import migrations, restoring, snapshot
from thidua_desktop.storage.attachments import Attachments
from thidua_desktop.storage.attachments import folder_of as attachments_of
from thidua_desktop.storage.connection import (
    KeyedDatabase,
    check_header,
    check_identity,
    check_integrity,
    connect,
    keep_journal,
)
from thidua_desktop.storage.errors import (
    COMPLAINTS,
    StoreDamaged,
    StoreMissing,
    StoreNeedsCopy,
    StoreNewer,
    StoreOlder,
    StoreReadOnly,
    blames_content,
)
from thidua_desktop.storage.keys import Key
from thidua_desktop.storage.lock import Holder, WriterLock, taken
from thidua_desktop.storage.shelf import Shelf


def for_writing(path: Path, *, create: bool, holder: Holder, at: datetime, key: Key | None = None) -> WriterLock:
    """Take the lock of a file, make it if asked, check it and bring it to this version.

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
        _check(path, at, key)
    except BaseException:
        lock.release()
        raise
    return lock


def for_reading(path: Path, *, key: Key | None = None) -> bool:
    """Check a file without changing anything; gives whether nobody can change it (a read-only medium).

    Raises:
        StoreTrouble: the file cannot be read by this version.
    """
    if not path.is_file():
        raise StoreMissing(path=path)
    check_header(path)
    immutable = not os.access(path.parent, os.W_OK)
    if immutable and _unmerged(path):
        raise StoreNeedsCopy(path=path)
    with closing(_examined(path, read_only=True, immutable=immutable, key=key)) as db:
        if migrations.MIGRATIONS.pending(db):
            raise StoreOlder(path=path)
    return immutable


def _unmerged(path: Path) -> bool:
    """Whether finished operations still lie in the write-ahead log, which ``immutable`` would overlook."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _make(path: Path, key: Key | None) -> None:
    """A new, empty office file; a program killed meanwhile leaves none."""
    with atomic_path(path) as scratch, closing(connect(scratch, key=key)) as db:
        migrations.migrate(db)


def _check(path: Path, at: datetime, key: Key | None) -> None:
    if not os.access(path, os.W_OK):
        raise StoreReadOnly(path=path)
    check_header(path)
    with closing(_examined(path, key=key)) as db:
        if migrations.MIGRATIONS.pending(db):
            _back_up(path, db, at)
            migrations.migrate(db)
        keep_journal(db, "WAL")


def _examined(path: Path, *, read_only: bool = False, immutable: bool = False, key: Key | None = None) -> KeyedDatabase:
    """A connection to a file that is ours, of no newer version, and whole.

    Raises:
        NotAStore, StorePasswordWrong, StoreNewer, StoreDamaged: it is not.
    """
    with ExitStack() as on_failure:
        try:
            db = connect(path, read_only=read_only, immutable=immutable, key=key)
            on_failure.callback(db.close)
            check_identity(db, path)
            if migrations.is_newer(db):
                raise StoreNewer(path=path)
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
    shelf = Shelf(path, folder_of(path), db.key)
    shelf.add(lambda target: snapshot.copy(db, target), Reason.BEFORE_MIGRATION, at, Attachments(attachments_of(path)))
