"""Opens the office file and wires the services: the one place that knows the real clock and folders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from thidua_desktop.common.paths import data_folder
from thidua_desktop.services.backup_settings import SettingsFile
from thidua_desktop.services.container import Services
from thidua_desktop.services.restores import Restored, restore_closed
from thidua_desktop.storage.errors import NotAStore, StoreDamaged, StoreMissing
from thidua_desktop.storage.store import Store, local_now

STORE_NAME = "thi-dua.tdkt"
STORE_SUFFIX = ".tdkt"
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
) -> Services:
    """All services on an office file.

    Args:
        path: the file.
        create: make it where there is none.
        today: the day that lateness is judged by.
        read_only: look only; works beside another program that writes.
        now: the clock of the journal.

    Raises:
        StoreTrouble: the file cannot be used.
    """
    store = Store.open(path, create=create, read_only=read_only, now=now)
    return Services(store, today, backup_settings=SettingsFile(lambda: data_folder() / BACKUP_SETTINGS_NAME))


def restore(path: Path, backup: Path, *, now: Callable[[], datetime] = local_now) -> Restored:
    """Bring an office file back to the state of a backup, whatever state it is in.

    One that can be opened keeps its present state as a backup; a damaged one is kept aside under another name.

    Raises:
        StoreTrouble, FileTrouble: the file is what it was.
    """
    try:
        services = open_services(path, now=now)
    except (StoreDamaged, StoreMissing):
        return restore_closed(path, backup, now=now)
    except NotAStore:
        if path.suffix != STORE_SUFFIX:  # a slip of the finger, not an office file whose beginning was destroyed
            raise
        return restore_closed(path, backup, now=now)
    with services:
        return services.backups.restore(backup)
