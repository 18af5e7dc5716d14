"""Which of those who are due an award that is for some sectors alone can have it."""

from __future__ import annotations

from datetime import date

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.eligibility.due import Due
from thidua_desktop.domain.ids import RecipientId, UnitId
from thidua_desktop.domain.judgements import Barred
from thidua_desktop.domain.rulebooks import Rulebook
from thidua_desktop.domain.sectors import belongs
from thidua_desktop.domain.units import Unit
from thidua_desktop.storage.work import Work


class DueSectors:
    """Looks at a recipient's unit and those above it; works inside a reading."""

    def __init__(self, work: Work, book: Rulebook, day: date) -> None:
        self._work, self._book, self._day = work, book, day
        self._tree = work.units.tree()
        self._chains: dict[UnitId, tuple[Unit, ...]] = {}

    def of(self, due: Due) -> tuple[str, ...] | None:
        """The sectors of an award of which nobody knows whether the recipient is of one of them.

        Empty where the award is for everybody or the recipient is of one; None where it surely is of none.
        """
        law = self._book.awards.get(due.award_id)
        wanted = law.sectors if law is not None else None
        if not wanted:
            return ()
        who = self._work.recipients.get(RecipientId(int(due.evidence.key)))
        names = (who.name,) if who.kind is RecipientKind.COLLECTIVE else ()
        units = self._above(who.unit_id)
        found = {belongs(sector, names, units, self._book.vocabulary.sector_words) for sector in wanted}
        if True in found:
            return ()
        return wanted if None in found else None

    def barred(self, award_id: str, count: int) -> Barred:
        """How many of those due are of none of the sectors of an award."""
        law = self._book.awards[award_id]
        return Barred(award_id, law.sectors or (), law.basis, count)

    def _above(self, unit_id: UnitId | None) -> tuple[Unit, ...]:
        """A unit and those above it, from the unit upwards."""
        if unit_id is None or unit_id not in self._tree.units:
            return ()
        if unit_id not in self._chains:
            self._chains[unit_id] = tuple(reversed(self._tree.path(unit_id, self._day)))
        return self._chains[unit_id]
