"""What the clerk decided otherwise than the findings, and the bases of quotas that nobody can count."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.eligibility.verdicts import Override, Verdict
from thidua_desktop.domain.ids import NominationId, OverrideId, QuotaBaseId, RoundId, UnitId
from thidua_desktop.domain.judgements import KeptOverride
from thidua_desktop.domain.quota_boards import QuotaBase
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.rows import Row


class OverrideRepository(Repository):
    """Table ``overrides``."""

    table = "overrides"
    kind = Kind.NOMINATION

    def of(self, nomination_ids: Iterable[NominationId]) -> tuple[KeptOverride, ...]:
        """All that was said about lines, the oldest first."""
        listed = json.dumps(list(nomination_ids))
        found = self._where("nomination_id IN (SELECT value FROM json_each(?))", (listed,))
        return tuple(_override(row) for row in found)

    def of_round(self, round_id: RoundId) -> tuple[KeptOverride, ...]:
        """All that was said about the lines of a round, the oldest first."""
        found = self._where("nomination_id IN (SELECT id FROM nominations WHERE round_id = ?)", (round_id,))
        return tuple(_override(row) for row in found)

    def add_many(self, kept: Iterable[KeptOverride]) -> tuple[OverrideId, ...]:
        """Keep what the clerk decided about lines; gives the ids in order."""
        given = tuple(kept)
        return tuple(OverrideId(new) for new in self._insert_many(map(_row, given), len(given)))

    def remove(self, override_id: OverrideId) -> None:
        """Take a decision back; the journal keeps it."""
        self._remove(override_id)


def _row(kept: KeptOverride) -> Row:
    said = kept.override
    return {
        "nomination_id": kept.nomination_id,
        "award_id": kept.award_id,
        "verdict": said.verdict.value,
        "decided_by": rows.text(said.by),
        "reason": rows.text(said.reason),
        "decided_on": rows.iso(said.day),
    }


class QuotaBaseRepository(Repository):
    """Table ``quota_bases``."""

    table = "quota_bases"
    kind = Kind.ROUND

    def of_round(self, round_id: RoundId) -> tuple[QuotaBase, ...]:
        """The bases that were stated for a round."""
        return tuple(_base(row) for row in self._where("round_id = ?", (round_id,)))

    def say(self, base: QuotaBase) -> None:
        """Keep the amount of a base, in the place of one that was stated before."""
        found = self._same(base)
        row = {"round_id": base.round_id, "unit_id": base.unit_id, "base": rows.text(base.base), "amount": base.amount}
        if found:
            self._update(found[0]["id"], row)
        else:
            self._insert(row)

    def forget(self, base: QuotaBase) -> None:
        """Count the base again instead of taking what was stated."""
        for row in self._same(base):
            self._remove(row["id"])

    def _same(self, base: QuotaBase) -> list[Row]:
        return self._where("round_id = ? AND unit_id IS ? AND base = ?", (base.round_id, base.unit_id, base.base))


@rows.reading
def _override(row: Row) -> KeptOverride:
    return KeptOverride(
        nomination_id=NominationId(row["nomination_id"]),
        award_id=row["award_id"],
        override=Override(
            verdict=Verdict(row["verdict"]),
            by=row["decided_by"],
            reason=row["reason"],
            day=date.fromisoformat(row["decided_on"]),
        ),
        id=OverrideId(row["id"]),
    )


@rows.reading
def _base(row: Row) -> QuotaBase:
    return QuotaBase(
        round_id=RoundId(row["round_id"]),
        base=row["base"],
        amount=row["amount"],
        unit_id=None if row["unit_id"] is None else UnitId(row["unit_id"]),
        id=QuotaBaseId(row["id"]),
    )
