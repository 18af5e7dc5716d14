"""Other ticks and numbers of columns, short names among whole ones, sheets called by a praise, classes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import Looks, workbook
from thidua_desktop.importing.lists import read_list
from thidua_desktop.importing.lists.meanings.inner_parts import is_part_of
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()


@pytest.mark.parametrize("tick", ["Đ", "đ", "Đạt", "Đồng ý", "○", "v"])
def test_what_ticks_an_award(tmp_path: Path, tick: str) -> None:
    rows: list[list[object]] = [
        ["TRƯỜNG THCS MẪU"],
        ["TỔNG HỢP ĐỀ NGHỊ DANH HIỆU THI ĐUA"],
        ["TT", "Họ và tên", "Chức vụ", "LĐTT", "CSTĐCS"],
        [1, "Vi Văn Lâm", "Giáo viên", tick],
        [2, "Lò Thị Én", "Giáo viên", None, tick],
        [3, "Hà Văn Páo", "Kế toán", tick, tick],
    ]
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    assert [(row.name, row.award) for row in draft.rows] == [
        ("Vi Văn Lâm", "LĐTT"),
        ("Lò Thị Én", "CSTĐCS"),
        ("Hà Văn Páo", "LĐTT"),
        ("Hà Văn Páo", "CSTĐCS"),
    ]


def test_rings_in_every_row_are_boxes_that_nobody_has_ticked(tmp_path: Path) -> None:
    head: list[object] = ["TT", "Họ và tên", "Chức vụ", "LĐTT", "CSTĐCS"]
    rows: list[list[object]] = [head, [1, "Vi Văn Lâm", "GV", "●", "○"], [2, "Lò Thị Én", "GV", "○", "●"]]
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    assert [(row.name, row.award) for row in draft.rows] == [("Vi Văn Lâm", "LĐTT"), ("Lò Thị Én", "CSTĐCS")]


def test_a_sheet_called_by_a_form_of_praise(tmp_path: Path) -> None:
    head: list[object] = ["STT", "Họ và tên", "Chức vụ", "Đơn vị"]
    looks = Looks(sheet="LĐTT", more={"BK": [head, [1, "Lò Thị Én", "GV", "Trường TH Mẫu"]]})
    rows: list[list[object]] = [head, [1, "Vi Văn Lâm", "GV", "Trường TH Mẫu"]]
    draft = read_list(workbook(rows, looks)(tmp_path), _CATALOGUE)
    assert [(row.name, row.award) for row in draft.rows] == [("Vi Văn Lâm", "LĐTT"), ("Lò Thị Én", "BK")]


@pytest.mark.parametrize("heading", ["GVCN", "Giáo viên chủ nhiệm"])
def test_who_leads_a_class_is_not_proposed_for_it(tmp_path: Path, heading: str) -> None:
    rows: list[list[object]] = [
        ["DANH SÁCH TẬP THỂ LỚP ĐỀ NGHỊ TẶNG DANH HIỆU TẬP THỂ LAO ĐỘNG TIÊN TIẾN"],
        ["STT", "Lớp", "Sĩ số", heading],
        [1, "Lớp 6A", 40, "Lò Thị Én"],
        [2, "Lớp 7B", 38, "Vi Văn Lâm"],
    ]
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    assert [row.name for row in draft.rows] == ["Lớp 6A", "Lớp 7B"]


def test_a_collective_called_so_is_as_much_a_part() -> None:
    assert is_part_of("Tập thể Thôn 3", "UBND xã Yên Khê")
    assert is_part_of("Tập thể Tổ Toán", "Trường THCS Mẫu")
    assert not is_part_of("Tập thể HTX Mẫu", "UBND xã Yên Khê")


def test_letters_below_a_heading_number_its_columns(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["TT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu"],
        ["A", "B", "C", "D", "E"],
        [1, "Vi Văn Lâm", "GV", "Trường TH Mẫu", "LĐTT"],
    ]
    assert [row.name for row in read_list(workbook(rows)(tmp_path), _CATALOGUE).rows] == ["Vi Văn Lâm"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Vi Văn Lâm, Y Lan, Lò Thị Én", ["Vi Văn Lâm", "Y Lan", "Lò Thị Én"]),
        ("Vi Văn Lâm; Sùng Páo; Lò Thị Én; Hà Văn Tư", ["Vi Văn Lâm", "Sùng Páo", "Lò Thị Én", "Hà Văn Tư"]),
        ("Vi Văn Lâm, Giáo viên, Tổ Toán", ["Vi Văn Lâm"]),
        ("Vi Văn Lâm, Nam Định, Hà Nam", ["Vi Văn Lâm"]),
    ],
)
def test_a_short_name_between_whole_ones_is_somebody_too(tmp_path: Path, cell: str, names: list[str]) -> None:
    rows: list[list[object]] = [["DANH SÁCH ĐỀ NGHỊ LĐTT"], ["TT", "Họ và tên", "Ghi chú"], [1, cell], [2, "Hà Thị Bé"]]
    assert [row.name for row in read_list(workbook(rows)(tmp_path), _CATALOGUE).rows] == [*names, "Hà Thị Bé"]
