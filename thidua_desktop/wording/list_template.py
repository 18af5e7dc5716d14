"""Words of the workbook that units fill in, and the mark by which it is known when it comes back."""

from __future__ import annotations

from thidua_desktop.domain.lists import ListField, ListTarget

_F = ListField

SHEET = "Danh sách"
CHOICES = "Danh mục"
"""The hidden sheet that the drop-down lists point to."""
HELP = "Hướng dẫn"
MARK_SHEET = "_thidua"
MARK = "thidua-desktop-mau-danh-sach"
VERSION = 1
TITLES = {
    ListTarget.NOMINATIONS: "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",
    ListTarget.PEOPLE: "DANH SÁCH CÁ NHÂN, TẬP THỂ",
    ListTarget.AWARD_HISTORY: "DANH SÁCH ĐÃ ĐƯỢC KHEN THƯỞNG",
}
HEADINGS: dict[ListField, str] = {
    _F.ORDINAL: "STT",
    _F.KIND: "Loại đối tượng",
    _F.NAME: "Họ và tên (tên tập thể, hộ gia đình)",
    _F.GENDER: "Giới tính",
    _F.BIRTH: "Ngày sinh",
    _F.ID_NUMBER: "Số CCCD",
    _F.ETHNIC_GROUP: "Dân tộc",
    _F.POSITION: "Chức vụ",
    _F.UNIT: "Đơn vị công tác",
    _F.ADDRESS: "Địa chỉ",
    _F.AWARD: "Danh hiệu, hình thức đề nghị",
    _F.OCCASION: "Loại hình khen thưởng",
    _F.CITATION: "Thành tích",
    _F.AWARD_YEAR: "Năm khen thưởng",
    _F.DECISION: "Số quyết định",
    _F.DECIDED_ON: "Ngày quyết định",
    _F.DECIDED_BY: "Cơ quan quyết định",
    _F.NOTE: "Ghi chú",
}
HISTORY_AWARD = "Danh hiệu, hình thức khen thưởng"
COLUMNS: dict[ListTarget, tuple[ListField, ...]] = {
    ListTarget.NOMINATIONS: (
        *(_F.ORDINAL, _F.KIND, _F.NAME, _F.GENDER, _F.BIRTH, _F.ID_NUMBER, _F.POSITION, _F.UNIT),
        *(_F.AWARD, _F.OCCASION, _F.CITATION, _F.NOTE),
    ),
    ListTarget.PEOPLE: (
        *(_F.ORDINAL, _F.KIND, _F.NAME, _F.GENDER, _F.BIRTH, _F.ID_NUMBER, _F.ETHNIC_GROUP),
        *(_F.POSITION, _F.UNIT, _F.ADDRESS, _F.NOTE),
    ),
    ListTarget.AWARD_HISTORY: (
        *(_F.ORDINAL, _F.KIND, _F.NAME, _F.GENDER, _F.BIRTH, _F.ID_NUMBER, _F.POSITION, _F.UNIT),
        *(_F.AWARD, _F.AWARD_YEAR, _F.DECISION, _F.DECIDED_ON, _F.DECIDED_BY, _F.NOTE),
    ),
}
INSTRUCTIONS = (
    "Mỗi dòng là một cá nhân, một tập thể hoặc một hộ gia đình với một danh hiệu hoặc một hình thức khen thưởng.",
    "Không xóa, không đổi tên, không đổi chỗ các cột; không gộp ô; có thể chèn thêm dòng.",
    "Ô có mũi tên bên phải: bấm để chọn trong danh sách, không gõ tắt.",
    "Loại đối tượng: Cá nhân, Tập thể hoặc Hộ gia đình.",
    "Họ và tên ghi đầy đủ, không thêm Ông, Bà. Tập thể ghi tên đầy đủ, không viết tắt.",
    "Ngày sinh ghi dạng 17/05/1980; chỉ biết năm thì ghi 1980. Tập thể để trống.",
    "Số CCCD đủ 12 chữ số, giữ số 0 ở đầu; cột này đã đặt là chữ, xin giữ nguyên.",
    "Đơn vị công tác chọn trong danh sách; đơn vị chưa có trong danh sách thì gõ tên đầy đủ.",
    "Lưu lại dạng Excel (.xlsx) rồi gửi kèm tờ trình.",
)


def heading(target: ListTarget, field: ListField) -> str:
    """What a column of the template is called."""
    return HISTORY_AWARD if (target, field) == (ListTarget.AWARD_HISTORY, _F.AWARD) else HEADINGS[field]
