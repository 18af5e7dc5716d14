"""The words for lists that units send: fields, lines, rows, repairs. ``labels.of`` finds them."""

from __future__ import annotations

from enum import Enum

from thidua_desktop.domain.list_doctor import RowState, Sureness
from thidua_desktop.domain.lists import LineRole, ListField, ListTarget, RepairKind

_FIELDS: dict[Enum, str] = {
    ListField.ORDINAL: "Số thứ tự",
    ListField.NAME: "Họ tên, tên tập thể",
    ListField.FAMILY_NAME: "Họ và tên đệm",
    ListField.GIVEN_NAME: "Tên",
    ListField.HONORIFIC: "Xưng hô",
    ListField.RANK: "Cấp bậc, học hàm",
    ListField.GENDER: "Giới tính",
    ListField.MALE: "Ngày sinh – nam",
    ListField.FEMALE: "Ngày sinh – nữ",
    ListField.BIRTH: "Ngày sinh",
    ListField.BIRTH_DAY: "Ngày (của ngày sinh)",
    ListField.BIRTH_MONTH: "Tháng (của ngày sinh)",
    ListField.BIRTH_YEAR: "Năm sinh",
    ListField.ID_NUMBER: "Số CCCD",
    ListField.POSITION: "Chức vụ",
    ListField.POSITION_AND_UNIT: "Chức vụ, đơn vị",
    ListField.DEPARTMENT: "Phòng, ban",
    ListField.UNIT: "Đơn vị",
    ListField.KIND: "Cá nhân hay tập thể",
    ListField.AWARD: "Danh hiệu, hình thức",
    ListField.AWARD_CODE: "Mã danh hiệu",
    ListField.AWARD_MARK: "Dấu x ở cột danh hiệu",
    ListField.OCCASION: "Loại hình",
    ListField.CITATION: "Thành tích",
    ListField.NOTE: "Ghi chú",
    ListField.OTHER: "Không dùng",
    ListField.ETHNIC_GROUP: "Dân tộc",
    ListField.ADDRESS: "Địa chỉ",
    ListField.DECISION: "Số quyết định",
    ListField.DECIDED_ON: "Ngày quyết định",
    ListField.DECIDED_BY: "Cơ quan quyết định",
    ListField.AWARD_YEAR: "Năm khen thưởng",
}
_ROLES: dict[Enum, str] = {
    LineRole.TITLE: "Tiêu đề",
    LineRole.HEADING: "Tên cột",
    LineRole.GROUP: "Tên nhóm",
    LineRole.ROW: "Dòng danh sách",
    LineRole.CONTINUATION: "Nối dòng trên",
    LineRole.BLANK: "Dòng trống",
    LineRole.TOTAL: "Dòng cộng",
    LineRole.FOOTER: "Phần cuối",
    LineRole.LEFT_OUT: "Không nhận",
}
_ROWS: dict[Enum, str] = {
    RowState.CLEAN: "Đọc được",
    RowState.REPAIRED: "Đã sửa",
    RowState.DOUBTFUL: "Cần xem lại",
    RowState.FAULTY: "Chưa nhập được",
    RowState.LEFT_OUT: "Không nhập",
}
_TARGETS: dict[Enum, str] = {
    ListTarget.NOMINATIONS: "Đề nghị khen thưởng",
    ListTarget.PEOPLE: "Danh bạ cá nhân, tập thể",
    ListTarget.AWARD_HISTORY: "Khen thưởng các năm trước",
}
_SURENESS: dict[Enum, str] = {
    Sureness.CERTAIN: "Đã có trong danh bạ",
    Sureness.PROBABLE: "Có thể là",
    Sureness.NEW: "Chưa có trong danh bạ",
    Sureness.CHOSEN: "Đã chọn",
}
_REPAIRS: dict[Enum, str] = {
    RepairKind.ENCODING: "Bảng mã cũ",
    RepairKind.UNICODE: "Chữ tổ hợp",
    RepairKind.ID_NUMBER: "Số định danh",
    RepairKind.BIRTH: "Ngày sinh",
    RepairKind.BLANKS: "Khoảng trống thừa",
    RepairKind.DITTO: "Như dòng trên",
    RepairKind.SIGN: "Ký hiệu trong danh sách",
}

OF_KIND: dict[type[Enum], dict[Enum, str]] = {
    ListField: _FIELDS,
    LineRole: _ROLES,
    RowState: _ROWS,
    ListTarget: _TARGETS,
    Sureness: _SURENESS,
    RepairKind: _REPAIRS,
}
