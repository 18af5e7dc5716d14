"""Backups of the office file: make, prove, thin out, check, restore."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from thidua_desktop.common.errors import StoreTrouble
from thidua_desktop.domain import backups
from thidua_desktop.domain.backups import Backup, Made, Reason, SecondPlace
from thidua_desktop.services import restores
from thidua_desktop.services.backup_settings import BackupSettings, SettingsFile, SettingsUnreadable
from thidua_desktop.services.restores import Restored, Verification
from thidua_desktop.storage import manifests, restoring
from thidua_desktop.storage.errors import StorePasswordNotSet, StoreReadOnly, explained, reached
from thidua_desktop.storage.keys import key_of
from thidua_desktop.storage.manifests import Manifest
from thidua_desktop.storage.shelf import Shelf, described, pool_of
from thidua_desktop.storage.store import Store, local_now

__all__ = ["Backup", "BackupService", "BackupSettings", "Made", "Reason", "Restored", "SecondPlace", "Verification"]


class BackupService:
    """The backups of one office file, in a folder beside it and, where there is one, in a second place."""

    def __init__(
        self, store: Store, *, settings: SettingsFile | None = None, now: Callable[[], datetime] = local_now
    ) -> None:
        self._store = store
        self._settings = settings
        self._now = now
        self._shelf = Shelf(store.path, backups.folder_of(store.path), store.key)
        self.folder = self._shelf.folder

    def settings(self) -> BackupSettings:
        """Where the second copies go and how often backups are made.

        Raises:
            SettingsUnreadable: that was saved and cannot be understood any more.
        """
        return BackupSettings() if self._settings is None else self._settings.of(self._store.path)

    def save_settings(self, settings: BackupSettings) -> None:
        """Choose where the second copies go and how often backups are made, on this computer.

        Raises:
            StoreTrouble: the data folder cannot be written to.
        """
        if self._settings is not None:
            self._settings.save(self._store.path, settings)

    def choose_second(self, folder: Path | None) -> None:
        """Choose another second place; the schedule stays.

        Raises:
            StoreTrouble: the data folder cannot be written to.
        """
        self.save_settings(replace(self._readable_settings(), second=folder))

    def in_second(self) -> frozenset[str] | None:
        """The names of the backups in the second place; None when there is none or it does not answer."""
        root = self._readable_settings().second
        if root is None:
            return None
        try:
            if not root.is_dir():
                return None
            return frozenset(backup.path.name for backup in Shelf(self._store.path, root / self.folder.name).all())
        except OSError:
            return None

    def all(self) -> tuple[Backup, ...]:
        """The backups beside the file, the newest first; those without proof too.

        Raises:
            StoreTrouble: the folder cannot be read.
        """
        with reached(self.folder):
            return self._shelf.all()

    def last_proven(self) -> datetime | None:
        """When the newest backup passed its trial restore."""
        newest = self._newest_proven()
        return None if newest is None else newest.proven_at

    def changed(self) -> bool:
        """Whether anything has been done since the newest proven backup; False for a file with nothing in it."""
        newest = self._newest_proven()
        return self._store.position() != ("" if newest is None else newest.position)

    def due(self) -> bool:
        """Whether the schedule asks for a backup now."""
        newest, every = self._newest_proven(), self._readable_settings().every
        if every is None:
            return False
        return backups.due(None if newest is None else newest.at, self._now(), every) and self.changed()

    def make(self, reason: Reason) -> Made:
        """A proven backup: copied in one consistent state, restored into a temporary file, compared value by value.

        Older ones are thinned out after it. The second place is tried last and cannot make it fail.

        Raises:
            CopyFailed: the trial restore does not hold what the file holds; the copy is removed.
            StoreTrouble: no room, no access; earlier backups are what they were.
        """
        with reached(self.folder):
            copy = partial(self._store.copy_to, checked=False)
            path, manifest = self._shelf.add(copy, reason, self._now(), self._store.attachments)
            self._shelf.thin(self._now())
        return Made(described(path, manifest), self._second_copy(path, manifest))

    def make_if_changed(self, reason: Reason) -> Made | None:
        """A backup if anything has been done since the last one: on leaving, and on schedule."""
        return self.make(reason) if self.changed() else None

    def before(self, operation: str, params: Mapping[str, Any]) -> None:
        """Make the backup that an import or a change of many records asks for; hooked into ``Store.write``.

        Raises:
            StoreTrouble: it could not be made, so the operation does not begin.
        """
        reason = backups.risk(operation, params)
        if reason is not None:
            self.make_if_changed(reason)

    def verify(self, path: Path, *, password: str | None = None) -> Verification:
        """Restore a backup into a temporary file and tell what is in it; see ``restores.verify``."""
        return restores.verify(path, password=password, key=self._store.key)

    def restore(self, path: Path, *, password: str | None = None) -> Restored:
        """Bring the file back to the state of a backup; what it holds now is kept aside as a proven backup first.

        All or nothing: until the last step nothing has changed, and the last step is one transaction. The file keeps
        the password that it has now, or none.

        Args:
            path: the backup.
            password: of a backup that was made under another password.

        Raises:
            BackupMissing, BackupDamaged, BackupAltered, NotAStore, StoreNewer: it cannot be restored.
            StoreReadOnly, StoreTrouble: the file cannot take it.
        """
        if self._store.read_only:
            raise StoreReadOnly(path=self._store.path)
        manifest = manifests.read(path)
        with reached(self.folder):
            self.folder.mkdir(exist_ok=True)
            with (
                explained(path),
                restoring.restored(path, self.folder, password=password, key=self._store.key) as (ready, held),
            ):
                restores.compare(path, manifest, held)
                kept = self.make(Reason.BEFORE_RESTORE).backup.path if self._store.position() else None
                key = key_of(ready, password, known=self._store.key)
                self._store.replace_with(ready, key)
            findings = restores.bring_back(self._store.path, self._store.attachments, path, manifest, key)
        return Restored(restores.CHANGES, kept, findings)

    def unprotected(self) -> int:
        """How many backups can be read without a password, here and in the second place.

        Raises:
            StoreTrouble: the folder of the backups cannot be read.
        """
        with reached(self.folder):
            return sum(len(shelf.unprotected()) for shelf in self._shelves())

    def remove_unprotected(self) -> int:
        """Remove the backups that can be read without a password, after an encrypted one has been proven.

        Gives how many were removed; those in a second place that is away are not among them.

        Raises:
            StorePasswordNotSet: the file itself has no password, so its backups are no easier to read than it is.
            StoreTrouble: a folder does not answer; what is left can be removed later.
        """
        if self._store.key is None:
            raise StorePasswordNotSet(path=self._store.path)
        if not self.unprotected():
            return 0
        self.make(Reason.BY_HAND)
        removed = 0
        with reached(self.folder):
            for shelf in self._shelves():
                doomed = shelf.unprotected()
                shelf.remove(doomed)
                pool_of(shelf.folder, None).remove_all()
                removed += len(doomed)
        return removed

    def _shelves(self) -> Iterator[Shelf]:
        """The folder of the backups and, when it answers, the one in the second place."""
        yield self._shelf
        root = self._readable_settings().second
        if root is not None and root.is_dir():
            yield Shelf(self._store.path, root / self.folder.name, self._store.key)

    def _newest_proven(self) -> Backup | None:
        return next((backup for backup in self.all() if backup.proven_at is not None), None)

    def _readable_settings(self) -> BackupSettings:
        """The settings, or the defaults where they cannot be understood: backups go on, the window says the trouble."""
        try:
            return self.settings()
        except SettingsUnreadable:
            return BackupSettings()

    def _second_copy(self, path: Path, manifest: Manifest) -> SecondPlace:
        try:
            root = self.settings().second
            if root is None:
                return SecondPlace.NONE
            if not root.is_dir():
                return SecondPlace.AWAY
            second = Shelf(self._store.path, root / self.folder.name, self._store.key)
            second.take(path, manifest, self._shelf.pool)
            second.thin(self._now())
        except (OSError, StoreTrouble):
            # Pulled out or full in the middle: the backup in the first place is proven and counts.
            return SecondPlace.FAILED
        return SecondPlace.COPIED
