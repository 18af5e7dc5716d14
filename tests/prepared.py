"""Office files that are filled once and copied for each test: to fill one takes longer than most tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from tests.conftest import fixed_today, ticking_clock
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store

T = TypeVar("T")


@dataclass(frozen=True)
class Prepared(Generic[T]):
    """A closed office file, and what the filling has given: numbers of records, by the names that tests use."""

    path: Path
    made: T

    def copy(self, folder: Path) -> Path:
        """An office file of a test's own."""
        return Path(shutil.copy(self.path, folder / "co-quan.tdkt"))


def prepare(source: Path, folder: Path, fill: Callable[[Services], T]) -> Prepared[T]:
    """Fill a copy of an office file, an hour before the tests take place."""
    path = Path(shutil.copy(source, folder / "san.tdkt"))
    with Store.open(path, now=ticking_clock(hour=13)) as store:
        services = Services(store, fixed_today)
        store.before_write = None
        made = fill(services)
    Store.open(path).close()  # checks it, for all its copies
    return Prepared(path, made)
