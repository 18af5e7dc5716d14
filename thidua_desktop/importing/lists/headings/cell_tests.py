"""What the cells of a column look like: awards, names, ranks, figures, reasons; asked where a heading says nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.identity import tidy_id_number
from thidua_desktop.importing.lists.meanings.awards import AwardReader, speaks_of_award
from thidua_desktop.importing.lists.meanings.people import begins_with_rank
from thidua_desktop.importing.lists.meanings.vocabulary import begins_with_post, is_unit, kind_of_value, occasion_in

_CROSSES = ("x", "1", "v", "d", "✓", "☑", "*", "+", "co", "yes", "true")
_TICKS = ("•", "·", "ü", "þ", "xx")
"""Bullets, and what ticks of symbol fonts become in other fonts."""
_NO_TICKS = "=<>~|±÷∞□☐○◯◻❏❑▢"
"""Signs of sums, and boxes that nobody has ticked."""
_RINGS, _FULL = ("○", "◯", "〇"), ("●", "◉", "⬤")
_STARS = re.compile(r"[1-4]//?(?:[ /-]?(?:CN|QNCN))?|[HB][1-3]")
_RESULTS = (
    "khong",
    "dat",
    "khong dat",
    "du",
    "khong du",
    "dong y",
    "khong dong y",
    "du dieu kien",
    "khong du dieu kien",
)
_FIGURE = re.compile(
    r"[\d\s.,/()%–=+-]*\d[\d\s.,/()%–=+-]*(?:(?:phieu|diem|nguoi|tan thanh|dong y|dat|y kien|thanh vien)[\s\d/%(),.]*)*"
)
"""Votes, marks and shares: "25/25", "18/20 phiếu (90%)"."""
_OF_DECISION = re.compile(r"(?:(?:so )?(?:qd|quyet dinh)\b.*|(?:so )?\d+/qd\S*(?: .*)?)")
_OF_PLACES = re.compile(r"\b(?:hang|suy ton|binh (?:xet|bau)|xep)\b")
_LOWEST_CLASS = 3
_FEWEST_DIGITS = 7
"""Of an identity number whose first zeros are lost."""
_ID_LENGTHS = (9, 12)
_LONGEST_KIND = 15
_TOLD = 5
"""Words of a cell that tells something."""
MOSTLY = 0.6
"""Of the cells of a column, by which the column is told."""


def is_occasion(text: str) -> bool:
    """Whether a cell names an occasion of the law."""
    return occasion_in(text) is not None


def is_reason(text: str) -> bool:
    """Whether a cell tells what somebody has done and names no award."""
    return is_told(text) and not speaks_of_award(text)


def are_capitals(text: str) -> bool:
    """Whether all words are letters that begin with a capital."""
    return all(word[:1].isupper() and word.isalpha() for word in text.split())


def is_code(text: str, codes: Mapping[str, str], awards: AwardReader) -> bool:
    """Whether a cell is a code that the list explains as an award."""
    return text in codes and awards.award_id(codes[text], None) is not None


def are_counts(texts: Sequence[str]) -> bool:
    """Whether the cells below an award say how many have it; numbers that only go on count who has it."""
    numbers = [int(text) for text in texts if text.isdecimal()]
    return len(numbers) == len(texts) > 0 and max(numbers) > 1 and numbers != list(range(1, len(numbers) + 1))


def is_cross(text: str) -> bool:
    """Whether a cell only says that what its heading names is meant: a letter, or a sign of any font."""
    sign = text.strip(" .()[]").replace("\ufe0f", "")
    if fold(sign) in _CROSSES or sign in _TICKS:
        return True
    return len(sign) == 1 and sign not in _NO_TICKS and unicodedata.category(sign) in ("So", "Sm", "Co")


def ticks_by_rings(texts: Sequence[str], rows: int) -> bool:
    """Whether rings tick somebody: they stand in some of the rows of a table; in all of them they are empty boxes."""
    return any(text in _RINGS for text in texts) and len(texts) < rows and not any(text in _FULL for text in texts)


def is_ring(text: str) -> bool:
    """Whether a cell holds a ring and nothing else."""
    return text in _RINGS


def only_crosses(texts: Sequence[str]) -> bool:
    """Whether the cells of a column say nothing but "yes"."""
    return bool(texts) and all(map(is_cross, texts))


def is_no_reason(text: str) -> bool:
    """Whether a cell below "Sáng kiến" only says that there is one, or by which decision it was found to be one."""
    said = fold(text)
    return is_cross(text) or said in _RESULTS or is_figure(text) or _OF_DECISION.fullmatch(said) is not None


def is_figure(text: str) -> bool:
    """Whether a cell holds votes, marks or shares."""
    return _FIGURE.fullmatch(fold(text)) is not None


def is_vote(text: str) -> bool:
    """Whether a cell below "Kết quả bình xét" says how many were for it, not which award: "20/21", "95%"."""
    return not text.isdigit() and is_figure(text)


def are_places(heading: str, texts: Sequence[str]) -> bool:
    """Whether plain numbers below a heading of awards rank those who competed: they name no award.

    The classes of an order are numbered from 1 to 3 ("Huân chương Lao động", "Hạng"). Numbers below other headings may
    be codes of awards, which the clerk is asked about.
    """
    numbers = [int(text) for text in texts if text.isdecimal()]
    if len(numbers) < MOSTLY * len(texts) or max(numbers, default=0) <= _LOWEST_CLASS:
        return False
    return _OF_PLACES.search(fold(heading)) is not None


def mostly(fits: Callable[[str], bool], texts: Sequence[str]) -> bool:
    """Whether most of the cells fit; False for a column without any."""
    return bool(texts) and sum(map(fits, texts)) >= MOSTLY * len(texts)


def is_told(text: str) -> bool:
    """Whether a cell tells something in several words, as what somebody has done."""
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    return len(words) >= _TOLD and small * 2 > len(words) and not is_unit(text) and not begins_with_post(text)


def is_award(text: str, awards: AwardReader) -> bool:
    """Whether a cell holds one award, or several, and nothing else."""
    return awards.award_id(text, None) is not None or bool(awards.several(text, None))


def is_rank(text: str) -> bool:
    """Whether a cell holds a rank, written out or by its bars and stars ("4//", "2/", "H2")."""
    return begins_with_rank(text) or _STARS.fullmatch(text) is not None


def is_kind(text: str) -> bool:
    """Whether a cell says which kind of recipient a row is about."""
    return len(text) <= _LONGEST_KIND and kind_of_value(text) is not None


def may_be_id_number(text: str) -> bool:
    """Whether a cell may hold an identity number, even one that Excel has rounded."""
    return sum(map(str.isdigit, text)) >= _FEWEST_DIGITS or "e+" in text.casefold()


def is_id_number(text: str) -> bool:
    """Whether a cell surely holds an identity number."""
    digits = tidy_id_number(text)
    return digits.isdigit() and len(digits) in _ID_LENGTHS and not digits.endswith("000")  # an amount of money


def is_word(text: str) -> bool:
    """Whether a cell holds one word of a name."""
    return len(text.split()) <= 2 and text[:1].isupper() and not any(sign.isdigit() for sign in text)
