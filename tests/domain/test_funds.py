"""The fund's book: its order, its sums, and what it does not take."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.funds import FundBalance, FundEntry, FundKind, around, book
from thidua_desktop.domain.ids import DecisionId, FundEntryId

_K = FundKind
DAY = date(2026, 6, 1)


def entry(number: int, day: date, kind: FundKind, amount: int) -> FundEntry:
    return FundEntry(day.year, day, kind, f"Khoản {number}", amount, id=FundEntryId(number))


ENTRIES = (
    entry(1, date(2026, 3, 5), _K.EXPENSE, 30),
    entry(2, date(2026, 1, 10), _K.INCOME, 100),
    entry(3, date(2026, 3, 5), _K.INCOME, 50),
    entry(4, date(2026, 5, 1), _K.OPENING, 20),
    entry(5, date(2025, 12, 31), _K.INCOME, 900),
)


def test_a_year_begins_with_what_was_left_and_goes_on_by_day() -> None:
    found = book(2026, ENTRIES)
    assert [one.id for one in found.entries] == [4, 2, 3, 1]
    assert found.running() == (20, 120, 170, 140)
    assert (found.opening, found.income, found.expense, found.balance) == (20, 150, 30, 140)


def test_more_can_be_paid_than_there_was() -> None:
    assert book(2026, [entry(1, DAY, _K.EXPENSE, 10)]).balance == -10
    assert book(2026, ()).running() == ()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"text": "  "}, "fund.text_missing"),
        ({"amount": -1}, "fund.amount_negative"),
        ({"amount": 10**19}, "fund.amount_too_large"),
        ({"year": 2025}, "fund.other_year"),
    ],
)
def test_what_the_book_does_not_take(wrong: dict[str, object], code: str) -> None:
    good = entry(1, DAY, _K.INCOME, 0)
    good.check()
    with pytest.raises(AppError) as refused:
        replace(good, **wrong).check()  # type: ignore[arg-type]
    assert refused.value.code == code


def test_the_balance_around_a_payment() -> None:
    paid = replace(entry(6, date(2026, 2, 1), _K.EXPENSE, 40), decision_id=DecisionId(7))
    fund = book(2026, (*ENTRIES, paid))
    assert around(fund, DecisionId(7)) == FundBalance(2026, 120, 80)
    assert around(fund, DecisionId(8)) is None
