"""The same thing in two places, and different things that only look alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.figure_check.reading import checked, table, text, wrong
from thidua_desktop.domain.figure_check.checking import Kind, check, read, title_of
from thidua_desktop.domain.figure_check.claims import Where
from thidua_desktop.domain.figure_check.material import Passage
from thidua_desktop.services.figure_words import figure_words

AWARDS = ("STT", "Hình thức khen thưởng", "Tổng số", "Tập thể", "Cá nhân")


def test_text_against_text() -> None:
    (found,) = checked(*text("Đã khen thưởng 156 tập thể.", "Trong kỳ có 165 tập thể được khen thưởng."))
    assert (found.kind, found.value, found.right) == (Kind.TWO_VALUES, 165, 156)
    assert (found.place.block, found.other_place and found.other_place.block) == (3, 2)


def test_text_against_table() -> None:
    grid = table(
        AWARDS,
        ("1", "Bằng khen của Chủ tịch UBND tỉnh", "45", "12", "33"),
        ("2", "Giấy khen", "10", "4", "6"),
        ("", "Tổng cộng", "55", "16", "39"),
    )
    line = "Chủ tịch UBND tỉnh tặng Bằng khen của Chủ tịch UBND tỉnh cho 12 tập thể và {} cá nhân; tặng 10 Giấy khen."
    assert wrong(*text("I. Công tác khen thưởng", line.format(33)), grid) == []
    (found,) = checked(*text("I. Công tác khen thưởng", line.format(32)), grid)
    assert (found.kind, found.where, found.value, found.right) == (Kind.TWO_VALUES, Where.TABLE, 33, 32)


def test_an_award_for_one_kind_of_recipient_in_a_table_of_all_kinds() -> None:
    heads = ("STT", "Hình thức khen thưởng", "Tổng số", "Tập thể", "Cá nhân")
    rows = [("1", "Tập thể lao động xuất sắc", "28", "28", "0"), ("2", "Lao động tiên tiến", "5", "0", "5")]
    said = text("I. Công tác khen thưởng", "Tập thể lao động xuất sắc: {} tập thể.")
    for count, found in ((28, []), (29, [("two_values", 29.0)])):
        told = [replace(each, text=each.text.format(count)) for each in said if isinstance(each, Passage)]
        assert wrong(*told, table(heads, *rows)) == found


@pytest.mark.parametrize(
    "lines",
    [
        ("Tặng Bằng khen cho 12 tập thể.", "Tặng Giấy khen cho 20 tập thể."),
        ("Khen thưởng 12 tập thể.", "Đề nghị cấp trên khen thưởng 5 tập thể."),
        ("Khen thưởng 12 tập thể.", "Năm 2025 khen thưởng 20 tập thể."),
        ("Khen thưởng 12 tập thể.", "Quý II khen thưởng 7 tập thể."),
        ("Phong trào “Dạy tốt” có 12 tập thể được khen.", "Phong trào “Học tốt” có 9 tập thể được khen."),
        (
            "1. Phong trào xây dựng nông thôn mới",
            "Tặng Bằng khen cho 12 tập thể.",
            "2. Phong trào giảm nghèo",
            "Tặng Bằng khen cho 9 tập thể.",
        ),
        ("Sở Y tế: 12 tập thể; Sở Nội vụ: 9 tập thể được khen thưởng.", "Khen thưởng 50 tập thể."),
        ("Có 80 đơn vị đăng ký thi đua.", "Còn 5 đơn vị chưa đăng ký thi đua."),
        ("Khen thưởng 12 tập thể.", "II. Phương hướng, nhiệm vụ 6 tháng cuối năm", "Khen thưởng 30 tập thể."),
        ("Chủ trì: Hội Nông dân 44.", "Chủ trì: Hội Nông dân 89."),
        ("Giao Xã Hòa Bình 70 tổng hợp.", "Giao Xã Hòa Bình 40 tổng hợp."),
        ("Khen thưởng 12 tập thể.", "Bình quân mỗi đơn vị khen thưởng 2 tập thể."),
        (
            "Tại phiên họp thứ nhất, Hội đồng xét khen thưởng 26 tập thể.",
            "Tại phiên họp thứ hai, Hội đồng xét khen thưởng 41 tập thể.",
        ),
    ],
)
def test_different_things_are_let_alone(lines: tuple[str, ...]) -> None:
    assert wrong(*text(*lines)) == []


def test_what_stands_in_the_letterhead_says_nothing() -> None:
    assert title_of(text("Khen 5 tập thể.")) == "Kết quả công tác thi đua, khen thưởng 6 tháng đầu năm 2026"


def test_against_the_office_file() -> None:
    report = text("Khen thưởng 156 tập thể theo quyết định của ông An.", "Có 7 đơn vị chưa gửi.")
    expected = text("Khen thưởng 165 tập thể theo quyết định của ông An.", "Có 7 đơn vị chưa gửi.")
    found = check(report, figure_words(), expected)
    assert {(each.kind, each.value, each.right) for each in found} == {(Kind.STORE, 156, 165)}
    assert check(report, figure_words(), report) == ()


def test_two_sums_of_a_table_and_its_rates() -> None:
    rows = [
        ("1", "Sở Y tế", "30", "10", "20", "33,3"),
        ("2", "Sở Nội vụ", "24", "4", "20", "16,7"),
        ("3", "Công an tỉnh", "10", "5", "5", "50"),
        ("", "Tổng cộng", "64", "19", "45", "29,7"),
    ]
    heads = ("STT", "Đơn vị", "Tổng số", "Tập thể", "Cá nhân", "Tỷ lệ tập thể (%)")
    assert wrong(table(heads, *rows)) == []
    changed = [("1", "Sở Y tế", "31", "10", "20", "33,3"), *rows[1:]]
    assert ("table_columns", 30.0) in wrong(table(heads, *changed))
    assert ("table_rows", 65.0) in wrong(table(heads, *changed))
    rated = [*rows[:2], ("3", "Công an tỉnh", "10", "5", "5", "55"), rows[3]]
    assert wrong(table(heads, *rated)) == [("share", 50.0)]


def test_groups_with_sums_of_their_own() -> None:
    rows = [
        ("I", "Cấp tỉnh", "45", "12", "33"),
        ("1", "Bằng khen", "40", "10", "30"),
        ("2", "Cờ thi đua", "5", "2", "3"),
        ("II", "Cấp cơ sở", "20", "5", "15"),
        ("1", "Giấy khen", "20", "5", "15"),
        ("", "Tổng số", "65", "17", "48"),
    ]
    assert wrong(table(AWARDS, *rows)) == []
    rows[1] = ("1", "Bằng khen", "40", "11", "29")
    assert sorted(wrong(table(AWARDS, *rows))) == [("table_rows", 13.0), ("table_rows", 32.0)]


def test_a_part_that_is_named_is_no_row_beside_the_others() -> None:
    rows = [("1", "Tập thể", "12"), ("2", "Cá nhân", "33"), ("", "Trong đó: nữ", "20"), ("", "Tổng cộng", "45")]
    assert wrong(table(("STT", "Đối tượng", "Số lượng"), *rows)) == []


def test_the_row_of_column_numbers_is_none_of_the_table() -> None:
    rows = [("A", "B", "1", "2", "3"), ("1", "Giấy khen", "10", "4", "6"), ("2", "Bằng khen", "3", "1", "2")]
    found = read((table(AWARDS, *rows),), figure_words())
    assert found.count == 6
    assert found.wrong == ()


def test_lists_without_totals_and_letterheads_are_no_trouble() -> None:
    people = table(("TT", "Họ và tên", "Năm sinh"), ("1", "Nguyễn Văn An", "1980"), ("2", "Lê Thị Bình", "1991"))
    head = table(("SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("Số: 12/BC-SNV", "Hồng Sơn, ngày 05 tháng 6"))
    assert wrong(head, people) == []


def test_tables_of_other_things_under_the_same_heads() -> None:
    heads = ("STT", "Đơn vị", "Đề nghị", "Đã có quyết định")
    all_lines = table(
        heads, ("1", "Sở Y tế", "40", "30"), ("2", "Sở Tài chính", "20", "10"), ("", "Tổng số", "60", "40")
    )
    registered = table(
        heads, ("1", "Sở Y tế", "9", "7"), ("2", "Sở Tài chính", "5", "5"), ("", "Tổng số", "14", "12"), at=95
    )
    first, second = text("I. Kết quả đề nghị theo đơn vị", "II. Đăng ký thi đua và kết quả theo đơn vị")[2:]
    assert wrong(*text(), first, all_lines, second, registered) == []
