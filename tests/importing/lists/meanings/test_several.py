"""Several persons in one cell, whatever their families: one below the other, with commas, "và", "Ông … Bà …"."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import workbook
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list
from thidua_desktop.importing.lists.meanings.several import persons_in, stacked
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_HEADING = ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị", "Danh hiệu")


def _read(folder: Path, name: str, *, birth: str = "", post: str = "Giáo viên") -> ListDraft:
    return read_list(workbook((_HEADING, (1, name, birth, post, "Tổ 4", "LĐTT")))(folder), _CATALOGUE)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Phùng Gia Bảo\nThiều Mai Chi", ["Phùng Gia Bảo", "Thiều Mai Chi"]),
        ("Tẩn A Sài\nChảo Mẩy Pham\nPhàn Láo Tả", ["Tẩn A Sài", "Chảo Mẩy Pham", "Phàn Láo Tả"]),
        ("Rơ Châm Blui\nPuih Hà Anh", ["Rơ Châm Blui", "Puih Hà Anh"]),
        ("Thạch Sa Rây\nNeàng Sóc Kha", ["Thạch Sa Rây", "Neàng Sóc Kha"]),
        ("LÒ VĂN PÂNG\nVÌ THỊ DOAN", ["LÒ VĂN PÂNG", "VÌ THỊ DOAN"]),
        ("Lường Pó\nCà Thị Xuân", ["Lường Pó", "Cà Thị Xuân"]),
        ("Hầu Mí Lình; Ly Thị Sai", ["Hầu Mí Lình", "Ly Thị Sai"]),
        ("Bàn Tài Phú và Triệu Mùi Nái", ["Bàn Tài Phú", "Triệu Mùi Nái"]),
        ("Kim Sa Vươne & Sơn Thị Bô Pha", ["Kim Sa Vươne", "Sơn Thị Bô Pha"]),
        ("- Quàng Văn Hặc\n- Tòng Thị Ín", ["Quàng Văn Hặc", "Tòng Thị Ín"]),
        ("Ông Ninh Văn Toại\nBà Âu Thị Mến", ["Ninh Văn Toại", "Âu Thị Mến"]),
        ("Ông Từ Công Lý Bà Viên Thị Sáu", ["Từ Công Lý", "Viên Thị Sáu"]),
        ("Đ/c Mạc Đăng Khoa, đ/c Lại Thế Vinh", ["Mạc Đăng Khoa", "Lại Thế Vinh"]),
        ("Điểu Krứ Minh / Điểu Thị Lan", ["Điểu Krứ Minh", "Điểu Thị Lan"]),
        ("Nguyễn Tư (nhóm trưởng, Tổ 1), Giáp Thị Vui", ["Nguyễn Tư", "Giáp Thị Vui"]),
    ],
)
def test_each_person_of_a_cell_has_a_row(tmp_path: Path, cell: str, names: list[str]) -> None:
    draft = _read(tmp_path, cell)
    assert [row.name for row in draft.rows] == names
    assert {(row.kind, row.award_id) for row in draft.rows} == {(RecipientKind.PERSON, "lao_dong_tien_tien")}
    assert "list.names_parted" in {finding.code for finding in draft.findings}


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Nguyễn Thị\nHoa", "Nguyễn Thị Hoa"),
        ("Trần\nThị Mai", "Trần Thị Mai"),
        ("Nguyễn Lê\nHoàng Bảo Ngọc", "Nguyễn Lê Hoàng Bảo Ngọc"),
        ("Công Tằng Tôn Nữ\nThị Minh Hà", "Công Tằng Tôn Nữ Thị Minh Hà"),
        ("Lê Văn An, con bà Nông Thị Hoa", "Lê Văn An"),
        ("Lê Văn An, Thái Nguyên", "Lê Văn An"),
        ("Thiếu tá, Bác sĩ Hà Văn Bảy", "Hà Văn Bảy"),
        ("Lê Văn An và gia đình", "Lê Văn An và gia đình"),
        ("Trương Thị Lý - Trưởng ban Dân Tộc và Tôn Giáo", "Trương Thị Lý"),
    ],
)
def test_one_person_stays_one(tmp_path: Path, cell: str, name: str) -> None:
    assert [row.name for row in _read(tmp_path, cell).rows] == [name]


def test_each_has_his_own_of_the_other_cells(tmp_path: Path) -> None:
    draft = _read(tmp_path, "Thân Văn Năm\nGiáp Thị Vui", birth="1980\n1985", post="Tổ trưởng\nGiáo viên")
    assert [(row.name, row.birth, row.position) for row in draft.rows] == [
        ("Thân Văn Năm", "1980", "Tổ trưởng"),
        ("Giáp Thị Vui", "1985", "Giáo viên"),
    ]


def test_a_birth_for_two_is_nobodys(tmp_path: Path) -> None:
    draft = _read(tmp_path, "Thân Văn Năm\nGiáp Thị Vui", birth="1980")
    assert [(row.birth, row.position) for row in draft.rows] == [(None, "Giáo viên")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Hộ ông Lê Văn An, bà Vi Thị Hà",
        "Tổ Toán, Lê Văn An",
        "Nguyễn Văn Tư, GVHD: Trần Thị Bích",
        "Nguyễn Văn Tư, Trưởng phòng",
        "Nguyễn Văn Tư",
        "",
    ],
)
def test_no_other_person_is_made_up(text: str) -> None:
    assert persons_in(text) == []


@pytest.mark.parametrize(
    "lines", [["Nguyễn Văn Tư", "Công ty Ánh Dương Xanh"], ["Hộ ông Lê Văn An", "Bà Vi Thị Hà"], [""]]
)
def test_units_and_households_are_not_stacked_persons(lines: list[str]) -> None:
    assert stacked(lines) == frozenset()
