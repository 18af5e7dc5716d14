"""Which backups stay as they grow old, and when one has to be made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain import backups
from thidua_desktop.domain.backups import Backup, Reason

NOW = datetime(2026, 11, 21, 14, 30, tzinfo=timezone(timedelta(hours=7)))
STORE = Path("thi-dua.tdkt")

AGES = st.one_of(
    st.timedeltas(timedelta(0), timedelta(days=2)),
    st.timedeltas(timedelta(0), timedelta(days=60)),
    st.timedeltas(timedelta(0), timedelta(days=2000)),
)


def backup(age: timedelta, reason: Reason = Reason.SCHEDULE, *, proven: bool = True) -> Backup:
    at = NOW - age
    return Backup(Path(f"{at.isoformat()}-{reason}-{proven}"), at, reason, 1, proven_at=at if proven else None)


SHELVES = st.lists(
    st.builds(
        lambda age, reason, proven: backup(age, reason, proven=proven), AGES, st.sampled_from(Reason), st.booleans()
    ),
    max_size=80,
    unique_by=lambda each: each.path,
)


def left(shelf: list[Backup], now: datetime = NOW) -> list[Backup]:
    doomed = set(backups.thinned(shelf, now))
    return [each for each in shelf if each not in doomed]


@settings(deadline=None, max_examples=80)
@given(SHELVES)
def test_what_must_stay_stays(shelf: list[Backup]) -> None:
    kept = left(shelf)
    proven = [each for each in shelf if each.proven_at]
    if proven:
        assert max(each.at for each in proven) in [each.at for each in kept if each.proven_at]
    for each in shelf:
        if each.reason in (Reason.BEFORE_RESTORE, Reason.BEFORE_MIGRATION) and NOW - each.at < timedelta(days=365):
            assert each in kept
    periods: list[tuple[timedelta, Callable[[datetime], object]]] = [
        (timedelta(hours=24), lambda at: at.strftime("%Y %j %H")),
        (timedelta(days=7), lambda at: at.strftime("%Y %j")),
        (timedelta(weeks=4), lambda at: at.strftime("%G %V")),
        (timedelta(days=365), lambda at: at.strftime("%Y %m")),
        (timedelta(days=10000), lambda at: at.year),
    ]
    for age, period in periods:
        young = [each for each in shelf if NOW - each.at <= age]
        assert {period(each.at) for each in young} <= {period(each.at) for each in kept}
        young_proven = [each for each in young if each.proven_at]
        assert {period(each.at) for each in young_proven} <= {period(each.at) for each in kept if each.proven_at}


@settings(deadline=None, max_examples=80)
@given(SHELVES)
def test_thinning_again_takes_nothing_more(shelf: list[Backup]) -> None:
    kept = left(shelf)
    assert left(kept) == kept


def test_thinning_every_hour_for_three_years_leaves_a_ladder() -> None:
    shelf: list[Backup] = []
    start = NOW - timedelta(days=3 * 365)
    for hour in range(3 * 365 * 24 // 6 + 1):  # four a day
        now = start + timedelta(hours=6 * hour)
        shelf.append(Backup(Path(str(hour)), now, Reason.SCHEDULE, 1, proven_at=now))
        shelf = left(shelf, now)
    ages = sorted((NOW - each.at) for each in shelf)
    assert len(shelf) < 35
    for younger, older in pairwise(ages):
        if older <= timedelta(days=6):
            assert older - younger <= timedelta(days=1)
        elif older <= timedelta(weeks=3):
            assert older - younger <= timedelta(weeks=1)
        elif older <= timedelta(days=330):
            assert older - younger <= timedelta(days=31)
    assert {(NOW - age).year for age in ages} == {2023, 2024, 2025, 2026}


def test_the_last_of_an_hour_is_kept() -> None:
    shelf = [backup(timedelta(minutes=minutes)) for minutes in (1, 2, 119, 122, 140, 151)]  # it is 14:30
    assert left(shelf) == [*shelf[:3], shelf[5]]


def test_proof_goes_before_age() -> None:
    newest, proven = backup(timedelta(minutes=121), proven=False), backup(timedelta(minutes=149))
    assert left([newest, proven]) == [proven]
    assert left([newest]) == [newest]


def test_a_clock_that_ran_ahead_costs_no_backup() -> None:
    shelf = [backup(timedelta(days=-400)), backup(timedelta(days=-400, minutes=1)), backup(timedelta(minutes=5))]
    assert left(shelf) == shelf


def test_the_year_of_grace_ends() -> None:
    old = timedelta(days=400)
    shelf = [backup(old, Reason.BEFORE_RESTORE), backup(old - timedelta(hours=1))]
    assert left(shelf) == shelf[1:]


@pytest.mark.parametrize(
    ("last", "is_due"),
    [(None, True), (timedelta(minutes=59), False), (timedelta(hours=1), True), (timedelta(hours=-3), True)],
)
def test_the_schedule(last: timedelta | None, is_due: bool) -> None:
    assert backups.due(None if last is None else NOW - last, NOW) is is_due


@pytest.mark.parametrize(
    ("operation", "params", "reason"),
    [
        ("plan.import", {"title": "x", "tasks": 3}, Reason.BEFORE_IMPORT),
        ("tracker.import", {"count": 1}, Reason.BEFORE_IMPORT),
        ("task.move", {"count": 20}, Reason.BEFORE_BULK),
        ("task.move", {"count": 19}, None),
        ("undo.back_to", {"count": 2}, Reason.BEFORE_BULK),
        ("undo", {"of": "x"}, None),
        ("task.save", {"text": "x"}, None),
        ("unit.save", {"count": "nhiều"}, None),
    ],
)
def test_what_is_risky(operation: str, params: dict[str, object], reason: Reason | None) -> None:
    assert backups.risk(operation, params) is reason


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)), st.sampled_from(Reason))
def test_a_name_leads_back_to_time_and_reason(at: datetime, reason: Reason) -> None:
    at = at.replace(microsecond=0)
    name = backups.file_name(STORE, at, reason)
    assert backups.parsed(STORE, Path(name)) == (at, reason)


@pytest.mark.parametrize(
    "name",
    [
        "thi-dua.tdkt",
        "thi-dua-20261121-143000-thu-cong.tdkt.json",
        "thi-dua-20261121-143000-khac.tdkt",
        "thi-dua-2-20261121-143000-thu-cong.tdkt",
        "khac-20261121-143000-thu-cong.tdkt",
        "thi-dua-20261399-143000-thu-cong.tdkt",
        ".thi-dua-20261121-143000-thu-cong-x7.tdkt",
    ],
)
def test_other_files_are_no_backups(name: str) -> None:
    assert backups.parsed(STORE, Path(name)) is None


def test_the_folder_lies_beside_the_file() -> None:
    assert backups.folder_of(Path("a") / "thi-dua.tdkt") == Path("a") / "thi-dua-sao-luu"
