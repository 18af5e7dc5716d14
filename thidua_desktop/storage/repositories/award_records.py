"""The register of awards."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import AwardRecordId, NominationId, RecipientId, UnitId
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.register import RecordState, RegisterEntry
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import TrashRepository
from thidua_desktop.storage.rows import Row

_LATEST = "year DESC, decided_on DESC, id DESC"


@dataclass(frozen=True, slots=True)
class RecordQuery:
    """What is looked for in the register; everything given has to hold. ``units`` are numbers of units."""

    text: str = ""
    """Words of the recipient's name as it is kept now, marks apart, or a part of the decision's number."""
    award_id: str | None = None
    year: int | None = None
    units: frozenset[UnitId] | None = None
    limit: int = 500


class AwardRecordRepository(TrashRepository):
    """Table ``award_records``."""

    table = "award_records"
    kind = Kind.AWARD_RECORD

    def get(self, record_id: AwardRecordId) -> RegisterEntry:
        """One entry.

        Raises:
            RecordMissing: no such entry, or in the trash.
        """
        return _entry(self._living(record_id))

    def any(self, record_id: AwardRecordId) -> RegisterEntry:
        """One entry, also in the trash.

        Raises:
            RecordMissing: no such entry.
        """
        return _entry(self._one(record_id))

    def of_recipient(self, recipient_id: RecipientId) -> tuple[RegisterEntry, ...]:
        """The awards of a recipient, the latest first."""
        return tuple(_entry(row) for row in self._alive("recipient_id = ?", (recipient_id,), order=_LATEST))

    def of_recipients(self, recipient_ids: Iterable[RecipientId]) -> Mapping[RecipientId, tuple[RegisterEntry, ...]]:
        """The awards of several recipients, the latest first; those without any are left out."""
        wanted = json.dumps(list(recipient_ids))
        kept: dict[RecipientId, list[RegisterEntry]] = {}
        for row in self._alive("recipient_id IN (SELECT value FROM json_each(?))", (wanted,), order=_LATEST):
            kept.setdefault(RecipientId(row["recipient_id"]), []).append(_entry(row))
        return {recipient_id: tuple(entries) for recipient_id, entries in kept.items()}

    def among(self, record_ids: Iterable[int]) -> Mapping[int, RegisterEntry]:
        """Those of the entries that are not in the trash, by number."""
        found = self._alive("id IN (SELECT value FROM json_each(?))", (json.dumps(list(record_ids)),))
        return {row["id"]: _entry(row) for row in found}

    def trashed_with(self, recipient_id: RecipientId, stamp: str) -> tuple[AwardRecordId, ...]:
        """The awards that went to the trash together with their recipient."""
        found = self._where("recipient_id = ? AND deleted_at = ?", (recipient_id, stamp))
        return tuple(AwardRecordId(row["id"]) for row in found)

    def found(self, query: RecordQuery) -> tuple[RegisterEntry, ...]:
        """The entries that a query asks for, the latest first."""
        conditions, parameters = ["TRUE"], list[object]()
        words = fold(query.text).split()
        if words:
            named = " AND ".join(["instr(folded, ?) > 0"] * len(words))
            conditions.append(f"(recipient_id IN (SELECT id FROM recipients WHERE {named}) OR instr(decision, ?) > 0)")
            parameters += [*words, query.text.strip()]
        if query.award_id is not None:
            conditions.append("award_id = ?")
            parameters.append(query.award_id)
        if query.year is not None:
            conditions.append("year = ?")
            parameters.append(query.year)
        if query.units is not None:
            conditions.append("unit_id IN (SELECT value FROM json_each(?))")
            parameters.append(json.dumps(sorted(query.units)))
        order = f"{_LATEST} LIMIT {int(query.limit)}"
        return tuple(_entry(row) for row in self._alive(" AND ".join(conditions), parameters, order=order))

    def counts(self) -> Mapping[RecipientId, tuple[int, int]]:
        """For every recipient with awards: how many are still held, and the year of the last one."""
        found = self._session.rows(
            "SELECT recipient_id, count(*) AS awards, max(year) AS last FROM award_records"
            " WHERE deleted_at IS NULL AND state <> 'withdrawn' GROUP BY recipient_id"
        )
        return {RecipientId(row["recipient_id"]): (row["awards"], row["last"]) for row in found}

    def save(self, entry: RegisterEntry) -> AwardRecordId:
        """Keep an entry; gives its id."""
        return AwardRecordId(self._save(entry.id, _row(entry)))

    def add_many(self, entries: Sequence[RegisterEntry]) -> tuple[AwardRecordId, ...]:
        """Keep many new entries; gives their ids in order."""
        return self.add_made(entries, len(entries))

    def add_made(self, entries: Iterable[RegisterEntry], count: int) -> tuple[AwardRecordId, ...]:
        """The same of so many entries that are made when their turn comes: they need not all be in memory together."""
        return tuple(map(AwardRecordId, self._insert_values(_COLUMNS, map(_values, entries), count)))


_COLUMNS = (
    "recipient_id", "award_id", "year", "decided_on", "decision", "decided_by", "occasion", "counted_from",
    "counted_to", "achievement", "name", "position", "unit", "unit_id", "golden_book", "nomination_id", "state",
    "note",
)  # fmt: skip
"""In the order of ``_values``."""


def _row(entry: RegisterEntry) -> Row:
    return dict(zip(_COLUMNS, _values(entry), strict=True))


def _values(entry: RegisterEntry) -> tuple[Any, ...]:
    return (
        entry.recipient_id,
        entry.award_id,
        entry.year,
        rows.iso(entry.decided_on),
        rows.optional(entry.decision),
        rows.optional(entry.decided_by),
        None if entry.occasion is None else entry.occasion._value_,
        entry.counted_from,
        entry.counted_to,
        rows.optional(entry.achievement),
        rows.text(entry.name),
        rows.optional(entry.position),
        rows.optional(entry.unit),
        entry.unit_id,
        rows.optional(entry.golden_book),
        entry.nomination_id,
        entry.state._value_,
        rows.optional(entry.note),
    )


@rows.reading
def _entry(row: Row) -> RegisterEntry:
    return RegisterEntry(
        recipient_id=RecipientId(row["recipient_id"]),
        award_id=row["award_id"],
        year=row["year"],
        name=row["name"],
        decided_on=rows.day(row["decided_on"]),
        decision=row["decision"],
        decided_by=row["decided_by"],
        occasion=None if row["occasion"] is None else Occasion(row["occasion"]),
        counted_from=row["counted_from"],
        counted_to=row["counted_to"],
        achievement=row["achievement"],
        position=row["position"],
        unit=row["unit"],
        unit_id=None if row["unit_id"] is None else UnitId(row["unit_id"]),
        golden_book=row["golden_book"],
        nomination_id=None if row["nomination_id"] is None else NominationId(row["nomination_id"]),
        state=RecordState(row["state"]),
        note=row["note"],
        id=AwardRecordId(row["id"]),
    )
