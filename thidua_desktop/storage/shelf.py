"""A folder of backups: what is in it, what may go, and how a backup comes into a second one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from thidua_desktop import __version__
from thidua_desktop.common.files import atomic_path, sha256
from thidua_desktop.domain import backups
from thidua_desktop.domain.backups import Backup, Reason
from thidua_desktop.storage import manifests, office_files, restoring
from thidua_desktop.storage.attachments import Attachments
from thidua_desktop.storage.errors import BackupDamaged, CopyFailed, explained
from thidua_desktop.storage.keys import Key, salt_of
from thidua_desktop.storage.manifests import Manifest
from thidua_desktop.storage.snapshot import Contents

_POOL = "dinh-kem"
_UNFINISHED_AFTER = timedelta(hours=1)


def pool_of(folder: Path, key: Key | None) -> Attachments:
    """The attachments that the backups in a folder share: of those under a key, None for those without password."""
    return Attachments(folder / _POOL, key)


class Shelf:
    """The backups of ``store`` in ``folder``. All methods raise OSError when the folder does not answer."""

    def __init__(self, store: Path, folder: Path, key: Key | None = None) -> None:
        self._store = store
        self._key = key
        self.folder = folder
        self.pool = pool_of(folder, key)

    def all(self) -> tuple[Backup, ...]:
        """The backups, the newest first; those that have no proof too."""
        if not self.folder.is_dir():
            return ()
        found = (self._backup(path) for path in self.folder.iterdir())
        return tuple(sorted((each for each in found if each is not None), key=lambda each: each.at, reverse=True))

    def add(
        self, copy: Callable[[Path], Contents], reason: Reason, now: datetime, attachments: Attachments
    ) -> tuple[Path, Manifest]:
        """Make a backup and prove it: restored into a temporary file, compared value by value with the original.

        Args:
            copy: writes the copy to a path and gives what the original held at that moment; it need not check it.
            reason: part of its name.
            now: the moment; a second later if that name is taken.
            attachments: the files that belong to it.

        Raises:
            CopyFailed: the trial restore does not hold what the original held; the copy is removed.
        """
        self.folder.mkdir(exist_ok=True)  # a store whose own folder is gone gets no backup in a new one
        restoring.remove_leftovers(self.folder, now - _UNFINISHED_AFTER)
        at, path = self._free_name(reason, now)
        held = copy(path)
        self._prove(path, held)
        works_by = office_files.found_beside(self._store).files
        manifest = Manifest(
            format=manifests.FORMAT,
            program=__version__,
            at=at,
            reason=reason,
            size=path.stat().st_size,
            contents=held,
            attachments=attachments.all(),
            proven_at=at,
            office_files=office_files.keep(self._store, works_by, self.pool),
        )
        self.pool.fill(attachments, manifest.attachments)
        manifests.write(path, manifest)
        return path, manifest

    def thin(self, now: datetime) -> None:
        """Remove the backups that need not be kept any more, and the attachments that none of the others names."""
        self.remove(backups.thinned(self.all(), now))
        needed = self._attached()
        if needed is not None:
            self.pool.sweep(needed, now - _UNFINISHED_AFTER)

    def unprotected(self) -> tuple[Backup, ...]:
        """The backups that can be read without a password."""
        return tuple(backup for backup in self.all() if salt_of(backup.path) is None)

    def remove(self, unwanted: Iterable[Backup]) -> None:
        """Remove backups with their manifests."""
        for doomed in unwanted:
            doomed.path.unlink(missing_ok=True)
            manifests.path_of(doomed.path).unlink(missing_ok=True)

    def take(self, backup: Path, manifest: Manifest, pool: Attachments) -> None:
        """Copy a proven backup from another folder; it counts when what was written has been read back.

        Raises:
            CopyFailed: what was written is not what was read.
        """
        target = self.folder / backup.name
        with atomic_path(target) as scratch:
            shutil.copyfile(backup, scratch)
            if sha256(scratch) != sha256(backup):
                raise CopyFailed(path=target, detail="sha256 differs")
        self.pool.fill(pool, manifest.kept)
        manifests.write(target, manifest)

    def _attached(self) -> frozenset[str] | None:
        """The attachments of all backups here, other files' among them; None where one does not tell what it needs."""
        needed: set[str] = set()
        for path in self.folder.glob(f"*{self._store.suffix}"):
            manifest = manifests.read(path)
            if manifest is None:
                return None
            needed.update(manifest.kept)
        return frozenset(needed)

    def _free_name(self, reason: Reason, at: datetime) -> tuple[datetime, Path]:
        while (path := self.folder / backups.file_name(self._store, at, reason)).exists():
            at += timedelta(seconds=1)
        return at, path

    def _prove(self, path: Path, held: Contents) -> None:
        try:
            with explained(path), restoring.restored(path, self.folder, upgrade=False, key=self._key) as (_, proven):
                if proven != held:
                    raise CopyFailed(path=path, detail="contents differ")
        except BackupDamaged as damaged:
            path.unlink(missing_ok=True)
            raise CopyFailed(path=path, detail=damaged.params.get("detail", "")) from damaged
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def _backup(self, path: Path) -> Backup | None:
        named = backups.parsed(self._store, path)
        if named is None:
            return None
        size = path.stat().st_size
        manifest = manifests.read(path)
        if manifest is None or manifest.size != size:
            at, reason = named
            return Backup(path, at.astimezone(), reason, size, locked=_locked(path))
        return described(path, manifest)


def described(path: Path, manifest: Manifest) -> Backup:
    """A backup as its manifest tells it."""
    return Backup(
        path,
        manifest.at,
        manifest.reason,
        manifest.size,
        manifest.contents.position,
        manifest.proven_at,
        locked=_locked(path),
    )


def _locked(path: Path) -> bool:
    try:
        return salt_of(path) is not None
    except OSError:  # said when somebody wants to use it
        return False
