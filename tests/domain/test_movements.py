"""Movements: their length as form 0601.N divides it, the years they run in, what cannot be kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.movements import (
    Movement,
    MovementDaysReversed,
    MovementLength,
    MovementNameMissing,
    MovementYearImpossible,
)

_L = MovementLength
MOVEMENT = Movement("Xây dựng nông thôn mới", 2026)


@pytest.mark.parametrize(
    ("first", "last", "length"),
    [
        ("2026-01-01", "2026-12-30", _L.UNDER_ONE),
        ("2026-01-01", "2026-12-31", _L.ONE),
        ("2026-03-15", "2027-03-14", _L.ONE),
        ("2026-03-15", "2027-03-15", _L.TO_THREE),
        ("2026-01-01", "2028-12-30", _L.TO_THREE),
        ("2026-01-01", "2028-12-31", _L.TO_FIVE),
        ("2026-01-01", "2030-12-30", _L.TO_FIVE),
        ("2026-01-01", "2030-12-31", _L.FROM_FIVE),
        ("2024-02-29", "2025-02-28", _L.ONE),
        ("2026-05-05", "2026-05-05", _L.UNDER_ONE),
        ("2026-05-05", "9999-12-31", _L.FROM_FIVE),
    ],
)
def test_length_of_days(first: str, last: str, length: MovementLength) -> None:
    ran = replace(MOVEMENT, started_on=date.fromisoformat(first), ends_on=date.fromisoformat(last))
    assert ran.length is length


@pytest.mark.parametrize(
    ("months", "length"),
    [(1, _L.UNDER_ONE), (12, _L.ONE), (13, _L.TO_THREE), (36, _L.TO_FIVE), (60, _L.FROM_FIVE), (None, None)],
)
def test_length_of_months(months: int | None, length: MovementLength | None) -> None:
    assert replace(MOVEMENT, months=months).length is length


def test_it_runs_from_its_launch_until_it_is_summed_up() -> None:
    ran = replace(MOVEMENT, started_on=date(2026, 3, 1), ends_on=date(2030, 12, 31))
    assert ran.running_in(date(2030, 1, 1), date(2030, 12, 31))
    assert not ran.running_in(date(2031, 1, 1), date(2031, 12, 31))
    assert not ran.running_in(date(2025, 1, 1), date(2026, 2, 28))
    assert not replace(ran, closed_on=date(2028, 6, 1)).running_in(date(2029, 1, 1), date(2029, 12, 31))
    assert MOVEMENT.running_in(date(2026, 12, 31), date(2027, 1, 1))
    assert not MOVEMENT.running_in(date(2027, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("movement", "error"),
    [
        (replace(MOVEMENT, name="  "), MovementNameMissing),
        (replace(MOVEMENT, year=99), MovementYearImpossible),
        (replace(MOVEMENT, months=0), MovementYearImpossible),
        (replace(MOVEMENT, started_on=date(2026, 5, 1), ends_on=date(2026, 4, 30)), MovementDaysReversed),
        (replace(MOVEMENT, started_on=date(2026, 5, 1), closed_on=date(2026, 4, 30)), MovementDaysReversed),
    ],
)
def test_what_cannot_be_kept(movement: Movement, error: type[Exception]) -> None:
    with pytest.raises(error):
        movement.check()
