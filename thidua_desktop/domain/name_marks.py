"""Where three spellings of one name differ, letter by letter, so that the differing ones can be marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters that follow each other and either stand in every text or do not."""

    text: str
    differs: bool


def marked(texts: Sequence[str | None]) -> tuple[tuple[Stretch, ...] | None, ...]:
    """Each text cut into what it shares with all others and what it does not; None for a text that is missing.

    Nothing is normalised: a letter and its decomposed form, one blank and two are different.
    """
    return tuple(None if text is None else _cut(text, _shared(text, texts)) for text in texts)


def unseen(text: str) -> str:
    """Letters that the eye does not tell apart made visible: blanks as a dot, joined marks on a circle of their own."""
    return "".join(_visible(letter) for letter in text)


def _shared(text: str, texts: Sequence[str | None]) -> list[bool]:
    shared = [True] * len(text)
    for other in texts:
        if other is None or other == text:
            continue
        there = [False] * len(text)
        for block in SequenceMatcher(None, text, other, autojunk=False).get_matching_blocks():
            there[block.a : block.a + block.size] = [True] * block.size
        shared = [mine and found for mine, found in zip(shared, there, strict=True)]
    return shared


def _cut(text: str, shared: Sequence[bool]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for letter, same in zip(text, shared, strict=True):
        if found and found[-1].differs is not same:
            found[-1] = Stretch(found[-1].text + letter, differs=not same)
        else:
            found.append(Stretch(letter, differs=not same))
    return tuple(found)


def _visible(letter: str) -> str:
    if unicodedata.combining(letter):
        return f"◌{letter}"
    if letter.isspace():
        return "·"
    return letter if letter.isprintable() else "□"
