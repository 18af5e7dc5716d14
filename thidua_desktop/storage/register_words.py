"""The words that a line of the register is found by, and the questions that are put to them.

A word is kept with a letter before it for what it stands in: so a search can look at the names alone, and what is found
there comes first. What a line can be filtered by is kept as a sign of its own, which no keyboard has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from thidua_desktop.common.vietnamese import fold

NAME, UNIT, DECISION, PURPOSE = "n", "u", "d", "c"
"""What a word stands in; in the order in which what is found there is shown."""
PARTS = (NAME, UNIT, DECISION, PURPOSE)
_BEFORE = tuple(f" {part}" for part in (NAME, *PARTS))
"""What comes before each word of the texts of a line."""

BITS = 28
"""So many bits of the place of a line are for the number of its entry, turned round."""
TURNED = (1 << BITS) - 1

_APOSTROPHES = str.maketrans("", "", "'`\u2018\u2019\u02bc")
"""Names of the Central Highlands have an apostrophe, in as many shapes as there are keyboards: all are one name."""
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[0-9a-z-]*\d[0-9a-z-]*/[0-9a-z/-]*")
"""The number of a document, such as 15/qd-ubnd: it is found as a whole and by each of its parts."""
_SLASHES = re.compile("/")

# Signs for private use (Unicode 23.5), which are no letters and in no word.
_YEAR, _KIND, _STATE = 0xE000, 0xE800, 0xE810
_AWARD, _UNIT = 0xF0000, 0x100000
_ROOM = 0xFFFE
"""So many signs there are for awards, and for units."""

NEVER = f'"{chr(0xE820)}"'
"""The question that nothing answers."""

_YEARS_FROM = 1900
_POSSIBLE = range(_YEARS_FROM, 3000)
_NO_YEAR = 2047
_YEAR_AT, _KIND_AT, _STATE_AT = 20, 18, 16


def marks(year: int | None, kind: int | None, state: int | None, award: int | None) -> tuple[int, int]:
    """Which bits of the marks of a line have to be how: a mask, and what is under it. None means any."""
    mask = value = 0
    for given, at, bits in (
        (None if year is None else year - _YEARS_FROM if year in _POSSIBLE else _NO_YEAR, _YEAR_AT, 11),
        (kind, _KIND_AT, 2),
        (state, _STATE_AT, 2),
        (award, 0, 16),
    ):
        if given is not None:
            mask |= ((1 << bits) - 1) << at
            value |= given << at
    return mask, value


def parted(value: int) -> tuple[int, int, int, int]:
    """Year, kind, state and award of marks."""
    return (value >> _YEAR_AT) + _YEARS_FROM, value >> _KIND_AT & 3, value >> _STATE_AT & 3, value & 0xFFFF


MARKS_SQL = (
    f"((({{year}} - {_YEARS_FROM}) << {_YEAR_AT}) | (({{kind}}) << {_KIND_AT})"
    f" | (({{state}}) << {_STATE_AT}) | ({{award}}))"
)
"""The marks of a line, for SQLite, which works these signs out from left to right."""


def signs(mask: int, value: int) -> tuple[str, ...]:
    """The signs of lines with such marks, for what the mask asks for."""
    year, kind, state, award = parted(value)
    asked = parted(mask)
    found = []
    if asked[0] != _YEARS_FROM:
        found.append(chr(_YEAR + year - _YEARS_FROM))
    if asked[1]:
        found.append(chr(_KIND + kind))
    if asked[2]:
        found.append(chr(_STATE + state))
    if asked[3]:
        found.append(chr(_AWARD + award % _ROOM))
    return tuple(found)


def unit_sign(unit_id: int) -> str:
    """The sign of lines of a unit."""
    return chr(_UNIT + unit_id % _ROOM)


def tokens(value: int, unit_id: int | None, *texts: str | None) -> str:
    """All that a line is found by.

    Args:
        value: its marks.
        unit_id: its unit.
        texts: the words of the name, of the name that the decision has if that is another one, of the unit, of the
            decision and of what it was for; with one blank between them, as ``of_text`` gives them.
    """
    found = _signs_of_line(value)
    for beginning, text in zip(_BEFORE, texts, strict=True):
        if text:
            found += beginning + text.replace(" ", beginning)
    return found if unit_id is None else f"{found} {unit_sign(unit_id)}"


@lru_cache(maxsize=4096)
def _signs_of_line(value: int) -> str:
    return " ".join(signs(-1, value))


def question(words: Iterable[str], parts: Iterable[str] = PARTS) -> str:
    """What is asked of SQLite for lines that have a word with each of these beginnings in one of some parts."""
    letters = tuple(parts)
    each_word = (" OR ".join(f'"{letter}{word}"*' for letter in letters) for word in words)
    return " AND ".join(f"({one})" for one in each_word)


def each(text: str) -> tuple[str, ...]:
    """The beginnings of words that are typed, in the form in which lines have them."""
    words: list[str] = []
    for piece in _plain(text).split():
        number = _NUMBER.search(piece)
        begin, end = number.span() if number else (0, 0)
        words += [*_WORD.findall(piece[:begin]), *filter(None, [piece[begin:end]]), *_WORD.findall(piece[end:])]
    return tuple(dict.fromkeys(words))


def of_text(text: str) -> str:
    """The words of a text, each once, in the order in which they stand there."""
    return " ".join(dict.fromkeys(_found(_plain(text))))


def _found(plain: str) -> Iterator[str]:
    yield from _WORD.findall(plain)
    for number in _NUMBER.findall(plain):
        yield number
        # 15/2024/qd-ubnd is found by 2024/qd too.
        yield from (later for at in _SLASHES.finditer(number) if _NUMBER.match(later := number[at.end() :]))


def _plain(text: str) -> str:
    """Without marks and apostrophes, "y" as "i": Lý and Lí are one name."""
    return fold(text).replace("y", "i").translate(_APOSTROPHES)
