"""The register (sổ khen thưởng): every award that was ever given, as its decision has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.evidence import AwardRecord
from thidua_desktop.domain.ids import AwardRecordId, NominationId, RecipientId, UnitId
from thidua_desktop.domain.nominations import Occasion

_FIRST_YEAR, _LAST_YEAR = 1900, 2999


class RecordState(StrEnum):
    """What has become of an award."""

    VALID = "valid"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class RecordYearImpossible(AppError):
    """A year of an award is none, or its years are in the wrong order."""

    code = "award_record.year_impossible"


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """An award that was given; ``name``, ``position`` and ``unit`` stay as they stood in the decision.

    ``year`` is the year commended, the last one where there are several; ``occasion`` None where nobody knows it.
    """

    recipient_id: RecipientId
    award_id: str
    year: int
    name: str
    decided_on: date | None = None
    decision: str | None = None
    decided_by: str | None = None
    occasion: Occasion | None = None
    counted_from: int | None = None
    counted_to: int | None = None
    achievement: str | None = None
    position: str | None = None
    unit: str | None = None
    unit_id: UnitId | None = None
    golden_book: str | None = None
    nomination_id: NominationId | None = None
    state: RecordState = RecordState.VALID
    note: str | None = None
    id: AwardRecordId | None = None

    @property
    def counts(self) -> bool:
        """Whether the award is still held: one that was taken back is evidence of nothing."""
        return self.state is not RecordState.WITHDRAWN

    def record(self) -> AwardRecord:
        """The award as the rules see it."""
        return AwardRecord(
            award_id=self.award_id,
            year=self.year,
            day=self.decided_on,
            decision=self.decision,
            occasion=self.occasion,
            counted_from=self.counted_from,
            counted_to=self.counted_to,
            achievement=self.achievement,
        )

    def check(self) -> None:
        """Refuse years that cannot be.

        Raises:
            RecordYearImpossible: outside 1900 to 2999, or the last year of the achievement before the first.
        """
        for year in (self.year, self.counted_from, self.counted_to):
            if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
                raise RecordYearImpossible(year=str(year))
        if self.counted_from is not None and self.counted_to is not None and self.counted_to < self.counted_from:
            raise RecordYearImpossible(year=f"{self.counted_from} - {self.counted_to}")

    def same_award(self, other: RegisterEntry) -> bool:
        """Whether two entries tell of one award: the same title of the same year by no other decision."""
        if (self.award_id, self.year) != (other.award_id, other.year):
            return False
        known = {entry.decision.casefold() for entry in (self, other) if entry.decision}
        days = {entry.decided_on for entry in (self, other) if entry.decided_on}
        return len(known) < 2 and len(days) < 2
