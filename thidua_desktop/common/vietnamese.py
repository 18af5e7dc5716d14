"""Vietnamese text: one Unicode form, folding for search, alphabetical order."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Tone marks in dictionary order: none < huyền < hỏi < ngã < sắc < nặng (CLDR vi)."""

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_LETTERS, start=1)}

_MORE = re.compile("[^\x00-\x7f\u0300-\u034e\u0350-\u036f]")
"""Anything beside plain letters and the marks that stand above and below them: Unicode has to be asked of each sign
whether it is a mark, and that takes five times as long."""

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters that number the points (điểm) of a document: no ă â ê ô ơ ư, no f j w z (NĐ 30/2020/NĐ-CP, annex I)."""


def nfc(text: str) -> str:
    """The text in precomposed Unicode (TCVN 6909:2001), which is the only form kept in the store."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65536)
def squeeze(text: str) -> str:
    """The text in NFC with every run of blanks (no-break ones too) as one space, trimmed."""
    squeezed = " ".join(nfc(text).split())
    return text if squeezed == text else squeezed  # most texts are; a list of a province need not be there twice


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower-case text without diacritics, ``đ`` as ``d``, blanks squeezed: the form that search compares."""
    lowered = text.casefold()
    if not lowered.isascii():
        lowered = unicodedata.normalize("NFD", lowered.replace("đ", "d"))
        if _MORE.search(lowered) is None:
            lowered = lowered.encode("ascii", "ignore").decode("ascii")
        else:
            lowered = "".join(mark for mark in lowered if not unicodedata.combining(mark))
    return " ".join(lowered.split())


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """A key that orders text as a Vietnamese dictionary does, word by word.

    Letters decide first, tones after them, so that "Hòa" and "Hoà" (old and new place of the mark) are equal.
    """
    return tuple(_word_key(word) for word in squeeze(text).casefold().split(" "))


def _word_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters: list[int] = []
    tone = 0
    for char in word:
        bare = unicodedata.normalize("NFD", char)
        tone = next((_TONES[mark] for mark in bare if mark in _TONES), tone)
        letter = unicodedata.normalize("NFC", "".join(mark for mark in bare if mark not in _TONES))
        # Digits and signs stand before letters and keep their own order.
        letters.append(_RANK[letter] + 0x110000 if letter in _RANK else ord(letter[0]) if letter else 0)
    return tuple(letters), (tone,)
