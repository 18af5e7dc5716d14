"""Quỹ thi đua, khen thưởng: what a year began with, what came in, what was paid out of it. All amounts in đồng."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import DecisionId, FundEntryId


class FundKind(StrEnum):
    """What an entry of the fund is."""

    OPENING = "opening"
    """What was left of the year before."""
    INCOME = "income"
    EXPENSE = "expense"


class FundTextMissing(AppError):
    """Nobody can tell later what an entry without words was for."""

    code = "fund.text_missing"


MOST = 999_999_999_999
"""No office of the province gives away a thousand billion đồng: more than this is a slip of the key."""


class AmountTooLarge(AppError):
    """An amount that no fund has."""

    code = "fund.amount_too_large"


class FundAmountNegative(AppError):
    """An amount below 0: what goes out is an expense."""

    code = "fund.amount_negative"


class FundOtherYear(AppError):
    """The day of an entry lies in another year than the fund that it is booked in."""

    code = "fund.other_year"


@dataclass(frozen=True, slots=True)
class FundEntry:
    """A line of the fund's book. ``decision_id`` where it pays the bonuses of a decision."""

    year: int
    day: date
    kind: FundKind
    text: str
    amount: int
    decision_id: DecisionId | None = None
    note: str = ""
    id: FundEntryId | None = None

    @property
    def signed_amount(self) -> int:
        """The amount as it changes the balance: below 0 for an expense."""
        return -self.amount if self.kind is FundKind.EXPENSE else self.amount

    def check(self) -> None:
        """Refuse what no book can hold.

        Raises:
            FundTextMissing, FundAmountNegative, AmountTooLarge, FundOtherYear
        """
        if not self.text.strip():
            raise FundTextMissing
        if self.amount < 0:
            raise FundAmountNegative
        if self.amount > MOST:
            raise AmountTooLarge(most=MOST)
        if self.day.year != self.year:
            raise FundOtherYear(day=self.day, year=str(self.year))


@dataclass(frozen=True, slots=True)
class FundBook:
    """The fund of a year, its entries by day."""

    year: int
    entries: tuple[FundEntry, ...]

    @property
    def opening(self) -> int:
        """What the year began with."""
        return self._sum(FundKind.OPENING)

    @property
    def income(self) -> int:
        """What came in, the opening apart."""
        return self._sum(FundKind.INCOME)

    @property
    def expense(self) -> int:
        """What went out."""
        return self._sum(FundKind.EXPENSE)

    @property
    def balance(self) -> int:
        """What is left; below 0 where more was paid than there was."""
        return self.opening + self.income - self.expense

    def running(self) -> tuple[int, ...]:
        """The balance after each entry."""
        left, found = 0, []
        for entry in self.entries:
            left += entry.signed_amount
            found.append(left)
        return tuple(found)

    def _sum(self, kind: FundKind) -> int:
        return sum(entry.amount for entry in self.entries if entry.kind is kind)


@dataclass(frozen=True, slots=True)
class FundBalance:
    """The fund of a year before and after something is paid; ``after`` is None as long as the sum is not known."""

    year: int
    before: int
    after: int | None


def around(fund: FundBook, decision_id: DecisionId) -> FundBalance | None:
    """The balance before and after a decision was paid; None where it was not."""
    for entry, left in zip(fund.entries, fund.running(), strict=True):
        if entry.decision_id == decision_id:
            return FundBalance(fund.year, left - entry.signed_amount, left)
    return None


_ORDER = tuple(FundKind)


def book(year: int, entries: Iterable[FundEntry]) -> FundBook:
    """The book of a year: what it began with first, then by day, incomes of a day before its expenses."""
    of_year = [entry for entry in entries if entry.year == year]
    first = FundKind.OPENING
    return FundBook(
        year,
        tuple(sorted(of_year, key=lambda one: (one.kind is not first, one.day, _ORDER.index(one.kind), one.id or 0))),
    )
