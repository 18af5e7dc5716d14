"""Headings with several asked things, for numbers of staff, for givers, for recipients; rows that are headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import Looks, text, word, workbook
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.lists import ListDraft, ListField
from thidua_desktop.importing.lists import read_list, read_list_text
from thidua_desktop.importing.lists.headings.headings import field_of
from thidua_desktop.services.awards import AwardService

_F = ListField
_CATALOGUE = AwardService().catalogue()


def _read(*lines: str, title: str = "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025") -> ListDraft:
    return read_list_text("\n".join((title, *lines)), _CATALOGUE)


_MEANT: dict[ListField, str] = {
    _F.NAME: """
        Họ và tên, năm sinh, dân tộc | Họ tên, dân tộc, quê quán | Họ và tên / trình độ chuyên môn | Họ tên & số
        điện thoại | Họ và tên, ngày vào Đảng | Ông (bà) họ và tên, dân tộc | Họ và tên; giới tính; dân tộc | Họ,
        tên và quê quán | HỌ VÀ TÊN, SINH NĂM, DÂN TỘC, TÔN GIÁO | Họ và tên + dân tộc | Họ tên - Trình độ | Họ và
        tên (chữ in hoa), dân tộc | Họ và tên cá nhân, tuổi Đảng | Họ và tên, thâm niên công tác | Họ tên, học vị |
        Họ và tên, số CCCD | Họ và tên | Họ tên | HỌ TÊN | Ho va ten | Họ & tên | Họ và tên CBGVNV | Họ và tên người
        được khen | Tên cá nhân, tập thể | Tên tập thể/cá nhân | Tập thể, cá nhân | Tên đơn vị, cá nhân đề nghị |
        Danh sách cá nhân | Họ và tên giáo viên | Họ và tên đoàn viên | Họ tên hội viên | Tên hộ gia đình | Họ tên
        chủ hộ | Chủ hộ | Gia đình | Tên gia đình | Gia đình tiêu biểu | Hộ | Tên hộ | Hộ dân | Các hộ tiêu biểu | Gia
        đình ông (bà) | Tập thể, gia đình, cá nhân | Cá nhân, hộ gia đình | Tập thể/cá nhân/hộ | Gia đình và cá nhân
    """,
    _F.OTHER: """
        Mã NS | Mã NV | Mã số NV | Mã nhân sự | Mã CBCCVC | Mã cán bộ | Mã hồ sơ | MS NV | Mã số thuế | Mã đơn vị |
        Mã BHXH | Mã GV | Mã HS | Mã học sinh | Mã viên chức | Họ tên cha/mẹ | Họ và tên phụ huynh | Họ tên vợ/chồng
        | Dân tộc | Quê quán | Trình độ | Số năm công tác | Số điện thoại | Số quyết định | Ngày ký | Tôn giáo | Xếp
        loại viên chức | Kết quả đánh giá, xếp loại | Số phiếu đồng ý | Tỷ lệ phiếu | Tiền thưởng | Mức thưởng | Đã
        được khen thưởng | Hoàn cảnh gia đình | Danh hiệu đã đạt | Khen thưởng đã có | Hệ số lương | Thâm niên
    """,
    _F.AWARD: """
        Danh hiệu đề nghị | Hình thức khen thưởng | Danh hiệu thi đua đề nghị | Đề nghị khen thưởng | Hình thức đề
        nghị khen | Danh hiệu, hình thức đề nghị năm 2025 | Đề nghị danh hiệu | Danh hiệu TĐ | DHTĐ | HTKT | Hình
        thức KT | Đề nghị năm 2025 | Danh hiệu/hình thức khen thưởng | Mức khen | Đề nghị | Đề nghị xét tặng | Danh
        hiệu | Danh hiệu thi đua năm học 2024-2025 | Khen thưởng | Cấp khen | Loại khen | Đề nghị UBND tỉnh tặng |
        Hình thức khen thưởng đề nghị | Danh hiệu đăng ký | Đăng ký thi đua | Nội dung đề nghị | Đề nghị công nhận |
        Danh hiệu được đề nghị | Kết quả bình xét | Kết quả bình bầu | Thi đua, khen thưởng | Đề xuất khen thưởng
    """,
    _F.POSITION: """
        Chức vụ | Chức danh | Chức vụ, chức danh | Chức vụ (chức danh) | Nhiệm vụ được giao | Vị trí việc làm | C.vụ
        | Nghề nghiệp | Chức vụ/nghề nghiệp | Công việc đang làm | Chức vụ đảng, chính quyền | Môn dạy | CV | Chức
        danh nghề nghiệp | Vị trí công tác | Vai trò | Cương vị | Chức vụ hiện nay | Chức vụ công tác
    """,
    _F.UNIT: """
        Đơn vị | Đơn vị công tác | Cơ quan | Nơi công tác | Cơ quan, đơn vị | Địa chỉ | Trường | Đơn vị công tác
        hiện nay | Địa chỉ/đơn vị | Tên đơn vị công tác | Cơ quan công tác | Nơi ở | Thôn | Xã/phường | ĐVCT | Thuộc
        đơn vị | Nơi làm việc | Đơn vị (phòng, ban) | Chi bộ | Sinh hoạt tại chi bộ | Công ty | Đơn vị được khen
        thưởng
    """,
    _F.DEPARTMENT: """
        Phòng | Khoa/phòng | Tổ | Tổ chuyên môn | Bộ phận | Phòng/ban | Lớp | Phòng ban | Tổ/Khối
    """,
    _F.BIRTH: """
        Năm sinh | Ngày sinh | Ngày, tháng, năm sinh | NTNS | Ngày tháng năm sinh | Sinh năm | Ngày/tháng/năm sinh |
        NS | Sinh ngày | Tháng, năm sinh
    """,
    _F.ID_NUMBER: """
        CCCD | Số CCCD | CMND/CCCD | Số định danh cá nhân | Căn cước công dân | Số căn cước | CMND | Mã định danh |
        CC/CCCD
    """,
    _F.GENDER: """
        Giới tính | Nam/Nữ | Phái | GT
    """,
    _F.CITATION: """
        Thành tích | Tóm tắt thành tích | Lý do khen | Thành tích đạt được | Nội dung khen | Tên sáng kiến | Sáng
        kiến | Thành tích tiêu biểu | Thành tích xuất sắc | Tóm tắt thành tích cá nhân
    """,
    _F.NOTE: """
        Ghi chú | Ghi chú khác | Lưu ý | G.chú | Ý kiến
    """,
    _F.ORDINAL: """
        STT | TT | Số TT | S.T.T | Số thứ tự | No | #
    """,
    _F.KIND: """
        Đối tượng | Loại đối tượng
    """,
    _F.OCCASION: """
        Loại hình khen thưởng | Loại hình
    """,
    _F.POSITION_AND_UNIT: """
        Chức vụ, đơn vị công tác | Chức vụ - đơn vị | Chức vụ và nơi công tác | Chức vụ, địa chỉ | Chức danh, cơ
        quan
    """,
}
"""What headings mean, parted by bars."""
_HEADINGS = [(field, squeeze(one)) for field, every in _MEANT.items() for one in every.split("|")]


@pytest.mark.parametrize(("field", "heading"), _HEADINGS)
def test_what_a_heading_asks(field: ListField, heading: str) -> None:
    assert field_of(heading) is field


@pytest.mark.parametrize(
    "heading",
    [
        "Họ và tên, năm sinh, dân tộc",
        "Họ tên, dân tộc, quê quán",
        "Họ và tên / dân tộc / tôn giáo",
        "Họ và tên; trình độ",
    ],
)
def test_a_heading_with_several_asked_things_heads_names(heading: str, tmp_path: Path) -> None:
    rows = (("TT", heading, "Chức vụ", "Đề nghị"), (1, "Lê Văn An, 1980, Thái", "Trưởng bản", "BK UBND tỉnh"))
    for write in (workbook(rows), word("DANH SÁCH ĐỀ NGHỊ", rows)):
        assert [row.name for row in read_list(write(tmp_path), _CATALOGUE).rows] == ["Lê Văn An"]


@pytest.mark.parametrize("heading", ["Cột tự đặt", "Diễn giải Mẫu", "Người và việc"])
def test_a_row_that_heads_ordinals_is_never_a_nominee(heading: str, tmp_path: Path) -> None:
    rows = (("TT", heading, "Chức vụ"), (1, "Phòng Nội vụ", ""), (2, "Trường Mầm non Mẫu", ""))
    for write in (word("DANH SÁCH TẬP THỂ ĐỀ NGHỊ", rows), workbook(rows)):
        assert not [row for row in read_list(write(tmp_path), _CATALOGUE).rows if heading in row.name]
    lines = ("TT\tHọ và tên\tĐề nghị", "1\tLê Văn An\tLĐTT", f"STT\t{heading}\tSố liệu", "2\tHồ Thị Bé\tLĐTT")
    assert [row.name for row in _read(*lines).rows] == ["Lê Văn An", "Hồ Thị Bé"]


@pytest.mark.parametrize(
    "cells",
    [
        ("Cán bộ, nhân dân bản Mẫu", "Hộ ông Võ Văn Tư", "Hội Nông dân xã", "Ông Lê Văn An"),
        ("Ban Quản lý thôn 3", "Hộ bà Lê Thị Hoa", "Lê Văn An", "Trường Mầm non Hoa Sen"),
        ("Lê Văn An", "Hồ Thị Bé", "Vi Văn Tư", "Hà Thị Bảy"),
        ("Tập thể Chi bộ thôn 2", "Nhân dân thôn Đông", "Bà Hồ Thị Bé", "CLB Dưỡng sinh Mẫu"),
        ("Gia đình ông Lò Văn Sáu", "Gia đình bà Lò Thị Bảy", "Tổ dân phố 5", "Ông Lò Văn Tám"),
    ],
)
@pytest.mark.parametrize("unit", ["Địa chỉ/ đơn vị", "Đơn vị công tác", "Nơi ở"])
def test_recipients_may_stand_below_a_heading_for_kinds(cells: tuple[str, ...], unit: str) -> None:
    head = f"TT\tĐối tượng\tChức vụ/ nghề nghiệp\t{unit}\tHTKT"
    rows = (f"{at}\t{cell}\tNông dân\tbản Thà Giàng\tGiấy khen" for at, cell in enumerate(cells, start=1))
    named = [row.name for row in _read(head, *rows).rows]
    assert len(named) == len(cells)
    assert all(name in cell for name, cell in zip(named, cells, strict=True))


@pytest.mark.parametrize("cells", [("Tập thể", "Cá nhân"), ("Hộ gia đình", "Tập thể"), ("CN", "TT")])
def test_kinds_below_that_heading_stay_kinds(cells: tuple[str, str]) -> None:
    head = "TT\tĐối tượng\tTên\tĐơn vị\tĐề nghị"
    rows = (
        f"1\t{cells[0]}\tTổ dân phố 5\txã Mẫu\tGK xã",
        f"2\t{cells[1]}\tTổ dân phố 6\txã Mẫu\tGK xã",
    )
    assert [row.name for row in _read(head, *rows).rows] == ["Tổ dân phố 5", "Tổ dân phố 6"]


def test_who_gives_the_awards_is_no_unit_of_theirs() -> None:
    head = "TT\tHọ và tên\tĐơn vị\tHình thức\tĐơn vị khen thưởng"
    draft = _read(head, "1\tLê Văn An\tPhòng A\tBằng khen\tUBND tỉnh", "2\tHồ Thị Bé\tPhòng B\tGiấy khen\tUBND xã")
    assert [(row.unit, row.award_id) for row in draft.rows] == [
        ("Phòng A", "bang_khen_bo_tinh"),
        ("Phòng B", "giay_khen_xa"),
    ]


@pytest.mark.parametrize("heading", ["Đơn vị khen", "Đơn vị ra quyết định", "Cơ quan tặng thưởng", "Cấp khen thưởng"])
def test_givers_have_many_headings(heading: str) -> None:
    head = f"TT\tHọ và tên\tĐơn vị\tHình thức khen thưởng\t{heading}"
    draft = _read(head, "1\tLê Văn An\tPhòng A\tBK\tUBND tỉnh", "2\tHồ Thị Bé\tPhòng B\tGK\tUBND xã")
    assert [row.unit for row in draft.rows] == ["Phòng A", "Phòng B"]


def test_units_that_are_praised_stay_the_names() -> None:
    draft = _read("TT\tĐơn vị khen thưởng\tHình thức", "1\tPhòng Nội vụ\tGK UBND xã", "2\tPhòng Y tế\tGK UBND xã")
    assert [row.name for row in draft.rows] == ["Phòng Nội vụ", "Phòng Y tế"]


_ROWS = "TT\tHọ và tên\tChức vụ\n1\tLê Văn An\tGiáo viên\n2\tHồ Thị Bé\tVăn thư"


@pytest.mark.parametrize(
    ("name", "award_id"),
    [
        ("DS Lao dong tien tien nam hoc 2024-2025 MN Hoa Po Lang", "lao_dong_tien_tien"),
        ("LĐTT 2025", "lao_dong_tien_tien"),
        ("DS_de_nghi_CSTDCS_2025", "chien_si_thi_dua_co_so"),
        ("Danh sách Chiến sĩ thi đua cơ sở - Trường A", "chien_si_thi_dua_co_so"),
        ("1.Bang khen UBND tinh-nam 2025", "bang_khen_bo_tinh"),
        ("danh sach khen thuong", None),
        ("Giay khen", None),
        ("TTLDTT nam 2025", None),
    ],
)
def test_the_name_of_a_file_may_tell_the_award(name: str, award_id: str | None, tmp_path: Path) -> None:
    draft = read_list(text(f"DANH SÁCH\n{_ROWS}", f"{name}.txt")(tmp_path), _CATALOGUE)
    assert [row.award_id for row in draft.rows] == [award_id] * 2
    assert ("list.award_of_file_name" in {finding.code for finding in draft.findings}) is (award_id is not None)


def test_an_award_inside_goes_before_the_name_of_the_file(tmp_path: Path) -> None:
    draft = read_list(text(f"DANH SÁCH ĐỀ NGHỊ TẶNG CSTĐCS\n{_ROWS}", "LĐTT.txt")(tmp_path), _CATALOGUE)
    assert [row.award_id for row in draft.rows] == ["chien_si_thi_dua_co_so"] * 2


@pytest.mark.parametrize(
    ("heading", "first", "name", "unit"),
    [
        ("TT|Gia đình|Địa chỉ|Đề nghị", "1|Hộ gia đình bà Vi Thị Thử|Ngõ 2, TDP 7|Giấy khen", None, "Ngõ 2, TDP 7"),
        ("TT|Hộ|Thôn|Đề nghị", "1|Hộ ông Vi Văn Thử|Mẫu|Giấy khen", None, "Mẫu"),
        ("TT|Nhà|Địa chỉ|Đề nghị", "1|Hộ ông Vi Văn Thử|Ngõ 2, TDP 7|Giấy khen", None, "Ngõ 2, TDP 7"),
        ("Số TT|Tập thể, gia đình, cá nhân|Ấp|Đề nghị", "1|Bà Vi Thị Thử (Chi hội trưởng)|Mẫu|Giấy khen",
         "Vi Thị Thử", "Mẫu"),
        ("Số TT|Cá nhân, hộ gia đình|Khu phố|Đề nghị", "1|Gia đình ông Vi Văn Thử, bà Lò Thị Mẫu|Mẫu|Giấy khen", None,
         "Mẫu"),
    ],
)  # fmt: skip
def test_households_stand_below_their_heading_not_below_the_address(
    heading: str, first: str, name: str | None, unit: str
) -> None:
    lines = [heading, first, first.replace("Thử", "Nghiệm").replace("1|", "2|")]
    draft = _read(*(line.replace("|", "\t") for line in lines))
    assert (draft.rows[0].name, draft.rows[0].unit) == (name or first.split("|")[1], unit)
    assert [row.kind.value for row in draft.rows] == ["person" if name else "household"] * 2


def test_an_award_alone_left_of_the_heading_is_a_group(tmp_path: Path) -> None:
    rows = [
        (None, "Họ tên", "Chức vụ", "Đơn vị"),
        ("CHIẾN SĨ THI ĐUA CƠ SỞ",),
        ("1", "Vi Văn Thử", "Trợ lý", "Phòng Tham mưu"),
        ("CHIẾN SĨ TIÊN TIẾN",),
        ("1", "Lò Thị Mẫu", "Trợ lý", "Phòng Chính trị"),
    ]
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    assert [row.award_id for row in draft.rows] == ["chien_si_thi_dua_co_so", "chien_si_tien_tien"]


def test_years_and_words_stand_below_merged_headings(tmp_path: Path) -> None:
    rows = [
        ("STT", "Họ và tên", "Danh hiệu đã được tặng", None, "Đề nghị năm 2025"),
        (None, None, "2023", "2024", "Danh hiệu", "Khen thưởng"),
        ("1", "Vi Văn Thử", "LĐTT", "CSTĐCS", "CSTĐCS", "Bằng khen UBND tỉnh"),
        ("2", "Lò Thị Mẫu", "CSTĐCS", "LĐTT", "LĐTT"),
    ]
    draft = read_list(workbook(rows, Looks(merges=("C1:D1", "E1:F1")))(tmp_path), _CATALOGUE)
    assert [(row.name, row.award_id) for row in draft.rows] == [
        ("Vi Văn Thử", "chien_si_thi_dua_co_so"),
        ("Vi Văn Thử", "bang_khen_bo_tinh"),
        ("Lò Thị Mẫu", "lao_dong_tien_tien"),
    ]


def test_offices_of_statistics_head_their_people() -> None:
    draft = _read(
        *("STT\tHọ và tên\tChức vụ\tDanh hiệu", "Phòng Thống kê Tổng hợp\t\t\t", "1\tVi Văn Thử\tChuyên viên\tLĐTT"),
        *("Thống kê cơ sở Mẫu\t\t\t", "2\tLò Thị Mẫu\tThống kê viên\tLĐTT"),
    )
    assert [row.unit for row in draft.rows] == ["Phòng Thống kê Tổng hợp", "Thống kê cơ sở Mẫu"]
