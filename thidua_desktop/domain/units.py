"""Units (đơn vị): offices, departments and communes that do the work and send nominations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.ids import UnitId


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with the days between which it existed under this name (both inclusive, open when None)."""

    name: str
    short_name: str | None = None
    parent_id: UnitId | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    id: UnitId | None = None


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
