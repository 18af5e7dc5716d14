"""Units, found by name without diacritics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_desktop.common.vietnamese import fold, sort_key, squeeze
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.units import Unit, UnitKind
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import TrashRepository
from thidua_desktop.storage.rows import Row

if TYPE_CHECKING:
    from thidua_desktop.domain.unit_tree import UnitTree


class UnitRepository(TrashRepository):
    """Table ``units``."""

    table = "units"
    kind = Kind.UNIT

    def get(self, unit_id: UnitId) -> Unit:
        """One unit.

        Raises:
            RecordMissing: no such unit, or in the trash.
        """
        return _unit(self._living(unit_id))

    def any(self, unit_id: UnitId) -> Unit:
        """One unit, also in the trash.

        Raises:
            RecordMissing: no such unit.
        """
        return _unit(self._one(unit_id))

    def all(self) -> tuple[Unit, ...]:
        """All units in alphabetical order."""
        return tuple(sorted((_unit(row) for row in self._alive()), key=lambda unit: sort_key(unit.name)))

    def tree(self) -> UnitTree:
        """All units with what happened to them and how else their names are written."""
        from thidua_desktop.domain.unit_tree import UnitTree
        from thidua_desktop.storage.repositories.unit_events import SpellingRepository, UnitEventRepository

        events, spellings = UnitEventRepository(self._session).all(), SpellingRepository(self._session).all()
        return UnitTree((_unit(row) for row in self._alive()), events, spellings)

    def save(self, unit: Unit) -> UnitId:
        """Keep a unit; gives its id."""
        return UnitId(self._save(unit.id, _row(unit)))

    def named(self, name: str) -> UnitId | None:
        """The unit of that name or agreed spelling, diacritics and case apart; the one still existing where the name
        was used twice."""
        order = "valid_to IS NOT NULL, valid_to DESC, id"
        found = self._alive("folded = ?", (fold(name),), order=order)
        found = found or self._alive("id IN (SELECT unit_id FROM unit_spellings WHERE folded = ?)", (fold(name),))
        return UnitId(found[0]["id"]) if found else None

    def found_or_made(self, name: str) -> UnitId:
        """The unit of that name, made when there is none yet."""
        return self.named(name) or self.save(Unit(name=squeeze(name)))


def _row(unit: Unit) -> Row:
    return {
        "name": rows.text(unit.name),
        "folded": fold(rows.text(unit.name)),
        "short_name": rows.optional(unit.short_name),
        "parent_id": unit.parent_id,
        "valid_from": rows.iso(unit.valid_from),
        "valid_to": rows.iso(unit.valid_to),
        "kind": None if unit.kind is None else unit.kind.value,
        "position": unit.position,
        "note": rows.optional(unit.note),
    }


@rows.reading
def _unit(row: Row) -> Unit:
    return Unit(
        name=row["name"],
        short_name=row["short_name"],
        parent_id=None if row["parent_id"] is None else UnitId(row["parent_id"]),
        valid_from=rows.day(row["valid_from"]),
        valid_to=rows.day(row["valid_to"]),
        id=UnitId(row["id"]),
        kind=None if row["kind"] is None else UnitKind(row["kind"]),
        position=row["position"],
        note=row["note"],
    )
