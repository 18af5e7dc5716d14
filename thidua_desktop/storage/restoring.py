"""From a backup back to an office file: a checked copy first, and only then the place of the present file."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from thidua_desktop.common.files import atomic_path
from thidua_desktop.storage import migrations, snapshot
from thidua_desktop.storage.connection import (
    KeyedDatabase,
    check_header,
    check_identity,
    connect,
    first_complaint,
    keep_journal,
)
from thidua_desktop.storage.errors import (
    COMPLAINTS,
    BackupDamaged,
    BackupMissing,
    StoreNewer,
    StorePasswordWrong,
    blames_content,
)
from thidua_desktop.storage.keys import Key, key_of
from thidua_desktop.storage.lock import Holder, taken
from thidua_desktop.storage.snapshot import Contents

_SCRATCH = ".thu-khoi-phuc-"

REWRITTEN = ".mat-khau-"
"""Beginning of the folders in which a file is written anew under another key or under none."""

_LOG_SUFFIXES = ("-wal", "-shm")


@contextmanager
def restored(
    backup: Path,
    folder: Path | None = None,
    *,
    upgrade: bool = True,
    password: str | None = None,
    key: Key | None = None,
) -> Iterator[tuple[Path, Contents]]:
    """A restored copy of a backup, whole and of this program's version, in a temporary folder; and what it held.

    Args:
        backup: the file; it is only read.
        folder: where the temporary folder is made; the system's own place if not given.
        upgrade: bring an older one to this program's version.
        password: of the backup, where it is not kept under ``key``.
        key: of the office file that it belongs to; the copy is kept under the key of the backup.

    Raises:
        StorePasswordNeeded, StorePasswordWrong, EncryptionMissing: it cannot be read.
        BackupMissing, BackupDamaged, NotAStore, StoreNewer: it cannot be restored.
        OSError: no room, or no access.
    """
    if not backup.is_file():
        raise BackupMissing(path=backup)
    check_header(backup)
    opening = key_of(backup, password, known=key)
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=folder) as scratch:
        path = Path(scratch) / "kho.tdkt"
        _copied(backup, path)
        held = _checked(path, backup, opening)
        if upgrade:
            _upgrade(path, opening)
        yield path, held


def put_in_place(store: Path, ready: Path, *, holder: Holder, at: datetime) -> Path | None:
    """Let a checked file take the place of a store that cannot be opened; gives where the old one is kept aside.

    An open store takes its new content through ``Store.replace_with`` instead.

    Raises:
        StoreTrouble, OSError: the store is what it was.
    """
    lock = taken(store, holder)
    try:
        aside = _kept_aside(store, at) if store.exists() else None
        with atomic_path(store) as scratch:
            shutil.copyfile(ready, scratch)
            # The log of the old file must be gone before the new one has its name: SQLite would replay it into it.
            for suffix in _LOG_SUFFIXES:
                _beside(store, suffix).unlink(missing_ok=True)
        return aside
    finally:
        lock.release()


def _kept_aside(store: Path, at: datetime) -> Path:
    aside = store.with_name(f"{store.stem}-truoc-khoi-phuc-{at:%Y%m%d-%H%M%S}{store.suffix}")
    _copied(store, aside)
    flush(aside.parent)
    return aside


def _copied(source: Path, target: Path) -> None:
    """Copy an office file with the log that may lie beside it."""
    for suffix in ("-wal", ""):  # the file last: under its name it is whole
        if _beside(source, suffix).exists():
            with atomic_path(_beside(target, suffix)) as scratch:
                shutil.copyfile(_beside(source, suffix), scratch)


def _beside(store: Path, suffix: str) -> Path:
    return store.with_name(store.name + suffix)


def _checked(path: Path, backup: Path, key: Key | None) -> Contents:
    try:
        with closing(connect(path, alone=True, key=key)) as db:
            held = _held(db, backup)
    except StorePasswordWrong as error:
        raise StorePasswordWrong(path=backup) from error
    except COMPLAINTS as error:
        if not blames_content(error):
            raise
        raise BackupDamaged(path=backup, detail=str(error)) from error
    return held


def _upgrade(path: Path, key: Key | None) -> None:
    with closing(connect(path, alone=True, key=key)) as db:
        if migrations.MIGRATIONS.pending(db):
            migrations.migrate(db)


def _held(db: KeyedDatabase, backup: Path) -> Contents:
    keep_journal(db, "DELETE")  # what lies in a log becomes part of the file itself
    check_identity(db, backup)
    if migrations.is_newer(db):
        raise StoreNewer(path=backup)
    complaint = first_complaint(db, full=True) or migrations.misshapen(db)
    if complaint is not None:
        raise BackupDamaged(path=backup, detail=complaint)
    return snapshot.contents(db)


def remove_leftovers(folder: Path, older_than: datetime) -> None:
    """Remove the unfinished copies and trial restores that a killed program left in a folder of backups."""
    for path in folder.glob(".*"):
        if path.stat().st_mtime >= older_than.timestamp():
            continue  # another program may be at work on it
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def remove_rewritten(folder: Path) -> None:
    """Remove what a program killed while it took a password away has left: it can be read by everybody.

    For the holder of the writer's lock alone: nobody else can be writing such a file.
    """
    for path in folder.glob(f"{REWRITTEN}*"):
        shutil.rmtree(path, ignore_errors=True)  # one that another program holds open goes the next time


def flush(folder: Path) -> None:
    """Have new names in a folder written to the disk; Windows does that by itself and cannot be asked."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
