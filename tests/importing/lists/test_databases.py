"""Lists put out by software, units that only a file's name tells, work before home, a council's no."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import workbook
from thidua_desktop.domain.lists import ListDraft, ListField
from thidua_desktop.importing.lists import read_list
from thidua_desktop.importing.lists.headings.headings import field_of
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_TITLE = "DANH SÁCH ĐỀ NGHỊ LAO ĐỘNG TIÊN TIẾN NĂM 2025"


def _read(folder: Path, *rows: list[object], name: str = "ds.xlsx") -> ListDraft:
    path = workbook(rows)(folder)
    return read_list(path.rename(folder / name), _CATALOGUE)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("HoVaTen", ListField.NAME),
        ("TenDoiTuong", ListField.NAME),
        ("LoaiDoiTuong", ListField.KIND),
        ("NgaySinh", ListField.BIRTH),
        ("DonViCongTac", ListField.UNIT),
        ("ChứcVụ", ListField.POSITION),
        ("DanhHieuHinhThuc", ListField.AWARD),
        ("TrangThai", ListField.OTHER),
        ("STT", ListField.ORDINAL),
        ("CCCD", ListField.ID_NUMBER),
    ],
)
def test_headings_written_without_blanks(heading: str, field: ListField) -> None:
    assert field_of(heading) is field


def test_a_table_out_of_a_database(tmp_path: Path) -> None:
    head: list[object] = ["STT", "LoaiDoiTuong", "TenDoiTuong", "ChucVu", "DonVi", "DanhHieu"]
    draft = _read(
        tmp_path,
        ["Ket xuat du lieu"],
        head,
        [1, "TAPTHE", "Phòng Hành chính Mẫu", None, "Sở Tư pháp", "TTLĐTT"],
        [2, "CANHAN", "Vi Văn Lâm", "Chuyên viên", "Phòng Hành chính Mẫu", "LĐTT"],
    )
    assert [(row.name, row.unit, row.award_id) for row in draft.rows] == [
        ("Phòng Hành chính Mẫu", "Sở Tư pháp", "tap_the_lao_dong_tien_tien"),
        ("Vi Văn Lâm", "Phòng Hành chính Mẫu", "lao_dong_tien_tien"),
    ]


@pytest.mark.parametrize("home", ["Nơi cư trú", "Địa chỉ", "Nơi ở hiện nay", "Hộ khẩu thường trú"])
def test_where_somebody_works_goes_before_where_he_lives(tmp_path: Path, home: str) -> None:
    draft = _read(
        tmp_path,
        [_TITLE],
        ["STT", "Họ và tên", "Chức vụ, đơn vị công tác", home],
        [1, "Vi Văn Lâm", "Trưởng phòng, Sở Mẫu", "Phường 4"],
        [2, "Lò Thị Én", "Nguyên Phó Chánh Văn phòng Tỉnh ủy", "Phường 5"],
    )
    assert [(row.position, row.unit) for row in draft.rows] == [
        ("Trưởng phòng", "Sở Mẫu"),
        ("Nguyên Phó Chánh Văn phòng", "Tỉnh ủy"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "DS LĐTT 2025 - Trường Mầm non Sao Mẫu.xlsx",
        "Trường Mầm non Sao Mẫu.xlsx",
        "Trường Mầm non Sao Mẫu - danh sách khen (sửa lần 2).xlsx",
        "DS LĐTT_Trường Mầm non Sao Mẫu năm 2025.xlsx",
    ],
)
def test_the_unit_of_the_name_of_a_file_is_taken_and_told(tmp_path: Path, name: str) -> None:
    rows: list[list[object]] = [[_TITLE], ["STT", "Họ và tên", "Chức vụ"], [1, "Vi Văn Lâm", "GV"]]
    draft = _read(tmp_path, *rows, name=name)
    assert [row.unit for row in draft.rows] == ["Trường Mầm non Sao Mẫu"]
    told = [dict(finding.params) for finding in draft.findings if finding.code == "list.unit_of_file_name"]
    assert told == [{"unit": "Trường Mầm non Sao Mẫu", "count": 1}]


@pytest.mark.parametrize("name", ["DS LĐTT 2025.xlsx", "Danh sách cá nhân.xlsx", "Phòng Nội vụ - Trường TH Mẫu.xlsx"])
def test_no_unit_out_of_a_name_that_tells_none_or_two(tmp_path: Path, name: str) -> None:
    draft = _read(tmp_path, [_TITLE], ["STT", "Họ và tên", "Chức vụ"], [1, "Vi Văn Lâm", "GV"], name=name)
    assert [row.unit for row in draft.rows] == [None]
    assert "list.no_unit" in {finding.code for finding in draft.findings}


def test_whom_the_council_has_refused_is_left_out_and_told(tmp_path: Path) -> None:
    draft = _read(
        tmp_path,
        ["PHÒNG NỘI VỤ"],
        [_TITLE],
        ["STT", "Họ và tên", "Chức vụ", "Danh hiệu", "Kết luận của Hội đồng"],
        [1, "Vi Văn Lâm", "Chuyên viên", "LĐTT", "Đồng ý"],
        [2, "Lò Thị Én", "Kế toán", "LĐTT", "Không đủ điều kiện"],
    )
    assert [row.name for row in draft.rows] == ["Vi Văn Lâm"]
    told = [dict(finding.params) for finding in draft.findings if finding.code == "list.not_proposed"]
    assert told == [{"name": "Lò Thị Én", "text": "Không đủ điều kiện"}]
