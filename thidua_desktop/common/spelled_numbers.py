"""Whole numbers in Vietnamese words, as sums of money are written out in pay lists.

num2words reads 1.005.000 as "một triệu năm nghìn" and 2.000.000.021 as "hai tỷ lẻ hai mươi mốt", without the empty
hundreds; on a paper that pays money the words have to be those that an accountant reads aloud.
"""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_BILLION = 1_000_000_000
_LIMIT = 10**18


def in_words(number: int) -> str:
    """A number from 0 to 10^18 (exclusive) in words, in lower case: 1005 is "một nghìn không trăm linh năm".

    Raises:
        ValueError: below 0 or too large.
    """
    if not 0 <= number < _LIMIT:
        raise ValueError(number)
    return " ".join(_words(number, leading=True)) if number else _DIGITS[0]


def amount_in_words(dong: int) -> str:
    """A sum of money as it stands below a pay list: "Bảy trăm mười nghìn đồng"."""
    words = in_words(dong)
    return f"{words[0].upper()}{words[1:]} đồng"


def _words(number: int, *, leading: bool) -> list[str]:
    """``leading``: nothing stands before, so empty hundreds are not read."""
    billions, rest = divmod(number, _BILLION)
    words: list[str] = []
    if billions:
        words += [*_words(billions, leading=leading), "tỷ"]
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            words += _hundreds(group, whole=bool(words) or not leading)
            words += [_GROUPS[power]] if power else []
    return words


def _hundreds(group: int, *, whole: bool) -> list[str]:
    hundreds, below = divmod(group, 100)
    tens, ones = divmod(below, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or whole else []
    if tens > 1:
        words += [_DIGITS[tens], "mươi"]
    elif tens == 1:
        words.append("mười")
    elif ones and words:
        words.append("linh")
    if ones:
        words.append(_last(tens, ones))
    return words


def _last(tens: int, ones: int) -> str:
    if tens > 1 and ones in (1, 4):
        return {1: "mốt", 4: "tư"}[ones]
    return "lăm" if tens and ones == 5 else _DIGITS[ones]
