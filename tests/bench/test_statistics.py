"""Figures of an office of 5 years, 120 units and 30 000 nominations: right, and soon there."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
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

_AWARDS = 1_000_000
_TIMES_ALONE = 2
"""A year beside a million awards of others takes at most so many times as long as without them."""

_TIMES_SQL = 12
"""Facts of nominations take at most so many times as long as SQLite needs to hand over their rows."""


@pytest.fixture(scope="module")
def large_path(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = counted_office.kept(pytestconfig.cache.mkdir("counted-offices"), counted_office.FULL)
    return Path(shutil.copy(kept, tmp_path_factory.mktemp("counted") / "lon.tdkt"))


@pytest.fixture
def decades(large_path: Path, tmp_path: Path) -> Path:
    """The office with a million awards of the twenty years before; of the last five years there is nothing more."""
    path = Path(shutil.copy(large_path, tmp_path / "lau-nam.tdkt"))
    with closing(sqlite3.connect(path)) as sql, sql:
        hooks = sql.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'award_records'")
        kept = hooks.fetchall()  # journal and search would take minutes to follow
        for name, _ in kept:
            sql.execute(f"DROP TRIGGER {name}")
        sql.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO award_records"
            " (recipient_id, award_id, year, decided_on, name) SELECT 1 + i % 9000, 'lao_dong_tien_tien',"
            " 2002 + i % 20, date('2002-01-01', '+' || (i % 7304) || ' days'), 'Nguyễn Văn A' FROM n",
            (_AWARDS,),
        )
        for _, made in kept:
            sql.execute(made)
    return path


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


def test_a_year_does_not_read_the_decades_before(large_path: Path, decades: Path) -> None:
    seconds = []
    for path in (large_path, decades):
        with as_the_program_runs(), Store.open(path, read_only=True) as store:
            services = Services(store, lambda: COUNTED_ON)
            services.statistics.facts(periods.year(1990))
            begun = time.process_time()
            found = services.statistics.facts(periods.year(2026))
            seconds.append(time.process_time() - begun)
        assert len(found.of(Subject.AWARDS)) < _AWARDS // 20
    tell(f"a year in {seconds[0]:.2f} s, beside a million older awards in {seconds[1]:.2f} s")
    assert seconds[1] <= _TIMES_ALONE * seconds[0]
