"""Recurring work: rules, instances, changes of one or of all that follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.ids import PlanId, SeriesId, TaskId
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.recurrence import (
    MONTHS,
    NotRecurring,
    ReportDay,
    Rule,
    RuleImpossible,
    changed_following,
    following,
    instances,
    occurrences,
    periods_later,
    rule_of,
)
from thidua_desktop.domain.tasks import Recurrence, Task, TaskState

R = Recurrence


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (Rule(R.QUARTERLY, 3, 15), {"2024-Q1": (3, 15), "2024-Q2": (6, 15), "2024-Q3": (9, 15), "2024-Q4": (12, 15)}),
        (Rule(R.HALF_YEARLY, 6, 15), {"2024-H1": (6, 15), "2024-H2": (12, 15)}),
        (Rule(R.YEARLY, 12, 15), {"2024": (12, 15)}),
        (Rule(R.QUARTERLY, 3), {"2024-Q1": (3, 31), "2024-Q2": (6, 30), "2024-Q3": (9, 30), "2024-Q4": (12, 31)}),
    ],
)
def test_the_days_of_a_year(rule: Rule, found: dict[str, tuple[int, int]]) -> None:
    assert {each.period: (each.due.month, each.due.day) for each in occurrences(rule, 2024)} == found


def test_monthly_on_the_last_day() -> None:
    days = [each.due.day for each in occurrences(Rule(R.MONTHLY, 1, 31), 2024)]
    assert days == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert occurrences(Rule(R.MONTHLY), 2023)[1].due == date(2023, 2, 28)


def test_the_month_after_the_period() -> None:
    """A report on a month is often due on the 5th of the next one."""
    found = occurrences(Rule(R.MONTHLY, 2, 5), 2024)
    assert (found[0].period, found[0].due) == ("2024-01", date(2024, 2, 5))
    assert (found[-1].period, found[-1].due) == ("2024-12", date(2025, 1, 5))


def test_weekly() -> None:
    found = occurrences(Rule(R.WEEKLY, weekday=4), 2026)
    assert (found[0].period, found[0].due) == ("2026-W01", date(2026, 1, 2))
    assert len(found) == 52
    assert {each.due.weekday() for each in found} == {4}


@pytest.mark.parametrize(
    "rule",
    [
        Rule(R.QUARTERLY, 0),
        Rule(R.QUARTERLY, 5),
        Rule(R.MONTHLY, 1, 0),
        Rule(R.YEARLY, 1, 32),
        Rule(R.WEEKLY, weekday=7),
    ],
)
def test_rules_that_name_no_day(rule: Rule) -> None:
    with pytest.raises(RuleImpossible):
        occurrences(rule, 2024)


RULES = st.sampled_from([R.MONTHLY, R.QUARTERLY, R.HALF_YEARLY, R.YEARLY]).flatmap(
    lambda frequency: st.builds(
        Rule, st.just(frequency), st.integers(1, MONTHS[frequency] + 1), st.none() | st.integers(1, 31)
    )
) | st.builds(Rule, st.just(R.WEEKLY), weekday=st.integers(0, 6))


@settings(max_examples=60, deadline=None, database=None)
@given(RULES, st.integers(1900, 2990))
def test_instances_come_in_order_once_for_each_period(rule: Rule, year: int) -> None:
    found = occurrences(rule, year)
    assert len({each.period for each in found}) == len(found)
    assert list(found) == sorted(found, key=lambda each: each.due)
    assert [each.period for each in found] == sorted(each.period for each in found) or rule.frequency is R.WEEKLY
    expected = 12 // MONTHS[rule.frequency] if rule.frequency in MONTHS else None
    assert len(found) == expected if expected else len(found) in (52, 53)
    for each in found:
        assert each.due.year in (year, year + 1)
        assert rule.day is None or each.due.day <= rule.day
        again = rule_of(each.due, each.period, rule.frequency)
        assert occurrences(replace(again, day=rule.day), year) == found


TEMPLATE = Task(
    PlanId(1), "Báo cáo quý", 2024, lead=("Sở Nội vụ",), product="Báo cáo", position=7, state=TaskState.DONE, note="cũ"
)


def quarter_reports() -> tuple[Task, ...]:
    made = instances(TEMPLATE, Rule(R.QUARTERLY, 3, 15), 2024, SeriesId(5))
    return tuple(replace(task, id=TaskId(at)) for at, task in enumerate(made, start=1))


def test_instances_are_tasks_that_have_not_begun() -> None:
    found = quarter_reports()
    assert [(task.due, task.quarter, task.month, task.period) for task in found[:2]] == [
        (date(2024, 3, 15), 1, 3, "2024-Q1"),
        (date(2024, 6, 15), 2, 6, "2024-Q2"),
    ]
    assert {task.state for task in found} == {TaskState.NOT_STARTED}
    assert {(task.text, task.lead, task.product, task.position, task.note) for task in found} == {
        ("Báo cáo quý", ("Sở Nội vụ",), "Báo cáo", 7, None)
    }


def test_a_change_goes_to_all_that_follow_and_are_open() -> None:
    one, two, three, four = quarter_reports()
    done = replace(three, state=TaskState.DONE)
    own = replace(four, note="Gửi kèm biểu", lead=("Ban TĐKT",))
    new = replace(two, text="Báo cáo quý và tháng", due=date(2024, 7, 5), lead=("Sở Y tế",))
    (changed,) = changed_following(two, new, [one, two, done, own], R.QUARTERLY)
    assert changed.id == 4
    assert (changed.text, changed.lead, changed.note) == ("Báo cáo quý và tháng", ("Sở Y tế",), "Gửi kèm biểu")
    assert (changed.due, changed.year, changed.quarter) == (date(2025, 1, 5), 2025, 1)
    assert changed.period == "2024-Q4"


def test_what_was_not_changed_stays_with_each() -> None:
    _, two, three, four = quarter_reports()
    own = replace(three, lead=("Ban TĐKT",), due=date(2024, 9, 20))
    found = changed_following(two, replace(two, text="Báo cáo"), [two, own, four], R.QUARTERLY)
    assert [(task.text, task.lead, task.due) for task in found] == [
        ("Báo cáo", ("Ban TĐKT",), date(2024, 9, 20)),
        ("Báo cáo", ("Sở Nội vụ",), date(2024, 12, 15)),
    ]


def test_the_last_day_of_a_month_stays_the_last_day() -> None:
    one, *others = quarter_reports()
    found = changed_following(one, replace(one, due=date(2024, 3, 31)), others, R.QUARTERLY)
    assert [task.due for task in found] == [date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31)]


def test_only_instances_of_the_same_series_follow() -> None:
    one, two, *_ = quarter_reports()
    assert following(one, [replace(two, series_id=SeriesId(6)), one]) == ()
    with pytest.raises(NotRecurring):
        changed_following(TEMPLATE, TEMPLATE, [], R.QUARTERLY)


@pytest.mark.parametrize(
    ("period", "later"), [("2026-Q1", "2027-Q1"), ("2026", "2027"), ("2026-03", "2027-03"), ("2026-W05", "2027-W05")]
)
def test_the_same_period_a_year_later(period: str, later: str) -> None:
    assert periods_later(period, 1) == later


@pytest.mark.parametrize(
    ("first", "last", "asked"),
    [(None, None, True), (date(2024, 1, 1), date(2025, 6, 30), False), (None, date(2025, 12, 31), True)],
)
def test_a_report_is_asked_for_while_its_rule_is_in_force(first: date | None, last: date | None, asked: bool) -> None:
    report = ReportDay("x", "x", "x", (), "x", Confidence.SEEN, valid_from=first, valid_to=last)
    assert report.in_force(2025) == asked
