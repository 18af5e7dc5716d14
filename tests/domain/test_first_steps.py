"""What an office is likely to be called in short and where its papers are dated."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.first_steps import guessed_code, guessed_place, is_declared
from thidua_desktop.domain.units import Office


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SỞ NỘI VỤ", "SNV"),
        ("Sở Nội vụ", "SNV"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "SGDĐT"),
        ("Ban Thi đua - Khen thưởng", "BTĐKT"),
        ("UBND XÃ TÂN HÒA", "UBNDXTH"),
        ("  ", ""),
    ],
)
def test_the_abbreviation_in_numbers(name: str, code: str) -> None:
    assert guessed_code(name) == code


@pytest.mark.parametrize(
    ("name", "superior", "place"),
    [
        ("SỞ NỘI VỤ", "UBND TỈNH BẮC NINH", "Bắc Ninh"),
        ("ỦY BAN NHÂN DÂN XÃ TÂN HÒA", "UBND TỈNH BẮC NINH", "Tân Hòa"),
        ("Trường THPT Lê Hồng Phong", "Sở Giáo dục và Đào tạo tỉnh Đắk Lắk", "Đắk Lắk"),
        ("SỞ NỘI VỤ", "UBND THÀNH PHỐ HỒ CHÍ MINH", "Thành phố Hồ Chí Minh"),
        ("SỞ NỘI VỤ", "UBND TP. ĐÀ NẴNG", "Đà Nẵng"),
        ("TRƯỜNG TIỂU HỌC SỐ 1", "UBND PHƯỜNG MINH KHAI", "Minh Khai"),
        ("BỆNH VIỆN ĐA KHOA", "", ""),
        ("BAN THI ĐUA", "BỘ NỘI VỤ", ""),
        ("", "UBND TỈNH", ""),
    ],
)
def test_the_place_of_the_date_line(name: str, superior: str, place: str) -> None:
    assert guessed_place(name, superior) == place


def test_an_office_is_declared_when_its_papers_have_no_blanks() -> None:
    office = Office(name="SỞ NỘI VỤ", place="Bắc Ninh", signer_posts=("GIÁM ĐỐC",), signer_name="Nguyễn Văn An")
    assert is_declared(office)
    assert not is_declared(Office(name="SỞ NỘI VỤ"))
