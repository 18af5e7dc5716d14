"""The orders in which offices print an award list, and the counts that have to add up below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.nominations import Nomination, Occasion

Place = tuple[int | str, ...]
"""A place in an order; two places of the same order have the same shape."""


class ListOrder(StrEnum):
    """By what an award list is divided, from the outside in."""

    AWARD_UNIT = "award_unit"
    UNIT_AWARD = "unit_award"
    OCCASION_AWARD = "occasion_award"


class KindOrder(StrEnum):
    """Which kind of recipient comes first; offices differ, and the submission letters too (document-forms §2.5)."""

    COLLECTIVES_FIRST = "collectives_first"
    PERSONS_FIRST = "persons_first"


_KINDS = {
    KindOrder.COLLECTIVES_FIRST: (RecipientKind.COLLECTIVE, RecipientKind.PERSON, RecipientKind.HOUSEHOLD),
    KindOrder.PERSONS_FIRST: (RecipientKind.PERSON, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD),
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each kind."""

    collectives: int = 0
    persons: int = 0
    households: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.collectives + self.persons + self.households

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.collectives + other.collectives, self.persons + other.persons, self.households + other.households
        )


@dataclass(frozen=True, slots=True)
class ListGroup:
    """A heading of the list with what stands below it: either groups or lines."""

    key: str
    """What it is divided by: an award's id, a unit's name, an occasion's or a kind's code."""
    counts: Counts
    groups: tuple[ListGroup, ...] = ()
    lines: tuple[Nomination, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderKeys:
    """The office's own orders: each gives something that can be compared, smaller first."""

    award: Callable[[str], Place]
    unit: Callable[[str], Place]
    line: Callable[[Nomination], Place]


def counts_of(lines: Iterable[Nomination]) -> Counts:
    """How many of each kind some lines are."""
    kinds = [line.kind for line in lines]
    return Counts(
        collectives=kinds.count(RecipientKind.COLLECTIVE),
        persons=kinds.count(RecipientKind.PERSON),
        households=kinds.count(RecipientKind.HOUSEHOLD),
    )


def award_list(
    lines: Sequence[Nomination], order: ListOrder, keys: OrderKeys, *, kinds: KindOrder = KindOrder.COLLECTIVES_FIRST
) -> tuple[ListGroup, ...]:
    """An award list: two levels of headings, then the kinds, then the lines. Every line stands in it exactly once."""
    by_award = _Division(lambda line: line.award_id, keys.award)
    by_unit = _Division(lambda line: line.unit or "", keys.unit)
    by_occasion = _Division(lambda line: line.occasion.value, _place_in(occasion.value for occasion in Occasion))
    by_kind = _Division(lambda line: line.kind.value, _place_in(kind.value for kind in _KINDS[kinds]))
    levels: Mapping[ListOrder, tuple[_Division, ...]] = {
        ListOrder.AWARD_UNIT: (by_award, by_unit, by_kind),
        ListOrder.UNIT_AWARD: (by_unit, by_award, by_kind),
        ListOrder.OCCASION_AWARD: (by_occasion, by_award, by_kind),
    }
    return _divided(lines, levels[order], keys)


@dataclass(frozen=True, slots=True)
class _Division:
    key: Callable[[Nomination], str]
    place: Callable[[str], Place]


def _place_in(values: Iterable[str]) -> Callable[[str], Place]:
    places = {value: place for place, value in enumerate(values)}
    return lambda value: (places[value],)


def _divided(lines: Sequence[Nomination], levels: Sequence[_Division], keys: OrderKeys) -> tuple[ListGroup, ...]:
    level, *deeper = levels
    found: dict[str, list[Nomination]] = {}
    for line in lines:
        found.setdefault(level.key(line), []).append(line)
    return tuple(
        ListGroup(key, counts_of(found[key]), groups=_divided(found[key], deeper, keys))
        if deeper
        else ListGroup(key, counts_of(found[key]), lines=tuple(sorted(found[key], key=keys.line)))
        for key in sorted(found, key=level.place)
    )
