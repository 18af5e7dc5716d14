"""Numbers in words, as they stand below pay lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.common.spelled_numbers import amount_in_words, in_words

_VALUES = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}


def _heard(words: str) -> int:
    """The number that somebody writes down who hears the words; written apart from the program."""
    total = billions = group = digit = 0
    for word in words.split():
        if word in _VALUES:
            digit = _VALUES[word]
        elif word == "mười":
            group, digit = group + 10, 0
        elif word == "mươi":
            group, digit = group + 10 * digit, 0
        elif word == "trăm":
            group, digit = group + 100 * digit, 0
        elif word in ("nghìn", "triệu"):
            total, group, digit = total + (group + digit) * {"nghìn": 1_000, "triệu": 1_000_000}[word], 0, 0
        elif word == "tỷ":
            billions, total, group, digit = (total + group + digit) * 1_000_000_000, 0, 0, 0
        else:
            assert word == "linh"
    return billions + total + group + digit


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (111, "một trăm mười một"),
        (1_005, "một nghìn không trăm linh năm"),
        (710_000, "bảy trăm mười nghìn"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (2_000_000_021, "hai tỷ không trăm hai mươi mốt"),
        (12_345_678, "mười hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám"),
        (3_000_000_000_000, "ba nghìn tỷ"),
    ],
)
def test_words(number: int, words: str) -> None:
    assert in_words(number) == words


@given(st.integers(0, 10**18 - 1))
def test_whoever_hears_the_words_writes_the_number(number: int) -> None:
    assert _heard(in_words(number)) == number


def test_an_amount_begins_with_a_capital() -> None:
    assert amount_in_words(760_000) == "Bảy trăm sáu mươi nghìn đồng"


@pytest.mark.parametrize("number", [-1, 10**18])
def test_what_no_pay_list_holds_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        in_words(number)
