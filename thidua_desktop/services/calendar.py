"""The days of a calendar: which are worked, which are remembered."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import msgspec

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.holidays import Commemoration, Exchange, HolidayData, OfficeCalendar

DATA = "calendar/days-off.toml"


class _Uncertain(msgspec.Struct):
    day: date
    source: str


class _File(msgspec.Struct, forbid_unknown_fields=True):
    announced_through: int
    exchange: tuple[Exchange, ...] = ()
    uncertain: tuple[_Uncertain, ...] = ()
    commemoration: tuple[Commemoration, ...] = ()


@lru_cache(maxsize=1)
def office_calendar() -> OfficeCalendar:
    """The calendar of state offices that ships with the program."""
    written = msgspec.toml.decode(resource(DATA).read_bytes(), type=_File)
    return OfficeCalendar(
        HolidayData(
            announced_through=written.announced_through,
            exchanges=written.exchange,
            uncertain=tuple(doubt.day for doubt in written.uncertain),
            commemorations=written.commemoration,
        )
    )
