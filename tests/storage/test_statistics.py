"""What is counted is found by its day or year: no table that grows for decades is read from end to end."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.statistics.questions import Subject
from thidua_desktop.storage import statistics
from thidua_desktop.storage.store import Store

_DAYS = {"first": "2026-01-01", "last": "2026-12-31", "first_year": 2026, "last_year": 2026}


def plan(store: Store, query: str, parameters: object) -> list[str]:
    with store.read() as work:
        found = work.statistics._session.db.conn.execute(f"EXPLAIN QUERY PLAN {query}", parameters)
        return [row[3] for row in found]


def test_the_awards_of_a_year_are_found_by_their_day(store: Store) -> None:
    for where in (statistics._OF_DAYS, statistics._OF_YEARS):
        for begin in (statistics._RECORDS, statistics._BY_DAY):
            steps = plan(store, begin + where, _DAYS)
            assert any("a USING INDEX award_records_of_day" in step for step in steps), steps
            assert not any(step.startswith("SCAN") for step in steps), steps


@pytest.mark.parametrize(
    ("query", "values", "large"),
    [
        (statistics._LINES, _DAYS, ("l", "a", "n", "r")),
        (statistics._NOMINATIONS, (2026, 2026), ("n", "r", "s")),
        (statistics._TASKS, ("2026-01-01", "2026-12-31"), ("t", "task_units")),
        (statistics._SUBMISSIONS, (2026, 2026), ("s",)),
        (statistics._POSTS, ("[1]",), ("p",)),
    ],
    ids=["lines", "nominations", "tasks", "submissions", "posts"],
)
def test_no_large_table_is_read_whole(store: Store, query: str, values: object, large: tuple[str, ...]) -> None:
    scanned = {step.split()[1] for step in plan(store, query, values) if step.startswith("SCAN")}
    assert scanned.isdisjoint(large)


def test_an_empty_office_has_no_rows(store: Store) -> None:
    with store.read() as work:
        first, last = date(2026, 1, 1), date(2026, 12, 31)
        asked = work.statistics
        rows = [
            *(asked.awards(first, last), asked.awards_by_day(first, last), asked.nominations(2026, 2026)),
            *(asked.tasks(first, last), asked.submissions(2026, 2026), asked.returns(first, last)),
            *(asked.decisions(first, last), asked.movements(first, last), asked.registrations(2026, 2026)),
            asked.posts([1]),
        ]
        assert [list(each) for each in rows] == [[]] * len(rows)
        assert all(work.statistics_lines.of(subject, [1, -1]) == () for subject in Subject)
