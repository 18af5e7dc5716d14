"""What the office knows beside a list: its units, its recipients, the lines and records that are there already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.ids import RecipientId, RoundId, UnitId
from thidua_desktop.domain.list_doctor import RecipientMatch, Sureness, UnitMatch
from thidua_desktop.domain.lists import ListRow
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.storage.work import Work


class Known:
    """A picture of the store while a list lies before the clerk; taken once, asked for every row."""

    def __init__(self, work: Work, *, day: date, round_id: RoundId | None, awards: Mapping[str, str]) -> None:
        self._day = day
        self._awards = awards
        self._tree = UnitTree(work.units.all())
        self._units: dict[str, UnitMatch] = {}
        lines = work.nominations.of_round(round_id) if round_id is not None else ()
        self._lines = frozenset((line.kind, fold(line.name), fold(line.unit or ""), line.award_id) for line in lines)

    def unit(self, text: str) -> UnitMatch:
        """The unit that a text means today."""
        key = squeeze(text)
        if key not in self._units:
            found = self._tree.find(key, self._day)
            proposals = tuple((each.unit_id, self._tree.name(each.unit_id)) for each in found.proposals)
            if found.unit_id is not None:
                name = self._tree.name(found.unit_id)
                self._units[key] = UnitMatch(Sureness.CERTAIN, found.unit_id, name, proposals)
            else:
                self._units[key] = UnitMatch(Sureness.PROBABLE if proposals else Sureness.NEW, proposals=proposals)
        return self._units[key]

    def unit_name(self, unit_id: UnitId) -> str:
        """What a unit is called."""
        return self._tree.name(unit_id)

    def award_name(self, award_id: str | None) -> str | None:
        """What an entry of the catalogue is called."""
        return self._awards.get(award_id) if award_id is not None else None

    def recipient(self, row: ListRow, unit_id: UnitId | None) -> RecipientMatch:  # noqa: ARG002 - next step
        """Whose record a row belongs to."""
        return RecipientMatch()

    def in_round(self, row: ListRow) -> bool:
        """Whether the round has the same line already."""
        return (row.kind, fold(row.name), fold(row.unit or ""), row.award_id) in self._lines

    def has_record(self, recipient_id: RecipientId, award_id: str | None, year: int | None) -> bool:  # noqa: ARG002
        """Whether the register has the award already."""
        return False
