"""Whole small tables as clerks make them: stages of a proposal, ranks in signs, headings that mean something near."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importing.lists.make import Looks, word, workbook
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import LineRole, ListDraft
from thidua_desktop.importing.lists import read_list, read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()


def _read(folder: Path, *rows: tuple[Any, ...]) -> ListDraft:
    return read_list(workbook(rows)(folder), _CATALOGUE)


def _told(draft: ListDraft, code: str) -> list[dict[str, object]]:
    return [dict(finding.params) for finding in draft.findings if finding.code == code]


@pytest.mark.parametrize(
    "headings",
    [
        ("Danh hiệu đăng ký", "Danh hiệu đề nghị"),
        ("Cá nhân tự nhận danh hiệu", "Hội đồng xét danh hiệu"),
        ("Tổ đề nghị danh hiệu", "HĐTĐKT thông qua danh hiệu"),
        ("Đăng ký thi đua đầu năm", "Danh hiệu đề nghị công nhận"),
    ],
)
def test_of_the_stages_of_a_proposal_the_last_counts(tmp_path: Path, headings: tuple[str, str]) -> None:
    rows = ((1, "Lê Văn An", "GV", "CSTĐCS", "LĐTT"), (2, "Hồ Thị Bé", "GV", "LĐTT", "LĐTT"))
    draft = _read(tmp_path, ("TT", "Họ tên", "Chức vụ", *headings), *rows)
    assert [row.award_id for row in draft.rows] == ["lao_dong_tien_tien"] * 2
    assert _told(draft, "list.columns_left") == [{"columns": headings[0]}]


@pytest.mark.parametrize(
    "headings",
    [
        ("Danh hiệu thi đua", "Hình thức khen thưởng"),
        ("Đề nghị danh hiệu", "Đề nghị cấp trên khen thưởng"),
    ],
)
def test_a_title_and_a_praise_are_two_proposals(tmp_path: Path, headings: tuple[str, str]) -> None:
    rows = ((1, "Lê Văn An", "GV", "CSTĐCS", "GK của UBND xã"), (2, "Hồ Thị Bé", "GV", "LĐTT", None))
    draft = _read(tmp_path, ("TT", "Họ tên", "Chức vụ", *headings), *rows)
    assert [row.award_id for row in draft.rows] == ["chien_si_thi_dua_co_so", "giay_khen_xa", "lao_dong_tien_tien"]


@pytest.mark.parametrize(
    ("cell", "name", "honorific"),
    [
        ("3// Nguyễn Văn Mạnh", "Nguyễn Văn Mạnh", "3//"),
        ("H2 Lò Văn Sáu", "Lò Văn Sáu", "H2"),
        ("4/CN Hà Thị Bảy", "Hà Thị Bảy", "4/CN"),
        ("Thiếu tá, Bác sĩ Hà Văn Bảy", "Hà Văn Bảy", "Thiếu tá Bác sĩ"),
        ("Em Vàng A Chống", "Vàng A Chống", "Em"),
        ("Em Hồ", "Em Hồ", None),
    ],
)
def test_titles_and_ranks_go_before_the_name(tmp_path: Path, cell: str, name: str, honorific: str) -> None:
    draft = _read(tmp_path, ("TT", "Cấp bậc, họ và tên", "Chức vụ", "Đề nghị"), (1, cell, "Trợ lý", "CSTT"))
    assert [(row.name, row.honorific) for row in draft.rows] == [(name, honorific)]


def test_posts_of_two_sorts_below_one_heading_are_both_kept(tmp_path: Path) -> None:
    head = (("TT", "Họ và tên", "Chức vụ", None, "Danh hiệu"), (None, None, "Chuyên môn", "Công đoàn", None))
    draft = _read(tmp_path, *head, (1, "Lê Thị Bông", "Trưởng khoa Nhi", "UV BCH CĐCS", "LĐTT"))
    assert draft.rows[0].position == "Trưởng khoa Nhi, UV BCH CĐCS"


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Loại khen thưởng", ("Đột xuất", "Chuyên đề"), "occasion"),
        (
            "Nội dung đề nghị khen",
            ("Có nhiều đóng góp cho phong trào", "Tích cực tham gia hiến đất làm đường"),
            "citation",
        ),
        ("SKKN", ("Nâng cao chất lượng dạy học môn Toán", "Đổi mới sinh hoạt của tổ bộ môn"), "citation"),
    ],
)
def test_a_heading_may_mean_something_near(tmp_path: Path, heading: str, cells: tuple[str, str], field: str) -> None:
    rows = ((1, "Lê Văn An", cells[0], "Giấy khen UBND xã"), (2, "Hồ Thị Bé", cells[1], "Giấy khen UBND xã"))
    draft = _read(tmp_path, ("TT", "Họ tên", heading, "Cấp khen"), *rows)
    assert all(getattr(row, field) is not None for row in draft.rows)


def test_unnumbered_rows_below_a_numbered_unit_belong_to_it(tmp_path: Path) -> None:
    draft = _read(
        tmp_path,
        ("STT", "Đơn vị, cá nhân", "Danh hiệu, hình thức khen thưởng", "Ghi chú"),
        ("1", "Phòng Kinh tế"),
        (None, "Tập thể phòng", "TTLĐTT"),
        (None, "Lê Văn An", "LĐTT", "TP"),
        ("2", "Văn phòng"),
        (None, "Vũ Thị Cúc", "CSTĐCS", "CVP"),
    )
    assert [(row.name, row.unit) for row in draft.rows] == [
        ("Tập thể phòng", "Phòng Kinh tế"),
        ("Lê Văn An", "Phòng Kinh tế"),
        ("Vũ Thị Cúc", "Văn phòng"),
    ]


def test_names_below_a_heading_for_contents_with_groups_between(tmp_path: Path) -> None:
    rows = (("I", "Đảng ủy"), (1, "Lê Văn An", "PBT", "LĐTT"), ("II", "UBND"), (1, "Hồ Văn Bé", "CV", "LĐTT"))
    draft = _read(tmp_path, ("STT", "Nội dung", "Chức vụ", "Danh hiệu"), *rows)
    assert [(row.name, row.unit) for row in draft.rows] == [("Lê Văn An", "Đảng ủy"), ("Hồ Văn Bé", "UBND")]


def test_a_year_below_the_name_is_the_birth(tmp_path: Path) -> None:
    rows = (("STT", "Họ và tên\nNăm sinh", "Chức vụ", "Danh hiệu"), ("1", "Lê Văn An\n1980", "Văn thư", "LĐTT"),
            ("2", "Hồ Thị Bé\n(1985)", "Kế toán", "LĐTT"))  # fmt: skip
    draft = read_list(word(rows)(tmp_path), _CATALOGUE)
    assert [(row.name, row.birth) for row in draft.rows] == [("Lê Văn An", "1980"), ("Hồ Thị Bé", "1985")]


def test_who_gives_stands_before_the_praise_in_a_group(tmp_path: Path) -> None:
    head = ("STT", "Danh sách đề nghị", "Chức vụ", "Thành tích")
    rows = (("A", "Chủ tịch UBND tỉnh tặng Bằng khen"), (1, "Lê Văn An", "Y sĩ"),
            ("B", "Đề nghị Giám đốc Sở khen thưởng, tặng Giấy khen"), (1, "Hồ Thị Bé", "Y sĩ"))  # fmt: skip
    draft = _read(tmp_path, head, *rows)
    assert [row.award_id for row in draft.rows] == ["bang_khen_bo_tinh", "giay_khen_so"]


def test_numbers_below_awards_are_nobody(tmp_path: Path) -> None:
    head = (("STT", "TÊN ĐƠN VỊ", "TẬP THỂ", None, "CÁ NHÂN", None), (None, None, "TTLĐTT", "TTLĐXS", "LĐTT", "CSTĐCS"))
    rows = ((1, "Trường TH A", "x", None, 20, 3), (2, "Trường TH B", None, "x", 15, 2))
    looks = Looks(merges=("C1:D1", "E1:F1", "A1:A2", "B1:B2"))
    draft = read_list(workbook((*head, *rows), looks)(tmp_path), _CATALOGUE)
    assert [(row.name, row.award) for row in draft.rows] == [("Trường TH A", "TTLĐTT"), ("Trường TH B", "TTLĐXS")]


def test_somebody_whose_award_cell_says_no_is_left_out_and_told(tmp_path: Path) -> None:
    draft = _read(
        tmp_path,
        ("TT", "Họ tên", "Chức vụ", "Danh hiệu"),
        (1, "An Văn Lê", "GV", "LĐTT"),
        (2, "Hồ Thị Bé", "GV", "Không"),
    )
    assert [row.name for row in draft.rows] == ["An Văn Lê"]
    assert _told(draft, "list.not_proposed") == [{"name": "Hồ Thị Bé", "text": "Không"}]


def test_short_departments_in_a_column_for_units_are_no_posts(tmp_path: Path) -> None:
    draft = _read(tmp_path, ("TT", "Họ tên", "Đơn vị", "Danh hiệu"), (1, "Lê Văn An", "P. KT", "LĐTT"))
    assert [(row.position, row.unit) for row in draft.rows] == [(None, "P. KT")]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("(Danh sách có 02 đ/c)", LineRole.TOTAL),
        ("Tổng tiền: 1.000.000 đồng", LineRole.TOTAL),
        ("Bằng chữ: Một triệu đồng", LineRole.TOTAL),
        ("Buôn Tría, ngày 1/11/2026", LineRole.FOOTER),
    ],
)
def test_lines_below_the_rows(tmp_path: Path, line: str, role: LineRole) -> None:
    draft = _read(tmp_path, ("TT", "Họ tên", "Chức vụ", "Danh hiệu"), (1, "Lê Văn An", "GV", "LĐTT"), (None, line))
    assert [row.name for row in draft.rows] == ["Lê Văn An"]
    assert draft.accounts[-1].role is role


def test_a_unit_and_its_award_in_a_line_of_a_mail() -> None:
    lines = ("Trường gửi danh sách đề nghị khen thưởng như sau:", "1. Thầy Lê Văn An - Hiệu trưởng: CSTĐCS",
             "2. Cô Hồ Thị Bé - Giáo viên: LĐTT", "3. Tổ Văn phòng: TTLĐTT")  # fmt: skip
    draft = read_list_text("\n".join(lines), _CATALOGUE)
    assert [(row.kind, row.name, row.award_id) for row in draft.rows][-1] == (
        RecipientKind.COLLECTIVE, "Tổ Văn phòng", "tap_the_lao_dong_tien_tien",
    )  # fmt: skip
