"""Opens the office file and wires the services: the one place that knows the real clock and folders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from thidua_desktop.common.paths import data_folder
from thidua_desktop.services.backup_settings import SettingsFile
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store, local_now

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
