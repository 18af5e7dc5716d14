"""Tables of forms and the heads of their cells, in the layouts that offices get."""

from __future__ import annotations

import pytest

from tests.domain.workbooks.making import sheet
from thidua_desktop.domain.workbooks.tables import Heads, Rank, split_mark, tables


@pytest.mark.parametrize(
    ("text", "rank", "rest"),
    [
        ("I. TẬP THỂ", Rank.ROMAN, "TẬP THỂ"),
        ("II", Rank.ROMAN, ""),
        ("A. Cấp Nhà nước", Rank.PART, "Cấp Nhà nước"),
        ("1. Cá nhân", Rank.NUMBER, "Cá nhân"),
        ("01", Rank.NUMBER, ""),
        ("1.1. Lãnh đạo", Rank.SUB_NUMBER, "Lãnh đạo"),
        ("a) Nữ", Rank.LETTER, "Nữ"),
        ("- Bằng khen", Rank.DASH, "Bằng khen"),
        ("+ Nữ", Rank.PLUS, "Nữ"),
        ("Trong đó: Doanh nghiệp", Rank.AMONG, "Doanh nghiệp"),
        ("- Trong đó: nữ", Rank.AMONG, "nữ"),
        ("Cá nhân", Rank.PLAIN, "Cá nhân"),
        ("Huân chương", Rank.PLAIN, "Huân chương"),
    ],
)
def test_the_mark_of_a_label(text: str, rank: Rank, rest: str) -> None:
    assert split_mark(text) == (rank, rest)


def test_a_heading_of_two_rows_with_groups() -> None:
    form = sheet(
        [
            ["BIỂU TỔNG HỢP", None, None, None, None],
            [],
            ["TT", "Nội dung", "Tổng số", "Trong đó", None],
            [None, None, None, "Tập thể", "Cá nhân"],
            ["A", "B", 1, 2, 3],
            ["I", "Khen cấp Nhà nước", "=C7", "=D7", "=E7"],
            ["1", "Huân chương", "", "", ""],
            [None, "- Trong đó: nữ", "", "", ""],
            ["II", "Khen cấp tỉnh", "=C10", "=D10", "=E10"],
            ["1", "Bằng khen", "", "", ""],
            [None, "Tổng cộng", "=C6+C9", "=D6+D9", "=E6+E9"],
            [],
            [None, "Người lập biểu", None, "Thủ trưởng", None],
        ],
        ["A1:E1", "A3:A4", "B3:B4", "C3:C4", "D3:E3"],
    )
    (table,) = tables(form)
    assert (table.first_row, table.last_row, table.label, table.figures) == (6, 11, 2, (3, 4, 5))
    assert table.heads(8, 5) == Heads(("Khen cấp Nhà nước", "Huân chương", "nữ"), ("Trong đó", "Cá nhân"))
    assert table.heads(10, 3) == Heads(("Khen cấp tỉnh", "Bằng khen"), ("Tổng số",))
    assert table.heads(11, 4) == Heads(("Tổng cộng",), ("Trong đó", "Tập thể"))


def test_a_table_with_one_column_of_figures() -> None:
    form = sheet(
        [["STT", "Chỉ tiêu", "ĐVT", "Số lượng"], ["1", "Phong trào thi đua", "PT", ""], ["2", "Bằng khen", "Cái", 3]]
    )
    (table,) = tables(form)
    assert table.figures == (4,)
    assert table.heads(3, 4) == Heads(("Bằng khen",), ("Số lượng",))


def test_years_can_be_heads() -> None:
    form = sheet([["Danh hiệu", 2025, 2026], ["Lao động tiên tiến", 12, ""], ["CSTĐ cơ sở", 3, ""]])
    (table,) = tables(form)
    assert table.heads(2, 3) == Heads(("Lao động tiên tiến",), ("2026",))
    assert table.heads(3, 2) == Heads(("CSTĐ cơ sở",), ("2025",))


def test_units_at_the_left_and_awards_above() -> None:
    form = sheet(
        [
            ["TT", "Đơn vị", "LĐTT", "CSTĐCS", "Giấy khen"],
            [1, "Sở Y tế", "", "", ""],
            [2, "Sở Giáo dục và Đào tạo", "", "", ""],
            [3, "Trường THPT Chuyên", "", "", ""],
        ]
    )
    (table,) = tables(form)
    assert table.heads(4, 5) == Heads(("Trường THPT Chuyên",), ("Giấy khen",))


def test_two_tables_on_one_sheet() -> None:
    rows: list[list[str | int | float | None]] = [
        ["Danh hiệu", "Tập thể", "Cá nhân"],
        ["LĐTT", "", ""],
        ["CSTĐCS", "", ""],
        [],
        ["Phong trào", "Số lượng", "Kinh phí"],
        ["Phát động", "", ""],
        ["Tổng kết", "", ""],
    ]
    first, second = tables(sheet(rows))
    assert (first.first_row, first.last_row, second.first_row, second.last_row) == (2, 3, 6, 7)


@pytest.mark.parametrize("rows", [[], [["chữ"]], [["a", "b"], ["c", "d"]], [[1, 2], [3, 4]], [["Họ tên", "Chức vụ"]]])
def test_what_is_no_table(rows: list[list[str | int | float | None]]) -> None:
    assert tables(sheet(rows)) == ()
