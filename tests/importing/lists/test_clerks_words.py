"""Wordings of ordinary clerks for columns, sums, groups and boards that are easily taken for something else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importing.lists.make import workbook
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import LineRole, ListDraft
from thidua_desktop.importing.lists import read_list
from thidua_desktop.importing.lists.meanings.vocabulary import is_total, sort_of
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()


def _read(folder: Path, *rows: tuple[Any, ...]) -> ListDraft:
    return read_list(workbook(rows)(folder), _CATALOGUE)


def _told(draft: ListDraft, code: str) -> list[dict[str, object]]:
    return [dict(finding.params) for finding in draft.findings if finding.code == code]


@pytest.mark.parametrize(
    ("post", "duty"),
    [
        ("Chức vụ", "Nhiệm vụ được giao"),
        ("Chức danh", "Phân công chuyên môn"),
        ("Cương vị", "Công việc đảm nhận"),
        ("CHỨC VỤ", "Môn dạy, lớp dạy"),
        ("Chức vụ, chức danh", "Kiêm nhiệm"),
        ("C.vụ", "Vai trò trong phong trào"),
    ],
)
def test_what_somebody_has_to_do_is_no_second_post(tmp_path: Path, post: str, duty: str) -> None:
    draft = _read(
        tmp_path,
        ("STT", "Họ và tên", post, duty, "Danh hiệu"),
        (1, "Nguyễn Văn An", "Giáo viên", "Dạy Toán 8A", "LĐTT"),
    )
    assert draft.rows[0].position == "Giáo viên"
    assert _told(draft, "list.columns_left") == [{"columns": duty}]


def test_a_duty_alone_is_the_post(tmp_path: Path) -> None:
    draft = _read(tmp_path, ("STT", "Họ và tên", "Nhiệm vụ", "Danh hiệu"), (1, "Nguyễn Văn An", "Văn thư", "LĐTT"))
    assert draft.rows[0].position == "Văn thư"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Kết quả phiếu bầu", ("25/25", "23/25")),
        ("Kết quả bình xét", ("20/21 phiếu", "19/21 phiếu")),
        ("Kết quả bỏ phiếu kín", ("100%", "95,2%")),
        ("Số phiếu đồng ý", ("15", "14")),
        ("Kết quả lấy phiếu tín nhiệm", ("15/15 (100%)", "14/15 (93%)")),
        ("Kết quả", ("18/20 phiếu (90%)", "20/20 phiếu (100%)")),
        ("Tán thành", ("11/11", "9/11")),
    ],
)
def test_votes_are_no_reason_and_no_award(tmp_path: Path, heading: str, cells: tuple[str, str]) -> None:
    rows = (("1", "Nguyễn Văn An", "Y sĩ", cells[0]), ("2", "Trần Thị Bình", "Y tá", cells[1]))
    draft = _read(tmp_path, ("DANH SÁCH ĐỀ NGHỊ LĐTT",), ("STT", "Họ và tên", "Chức vụ", heading), *rows)
    assert [(row.citation, row.award_id) for row in draft.rows] == [(None, "lao_dong_tien_tien")] * 2
    assert _told(draft, "list.columns_left") == [{"columns": heading}]


@pytest.mark.parametrize("heading", ["Giải đạt được", "Giải", "Huy chương", "Giải/Huy chương", "Đạt giải", "Xếp giải"])
def test_a_prize_is_the_reason(tmp_path: Path, heading: str) -> None:
    rows = (("1", "Lê Văn An", "9A", "Giải Nhì cấp tỉnh", "GK của GĐ Sở"),)
    draft = _read(tmp_path, ("STT", "Họ tên học sinh", "Lớp", heading, "Hình thức khen"), *rows)
    assert [(row.citation, row.award_id) for row in draft.rows] == [("Giải Nhì cấp tỉnh", "giay_khen_so")]


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("Buôn, thôn", "Xã"),
        ("Thôn/TDP", "Xã, phường"),
        ("Tổ dân phố", "Phường"),
        ("Chi hội", "Cơ sở hội (xã)"),
        ("Phân xưởng", "Nhà máy"),
        ("Khóm, ấp", "Xã - phường"),
        ("Trường", "Huyện"),
    ],
)
@pytest.mark.parametrize("turned", [False, True], ids=["inner-first", "outer-first"])
def test_the_smaller_place_stands_first(tmp_path: Path, inner: str, outer: str, *, turned: bool) -> None:
    heads, cells = [inner, outer], ["Nhỏ", "Lớn"]
    heads, cells = (heads[::-1], cells[::-1]) if turned else (heads, cells)
    draft = _read(tmp_path, ("STT", "Họ và tên", *heads, "Danh hiệu"), (1, "Nguyễn Văn An", *cells, "LĐTT"))
    assert draft.rows[0].unit == "Nhỏ, Lớn"


@pytest.mark.parametrize(
    ("cell", "position", "unit"),
    [
        ("Bà Lê Thị An, Ủy viên Ban Thường vụ, Hội Nông dân xã Mẫu", "Ủy viên Ban Thường vụ", "Hội Nông dân xã Mẫu"),
        ("Ông Lê Văn An - UV BCH - Hội CCB xã Mẫu", "UV BCH", "Hội CCB xã Mẫu"),
        (
            "Bà Lê Thị An, Thành viên Ban Kiểm tra, Công đoàn ngành Y tế",
            "Thành viên Ban Kiểm tra",
            "Công đoàn ngành Y tế",
        ),
        ("Ông Lê Văn An, Trưởng Ban Kiểm soát, HTX Mẫu", "Trưởng Ban Kiểm soát", "HTX Mẫu"),
        ("Ông Lê Văn An, Ủy viên Ban Thường vụ Hội Nông dân xã Mẫu", "Ủy viên Ban Thường vụ", "Hội Nông dân xã Mẫu"),
        ("Ông Lê Văn An, Chủ tịch Hội đồng quản trị, Công ty Mẫu", "Chủ tịch Hội đồng quản trị", "Công ty Mẫu"),
    ],
)
def test_a_board_belongs_to_the_post(tmp_path: Path, cell: str, position: str, unit: str) -> None:
    draft = _read(tmp_path, ("STT", "Tập thể, cá nhân", "Hình thức khen"), (1, cell, "BK của Chủ tịch UBND tỉnh"))
    said = (draft.rows[0].position, draft.rows[0].unit)
    assert said in ((position, unit), (f"{position.removesuffix(' Ban Thường vụ')}", f"Ban Thường vụ {unit}"))


@pytest.mark.parametrize(
    "line",
    [
        "Cộng Xí nghiệp Nước thô: 05 người",
        "Cộng Phòng Kế toán",
        "Tổng số Khoa Nội: 5",
        "Cộng mục I",
        "Cộng (I + II)",
        "Tổng cộng Khối Đảng",
        "Cộng danh hiệu LĐTT: 15",
        "Tổng Phòng Nội vụ (3)",
        "Cộng chi bộ 3: 04 đ/c",
        "Cộng: 3 tập thể, 5 cá nhân",
    ],
)
def test_the_sum_of_a_unit_is_no_row(tmp_path: Path, line: str) -> None:
    head = ("STT", "Họ và tên", "Chức vụ", "Danh hiệu")
    draft = _read(
        tmp_path, head, (1, "Bùi Thùy Ngân", "Kế toán", "LĐTT"), (None, line), head, (2, "Lê Văn An", "Thủ quỹ", "LĐTT")
    )
    assert [row.name for row in draft.rows] == ["Bùi Thùy Ngân", "Lê Văn An"]
    assert draft.accounts[2].role is LineRole.TOTAL


@pytest.mark.parametrize(
    "name",
    ["Tổng công ty Điện lực 1", "Tổng cục Thuế", "Tổng Giám đốc Công ty 36", "Cộng tác viên dân số 3", "Công ty 20"],
)
def test_some_names_begin_like_sums(name: str) -> None:
    assert not is_total(name)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("DOANH NGHIỆP", RecipientKind.COLLECTIVE),
        ("Các doanh nghiệp, hợp tác xã tiêu biểu", RecipientKind.COLLECTIVE),
        ("Đơn vị (05)", RecipientKind.COLLECTIVE),
        ("DOANH NHÂN", RecipientKind.PERSON),
        ("Giáo viên, nhân viên", RecipientKind.PERSON),
        ("Học sinh: 12", RecipientKind.PERSON),
        ("Hộ sản xuất kinh doanh giỏi", RecipientKind.HOUSEHOLD),
        ("Doanh nghiệp Thành Công", None),
        ("Trường THPT Mẫu", None),
    ],
)
def test_a_sort_of_recipients_is_no_unit(heading: str, kind: RecipientKind | None) -> None:
    assert sort_of(heading) is kind


def test_firms_and_their_heads_below_each_other(tmp_path: Path) -> None:
    draft = _read(
        tmp_path,
        ("SỞ CÔNG THƯƠNG",),
        ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",),
        ("STT", "Tên doanh nghiệp / doanh nhân", "Chức danh", "Địa chỉ trụ sở", "Hình thức đề nghị"),
        ("A", "DOANH NGHIỆP"),
        (1, "Công ty TNHH May Mẫu", None, "Phường Tân Mẫu", "Bằng khen UBND tỉnh"),
        ("B", "DOANH NHÂN"),
        (1, "Bà Lâm Thị Thảo", "Giám đốc Công ty TNHH May Mẫu", "KCN Mẫu", "Bằng khen UBND tỉnh"),
    )
    assert [(row.kind, row.unit) for row in draft.rows] == [
        (RecipientKind.COLLECTIVE, "Phường Tân Mẫu"),
        (RecipientKind.PERSON, "Công ty TNHH May Mẫu"),  # the post says it, the address does not
    ]


@pytest.mark.parametrize(
    "below",
    ["Đơn vị trình: Liên đoàn Lao động tỉnh", "Cơ quan đề nghị: Sở Mẫu", "Nơi gửi: Phòng Nội vụ", "Tháng 11: đợt 2"],
)
def test_a_line_with_a_label_is_no_part_of_the_title(tmp_path: Path, below: str) -> None:
    title = "TỔNG HỢP CÁ NHÂN ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH"
    draft = _read(tmp_path, (title,), (below,), ("STT", "Họ và tên", "Chức vụ"), (1, "Nguyễn Văn An", "Y sĩ"))
    assert draft.title == title
    assert draft.rows[0].award == "BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH"


@pytest.mark.parametrize(
    ("cell", "award", "award_id"),
    [
        ("Giấy khen của\nGiám đốc Sở", "Giấy khen của Giám đốc Sở", "giay_khen_so"),
        ("Bằng khen\nChủ tịch UBND tỉnh", "Bằng khen Chủ tịch UBND tỉnh", "bang_khen_bo_tinh"),
        ("GK\nGiám đốc Công ty", "GK Giám đốc Công ty", "giay_khen_doanh_nghiep"),
        ("Đề nghị tặng Giấy khen\nChủ tịch UBND xã", "Đề nghị tặng Giấy khen Chủ tịch UBND xã", "giay_khen_xa"),
    ],
)
def test_an_award_over_two_lines_is_one(tmp_path: Path, cell: str, award: str, award_id: str) -> None:
    draft = _read(tmp_path, ("STT", "Họ và tên", "Chức vụ", "Hình thức"), (1, "Nguyễn Văn An", "Y sĩ", cell))
    assert [(row.award, row.award_id) for row in draft.rows] == [(award, award_id)]


def test_two_awards_over_two_lines_stay_two(tmp_path: Path) -> None:
    cell = "LĐTT\nChiến sĩ thi đua cơ sở"
    draft = _read(tmp_path, ("STT", "Họ và tên", "Chức vụ", "Danh hiệu"), (1, "Nguyễn Văn An", "Y sĩ", cell))
    assert [row.award_id for row in draft.rows] == ["lao_dong_tien_tien", "chien_si_thi_dua_co_so"]


def test_an_occasion_that_the_law_does_not_have_is_told(tmp_path: Path) -> None:
    head = ("STT", "Họ và tên", "Loại hình", "Danh hiệu")
    rows = ((1, "Nguyễn Văn An", "Danh hiệu hằng năm", "LĐTT"), (2, "Lê Thị Bình", "Đột xuất", "Bằng khen UBND tỉnh"))
    draft = _read(tmp_path, head, *rows)
    assert [row.occasion for row in draft.rows] == [None, "sudden"]
    assert _told(draft, "list.occasion_unknown") == [{"text": "Danh hiệu hằng năm", "count": 1}]


@pytest.mark.parametrize("title", ['GIẤY KHEN "GIA ĐÌNH VĂN HÓA" TIÊU BIỂU', "GIẤY KHEN LAO ĐỘNG TIÊN TIẾN XUẤT SẮC"])
def test_a_paper_of_praise_is_not_the_title_that_it_speaks_of(tmp_path: Path, title: str) -> None:
    draft = _read(tmp_path, (f"DANH SÁCH ĐỀ NGHỊ TẶNG {title}",), ("STT", "Họ và tên chủ hộ"), (1, "Hộ bà Lê Thị An"))
    assert [row.award_id for row in draft.rows] == [None]
