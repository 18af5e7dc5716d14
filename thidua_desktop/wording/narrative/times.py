"""The periods of a report in words: its own, the one it is compared with, the one that follows."""

from __future__ import annotations

from datetime import timedelta

from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.periods import Period, PeriodKind
from thidua_desktop.wording import statistics


def before(period: Period) -> str:
    """``cùng kỳ năm 2025``; ``năm 2025`` for a year, ``giai đoạn 2016 - 2020`` for a term."""
    former = period.previous()
    if period.kind in (PeriodKind.YEAR, PeriodKind.TERM):
        return in_text(former)
    return f"cùng kỳ năm {former.year}"


def before_column(period: Period) -> str:
    """The same as the heading of a column."""
    text = before(period)
    return text[:1].upper() + text[1:]


def in_text(period: Period) -> str:
    """``6 tháng đầu năm 2026``, ``năm 2026``: as it stands within a sentence."""
    text = statistics.period(period)
    return text[:1].lower() + text[1:]


def following(period: Period) -> Period:
    """What the report plans for: the rest of the year after 6 and 9 months, else the like period next."""
    year = period.year
    match period.kind:
        case PeriodKind.HALF if period.number == 1:
            return periods.half(year, 2)
        case PeriodKind.NINE_MONTHS:
            return periods.quarter(year, 4)
        case PeriodKind.QUARTER if period.number < 4:
            return periods.quarter(year, period.number + 1)
        case PeriodKind.QUARTER:
            return periods.quarter(year + 1, 1)
        case PeriodKind.MONTH:
            return periods.month(*((year, period.number + 1) if period.number < 12 else (year + 1, 1)))
        case PeriodKind.TERM:
            return periods.term(year + 1, len(period.years))
        case PeriodKind.FREE:
            return periods.free(period.last + timedelta(days=1), period.last + (period.last - period.first))
        case _:
            return periods.year(year + 1)


def title_key(period: Period) -> str:
    """Which title of the data file is that of a period."""
    return f"half{period.number}" if period.kind is PeriodKind.HALF else period.kind.value
