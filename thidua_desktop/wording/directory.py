"""What the kinds of units, their changes, and the states of the register are called."""

from __future__ import annotations

from enum import Enum

from thidua_desktop.domain.register import RecordState
from thidua_desktop.domain.unit_events import UnitEventKind
from thidua_desktop.domain.units import UnitKind

# Tables of their own: string enumerations with equal values would take each other's place in one table.
UNIT_KINDS: dict[Enum, str] = {
    UnitKind.PROVINCE: "Tỉnh, thành phố",
    UnitKind.COMMUNE: "Xã, phường, đặc khu",
    UnitKind.DISTRICT: "Huyện, quận, thị xã (đến 30/6/2025)",
    UnitKind.DEPARTMENT: "Sở, ban, ngành",
    UnitKind.DIVISION: "Phòng, ban, khoa",
    UnitKind.SCHOOL: "Trường học",
    UnitKind.HOSPITAL: "Bệnh viện, cơ sở y tế",
    UnitKind.ENTERPRISE: "Doanh nghiệp, hợp tác xã",
    UnitKind.ARMED_FORCES: "Lực lượng vũ trang",
    UnitKind.ASSOCIATION: "Mặt trận, đoàn thể, hội",
    UnitKind.OTHER: "Loại khác",
}
RECORD_STATES: dict[Enum, str] = {
    RecordState.VALID: "Còn hiệu lực",
    RecordState.CORRECTED: "Đã đính chính",
    RecordState.WITHDRAWN: "Đã thu hồi",
}
UNIT_EVENTS: dict[Enum, str] = {
    UnitEventKind.RENAME: "Đổi tên",
    UnitEventKind.MERGE: "Sáp nhập",
    UnitEventKind.SPLIT: "Tách",
    UnitEventKind.DISSOLVE: "Giải thể",
    UnitEventKind.MOVE: "Chuyển cấp trên",
}

OF_KIND: dict[type[Enum], dict[Enum, str]] = {
    UnitKind: UNIT_KINDS,
    RecordState: RECORD_STATES,
    UnitEventKind: UNIT_EVENTS,
}
