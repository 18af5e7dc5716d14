"""The catalogue of awards: titles (danh hiệu thi đua) and forms (hình thức khen thưởng)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from thidua_desktop.common.records import dataclass


class RecipientKind(StrEnum):
    """Whom an award can go to."""

    PERSON = "person"
    COLLECTIVE = "collective"
    HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True)
class Validity:
    """A legal period in which an award exists, with its citations."""

    valid_from: date | None
    valid_to: date | None
    legal_bases: tuple[str, ...] = ()
    certain: bool = True

    def covers(self, day: date) -> bool:
        """Whether ``day`` lies in the period."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Award:
    """One entry of the catalogue; ``rank`` orders entries from the lowest level upwards."""

    id: str
    name: str
    kind: str
    """Machine name of the group: danh_hieu_thi_dua, bang_khen, giay_khen, huan_chuong …"""
    recipients: tuple[RecipientKind, ...]
    level: str
    rank: int
    abbreviation: str | None = None
    periods: tuple[Validity, ...] = ()
    short_name: str | None = None
    """What offices call it where the full name is too long; None where they use that."""

    @property
    def usual(self) -> str:
        """The short name where there is one, else the name."""
        return self.short_name or self.name

    def exists_on(self, day: date) -> bool:
        """Whether the law of ``day`` knows this award."""
        return any(period.covers(day) for period in self.periods)


_CIVIL_TWINS = {
    "chien_si_tien_tien": "lao_dong_tien_tien",
    "don_vi_tien_tien": "tap_the_lao_dong_tien_tien",
    "don_vi_quyet_thang": "tap_the_lao_dong_xuat_sac",
}
"""Titles of the armed forces and those that others get in their place, in every period of the law."""


def civil_twin(award_id: str) -> str:
    """What a civilian gets in place of a title of the armed forces; any other award itself."""
    return _CIVIL_TWINS.get(award_id, award_id)


def available(catalogue: tuple[Award, ...], day: date, recipient: RecipientKind) -> tuple[Award, ...]:
    """The awards that can be proposed for a kind of recipient on a day, lowest first."""
    fitting = (award for award in catalogue if recipient in award.recipients and award.exists_on(day))
    return tuple(sorted(fitting, key=lambda award: (award.rank, award.id)))
