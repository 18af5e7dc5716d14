"""The forms of TT 02/2023/TT-BNV and of provinces, row by row and column by column (document-forms §3.1, §3.2)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.forms.facts import YEAR, award, facts, filled, movement
from thidua_desktop.domain.forms.choosing import choose
from thidua_desktop.domain.forms.model import FormModel, FormPaper
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.reports.forms.heads import heading_rows, letter_row
from thidua_desktop.services.form_models import shipped

STATUTORY = ("0601.N", "0602.N", "0603.N", "0604.N", "0605.N")
PROVINCIAL = ("TH-01", "TH-02", "TH-03", "TH-04", "TH-05", "TH-06")
PERSONS = [
    "+ Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên",
    "+ Lãnh đạo cấp vụ, sở, ngành và tương đương",
    "+ Doanh nhân",
    "+ Các cấp lãnh đạo khác từ phó phòng trở lên",
    "+ Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu (công nhân, nông dân, ...)",
]
RECIPIENTS = ["- Tập thể", "Trong đó: Doanh nghiệp", "- Hộ gia đình", "- Cá nhân", *PERSONS]
WAYS = ["- Thường xuyên", "- Chuyên đề", "- Đột xuất", "- Đối ngoại", "- Cống hiến", "- Niên hạn", "- Kháng chiến"]

ROWS = {
    "0601.N": [
        *("01 Tổng số", "1. Chia theo phạm vi tổ chức thi đua", "02 - Toàn quốc"),
        "03 - Bộ, ban, ngành, đoàn thể, địa phương",
        "04 - Cụm, khối thi đua do Hội đồng Thi đua - Khen thưởng các cấp tổ chức",
        *("05 - Cơ quan, tổ chức, đơn vị", "2. Chia theo thời hạn thi đua", "06 - Dưới 1 năm", "07 - 1 năm"),
        *("08 - Trên 1 năm đến dưới 3 năm", "09 - Từ 3 năm đến dưới 5 năm", "10 - Từ 5 năm trở lên"),
        *("3. Chia theo phương thức tổ chức phong trào thi đua", "11 - Thi đua theo chuyên đề"),
        "12 - Thi đua thường xuyên hằng năm",
    ],
    "0602.N": [
        *("1 Tổng số", "1. Chia theo đơn vị ban hành tờ trình Thủ tướng Chính phủ về khen thưởng"),
        *("2 - Bộ, ban, ngành, đoàn thể Trung ương", "3 - Tỉnh, thành phố trực thuộc Trung ương"),
        "2. Chia theo đối tượng khen thưởng",
        *(f"{code} {label}" for code, label in enumerate(RECIPIENTS, 6)),
        "3. Chia theo phương thức khen thưởng",
        *(f"{code} {label}" for code, label in enumerate(WAYS, 15)),
    ],
    "0603.N": [
        *("01 Tổng số", "1. Chia theo đối tượng khen thưởng"),
        *(f"{code:02d} {label}" for code, label in enumerate(RECIPIENTS, 2)),
        "2. Chia theo phương thức khen thưởng",
        *(f"{code} {label}" for code, label in enumerate(WAYS, 11)),
    ],
    "0604.N": [
        *("01 Tổng số", "Chia theo cơ cấu tổ chức bộ máy", "02 - Cấp Vụ thuộc bộ, ban, ngành, đoàn thể Trung ương"),
        *("03 - Cấp phòng, ban hoặc bộ phận thuộc Vụ", "04 - Cấp ban thuộc Sở Nội vụ"),
        "05 - Cấp phòng thuộc Sở Nội vụ",
    ],
    "0605.N": [
        *("01 Tổng số", "1. Chia theo độ tuổi", "02 - Từ 30 trở xuống", "03 - Từ 31 đến 40", "04 - Từ 41 đến 50"),
        *("05 - Từ 51 đến 55", "06 - Từ 56 đến 60", "07 - Trên 60 tuổi", "2. Chia theo trình độ đào tạo"),
        *("08 - Sơ cấp", "09 - Trung cấp", "10 - Cao đẳng", "11 - Đại học", "12 - Trên đại học"),
        *("3. Chia theo thâm niên công tác trong lĩnh vực thi đua, khen thưởng", "13 - Dưới 5 năm"),
        *("14 - Từ 5 năm đến dưới 10 năm", "15 - Từ 10 năm trở lên"),
    ],
}
UNITS_OF_MEASURE = {
    "0602.N": ["", "", "Bộ, ngành", "Tỉnh, TP", "", "Tập thể", "Doanh nghiệp", "Hộ", *["Người"] * 6, *[""] * 8],
    "0604.N": ["Tổ chức", "", "Vụ", "Phòng", "Ban", "Phòng"],
}


def model(code: str) -> FormModel:
    return choose(shipped(), code, YEAR).model


def test_all_forms_are_there_in_their_order() -> None:
    assert [each.code for each in shipped()] == [*STATUTORY, *PROVINCIAL]


@pytest.mark.parametrize("code", ROWS)
def test_rows(code: str) -> None:
    assert [f"{row.code} {row.label}".strip() for row in model(code).rows] == ROWS[code]


@pytest.mark.parametrize("code", UNITS_OF_MEASURE)
def test_units_of_measure_of_rows(code: str) -> None:
    assert [row.unit for row in model(code).rows] == UNITS_OF_MEASURE[code]


@pytest.mark.parametrize("code", STATUTORY)
def test_title_block_and_validity(code: str) -> None:
    form = model(code)
    assert form.number == f"{code}/BNV-TĐKT"
    assert form.issued_by == "Ban hành theo Thông tư số 02/2023/TT-BNV ngày 23/3/2023"
    assert form.receiving == "Ngày 15 tháng 12 năm báo cáo"
    assert (form.basis.valid_from, form.basis.valid_to) == (date(2023, 3, 23), date(2025, 10, 7))
    assert form.basis.confidence is Confidence.SEEN
    assert form.replaced_by.startswith("Thông tư 18/2025/TT-BNV")


@pytest.mark.parametrize("code", PROVINCIAL)
def test_forms_of_provinces_say_that_they_are_local(code: str) -> None:
    basis = model(code).basis
    assert basis.confidence is not Confidence.SEEN
    assert (basis.note or "").startswith("Mỗi tỉnh có mẫu riêng.")


@pytest.mark.parametrize(
    ("code", "title", "paper", "landscape", "unit"),
    [
        ("0601.N", "SỐ PHONG TRÀO THI ĐUA", FormPaper.A4, True, "Phong trào"),
        ("0602.N", "SỐ LƯỢNG KHEN THƯỞNG CẤP NHÀ NƯỚC", FormPaper.A3, True, ""),
        (
            "0603.N",
            "SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, BAN, NGÀNH, ĐOÀN THỂ TRUNG ƯƠNG VÀ TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG",
            *(FormPaper.A4, True, ""),
        ),
        ("TH-01", "BẢNG TỔNG HỢP HÌNH THỨC KHEN THƯỞNG CẤP NHÀ NƯỚC", FormPaper.A3, True, ""),
        ("TH-06", "TỔNG HỢP TRÍCH LẬP VÀ SỬ DỤNG QUỸ THI ĐUA, KHEN THƯỞNG", FormPaper.A4, True, "Đồng"),
    ],
)
def test_titles_and_paper(code: str, title: str, paper: FormPaper, landscape: bool, unit: str) -> None:
    form = model(code)
    assert (form.title, form.paper, form.landscape, form.unit) == (title, paper, landscape, unit)


@pytest.mark.parametrize(
    ("code", "letters"),
    [
        ("0601.N", ["A", "B", "1=2+3+4", "2", "3", "4"]),
        ("0602.N", ["A", "B", "C", "1", "2", "3", "4", "5", "6", "7", "8", "9"]),
        ("0603.N", ["A", "B", "C", "1", "2", "3", "4", "5"]),
        ("0604.N", ["A", "B", "C", "1"]),
        ("0605.N", ["A", "B", "1", "2"]),
        ("TH-01", [str(number) for number in range(1, 20)]),
        (
            "TH-02",
            [*map(str, range(1, 7)), "7=6:3", "8", "9", "10", "11=10:3", "12", "13", "14", "15=14:3", "16", "17=16:3"],
        ),
        ("TH-03", []),
    ],
)
def test_the_row_of_letters(code: str, letters: list[str]) -> None:
    form = filled(code, facts())
    assert [cell.text for cell in letter_row(form.model.stubs, form.columns)] == letters


def test_four_heading_rows_of_0602() -> None:
    given = [
        award("huan_chuong_lao_dong_ba", "collective"),
        award("huy_chuong_huu_nghi"),
        award("anh_hung_lao_dong"),
        award("huan_chuong_lao_dong_ba"),
    ]
    form = filled("0602.N", facts(given))
    heads = [
        [(cell.text, cell.columns, cell.rows) for cell in row] for row in heading_rows(form.model.stubs, form.columns)
    ]
    both = [("Tập thể", 1, 1), ("Cá nhân", 1, 1)]
    assert heads == [
        [("", 1, 4), ("Mã số", 1, 4), ("Đơn vị tính", 1, 4), ("Tổng số", 1, 4), ("Chia ra", 14, 1)],
        [
            ("Các loại huân chương, huy chương", 4, 1),
            *(("Giải thưởng Hồ Chí Minh", 1, 2), ("Giải thưởng Nhà nước", 1, 2)),
            ("Danh hiệu vinh dự nhà nước", 2, 1),
            ("Cờ thi đua của Chính phủ", 1, 2),
            ("Bằng khen của Thủ tướng Chính phủ", 2, 2),
            ("Chiến sĩ thi đua toàn quốc", 1, 2),
            ("Các hình thức khen thưởng khác", 2, 1),
        ],
        [
            *(("Huân chương Lao động hạng Ba", 2, 1), ("Huy chương Hữu nghị", 2, 1)),
            *(("Anh hùng Lao động", 2, 1), ("(Không có)", 2, 1)),
        ],
        [*both, *both, ("Cá nhân", 1, 1), ("Cá nhân", 1, 1), *both, ("Tập thể", 1, 1), *both, ("Cá nhân", 1, 1), *both],
    ]


def test_a_form_without_facts_has_its_columns_all_the_same() -> None:
    form = filled("0602.N", facts())
    assert [column.headings[2] for column in form.columns if column.line.key == "2"] == ["(Không có)"] * 2
    assert form.findings == ()


def test_0601_counts_by_scope_length_and_method() -> None:
    given = [movement("branch", "branch"), movement("office", "cluster", "standing", "to_five")]
    form = filled("0601.N", facts(movements=given))
    by_code = {row.line.code: [cell.value for cell in cells] for row, cells in zip(form.rows, form.cells, strict=True)}
    assert by_code["01"] == [2, 0, 1, 1]
    assert by_code["03"] == [1, 0, 1, 0]
    assert by_code["04"] == [1, 0, 0, 1]
    assert by_code["07"] == [1, 0, 1, 0]
    assert by_code["09"] == [1, 0, 0, 1]
    assert by_code["11"] == [1, 0, 1, 0]
    assert by_code["12"] == [1, 0, 0, 1]
    assert form.findings == ()
