"""Identity numbers beside sex and birth year; births as people write them."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.identity import birth_year, check_id_number, read_birth, tidy_id_number


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
