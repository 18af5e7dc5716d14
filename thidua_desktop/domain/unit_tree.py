"""The units of an office as a tree through time: who stood below whom on a day, what became of whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import sort_key
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.name_forms import toned
from thidua_desktop.domain.unit_events import UnitEvent, UnitEventKind, in_order
from thidua_desktop.domain.unit_finding import UnitFinder, UnitMatch
from thidua_desktop.domain.units import Unit, UnitSpelling

_LAST = 1_000_000
_SAME_UNIT = frozenset({UnitEventKind.RENAME, UnitEventKind.MOVE})


class UnitBelowItself(AppError):
    """A unit would stand below itself, perhaps through others."""

    code = "unit.below_itself"


class UnitNameTaken(AppError):
    """Another unit has the same name under the same superior at the same time."""

    code = "unit.name_taken"


@dataclass(frozen=True, slots=True)
class UnitNode:
    """A unit in the tree of a day; ``level`` is 0 for one without a superior."""

    unit: Unit
    level: int
    children: tuple[UnitNode, ...] = ()

    def walk(self) -> Iterator[UnitNode]:
        """This node and all below it, each superior before its units."""
        yield self
        for child in self.children:
            yield from child.walk()


class UnitTree:
    """All units that ever were, with what happened to them. Built once, asked often; nothing in it changes."""

    def __init__(
        self, units: Iterable[Unit], events: Iterable[UnitEvent] = (), spellings: Iterable[UnitSpelling] = ()
    ) -> None:
        self._units = {unit.id: unit for unit in units if unit.id is not None}
        self._events = in_order(events)
        self._spellings = tuple(spellings)
        self._ranks: dict[UnitId, int] | None = None
        self._finder: UnitFinder | None = None
        self._forward: dict[UnitId, frozenset[UnitId]] = {}
        self._backward: dict[UnitId, frozenset[UnitId]] = {}

    @property
    def events(self) -> tuple[UnitEvent, ...]:
        """Everything that happened, in order."""
        return self._events

    @property
    def units(self) -> Mapping[UnitId, Unit]:
        """Every unit by number, those that have ended too."""
        return self._units

    def unit(self, unit_id: UnitId) -> Unit:
        """A unit, also one that has ended.

        Raises:
            KeyError: no such unit.
        """
        return self._units[unit_id]

    def name(self, unit_id: UnitId | None) -> str:
        """The name of a unit; empty for none, and for one in the trash."""
        found = self._units.get(unit_id) if unit_id is not None else None
        return "" if found is None else found.name

    def events_of(self, unit_id: UnitId) -> tuple[UnitEvent, ...]:
        """What happened to a unit, in order."""
        return tuple(event for event in self._events if unit_id in event.before or unit_id in event.after)

    def successors(self, unit_id: UnitId) -> frozenset[UnitId]:
        """All that a unit has become, through every later event, without itself."""
        if unit_id not in self._forward:
            reached = {unit_id}
            for event in self._events:
                if not reached.isdisjoint(event.before):
                    reached.update(event.after)
            self._forward[unit_id] = frozenset(reached - {unit_id})
        return self._forward[unit_id]

    def predecessors(self, unit_id: UnitId) -> frozenset[UnitId]:
        """All that a unit has been, through every earlier event, without itself."""
        if unit_id not in self._backward:
            reached = {unit_id}
            for event in reversed(self._events):
                if not reached.isdisjoint(event.after):
                    reached.update(event.before)
            self._backward[unit_id] = frozenset(reached - {unit_id})
        return self._backward[unit_id]

    def lineage(self, unit_id: UnitId) -> frozenset[UnitId]:
        """A unit and all that it has been: where its awards of all years are found."""
        return self.predecessors(unit_id) | {unit_id}

    def story(self, unit_id: UnitId) -> tuple[UnitEvent, ...]:
        """What happened to a unit, and to all that it had been and has become, in order."""
        concerned = {unit_id, *self.predecessors(unit_id), *self.successors(unit_id)}
        return tuple(event for event in self._events if not concerned.isdisjoint(event.before))

    def at(self, unit_id: UnitId, day: date) -> tuple[UnitId, ...]:
        """What a unit has become, or had been, on a day: itself while it exists, nothing where it left no successor."""
        unit = self._units.get(unit_id)
        if unit is None:
            return ()
        if unit.exists_on(day):
            return (unit_id,)
        ended = unit.valid_to is not None and unit.valid_to < day
        found: dict[UnitId, None] = {}
        self._follow(unit_id, day, found, {unit_id}, forward=ended)
        return tuple(found)

    def _follow(
        self, unit_id: UnitId, day: date, found: dict[UnitId, None], seen: set[UnitId], *, forward: bool
    ) -> None:
        for event in self._events:
            here, there = (event.before, event.after) if forward else (event.after, event.before)
            if unit_id not in here or unit_id in there:
                continue
            for other in there:
                if other in seen or other not in self._units:
                    continue
                seen.add(other)
                if self._units[other].exists_on(day):
                    found[other] = None
                else:
                    self._follow(other, day, found, seen, forward=forward)

    def parent_on(self, unit_id: UnitId, day: date) -> UnitId | None:
        """The superior of a unit on a day: what its superior was then, or has become; None at the top."""
        unit = self._units[unit_id]
        if unit.parent_id is None or unit.parent_id not in self._units:
            return None
        then = self.at(unit.parent_id, day)
        if then:
            return then[0] if then[0] != unit_id else None
        return self.parent_on(unit.parent_id, day)  # it left no successor: its units stand below its own superior

    def on(self, day: date) -> tuple[UnitNode, ...]:
        """The tree of a day, in the office's own order."""
        living = {unit_id for unit_id, unit in self._units.items() if unit.exists_on(day)}
        parents = {unit_id: self.parent_on(unit_id, day) for unit_id in living}
        below: dict[UnitId | None, list[UnitId]] = {}
        for unit_id, parent_id in parents.items():
            loops = parent_id is not None and _reaches(parents, parent_id, unit_id)
            below.setdefault(parent_id if parent_id in living and not loops else None, []).append(unit_id)
        return self._nodes(below, None, 0)

    def rows_on(self, day: date) -> tuple[UnitNode, ...]:
        """The tree of a day as rows, each superior before its units."""
        return tuple(node for root in self.on(day) for node in root.walk())

    def _nodes(
        self, below: Mapping[UnitId | None, list[UnitId]], parent: UnitId | None, level: int
    ) -> tuple[UnitNode, ...]:
        ordered = sorted(below.get(parent, ()), key=self._place)
        return tuple(UnitNode(self._units[each], level, self._nodes(below, each, level + 1)) for each in ordered)

    def _place(self, unit_id: UnitId) -> tuple[int, object, int]:
        unit = self._units[unit_id]
        return (_LAST if unit.position is None else unit.position, sort_key(unit.name), unit_id)

    def path(self, unit_id: UnitId, day: date) -> tuple[Unit, ...]:
        """The superiors of a unit on a day, the highest first, and the unit itself."""
        found, seen = [self._units[unit_id]], {unit_id}
        above = self.parent_on(unit_id, day)
        while above is not None and above not in seen:
            found.append(self._units[above])
            seen.add(above)
            above = self.parent_on(above, day)
        return tuple(reversed(found))

    def below(self, unit_id: UnitId, day: date) -> frozenset[UnitId]:
        """A unit and all that stand below it on a day."""
        rows = (node for node in self.rows_on(day) if node.unit.id == unit_id)
        return frozenset(each.unit.id for node in rows for each in node.walk() if each.unit.id is not None) | {unit_id}

    def rank(self, unit_id: UnitId | None) -> int:
        """The place of a unit in the office's own order, among all units that ever were; the last for none."""
        if self._ranks is None:
            paths = sorted(self._units, key=self._rank_path)
            self._ranks = {each: place for place, each in enumerate(paths)}
        return self._ranks.get(unit_id, _LAST) if unit_id is not None else _LAST

    def _rank_path(self, unit_id: UnitId) -> tuple[tuple[int, object, int], ...]:
        steps, seen = [self._place(unit_id)], {unit_id}
        above = self._units[unit_id].parent_id
        while above is not None and above in self._units and above not in seen:
            steps.append(self._place(above))
            seen.add(above)
            above = self._units[above].parent_id
        return tuple(reversed(steps))

    def find(self, text: str, day: date | None = None) -> UnitMatch:
        """The unit that a text means.

        The exact name decides, then a spelling agreed to, the name without marks, the short name, abbreviations
        spelled out. Names that are only near are proposals.

        Args:
            text: as a list writes it.
            day: the day of the list; a name that had ended leads to what its unit had become by then. Today's units
                if not given.
        """
        if self._finder is None:
            self._finder = UnitFinder(self._units, self._spellings, self.at, self.below)
        return self._finder.find(text, day)

    def check(self, unit: Unit) -> None:
        """Refuse a unit that cannot stand in the tree so.

        Raises:
            UnitDaysReversed: its last day comes before its first.
            UnitBelowItself: its superior is itself, or stands below it.
            UnitNameTaken: the same superior has a unit of that name on some of its days.
        """
        unit.check_days()
        if unit.id is not None:
            self.check_superior(unit.id, unit.parent_id)
        for other in self._units.values():
            same = other.id != unit.id and other.parent_id == unit.parent_id and toned(other.name) == toned(unit.name)
            if same and other.overlaps(unit):
                raise UnitNameTaken(name=other.name)

    def check_superior(self, unit_id: UnitId, parent_id: UnitId | None) -> None:
        """Refuse a superior that is the unit itself under any of its names, or stands below it.

        Raises:
            UnitBelowItself: it does.
        """
        itself = self._names_of(unit_id)
        above, seen = parent_id, set[UnitId]()
        while above is not None and above not in seen:
            if above in itself:
                raise UnitBelowItself(name=self.name(unit_id), parent=self.name(parent_id))
            seen.add(above)
            parent = self._units.get(above)
            above = None if parent is None else parent.parent_id

    def _names_of(self, unit_id: UnitId) -> frozenset[UnitId]:
        """The rows of one unit that was renamed and moved; what it was merged with or divided into is another one."""
        found, grown = {unit_id}, True
        while grown:
            grown = False
            for event in self._events:
                sides = {*event.before, *event.after}
                if event.kind in _SAME_UNIT and not found.isdisjoint(sides) and not found.issuperset(sides):
                    found |= sides
                    grown = True
        return frozenset(found)


def _reaches(parents: Mapping[UnitId, UnitId | None], start: UnitId, goal: UnitId) -> bool:
    seen: set[UnitId] = set()
    current: UnitId | None = start
    while current is not None and current not in seen:
        if current == goal:
            return True
        seen.add(current)
        current = parents.get(current)
    return False
