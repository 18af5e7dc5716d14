"""The small counted office, and a province's form that is tied to it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests import counted_office
from tests.nasty_workbooks import province_form
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store


@pytest.fixture(scope="session")
def counted_path(pytestconfig: pytest.Config) -> Path:
    """The small office, not to be written to."""
    return counted_office.kept(pytestconfig.cache.mkdir("counted-offices"), counted_office.SMALL)


@pytest.fixture
def services(counted_path: Path, tmp_path: Path) -> Iterator[Services]:
    with Store.open(Path(shutil.copy(counted_path, tmp_path / "nho.tdkt"))) as store:
        yield Services(store, lambda: date(2026, 12, 20))


@pytest.fixture(scope="session")
def form_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return province_form(tmp_path_factory.mktemp("form") / "bieu.xlsx")
