"""The stretches of time that reports are about: month, quarter, 6 months, 9 months, year, term, free days."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.periods import YEARS, last_day_of_month, last_day_of_quarter, quarter_of_month

TERM_YEARS = 5
"""A term of the patriotic emulation congress (đại hội thi đua yêu nước)."""

_WRITTEN = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")


class PeriodKind(StrEnum):
    """What a period is called by."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    TERM = "term"
    FREE = "free"


class PeriodReversed(AppError):
    """A period would end before it begins."""

    code = "period.reversed"


class PeriodUnreadable(AppError):
    """A text is no period, or names a year that no document is about."""

    code = "period.unreadable"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both inclusive. Made by the builders below: two periods of the same days are
    equal, since the kind follows from the days."""

    kind: PeriodKind
    first: date
    last: date

    @property
    def year(self) -> int:
        """The year in which it ends: the year of the report."""
        return self.last.year

    @property
    def years(self) -> tuple[int, ...]:
        """Every year that it touches."""
        return tuple(range(self.first.year, self.last.year + 1))

    @property
    def number(self) -> int:
        """Which month, quarter or half of its year; 0 of the kinds that are not numbered."""
        match self.kind:
            case PeriodKind.MONTH:
                return self.first.month
            case PeriodKind.QUARTER:
                return quarter_of_month(self.first.month)
            case PeriodKind.HALF:
                return 1 if self.first.month == 1 else 2
            case _:
                return 0

    def text(self) -> str:
        """``2026-01-01..2026-12-31``; ``parse`` reads it."""
        return f"{self.first.isoformat()}..{self.last.isoformat()}"

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last

    def contains(self, other: Period) -> bool:
        """Whether all days of another period lie in it."""
        return self.first <= other.first and other.last <= self.last

    def has_year(self, year: int) -> bool:
        """Whether every day of a year lies in it: what is known by its year only is then known to lie in it."""
        return self.first <= date(year, 1, 1) and date(year, 12, 31) <= self.last

    def previous(self) -> Period:
        """The like period a year before; of a term, the term before. 29 February becomes the 28th."""
        back = len(self.years) if self.kind is PeriodKind.TERM else 1
        whole_months = self.first.day == 1
        return free(_years_before(self.first, back), _years_before(self.last, back, to_end=whole_months))

    def each_year(self) -> tuple[Period, ...]:
        """Its years; the first and the last one cut off where it begins or ends."""
        return tuple(free(max(self.first, date(one, 1, 1)), min(self.last, date(one, 12, 31))) for one in self.years)

    def each_quarter(self) -> tuple[Period, ...]:
        """The quarters that it touches, cut off like ``each_year``."""
        found = (quarter(one, number) for one in self.years for number in range(1, 5))
        return tuple(
            free(max(self.first, each.first), min(self.last, each.last))
            for each in found
            if each.last >= self.first and each.first <= self.last
        )


def month(year_number: int, number: int) -> Period:
    """A month, 1 to 12."""
    return Period(PeriodKind.MONTH, date(year_number, number, 1), last_day_of_month(year_number, number))


def quarter(year_number: int, number: int) -> Period:
    """A quarter, 1 to 4."""
    return Period(PeriodKind.QUARTER, date(year_number, 3 * number - 2, 1), last_day_of_quarter(year_number, number))


def half(year_number: int, number: int) -> Period:
    """The first or the second six months."""
    return Period(PeriodKind.HALF, date(year_number, 6 * number - 5, 1), last_day_of_month(year_number, 6 * number))


def nine_months(year_number: int) -> Period:
    """January to September."""
    return Period(PeriodKind.NINE_MONTHS, date(year_number, 1, 1), date(year_number, 9, 30))


def year(number: int) -> Period:
    """A calendar year."""
    return Period(PeriodKind.YEAR, date(number, 1, 1), date(number, 12, 31))


def term(first_year: int, years: int = TERM_YEARS) -> Period:
    """So many years on end, a term of five if not said; one alone is a year."""
    return free(date(first_year, 1, 1), date(first_year + years - 1, 12, 31))


def free(first: date, last: date) -> Period:
    """The days from one to another; where they are a month, a quarter, a year …, that.

    Raises:
        PeriodReversed: the last comes before the first.
    """
    if last < first:
        raise PeriodReversed(first=first, last=last)
    return Period(_kind(first, last), first, last)


def parse(written: str) -> Period:
    """A period from what ``Period.text`` gives.

    Raises:
        PeriodUnreadable: it is none.
        PeriodReversed: the last day comes before the first.
    """
    found = _WRITTEN.fullmatch(written)
    try:
        first, last = (date.fromisoformat(day) for day in found.groups()) if found else (date.min, date.min)
    except ValueError:
        raise PeriodUnreadable(written=written) from None
    if first.year not in YEARS or last.year not in YEARS:
        raise PeriodUnreadable(written=written)
    return free(first, last)


_KINDS = {
    **{(number, number): PeriodKind.MONTH for number in range(1, 13)},
    **{(3 * number - 2, 3 * number): PeriodKind.QUARTER for number in range(1, 5)},
    (1, 6): PeriodKind.HALF,
    (7, 12): PeriodKind.HALF,
    (1, 9): PeriodKind.NINE_MONTHS,
    (1, 12): PeriodKind.YEAR,
}
"""The kinds of whole months of one year, by the first and the last of them."""


def _kind(first: date, last: date) -> PeriodKind:
    if first.day != 1 or last != last_day_of_month(last.year, last.month):
        return PeriodKind.FREE
    if first.year == last.year:
        return _KINDS.get((first.month, last.month), PeriodKind.FREE)
    return PeriodKind.TERM if (first.month, last.month) == (1, 12) else PeriodKind.FREE


def _years_before(day: date, years: int, *, to_end: bool = False) -> date:
    """The same day of an earlier year; ``to_end``: the end of a month stays one, whatever length February has."""
    ends = monthrange(day.year - years, day.month)[1]
    at_end = to_end and day == last_day_of_month(day.year, day.month)
    return date(day.year - years, day.month, ends if at_end else min(day.day, ends))
