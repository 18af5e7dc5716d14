"""Figures of an office of 5 years, 120 units and 30 000 nominations: right, and soon there."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import counted_office
from tests.bench.office import as_the_program_runs, tell
from tests.services.statistics import cross_checks
from tests.services.statistics.offices import COUNTED_ON, Counted, opened
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.questions import Subject
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

_TIMES_SQL = 12
"""Facts of nominations take at most so many times as long as SQLite needs to hand over their rows."""


@pytest.fixture(scope="module")
def large_path(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = counted_office.kept(pytestconfig.cache.mkdir("counted-offices"), counted_office.FULL)
    return Path(shutil.copy(kept, tmp_path_factory.mktemp("counted") / "lon.tdkt"))


@pytest.fixture(scope="module")
def large(large_path: Path) -> Iterator[Counted]:
    yield from opened(large_path)


@pytest.mark.parametrize(
    "period", [*(periods.year(each) for each in range(2022, 2027)), periods.half(2025, 2), periods.term(2022)]
)
def test_every_table_beside_its_second_count(large: Counted, period: periods.Period) -> None:
    begun = time.process_time()
    cross_checks.check(large, period)
    tell(f"tables of {period.text()} with their second count: {time.process_time() - begun:.2f} s")


def test_five_years_are_read_in_a_moment(large_path: Path) -> None:
    with as_the_program_runs(), Store.open(large_path, read_only=True) as store:
        services = Services(store, lambda: COUNTED_ON)
        services.statistics.facts(periods.year(2019))  # the law and the catalogue are read once for all
        with store.read() as work:
            begun = time.process_time()
            rows = list(work.statistics.nominations(2022, 2026))
            alone = time.process_time() - begun
        begun = time.process_time()
        found = services.statistics.facts(periods.term(2022), {Subject.NOMINATIONS}).of(Subject.NOMINATIONS)
        took = time.process_time() - begun
    tell(f"{len(found)} nominations read in {took:.2f} s of processor time, their rows alone in {alone:.2f} s")
    assert len(found) == len(rows) == counted_office.FULL.nominations
    assert took <= _TIMES_SQL * alone
