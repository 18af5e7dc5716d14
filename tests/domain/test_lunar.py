"""Lunar dates of 1900-2100 against a table computed a second time (``lunar_table``), and working days by month."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.domain import lunar_table
from thidua_desktop.domain.holidays import (
    Commemoration,
    CommemorationImpossible,
    LunarDay,
    check_commemoration,
    lunar_day,
)
from thidua_desktop.services.calendar import office_calendar

ONE = timedelta(days=1)
FIRST, LAST = date(1900, 1, 31), date(2100, 12, 30)
NEAR_MIDNIGHT = 120
"""Seconds: nearer to midnight the day of a new moon hangs on how the rotation of the earth is reckoned."""

MONTHS = tuple(month for month in lunar_table.months(1900, 2100) if month.first <= LAST)


def test_every_month_begins_on_the_same_day() -> None:
    assert len(MONTHS) == 2485
    doubtful = []
    for month in MONTHS:
        wanted = LunarDay(1, month.month, month.year, month.leap)
        if lunar_table.seconds_from_midnight(month.first) > NEAR_MIDNIGHT:
            assert lunar_day(month.first) == wanted
        elif lunar_day(month.first) != wanted:
            assert lunar_day(month.first + ONE) == wanted
            doubtful.append(month.first)
    # 1944 and 1967 are past; for the others nobody knows yet how fast the earth will turn.
    assert doubtful == [date(1944, 6, 20), date(1967, 7, 7), date(2072, 12, 9), date(2077, 11, 15)]


def test_every_month_ends_on_the_day_before_the_next() -> None:
    for month, following in pairwise(MONTHS):
        length = (following.first - month.first).days
        assert length in (29, 30)
        near = min(map(lunar_table.seconds_from_midnight, (month.first, following.first)))
        if near > NEAR_MIDNIGHT:
            assert lunar_day(following.first - ONE) == LunarDay(length, month.month, month.year, month.leap)


@pytest.mark.parametrize(
    ("year", "leap"),
    [(2020, 4), (2023, 2), (2025, 6), (2028, 5), (2031, 3), (2033, 11), (2036, 6), (1984, None), (1985, 2), (1987, 7)],
)
def test_leap_months(year: int, leap: int | None) -> None:
    """Where Vietnam and China differ too: Ất Sửu (1985) has its leap month there in month 10 of Giáp Tý."""
    assert [month.month for month in MONTHS if month.year == year and month.leap] == ([leap] if leap else [])


WORKING_DAYS = {
    # From the announcements in days-off.toml, counted by hand: weekdays less days off, with exchanged Saturdays.
    2024: (22, 16, 21, 19, 23, 20, 23, 22, 19, 23, 21, 22),
    2025: (17, 20, 21, 21, 20, 21, 23, 21, 20, 23, 20, 23),
    2026: (21, 15, 22, 20, 20, 22, 23, 21, 20, 22, 20, 23),
}


@pytest.mark.parametrize(
    ("year", "month", "days"),
    [(year, month, days) for year, found in WORKING_DAYS.items() for month, days in enumerate(found, start=1)],
)
def test_working_days_of_each_month(year: int, month: int, days: int) -> None:
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    assert office_calendar().working_days(first - ONE, after - ONE) == days


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (Commemoration(6, 11, 1948, "Ngày truyền thống thi đua"), {date(2024, 6, 11), date(2026, 6, 11)}),
        (Commemoration(3, 10, 0, "Giỗ Tổ", lunar=True), {date(2024, 4, 18), date(2025, 4, 7), date(2026, 4, 26)}),
        (Commemoration(12, 30, 0, "Giao thừa", lunar=True), {date(2024, 2, 9), date(2025, 1, 28), date(2026, 2, 16)}),
        (Commemoration(5, 20, 2005, "Ngày thành lập Ban", year=2025), {date(2025, 5, 20)}),
        (Commemoration(9, 5, 2026, "Ngày thành lập phường"), {date(2026, 9, 5)}),
        (Commemoration(6, 1, 0, "Đầu tháng sáu", lunar=True), {date(2024, 7, 6), date(2025, 6, 25), date(2026, 7, 14)}),
    ],
)
def test_own_commemoration_days(day: Commemoration, shown: set[date]) -> None:
    span = (date(2024, 1, 1) + timedelta(days=at) for at in range(3 * 366))
    found = {each for each in span if day.falls_on(each) and each.year < 2027}
    assert found & shown == shown
    assert len(found - shown) == (1 if day.since in (1948,) else 0)


@pytest.mark.parametrize(
    "day",
    [
        Commemoration(2, 30, 0, "x"),
        Commemoration(13, 1, 0, "x"),
        Commemoration(0, 1, 0, "x"),
        Commemoration(4, 31, 0, "x"),
        Commemoration(4, 31, 0, "x", lunar=True),
        Commemoration(4, 30, 0, " "),
    ],
)
def test_days_that_no_calendar_has(day: Commemoration) -> None:
    with pytest.raises(CommemorationImpossible):
        check_commemoration(day)


def test_days_that_some_years_have() -> None:
    check_commemoration(Commemoration(2, 29, 0, "Ngày nhuận"))
    check_commemoration(Commemoration(12, 30, 0, "Giao thừa", lunar=True))
    check_commemoration(Commemoration(12, 31, 0, "Cuối năm"))
