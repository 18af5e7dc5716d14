"""Names are broken where a reader would pause."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.reports import fonts, phrases
from thidua_desktop.reports.model import Style
from thidua_desktop.reports.typeset import MM

COLUMN = 62 * MM
WORDS = ("HỘI", "ĐỒNG", "THI", "ĐUA", "-", "KHEN", "THƯỞNG", "TỈNH", "XÃ", "VÀ", ",", "NGUYỄN")


def lines(name: str, size: float = 12, width: float = COLUMN) -> tuple[str, ...]:
    return phrases.broken(name, lambda piece: fonts.width(piece, Style.BOLD, size) <= width)


def test_a_date_stays_on_one_line() -> None:
    said = "(Kèm theo Kế hoạch số 102/KH-UBND ngày 06 tháng 02 năm 2025 của UBND huyện Thạch Đà)"
    assert any("ngày 06 tháng 02 năm 2025" in line for line in lines(said, 14, 152 * MM))


@pytest.mark.parametrize(
    "expected",
    [
        "UBND TỈNH HỒNG SƠN",
        "HỘI ĐỒNG / THI ĐUA - KHEN THƯỞNG",
        "TM. HỘI ĐỒNG / THI ĐUA - KHEN THƯỞNG",
        "SỞ NÔNG NGHIỆP / VÀ MÔI TRƯỜNG",
        "SỞ VĂN HOÁ, THỂ THAO / VÀ DU LỊCH",
        "ỦY BAN NHÂN DÂN / TỈNH BẮC NINH",
        "ỦY BAN NHÂN DÂN / PHƯỜNG ĐIỆN BIÊN PHỦ / THÀNH PHỐ HỒ CHÍ MINH",
        "BAN / THI ĐUA - KHEN THƯỞNG / TỈNH ĐỒNG NAI",
        "ỦY BAN MẶT TRẬN / TỔ QUỐC VIỆT NAM / TỈNH BÀ RỊA - VŨNG TÀU",
        "TRƯỜNG TRUNG HỌC / PHỔ THÔNG CHUYÊN / NGUYỄN BỈNH KHIÊM",
        "PHÒNG VĂN HÓA - XÃ HỘI / XÃ CẨM MỸ",
        "TRUNG TÂM PHỤC VỤ / HÀNH CHÍNH CÔNG / TỈNH ĐẮK LẮK",
    ],
)
def test_agency_names_in_the_letterhead_column(expected: str) -> None:
    assert lines(expected.replace(" / ", " ")) == tuple(expected.split(" / "))


def test_old_and_new_tone_marks_make_no_difference() -> None:
    assert len(lines("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH")) == len(lines("SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH"))


def test_a_title_is_set_in_even_lines() -> None:
    title = "DANH MỤC NHIỆM VỤ THỰC HIỆN KẾ HOẠCH CÔNG TÁC THI ĐUA, KHEN THƯỞNG TRÊN ĐỊA BÀN TỈNH NĂM 2026"
    assert lines(title, 14, 236 * MM) == (
        "DANH MỤC NHIỆM VỤ THỰC HIỆN KẾ HOẠCH CÔNG TÁC",
        "THI ĐUA, KHEN THƯỞNG TRÊN ĐỊA BÀN TỈNH NĂM 2026",
    )


def test_line_breaks_of_the_clerk_stay() -> None:
    assert lines("SỞ\nNỘI VỤ") == ("SỞ", "NỘI VỤ")


def test_a_dash_never_opens_a_line() -> None:
    for width in range(20, 120, 5):
        pieces = lines("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG CỤM - KHỐI", width=width * MM)
        assert not any(piece.startswith("-") for piece in pieces)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_no_word_is_lost_and_lines_fit(words: list[str]) -> None:
    text = " ".join(words)
    pieces = lines(text)
    assert " ".join(pieces) == text
    assert all(fonts.width(piece, Style.BOLD, 12) <= COLUMN or " " not in piece for piece in pieces)
