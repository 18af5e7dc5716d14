"""An office with one plan, its backups, and a clock that stands until it is moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import fixed_today
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.backup import BackupService
from thidua_desktop.services.backup_settings import SettingsFile
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.at = datetime(2024, 6, 20, 14, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **step: int) -> None:
        self.at += timedelta(**step)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(store_path: Path, tmp_path: Path, clock: Clock) -> Iterator[Services]:
    """Services on a file with one plan; its clock stands."""
    with Store.open(store_path, now=clock) as store:
        services = Services(store, fixed_today, backup_settings=SettingsFile(lambda: tmp_path / "sao-luu.json"))
        services.plans.create(Plan("Kế hoạch", 2024))
        yield services


@pytest.fixture
def backups(office: Services) -> BackupService:
    return office.backups
