"""Moments of a text put into the calendar: the plan's year, a school year, the heading above."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain import periods
from thidua_desktop.importing.plans.times import Moment, Span

SCHOOL_STARTS = 8
"""A school year runs from August to July."""
WHOLE_RUN_MONTHS = 10
"""A range longer than this is the run of the plan, not the time of a task."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What a month without a year means in this plan."""

    year: int | None = None
    school: bool = False
    rolls_before: int | None = None
    """The plan was issued late in its year: months before this one belong to the next."""
    until: int | None = None
    """The last year that the title names ("giai đoạn 2022 - 2025")."""

    @property
    def last_year(self) -> int:
        """The last year that a task of the plan may fall into."""
        return max(self.until or 0, (self.year or 0) + 2)

    def year_of(self, month: int | None) -> int | None:
        """The calendar year of a month that stands without one."""
        if self.year is None or month is None:
            return self.year
        if self.school and month < SCHOOL_STARTS:
            return self.year + 1
        if self.rolls_before is not None and month < self.rolls_before:
            return self.year + 1
        return self.year


@dataclass(frozen=True, slots=True)
class Placed:
    """A time settled in the calendar. All None: no time of its own."""

    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    due: date | None = None
    starts: date | None = None
    impossible: bool = False
    """A day was printed that no calendar has (31/02)."""

    @property
    def known(self) -> bool:
        return self.quarter is not None or self.month is not None or self.due is not None


NOWHERE = Placed()


def place(moment: Moment, clock: Clock, frame: Placed = NOWHERE) -> Placed:
    """The moment in the calendar; ``frame`` is the time that the heading above gives."""
    if _whole_run(moment, clock):
        return Placed(year=moment.year or clock.year)
    if moment.kind is Span.DAY:
        return _day(moment, clock, frame)
    if moment.kind is Span.MONTH and moment.month is not None:
        year = moment.year or _framed_year(frame, moment.month) or clock.year_of(moment.month)
        due = periods.last_day_of_month(year, moment.month) if moment.ends and year else None
        return Placed(year, periods.quarter_of_month(moment.month), moment.month, due, _first(moment, year))
    if moment.kind is Span.QUARTER and moment.quarter is not None:
        year = moment.year or frame.year or clock.year_of(3 * moment.quarter - 2)
        if moment.ends and year:
            due = periods.last_day_of_quarter(year, moment.quarter)
            return Placed(year, moment.quarter, due.month, due, _first(moment, year))
        return Placed(year, moment.quarter, None, None, _first(moment, year))
    return Placed(year=moment.year or frame.year or clock.year)


def _day(moment: Moment, clock: Clock, frame: Placed) -> Placed:
    month = moment.month or frame.month
    if month is None or moment.day is None:
        return NOWHERE
    year = moment.year or _framed_year(frame, month) or clock.year_of(month)
    quarter = periods.quarter_of_month(month)
    if year is None:
        return Placed(None, quarter, month)
    try:
        due = date(year, month, moment.day)
    except ValueError:
        return Placed(year, quarter, month, None, impossible=True)
    return Placed(year, quarter, month, due, _first(moment, year))


def _framed_year(frame: Placed, month: int) -> int | None:
    """The heading's year, when the month lies within what the heading speaks of."""
    if frame.month == month or (frame.quarter is not None and periods.quarter_of_month(month) == frame.quarter):
        return frame.year
    return None


def _first(moment: Moment, last_year: int | None) -> date | None:
    if moment.first is None or last_year is None:
        return None
    year, month, day = moment.first
    last_month = moment.month or 3 * (moment.quarter or 4)
    if year is None:
        year = last_year - 1 if month > last_month else last_year
    try:
        return date(year, month, day or 1)
    except ValueError:
        return None


def months_covered(moment: Moment, clock: Clock) -> int:
    """How many months a range touches; 1 for a single moment."""
    if moment.first is None:
        return 1
    first_year, first_month, _ = moment.first
    last_month = moment.month or 3 * (moment.quarter or 4)
    last_year = moment.year or clock.year_of(last_month) or 0
    if first_year is None:
        first_year = last_year - 1 if first_month > last_month else last_year
    return 12 * (last_year - first_year) + last_month - first_month + 1


def _whole_run(moment: Moment, clock: Clock) -> bool:
    limit = WHOLE_RUN_MONTHS - 1 if clock.school else WHOLE_RUN_MONTHS
    return months_covered(moment, clock) > limit
