"""The catalogue of awards, read once from the rulebook that ships with the program."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.paths import resource
from thidua_desktop.domain import awards
from thidua_desktop.domain.awards import Award, RecipientKind, Validity

CATALOGUE = "rulebooks/catalogue.toml"


class AwardUnknown(AppError):
    """No entry of the catalogue has this id."""

    code = "award.unknown"


class _Period(msgspec.Struct, forbid_unknown_fields=True):
    """A legal period (law-facts §0) and whether the award exists in it."""

    name: str
    exists: bool
    legal_bases: tuple[str, ...]
    confidence: Literal["S", "K", "?"]
    valid_from: date | None = None
    valid_to: date | None = None

    def validity(self) -> Validity:
        return Validity(self.valid_from, self.valid_to, self.legal_bases, certain=self.confidence == "S")


class _Award(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    name: str
    kind: str
    recipients: tuple[RecipientKind, ...]
    level: str
    rank: int
    periods: tuple[_Period, ...]
    abbreviation: str | None = None
    short_name: str | None = None

    def award(self) -> Award:
        return Award(
            id=self.id,
            name=self.name,
            kind=self.kind,
            recipients=self.recipients,
            level=self.level,
            rank=self.rank,
            abbreviation=self.abbreviation,
            short_name=self.short_name,
            periods=tuple(period.validity() for period in self.periods if period.exists),
        )


class _File(msgspec.Struct, forbid_unknown_fields=True):
    award: tuple[_Award, ...]


@lru_cache(maxsize=1)
def _catalogue() -> tuple[Award, ...]:
    written = msgspec.toml.decode(resource(CATALOGUE).read_bytes(), type=_File)
    return tuple(entry.award() for entry in written.award)


class AwardService:
    """Titles (danh hiệu) and forms (hình thức) by day and recipient."""

    def catalogue(self) -> tuple[Award, ...]:
        """Every award, also those that the law has abolished, lowest first."""
        return _catalogue()

    def available(self, day: date, kind: RecipientKind) -> tuple[Award, ...]:
        """The awards that can be proposed for a kind of recipient on a day, lowest first."""
        return awards.available(_catalogue(), day, kind)

    def get(self, award_id: str) -> Award:
        """One award.

        Raises:
            AwardUnknown: not in the catalogue.
        """
        for award in _catalogue():
            if award.id == award_id:
                return award
        raise AwardUnknown(award=award_id)
