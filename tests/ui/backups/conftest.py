"""An office file with a clock that is moved by hand and settings of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import fixed_today
from tests.services.conftest import Clock
from thidua_desktop.services.backup_settings import SettingsFile
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(store_path: Path, tmp_path: Path, clock: Clock) -> Iterator[Services]:
    with Store.open(store_path, now=clock) as store:
        yield Services(store, fixed_today, backup_settings=SettingsFile(lambda: tmp_path / "sao-luu.json"))
