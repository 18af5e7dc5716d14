"""Opens the office file and wires the services: the one place that knows the real clock and folders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.common.files import STORE_SUFFIX, safe_file_name
from thidua_desktop.common.paths import data_folder
from thidua_desktop.services.backup_settings import SettingsFile
from thidua_desktop.services.container import Services
from thidua_desktop.storage.errors import (
    DiskFull,
    NotAStore,
    StoreDamaged,
    StoreMissing,
    StorePasswordNeeded,
    StorePasswordWrong,
    reached,
)
from thidua_desktop.storage.lock import Holder
from thidua_desktop.storage.store import Store, local_now

if TYPE_CHECKING:
    from thidua_desktop.services.passwords import PasswordChanged
    from thidua_desktop.services.restores import Restored


STORE_NAME = "thi-dua.tdkt"
BACKUP_SETTINGS_NAME = "sao-luu.json"


def default_store() -> Path:
    """Where the office file lies when the user has named none."""
    return data_folder() / STORE_NAME


def open_services(
    path: Path,
    *,
    create: bool = False,
    today: Callable[[], date] = date.today,
    read_only: bool = False,
    now: Callable[[], datetime] = local_now,
    password: str | None = None,
    later: bool = False,
    user: tuple[str, str] | None = None,
) -> Services:
    """All services on an office file.

    Args:
        path: the file.
        create: make it where there is none.
        today: the day that lateness is judged by.
        read_only: look only; works beside another program that writes.
        now: the clock of the journal.
        password: of a file that has one, or of the file that is to be made.
        later: leave the check of a large file to ``Services.check``.
        user: whom the journal names, and at which computer; whoever runs the program where it is left out.

    Raises:
        StorePasswordNeeded, StorePasswordWrong: the file has a password, and this is not it.
        StoreTrouble: the file cannot be used.
    """
    holder = replace(Holder.this_program(now()), user=user[0], host=user[1]) if user is not None else None
    store = Store.open(path, create=create, read_only=read_only, now=now, password=password, later=later, holder=holder)
    return Services(store, today, backup_settings=_backup_settings())


def copy_here(path: Path, *, now: Callable[[], datetime] = local_now) -> Path:
    """Copy an office file that cannot be opened where it lies into the data folder; gives the copy.

    Raises:
        StoreTrouble: it cannot be read, it changes all the time, or there is no room; nothing is left of the copy.
    """
    from thidua_desktop.storage import carrying

    name = safe_file_name(f"{path.stem} - bản chép {now():%Y-%m-%d %H%M%S}")
    target = data_folder() / f"{name}{STORE_SUFFIX}"
    try:
        with reached(path):
            carrying.carry(path, target)
    except DiskFull as error:
        raise DiskFull(path=target, detail=str(error)) from error
    return target


def change_password(
    path: Path, *, old: str | None, new: str | None, now: Callable[[], datetime] = local_now
) -> PasswordChanged:
    """Give an office file that nobody has open a password, another one, or none; see ``passwords.change``."""
    from thidua_desktop.services import passwords

    return passwords.change(path, old=old, new=new, backup_settings=_backup_settings(), now=now)


def restore(
    path: Path,
    backup: Path,
    *,
    password: str | None = None,
    backup_password: str | None = None,
    forgotten: bool = False,
    now: Callable[[], datetime] = local_now,
) -> Restored:
    """Bring an office file back to the state of a backup, whatever state it is in.

    One that can be opened keeps its present state as a backup; one that cannot be is kept aside under another name.

    Args:
        path: the office file.
        backup: the backup.
        password: of the office file, if it has one.
        backup_password: of a backup that was made under another password.
        forgotten: the file has a password that nobody knows; the backup takes its place all the same.
        now: the clock.

    Raises:
        StoreTrouble, FileTrouble: the file is what it was.
    """
    from thidua_desktop.services.restores import restore_closed

    try:
        services = open_services(path, now=now, password=password)
    except (StorePasswordNeeded, StorePasswordWrong):
        if not forgotten:
            raise
        return restore_closed(path, backup, now=now, password=backup_password)
    except (StoreDamaged, StoreMissing):
        return restore_closed(path, backup, now=now, password=backup_password or password)
    except NotAStore:
        if path.suffix != STORE_SUFFIX:  # a slip of the finger, not an office file whose beginning was destroyed
            raise
        return restore_closed(path, backup, now=now, password=backup_password or password)
    with services:
        return services.backups.restore(backup, password=backup_password)


def _backup_settings() -> SettingsFile:
    return SettingsFile(lambda: data_folder() / BACKUP_SETTINGS_NAME)
