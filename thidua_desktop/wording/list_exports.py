"""Words of the workbooks of a round's lines."""

from __future__ import annotations

from thidua_desktop.domain.list_exports import ExportReport, LineColumn

_C = LineColumn
HEADINGS: dict[LineColumn, str] = {
    _C.ORDINAL: "TT",
    _C.KIND: "Đối tượng",
    _C.NAME: "Họ và tên, tên tập thể",
    _C.GENDER: "Giới tính",
    _C.BIRTH: "Ngày sinh",
    _C.ID_NUMBER: "Số CCCD",
    _C.POSITION: "Chức vụ",
    _C.UNIT: "Đơn vị",
    _C.AWARD: "Danh hiệu, hình thức khen thưởng",
    _C.OCCASION: "Loại hình khen thưởng",
    _C.CITATION: "Thành tích",
    _C.STATE: "Tình trạng",
    _C.REASON: "Lý do",
    _C.NOTE: "Ghi chú",
}
TITLES = {ExportReport.LINES: "Danh sách trích ngang", ExportReport.SUMMARY: "Tổng hợp đề nghị khen thưởng"}
GENDERS = {"male": "Nam", "female": "Nữ"}
NO_UNIT = "(chưa ghi đơn vị)"
SUM = "Cộng"
