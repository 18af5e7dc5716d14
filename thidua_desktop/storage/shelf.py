"""A folder of backups: what is in it, what may go, and how a backup comes into a second one."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from thidua_desktop.common.files import atomic_path, sha256
from thidua_desktop.domain import backups
from thidua_desktop.domain.backups import Backup
from thidua_desktop.storage import manifests
from thidua_desktop.storage.attachments import Attachments
from thidua_desktop.storage.errors import CopyFailed
from thidua_desktop.storage.manifests import Manifest

_POOL = "dinh-kem"


def pool_of(folder: Path) -> Attachments:
    """The attachments that the backups in a folder share."""
    return Attachments(folder / _POOL)


class Shelf:
    """The backups of ``store`` in ``folder``. All methods raise OSError when the folder does not answer."""

    def __init__(self, store: Path, folder: Path) -> None:
        self._store = store
        self.folder = folder
        self.pool = pool_of(folder)

    def all(self) -> tuple[Backup, ...]:
        """The backups, the newest first; those that have no proof too."""
        if not self.folder.is_dir():
            return ()
        found = (self._backup(path) for path in self.folder.iterdir())
        return tuple(sorted((each for each in found if each is not None), key=lambda each: each.at, reverse=True))

    def thin(self, now: datetime) -> None:
        """Remove the backups that need not be kept any more."""
        for doomed in backups.thinned(self.all(), now):
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
        self.pool.fill(pool, manifest.attachments)
        manifests.write(target, manifest)

    def _backup(self, path: Path) -> Backup | None:
        named = backups.parsed(self._store, path)
        if named is None:
            return None
        size = path.stat().st_size
        manifest = manifests.read(path)
        if manifest is None or manifest.size != size:
            at, reason = named
            return Backup(path, at.astimezone(), reason, size)
        return described(path, manifest)


def described(path: Path, manifest: Manifest) -> Backup:
    """A backup as its manifest tells it."""
    return Backup(path, manifest.at, manifest.reason, manifest.size, manifest.contents.position, manifest.proven_at)
