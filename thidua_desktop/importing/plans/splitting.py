"""Several items typed on one line: "a) …; b) …", "- …; - …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from thidua_desktop.common.vietnamese import POINT_LETTERS
from thidua_desktop.importing.plans.text import UPPER

_BULLETED = re.compile(rf"(?<=[;.])\s+([-–+])\s+(?=[{UPPER}])")
_LETTERED = re.compile(r"(?<=[;.,])\s+([a-zđ])\)\s*(?=\S)")
_NUMBERED = re.compile(rf"(?<=[;.])\s+(\d{{1,2}})([.)])\s+(?=[{UPPER}])")


def split_items(text: str, label: str | None) -> Iterator[tuple[str, str | None]]:
    """The items of a text with their labels; one when the text is one item."""
    cuts = _cuts(text, label)
    start, own = 0, label
    for left, right, following in cuts:
        yield text[start:left].strip(), own
        start, own = right, following
    yield text[start:].strip(), own


def _cuts(text: str, label: str | None) -> list[tuple[int, int, str]]:
    if not label:
        return []
    if label in "-–+":
        return [(found.start(), found.end(), found[1]) for found in _BULLETED.finditer(text) if found[1] == label]
    if label.endswith(")") and label[:-1].strip() in POINT_LETTERS:
        return _in_sequence(_LETTERED, text, POINT_LETTERS.index(label[:-1].strip()), _point)
    if label[:-1].strip().isdecimal():
        return _in_sequence(_NUMBERED, text, int(label[:-1]), _number, sign=label[-1])
    return []


def _in_sequence(
    pattern: re.Pattern[str], text: str, last: int, value: _Value, sign: str = ")"
) -> list[tuple[int, int, str]]:
    cuts: list[tuple[int, int, str]] = []
    for found in pattern.finditer(text):
        if value(found[1]) == last + 1 and (len(found.groups()) == 1 or found[2] == sign):
            cuts.append((found.start(), found.end(), f"{found[1]}{sign}"))
            last += 1
    return cuts


def _point(word: str) -> int:
    return POINT_LETTERS.find(word)


def _number(word: str) -> int:
    return int(word)


class _Value(Protocol):
    """Type of the functions that give a label's place in its sequence."""

    def __call__(self, word: str) -> int: ...
