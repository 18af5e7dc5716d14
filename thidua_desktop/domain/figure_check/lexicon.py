"""The words of the field: which phrases name what is counted, and which say nothing about it.

A token is "dimension:value" ("who:collective", "award:giay_khen"); a phrase may carry several. Letters keep their
diacritics ("năm" is a year, "nam" a man), only capitals and the place of a tone mark do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from thidua_desktop.common.vietnamese import nfc

SILENT: frozenset[str] = frozenset()
_PIECE = re.compile(r"[^\W_]+|[^\w\s]")
_TONE_PLACES = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)
"""The new place of the mark ("hoà", "uỷ") → the old one."""


@dataclass(frozen=True, slots=True)
class Word:
    """A phrase or a single word: ``tokens`` None for one that the lexicon does not know."""

    text: str
    start: int
    end: int
    tokens: frozenset[str] | None = None


class Lexicon:
    """Finds phrases in a text, the longest first.

    Args:
        phrases: each phrase with its tokens; no token for words that say nothing about what is counted.
        agencies: names of those who act: in running text they say nothing about what is counted.
    """

    def __init__(self, phrases: Mapping[str, Iterable[str]], agencies: Iterable[str] = ()) -> None:
        self.agencies = tuple(agencies)
        self._phrases: dict[tuple[str, ...], frozenset[str]] = {}
        self._longest: dict[str, int] = {}
        for phrase, tokens in phrases.items():
            self._add(phrase, frozenset(tokens))

    def with_silent(self, phrases: Iterable[str]) -> Lexicon:
        """The same with more words that say nothing: the names in the letterhead."""
        made = Lexicon({})
        made._phrases, made._longest = dict(self._phrases), dict(self._longest)
        for phrase in phrases:
            made._add(phrase, SILENT)
        return made

    def _add(self, phrase: str, tokens: frozenset[str]) -> None:
        words = tuple(plain(piece.group()) for piece in _PIECE.finditer(nfc(phrase)))
        if words:
            self._phrases[words] = tokens
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def read(self, text: str) -> tuple[Word, ...]:
        """The words and phrases of a text in order; signs are words of their own unless a phrase holds them."""
        return tuple(self._read(text))

    def _read(self, text: str) -> Iterator[Word]:
        pieces = [(plain(piece.group()), piece.start(), piece.end()) for piece in _PIECE.finditer(text)]
        at = 0
        while at < len(pieces):
            size, tokens = self._match([word for word, _, _ in pieces[at : at + self._longest.get(pieces[at][0], 1)]])
            start, end = pieces[at][1], pieces[at + size - 1][2]
            yield Word(text[start:end], start, end, tokens)
            at += size

    def _match(self, words: list[str]) -> tuple[int, frozenset[str] | None]:
        for size in range(len(words), 0, -1):
            found = self._phrases.get(tuple(words[:size]))
            if found is not None:
                return size, found
        return 1, None


def plain(word: str) -> str:
    """A word as the lexicon compares it."""
    small = word.casefold()
    if len(small) > 1 and small[-1] not in "abcdefghijklmnopqrstuvwxyz":
        small = small[:-2] + _TONE_PLACES.get(small[-2:], small[-2:])
    return small
