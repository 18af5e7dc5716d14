"""The counted offices, made once and kept in pytest's own folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import counted_office
from tests.services.statistics.offices import Counted, opened


@pytest.fixture(scope="session")
def small_path(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small office, not to be written to."""
    kept = counted_office.kept(pytestconfig.cache.mkdir("counted-offices"), counted_office.SMALL)
    return Path(shutil.copy(kept, tmp_path_factory.mktemp("counted") / "nho.tdkt"))


@pytest.fixture(scope="module")
def small(small_path: Path) -> Iterator[Counted]:
    yield from opened(small_path)
