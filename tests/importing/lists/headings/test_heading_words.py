"""Headings are understood by their words, also those that nobody has written before; what is guessed is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import Looks, workbook
from thidua_desktop.domain.lists import ListDraft, ListField
from thidua_desktop.importing.lists import read_list
from thidua_desktop.importing.lists.headings.headings import field_of, likely_field
from thidua_desktop.services.awards import AwardService

_F = ListField
_CATALOGUE = AwardService().catalogue()


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        (
            _F.NAME,
            "Cán bộ, công chức được suy tôn; Nhân sự được đề xuất; Đơn vị/cá nhân được khen",
        ),
        (_F.BIRTH, "N/S; Sinh nhật; Ng.sinh; Ngày, tháng, năm sinh (dd/mm/yyyy)"),
        (_F.ID_NUMBER, "Số C.C.C.D; Số CMQĐ; Mã số định danh; Số thẻ căn cước công dân"),
        (_F.POSITION, "Cương vị; Ch.vụ; Nghề; Trách nhiệm; Chức phẩm; Ngạch/chức vụ; Chức trách được giao"),
        (_F.POSITION_AND_UNIT, "Chức vụ (đơn vị); Cương vị, nơi công tác; Nghề nghiệp và nơi làm việc"),
        (_F.DEPARTMENT, "Kíp/Ca; Quầy/Kho; Bếp, buồng phòng"),
        (_F.UNIT, "Cửa hàng/Trạm; Buôn/thôn; Chi hội/Tổ hội; Nông trường/đội; Cơ quan chủ quản"),
        (_F.AWARD, "Đề nghị công nhận; Phần thưởng; Được tặng; H.thức khen; DHTĐ năm 2025"),
        (_F.CITATION, "Căn cứ đề nghị; Nhận xét; Mô tả thành tích; Tên mô hình/điển hình; Lí do khen"),
        (_F.NOTE, "GC; Ghi chú (nếu có)"),
        (_F.OTHER, "Số tài khoản; Số phiếu; Lý do không xét; Lí do không xét; Danh hiệu đã đạt năm trước"),
        (None, "Trịnh Tiến Đạt; Phòng Tổ chức cán bộ; Chiến sĩ thi đua cơ sở; Bằng khen cấp tỉnh; Công nhân; Tổng"),
    ],
)
def test_a_heading_is_put_together_from_its_words(field: ListField | None, headings: str) -> None:
    asked = headings.split("; ")
    assert {heading: field_of(heading) for heading in asked} == dict.fromkeys(asked, field)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Kho", _F.DEPARTMENT),
        ("Trạm y tế nơi công tác", _F.UNIT),
        ("Chức vụ trong bộ máy thôn", _F.POSITION),
        ("Thành tích tiêu biểu suốt nhiệm kỳ", _F.CITATION),
        ("Abc xyz", None),
    ],
)
def test_some_words_of_a_heading_tell_what_it_probably_means(heading: str, field: ListField | None) -> None:
    assert likely_field(heading) is field


def _read(folder: Path, *rows: tuple[str | None, ...], looks: Looks | None = None) -> ListDraft:
    return read_list(workbook(rows, looks)(folder), _CATALOGUE)


def _told(draft: ListDraft, code: str) -> list[dict[str, object]]:
    return [dict(finding.params) for finding in draft.findings if finding.code == code]


def test_a_column_whose_heading_says_nothing_is_told_by_its_cells_and_said(tmp_path: Path) -> None:
    rows = [("STT", "Họ và tên", "Xyz", "Abc"), ("1", "Nguyễn Văn An", "Trưởng phòng", "CSTĐCS")]
    draft = _read(tmp_path, *rows, ("2", "Trần Thị Bình", "Kế toán", "LĐTT"))
    assert [(row.position, row.award_id) for row in draft.rows] == [
        ("Trưởng phòng", "chien_si_thi_dua_co_so"),
        ("Kế toán", "lao_dong_tien_tien"),
    ]
    assert _told(draft, "list.column_guessed") == [
        {"heading": "Xyz", "field": _F.POSITION},
        {"heading": "Abc", "field": _F.AWARD},
    ]


def test_columns_without_any_heading_are_said(tmp_path: Path) -> None:
    draft = _read(tmp_path, ("Nguyễn Văn An", "Trưởng phòng", "LĐTT"), ("Trần Thị Bình", "Kế toán", "CSTĐCS"))
    assert _told(draft, "list.column_by_content") == [
        {"number": 1, "field": _F.NAME},
        {"number": 2, "field": _F.POSITION},
        {"number": 3, "field": _F.AWARD},
    ]


def test_a_unit_taken_for_a_heading_without_rows_is_said(tmp_path: Path) -> None:
    head = ("STT", "Họ và tên", "Chức vụ", "Danh hiệu")
    persons = (("1", "Nguyễn Văn An", "Trưởng phòng", "LĐTT"), ("2", "Trần Thị Bình", "Kế toán", "LĐTT"))
    draft = _read(tmp_path, head, ("I", "Phòng Nội vụ"), ("II", "Phòng Tài chính"), *persons)
    assert [row.unit for row in draft.rows] == ["Phòng Tài chính"] * 2
    assert _told(draft, "list.group_empty") == [{"text": "I. Phòng Nội vụ"}]


def test_a_row_that_says_not_proposed_is_said(tmp_path: Path) -> None:
    head = ("STT", "Họ và tên", "Chức vụ", "Danh hiệu", "Kết quả")
    rows = (("1", "Nguyễn Văn An", "Kế toán", "LĐTT", "Đạt"), ("2", "Trần Thị Bình", "Kế toán", "LĐTT", "Không đạt"))
    draft = _read(tmp_path, head, *rows)
    assert [row.citation for row in draft.rows] == [None, None]
    assert _told(draft, "list.row_refused") == [{"name": "Trần Thị Bình", "text": "Không đạt"}]
