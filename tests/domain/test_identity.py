"""Identity numbers beside sex and birth year; births as people write them."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.identity import (
    birth_year,
    check_id_number,
    is_masked,
    read_birth,
    shown_id_number,
    tidy_id_number,
    without_id_numbers,
)


@pytest.mark.parametrize(
    ("number", "gender", "birth", "codes"),
    [
        ("", "male", "1980", []),
        ("012345678", "female", "1980", []),
        ("001080123456", "male", "1980", []),
        ("001080123456", "male", "1980-05-17", []),
        ("001180123456", "female", "1980", []),
        ("001205123456", "male", "2005", []),
        ("001305123456", "female", "2005", []),
        ("001080123456", None, None, []),
        ("********3456", "male", "1980", ["identity.masked"]),
        ("001080123456", "female", "1980", ["identity.sex"]),
        ("001080123456", "male", "1981", ["identity.year"]),
        ("001280123456", "female", "1980", ["identity.sex", "identity.year"]),
        ("1080123456", "male", "1980", ["identity.length"]),
        ("0010801234567", "male", "1980", ["identity.length"]),
        ("00108012345X", "male", "1980", ["identity.length"]),
    ],
)
def test_what_is_said_of_a_number(number: str, gender: str | None, birth: str | None, codes: list[str]) -> None:
    assert [found.code for found in check_id_number(number, gender=gender, birth=birth)] == codes


def test_only_the_length_blocks() -> None:
    (length,) = check_id_number("123", gender=None, birth=None)
    assert length.severity is Severity.BLOCKING
    assert all(
        found.severity is Severity.WARNING for found in check_id_number("001280123456", gender="female", birth="1980")
    )


def test_blanks_and_dots_between_digits_are_typing() -> None:
    assert tidy_id_number(" 001 080.123-456 ") == "001080123456"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", None),
        (" 1980 ", "1980"),
        ("17/5/1980", "1980-05-17"),
        ("17.05.1980", "1980-05-17"),
        ("1-1-2001", "2001-01-01"),
    ],
)
def test_births(text: str, kept: str | None) -> None:
    assert read_birth(text) == kept
    assert birth_year(kept) == (int(kept[:4]) if kept else None)


@pytest.mark.parametrize("text", ["80", "1880", "31/2/1980", "17/5/80", "tháng 5"])
def test_what_is_no_birth_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_birth(text)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (None, ""),
        ("", ""),
        ("001080123456", "********3456"),
        ("012345678", "*****5678"),
        ("12345678", "********"),  # half of it or more would be shown
        ("1", "*"),
    ],
)
def test_only_the_last_digits_are_shown(number: str | None, shown: str) -> None:
    assert shown_id_number(number) == shown
    assert shown_id_number(number, full=True) == (number or "")
    assert is_masked(shown) is bool(shown)


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("001080123456", "********3456"),
        ("012345678", "*****5678"),
        ("Ông An (CCCD 001080123456), Sở Nội vụ", "Ông An (CCCD ********3456), Sở Nội vụ"),
        ("số 001 080 123 456.", "số ********3456."),
        ("001.080.123.456", "********3456"),
        ("CMND số: 012345678", "CMND số: *****5678"),
        ("số định danh 012 345 678; số căn cước 001080123456", "số định danh *****5678; số căn cước ********3456"),
        ("001080123456 và 001180654321", "********3456 và ********4321"),
    ],
)
def test_numbers_within_a_text_are_masked(text: str, shared: str) -> None:
    assert without_id_numbers(text) == shared
    assert without_id_numbers(shared) == shared


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Có thành tích xuất sắc năm 2024",
        "ủng hộ 150000000 đồng",  # nine digits that are money
        "tổng số 120.000.000.000 đồng, 125000000000 đồng",
        "điện thoại 0912345678, mã số thuế 0100109106, tài khoản 0010801234567",
        "Quyết định số 123/QĐ-UBND ngày 01/02/2024",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert without_id_numbers(text) == text
