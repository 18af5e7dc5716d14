"""Days off, lunar dates and commemoration days: which days an office works, and how many are left.

The days of the Labour Code (Bộ luật Lao động 2019, Điều 111 khoản 3 and Điều 112) come from the library ``holidays``;
what the Government announces for single years comes in as ``HolidayData``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import CommemorationId

_ONE = timedelta(days=1)
_SATURDAY = 5
_FIXED = {(1, 1), (4, 30), (5, 1), (9, 2)}
"""Days off that the Labour Code itself names by their date; no announcement is needed for them."""

_COMPENSATION_LABEL = "nghỉ bù"
_EXCHANGE_LABEL = "thay cho ngày"
"""The library tells its kinds of days apart only by their Vietnamese labels."""


class CommemorationImpossible(AppError):
    """No year has such a day, or it has no name."""

    code = "commemoration.impossible"


class DayOffKind(StrEnum):
    """Why nobody works on a day."""

    PUBLIC = "public"
    """ngày lễ, Tết."""
    COMPENSATION = "compensation"
    """nghỉ bù for a holiday on a weekend."""
    EXCHANGED = "exchanged"
    """nghỉ hoán đổi: another day, a Saturday, is worked for it."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day off; ``certain`` is False where no announcement has been seen.

    ``name`` is the holiday's Vietnamese name, empty for an exchanged day, which has ``worked`` instead: the Saturday
    that makes up for it.
    """

    day: date
    name: str
    kind: DayOffKind = DayOffKind.PUBLIC
    certain: bool = True
    worked: date | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A working day given free for a Saturday that is worked, and the paper that says so."""

    off: date
    worked: date
    source: str


@dataclass(frozen=True, slots=True)
class Commemoration:
    """A day that is remembered every year (not a day off); ``since`` is the year of the event, 0 if not known.

    ``lunar`` days are of the lunar calendar (30 is the last day of a month that has 29). A day with ``year`` is of
    that year alone. The office's own days have an ``id``.
    """

    month: int
    day: int
    since: int
    name: str
    lunar: bool = False
    year: int | None = None
    id: CommemorationId | None = None

    def falls_on(self, day: date) -> bool:
        """Whether it is remembered on a day of the solar calendar."""
        if self.year not in (None, day.year) or self.since > day.year:
            return False
        return _is_lunar(day, self.month, self.day) if self.lunar else (self.month, self.day) == (day.month, day.day)


def check_commemoration(commemoration: Commemoration) -> None:
    """Refuse a day that cannot be kept: 30/2, or one without a name.

    Raises:
        CommemorationImpossible
    """
    most = 30 if commemoration.lunar else (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[commemoration.month % 12 - 1]
    right = 1 <= commemoration.month <= 12 and 1 <= commemoration.day <= most
    if not right or not commemoration.name.strip():
        raise CommemorationImpossible(day=commemoration.day, month=commemoration.month)


@dataclass(frozen=True, slots=True)
class HolidayData:
    """What no formula gives: announcements of single years, doubts, commemoration days."""

    announced_through: int = 0
    exchanges: tuple[Exchange, ...] = ()
    uncertain: tuple[date, ...] = ()
    commemorations: tuple[Commemoration, ...] = ()

    def __hash__(self) -> int:
        """Cheap: a calendar asks for its days off hundreds of times, and each time looks them up by this."""
        return hash((self.announced_through, len(self.exchanges), len(self.uncertain), len(self.commemorations)))


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the Vietnamese lunar calendar (UTC+7); ``leap`` marks a tháng nhuận."""

    day: int
    month: int
    year: int
    leap: bool = False


def lunar_day(day: date) -> LunarDay | None:
    """The lunar date of a day, or None outside 1900-2100, for which the library gives no warrant."""
    import lunar_vn

    first, last = lunar_vn.SUPPORTED_YEAR_RANGE
    if not first <= day.year <= last:
        return None
    found = lunar_vn.solar_to_lunar(day)
    return LunarDay(found.day, found.month, found.year, found.leap)


def _is_lunar(day: date, month: int, wanted: int) -> bool:
    """Whether a day is a day of a lunar month; a leap month repeats no commemoration."""
    found = lunar_day(day)
    if found is None or found.leap or found.month != month:
        return False
    if found.day == wanted:
        return True
    after = lunar_day(day + _ONE)
    return wanted == 30 and found.day == 29 and after is not None and after.day == 1


@dataclass(frozen=True, slots=True)
class OfficeCalendar:
    """Which days a state office works (Monday to Friday, without days off, with exchanged Saturdays)."""

    data: HolidayData = HolidayData()

    def day_off(self, day: date) -> DayOff | None:
        """The day off that falls on ``day``; None for a working day and for an ordinary weekend."""
        return _days_off(day.year, self.data).get(day)

    def days_off(self, year: int) -> tuple[DayOff, ...]:
        """All days off of a year, weekends without a name left out, in order."""
        found = _days_off(year, self.data)
        return tuple(found[day] for day in sorted(found))

    def worked_for(self, day: date) -> date | None:
        """The day off for which this weekend day is worked, or None."""
        return next((exchange.off for exchange in self.data.exchanges if exchange.worked == day), None)

    def commemorations(self, day: date) -> tuple[Commemoration, ...]:
        """What is remembered on ``day``."""
        return tuple(found for found in self.data.commemorations if found.falls_on(day))

    def works(self, day: date) -> bool:
        """Whether a state office works on ``day``."""
        if self.worked_for(day) is not None:
            return True
        return day.weekday() < _SATURDAY and self.day_off(day) is None

    def last_working_day(self, day: date) -> date:
        """``day`` itself when it is worked, otherwise the working day before it."""
        while not self.works(day):
            day -= _ONE
        return day

    def working_days(self, after: date, until: date) -> int:
        """How many working days are left: those later than ``after``, up to and with ``until``."""
        return sum(self.works(day) for day in _span(after + _ONE, until))

    def add_working_days(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day`` (before it when negative); the day itself is not counted.

        The first day is left out as in Bộ luật Dân sự 2015, Điều 147 khoản 2.
        """
        step = _ONE if count > 0 else -_ONE
        for _ in range(abs(count)):
            day += step
            while not self.works(day):
                day += step
        return day


def _span(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _ONE


@lru_cache(maxsize=64)
def _days_off(year: int, data: HolidayData) -> Mapping[date, DayOff]:
    import holidays

    found: dict[date, DayOff] = {}
    for day, name in holidays.country_holidays("VN", years=year, language="vi").items():
        # The library's own exchanged days lag behind the announcements; ours are the ones that count.
        if _EXCHANGE_LABEL in name:
            continue
        certain = day not in data.uncertain and (year <= data.announced_through or (day.month, day.day) in _FIXED)
        kind = DayOffKind.COMPENSATION if _COMPENSATION_LABEL in name else DayOffKind.PUBLIC
        found[day] = DayOff(day, name, kind, certain)
    for exchange in data.exchanges:
        if exchange.off.year == year:
            found[exchange.off] = DayOff(exchange.off, "", DayOffKind.EXCHANGED, worked=exchange.worked)
    return found
