"""Units (đơn vị): offices, departments and communes that do the work and send nominations."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.ids import SpellingId, UnitId


class UnitKind(StrEnum):
    """What a unit is, as far as it matters for lists and letterheads."""

    PROVINCE = "province"
    COMMUNE = "commune"
    """Xã, phường, đặc khu."""
    DISTRICT = "district"
    """Huyện, quận, thị xã: until the day that the data of the provinces name."""
    DEPARTMENT = "department"
    """Sở, ban, ngành and what stands beside them."""
    DIVISION = "division"
    """Phòng, ban, khoa within a unit."""
    SCHOOL = "school"
    HOSPITAL = "hospital"
    ENTERPRISE = "enterprise"
    ARMED_FORCES = "armed_forces"
    ASSOCIATION = "association"
    """Mặt trận, đoàn thể, hội."""
    OTHER = "other"


class UnitDaysReversed(AppError):
    """A unit would end before it begins."""

    code = "unit.days_reversed"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with the days between which it existed under this name and superior (both inclusive, open when None).

    A new name, or another superior, is a row of its own; a ``UnitEvent`` ties it to the former one.
    """

    name: str
    short_name: str | None = None
    parent_id: UnitId | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    id: UnitId | None = None
    kind: UnitKind | None = None
    position: int | None = None
    """Place among the units of one superior, in the office's own order; None comes last."""
    note: str | None = None

    def exists_on(self, day: date) -> bool:
        """Whether the unit exists under this name on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def overlaps(self, other: Unit) -> bool:
        """Whether there is a day on which both exist."""
        begins = max(self.valid_from or date.min, other.valid_from or date.min)
        return begins <= min(self.valid_to or date.max, other.valid_to or date.max)

    def check_days(self) -> None:
        """Refuse days in the wrong order.

        Raises:
            UnitDaysReversed: the last day comes before the first.
        """
        if self.valid_from is not None and self.valid_to is not None and self.valid_to < self.valid_from:
            raise UnitDaysReversed(name=self.name, first=self.valid_from, last=self.valid_to)


@dataclass(frozen=True, slots=True)
class UnitSpelling:
    """Another way in which lists write the name of a unit, once agreed to by the clerk."""

    unit_id: UnitId
    text: str
    id: SpellingId | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """The office that keeps this file: what its letterhead and signature blocks say (NĐ 30/2020/NĐ-CP, annex I)."""

    name: str = ""
    """tên cơ quan ban hành, for instance "Ban Thi đua - Khen thưởng"."""
    superior: str = ""
    """tên cơ quan chủ quản trực tiếp; empty when there is none."""
    place: str = ""
    """địa danh of the date line."""
    code: str = ""
    """The abbreviation in document numbers, for instance "BTĐKT"."""
    signer_posts: tuple[str, ...] = ()
    """Lines above the signature, for instance ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")."""
    signer_name: str = ""
    compiler_name: str = ""
    """Người lập biểu."""
