"""The signs that open items, as they are typed."""

from __future__ import annotations

import pytest

from thidua_desktop.importing.plans.numbering import find_marker, marker_of_label, roman_value


@pytest.mark.parametrize(
    ("text", "style", "label", "numeral", "rest"),
    [
        ("I. MỤC ĐÍCH", "roman", "I.", "I", "MỤC ĐÍCH"),
        ("II- NỘI DUNG", "roman", "II-", "II", "NỘI DUNG"),
        ("IV/ KINH PHÍ", "roman", "IV/", "IV", "KINH PHÍ"),
        ("I MỤC ĐÍCH, YÊU CẦU", "roman", "I", "I", "MỤC ĐÍCH, YÊU CẦU"),
        ("Il. NỘI DUNG", "roman", "Il.", "II", "NỘI DUNG"),
        ("1I. NỘI DUNG", "roman", "1I.", "II", "NỘI DUNG"),
        ("1V. TỔ CHỨC", "roman", "1V.", "IV", "TỔ CHỨC"),
        ("1. Quý I", "number:1", "1.", "1", "Quý I"),
        ("1 . Quý I", "number:1", "1 .", "1", "Quý I"),
        ("l. Mục đích", "number:1", "l.", "1", "Mục đích"),
        ("01. Họp", "number:1", "01.", "1", "Họp"),
        ("1) Họp", "number:1)", "1)", "1", "Họp"),
        ("2/ Họp", "number:1", "2/", "2", "Họp"),
        ("1.1- Quý I", "number:2", "1.1-", "1.1", "Quý I"),
        ("1.1 Quý I", "number:2", "1.1", "1.1", "Quý I"),
        ("5.2. Báo cáo", "number:2", "5.2.", "5.2", "Báo cáo"),
        ("đ) Xét khen", "letter", "đ)", "đ", "Xét khen"),
        ("a/ Họp", "letter", "a/", "a", "Họp"),
        ("A. NỘI DUNG", "capital", "A.", "A", "NỘI DUNG"),
        ("B- NHIỆM VỤ", "capital", "B-", "B", "NHIỆM VỤ"),
        ("(1) Họp", "(number)", "(1)", "1", "Họp"),
        ("ii) Họp", "small", "ii)", "ii", "Họp"),
        ("- Họp", "bullet:-", "-", "", "Họp"),
        ("– Họp", "bullet:-", "–", "", "Họp"),
        ("+ Họp", "bullet:+", "+", "", "Họp"),
        ("\uf0b7 Họp", "bullet:\uf0b7", "\uf0b7", "", "Họp"),
        ("Phần I. Mục đích", "phan", "Phần I.", "Phần I", "Mục đích"),
        ("PHẦN THỨ HAI: NỘI DUNG", "phan", "PHẦN THỨ HAI:", "Phần thứ hai", "NỘI DUNG"),
        ("PHỤ LỤC I", "annex", "PHỤ LỤC I", "Phụ lục I", ""),
        ("Phụ lục", "annex", "Phụ lục", "Phụ lục", ""),
        ("- 1. Họp", "number:1", "1.", "1", "Họp"),
    ],
)
def test_signs(text: str, style: str, label: str, numeral: str, rest: str) -> None:
    found = find_marker(text)
    assert found is not None
    assert (found.style, found.label, found.numeral, found.rest) == (style, label, numeral, rest)


@pytest.mark.parametrize(
    "text",
    [
        "15/6/2025",
        "15.6.2025 gửi",
        "2025. Tổ chức",
        "152/2025/NĐ-CP",
        "1.000 người",
        "1-5 tháng",
        "10/3: Lễ",
        "P. Nội vụ",
        "Đ/c Nam",
        "Phụ lục kèm theo kế hoạch này",
        "Phần thưởng cao quý",
        "Mục đích",
        "Biểu dương",
        "Chương trình",
        "v.v...",
        "-----",
        "6 tháng đầu năm",
        "",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert find_marker(text) is None


def test_a_generated_number_leaves_the_typed_text_alone() -> None:
    found = marker_of_label("2.", "15/6 họp")
    assert found is not None
    assert (found.style, found.number, found.rest) == ("number:1", 2, "15/6 họp")


@pytest.mark.parametrize(
    ("text", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("IIII", None), ("", None), ("VX", None)]
)
def test_roman_values(text: str, value: int | None) -> None:
    assert roman_value(text) == value
