"""What happened to units on a day: a new name, a merger, a split, the end of one, another superior.

Each event closes the rows before it on the day before and begins those after it, so that an award keeps the name that
its unit had, and whoever asks finds the way from the old unit to the one of today.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import UnitEventId, UnitId
from thidua_desktop.domain.units import Unit

_DAY = timedelta(days=1)


class UnitEventKind(StrEnum):
    """What can happen to a unit."""

    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    DISSOLVE = "dissolve"
    MOVE = "move"


class UnitEventTooEarly(AppError):
    """The unit did not exist yet on the day before the event."""

    code = "unit.event_too_early"


class UnitEndedBefore(AppError):
    """The unit had ended before the event."""

    code = "unit.ended_before"


class UnitLaterEvent(AppError):
    """A later event of the same unit is known; this one would have to come before it."""

    code = "unit.later_event"


class UnitEventEmpty(AppError):
    """A merger of fewer than two units, or a split into fewer than two."""

    code = "unit.event_empty"


@dataclass(frozen=True, slots=True)
class UnitEvent:
    """An event with the units before and after it; a unit that goes on stands on both sides."""

    kind: UnitEventKind
    happened_on: date
    before: tuple[UnitId, ...]
    after: tuple[UnitId, ...]
    decision: str | None = None
    note: str | None = None
    id: UnitEventId | None = None

    @property
    def ended(self) -> tuple[UnitId, ...]:
        """The units that exist no more after the event."""
        return tuple(unit_id for unit_id in self.before if unit_id not in self.after)


@dataclass(frozen=True, slots=True)
class UnitChange:
    """An event that is about to be kept: rows that end, and what stands after it, known units by number or new rows."""

    kind: UnitEventKind
    happened_on: date
    before: tuple[UnitId, ...]
    ends: tuple[Unit, ...]
    after: tuple[UnitId | Unit, ...]
    later: tuple[UnitEvent, ...] = ()
    """Events known already that happen to the unit after it, and not any more to the one before."""


_ONE_FOR_ONE = (UnitEventKind.RENAME, UnitEventKind.MOVE)


def in_order(events: Iterable[UnitEvent]) -> tuple[UnitEvent, ...]:
    """Events as they happened; those of one day in the order in which they were entered."""
    return tuple(sorted(events, key=lambda event: (event.happened_on, event.id or 0)))


def changed(
    kind: UnitEventKind, day: date, before: Sequence[Unit], after: Sequence[UnitId | Unit], events: Iterable[UnitEvent]
) -> UnitChange:
    """An event, checked against what is known of the units before it.

    Args:
        kind: what happens.
        day: the first day of the new state.
        before: the units as they are kept now.
        after: the units of the new state: numbers of those that go on or exist already, rows of new ones.
        events: all events known.

    Raises:
        UnitEventEmpty: a merger or split that is none.
        UnitEventTooEarly, UnitEndedBefore: one of the units did not exist on the day before, or on the day itself.
        UnitLaterEvent: one of them has ended or been divided by a later event; only another name or superior can be
            put in before what came later.
    """
    fewest = {UnitEventKind.MERGE: (2, 1), UnitEventKind.SPLIT: (1, 2)}.get(kind, (1, 0))
    joined = {unit.id for unit in before} | {each for each in after if isinstance(each, int)}
    if len(joined) < fewest[0] or len(after) < fewest[1]:
        raise UnitEventEmpty(kind=kind)
    known = tuple(events)
    later = later_events(kind, day, before, known)
    for unit in before:
        _check_before(unit, day, () if later else known)
    going_on = {unit_id for unit_id in after if isinstance(unit_id, int)}
    ends = tuple(replace(unit, valid_to=day - _DAY) for unit in before if unit.id not in going_on)
    ids = tuple(unit.id for unit in before if unit.id is not None)
    begun = tuple(
        replace(each, id=None, valid_from=day, valid_to=before[0].valid_to if later else None)
        if isinstance(each, Unit)
        else each
        for each in after
    )
    return UnitChange(kind, day, ids, ends, begun, later)


def later_events(
    kind: UnitEventKind, day: date, before: Sequence[Unit], events: Iterable[UnitEvent]
) -> tuple[UnitEvent, ...]:
    """The later events of a unit that is renamed or moved before them: they happen to what it becomes now.

    Empty where nothing came later, or where something came on the very day or the event is no rename and no move.
    """
    if kind not in _ONE_FOR_ONE or len(before) != 1:
        return ()
    unit_id = before[0].id
    later = tuple(event for event in events if unit_id in event.before and event.happened_on >= day)
    return later if later and all(event.happened_on > day for event in later) else ()


def happening_to(event: UnitEvent, old: UnitId, new: UnitId) -> UnitEvent:
    """The event with one unit in the place of another."""
    before, after = (tuple(new if each == old else each for each in side) for side in (event.before, event.after))
    return replace(event, before=before, after=after)


def _check_before(unit: Unit, day: date, events: Iterable[UnitEvent]) -> None:
    if unit.valid_from is not None and unit.valid_from >= day:
        raise UnitEventTooEarly(name=unit.name, since=unit.valid_from)
    later = [event for event in events if unit.id in event.before and event.happened_on >= day]
    if later:
        raise UnitLaterEvent(name=unit.name, day=min(event.happened_on for event in later))
    if unit.valid_to is not None and unit.valid_to < day:
        raise UnitEndedBefore(name=unit.name, last=unit.valid_to)
