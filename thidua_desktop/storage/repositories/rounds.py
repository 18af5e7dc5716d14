"""Rounds (đợt xét)."""

from __future__ import annotations

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.nominations import Occasion, Round
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import TrashRepository
from thidua_desktop.storage.rows import Row


class RoundRepository(TrashRepository):
    """Table ``rounds``."""

    table = "rounds"
    kind = Kind.ROUND

    def get(self, round_id: RoundId) -> Round:
        """One round.

        Raises:
            RecordMissing: no such round, or in the trash.
        """
        return _round(self._living(round_id))

    def any(self, round_id: RoundId) -> Round:
        """One round, also when it lies in the trash.

        Raises:
            RecordMissing: no such round.
        """
        return _round(self._one(round_id))

    def all(self) -> tuple[Round, ...]:
        """All rounds in the order of years."""
        return tuple(_round(row) for row in self._alive(order="year, id"))

    def of_year(self, year: int) -> tuple[Round, ...]:
        """The rounds of a year, by opening day."""
        return tuple(_round(row) for row in self._alive("year = ?", (year,), order="opens IS NULL, opens, id"))

    def save(self, round_: Round) -> RoundId:
        """Keep a round; gives its id."""
        return RoundId(self._save(round_.id, _row(round_)))


def _row(round_: Round) -> Row:
    return {
        "name": rows.text(round_.name),
        "year": round_.year,
        "occasion": round_.occasion.value,
        "opens": rows.iso(round_.opens),
        "closes": rows.iso(round_.closes),
    }


@rows.reading
def _round(row: Row) -> Round:
    return Round(
        name=row["name"],
        year=row["year"],
        occasion=Occasion(row["occasion"]),
        opens=rows.day(row["opens"]),
        closes=rows.day(row["closes"]),
        id=RoundId(row["id"]),
    )
