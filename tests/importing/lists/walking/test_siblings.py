"""Headings between the tables of a paper that count on: each table has its own unit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importing.lists.make import word, workbook
from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_SENDER = ("UBND XÃ NGỌC MẪU", "DANH SÁCH ĐỀ NGHỊ CÔNG NHẬN LAO ĐỘNG TIÊN TIẾN")
_HEADING = ("TT", "Họ và tên", "Chức vụ")
_PEOPLE = ("Nguyễn Văn An", "Lê Thị Bình", "Hồ Ngọc Mai")
_A, _B, _C = ([_HEADING, (1, name, "Giáo viên")] for name in _PEOPLE)


def _read(folder: Path, *parts: Any) -> ListDraft:
    return read_list(word(*_SENDER, *parts)(folder), _CATALOGUE)


@pytest.mark.parametrize(
    ("labels", "units"),
    [
        (("1.", "2.", "3."), ("Trường Mầm non Mẫu", "Trường Tiểu học Mẫu", "Trường THCS Mẫu")),
        (("I.", "II.", "III."), ("Trường Mầm non Mẫu", "Trường Tiểu học Mẫu", "Trường THCS Mẫu")),
        (("a)", "b)", "c)"), ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND")),
        (("A.", "B.", "C."), ("Trạm Y tế xã Mẫu", "Trường THCS Mẫu", "Hội Nông dân xã")),
        (("1/", "2/", "3/"), ("Hội Nông dân xã", "Hội Phụ nữ xã", "Trạm Y tế xã Mẫu")),
        (("1.1.", "1.2.", "1.3."), ("Trường Mầm non Mẫu", "Trường Tiểu học Mẫu", "Trường THCS Mẫu")),
        (("-", "-", "-"), ("Trường Mầm non Mẫu", "Trường Tiểu học Mẫu", "Trường THCS Mẫu")),
    ],
)
@pytest.mark.parametrize("end", ["", ": 01 người", ":"])
def test_each_table_has_the_unit_that_stands_over_it(
    tmp_path: Path, labels: tuple[str, ...], units: tuple[str, ...], end: str
) -> None:
    heads = [f"{label} {unit}{end}" for label, unit in zip(labels, units, strict=True)]
    draft = _read(tmp_path, heads[0], _A, heads[1], _B, heads[2], _C)
    assert [row.name for row in draft.rows] == list(_PEOPLE)
    for row, unit in zip(draft.rows, units, strict=True):
        assert (row.unit or "").startswith(unit)
    assert "list.footer_left" not in {finding.code for finding in draft.findings}


def test_counting_inside_the_next_part_begins_anew(tmp_path: Path) -> None:
    parts = ("I. Khối mầm non", "1. Trường Mầm non Mẫu", _A, "2. Trường Mầm non Hoa", _B)
    draft = _read(tmp_path, *parts, "II. Khối tiểu học", "1. Trường Tiểu học Mẫu", _C)
    assert [row.unit for row in draft.rows] == ["Trường Mầm non Mẫu", "Trường Mầm non Hoa", "Trường Tiểu học Mẫu"]


@pytest.mark.parametrize(
    "line",
    [
        "2. Nhận xét, kiến nghị với cấp trên.",
        "Trường Mầm non Mẫu cam kết số liệu trên là đúng.",
        "4. Trường Tiểu học Mẫu chưa gửi danh sách.",
        "Đề nghị Hội đồng xem xét.",
    ],
)
def test_text_between_tables_heads_nothing(tmp_path: Path, line: str) -> None:
    draft = _read(tmp_path, "1. Trường Mầm non Mẫu", _A, line, _B)
    assert [row.unit for row in draft.rows] == ["Trường Mầm non Mẫu"] * 2


def test_a_number_without_a_table_below_it_is_text(tmp_path: Path) -> None:
    draft = _read(tmp_path, "1. Trường Mầm non Mẫu", _A, "2. Trường Tiểu học Mẫu", "Không đề nghị", "HIỆU TRƯỞNG")
    assert [row.name for row in draft.rows] == ["Nguyễn Văn An"]
    assert draft.rows[0].unit == "Trường Mầm non Mẫu"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. Danh sách đề nghị công nhận Lao động tiên tiến", "2. Danh sách đề nghị công nhận Chiến sĩ thi đua cơ sở"),
        ("I. Danh sách đề nghị công nhận Lao động tiên tiến", "II. Danh sách đề nghị công nhận CSTĐCS"),
        ("A. DANH SÁCH ĐỀ NGHỊ TẶNG DANH HIỆU LAO ĐỘNG TIÊN TIẾN", "B. DANH SÁCH ĐỀ NGHỊ CHIẾN SĨ THI ĐUA CƠ SỞ"),
        ("a) Danh sách cán bộ đạt Lao động tiên tiến", "b) Danh sách cán bộ đạt Chiến sĩ thi đua cơ sở"),
        ("1/ Danh sách giáo viên được xét LĐTT", "2/ Danh sách giáo viên được xét CSTĐCS"),
    ],
)
@pytest.mark.parametrize("general", [(), ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",)])
def test_the_first_numbered_title_is_the_heading_of_its_table_too(
    tmp_path: Path, first: str, second: str, general: tuple[str, ...]
) -> None:
    above = ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT HÀM MẪU", *general)
    for write in (
        word(*above, first, _A, second, _B),
        workbook([*((one,) for one in (*above, first)), *_A, (second,), *_B]),
    ):
        draft = read_list(write(tmp_path), _CATALOGUE)
        assert [row.name for row in draft.rows] == list(_PEOPLE[:2])
        assert [row.award_id for row in draft.rows] == ["lao_dong_tien_tien", "chien_si_thi_dua_co_so"]


@pytest.mark.parametrize("line", ["1. Danh sách này gồm các Lao động tiên tiến", "1. Căn cứ danh sách khen thưởng"])
def test_a_sentence_about_a_list_gives_no_award(tmp_path: Path, line: str) -> None:
    draft = read_list(word("TRƯỜNG THPT HÀM MẪU", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", line, _A)(tmp_path), _CATALOGUE)
    assert [row.award_id for row in draft.rows] == [None]
