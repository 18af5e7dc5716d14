"""Looking for words in the manual, whatever their accents: a word is found where words begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.common.vietnamese import fold

_AROUND = 60
"""Letters that an excerpt shows before what was found."""
_EXCERPT = 170


def wanted_in(query: str) -> tuple[str, ...]:
    """The words of a query, folded."""
    return tuple(dict.fromkeys(fold(query).split()))


def has(folded: str, words: str) -> bool:
    """Whether folded text has these folded words, one after the other, beginning where a word begins."""
    return _pattern(words).search(folded) is not None


def places(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Begin and end of every word of ``query`` in ``text``; of the whole query where it stands so."""
    wanted = wanted_in(query)
    if not wanted:
        return ()
    folded, origins = _folded(text)
    found = _all(folded, " ".join(wanted)) or [each for word in wanted for each in _all(folded, word)]
    return tuple((origins[start], origins[end - 1] + 1) for start, end in sorted(found))


def excerpt(text: str, wanted: Sequence[str]) -> str:
    """The passage of ``text`` with the words, cut at spaces; the first one where none has them."""
    passages = text.replace("….", "…").split("\n")  # a deed that asks further, at the end of a sentence
    whole = " ".join(wanted)
    at = next((passage for passage in passages if has(fold(passage), whole)), None)
    at = at or next((passage for passage in passages if any(has(fold(passage), word) for word in wanted)), passages[0])
    first = places(at, whole)
    place = max(0, first[0][0] - _AROUND) if first else 0
    start = at.rfind(" ", 0, place) + 1 if place else 0
    shown = at[start : start + _EXCERPT]
    if len(at) > start + _EXCERPT:
        shown = f"{shown.rsplit(' ', 1)[0]}…"
    return f"…{shown}" if start else shown


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(f"{'(?<![a-z0-9])' if words[0].isalnum() else ''}{re.escape(words)}")


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without accents, letter by letter, and which letter of the text each one was."""
    letters: list[str] = []
    origins: list[int] = []
    for at, letter in enumerate(text):
        for plain in fold(letter) or " ":
            letters.append(plain)
            origins.append(at)
    return "".join(letters), origins


def _all(folded: str, words: str) -> list[tuple[int, int]]:
    return [found.span() for found in _pattern(words).finditer(folded)]
