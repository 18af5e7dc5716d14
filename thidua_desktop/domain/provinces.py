"""Provinces through time: which there are on a day, what an old one has become, and what that means for an office.

Names are compared without the place of tone marks ("Thanh Hóa", "Thanh Hoá"). One name may mean two provinces, the one
before and the one after a merger, so that a day belongs to every question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.name_forms import toned
from thidua_desktop.domain.unit_events import UnitEventKind
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.domain.units import Unit

_DAY = timedelta(days=1)
_TYPES = re.compile(r"(?i)^(?P<before>.*?)\b(?P<type>tỉnh|thành phố|tp\.?)\s+(?P<name>.+)$")


@dataclass(frozen=True, slots=True)
class Province:
    """A province or centrally-run city between two days. ``code`` means this one only between them."""

    code: str
    name: str
    type: str
    """"tỉnh" or "thành phố"."""
    first_day: date | None = None
    last_day: date | None = None
    cccd: str | None = None
    """The three digits that begin the CCCD of whoever was registered there; only of the units before 01/7/2025."""
    aliases: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """As within a sentence: "tỉnh Nam Định"."""
        return f"{self.type} {self.name}"

    def exists_on(self, day: date) -> bool:
        """Whether the province exists so on a day."""
        return (self.first_day is None or self.first_day <= day) and (self.last_day is None or day <= self.last_day)

    @property
    def names(self) -> frozenset[str]:
        """Every name that it is known by, with and without its type, as ``toned`` writes them."""
        return frozenset(toned(each) for each in (self.name, self.full_name, *self.aliases))


@dataclass(frozen=True, slots=True)
class ProvinceChange:
    """Provinces, by name, that became one on a day."""

    day: date
    before: tuple[str, ...]
    after: str
    citation: str


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """What a change of the map makes of an office's units."""

    kind: UnitEventKind
    day: date
    before: tuple[UnitId, ...]
    names: tuple[str, ...]
    """The units before it."""
    after: str
    citation: str
    existing: UnitId | None = None
    """The unit that is there already under the new name, begun on that day; None where one is made."""


class ProvinceMap:
    """All provinces and their changes, as the data tell them."""

    def __init__(self, provinces: Iterable[Province], changes: Iterable[ProvinceChange]) -> None:
        self.provinces = tuple(provinces)
        self.changes = tuple(sorted(changes, key=lambda change: change.day))
        self.cccd_codes = frozenset(each.cccd for each in self.provinces if each.cccd)
        """The codes that begin a CCCD."""
        self._by_name: dict[str, list[Province]] = {}
        for each in self.provinces:
            for name in each.names:
                self._by_name.setdefault(name, []).append(each)

    def on(self, day: date) -> tuple[Province, ...]:
        """The provinces of a day."""
        return tuple(each for each in self.provinces if each.exists_on(day))

    def named(self, name: str, day: date) -> Province | None:
        """The province of that name, with or without its type, on a day."""
        return next((each for each in self._by_name.get(toned(name), ()) if each.exists_on(day)), None)

    def become(self, name: str, since: date, day: date) -> Province | None:
        """What the province called so on ``since`` has become on ``day``; None where there was none."""
        found = self.named(name, since)
        if found is None:
            return None
        current = found.name
        for change in self.changes:
            if since < change.day <= day and current in change.before:
                current = change.after
        return self.named(current, day)

    def planned(self, tree: UnitTree, until: date) -> tuple[PlannedChange, ...]:
        """What the changes of the map up to a day make of the units of an office, in order.

        Concerned are units called as an old province is, alone or after other words: "tỉnh Hà Giang", "UBND tỉnh
        Hà Giang". Two that become one by the map become one here. Changes that are known already are left out.
        """
        made: dict[tuple[date, str], _Found] = {}
        for unit in tree.units.values():
            for change in self.changes:
                if change.day <= until:
                    self._collect(unit, change, made)
        return tuple(_planned(tree, found) for _, found in sorted(made.items(), key=lambda item: item[0]))

    def _collect(self, unit: Unit, change: ProvinceChange, made: dict[tuple[date, str], _Found]) -> None:
        eve = change.day - _DAY
        if not unit.exists_on(eve) or not unit.exists_on(change.day) or unit.id is None:
            return
        prefix, bare = _prefix(unit.name)
        old = next((self.named(name, eve) for name in change.before if toned(name) == toned(bare)), None)
        new = self.named(change.after, change.day)
        if old is None or new is None:
            return
        name = f"{prefix}{new.full_name}" if prefix or bare != unit.name else new.name
        if not prefix:
            name = f"{name[0].upper()}{name[1:]}" if unit.name[0].isupper() else name
        made.setdefault((change.day, toned(name)), _Found(change, name, [])).units.append(unit)


@dataclass(frozen=True, slots=True)
class _Found:
    change: ProvinceChange
    name: str
    units: list[Unit]


def _prefix(name: str) -> tuple[str, str]:
    """What stands before the type of a province, and its bare name: ("UBND ", "Hà Giang")."""
    written = squeeze(name)
    found = _TYPES.match(written)
    if found is None:
        return "", written
    return found["before"], found["name"]


def _planned(tree: UnitTree, found: _Found) -> PlannedChange:
    units: Sequence[Unit] = found.units
    there = [
        unit.id
        for unit in tree.units.values()
        if unit.valid_from == found.change.day and toned(unit.name) == toned(found.name)
    ]
    return PlannedChange(
        kind=UnitEventKind.MERGE if len(units) > 1 or there else UnitEventKind.RENAME,
        day=found.change.day,
        before=tuple(unit.id for unit in units if unit.id is not None),
        names=tuple(unit.name for unit in units),
        after=found.name,
        citation=found.change.citation,
        existing=there[0] if there else None,
    )
