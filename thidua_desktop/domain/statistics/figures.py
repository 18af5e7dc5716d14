"""Figures that know the question they answer; shares and changes that know their figures.

Facts are counted by sets of bits, one for each value of each dimension, made when first asked for: a form asks some
hundred questions about the same facts, and each costs a few machine words instead of a walk over all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.statistics.facts import DIMENSIONS, Fact, Facts, lies_in
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Condition, Dimension, Question, Subject

_TENTHS = Decimal("0.1")


class QuestionOutside(ValueError):
    """The facts at hand are of another period than the question; a mistake of the program, not of the clerk."""


class DimensionForeign(AppError):
    """A subject is asked for what it does not have."""

    code = "question.foreign"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the question that it answers."""

    question: Question
    value: int | Decimal


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole."""

    part: Figure
    whole: Figure

    @property
    def percent(self) -> Decimal | None:
        """Not rounded: who shows it rounds once. None where there is no whole."""
        return _percent(self.part.value, self.whole.value)


@dataclass(frozen=True, slots=True)
class Change:
    """A figure and the same of the period before."""

    now: Figure
    before: Figure

    @property
    def difference(self) -> int | Decimal:
        """How much more; below 0 where it is less."""
        return self.now.value - self.before.value

    @property
    def percent(self) -> Decimal | None:
        """How much more in percent of before; None where there was nothing."""
        return _percent(self.difference, self.before.value)


@dataclass(frozen=True, slots=True)
class ShareChange:
    """A share and the same of the period before."""

    now: Share
    before: Share

    @property
    def points(self) -> Decimal | None:
        """Percentage points more, between the shares as they are shown: readers subtract what they see.

        None where one of the two has no whole.
        """
        now, before = self.now.percent, self.before.percent
        return None if now is None or before is None else rounded(now) - rounded(before)


def _percent(part: int | Decimal, whole: int | Decimal) -> Decimal | None:
    if not whole:
        return None
    return Decimal(100) * Decimal(part) / Decimal(whole)


def rounded(percent: Decimal) -> Decimal:
    """A percentage as it is shown: to one place, halves upwards."""
    return percent.quantize(_TENTHS, ROUND_HALF_UP)


def count(facts: Facts, question: Question) -> Figure:
    """The answer to a question.

    Raises:
        QuestionOutside: the facts are not of all of its period.
        DimensionForeign: its subject does not have a dimension that it asks for.
    """
    index = _index(facts, question)
    return Figure(question, index.amount(index.found(question)))


def ids(facts: Facts, question: Question) -> tuple[int, ...]:
    """The numbers of the records behind the answer, in the order of the facts.

    Raises:
        QuestionOutside, DimensionForeign: as ``count``.
    """
    index = _index(facts, question)
    return tuple(index.facts[at].id for at in _places(index.found(question)))


def values(
    facts: Facts, subject: Subject, period: Period, dimension: Dimension, conditions: Iterable[Condition] = ()
) -> tuple[str, ...]:
    """The values of a dimension that there are in a period, under some conditions, in the order of their appearance.

    Raises:
        QuestionOutside, DimensionForeign: as ``count``.
    """
    question = Question(subject, period, tuple(conditions))
    index = _index(facts, question)
    within = index.found(question)
    return tuple(value for value, bits in index.by(dimension).items() if bits & within)


def _index(facts: Facts, question: Question) -> _Index:
    if not facts.period.contains(question.period):
        raise QuestionOutside(f"{question.text()} of {facts.period.text()}")
    found = facts._indexes.get(question.subject)
    if found is None:
        found = _Index(question.subject, facts.of(question.subject))
        if question.subject in facts.rows:  # other facts of the period share the indexes, and may have read more
            facts._indexes[question.subject] = found
    assert isinstance(found, _Index)
    return found


class _Index:
    """The facts of a subject as sets of bits: bit n stands for the fact at place n."""

    def __init__(self, subject: Subject, facts: Sequence[Fact]) -> None:
        self.facts = facts
        self._subject = subject
        self._by: dict[Dimension, dict[str, int]] = {}
        self._within: dict[Period, int] = {}
        self._weighed = any(fact.amount != 1 for fact in facts)

    def found(self, question: Question) -> int:
        bits = self.within(question.period)
        for condition in question.conditions:
            bits &= self._of(condition) if not condition.negated else ~self._of(condition)
        return bits

    def amount(self, bits: int) -> int:
        if not self._weighed:
            return bits.bit_count()
        return sum(self.facts[at].amount for at in _places(bits))

    def within(self, period: Period) -> int:
        if period not in self._within:
            self._within[period] = _bits([at for at, fact in enumerate(self.facts) if lies_in(fact, period)], self)
        return self._within[period]

    def by(self, dimension: Dimension) -> dict[str, int]:
        if dimension not in self._by:
            getter = DIMENSIONS[self._subject].get(dimension)
            if getter is None:
                raise DimensionForeign(written=f"{self._subject.value}: {dimension.value}")
            places: dict[str, list[int]] = {}
            for at, fact in enumerate(self.facts):
                places.setdefault(getter(fact), []).append(at)
            self._by[dimension] = {value: _bits(found, self) for value, found in places.items()}
        return self._by[dimension]

    def _of(self, condition: Condition) -> int:
        known, bits = self.by(condition.dimension), 0
        for value in condition.values:
            bits |= known.get(value, 0)
        return bits


def _bits(places: Sequence[int], index: _Index) -> int:
    made = bytearray(len(index.facts) // 8 + 1)
    for at in places:
        made[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(made, "little")


def _places(bits: int) -> Iterator[int]:
    made = bits.to_bytes(bits.bit_length() // 8 + 1, "little")
    for at, byte in enumerate(made):
        left = byte
        while left:
            lowest = left & -left
            yield (at << 3) + lowest.bit_length() - 1
            left ^= lowest
