"""Phong trào thi đua: who launched one, how far it reaches, how long it runs (rows and columns of form 0601.N)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import MovementId
from thidua_desktop.domain.periods import YEARS, last_day_of_month

MOST_MONTHS = 1200
"""A hundred years: more is a slip of the key."""
_YEAR = 12


class MovementScope(StrEnum):
    """How far a movement reaches: rows 02–05 of form 0601.N (TT 02/2023/TT-BNV)."""

    NATION = "nation"
    BRANCH = "branch"
    """Bộ, ban, ngành, đoàn thể trung ương, địa phương."""
    CLUSTER = "cluster"
    """Cụm, khối thi đua."""
    OFFICE = "office"


class LaunchLevel(StrEnum):
    """The level of the body that launched a movement: columns 2–4 of form 0601.N."""

    CENTRAL = "central"
    """Hội đồng Thi đua - Khen thưởng Trung ương."""
    BRANCH = "branch"
    """Bộ, ban, ngành, đoàn thể trung ương, tỉnh, thành phố."""
    OFFICE = "office"
    """Cơ quan, tổ chức, đơn vị."""


class MovementMethod(StrEnum):
    """Rows 11 and 12 of form 0601.N."""

    TOPICAL = "topical"
    """Theo chuyên đề."""
    STANDING = "standing"
    """Thường xuyên."""


class MovementLength(StrEnum):
    """Rows 06–10 of form 0601.N."""

    UNDER_ONE = "under_one"
    ONE = "one"
    """Exactly a year."""
    TO_THREE = "to_three"
    """More than a year and less than three."""
    TO_FIVE = "to_five"
    """Three years and less than five."""
    FROM_FIVE = "from_five"


class MovementNameMissing(AppError):
    """Nobody finds a movement without a name again."""

    code = "movement.name_missing"


class MovementDaysReversed(AppError):
    """A movement does not end before it begins, nor is it summed up before."""

    code = "movement.days_reversed"


class MovementYearImpossible(AppError):
    """A year that no movement was launched in, or a length that none has."""

    code = "movement.year_impossible"


@dataclass(frozen=True, slots=True)
class Movement:
    """A movement. ``months`` is its length where no last day was set; ``year`` the one in whose plan it stands."""

    name: str
    year: int
    scope: MovementScope = MovementScope.OFFICE
    level: LaunchLevel = LaunchLevel.OFFICE
    method: MovementMethod = MovementMethod.TOPICAL
    launched_by: str = ""
    document: str = ""
    """Number of the plan or decision that launched it."""
    started_on: date | None = None
    ends_on: date | None = None
    months: int | None = None
    closed_on: date | None = None
    """Day of the summing-up (tổng kết); None as long as it runs."""
    result: str = ""
    note: str = ""
    id: MovementId | None = None

    @property
    def length(self) -> MovementLength | None:
        """How long it was meant to run; None where neither days nor months say it."""
        if self.started_on is not None and self.ends_on is not None:
            months, exact = _whole_months(self.started_on, self.ends_on)
            return _length(months, exact=exact)
        return None if self.months is None else _length(self.months, exact=True)

    def running_in(self, first: date, last: date) -> bool:
        """Whether it ran on some day of a period; a movement without days runs through its year."""
        begun = self.started_on or date(self.year, 1, 1)
        ended = self.closed_on or self.ends_on or (None if self.started_on else date(self.year, 12, 31))
        return begun <= last and (ended is None or ended >= first)

    def check(self) -> None:
        """Refuse what cannot be kept.

        Raises:
            MovementNameMissing, MovementYearImpossible, MovementDaysReversed
        """
        if not self.name.strip():
            raise MovementNameMissing
        if self.year not in YEARS or not (self.months is None or 1 <= self.months <= MOST_MONTHS):
            raise MovementYearImpossible(name=self.name)
        if self.started_on is not None:
            for day in (self.ends_on, self.closed_on):
                if day is not None and day < self.started_on:
                    raise MovementDaysReversed(name=self.name, first=self.started_on, last=day)


def _length(months: int, *, exact: bool) -> MovementLength:
    """By whole months; ``exact`` where no day is over."""
    if months < _YEAR:
        return MovementLength.UNDER_ONE
    if months == _YEAR and exact:
        return MovementLength.ONE
    if months < 3 * _YEAR:
        return MovementLength.TO_THREE
    return MovementLength.TO_FIVE if months < 5 * _YEAR else MovementLength.FROM_FIVE


def _whole_months(first: date, last: date) -> tuple[int, bool]:
    """The whole months that a span of days has, both ends in it, and whether no day is over."""
    months = (last.year - first.year) * _YEAR + last.month - first.month + 1
    while months > 0 and _end_of(first, months) > last:
        months -= 1
    return months, months > 0 and _end_of(first, months) == last


def _end_of(first: date, months: int) -> date:
    """The last day of so many months: before the same day of a later month, or the end of one that is too short."""
    years, place = divmod(first.month - 1 + months, _YEAR)
    if first.year + years > date.max.year:
        return date.max
    after = date(first.year + years, place + 1, 1)
    days = last_day_of_month(after.year, after.month).day
    return after + timedelta(days=min(first.day - 1, days) - 1)
