"""Office files for tests: migrated once, copied for each test; clocks that stand still or tick."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store

TODAY = date(2024, 6, 20)
"""The day on which every test with ``services`` takes place, unless it brings its own."""


def fixed_today() -> date:
    return TODAY


def ticking_clock() -> Callable[[], datetime]:
    """A clock that is a second later each time it is asked."""
    moment = datetime(2024, 6, 20, 14, 5, tzinfo=UTC)

    def now() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=1)
        return moment

    return now


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated office file with nothing in it; copy it, do not open it."""
    path = tmp_path_factory.mktemp("store") / "empty.tdkt"
    Store.open(path, create=True).close()
    return path


@pytest.fixture
def store_path(empty_store: Path, tmp_path: Path) -> Path:
    """An empty office file of this test's own."""
    return Path(shutil.copy(empty_store, tmp_path / "co-quan.tdkt"))


@pytest.fixture
def store(store_path: Path) -> Iterator[Store]:
    """An open, empty office file."""
    with Store.open(store_path, now=ticking_clock()) as opened:
        yield opened


@pytest.fixture
def services(store: Store) -> Services:
    """All services on an empty office file; today is ``TODAY``."""
    return Services(store, fixed_today)
