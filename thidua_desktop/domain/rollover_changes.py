"""What moves in a text that is rolled over to another year, and the reading in which it is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Any

from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.legal import LegalRegister


class ChangeKind(StrEnum):
    """What was found in the text."""

    YEAR = "year"
    SCHOOL_YEAR = "school_year"
    DAY = "day"
    LUNAR_YEAR = "lunar_year"
    ANNIVERSARY = "anniversary"
    ANNIVERSARY_ROUND = "anniversary_round"
    """The new count ends in 0: a "năm tròn" (Luật 06/2022/QH15, Điều 3 khoản 6)."""
    ANNIVERSARY_MISCOUNT = "anniversary_miscount"
    """The new count is not what the years beside it come to."""
    BLANK = "blank"
    """Number or day of a yearly document: the new year's own is not known yet."""
    DOCUMENT = "document"
    """Another document, kept as it is; whether it still holds has to be checked."""
    EXPIRED = "expired"
    AMENDED = "amended"
    PERIOD_ENDED = "period_ended"
    ONE_OFF = "one_off"
    """An election, a congress, or the review of several years: it does not come every year."""


FLAGGED = frozenset(ChangeKind) - {
    ChangeKind.YEAR,
    ChangeKind.SCHOOL_YEAR,
    ChangeKind.DAY,
    ChangeKind.LUNAR_YEAR,
    ChangeKind.ANNIVERSARY,
}
"""Kinds that the clerk has to look at."""


@dataclass(frozen=True, slots=True)
class Change:
    """One place of the text. ``start`` is its position in the old text, ``new_start`` in the new one.

    ``params`` hold what the reason names. Where ``new`` equals ``old`` the words stay and are only pointed out.
    """

    kind: ChangeKind
    old: str
    new: str
    start: int
    new_start: int
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def flagged(self) -> bool:
        """Whether the clerk has to look at it."""
        return self.kind in FLAGGED


@dataclass(frozen=True, slots=True)
class Rolled:
    """A text one or more years on, with all that was done to it, from left to right."""

    text: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claim:
    start: int
    end: int
    new: str
    kind: ChangeKind | None
    params: Mapping[str, Any]


class Reading:
    """A text while its rules are applied: each claims places, and what is claimed is closed to later rules."""

    def __init__(self, text: str, from_year: int, to_year: int, *, basis: bool, register: LegalRegister) -> None:
        self.text = text
        self.from_year, self.to_year = from_year, to_year
        self.basis = basis
        """The text is a căn cứ: its days are days of documents."""
        self.register = register
        self._claims: list[_Claim] = []

    @property
    def step(self) -> int:
        """How many years the text moves."""
        return self.to_year - self.from_year

    def is_near(self, year: int, reach: int = 1) -> bool:
        """Whether a year is of the plan's own time."""
        return abs(year - self.from_year) <= reach

    def is_free(self, start: int, end: int) -> bool:
        """Whether no rule has claimed any of these characters."""
        return all(end <= claim.start or start >= claim.end for claim in self._claims)

    def keep(self, start: int, end: int) -> None:
        """Close a place to all rules that follow, without a word about it."""
        if self.is_free(start, end):
            self._claims.append(_Claim(start, end, self.text[start:end], None, {}))

    def change(self, kind: ChangeKind, start: int, end: int, new: str, **params: Any) -> bool:
        """Write other words in a place; False when an earlier rule has it."""
        if not self.is_free(start, end):
            return False
        self._claims.append(_Claim(start, end, new, kind, params))
        return True

    def point_out(self, kind: ChangeKind, start: int, end: int, **params: Any) -> bool:
        """Leave the words of a place and say something about them; False when an earlier rule has it."""
        return self.change(kind, start, end, self.text[start:end], **params)

    def result(self) -> Rolled:
        """The new text with the changes from left to right; words that moved onto themselves are no change."""
        parts: list[str] = []
        changes: list[Change] = []
        at = length = 0
        for claim in sorted(self._claims, key=lambda claim: claim.start):
            before, old = self.text[at : claim.start], self.text[claim.start : claim.end]
            length += len(before)
            if claim.kind is not None and (claim.new != old or claim.kind in FLAGGED):
                changes.append(Change(claim.kind, old, claim.new, claim.start, length, claim.params))
            parts += (before, claim.new)
            length += len(claim.new)
            at = claim.end
        return Rolled("".join((*parts, self.text[at:])), tuple(changes))


DASH = r"\s*[-‐‑‒–—−]\s*"
YEAR = r"(?:19|20)\d\d"
SHORT_DAY = rf"\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{YEAR}"
LONG_DAY = rf"\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+{YEAR}"
ANY_DAY = rf"(?:{SHORT_DAY}|{LONG_DAY})"


def day_of(written: str) -> date | None:
    """The day that ``11/6/2024`` or ``11 tháng 6 năm 2024`` names; None for one that no calendar has."""
    digits = "".join(char if char.isdigit() else " " for char in written).split()
    if len(digits) != 3:
        return None
    try:
        return date(int(digits[2]), int(digits[1]), int(digits[0]))
    except ValueError:
        return None
