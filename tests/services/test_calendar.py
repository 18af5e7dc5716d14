"""The calendar that ships with the program."""

from __future__ import annotations

from datetime import date

from thidua_desktop.services.calendar import office_calendar


def test_exchanges_give_a_weekday_free_for_a_saturday() -> None:
    exchanges = office_calendar().data.exchanges
    assert len(exchanges) >= 4
    for exchange in exchanges:
        assert exchange.off.weekday() < 5
        assert exchange.worked.weekday() == 5
        assert abs((exchange.off - exchange.worked).days) <= 14
        assert exchange.source


def test_every_commemoration_has_a_name_and_a_real_day() -> None:
    calendar = office_calendar()
    for found in calendar.data.commemorations:
        assert found in calendar.commemorations(date(2026, found.month, found.day))
        assert found.name


def test_the_file_is_read_once() -> None:
    assert office_calendar() is office_calendar()
