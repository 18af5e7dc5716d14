"""Units."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store


class UnitNameMissing(AppError):
    """A unit without a name cannot be kept."""

    code = "unit.name_missing"


class UnitService:
    """The units that do the work."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Unit, ...]:
        """All units in alphabetical order."""
        with self._store.read() as work:
            return work.units.all()

    def names(self) -> tuple[str, ...]:
        """Names for completion, the most used first."""
        with self._store.read() as work:
            return work.queries.unit_names()

    def save(self, unit: Unit) -> Changes:
        """Keep a unit, a new one when it has no id.

        Raises:
            UnitNameMissing: the name is empty.
        """
        name = squeeze(unit.name)
        if not name:
            raise UnitNameMissing
        with self._store.write("unit.save", name=brief(name)) as work:
            unit_id = work.units.save(replace(unit, name=name))
        return Changes("unit.save", frozenset({Kind.UNIT}), (unit_id,) if unit.id is None else ())
