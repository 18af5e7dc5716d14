"""Đăng ký thi đua đầu năm: what units and persons set out to reach in a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RecipientId, RegistrationId, UnitId
from thidua_desktop.domain.periods import YEARS

MOST = 999_999
"""No unit of a province has more people: more than this is a slip of the key."""


class RegistrationAmountImpossible(AppError):
    """A count below 0, or one that no unit can have."""

    code = "registration.amount_impossible"


class RegistrationYearImpossible(AppError):
    """A year that nobody registers for."""

    code = "registration.year_impossible"


@dataclass(frozen=True, slots=True)
class Registration:
    """So many of a unit that set out to reach an award in a year; one of them where ``recipient_id`` names who."""

    year: int
    unit_id: UnitId
    award_id: str
    kind: RecipientKind
    amount: int = 1
    recipient_id: RecipientId | None = None
    day: date | None = None
    note: str = ""
    id: RegistrationId | None = None

    @property
    def cell(self) -> Cell:
        """Where it is counted."""
        return Cell(self.unit_id, self.award_id, self.kind)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table of a year: a unit, an award, a kind of recipient."""

    unit_id: UnitId
    award_id: str
    kind: RecipientKind


def check_year(year: int) -> None:
    """Refuse a year that nobody registers for.

    Raises:
        RegistrationYearImpossible
    """
    if year not in YEARS:
        raise RegistrationYearImpossible(year=str(year))


def counts(registrations: Iterable[Registration]) -> Mapping[Cell, int]:
    """How many are registered, by cell; named ones are in it."""
    found: dict[Cell, int] = {}
    for one in registrations:
        found[one.cell] = found.get(one.cell, 0) + one.amount
    return found


def named(registrations: Iterable[Registration]) -> Mapping[Cell, int]:
    """How many of those counted are named, by cell: a count is never below."""
    return counts(one for one in registrations if one.recipient_id is not None)


@dataclass(frozen=True, slots=True)
class Change:
    """What has to be done so that a cell has a certain count."""

    add: tuple[Registration, ...] = ()
    save: tuple[Registration, ...] = ()
    remove: tuple[RegistrationId, ...] = ()


class FewerThanNamed(AppError):
    """A count below the number of those who are registered by name."""

    code = "registration.fewer_than_named"


def changed_to(year: int, cell: Cell, present: Iterable[Registration], wanted: int, day: date | None = None) -> Change:
    """What turns the registrations of a cell into a wanted count; those by name stay.

    Raises:
        RegistrationAmountImpossible: a count below 0 or above ``MOST``.
        FewerThanNamed: more than the count are registered by name.
    """
    if not 0 <= wanted <= MOST:
        raise RegistrationAmountImpossible(most=MOST)
    there = tuple(present)
    by_name = sum(one.amount for one in there if one.recipient_id is not None)
    unnamed = [one for one in there if one.recipient_id is None]
    if wanted < by_name:
        raise FewerThanNamed(count=by_name)
    left = wanted - by_name
    if sum(one.amount for one in unnamed) == left:
        return Change()
    surplus = tuple(one.id for one in (unnamed if left == 0 else unnamed[1:]) if one.id is not None)
    if left == 0:
        return Change(remove=surplus)
    if not unnamed:
        return Change(add=(Registration(year, cell.unit_id, cell.award_id, cell.kind, left, day=day),))
    first = unnamed[0]
    kept = Registration(year, *_of(cell), left, day=first.day, note=first.note, id=first.id)
    return Change(save=() if kept == first else (kept,), remove=surplus)


def _of(cell: Cell) -> tuple[UnitId, str, RecipientKind]:
    return cell.unit_id, cell.award_id, cell.kind
