"""Units: the tree of an office through time, and how lists write their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import SpellingId, UnitId
from thidua_desktop.domain.unit_finding import UnitMatch
from thidua_desktop.domain.unit_tree import UnitBelowItself, UnitNameTaken, UnitNode, UnitTree
from thidua_desktop.domain.units import Unit, UnitDaysReversed, UnitSpelling
from thidua_desktop.services.summaries import brief
from thidua_desktop.services.unit_history import UnitHistory, UnitNameMissing
from thidua_desktop.storage.work import Work

__all__ = [
    "SpellingTaken",
    "UnitBelowItself",
    "UnitDaysReversed",
    "UnitInUse",
    "UnitMatch",
    "UnitNameMissing",
    "UnitNameTaken",
    "UnitNode",
    "UnitParentInTrash",
    "UnitService",
    "UnitTree",
]

_UNIT = frozenset({Kind.UNIT})
_TURNED = frozenset({Kind.UNIT, Kind.RECIPIENT, Kind.AWARD_RECORD, Kind.NOMINATION, Kind.SUBMISSION, Kind.TASK})
_TURNED_TOO = frozenset({Kind.ROUND, Kind.LIST})


class UnitInUse(AppError):
    """Something still points to the unit; ``kinds`` says what."""

    code = "unit.in_use"


class UnitParentInTrash(AppError):
    """A unit cannot leave the trash before its superior."""

    code = "unit.parent_in_trash"


class UnitWithItself(AppError):
    """A unit cannot be made one with itself."""

    code = "unit.with_itself"


class SpellingTaken(AppError):
    """The spelling already means another unit."""

    code = "unit.spelling_taken"


class SpellingMissing(AppError):
    """There is no text to be learned."""

    code = "unit.spelling_missing"


class UnitService(UnitHistory):
    """The units that do the work and send nominations."""

    def all(self) -> tuple[Unit, ...]:
        """All units in alphabetical order, those that have ended too."""
        with self._store.read() as work:
            return work.units.all()

    def names(self) -> tuple[str, ...]:
        """Names for completion, the most used first."""
        with self._store.read() as work:
            return work.queries.unit_names()

    def tree(self) -> UnitTree:
        """All units with what happened to them."""
        with self._store.read() as work:
            return work.units.tree()

    def find(self, text: str, day: date | None = None) -> UnitMatch:
        """The unit that a text means on a day; today if none is given."""
        return self.tree().find(text, day or self._today())

    def save(self, unit: Unit) -> Changes:
        """Keep a unit, a new one when it has no id.

        Raises:
            UnitNameMissing: the name is empty.
            UnitDaysReversed, UnitBelowItself, UnitNameTaken: it cannot stand in the tree so.
        """
        name = _checked_name(unit.name)
        with self._store.write("unit.save", name=brief(name)) as work:
            kept = replace(unit, name=name)
            work.units.tree().check(kept)
            unit_id = work.units.save(kept)
        return Changes("unit.save", _UNIT, (unit_id,) if unit.id is None else ())

    def arrange(self, unit_ids: Sequence[UnitId]) -> Changes:
        """Put units of one superior into the order given: the office's own."""
        with self._store.write("unit.arrange", count=len(unit_ids)) as work:
            for position, unit_id in enumerate(unit_ids, start=1):
                work.units.save(replace(work.units.get(unit_id), position=position))
        return Changes("unit.arrange", _UNIT)

    def spellings(self, unit_id: UnitId) -> tuple[UnitSpelling, ...]:
        """The other ways to write a unit's name that were agreed to."""
        with self._store.read() as work:
            return work.unit_spellings.of_unit(unit_id)

    def learn(self, unit_id: UnitId, spelling: str) -> Changes:
        """Let a spelling mean a unit from now on.

        Raises:
            SpellingMissing: there is no text.
            SpellingTaken: it means another unit, by its name or by another agreement.
        """
        with self._store.write("unit.learn", spelling=brief(spelling)) as work:
            learned = learn(work, unit_id, spelling)
        return Changes("unit.learn", _UNIT, learned)

    def forget(self, spelling_id: SpellingId) -> Changes:
        """Let a spelling mean nothing any more."""
        with self._store.read() as work:
            text = brief(work.unit_spellings.get(spelling_id).text)
        with self._store.write("unit.forget", spelling=text) as work:
            work.unit_spellings.remove(spelling_id)
        return Changes("unit.forget", _UNIT)

    def unify(self, wrong: UnitId, right: UnitId) -> Changes:
        """Make one of a unit that was entered twice: all that points to ``wrong`` goes over to ``right``.

        The wrong name is learned as a spelling of the right one, and its unit goes to the trash. What belongs to a
        closed year stays as it is.

        Raises:
            UnitWithItself: both are the same.
            UnitBelowItself: the right one stands below the wrong one.
            UnitInUse: an event tells of the wrong one; it was a unit of its own.
        """
        if wrong == right:
            raise UnitWithItself
        with self._store.read() as work:
            name, other = (brief(work.units.get(unit_id).name) for unit_id in (wrong, right))
        with self._store.write("unit.unify", name=name, other=other) as work:
            _unify(work, wrong, right)
        return Changes("unit.unify", _TURNED | _TURNED_TOO)

    def uses(self, unit_id: UnitId) -> Mapping[Kind, int]:
        """In how many places of each kind a unit is used; nothing for one that can be deleted."""
        with self._store.read() as work:
            return work.unit_links.uses(unit_id)

    def delete(self, unit_id: UnitId) -> Changes:
        """Move a unit to the trash.

        Raises:
            UnitInUse: something points to it; it can be dissolved, or made one with another.
        """
        with self._store.read() as work:
            name = brief(work.units.get(unit_id).name)
        with self._store.write("unit.delete", name=name) as work:
            used = work.unit_links.uses(unit_id)
            if used:
                raise UnitInUse(name=name, count=sum(used.values()), kinds=tuple(used))
            for spelling in work.unit_spellings.of_unit(unit_id):
                work.unit_spellings.remove(spelling.id or SpellingId(0))
            work.units.trash([unit_id])
        return Changes("unit.delete", _UNIT)

    def restore(self, unit_id: UnitId) -> Changes:
        """Take a unit out of the trash.

        Raises:
            UnitParentInTrash: its superior lies there too.
            UnitNameTaken: another unit has taken its name.
            RecordMissing: it is not in the trash.
        """
        with self._store.read() as work:
            name = brief(work.units.any(unit_id).name)
        with self._store.write("unit.restore", name=name) as work:
            restore(work, unit_id)
        return Changes("unit.restore", _UNIT)


def learn(work: Work, unit_id: UnitId, spelling: str) -> tuple[SpellingId, ...]:
    """Keep a spelling within a running operation; gives its id, nothing where the unit is found by it already.

    Raises:
        SpellingMissing: there is no text.
        SpellingTaken: it means another unit.
    """
    text = squeeze(spelling)
    if not fold(text):
        raise SpellingMissing
    known = work.unit_spellings.spelled(text)
    named = work.units.named(text)
    if known is not None and known.unit_id != unit_id:
        raise SpellingTaken(spelling=brief(text), name=work.units.any(known.unit_id).name)
    if named is not None and named != unit_id and known is None and fold(work.units.get(named).name) == fold(text):
        raise SpellingTaken(spelling=brief(text), name=work.units.get(named).name)
    work.units.get(unit_id)  # not for one in the trash
    if known is not None or named == unit_id:
        return ()
    return (work.unit_spellings.save(UnitSpelling(unit_id, text)),)


def restore(work: Work, unit_id: UnitId) -> None:
    """Take a unit out of the trash within a running operation.

    Raises:
        UnitParentInTrash, UnitNameTaken, RecordMissing: as ``UnitService.restore``.
    """
    unit = work.units.any(unit_id)
    if unit.parent_id is not None and work.units.trashed_at(unit.parent_id) is not None:
        raise UnitParentInTrash(name=work.units.any(unit.parent_id).name)
    work.units.tree().check(unit)
    work.units.restore([unit_id])


def _unify(work: Work, wrong: UnitId, right: UnitId) -> None:
    tree, unit = work.units.tree(), work.units.get(wrong)
    if tree.events_of(wrong):
        raise UnitInUse(name=brief(unit.name), count=len(tree.events_of(wrong)), kinds=(Kind.UNIT,))
    above = work.units.get(right).parent_id
    while above is not None and above in tree.units:
        if above == wrong:
            raise UnitBelowItself(name=tree.name(right), parent=unit.name)
        above = tree.unit(above).parent_id
    work.unit_links.turn(wrong, right)
    work.units.trash([wrong])
    if work.units.named(unit.name) is None:
        learn(work, right, unit.name)


def _checked_name(name: str) -> str:
    kept = squeeze(name)
    if not kept:
        raise UnitNameMissing
    return kept
