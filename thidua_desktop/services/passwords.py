"""The password of the office file: set, changed, taken away, all or nothing.

The file is encrypted as a whole; nobody, the maker of the program included, can open it without the password.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from thidua_desktop.common.errors import AppError, StoreTrouble
from thidua_desktop.domain.backups import Reason
from thidua_desktop.services.backup import BackupService
from thidua_desktop.services.backup_settings import SettingsFile
from thidua_desktop.storage import driver
from thidua_desktop.storage.errors import EncryptionMissing, StorePasswordWrong
from thidua_desktop.storage.store import Store, local_now

__all__ = ["PasswordChanged", "PasswordEmpty", "PasswordForgotten", "PasswordService", "StorePasswordWrong", "change"]


class PasswordEmpty(AppError):
    """The new password has no letters."""

    code = "password.empty"


class PasswordForgotten(StoreTrouble):
    """Nobody knows the password: only backups that ask for none, or for another one, can help."""

    code = "store.password_forgotten"


@dataclass(frozen=True, slots=True)
class PasswordChanged:
    """What a change of password did: where the former file is kept, and how many backups can be read without one."""

    protected: bool
    kept: Path
    unprotected: int


class PasswordService:
    """What can be asked about the password of an open file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def is_set(self) -> bool:
        """Whether the file has a password."""
        return self._store.key is not None

    def matches(self, password: str) -> bool:
        """Whether this is the password of the file; takes a quarter of a second."""
        key = self._store.key
        return key is not None and key.fits(password)


def can_encrypt() -> bool:
    """Whether files with a password can be made and opened on this computer."""
    return driver.can_encrypt()


def change(
    path: Path,
    *,
    old: str | None,
    new: str | None,
    backup_settings: SettingsFile | None = None,
    now: Callable[[], datetime] = local_now,
) -> PasswordChanged:
    """Give an office file a password, another one, or none.

    The file as it was is kept as a proven backup under the former password or, where there was none, readable by
    everybody. Then a new file is made, proven equal and put in its place in one step: a program killed meanwhile
    leaves the former file or the new one, whole.

    Args:
        path: an office file that nobody has open.
        old: its password; None if it has none.
        new: None to take the password away.
        backup_settings: where the second copy of the backup goes.
        now: the clock.

    Raises:
        PasswordEmpty, EncryptionMissing: nothing was done.
        StorePasswordNeeded, StorePasswordWrong: ``old`` is not its password.
        StoreTrouble: the file is in use, or there is no room; it is what it was.
    """
    if new is not None and not new.strip():
        raise PasswordEmpty(path=path)
    if new is not None and not driver.can_encrypt():
        raise EncryptionMissing(path=path)
    with Store.open(path, password=old, now=now) as store:
        backups = BackupService(store, settings=backup_settings, now=now)
        kept = backups.make(Reason.BEFORE_PASSWORD).backup.path
        store.rewrite(backups.folder, new)
        return PasswordChanged(new is not None, kept, backups.unprotected())
