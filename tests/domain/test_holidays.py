"""Working days against the announced days off of 2024, 2025 and 2026; lunar dates against a second library."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from thidua_desktop.domain.holidays import DayOffKind, HolidayData, LunarDay, OfficeCalendar, lunar_day
from thidua_desktop.services.calendar import office_calendar

OFF = [
    # (first, last): nobody works from the first to the last day, as announced; the sources stand in days-off.toml
    (date(2024, 1, 1), date(2024, 1, 1)),
    (date(2024, 2, 8), date(2024, 2, 14)),
    (date(2024, 4, 18), date(2024, 4, 18)),
    (date(2024, 4, 27), date(2024, 5, 1)),
    (date(2024, 8, 31), date(2024, 9, 3)),
    (date(2025, 1, 1), date(2025, 1, 1)),
    (date(2025, 1, 25), date(2025, 2, 2)),
    (date(2025, 4, 5), date(2025, 4, 7)),
    (date(2025, 4, 30), date(2025, 5, 4)),
    (date(2025, 8, 30), date(2025, 9, 2)),
    (date(2026, 1, 1), date(2026, 1, 4)),
    (date(2026, 2, 14), date(2026, 2, 22)),
    (date(2026, 4, 25), date(2026, 4, 27)),
    (date(2026, 4, 30), date(2026, 5, 3)),
    (date(2026, 8, 29), date(2026, 9, 2)),
]

WORKED_SATURDAYS = [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]

WORKED_AROUND = [
    date(2024, 2, 7),
    date(2024, 2, 15),
    date(2024, 5, 2),
    date(2024, 9, 4),
    date(2025, 1, 24),
    date(2025, 2, 3),
    date(2025, 4, 8),
    date(2025, 4, 29),
    date(2025, 5, 5),
    date(2025, 9, 3),
    date(2025, 12, 31),
    date(2026, 1, 5),
    date(2026, 2, 13),
    date(2026, 2, 23),
    date(2026, 4, 28),
    date(2026, 4, 29),
    date(2026, 5, 4),
    date(2026, 8, 28),
    date(2026, 9, 3),
]


@pytest.fixture(scope="module")
def calendar() -> OfficeCalendar:
    return office_calendar()


@pytest.mark.parametrize(("first", "last"), OFF, ids=lambda day: day.isoformat())
def test_nobody_works_on_announced_days_off(calendar: OfficeCalendar, first: date, last: date) -> None:
    day = first
    while day <= last:
        assert not calendar.works(day), day
        day += timedelta(days=1)


@pytest.mark.parametrize("day", WORKED_SATURDAYS, ids=lambda day: day.isoformat())
def test_exchanged_saturdays_are_worked(calendar: OfficeCalendar, day: date) -> None:
    assert day.weekday() == 5
    assert calendar.works(day)
    assert calendar.worked_for(day) is not None


@pytest.mark.parametrize("day", WORKED_AROUND, ids=lambda day: day.isoformat())
def test_the_days_around_are_worked(calendar: OfficeCalendar, day: date) -> None:
    assert calendar.works(day)


@pytest.mark.parametrize(("year", "worked"), [(2024, 251), (2025, 250)])
def test_working_days_of_a_whole_year(calendar: OfficeCalendar, year: int, worked: int) -> None:
    """262 (261) weekdays, less the 11 weekdays off of the Labour Code; an exchange changes nothing."""
    assert calendar.working_days(date(year - 1, 12, 31), date(year, 12, 31)) == worked


def test_ordinary_weekends_are_off_but_have_no_name(calendar: OfficeCalendar) -> None:
    assert not calendar.works(date(2026, 6, 13))
    assert calendar.day_off(date(2026, 6, 13)) is None


def test_an_exchanged_day_names_the_saturday(calendar: OfficeCalendar) -> None:
    found = calendar.day_off(date(2026, 1, 2))
    assert found is not None
    assert found.kind is DayOffKind.EXCHANGED
    assert found.worked == date(2026, 1, 10)


def test_compensation_for_a_holiday_on_sunday(calendar: OfficeCalendar) -> None:
    found = calendar.day_off(date(2026, 4, 27))
    assert found is not None
    assert found.kind is DayOffKind.COMPENSATION


def test_what_is_not_announced_is_not_certain(calendar: OfficeCalendar) -> None:
    culture, tet, reunification = (
        calendar.day_off(day) for day in (date(2026, 11, 24), date(2027, 2, 8), date(2027, 4, 30))
    )
    assert culture is not None
    assert not culture.certain
    assert tet is not None
    assert not tet.certain
    assert reunification is not None
    assert reunification.certain


def test_without_announcements_no_saturday_is_worked() -> None:
    assert not OfficeCalendar(HolidayData()).works(date(2024, 5, 4))
    assert OfficeCalendar(HolidayData()).works(date(2024, 4, 29))


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 6, 15), date(2026, 6, 15)),
        (date(2026, 6, 14), date(2026, 6, 12)),
        (date(2026, 2, 20), date(2026, 2, 13)),
        (date(2024, 5, 5), date(2024, 5, 4)),
        (date(2026, 1, 1), date(2025, 12, 31)),
    ],
)
def test_the_working_day_before(calendar: OfficeCalendar, day: date, before: date) -> None:
    assert calendar.last_working_day(day) == before


@pytest.mark.parametrize(
    ("after", "until", "left"),
    [
        (date(2026, 6, 12), date(2026, 6, 15), 1),
        (date(2026, 6, 15), date(2026, 6, 15), 0),
        (date(2026, 6, 15), date(2026, 6, 12), 0),
        (date(2026, 2, 13), date(2026, 2, 24), 2),
        (date(2024, 4, 26), date(2024, 5, 6), 4),
        (date(2025, 12, 31), date(2026, 1, 12), 7),
    ],
)
def test_working_days_left(calendar: OfficeCalendar, after: date, until: date, left: int) -> None:
    assert calendar.working_days(after, until) == left


@pytest.mark.parametrize(
    ("day", "count", "found"),
    [
        (date(2026, 6, 12), 1, date(2026, 6, 15)),
        (date(2026, 2, 13), 1, date(2026, 2, 23)),
        (date(2026, 2, 23), -1, date(2026, 2, 13)),
        (date(2026, 6, 13), 0, date(2026, 6, 13)),
        (date(2024, 5, 3), 1, date(2024, 5, 4)),
        (date(2026, 6, 1), 10, date(2026, 6, 15)),
    ],
)
def test_adding_working_days(calendar: OfficeCalendar, day: date, count: int, found: date) -> None:
    assert calendar.add_working_days(day, count) == found


def test_commemorations_count_from_their_event(calendar: OfficeCalendar) -> None:
    (found,) = calendar.commemorations(date(2026, 6, 11))
    assert found.since == 1948
    assert calendar.commemorations(date(2026, 6, 12)) == ()
    assert calendar.commemorations(date(1900, 6, 11)) == ()


@pytest.mark.parametrize("year", range(1901, 2100))
def test_lunar_new_year_agrees_with_the_second_library(year: int) -> None:
    table = holidays.country_holidays("VN", years=2024, language="vi")._chinese_calendar
    new_year, _estimated = table.lunar_new_year_date(year)
    assert lunar_day(new_year) == LunarDay(1, 1, year)


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        (date(2024, 2, 10), LunarDay(1, 1, 2024)),
        (date(2026, 4, 26), LunarDay(10, 3, 2026)),
        (date(2025, 7, 25), LunarDay(1, 6, 2025, leap=True)),
        (date(2023, 3, 22), LunarDay(1, 2, 2023, leap=True)),
        # Vietnam and China part company: Vietnam kept Tết of Ất Sửu a month earlier.
        (date(1985, 1, 21), LunarDay(1, 1, 1985)),
        (date(2007, 2, 17), LunarDay(1, 1, 2007)),
        (date(2030, 2, 2), LunarDay(1, 1, 2030)),
    ],
)
def test_lunar_dates(day: date, lunar: LunarDay) -> None:
    assert lunar_day(day) == lunar


def test_no_lunar_date_where_the_library_gives_no_warrant() -> None:
    assert lunar_day(date(1899, 12, 31)) is None
    assert lunar_day(date(2101, 1, 1)) is None
