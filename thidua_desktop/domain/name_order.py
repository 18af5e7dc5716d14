"""The order of names (document-forms §6.1): tên, then họ, then đệm; letters first, tones after them.

One key for sorting in memory and in the office file: it compares as plain text, code point by code point, which is
what SQLite does. "Hòa" and "Hoà" have the same key; whoever needs a total order adds the record's number.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.awards import RecipientKind

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
"""none < huyền < hỏi < ngã < sắc < nặng (CLDR vi)."""
_LETTERS = {letter: chr(ord("A") + place) for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_OTHER = "#"
"""Before digits and signs: these stand before all letters and keep their own order."""
_END = "!"
"""After the letters of a word: a word stands before the longer ones that begin with it."""
_HOUSEHOLD = re.compile(r"(?i)^(?:hộ\s+|gia\s+đình\s+)+(?:(?:ông|bà|anh|chị)\s+)*(?=\S)")
_HIGHLAND = re.compile(r"(?i)^(?:y|a|h)\s+\S|^(?:h|k|y)['’ʼ]")
"""Names of Ê-đê, Gia-rai, Mnông, Xơ-đăng, Ba-na people: the first word tells man or woman, no family name leads."""
_FOREIGN = re.compile(r"(?i)[fjwz]|[ñçßøåæœäëïöü]")


@lru_cache(maxsize=65_536)
def name_key(name: str, kind: RecipientKind = RecipientKind.PERSON, sort_name: str | None = None) -> str:
    """The key by which a recipient is sorted; compare it as text.

    Args:
        name: as it is written.
        kind: persons and the persons of households by tên; collectives as written, for where the office's own order
            of units leaves two of them side by side.
        sort_name: what the clerk wants the name to be sorted as, word by word as it stands.
    """
    if sort_name and sort_name.strip():
        return _words_key(squeeze(sort_name).split(" "))
    written = squeeze(name)
    if kind is RecipientKind.COLLECTIVE:
        return _words_key(written.split(" "))
    if kind is RecipientKind.HOUSEHOLD:
        written = _HOUSEHOLD.sub("", written)
    words = written.split(" ")
    return _words_key(words if keeps_its_order(written) else (words[-1], *words[:-1]))


def keeps_its_order(name: str) -> bool:
    """Whether the words of a person's name are not turned round: foreign names and those that begin with Y, A, H'."""
    return _HIGHLAND.search(name) is not None or _FOREIGN.search(name) is not None


def _words_key(words: tuple[str, ...] | list[str]) -> str:
    return " ".join(map(_word_key, words))


@lru_cache(maxsize=8192)
def _word_key(word: str) -> str:
    tone, letters, digits = "0", [], ""
    for char in unicodedata.normalize("NFC", word.casefold()):
        if char.isdecimal() and char.isascii():
            digits += char
            continue
        letters.append(_number(digits))
        digits = ""
        marks = unicodedata.normalize("NFD", char)
        tone = next((_TONES[mark] for mark in marks if mark in _TONES), tone)
        letter = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
        if letter:
            letters.append(_LETTERS.get(letter, f"{_OTHER}{letter[0]}"))
    letters.append(_number(digits))
    return f"{''.join(letters)}{_END}{tone}"


def _number(digits: str) -> str:
    """Digits by their value: "Đội 2" stands before "Đội 10"."""
    if not digits:
        return ""
    value = digits.lstrip("0")
    return f"{_OTHER}{chr(ord('0') + min(len(value), 40))}{value}"
