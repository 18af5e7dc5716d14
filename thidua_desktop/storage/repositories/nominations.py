"""Nominations: one line each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import NominationId, RecipientId, RoundId, SubmissionId, UnitId
from thidua_desktop.domain.nominations import LineSource, Nomination, NominationState, Occasion
from thidua_desktop.storage import rows
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.repositories.base import TrashRepository
from thidua_desktop.storage.rows import Row

_OF_SOURCE = tuple(field.name for field in fields(LineSource))
_JSON = json.JSONEncoder(ensure_ascii=False)


class NominationRepository(TrashRepository):
    """Table ``nominations``."""

    table = "nominations"
    kind = Kind.NOMINATION

    def get(self, nomination_id: NominationId) -> Nomination:
        """One nomination.

        Raises:
            RecordMissing: no such nomination, or in the trash.
        """
        return _nomination(self._living(nomination_id))

    def living(self, nomination_ids: Iterable[NominationId]) -> tuple[Nomination, ...]:
        """Those of some nominations that are not in the trash, by number."""
        asked = json.dumps(list(nomination_ids))
        return tuple(_nomination(row) for row in self._alive("id IN (SELECT value FROM json_each(?))", (asked,)))

    def among(self, nomination_ids: Iterable[NominationId]) -> tuple[Nomination, ...]:
        """Nominations in the order given, read at once.

        Raises:
            RecordMissing: one of them is not there, or in the trash.
        """
        wanted = tuple(nomination_ids)
        rows_found = self._alive("id IN (SELECT value FROM json_each(?))", (json.dumps(wanted),))
        found = {row["id"]: _nomination(row) for row in rows_found}
        for nomination_id in wanted:
            if nomination_id not in found:
                raise RecordMissing(kind=self.kind, id=nomination_id)
        return tuple(found[nomination_id] for nomination_id in wanted)

    def of_round(self, round_id: RoundId) -> tuple[Nomination, ...]:
        """The nominations of a round in the order of entry."""

        def read() -> tuple[Nomination, ...]:
            return tuple(_nomination(row) for row in self._alive("round_id = ?", (round_id,)))

        return self._session.remembered.of(self._session, (self.table, round_id), read)

    def of_recipient(self, recipient_id: RecipientId) -> tuple[Nomination, ...]:
        """The nominations of a recipient in all rounds, in the order of entry."""
        return tuple(_nomination(row) for row in self._alive("recipient_id = ?", (recipient_id,)))

    def in_states(self, states: Iterable[NominationState]) -> tuple[Nomination, ...]:
        """The nominations of all rounds that are in one of some states, in the order of entry."""
        wanted = json.dumps([state.value for state in states])
        return tuple(_nomination(row) for row in self._alive("state IN (SELECT value FROM json_each(?))", (wanted,)))

    def trashed(self, round_id: RoundId) -> tuple[Nomination, ...]:
        """The nominations of a round that lie in the trash."""
        return tuple(_nomination(row) for row in self._where("round_id = ? AND deleted_at IS NOT NULL", (round_id,)))

    def trashed_with(self, round_id: RoundId, stamp: str) -> tuple[NominationId, ...]:
        """The nominations that went to the trash together with their round."""
        found = self._where("round_id = ? AND deleted_at = ?", (round_id, stamp))
        return tuple(NominationId(row["id"]) for row in found)

    def round_of(self, nomination_id: NominationId) -> RoundId:
        """The round of a nomination, also of one in the trash.

        Raises:
            RecordMissing: no such nomination.
        """
        return RoundId(self._one(nomination_id)["round_id"])

    def rounds_of(self, nomination_ids: Iterable[NominationId]) -> frozenset[RoundId]:
        """The rounds of some nominations, also of those in the trash."""
        found = self._where("id IN (SELECT value FROM json_each(?))", (json.dumps(list(nomination_ids)),))
        return frozenset(RoundId(row["round_id"]) for row in found)

    def save(self, nomination: Nomination) -> NominationId:
        """Keep a nomination; gives its id."""
        return NominationId(self._save(nomination.id, _row(nomination)))

    def save_many(self, nominations: Sequence[Nomination]) -> None:
        """Keep many nominations that are there already, at once.

        Raises:
            RecordMissing: naming the first that is not there any more.
        """
        self._update_many([{**_row(line), "id": line.id} for line in nominations], "deleted_at IS NULL")

    def add_many(self, nominations: Sequence[Nomination]) -> tuple[NominationId, ...]:
        """Keep many new nominations; gives their ids in order."""
        return self.add_made(nominations, len(nominations))

    def add_made(self, nominations: Iterable[Nomination], count: int) -> tuple[NominationId, ...]:
        """The same of so many nominations that are made when their turn comes: they need not all be there together."""
        return tuple(map(NominationId, self._insert_values(_COLUMNS, map(_values, nominations), count)))


_COLUMNS = (
    "round_id", "kind", "name", "folded", "award_id", "honorific", "gender", "birth", "id_number", "position",
    "unit", "occasion", "citation", "state", "state_reason", "note", "recipient_id", "unit_id", "submission_id",
    "asked_award_id", "counted_from", "counted_to", "source",
)  # fmt: skip
"""In the order of ``_values``."""


def _row(nomination: Nomination) -> Row:
    return dict(zip(_COLUMNS, _values(nomination), strict=True))


def _values(nomination: Nomination) -> tuple[Any, ...]:
    return (
        nomination.round_id,
        nomination.kind._value_,
        rows.text(nomination.name),
        fold(rows.text(nomination.name)),
        nomination.award_id,
        rows.optional(nomination.honorific),
        rows.optional(nomination.gender),
        rows.optional(nomination.birth),
        rows.number(nomination.id_number),
        rows.optional(nomination.position),
        rows.optional(nomination.unit),
        nomination.occasion._value_,
        rows.optional(nomination.citation),
        nomination.state._value_,
        rows.optional(nomination.state_reason),
        rows.optional(nomination.note),
        nomination.recipient_id,
        nomination.unit_id,
        nomination.submission_id,
        nomination.asked_award_id,
        nomination.counted_from,
        nomination.counted_to,
        None if nomination.source is None else _source(nomination.source),
    )


def _source(source: LineSource) -> str:
    return f"{_of_sheet(source.file, source.sheet)}{'null' if source.row is None else source.row}}}"


@lru_cache(maxsize=64)
def _of_sheet(file: str, sheet: str | None) -> str:
    """The beginning of the JSON of every line of a sheet: its number is all that is missing."""
    whole = _JSON.encode(dict(zip(_OF_SOURCE, (file, sheet, 0), strict=True)))
    return whole.removesuffix("0}")


@rows.reading
def _nomination(row: Row) -> Nomination:
    return Nomination(
        round_id=RoundId(row["round_id"]),
        kind=RecipientKind(row["kind"]),
        name=row["name"],
        award_id=row["award_id"],
        honorific=row["honorific"],
        gender=row["gender"],
        birth=row["birth"],
        id_number=row["id_number"],
        position=row["position"],
        unit=row["unit"],
        occasion=Occasion(row["occasion"]),
        citation=row["citation"],
        state=NominationState(row["state"]),
        state_reason=row["state_reason"],
        note=row["note"],
        id=NominationId(row["id"]),
        recipient_id=None if row["recipient_id"] is None else RecipientId(row["recipient_id"]),
        unit_id=None if row["unit_id"] is None else UnitId(row["unit_id"]),
        submission_id=None if row["submission_id"] is None else SubmissionId(row["submission_id"]),
        asked_award_id=row["asked_award_id"],
        counted_from=row["counted_from"],
        counted_to=row["counted_to"],
        source=None if row["source"] is None else LineSource(**json.loads(row["source"])),
    )
