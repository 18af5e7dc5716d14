"""Which unit a text means: what is certain is found, what is only near is proposed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.name_forms import name_form, toned
from thidua_desktop.domain.unit_names import spelled_out
from thidua_desktop.domain.units import Unit, UnitSpelling

_NEAR = 80
_MOST = 5
_WITHIN = re.compile(r"\s*,\s*|\s+(?:-|–|thuộc|trực thuộc)\s+", re.IGNORECASE)
_ABOVE_FOUND = 60


class MatchHow(StrEnum):
    """By what a unit was recognised, surest first."""

    EXACT = "exact"
    SPELLING = "spelling"
    FOLD = "fold"
    SHORT_NAME = "short_name"
    ABBREVIATION = "abbreviation"


@dataclass(frozen=True, slots=True)
class UnitProposal:
    """A unit that may be meant; ``score`` from 0 to 100 says how near its name is."""

    unit_id: UnitId
    score: int


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """What a text means. Without ``unit_id`` nothing is certain, and the clerk chooses among the proposals."""

    unit_id: UnitId | None = None
    """The unit as it is on the day asked about."""
    how: MatchHow | None = None
    named: UnitId | None = None
    """The unit that carries the name: another one than ``unit_id`` where that name has ended."""
    proposals: tuple[UnitProposal, ...] = ()


class UnitFinder:
    """Finds units by their names; built once for many texts."""

    def __init__(
        self,
        units: Mapping[UnitId, Unit],
        spellings: Iterable[UnitSpelling],
        at: Callable[[UnitId, date], tuple[UnitId, ...]],
        below: Callable[[UnitId, date], frozenset[UnitId]],
    ) -> None:
        self._units, self._at, self._below = units, at, below
        self._by_name, self._folded, self._short, self._spelled = (dict[str, list[UnitId]]() for _ in range(4))
        for unit_id, unit in units.items():
            self._by_name.setdefault(toned(unit.name), []).append(unit_id)
            self._folded.setdefault(fold(unit.name), []).append(unit_id)
            self._spelled.setdefault(spelled_out(unit.name), []).append(unit_id)
            if unit.short_name:
                self._short.setdefault(fold(unit.short_name), []).append(unit_id)
        self._agreed = {fold(each.text): [each.unit_id] for each in spellings if each.unit_id in units}
        self._known: dict[tuple[str, date | None], UnitMatch] = {}

    def find(self, text: str, day: date | None) -> UnitMatch:
        """As ``UnitTree.find``."""
        wanted = squeeze(text)
        if (wanted, day) not in self._known:
            self._known[wanted, day] = self._found(wanted, day) if wanted else UnitMatch()
        return self._known[wanted, day]

    def _found(self, text: str, day: date | None) -> UnitMatch:
        for how, index, key in (
            (MatchHow.EXACT, self._by_name, toned(text)),
            (MatchHow.SPELLING, self._agreed, fold(text)),
            (MatchHow.FOLD, self._folded, fold(text)),
            (MatchHow.SHORT_NAME, self._short, fold(text)),
            (MatchHow.ABBREVIATION, self._spelled, spelled_out(text)),
        ):
            named = [each for each in index.get(key, ()) if self._agrees(text, each, how)] if key else []
            if named:
                return self._meant(named, how, day)
        return self._within(text, day)

    def _agrees(self, text: str, unit_id: UnitId, how: MatchHow) -> bool:
        """Whether no mark speaks against it: "Xa Tan An" is "Xã Tân An", but "Xã Tấn An" is another one."""
        if how in (MatchHow.EXACT, MatchHow.SPELLING, MatchHow.SHORT_NAME):
            return True
        written, name = name_form(text).words, name_form(self._units[unit_id].name).words
        if all(word.is_bare for word in written) or all(word.is_bare for word in name):
            return True
        for word in written:
            alike = [(other.letters, other.tone) for other in name if other.bare == word.bare]
            if alike and (word.letters, word.tone) not in alike:
                return False
        return True

    def _meant(self, named: list[UnitId], how: MatchHow, day: date | None) -> UnitMatch:
        """The one unit behind a name on a day; proposals where the name means several."""
        living = [unit_id for unit_id in named if self._lives(unit_id, day)]
        if len(living) == 1:
            return UnitMatch(living[0], how, living[0])
        if living:
            return UnitMatch(proposals=tuple(UnitProposal(unit_id, 100) for unit_id in living[:_MOST]))
        become = {unit_id: self._at(unit_id, day or date.max) for unit_id in named}
        reached = dict.fromkeys(each for found in become.values() for each in found)
        if len(reached) == 1:
            (only,) = reached
            return UnitMatch(only, how, next(unit_id for unit_id, found in become.items() if only in found))
        if reached:
            return UnitMatch(named=named[0], proposals=tuple(UnitProposal(each, 100) for each in reached))
        # It left no successor: the name still means that unit, and nothing else.
        return UnitMatch(named[0], how, named[0]) if len(named) == 1 else UnitMatch(named=named[0])

    def _lives(self, unit_id: UnitId, day: date | None) -> bool:
        unit = self._units[unit_id]
        return unit.valid_to is None if day is None else unit.exists_on(day)

    def _within(self, text: str, day: date | None) -> UnitMatch:
        """A unit named together with its superior: "Phòng Tổng hợp, Sở Nội vụ"."""
        parts = [part for part in _WITHIN.split(text) if part]
        if len(parts) < 2:
            return self._near(text, day)
        above = self.find(parts[-1], day).unit_id
        if above is None:
            return self._near(text, day)
        wanted = spelled_out(" ".join(parts[:-1]))
        inside = self._below(above, day or date.max)
        found = [unit_id for unit_id in inside if spelled_out(self._units[unit_id].name) == wanted]
        if len(found) == 1:
            return UnitMatch(found[0], MatchHow.ABBREVIATION, found[0])
        near = self._near(text, day).proposals
        return UnitMatch(
            proposals=(*(each for each in near if each.unit_id != above), UnitProposal(above, _ABOVE_FOUND))
        )

    def _near(self, text: str, day: date | None) -> UnitMatch:
        from rapidfuzz import fuzz, process  # not when the program starts

        wanted = spelled_out(text)
        hits = process.extract(wanted, self._spelled.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=_NEAR, limit=20)
        best: dict[UnitId, int] = {}
        for name, score, _ in hits:
            if _numbers(name) != _numbers(wanted):
                continue  # "Trường số 2" is not a way to write "Trường số 3"
            for unit_id in self._spelled[name]:
                meant = (unit_id,) if self._lives(unit_id, day) else self._at(unit_id, day or date.max)
                for each in meant:
                    best[each] = max(best.get(each, 0), round(score))
        ordered = sorted(best.items(), key=lambda hit: (-hit[1], hit[0]))
        return UnitMatch(proposals=tuple(UnitProposal(unit_id, score) for unit_id, score in ordered[:_MOST]))


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)
