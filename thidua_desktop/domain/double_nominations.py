"""The same recipient nominated twice, and the same achievement rewarded twice, within a round or across units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.identity import birth_year, tidy_id_number
from thidua_desktop.domain.nominations import Nomination


class DoubleReason(StrEnum):
    """Why two nominations belong together, the surest first."""

    RECIPIENT = "recipient"
    """The same recipient in the directory."""
    ID_NUMBER = "id_number"
    """The same identity number."""
    NAME_AND_BIRTH = "name_and_birth"
    NAME_AND_UNIT = "name_and_unit"
    """The same name in the same unit, births not known of both."""
    LOOK_ALIKE = "look_alike"
    """Names that differ only in the way of writing (i or y), or births of which one is only a year."""


@dataclass(frozen=True, slots=True)
class Double:
    """Two nominations of what seems to be one recipient."""

    first: Nomination
    second: Nomination
    reason: DoubleReason
    same_award: bool
    same_achievement: bool
    """Both say the same in their citation."""

    @property
    def same_round(self) -> bool:
        """Whether both stand in one round."""
        return self.first.round_id == self.second.round_id

    @property
    def two_submissions(self) -> bool:
        """Whether two units have sent them."""
        first, second = self.first.submission_id, self.second.submission_id
        return first is not None and second is not None and first != second

    @property
    def sure(self) -> bool:
        """Whether it is one recipient for all that the lines say, not only one that looks alike."""
        return self.reason is not DoubleReason.LOOK_ALIKE


def doubles(nominations: Sequence[Nomination]) -> tuple[Double, ...]:
    """Every two nominations of one recipient, in the order of the list; each pair once, with its surest reason."""
    found: dict[tuple[int, int], Double] = {}
    traits = [_traits(nomination) for nomination in nominations]
    for reason, key in _KEYS:
        for places in _grouped(nominations, key):
            for first, second in _pairs(places):
                if (first, second) not in found and not _apart(traits[first], traits[second], reason):
                    found[first, second] = _double(nominations[first], nominations[second], reason)
    return tuple(found[pair] for pair in sorted(found))


class Neighbours:
    """The lines of a round by what a double shares with another line, for asking again and again with few others."""

    def __init__(self, nominations: Iterable[Nomination]) -> None:
        self._by_mark: dict[tuple[str, ...], list[Nomination]] = {}
        for nomination in nominations:
            for mark in _marks(nomination):
                self._by_mark.setdefault(mark, []).append(nomination)

    def of(self, nominations: Iterable[Nomination]) -> tuple[Nomination, ...]:
        """The lines that could be doubles of some of ``nominations``; all others surely are none."""
        marks = dict.fromkeys(mark for nomination in nominations for mark in _marks(nomination))
        found = {id(line): line for mark in marks for line in self._by_mark.get(mark, ())}
        return tuple(found.values())


def _marks(nomination: Nomination) -> Iterator[tuple[str, ...]]:
    """Whatever the key of a reason is made of: two lines without a mark in common have no key in common."""
    yield "name", _alike(_name(nomination))
    for mark, key in (("recipient", _by_recipient(nomination)), ("number", _by_number(nomination))):
        if key is not None:
            yield mark, *key


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


def _by_recipient(nomination: Nomination) -> tuple[str, ...] | None:
    return (str(nomination.recipient_id),) if nomination.recipient_id is not None else None


def _by_number(nomination: Nomination) -> tuple[str, ...] | None:
    number = tidy_id_number(nomination.id_number or "")
    return (number,) if number else None


def _by_birth(nomination: Nomination) -> tuple[str, ...] | None:
    return (_name(nomination), nomination.birth) if nomination.birth else None


def _by_unit(nomination: Nomination) -> tuple[str, ...] | None:
    if nomination.kind is RecipientKind.COLLECTIVE:
        return (_name(nomination),)
    return (_name(nomination), _plain(nomination.unit)) if nomination.unit else None


def _by_year(nomination: Nomination) -> tuple[str, ...] | None:
    year = birth_year(nomination.birth)
    return (_alike(_name(nomination)), str(year)) if year else None


def _by_alike_unit(nomination: Nomination) -> tuple[str, ...] | None:
    key = _by_unit(nomination)
    return key and (_alike(key[0]), *key[1:])


_Key = Callable[[Nomination], tuple[str, ...] | None]
_KEYS: tuple[tuple[DoubleReason, _Key], ...] = (
    (DoubleReason.RECIPIENT, _by_recipient),
    (DoubleReason.ID_NUMBER, _by_number),
    (DoubleReason.NAME_AND_BIRTH, _by_birth),
    (DoubleReason.NAME_AND_UNIT, _by_unit),
    (DoubleReason.LOOK_ALIKE, _by_year),
    (DoubleReason.LOOK_ALIKE, _by_alike_unit),
)


def _name(nomination: Nomination) -> str:
    return _plain(nomination.name)


def _plain(text: str | None) -> str:
    return " ".join(fold(text or "").split())


def _alike(name: str) -> str:
    """A folded name in which "Lý" and "Lí" are one."""
    return name.replace("y", "i")


@dataclass(frozen=True, slots=True)
class _Traits:
    """What speaks for two recipients where it differs; looked at once, since a common name makes thousands of pairs."""

    line: Nomination
    number: str | None
    year: int | None
    day: str | None
    """A birth of which more than the year is known."""


def _traits(line: Nomination) -> _Traits:
    number = tidy_id_number(line.id_number) if line.id_number else None
    day = line.birth if line.birth and len(line.birth) > _YEAR_ALONE else None
    return _Traits(line, number, birth_year(line.birth), day)


def _apart(first: _Traits, second: _Traits, reason: DoubleReason) -> bool:
    """Whether two nominations are surely of two: other entries of the directory, numbers, births or units."""
    if reason is DoubleReason.RECIPIENT:
        return False
    return (
        _differ(first.year, second.year)
        or _differ(first.number, second.number)
        or _differ(first.day, second.day)
        or (reason is not DoubleReason.ID_NUMBER and _differ(first.line.recipient_id, second.line.recipient_id))
        or _of_two_units(first.line, second.line)
    )


def _differ(one: object, other: object) -> bool:
    """Whether both are known and not the same."""
    return one is not None and other is not None and one != other


_YEAR_ALONE = len("1980")


def _of_two_units(first: Nomination, second: Nomination) -> bool:
    """Whether two collectives of one name belong to two units: every unit has its "Phòng Tổng hợp"."""
    if first.kind is not RecipientKind.COLLECTIVE or not first.unit or not second.unit:
        return False
    if first.unit_id is not None and first.unit_id == second.unit_id:
        return False
    name, units = _name(first), (_plain(first.unit), _plain(second.unit))
    return units[0] != units[1] and not any(unit in name or name in unit for unit in units)


def _double(first: Nomination, second: Nomination, reason: DoubleReason) -> Double:
    citation = _plain(first.citation)
    same = bool(citation) and citation == _plain(second.citation)
    return Double(first, second, reason, first.award_id == second.award_id, same)
