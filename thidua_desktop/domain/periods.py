"""Years, quarters and months of a plan."""

from __future__ import annotations

from datetime import date, timedelta

QUARTERS = (1, 2, 3, 4)

YEARS = range(1900, 3000)
"""The years that a document can be about; anything else is a slip of the finger."""


def quarter_of_month(month: int) -> int:
    """The quarter (1-4) that a month (1-12) belongs to."""
    return (month - 1) // 3 + 1


def months_of(quarter: int) -> tuple[int, int, int]:
    """The three months of a quarter."""
    first = 3 * quarter - 2
    return first, first + 1, first + 2


def last_day_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def last_day_of_quarter(year: int, quarter: int) -> date:
    """The last day of a quarter."""
    return last_day_of_month(year, 3 * quarter)


def deadline(year: int, quarter: int | None, month: int | None, due: date | None) -> date:
    """The last day on which something is still in time: the day given, else the end of its month, quarter or year."""
    if due is not None:
        return due
    if month is not None:
        return last_day_of_month(year, month)
    if quarter is not None:
        return last_day_of_quarter(year, quarter)
    return date(year, 12, 31)


def month_grid(year: int, month: int) -> tuple[tuple[date, ...], ...]:
    """The weeks (Monday first) that a month touches, each of seven days."""
    first = date(year, month, 1)
    day = first - timedelta(days=first.weekday())
    weeks: list[tuple[date, ...]] = []
    while day.replace(day=1) <= first or not weeks:
        weeks.append(tuple(day + timedelta(days=step) for step in range(7)))
        day += timedelta(days=7)
    return tuple(weeks)
