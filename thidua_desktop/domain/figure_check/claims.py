"""What a report claims: a number together with what it counts, and where it says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from thidua_desktop.domain.documents import Source

Key = frozenset[str]
"""What a number counts: tokens of the lexicon, "word:…" for every word that it does not know, and
"under:…" for those of the headings above."""

OWN_TOPIC = ("movement", "task", "decision")
"""Things that can be spoken of under any heading."""


_AWARDS = frozenset({"award", "form"})
"""A form of awards without its level, and one of the catalogue: one thing in two degrees of exactness."""

ANY = "any:case"
"""A recipient of whatever kind: "trường hợp", "lượt"."""


class Where(StrEnum):
    """The part of a report that a number stands in."""

    TEXT = "text"
    TABLE = "table"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Claim:
    """A number as it is claimed."""

    key: Key
    value: Decimal
    place: Source
    where: Where
    said: str
    """The words around it, as the clerk will look for them."""
    digits: int = 0
    percent: bool = False


def dimension(token: str) -> str:
    """The dimension of a token."""
    return token.partition(":")[0]


def of(tokens: Iterable[str], name: str) -> frozenset[str]:
    """The tokens of one dimension."""
    return frozenset(token for token in tokens if dimension(token) == name)


def dimensions(tokens: Iterable[str]) -> frozenset[str]:
    """The dimensions that some tokens speak of."""
    return frozenset(map(dimension, tokens))


def counts(tokens: Iterable[str]) -> bool:
    """Whether tokens say what is counted, not only under which heading and of which time."""
    return bool(dimensions(tokens) - {"word", "under", "time", "topic"})


def over(own: Key, around: Iterable[str]) -> Key:
    """What is said of a number itself together with what is said around it: the nearer word counts.

    Unknown words around it are all kept: they may be what tells it from another one.
    """
    said = dimensions(own) - {"word"}
    if said & _AWARDS:
        said |= _AWARDS
    return own | frozenset(token for token in around if dimension(token) not in said)


def under(unknown: Iterable[str]) -> Key:
    """Unknown words of a heading: not the same as if they stood beside the number."""
    return frozenset(f"under:{token.partition(':')[2]}" for token in unknown)


def settled(tokens: Key) -> Key:
    """The key that two claims of the same thing share, whichever of several usual ways said it."""
    kept = set(tokens) - {ANY}
    if of(kept, "sex") or of(kept, "ethnic") or of(kept, "class"):
        kept.discard("who:person")
    form, level = of(kept, "form"), of(kept, "level")
    if len(form) == len(level) == 1 and not of(kept, "award"):
        kept.add(f"award:{_value(form)}_{_value(level)}")
    if of(kept, "award"):
        kept -= form | level | of(kept, "group")  # an award of the catalogue has its level and its group
    if any(f"who:{name}" in kept for name in OWN_TOPIC):
        kept -= of(kept, "topic")
    return frozenset(kept)


def _value(tokens: Key) -> str:
    return next(iter(tokens)).partition(":")[2]
