"""What happens to units on a day: each event is one operation, with its decision."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.name_forms import toned
from thidua_desktop.domain.provinces import PlannedChange
from thidua_desktop.domain.unit_events import (
    UnitEndedBefore,
    UnitEvent,
    UnitEventEmpty,
    UnitEventKind,
    UnitEventTooEarly,
    UnitLaterEvent,
    changed,
    happening_to,
)
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.domain.units import Unit, UnitKind
from thidua_desktop.services.places import province_map
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = [
    "PlannedChange",
    "UnitEndedBefore",
    "UnitEventEmpty",
    "UnitEventTooEarly",
    "UnitHistory",
    "UnitLaterEvent",
    "UnitNameMissing",
]

_UNIT = frozenset({Kind.UNIT})
_K = UnitEventKind


class UnitNameMissing(AppError):
    """A unit without a name cannot be kept."""

    code = "unit.name_missing"


@dataclass(frozen=True, slots=True)
class _Occasion:
    """What happens when, and what it rests on."""

    kind: UnitEventKind
    day: date
    decision: str | None = None
    note: str | None = None


class UnitHistory:
    """Renames, moves, merges, splits and dissolves units; what was before is kept with its days.

    Part of ``UnitService``. Every method raises ``UnitEventTooEarly``, ``UnitEndedBefore`` or ``UnitLaterEvent`` where
    a unit did not exist on the day, ``UnitEventEmpty`` for a merger or split that is none, and what
    ``UnitTree.check`` raises for new units.
    """

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def events(self, unit_id: UnitId) -> tuple[UnitEvent, ...]:
        """What happened to a unit, and to all that it had been and has become, in order."""
        with self._store.read() as work:
            return work.units.tree().story(unit_id)

    def rename(
        self,
        unit_id: UnitId,
        name: str,
        day: date,
        *,
        short_name: str | None = None,
        decision: str | None = None,
        note: str | None = None,
    ) -> Changes:
        """Give a unit another name from a day on; the new row's id is in ``created``.

        Raises:
            UnitNameMissing: the name is empty.
        """
        kept = squeeze(name)
        if not kept:
            raise UnitNameMissing
        old = self._unit(unit_id)
        with self._store.write("unit.rename", name=brief(old.name), other=brief(kept)) as work:
            made = _happen(
                work,
                _Occasion(_K.RENAME, day, decision, note),
                [unit_id],
                [replace(old, name=kept, short_name=short_name)],
            )
        return Changes("unit.rename", _UNIT, made)

    def move(
        self,
        unit_id: UnitId,
        parent_id: UnitId | None,
        day: date,
        *,
        decision: str | None = None,
        note: str | None = None,
    ) -> Changes:
        """Put a unit below another superior, or at the top, from a day on.

        Raises:
            UnitBelowItself: the superior stands below the unit.
        """
        old = self._unit(unit_id)
        with self._store.write("unit.move", name=brief(old.name)) as work:
            work.units.tree().check_superior(unit_id, parent_id)
            made = _happen(
                work,
                _Occasion(_K.MOVE, day, decision, note),
                [unit_id],
                [replace(old, parent_id=parent_id, position=None)],
            )
        return Changes("unit.move", _UNIT, made)

    def merge(
        self,
        unit_ids: Sequence[UnitId],
        into: Unit | UnitId,
        day: date,
        *,
        decision: str | None = None,
        note: str | None = None,
    ) -> Changes:
        """Make one of several units from a day on: a new one, or one of them that goes on."""
        name = brief(into.name if isinstance(into, Unit) else self._unit(into).name)
        going = list(dict.fromkeys([*unit_ids, into] if isinstance(into, int) else unit_ids))
        with self._store.write("unit.merge", count=len(going), other=name) as work:
            made = _happen(work, _Occasion(_K.MERGE, day, decision, note), going, [into])
        return Changes("unit.merge", _UNIT, made)

    def split(
        self,
        unit_id: UnitId,
        parts: Sequence[Unit | UnitId],
        day: date,
        *,
        children: Mapping[UnitId, int] | None = None,
        decision: str | None = None,
        note: str | None = None,
    ) -> Changes:
        """Make several units of one from a day on.

        Args:
            unit_id: the unit; where its own id stands among ``parts``, it goes on.
            parts: what it becomes.
            day: the first day of the parts.
            children: units below it, and which of the parts each of them goes to; the others go to the first part.
            decision: number and day of the paper.
            note: whatever should be remembered.
        """
        old = self._unit(unit_id)
        with self._store.write("unit.split", name=brief(old.name), count=len(parts)) as work:
            made = _happen(work, _Occasion(_K.SPLIT, day, decision, note), [unit_id], parts)
            new = iter(made)
            ids = [part if isinstance(part, int) else next(new) for part in parts]
            first = ids[0] if unit_id not in ids else unit_id
            moved = tuple(
                each
                for child, part in (children or {}).items()
                if ids[part] != first
                for each in _moved(work, child, ids[part], _Occasion(_K.MOVE, day, decision, note))
            )
        return Changes("unit.split", _UNIT, made + moved)

    def dissolve(self, unit_id: UnitId, day: date, *, decision: str | None = None, note: str | None = None) -> Changes:
        """End a unit without a successor: ``day`` is the first on which it does not exist."""
        with self._store.write("unit.dissolve", name=brief(self._unit(unit_id).name)) as work:
            _happen(work, _Occasion(_K.DISSOLVE, day, decision, note), [unit_id], [])
        return Changes("unit.dissolve", _UNIT)

    def correct(self, event: UnitEvent) -> Changes:
        """Keep another day, decision or note of an event; the days of the units before and after it follow.

        Raises:
            UnitDaysReversed: a unit would end before it begins.
        """
        with self._store.write("unit.correct") as work:
            _correct(work, event)
        return Changes("unit.correct", _UNIT)

    def province_changes(self, until: date | None = None) -> tuple[PlannedChange, ...]:
        """What the changes of the map up to a day (today) make of the office's units; nothing is kept."""
        with self._store.read() as work:
            return province_map().planned(work.units.tree(), until or self._today())

    def apply_provinces(self, changes: Collection[PlannedChange]) -> Changes:
        """Make of old provinces what they have become, all at once, in the order of the days.

        What follows from a change chosen is made too, up to the last day among them: "tỉnh Bình Phước" becomes "tỉnh
        Đồng Nai" and then "thành phố Đồng Nai".
        """
        until = max((change.day for change in changes), default=self._today())
        with self._store.write("unit.apply_provinces", count=len(changes)) as work:
            declined = {_key(each) for each in province_map().planned(work.units.tree(), until)}
            made = _apply(work, until, declined - {_key(each) for each in changes})
        return Changes("unit.apply_provinces", _UNIT, made)

    def _unit(self, unit_id: UnitId) -> Unit:
        with self._store.read() as work:
            return work.units.get(unit_id)


def _happen(work: Work, on: _Occasion, before: Sequence[UnitId], after: Sequence[Unit | UnitId]) -> tuple[UnitId, ...]:
    """Keep an event with its units; gives the ids of the new ones."""
    events = work.units.tree().events
    change = changed(on.kind, on.day, [work.units.get(unit_id) for unit_id in before], after, events)
    for unit in change.ends:
        work.units.save(unit)
    made: list[UnitId] = []
    reached: list[UnitId] = []
    for each in change.after:
        if isinstance(each, Unit):
            work.units.tree().check(_named(each))
            made.append(work.units.save(_named(each)))
            reached.append(made[-1])
        else:
            reached.append(each)
    for event in change.later:
        work.unit_events.replace_units(happening_to(event, before[0], reached[0]))
    work.unit_events.add(UnitEvent(on.kind, on.day, change.before, tuple(reached), on.decision, on.note))
    return tuple(made)


def _named(unit: Unit) -> Unit:
    name = squeeze(unit.name)
    if not name:
        raise UnitNameMissing
    return replace(unit, name=name)


def _moved(work: Work, child: UnitId, parent: UnitId, on: _Occasion) -> tuple[UnitId, ...]:
    return _happen(work, on, [child], [replace(work.units.get(child), parent_id=parent)])


def _correct(work: Work, event: UnitEvent) -> None:
    old = next((each for each in work.unit_events.all() if each.id == event.id), event)
    work.unit_events.save(event)
    if old.happened_on == event.happened_on:
        return
    eve = date.fromordinal(event.happened_on.toordinal() - 1)
    for unit_id in old.ended:
        unit = replace(work.units.any(unit_id), valid_to=eve)
        unit.check_days()
        work.units.save(unit)
    for unit_id in old.after:
        unit = work.units.any(unit_id)
        if unit.valid_from == old.happened_on:
            begun = replace(unit, valid_from=event.happened_on)
            begun.check_days()
            work.units.save(begun)


def _key(change: PlannedChange) -> tuple[date, str]:
    return change.day, toned(change.after)


def _apply(work: Work, until: date, declined: Collection[tuple[date, str]]) -> tuple[UnitId, ...]:
    """Each day's changes on the tree that the earlier ones have left, until none is open."""
    made: tuple[UnitId, ...] = ()
    while True:
        tree = work.units.tree()
        planned = [each for each in province_map().planned(tree, until) if _key(each) not in declined]
        if not planned:
            return made
        for change in planned:
            if change.day == planned[0].day:
                made += _apply_one(work, tree, change)


def _apply_one(work: Work, tree: UnitTree, change: PlannedChange) -> tuple[UnitId, ...]:
    first = tree.unit(change.before[0])
    kind = UnitKind.PROVINCE if first.kind is UnitKind.PROVINCE else first.kind
    into: Unit | UnitId = change.existing or Unit(
        change.after, parent_id=first.parent_id, kind=kind, position=first.position
    )
    return _happen(work, _Occasion(change.kind, change.day, change.citation), change.before, [into])
