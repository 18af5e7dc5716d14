"""What can be done with a backup alone, also when the office file cannot be opened: check it, put it in place."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.backups import Backup, folder_of
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.storage import attachments, manifests, migrations, office_files, restoring
from thidua_desktop.storage.attachments import Attachments
from thidua_desktop.storage.errors import BackupAltered, explained, reached
from thidua_desktop.storage.keys import Key, key_of
from thidua_desktop.storage.lock import Holder
from thidua_desktop.storage.manifests import Manifest
from thidua_desktop.storage.office_files import Placed
from thidua_desktop.storage.shelf import Shelf, pool_of
from thidua_desktop.storage.snapshot import Contents
from thidua_desktop.storage.store import local_now

_SCRATCH = ".khoi-phuc-"

CHANGES = Changes("file.restore", frozenset(Kind))
"""Every screen has to look again."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What a trial restore of a backup found: its schema version, its rows by table, and remarks."""

    path: Path
    version: int
    counts: Mapping[str, int]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: where the present state was kept aside, and what could not be brought back."""

    changes: Changes
    kept_aside: Path | None
    findings: tuple[Finding, ...] = ()


def beside(store: Path) -> tuple[Backup, ...]:
    """The backups of an office file, the newest first; also when the file is gone or cannot be opened.

    Raises:
        StoreTrouble: their folder cannot be read.
    """
    folder = folder_of(store)
    with reached(folder):
        return Shelf(store, folder).all()


def verify(path: Path, *, password: str | None = None, key: Key | None = None) -> Verification:
    """Restore a backup into a temporary file and tell what is in it.

    Args:
        path: the backup.
        password: of the backup, where it is not kept under ``key``.
        key: of the office file that it belongs to, when that is open.

    Raises:
        StorePasswordNeeded, StorePasswordWrong: it has a password, and none of the given ones is it.
        BackupMissing, BackupDamaged, BackupAltered, NotAStore, StoreNewer: it cannot be restored.
        StoreTrouble: no room for the trial.
    """
    manifest = manifests.read(path)
    with reached(path), explained(path), restoring.restored(path, password=password, key=key) as (_, held):
        compare(path, manifest, held)
        wanted = () if manifest is None else manifest.kept
        lost = pool_of(path.parent, key_of(path, password, known=key)).damaged(wanted)
    return Verification(path, held.version, held.counts, (*_remarks(manifest, held), *_lost(lost)))


def restore_closed(
    store: Path, backup: Path, *, password: str | None = None, now: Callable[[], datetime] = local_now
) -> Restored:
    """Put a backup in the place of an office file that is missing, too damaged to be opened, or locked for good.

    The former file is kept beside it under another name. The new one has the password of the backup, if any. A file
    that can be opened takes its old state through ``BackupService.restore``, which loses nothing even when the
    program is killed meanwhile.

    Raises:
        BackupMissing, BackupDamaged, BackupAltered, NotAStore, StoreNewer: the backup cannot be restored.
        StoreTrouble: the file is in use, or there is no room; it is what it was.
    """
    manifest = manifests.read(backup)
    with reached(store), explained(backup), restoring.restored(backup, password=password) as (ready, held):
        compare(backup, manifest, held)
        aside = restoring.put_in_place(store, ready, holder=Holder.this_program(now()), at=now())
        key = key_of(ready, password)
        findings = bring_back(store, Attachments(attachments.folder_of(store), key), backup, manifest, key)
    return Restored(CHANGES, aside, findings)


def compare(path: Path, manifest: Manifest | None, held: Contents) -> None:
    """Refuse a backup that holds something else than when it was made.

    Raises:
        BackupAltered: it does.
    """
    if manifest is not None and manifest.contents != held:
        raise BackupAltered(path=path)


def bring_back(
    store: Path, target: Attachments, backup: Path, manifest: Manifest | None, key: Key | None
) -> tuple[Finding, ...]:
    """Bring back what is kept for a backup under ``key``; says what is lost, and what lies beside something newer.

    Attachments come back where they are missing or damaged. What the office works by comes back where it is missing;
    where another file of that name stands, that one stays and the one of the backup comes to lie beside it. The records
    are restored by then: a folder that takes no files is told and undoes nothing.
    """
    if manifest is None:
        return ()
    pool = pool_of(backup.parent, key)
    lost = target.repair(pool, manifest.attachments)
    try:
        with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=store.parent) as scratch:
            gone = office_files.stage(pool, manifest.office_files, Path(scratch))
            placed = office_files.place(Path(scratch), manifest.office_files, store)
    except OSError:
        count = len(manifest.office_files)
        return (*_lost(lost), Finding("office_file.not_brought", params={"count": count}))
    return (*_lost((*lost, *(file.sha256 for file in gone))), *beside_others(placed))


def beside_others(placed: Placed) -> tuple[Finding, ...]:
    """That files of the office were there already and are not the same."""
    names = [path.name for path in placed.beside]
    return (Finding("office_file.beside", params={"count": len(names), "names": ", ".join(names)}),) if names else ()


def _remarks(manifest: Manifest | None, held: Contents) -> tuple[Finding, ...]:
    remarks = []
    if manifest is None:
        remarks.append(Finding("backup.no_manifest", Severity.INFO))
    if held.version < migrations.version():
        remarks.append(Finding("backup.older_version", Severity.INFO, {"version": held.version}))
    return tuple(remarks)


def _lost(digests: tuple[str, ...]) -> tuple[Finding, ...]:
    return (Finding("backup.attachments_lost", Severity.WARNING, {"count": len(digests)}),) if digests else ()
