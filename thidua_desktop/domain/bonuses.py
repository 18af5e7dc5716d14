"""Bonuses (tiền thưởng) that go with a decision, and the pay list of it.

The amount follows from the rulebook of the decision's day: a coefficient of the base salary, rounded up. Where the
rulebook knows no coefficient the amount is the clerk's to type, and the list says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.rulebooks import Rulebook, base_salary, bonus_amount


@dataclass(frozen=True, slots=True)
class PayLine:
    """A line of the pay list. ``amount`` in đồng is None where neither rulebook nor clerk has said one."""

    name: str
    unit: str
    award_id: str
    rate: int | None
    """The coefficient in hundredths of the base salary."""
    amount: int | None
    confidence: Confidence = Confidence.SEEN
    citation: str = ""
    typed: bool = False
    """The clerk has typed the amount."""


@dataclass(frozen=True, slots=True)
class PayGroup:
    """The lines of a unit; ``total`` counts those whose amount is known."""

    unit: str
    lines: tuple[PayLine, ...]

    @property
    def total(self) -> int:
        """The sum in đồng."""
        return sum(line.amount or 0 for line in self.lines)


@dataclass(frozen=True, slots=True)
class PayList:
    """All that a decision pays, by unit, with the base salary that it was reckoned from."""

    day: date
    salary: int | None
    groups: tuple[PayGroup, ...]

    @property
    def total(self) -> int:
        """The sum in đồng of every amount that is known."""
        return sum(group.total for group in self.groups)

    @property
    def open_lines(self) -> tuple[PayLine, ...]:
        """The lines whose amount nobody has said; the list cannot be paid out as long as there are any."""
        return tuple(line for group in self.groups for line in group.lines if line.amount is None)


@dataclass(frozen=True, slots=True)
class Payee:
    """Somebody named in a decision; ``typed`` is an amount that the clerk has set."""

    name: str
    unit: str
    award_id: str
    kind: RecipientKind
    typed: int | None = None


def pay_line(payee: Payee, book: Rulebook, day: date) -> PayLine:
    """The bonus of one recipient by the rulebook of the decision's day."""
    law = book.awards.get(payee.award_id)
    bonus = law.bonus if law is not None else None
    rate = bonus.of(payee.kind) if bonus is not None else None
    amount = bonus_amount(book, rate, day) if rate is not None else None
    return PayLine(
        name=payee.name,
        unit=payee.unit,
        award_id=payee.award_id,
        rate=rate,
        amount=payee.typed if payee.typed is not None else amount,
        confidence=bonus.basis.confidence if bonus is not None else Confidence.UNSURE,
        citation=bonus.basis.citation if bonus is not None else "",
        typed=payee.typed is not None,
    )


def pay_list(payees: Iterable[Payee], book: Rulebook, day: date) -> PayList:
    """The pay list of a decision: units in the order of their first line, lines in the order of the decision."""
    groups: dict[str, list[PayLine]] = {}
    for payee in payees:
        groups.setdefault(payee.unit, []).append(pay_line(payee, book, day))
    salary = base_salary(book, day)
    return PayList(
        day=day,
        salary=salary.amount if salary is not None else None,
        groups=tuple(PayGroup(unit, tuple(lines)) for unit, lines in groups.items()),
    )
