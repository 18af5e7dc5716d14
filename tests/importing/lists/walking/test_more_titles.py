"""Titles of further lists inside a sheet or a paper: nobody by themselves, and the award of the rows below them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importing.lists.make import word, workbook
from thidua_desktop.importing.lists import read_list
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_HEADING = ("STT", "Họ và tên", "Chức vụ", "Đơn vị")
_TITLE = "1. DANH SÁCH CÁN BỘ, GIÁO VIÊN ĐẠT CHIẾN SĨ THI ĐUA CƠ SỞ"
_FIRST = ((1, "Nguyễn Văn An", "Giáo viên", "Tổ Toán"), (2, "Lê Thị Bình", "Giáo viên", "Tổ Văn"))
_SECOND = ((1, "Hồ Ngọc Mai", "Giáo viên", "Tổ Hóa"), (2, "Danh Sách", "Nhân viên", "Tổ Văn phòng"))
_NAMES = ["Nguyễn Văn An", "Lê Thị Bình", "Hồ Ngọc Mai", "Danh Sách"]
_AWARDS = ["chien_si_thi_dua_co_so"] * 2 + ["lao_dong_tien_tien"] * 2
_TITLES = (
    '2. DANH SÁCH CÁN BỘ, GIÁO VIÊN ĐẠT DANH HIỆU "LAO ĐỘNG TIÊN TIẾN"',
    "3/ Danh sách công chức, viên chức đạt Lao động tiên tiến",
    "(2) DANH SÁCH THẦY, CÔ ĐẠT LĐTT",
    "II. DANH SÁCH CÁN BỘ, NHÂN VIÊN ĐẠT LĐTT",
    "Danh sách cán bộ, giáo viên được công nhận Lao động tiên tiến",
    "Phần II: DANH SÁCH THẦY, CÔ ĐẠT LĐTT",
    "B. BẢNG TỔNG HỢP CÁN BỘ, GIÁO VIÊN ĐẠT LAO ĐỘNG TIÊN TIẾN",
    "DANH SÁCH 2: CÁN BỘ, GIÁO VIÊN ĐẠT LĐTT",
)


@pytest.mark.parametrize("title", _TITLES)
@pytest.mark.parametrize("headed", [True, False])
def test_rows_take_the_award_of_the_title_above_them(tmp_path: Path, title: str, *, headed: bool) -> None:
    rows: list[tuple[Any, ...]] = [(_TITLE,), _HEADING, *_FIRST, (title,), *([_HEADING] if headed else []), *_SECOND]
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    assert [row.name for row in draft.rows] == _NAMES
    assert [row.award_id for row in draft.rows] == _AWARDS


@pytest.mark.parametrize("title", _TITLES)
def test_the_same_in_paragraphs_between_tables(tmp_path: Path, title: str) -> None:
    draft = read_list(word(_TITLE, [_HEADING, *_FIRST], title, [_HEADING, *_SECOND])(tmp_path), _CATALOGUE)
    assert [(row.name, row.award_id) for row in draft.rows] == list(zip(_NAMES, _AWARDS, strict=True))


def test_the_units_of_the_list_before_are_left(tmp_path: Path) -> None:
    rows = [(_TITLE,), _HEADING[:3], ("I", "Tổ Toán"), _FIRST[0][:3], (_TITLES[0],), _HEADING[:3], _SECOND[0][:3]]
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    assert [row.unit for row in draft.rows] == ["Tổ Toán", None]


def test_a_title_without_an_award_is_told(tmp_path: Path) -> None:
    rows = [(_TITLE,), _HEADING, *_FIRST, ("2. DANH SÁCH HỘI VIÊN, NÔNG DÂN TIÊU BIỂU",), _HEADING, *_SECOND]
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    assert [row.name for row in draft.rows] == _NAMES
    assert "list.title_without_award" in {finding.code for finding in draft.findings}
    rows[4] = ("2. DANH SÁCH CÁN BỘ, GIÁO VIÊN ĐỀ NGHỊ",)
    rows.insert(5, ("ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM HỌC 2024 - 2025",))
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    assert [row.award_id for row in draft.rows] == _AWARDS
    assert "list.title_without_award" not in {finding.code for finding in draft.findings}
