"""The forms in which one name is written: old and new place of the tone mark, i for y, missing marks, short words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from thidua_desktop.common.vietnamese import squeeze

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SIGNS = re.compile(r"[.,;:()\[\]{}\"“”/\\\-–—_]+")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
_Y_FOR_I = re.compile(r"(?<![aăâeêioôơuưy])y$|(?<=qu)y$")
"""A y that stands for i: alone or after a consonant (Lý, Mỹ, Vy), and in "quy"; not the y of "ay", "uy", "ây"."""
_STROKE = str.maketrans({"đ": "d"})


@dataclass(frozen=True, slots=True)
class WordForm:
    """A word as letters with their own marks (ă â đ ê ô ơ ư) and one tone ("0" for none)."""

    letters: str
    tone: str
    bare: str
    """The letters without any mark."""

    @property
    def is_bare(self) -> bool:
        """Whether it is written without any mark."""
        return self.tone == "0" and self.letters == self.bare

    def fits(self, other: WordForm) -> bool:
        """Whether both can be one word of which somebody has left out all marks; "Tân" and "Tấn" are two."""
        same = (self.letters, self.tone) == (other.letters, other.tone)
        return same or (self.bare == other.bare and (self.is_bare or other.is_bare))


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name word by word, in every form that is compared."""

    written: str
    """NFC, blanks squeezed, small letters."""
    words: tuple[WordForm, ...]
    toned: str
    """Equal for names that differ only in the place of their tone marks."""
    bare: str
    """Equal for names that differ only in marks, and in i and y."""
    one_vowel: str
    """Equal for names that differ only in the place of tone marks, and in i and y."""


@lru_cache(maxsize=65536)
def name_form(name: str) -> NameForm:
    """The forms of a name; signs between words count as blanks, so that "N.V.An" has three words."""
    written = squeeze(name).casefold().translate(_APOSTROPHES)
    words = tuple(_word(word) for word in _SIGNS.sub(" ", written).split())
    return NameForm(
        written,
        words,
        toned=" ".join([f"{word.letters}{word.tone}" for word in words]),
        bare=" ".join([one_vowel(word.bare) for word in words]),
        one_vowel=" ".join([f"{one_vowel(word.letters)}{word.tone}" for word in words]),
    )


@lru_cache(maxsize=8192)
def one_vowel(letters: str) -> str:
    """Letters of a word with i where y is only another way to write it: "ly" and "li", "quy" and "qui"."""
    return _Y_FOR_I.sub("i", letters)


def toned(text: str) -> str:
    """Text that is equal for the same words, whatever the place of tone marks, blanks and capitals."""
    return name_form(text).toned


@lru_cache(maxsize=8192)
def _word(word: str) -> WordForm:
    tone, letters = "0", []
    for mark in unicodedata.normalize("NFD", word):
        if mark in _TONES:
            tone = _TONES[mark]
        else:
            letters.append(mark)
    whole = unicodedata.normalize("NFC", "".join(letters))
    bare = "".join(_bare(letter) for letter in whole)
    return WordForm(whole, tone, bare)


def _bare(letter: str) -> str:
    """The letter alone; exactly one sign, so that both forms stay aligned."""
    return unicodedata.normalize("NFD", letter.translate(_STROKE))[0]
