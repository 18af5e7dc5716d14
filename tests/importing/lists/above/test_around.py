"""What stands around a table: who sent it, a second list beside it, lines that are nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop.domain.lists import LineRole, ListDraft
from thidua_desktop.importing.lists import read_list, read_list_text
from thidua_desktop.services.awards import AwardService

_HEADING = "STT,Họ và tên,Chức vụ,Danh hiệu"
_AN, _BINH = "1,Nguyễn Văn An,Giáo viên,LĐTT", "1,Trần Thị Bình,Y sĩ,LĐTT"


def _read(folder: Path, *lines: str) -> ListDraft:
    path = folder / "ds.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_list(path, AwardService().catalogue())


def _said(draft: ListDraft, code: str) -> list[dict[str, object]]:
    return [dict(finding.params) for finding in draft.findings if finding.code == code]


@pytest.mark.parametrize(
    ("above", "unit"),
    [
        (("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT MẪU", "DANH SÁCH"), "Trường THPT Mẫu"),
        (("ỦY BAN NHÂN DÂN", "XÃ YÊN KHÊ", "DANH SÁCH"), "Ủy ban nhân dân xã Yên Khê"),
        (("DANH SÁCH", "Đơn vị: Trường THPT Mẫu"), "Trường THPT Mẫu"),
        (("UBND XÃ YÊN KHÊ", "DANH SÁCH", "Đơn vị đề nghị: Trạm Y tế"), "Trạm Y tế"),
        (("UBND TỈNH HỒNG SƠN", "DANH SÁCH"), None),
        (("DANH SÁCH", "TRƯỜNG THPT MẪU"), "Trường THPT Mẫu"),
        (("DANH SÁCH LĐTT", "Năm 2025", "Ban chỉ huy quân sự xã Mẫu"), "Ban chỉ huy quân sự xã Mẫu"),
        (("SỞ XÂY DỰNG", "DANH SÁCH", "TRƯỜNG THPT MẪU"), "Sở Xây dựng"),
        (("DANH SÁCH", "UBND TỈNH HỒNG SƠN"), None),
        (("DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA", "CÔNG TY MẪU"), None),
        (("DANH SÁCH", "Đơn vị tính: người"), None),
        (("Trường THCS Mẫu", "Danh sách đề nghị LĐTT"), "Trường THCS Mẫu"),
        (("Kính gửi:", "Phòng Nội vụ xã Mẫu", "DANH SÁCH"), None),
        (("DANH SÁCH ĐỀ NGHỊ GIẤY KHEN CỦA CÔNG TY MẪU",), None),
    ],
)
def test_a_row_without_a_unit_takes_that_of_the_sender(tmp_path: Path, above: tuple[str, ...], unit: str) -> None:
    draft = _read(tmp_path, *above, _HEADING, _AN)
    assert [row.unit for row in draft.rows] == [unit]
    assert _said(draft, "list.unit_of_sender") == ([{"unit": unit, "count": 1}] if unit else [])


def test_each_of_two_lists_below_each_other_has_its_own_sender(tmp_path: Path) -> None:
    first = ("TRƯỜNG THPT MẪU", "DANH SÁCH", _HEADING, _AN)
    second = ("TRẠM Y TẾ YÊN KHÊ", "DANH SÁCH", _HEADING, _BINH)
    assert [row.unit for row in _read(tmp_path, *first, *second).rows] == ["Trường THPT Mẫu", "Trạm Y tế Yên Khê"]


def test_the_sender_stays_over_a_heading_that_is_repeated(tmp_path: Path) -> None:
    draft = _read(tmp_path, "TRƯỜNG THPT MẪU", "DANH SÁCH", _HEADING, _AN, ",,,Trang 1/2", _HEADING, _BINH)
    assert [row.unit for row in draft.rows] == ["Trường THPT Mẫu", "Trường THPT Mẫu"]


@pytest.mark.parametrize(
    ("above", "unit"),
    [
        (("UBND XÃ YÊN KHÊ", "DANH SÁCH"), "UBND xã Yên Khê"),
        (("UBND XÃ YÊN KHÊ", "XÓM HỒNG SƠN", "DANH SÁCH"), "xóm Hồng Sơn"),
        (("UBND XÃ YÊN KHÊ", "DANH SÁCH HỘ GIA ĐÌNH", "XÓM HỒNG SƠN"), "xóm Hồng Sơn"),
        (("UBND XÃ YÊN KHÊ", "DANH SÁCH HỘ GIA ĐÌNH", "(Tổ dân phố số 3)"), "Tổ dân phố số 3"),
        (("UBND XÃ YÊN KHÊ", "DANH SÁCH HỘ GIA ĐÌNH", "Thôn: Đông Hòa"), "Thôn Đông Hòa"),
        (("DANH SÁCH HỘ GIA ĐÌNH", "Đơn vị: Khu phố 2"), "Khu phố 2"),
        (("UBND TỈNH HỒNG SƠN", "DANH SÁCH"), None),
    ],
)
def test_a_household_belongs_to_the_place_or_the_sender(
    tmp_path: Path, above: tuple[str, ...], unit: str | None
) -> None:
    draft = _read(tmp_path, *above, "STT,Tên chủ hộ,Hình thức", "1,Hộ ông An,Giấy khen UBND xã")
    assert [row.unit for row in draft.rows] == [unit]
    assert _said(draft, "list.unit_of_sender") == ([{"unit": unit, "count": 1}] if unit else [])


_HOMES = (
    "ĐỊA CHỈ",
    "Nơi ở",
    "Nơi cư trú",
    "Hộ khẩu thường trú",
    "Xã/phường",
    "Quê quán",
    "Chỗ ở hiện nay",
    "Thôn",
    "HKTT",
)


@pytest.mark.parametrize("home", _HOMES)
@pytest.mark.parametrize("work", ["ĐƠN VỊ CÔNG TÁC", "Cơ quan", "Nơi làm việc"])
@pytest.mark.parametrize("turned", [False, True])
def test_where_somebody_lives_is_no_part_of_where_he_works(
    tmp_path: Path, home: str, work: str, *, turned: bool
) -> None:
    heads, cells = (home, work), ("xã Khánh Nhạc", "HTX Khánh Nhạc")
    heads, cells = (heads[::-1], cells[::-1]) if turned else (heads, cells)
    above = ",".join(("TT", "Tập thể/cá nhân", "Chức vụ", *heads, "Hình thức"))
    draft = _read(tmp_path, "DANH SÁCH", above, ",".join(("1", "Hà Xuân Tùng", "Giám đốc", *cells, "LĐTT")))
    assert [row.unit for row in draft.rows] == ["HTX Khánh Nhạc"]


def test_an_address_tells_the_unit_where_nothing_else_does(tmp_path: Path) -> None:
    heading = "TT,Tập thể/cá nhân,Chức vụ,Đơn vị công tác,Địa chỉ,Hình thức"
    rows = (
        "1,HTX Khánh Nhạc,,,xã Khánh Nhạc,GK của UBND xã",
        "2,Hà Xuân Tùng,Giám đốc,HTX Khánh Nhạc,xã Khánh Nhạc,LĐTT",
    )
    assert [row.unit for row in _read(tmp_path, "DANH SÁCH", heading, *rows).rows] == [
        "xã Khánh Nhạc",
        "HTX Khánh Nhạc",
    ]


def test_a_list_beside_another_one_is_read_and_each_line_has_one_role(tmp_path: Path) -> None:
    heading = f"{_HEADING},,TT,Tên tập thể,Danh hiệu"
    draft = _read(tmp_path, "DANH SÁCH", heading, f"{_AN},,1,Tổ Toán - Tin,TTLĐTT", ",,,,,2,Tổ Ngữ văn,TTLĐTT")
    assert [row.name for row in draft.rows] == ["Nguyễn Văn An", "Tổ Toán - Tin", "Tổ Ngữ văn"]
    assert [row.award_id for row in draft.rows] == ["lao_dong_tien_tien", *["tap_the_lao_dong_tien_tien"] * 2]
    assert [account.role for account in draft.accounts] == [
        LineRole.TITLE,
        LineRole.HEADING,
        LineRole.ROW,
        LineRole.ROW,
    ]


@pytest.mark.parametrize("cell", ["Nguyễn Văn An; Trần Thị Bình", "Ông Nguyễn Văn An, bà Trần Thị Bình"])
def test_two_persons_in_one_cell_are_two_rows_and_it_is_said(tmp_path: Path, cell: str) -> None:
    draft = _read(tmp_path, _HEADING, f'1,"{cell}",,LĐTT')
    assert [row.name for row in draft.rows] == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert _said(draft, "list.names_parted") == [{"text": cell, "count": 2}]


@pytest.mark.parametrize(
    "lines",
    [
        ("BẢNG CHẤM CÔNG THÁNG 5", "STT,Họ và tên,1,2,3,4,5,6", "1,Nguyễn Văn An,x,x,x,x,,x"),
        ("BẢN KHAI", "Họ và tên:,Nguyễn Văn An", "Ngày sinh:,01/02/1980", "Đơn vị:,Sở Mẫu"),
        (f"{_HEADING},{','.join(f'Cột {at}' for at in range(150))}", f"{_AN},{','.join('9' * 150)}"),
    ],
)
def test_a_heading_that_is_not_understood_is_nobodys_row(tmp_path: Path, lines: tuple[str, ...]) -> None:
    draft = _read(tmp_path, *lines)
    assert not draft.rows
    assert [finding.code for finding in draft.findings] == ["list.no_rows"]


@pytest.mark.parametrize("note", ["(*) Đồng chí nghỉ thai sản", "** Trường hợp mới bổ sung"])
def test_a_footnote_between_rows_is_no_part_of_the_row_above(tmp_path: Path, note: str) -> None:
    draft = _read(tmp_path, _HEADING, _AN, f",{note}", "2,Trần Thị Bình,Y sĩ,LĐTT")
    assert [row.name for row in draft.rows] == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert draft.accounts[2].role is LineRole.FOOTER


def test_sums_of_parts_that_make_up_the_whole_are_no_difference(tmp_path: Path) -> None:
    lines = (
        _HEADING,
        _AN,
        ",Cộng: 1 người",
        "2,Trần Thị Bình,Y sĩ,LĐTT",
        "3,Lê Văn Cường,Y sĩ,CSTĐCS",
        ",Cộng: 2 người",
    )
    assert not _said(_read(tmp_path, *lines), "list.kind_count_differs")


def test_a_unit_between_copied_rows_is_their_heading() -> None:
    lines = ("STT\tHọ và tên\tChức vụ\tDanh hiệu", "\tTrường THCS Tả Van\t\t", "1\tNguyễn Văn An\tGV\tLĐTT",
             "\tTrường Tiểu học Tả Van\t\t", "2\tTrần Thị Bình\tGV\tLĐTT")  # fmt: skip
    draft = read_list_text("\n".join(lines), AwardService().catalogue())
    assert [(row.name, row.unit) for row in draft.rows] == [
        ("Nguyễn Văn An", "Trường THCS Tả Van"),
        ("Trần Thị Bình", "Trường Tiểu học Tả Van"),
    ]


def test_a_title_of_farming_households_makes_households_of_the_names(tmp_path: Path) -> None:
    draft = _read(tmp_path, "DANH SÁCH HỘ NÔNG DÂN SẢN XUẤT GIỎI", "STT,Họ và tên,Địa chỉ", "1,Lò Văn Hải,Bản Mù")
    assert [row.kind for row in draft.rows] == ["household"]


def test_two_columns_for_parts_of_the_sender_are_both_kept(tmp_path: Path) -> None:
    draft = _read(
        tmp_path, "CÔNG AN TỈNH", "DANH SÁCH", "STT,Họ và tên,Đội,Phòng", "1,Nguyễn Văn An,Đội 1,Phòng Tham mưu"
    )
    assert draft.rows[0].unit == "Đội 1, Phòng Tham mưu"


def test_strokes_stand_for_what_is_above(tmp_path: Path) -> None:
    draft = _read(
        tmp_path, "STT,Họ và tên,Đơn vị,Danh hiệu", "1,Nguyễn Văn An,Bưu cục Yên Khê,LĐTT", "2,Lê Thị Bình,//,//"
    )
    assert [(row.unit, row.award) for row in draft.rows] == [("Bưu cục Yên Khê", "LĐTT")] * 2


def test_a_form_and_who_gives_it_are_one_award(tmp_path: Path) -> None:
    draft = _read(
        tmp_path, "STT,Họ và tên,Hình thức,Cấp khen", "1,Nguyễn Văn An,Bằng khen,Chủ tịch UBND tỉnh", ",Tổng: 1 người"
    )
    assert [row.award_id for row in draft.rows] == ["bang_khen_bo_tinh"]


def test_a_sender_that_no_row_needs_is_not_told(tmp_path: Path) -> None:
    lines = ("TRƯỜNG THPT MẪU", "DANH SÁCH", "STT,Họ và tên,Tổ,Danh hiệu", "1,Nguyễn Văn An,Tổ Toán,LĐTT")
    draft = _read(tmp_path, *lines)
    assert draft.rows[0].unit == "Tổ Toán, Trường THPT Mẫu"
    assert not _said(draft, "list.unit_of_sender")


def test_names_below_a_heading_that_may_mean_the_kind(tmp_path: Path) -> None:
    draft = _read(tmp_path, "STT,Đối tượng,Đơn vị,Danh hiệu", "1,Ông Vi Công Thụy - Kế toán trưởng,HTX Mường Lò,LĐTT")
    assert [(row.name, row.unit) for row in draft.rows] == [("Vi Công Thụy", "HTX Mường Lò")]


def test_a_line_of_dashes_above_copied_rows_is_nobody() -> None:
    copied = "-\t-\t-\nÔng Nguyễn Văn An\tPhòng Mẫu\tLĐTT\nBà Trần Thị Bình\tPhòng Mẫu\tLĐTT"
    assert [row.name for row in read_list_text(copied).rows] == ["Nguyễn Văn An", "Trần Thị Bình"]


def test_a_dash_says_as_above_only_where_no_cell_says_what_stands_above_it(tmp_path: Path) -> None:
    heading = "STT,Họ và tên,Đơn vị,Hình thức"
    rows = ("1,Lê Văn An,Khoa A,LĐTT", "2,Vũ Thị Bình,-,-", "3,Lê Văn Cảnh,Khoa B,CSTĐCS", "4,Vũ Văn Dũng,–,-")
    draft = _read(tmp_path, heading, *rows, "5,Khoa A,-,TTLĐTT")
    assert [(row.unit, row.award) for row in draft.rows] == [
        *[("Khoa A", "LĐTT")] * 2,
        *[("Khoa B", "CSTĐCS")] * 2,
        (None, "TTLĐTT"),
    ]
    assert _said(draft, "list.dash_as_above") == [{"heading": "Đơn vị"}, {"heading": "Hình thức"}]
    draft = _read(tmp_path, heading, *rows, "5,Đỗ Văn Giang,Khoa C,CSTĐCS")
    assert [row.award for row in draft.rows] == ["LĐTT", None, "CSTĐCS", None, "CSTĐCS"]


def test_a_list_with_decisions_may_be_one_of_former_awards(tmp_path: Path) -> None:
    draft = _read(tmp_path, "STT,Họ và tên,Danh hiệu,Số QĐ,Ngày QĐ", "1,Lê Văn An,LĐTT,20/QĐ-UBND,15/01/2019")
    assert _said(draft, "list.may_be_former") == [{"columns": "Số QĐ; Ngày QĐ"}]
    draft = _read(tmp_path, "STT,Họ và tên,Danh hiệu,Số QĐ công nhận sáng kiến", "1,Lê Văn An,LĐTT,20/QĐ-UBND")
    assert not _said(draft, "list.may_be_former")
