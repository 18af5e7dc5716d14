"""All forms of a year for an office of 5 years, 120 units and 30 000 nominations: right, and soon there."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import counted_office
from tests.bench.office import tell
from tests.services.statistics import form_checks
from tests.services.statistics.offices import COUNTED_ON, Counted, opened
from thidua_desktop.domain.statistics import periods
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

_ALL_FORMS_S = 30
"""Of the issue, in processor time: other work on the machine does not count."""


@pytest.fixture(scope="module")
def large_path(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = counted_office.kept(pytestconfig.cache.mkdir("counted-offices"), counted_office.FULL)
    return Path(shutil.copy(kept, tmp_path_factory.mktemp("counted") / "lon.tdkt"))


@pytest.fixture(scope="module")
def large(large_path: Path) -> Iterator[Counted]:
    yield from opened(large_path)


@pytest.mark.parametrize("year", range(2022, 2027))
def test_every_form_beside_its_second_count(large: Counted, year: int) -> None:
    form_checks.check(large, periods.year(year))


def test_all_forms_of_a_year(large_path: Path, tmp_path: Path) -> None:
    with Store.open(large_path, read_only=True) as store:
        services = Services(store, lambda: COUNTED_ON)
        begun, on_the_clock = time.process_time(), time.perf_counter()
        written = services.forms.write_all(2026, tmp_path / "biểu")
        took, waited = time.process_time() - begun, time.perf_counter() - on_the_clock
    tell(f"{len(written)} files of forms in {took:.2f} s of processor time, {waited:.2f} s on the clock")
    assert len(written) == 22
    assert took <= _ALL_FORMS_S
