"""Steps placed backwards over working days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.planner import (
    MOST_DAYS,
    Chain,
    ChainEmpty,
    ChainNameMissing,
    ChainStep,
    StepDays,
    StepLengthImpossible,
    check_chain,
    placed_backwards,
)
from thidua_desktop.services.calendar import office_calendar

CALENDAR = office_calendar()
ONE = timedelta(days=1)
COUNCIL = (
    ChainStep("Họp Hội đồng", 1),
    ChainStep("Lấy ý kiến", 10),
    ChainStep("Trình ký", 3),
    ChainStep("In", 2),
    ChainStep("Trao", 0),
)


def test_a_chain_in_front_of_a_deadline() -> None:
    plan = placed_backwards(date(2026, 6, 11), COUNCIL, CALENDAR, date(2026, 5, 4))
    assert [(each.first, each.last) for each in plan.placed] == [
        (date(2026, 5, 21), date(2026, 5, 21)),
        (date(2026, 5, 22), date(2026, 6, 4)),
        (date(2026, 6, 5), date(2026, 6, 9)),
        (date(2026, 6, 10), date(2026, 6, 11)),
        (date(2026, 6, 11), date(2026, 6, 11)),
    ]
    assert plan.fits
    assert plan.begins == date(2026, 5, 21)
    assert plan.spare == 13
    assert plan.earliest_end == date(2026, 5, 25)


@pytest.mark.parametrize(
    ("today", "late", "first_late"),
    [
        (date(2026, 5, 21), 0, 0),  # it has to begin today
        (date(2026, 5, 22), 1, 0),
        (date(2026, 5, 25), 2, 1),
        (date(2026, 6, 12), 16, 15),
    ],
)
def test_what_is_too_late_says_by_how_many_working_days(today: date, late: int, first_late: int) -> None:
    plan = placed_backwards(date(2026, 6, 11), COUNCIL, CALENDAR, today)
    assert plan.late_by == late
    assert plan.fits == (late == 0)
    assert [each.late_by for each in plan.placed][:2] == [late, first_late]


def test_a_deadline_on_a_day_off_is_the_working_day_before() -> None:
    plan = placed_backwards(date(2026, 2, 20), (ChainStep("Trình ký", 2),), CALENDAR, date(2026, 2, 2))
    assert plan.target == date(2026, 2, 13)  # 14/2 to 22/2 are Tết
    assert plan.placed[0].first == date(2026, 2, 12)


def test_an_exchanged_saturday_is_worked() -> None:
    plan = placed_backwards(date(2026, 1, 12), (ChainStep("In", 2),), CALENDAR, date(2026, 1, 5))
    assert plan.placed[0].first == date(2026, 1, 10)


def test_calendar_days_count_days_off_and_begin_on_a_working_day() -> None:
    step = ChainStep("Công khai", 10, StepDays.CALENDAR)
    plan = placed_backwards(date(2026, 6, 19), (ChainStep("Tổng hợp", 1), step), CALENDAR, date(2026, 6, 1))
    assert (plan.placed[1].first, plan.placed[1].last) == (date(2026, 6, 10), date(2026, 6, 19))
    plan = placed_backwards(date(2026, 6, 17), (step,), CALENDAR, date(2026, 6, 1))
    assert plan.placed[0].first == date(2026, 6, 8)
    plan = placed_backwards(date(2026, 6, 16), (step,), CALENDAR, date(2026, 6, 1))
    assert plan.placed[0].first == date(2026, 6, 5)  # 7/6 is a Sunday


def test_several_moments_without_length_fall_on_one_day() -> None:
    steps = (ChainStep("Nhận", 0), ChainStep("Làm", 2), ChainStep("Ký", 0), ChainStep("Gửi", 0))
    plan = placed_backwards(date(2026, 6, 12), steps, CALENDAR, date(2026, 6, 1))
    assert [each.first.day for each in plan.placed] == [11, 11, 12, 12]


@pytest.mark.parametrize(
    ("steps", "error"),
    [
        ((), ChainEmpty),
        ((ChainStep("  ", 1),), ChainEmpty),
        ((ChainStep("Ký", -1),), StepLengthImpossible),
        ((ChainStep("Ký", MOST_DAYS + 1),), StepLengthImpossible),
    ],
)
def test_chains_that_cannot_be_placed(steps: tuple[ChainStep, ...], error: type[Exception]) -> None:
    with pytest.raises(error):
        placed_backwards(date(2026, 6, 12), steps, CALENDAR, date(2026, 6, 1))


def test_a_chain_has_a_name() -> None:
    with pytest.raises(ChainNameMissing):
        check_chain(Chain(" ", COUNCIL))
    check_chain(Chain("Họp", COUNCIL))


STEPS = st.lists(
    st.builds(ChainStep, st.just("Bước"), st.integers(0, 30), st.sampled_from(StepDays)), min_size=1, max_size=8
)
DAYS = st.dates(date(2024, 3, 1), date(2026, 12, 31))


@settings(max_examples=40, deadline=None, database=None)
@given(DAYS, STEPS, DAYS)
def test_steps_never_overlap_never_end_on_a_day_off_and_are_as_long_as_they_should_be(
    deadline: date, steps: list[ChainStep], today: date
) -> None:
    plan = placed_backwards(deadline, steps, CALENDAR, today)
    assert [each.step for each in plan.placed] == steps
    assert plan.target == CALENDAR.last_working_day(deadline) <= deadline
    assert plan.placed[-1].last == plan.target
    long = [each for each in plan.placed if each.step.days]
    for each in plan.placed:
        assert CALENDAR.works(each.first)
        assert CALENDAR.works(each.last)
        assert each.first <= each.last
        if each.step.kind is StepDays.WORKING and each.step.days:
            assert CALENDAR.working_days(each.first - ONE, each.last) == each.step.days
        elif each.step.days:
            assert (each.last - each.first).days + 1 >= each.step.days
        assert (each.late_by > 0) == (each.first < today and CALENDAR.working_days(each.first - ONE, today - ONE) > 0)
    for one, other in pairwise(long):
        assert one.last < other.first
        assert CALENDAR.working_days(one.last, other.first) == 1  # no working day is left between them
    for one, other in pairwise(plan.placed):
        assert one.first <= other.first
    working = sum(each.days for each in steps if each.kind is StepDays.WORKING)
    if all(each.kind is StepDays.WORKING for each in steps) and working:
        assert CALENDAR.working_days(plan.begins - ONE, plan.target) == working


@settings(max_examples=40, deadline=None, database=None)
@given(DAYS, STEPS)
def test_forwards_from_where_it_has_to_begin_all_is_done_in_time(deadline: date, steps: list[ChainStep]) -> None:
    plan = placed_backwards(deadline, steps, CALENDAR, deadline)
    again = placed_backwards(deadline, steps, CALENDAR, plan.begins)
    assert again.fits
    assert again.earliest_end <= plan.target
