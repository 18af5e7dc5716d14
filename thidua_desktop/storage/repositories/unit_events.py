"""What happened to units, and other ways to write their names."""

from __future__ import annotations

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import SpellingId, UnitEventId, UnitId
from thidua_desktop.domain.unit_events import UnitEvent, UnitEventKind
from thidua_desktop.domain.units import UnitSpelling
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.rows import Row


class UnitEventRepository(Repository):
    """Tables ``unit_events`` and ``unit_event_units``."""

    table = "unit_events"
    kind = Kind.UNIT

    def all(self) -> tuple[UnitEvent, ...]:
        """Every event, as it happened."""
        sides: dict[tuple[int, str], list[UnitId]] = {}
        for row in self._session.rows("SELECT * FROM unit_event_units ORDER BY event_id, position"):
            sides.setdefault((row["event_id"], row["side"]), []).append(UnitId(row["unit_id"]))
        found = self._where("TRUE", order="happened_on, id")
        return tuple(_event(row, sides) for row in found)

    def add(self, event: UnitEvent) -> UnitEventId:
        """Keep a new event; gives its id."""
        event_id = UnitEventId(self._insert(_row(event)))
        self._add_units(event_id, event)
        return event_id

    def replace_units(self, event: UnitEvent) -> None:
        """Keep other units before and after an event that is known."""
        assert event.id is not None
        self._session.change("DELETE FROM unit_event_units WHERE event_id = ?", (event.id,))
        self._add_units(event.id, event)

    def save(self, event: UnitEvent) -> None:
        """Keep the day, decision and note of an event that is known.

        Raises:
            RecordMissing: no such event.
        """
        self._update(event.id or 0, _row(event))

    def _add_units(self, event_id: UnitEventId, event: UnitEvent) -> None:
        for side, units in (("before", event.before), ("after", event.after)):
            for position, unit_id in enumerate(units, start=1):
                self._session.change(
                    "INSERT INTO unit_event_units (event_id, side, position, unit_id) VALUES (?, ?, ?, ?)",
                    (event_id, side, position, unit_id),
                )

    def remove(self, event_id: UnitEventId) -> None:
        """Take an event away."""
        self._session.change("DELETE FROM unit_event_units WHERE event_id = ?", (event_id,))
        self._remove(event_id)


class SpellingRepository(Repository):
    """Table ``unit_spellings``: a spelling belongs to one unit."""

    table = "unit_spellings"
    kind = Kind.UNIT

    def get(self, spelling_id: SpellingId) -> UnitSpelling:
        """One spelling.

        Raises:
            RecordMissing: no such spelling.
        """
        return _spelling(self._one(spelling_id))

    def all(self) -> tuple[UnitSpelling, ...]:
        """Every spelling, in the order in which they were agreed to."""
        return tuple(_spelling(row) for row in self._where("TRUE"))

    def of_unit(self, unit_id: UnitId) -> tuple[UnitSpelling, ...]:
        """The spellings of a unit."""
        return tuple(_spelling(row) for row in self._where("unit_id = ?", (unit_id,)))

    def spelled(self, text: str) -> UnitSpelling | None:
        """The spelling that is written so, marks and capitals apart."""
        found = self._where("folded = ?", (fold(text),))
        return _spelling(found[0]) if found else None

    def save(self, spelling: UnitSpelling) -> SpellingId:
        """Keep a spelling, a new one when it has no id; gives its id."""
        written = rows.text(spelling.text)
        row = {"unit_id": spelling.unit_id, "spelling": written, "folded": fold(written)}
        if spelling.id is None:
            return SpellingId(self._insert(row))
        self._update(spelling.id, row)
        return spelling.id

    def remove(self, spelling_id: SpellingId) -> None:
        """Take a spelling away."""
        self._remove(spelling_id)


def _row(event: UnitEvent) -> Row:
    return {
        "kind": event.kind.value,
        "happened_on": rows.iso(event.happened_on),
        "decision": rows.optional(event.decision),
        "note": rows.optional(event.note),
    }


@rows.reading
def _event(row: Row, sides: dict[tuple[int, str], list[UnitId]]) -> UnitEvent:
    happened_on = rows.day(row["happened_on"])
    if happened_on is None:
        raise ValueError(row["id"])
    return UnitEvent(
        kind=UnitEventKind(row["kind"]),
        happened_on=happened_on,
        before=tuple(sides.get((row["id"], "before"), ())),
        after=tuple(sides.get((row["id"], "after"), ())),
        decision=row["decision"],
        note=row["note"],
        id=UnitEventId(row["id"]),
    )


@rows.reading
def _spelling(row: Row) -> UnitSpelling:
    return UnitSpelling(UnitId(row["unit_id"]), row["spelling"], SpellingId(row["id"]))
