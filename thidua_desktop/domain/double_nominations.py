"""The same recipient nominated twice, and the same achievement rewarded twice, within a round or across units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.identity import birth_year, tidy_id_number
from thidua_desktop.domain.nominations import Nomination


class DoubleReason(StrEnum):
    """Why two nominations belong together."""

    ID_NUMBER = "id_number"
    """The same identity number."""
    NAME_AND_BIRTH = "name_and_birth"
    NAME_AND_UNIT = "name_and_unit"
    """The same name in the same unit, births not known of both."""


@dataclass(frozen=True, slots=True)
class Double:
    """Two nominations of what seems to be one recipient."""

    first: Nomination
    second: Nomination
    reason: DoubleReason
    same_award: bool
    same_achievement: bool
    """Both say the same in their citation."""


def doubles(nominations: Sequence[Nomination]) -> tuple[Double, ...]:
    """Every two nominations of one recipient, in the order of the list; each pair once, with its surest reason."""
    found: dict[tuple[int, int], Double] = {}
    for reason, groups in (
        (DoubleReason.ID_NUMBER, _grouped(nominations, _by_number)),
        (DoubleReason.NAME_AND_BIRTH, _grouped(nominations, _by_birth)),
        (DoubleReason.NAME_AND_UNIT, _grouped(nominations, _by_unit)),
    ):
        for places in groups:
            for first, second in _pairs(places):
                if (first, second) not in found and not _apart(nominations[first], nominations[second]):
                    found[first, second] = _double(nominations[first], nominations[second], reason)
    return tuple(found[pair] for pair in sorted(found))


def _grouped(nominations: Sequence[Nomination], key: Callable[[Nomination], tuple[str, ...] | None]) -> list[list[int]]:
    groups: dict[tuple[str, ...], list[int]] = {}
    for place, nomination in enumerate(nominations):
        value = key(nomination)
        if value is not None:
            groups.setdefault((nomination.kind.value, *value), []).append(place)
    return [places for places in groups.values() if len(places) > 1]


def _pairs(places: Sequence[int]) -> Iterable[tuple[int, int]]:
    for index, first in enumerate(places):
        for second in places[index + 1 :]:
            yield first, second


def _by_number(nomination: Nomination) -> tuple[str, ...] | None:
    number = tidy_id_number(nomination.id_number or "")
    return (number,) if number else None


def _by_birth(nomination: Nomination) -> tuple[str, ...] | None:
    return (_name(nomination), nomination.birth) if nomination.birth else None


def _by_unit(nomination: Nomination) -> tuple[str, ...] | None:
    if nomination.kind is RecipientKind.COLLECTIVE:
        return (_name(nomination),)
    return (_name(nomination), _plain(nomination.unit)) if nomination.unit else None


def _name(nomination: Nomination) -> str:
    return _plain(nomination.name)


def _plain(text: str | None) -> str:
    return " ".join(fold(text or "").split())


def _apart(first: Nomination, second: Nomination) -> bool:
    """Whether two nominations of one name are surely of two people: other numbers, other birth years."""
    numbers = {tidy_id_number(one.id_number) for one in (first, second) if one.id_number}
    years = {birth_year(one.birth) for one in (first, second) if one.birth}
    return len(numbers) > 1 or len(years) > 1


def _double(first: Nomination, second: Nomination, reason: DoubleReason) -> Double:
    citation = _plain(first.citation)
    same = bool(citation) and citation == _plain(second.citation)
    return Double(first, second, reason, first.award_id == second.award_id, same)
