"""Sentences taken apart into numbers, each with the words before and behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from thidua_desktop.domain.figure_check.claims import Key, dimension
from thidua_desktop.domain.figure_check.lexicon import Lexicon, Word
from thidua_desktop.domain.figure_check.quantities import Quantity, quantities
from thidua_desktop.domain.figure_check.times import times

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?]”)\s+|\n")
_STOPS = frozenset(",:;()–-/")
_QUOTES = frozenset('“”"«»')


@dataclass(frozen=True, slots=True)
class Said:
    """What a stretch of words says: tokens of the lexicon, and names and other words that it does not know."""

    tokens: Key = frozenset()
    names: Key = frozenset()
    """Unknown words that begin with a capital inside a sentence, or stand in quotation marks."""
    words: Key = frozenset()
    """The other unknown words."""

    @property
    def empty(self) -> bool:
        """Nothing about what is counted."""
        return not (self.tokens or self.names or self.words)

    def __or__(self, other: Said) -> Said:
        return Said(self.tokens | other.tokens, self.names | other.names, self.words | other.words)


@dataclass(slots=True)
class Spot:
    """A number in a clause."""

    quantity: Quantity
    before: list[Word] = field(default_factory=list)
    """From the first stop behind the former number, or from the beginning."""
    after: list[Word] = field(default_factory=list)
    """Up to the next stop."""
    depth: int = 0
    """How many brackets are open."""

    def signs(self) -> frozenset[str]:
        """What the words before it say of how it belongs to the numbers before: "parts", "among", "up" …"""
        return signs(self.before)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence between semicolons."""

    spots: tuple[Spot, ...]
    tail: tuple[Word, ...] = ()
    """The words behind the last number's own."""
    opens: bool = False
    """It is the first of its sentence."""
    text: str = ""


def signs(words: Sequence[Word]) -> frozenset[str]:
    """The connecting words among some."""
    return frozenset(
        token.partition(":")[2] for word in words for token in word.tokens or () if dimension(token) == "sign"
    )


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph; a full stop before a small letter or a figure ends none ("TP. 12")."""
    made: list[str] = []
    for part in _SENTENCE.split(text):
        goes_on = made and part[:1] and (part[0].islower() or part[0].isdigit() or part[0] == "(")
        if goes_on:
            made[-1] += f" {part}"
        else:
            made.append(part)
    return tuple(part.strip() for part in made if part.strip())


def clauses(sentence: str, lexicon: Lexicon, own: frozenset[str]) -> Iterator[Clause]:
    """The clauses of a sentence with their numbers; a time is a word of its own with its token."""
    for order, piece in enumerate(sentence.split(";")):
        yield _clause(piece, lexicon, own, opens=order == 0)


def said(words: Sequence[Word], *, opens: bool = False) -> Said:
    """What some words say; ``opens``: the first of them begins a sentence, so that its capital means nothing."""
    tokens: set[str] = set()
    names: set[str] = set()
    unknown: set[str] = set()
    quoted = False
    for at, word in enumerate(words):
        if word.tokens is not None:
            tokens |= {token for token in word.tokens if dimension(token) != "sign"}
        elif word.text in _QUOTES:
            quoted = not quoted
        elif word.text[0].isalpha():
            is_name = quoted or (word.text[0].isupper() and not (opens and at == 0))
            (names if is_name else unknown).add(f"word:{word.text.casefold()}")
    return Said(frozenset(tokens), frozenset(names), frozenset(unknown))


def words_of(text: str, lexicon: Lexicon, own: frozenset[str]) -> list[Word]:
    """The words of a text without its numbers; times carry their tokens, days and document numbers are silent."""
    found = times(text, own)
    kept = [word for word in lexicon.read(text) if not any(time.start <= word.start < time.end for time in found)]
    timed = [
        Word(text[time.start : time.end], time.start, time.end, frozenset({time.token} if time.token else ()))
        for time in found
    ]
    return sorted((*kept, *timed), key=lambda word: word.start)


def is_stop(word: Word) -> bool:
    """Whether what follows no longer belongs to the number before."""
    if word.tokens is None:
        return word.text in _STOPS
    return any(dimension(token) == "sign" for token in word.tokens)


def _clause(text: str, lexicon: Lexicon, own: frozenset[str], *, opens: bool) -> Clause:
    found = quantities(text)
    words = [
        word for word in words_of(text, lexicon, own) if not any(each.start <= word.start < each.end for each in found)
    ]
    spots: list[Spot] = []
    at, depth = 0, 0
    for order, quantity in enumerate(found):
        gap: list[Word] = []
        while at < len(words) and words[at].start < quantity.start:
            gap.append(words[at])
            at += 1
        cut = 0
        if order:
            cut = next((place for place, word in enumerate(gap) if is_stop(word)), len(gap))
            spots[-1].after = gap[:cut]
        depth = max(0, depth + sum((word.text == "(") - (word.text == ")") for word in gap))
        spots.append(Spot(quantity, gap[cut:], depth=depth))
    rest = words[at:]
    cut = next((place for place, word in enumerate(rest) if is_stop(word)), len(rest))
    if spots:
        spots[-1].after = rest[:cut]
    return Clause(tuple(spots), tuple(rest[cut:] if spots else rest), opens, text)
