"""Text as it goes on paper, and the measure of it."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.reports import fonts
from thidua_desktop.reports.model import Cell, Style
from thidua_desktop.reports.texts import bound, cell, printable
from thidua_desktop.reports.typeset import MM, Type, bound_within, phrased, wrapped
from thidua_desktop.wording import messages, papers

BODY = Type(Style.REGULAR, 12)


@pytest.mark.parametrize(
    ("text", "size", "style", "millimetres"),
    [
        (papers.STATE, 12, Style.BOLD, 88.3),
        (papers.STATE, 13, Style.BOLD, 95.7),
        (papers.MOTTO, 13, Style.BOLD, 56.1),
        (papers.MOTTO, 14, Style.BOLD, 60.5),
        ("Hà Nội, ngày 29 tháng 12 năm 2026", 13, Style.ITALIC, 67.0),
        ("Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026", 13, Style.ITALIC, 98.7),
        ("Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026", 14, Style.ITALIC, 106.3),
        ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", 12, Style.BOLD, 77.2),
        ("ỦY BAN NHÂN DÂN TỈNH BẮC NINH", 12, Style.REGULAR, 72.2),
        ("UBND TỈNH BẮC NINH", 13, Style.REGULAR, 48.3),
        ("Số: 1234/QĐ-HĐTĐKT", 13, Style.REGULAR, 44.7),
    ],
)
def test_widths_are_those_of_times(text: str, size: float, style: Style, millimetres: float) -> None:
    assert fonts.width(text, style, size) / MM == pytest.approx(millimetres, abs=0.06)


def test_every_vietnamese_letter_is_in_all_four_faces() -> None:
    vowels = "aăâeêioôơuưy"
    tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
    letters = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in tones) + "đ"
    for style in Style:
        assert fonts.width(letters + letters.upper(), style, 12) > 0


@pytest.mark.parametrize("character", ["☐", "✓", "漢", "😀"])
def test_a_missing_glyph_is_named(character: str) -> None:
    with pytest.raises(fonts.GlyphMissing) as caught:
        wrapped(f"Đã nhận {character} hồ sơ", BODY, 100)
    assert caught.value.params["character"] == character
    assert caught.value.params["text"] == f"Đã nhận {character} hồ sơ"
    assert character in messages.error(caught.value)
    assert f"U+{ord(character):04X}" in messages.error(caught.value)


def test_text_becomes_precomposed_and_visible() -> None:
    decomposed = unicodedata.normalize("NFD", "Hội đồng Thi đua")
    assert printable(decomposed) == "Hội đồng Thi đua"
    assert printable("a\u00adb\u200bc\ufeffd\x07e\tf\r\ng") == "abcd e f\ng"
    assert printable("6\u201112 \uf0b7 mục") == "6-12 - mục"


def test_numbers_stay_with_their_word() -> None:
    assert bound("trong quý IV năm 2026 - 2027") == "trong quý\u00a0IV năm\u00a02026\u00a0-\u00a02027"
    assert bound("kinh tế - xã hội") == "kinh tế\u00a0- xã hội"


def test_what_is_wider_than_its_column_is_bound_no_more() -> None:
    """Else Word and LibreOffice break "Tháng 12/202" | "6"."""
    text = "Trước ngày 15/01/2026"
    assert bound_within(text, BODY, 60 * MM) == bound(text) != text
    assert bound_within(text, BODY, 22 * MM) == text


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, ""), (date(2026, 6, 5), "05/06/2026"), (1234, "1.234"), ("một\nhai", "một\nhai")],
)
def test_cells(value: Cell, shown: str) -> None:
    assert cell(value) == shown


def test_a_word_wider_than_its_column_is_cut() -> None:
    lines = wrapped("https://thiduakhenthuong.example/van-ban/ke-hoach-2026", BODY, 60)
    assert len(lines) > 3
    assert all(line.width <= 60 for line in lines)
    assert "".join(line.text for line in lines) == "https://thiduakhenthuong.example/van-ban/ke-hoach-2026"


def test_paragraphs_of_a_cell_end_with_a_last_line() -> None:
    assert [line.last for line in wrapped("- Sở Nội vụ\n- Sở Y tế", BODY, 200)] == [True, True]
    assert [line.text for line in wrapped("", BODY, 200)] == [""]


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet="abcđêộ  -1\n", max_size=120), st.floats(min_value=8, max_value=300))
def test_lines_fit_and_keep_every_letter(text: str, width: float) -> None:
    lines = wrapped(text, BODY, width)
    assert all(line.width <= width + 0.01 for line in lines)
    joined = "".join(line.text for line in lines)
    assert "".join(joined.split()) == "".join(squeeze(text).split())


def test_a_name_of_one_long_word_does_not_leave_its_column() -> None:
    assert all(line.width <= 50 for line in phrased("TRUNGTÂMNGHIÊNCỨU", Type(Style.BOLD, 12), 50))
