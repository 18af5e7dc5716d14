"""What the check of a round asks of the tables: letters, lines of the year, bases of quotas, what has changed since."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from thidua_desktop.domain.ids import NominationId, RecipientId, RoundId, SubmissionId, UnitId
from thidua_desktop.domain.judgements import Letter
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.facts import FACT_TABLES
from thidua_desktop.storage.rows import Row
from thidua_desktop.storage.session import Session

_OF_MANY = ("rounds", "submissions")
"""A change to one of these may concern every line: all of them are judged anew."""
_OF_RECIPIENTS = (*FACT_TABLES, "posts", "award_records")


@dataclass(frozen=True, slots=True)
class Moment:
    """The last operation that was seen: its number and its moment, since a restored file counts from an earlier one."""

    entry: int = 0
    at: str = ""


@dataclass(frozen=True, slots=True)
class Touched:
    """What operations have changed; with ``everything`` nothing that was known before holds for sure."""

    everything: bool = False
    nominations: frozenset[NominationId] = frozenset()
    recipients: frozenset[RecipientId] = frozenset()


class JudgingQueries:
    """Reads for the check of a round."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def letters(self, round_id: RoundId) -> Mapping[SubmissionId, Letter]:
        """The letters of the units of a round."""
        found = self._session.rows(
            "SELECT id, unit_id, letter_on, received_on FROM submissions WHERE round_id = ? AND deleted_at IS NULL",
            (round_id,),
        )
        return {SubmissionId(row["id"]): _letter(row) for row in found}

    def rounds_beside(self, round_id: RoundId) -> tuple[RoundId, ...]:
        """The other rounds of the same year."""
        found = self._session.rows(
            "SELECT id FROM rounds WHERE deleted_at IS NULL AND id <> ?"
            " AND year = (SELECT year FROM rounds WHERE id = ?) ORDER BY id",
            (round_id, round_id),
        )
        return tuple(RoundId(row["id"]) for row in found)

    def unit_names(self) -> Mapping[UnitId, str]:
        """The names of all units, also of those that are no more."""
        return {UnitId(row["id"]): row["name"] for row in self._session.rows("SELECT id, name FROM units")}

    def now(self) -> Moment:
        """The last operation."""
        found = self._session.rows("SELECT id, at FROM entries ORDER BY id DESC LIMIT 1")
        return Moment(found[0]["id"], found[0]["at"]) if found else Moment()

    def touched_since(self, moment: Moment) -> Touched:
        """What has changed since a moment."""
        if moment.entry and not self._session.rows("SELECT 1 FROM entries WHERE id = ? AND at = ?", _pair(moment)):
            return Touched(everything=True)
        if self._changed(_OF_MANY, moment):
            return Touched(everything=True)
        lines = self._changed(["nominations"], moment) | self._owners("nomination_id", ["overrides"], moment)
        people = self._changed(["recipients"], moment) | self._owners("recipient_id", _OF_RECIPIENTS, moment)
        return Touched(
            nominations=frozenset(NominationId(one) for one in lines),
            recipients=frozenset(RecipientId(one) for one in people),
        )

    def holders_in_register(self, awards: Collection[str], year: int) -> Mapping[UnitId | None, int]:
        """How many recipients hold one of some awards for a year, by the unit of the record."""
        found = self._session.rows(
            "SELECT unit_id, count(DISTINCT recipient_id) AS held FROM award_records WHERE deleted_at IS NULL"
            " AND state <> 'withdrawn' AND year = ? AND award_id IN (SELECT value FROM json_each(?)) GROUP BY unit_id",
            (year, json.dumps(list(awards))),
        )
        return {None if row["unit_id"] is None else UnitId(row["unit_id"]): row["held"] for row in found}

    def holders_in_figures(self, awards: Collection[str], year: int) -> Mapping[UnitId, int]:
        """How many members hold one of some awards for a year, as units that are collectives themselves have said."""
        wanted = frozenset(awards)
        found = self._session.rows(
            "SELECT units.id, holders FROM member_figures"
            " JOIN recipients ON recipients.id = recipient_id AND recipients.deleted_at IS NULL"
            " JOIN units ON units.id = recipients.unit_id AND units.folded = recipients.folded"
            " WHERE year = ? AND merged_into IS NULL ORDER BY member_figures.id",
            (year,),
        )
        figures: dict[UnitId, int] = {}
        for row in found:
            held = [count for award, count in json.loads(row["holders"]).items() if award in wanted]
            if held:
                figures[UnitId(row["id"])] = sum(held)
        return figures

    def cluster_leaders(self, year: int) -> int:
        """How many collectives were first in their cluster in a year."""
        return int(
            self._session.value(
                "SELECT count(DISTINCT recipient_id) FROM cluster_ranks"
                " JOIN recipients ON recipients.id = recipient_id AND deleted_at IS NULL WHERE rank = 1 AND year = ?",
                (year,),
            )
        )

    def _changed(self, tables: Iterable[str], moment: Moment) -> set[int]:
        """The rows of some tables that were changed since a moment."""
        found = self._session.rows(
            "SELECT DISTINCT row_id FROM entry_rows WHERE entry_id > ?"
            " AND table_name IN (SELECT value FROM json_each(?))",
            (moment.entry, json.dumps(list(tables))),
        )
        return {row["row_id"] for row in found}

    def _owners(self, column: str, tables: Iterable[str], moment: Moment) -> set[int]:
        """Whom the changed rows of some tables belong to; a fact may have gone from one to another."""
        changed = "FROM entry_rows WHERE entry_id > :entry AND table_name IN (SELECT value FROM json_each(:tables))"
        found = self._session.db.conn.execute(
            f"SELECT json_extract(before, '$.{column}') {changed}"
            f" UNION SELECT json_extract(after, '$.{column}') {changed}",
            {"entry": moment.entry, "tables": json.dumps(list(tables))},
        )
        return {owner for (owner,) in found if owner is not None}


def _pair(moment: Moment) -> tuple[int, str]:
    return moment.entry, moment.at


@rows.reading
def _letter(row: Row) -> Letter:
    return Letter(
        submission_id=SubmissionId(row["id"]),
        unit_id=UnitId(row["unit_id"]),
        written_on=rows.day(row["letter_on"]),
        received_on=rows.day(row["received_on"]),
    )
