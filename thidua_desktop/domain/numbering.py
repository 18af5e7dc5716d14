"""Numbers of headings and items: what kind a label is, and how a tree is numbered anew.

The kinds are those of NĐ 30/2020/NĐ-CP, annex I (Phần, Chương, Mục, Roman and Arabic numerals, Vietnamese letters),
and what is typed besides: bullets, "1.1.", "(1)", small Roman numerals.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum

from thidua_desktop.common.records import dataclass
from thidua_desktop.common.vietnamese import POINT_LETTERS, fold


class Style(StrEnum):
    """The kinds of labels."""

    PART = "part"
    """A word and a number: "Phần I", "Phần thứ nhất", "Mục 2", "Đợt 1"."""
    ROMAN = "roman"
    CAPITAL = "capital"
    NUMBER = "number"
    DEEP = "deep"
    """Below another number: "1.1", "2.3.1."."""
    LETTER = "letter"
    """The Vietnamese letters: a b c d đ e g h …, after y "aa", "ab" …"""
    SMALL_ROMAN = "small_roman"
    BULLET = "bullet"
    NONE = "none"


_CAPITALS = POINT_LETTERS.upper()
_WORDS = ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
_WORDS_WRITTEN = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROMAN_SIGNS = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))

_ROMAN = r"(?:X{0,3}|XL|L)(?:IX|IV|V?I{0,3})"
_BARE = re.compile(r"(?P<before>[(\[]?\s*)(?P<body>[\w.]*\w)(?P<after>\s*[.)\]:/–—-]*)\s*")
_PART = re.compile(
    r"(?P<before>[^\W\d_]+(?:\s+lục)?\s+(?:thứ\s+)?)(?P<body>\d+|[IVXL]+|\w+)(?P<after>\s*[.:–—-]*)\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Label:
    style: Style
    before: str = ""
    body: str = ""
    after: str = ""

    @property
    def ordinal(self) -> int | None:
        return _ordinal(self.style, self.body)

    @property
    def key(self) -> str:
        """Labels of one level have the same: "1." and "1)" are two levels, "-" and "+" too."""
        if self.style in (Style.BULLET, Style.NONE):
            return f"{self.style}:{self.body}"
        depth = self.body.count(".") if self.style is Style.DEEP else 0
        before = fold(self.before) if self.style is Style.PART else self.before.strip()
        return f"{self.style}:{before}:{depth}:{self.after.strip()}"


def style_of(label: str | None) -> Style:
    """The kind of a label; NONE for a missing one and for one that counts nothing."""
    return _read(label).style


def ordinal_of(label: str | None) -> int | None:
    """The place that a label gives its item, from 1; None for bullets and missing labels."""
    return _read(label).ordinal


def numeral_of(label: str | None) -> str:
    """The label without the signs around it, as a reference names it: "II", "1.2", "đ", "Phần I"; "" for bullets."""
    read = _read(label)
    if read.style is Style.PART:
        return f"{read.before}{read.body}"
    return "" if read.style in (Style.BULLET, Style.NONE) else read.body


def level_key(label: str | None) -> str:
    """What labels of the same level have in common."""
    return _read(label).key


def written(style: Style, ordinal: int, like: str, *, prefix: str = "") -> str:
    """A label.

    Args:
        style: its kind.
        ordinal: its place, from 1.
        like: a label of the same level: the signs around the number, the sign of a bullet, are taken from it.
        prefix: of a DEEP label: the numeral above it ("1" for "1.2.").
    """
    read = _read(like)
    return f"{read.before}{_body(style, ordinal, read.body, prefix)}{read.after}".strip()


@dataclass(frozen=True, slots=True)
class Numbered:
    """One item of a tree in reading order: ``depth`` from 1, ``label`` None for an item that has no number.

    ``fresh`` items have been put in by hand: their label says nothing of how the document counted before.
    """

    depth: int
    label: str | None
    fresh: bool = False


def renumbered(items: Sequence[Numbered], *, before: Sequence[Numbered] = ()) -> tuple[str | None, ...]:
    """New labels for all items, in order; every level keeps its style, items without a number stay without one.

    Items below one parent count from 1; where the level counted on from parent to parent, it still does. ``before``
    are the items as they were before an edit, whose labels may hide that.
    """
    return _Numbering(items, _Numbering(before).running).labels()


@dataclass(slots=True)
class _Group:
    """Items of one depth below one parent."""

    style: Style
    like: str
    members: list[int] = field(default_factory=list)


class _Numbering:
    def __init__(self, items: Sequence[Numbered], running: frozenset[tuple[int, Style]] = frozenset()) -> None:
        self._items = items
        self._parents = _parents(items)
        self._groups = self._grouped()
        self.running = self._running_levels() | running

    def labels(self) -> tuple[str | None, ...]:
        new: list[str | None] = [item.label for item in self._items]
        reached: dict[tuple[int, Style], int] = defaultdict(int)
        for group in self._groups.values():
            level = (self._items[group.members[0]].depth, group.style)
            start = reached[level] if level in self.running else 0
            for ordinal, at in enumerate(group.members, start=start + 1):
                new[at] = written(group.style, ordinal, group.like, prefix=self._prefix(at, new))
            reached[level] = start + len(group.members)
        return tuple(new)

    def _grouped(self) -> dict[tuple[int | None, int], _Group]:
        found: dict[tuple[int | None, int], _Group] = {}
        for at, item in enumerate(self._items):
            if style_of(item.label) in (Style.NONE, Style.BULLET):
                continue
            key = (self._parents[at], item.depth)
            if key not in found:
                found[key] = _Group(_first_style(item.label or ""), item.label or "")
            found[key].members.append(at)
        return found

    def _running_levels(self) -> frozenset[tuple[int, Style]]:
        """The levels that count on from parent to parent: no ordinal comes twice, and only the first group has 1."""
        by_level: dict[tuple[int, Style], list[list[int]]] = defaultdict(list)
        for group in self._groups.values():
            kept = [at for at in group.members if not self._items[at].fresh]
            ordinals = [_counted(group.style, self._items[at].label) for at in kept]
            if ordinals and group.style is not Style.DEEP:
                by_level[self._items[group.members[0]].depth, group.style].append(ordinals)
        return frozenset(level for level, groups in by_level.items() if _runs_on(groups))

    def _prefix(self, at: int, new: Sequence[str | None]) -> str:
        """What stands before the last number of "1.2.": the numeral above, or the old words where nothing is above."""
        old = _read(self._items[at].label).body.rpartition(".")[0]
        parent = self._parents[at]
        if parent is None:
            return old
        above = _read(new[parent])
        if above.style in (Style.NUMBER, Style.DEEP):
            return above.body
        stood_below = old == str(_read(self._items[parent].label).ordinal)
        return str(above.ordinal) if stood_below and above.ordinal is not None else old


def _parents(items: Sequence[Numbered]) -> tuple[int | None, ...]:
    """For each item the nearest earlier one that stands higher."""
    found: list[int | None] = []
    stack: list[int] = []
    for at, item in enumerate(items):
        while stack and items[stack[-1]].depth >= item.depth:
            stack.pop()
        found.append(stack[-1] if stack else None)
        stack.append(at)
    return tuple(found)


def _runs_on(groups: Sequence[Sequence[int]]) -> bool:
    seen = [ordinal for group in groups for ordinal in group]
    return len(groups) > 1 and len(set(seen)) == len(seen) and all(1 not in group for group in groups[1:])


def _first_style(label: str) -> Style:
    """The style that the first label of a level sets: an "i)" that opens one is a numeral, not the tenth letter."""
    read = _read(label)
    return Style.SMALL_ROMAN if read.style is Style.LETTER and read.body == "i" else read.style


def _counted(style: Style, label: str | None) -> int:
    if style is Style.SMALL_ROMAN:
        return _roman_value(_read(label).body.upper()) or 0
    return ordinal_of(label) or 0


def _read(label: str | None) -> _Label:
    text = (label or "").strip()
    if not text:
        return _Label(Style.NONE)
    if not any(char.isalnum() for char in text) or text in ("o", "ü", "Ø"):  # signs of Wingdings, read as letters
        return _Label(Style.BULLET, body=text)
    found = _BARE.fullmatch(text)
    if found is not None:
        style = _bare_style(found["body"])
        if style is not Style.NONE:
            return _Label(style, found["before"], found["body"], found["after"])
    found = _PART.fullmatch(text)
    if found is not None and _ordinal(Style.PART, found["body"]) is not None:
        return _Label(Style.PART, found["before"], found["body"], found["after"])
    return _Label(Style.NONE, body=text)


def _bare_style(body: str) -> Style:
    for style, pattern in _BODIES.items():
        if pattern.fullmatch(body):
            return style
    return Style.NONE


_BODIES: Mapping[Style, re.Pattern[str]] = {
    # In this order: "V" and "X" are numerals before they are letters, "v" and "x" the other way round.
    Style.NUMBER: re.compile(r"\d{1,3}"),
    Style.DEEP: re.compile(r"\d{1,3}(?:\.\d{1,3})+"),
    Style.ROMAN: re.compile(rf"(?=.){_ROMAN}"),
    Style.CAPITAL: re.compile(rf"[{_CAPITALS}]"),
    Style.LETTER: re.compile(rf"[{POINT_LETTERS}]|a[{POINT_LETTERS}]"),
    Style.SMALL_ROMAN: re.compile(rf"(?=..){_ROMAN.lower()}"),
}


def _ordinal(style: Style, body: str) -> int | None:
    match style:
        case Style.NUMBER:
            return int(body)
        case Style.DEEP:
            return int(body.rpartition(".")[2])
        case Style.ROMAN | Style.SMALL_ROMAN:
            return _roman_value(body.upper())
        case Style.CAPITAL:
            return _CAPITALS.index(body) + 1
        case Style.LETTER if len(body) == 2:
            return len(POINT_LETTERS) + POINT_LETTERS.index(body[1]) + 1
        case Style.LETTER:
            return POINT_LETTERS.index(body) + 1
        case Style.PART:
            return _part_ordinal(body)
        case _:
            return None


def _part_ordinal(body: str) -> int | None:
    if body.isdecimal():
        return int(body)
    if fold(body) in _WORDS:
        return _WORDS.index(fold(body)) + 1
    return _roman_value(body.upper()) if re.fullmatch(rf"(?=.){_ROMAN}", body.upper()) else None


def _body(style: Style, ordinal: int, like: str, prefix: str) -> str:
    match style:
        case Style.DEEP:
            return f"{prefix}.{ordinal}" if prefix else str(ordinal)
        case Style.ROMAN:
            return _roman(ordinal)
        case Style.SMALL_ROMAN:
            return _roman(ordinal).lower()
        case Style.LETTER:
            return _letter(ordinal, POINT_LETTERS)
        case Style.CAPITAL:
            return _letter(ordinal, _CAPITALS)
        case Style.PART:
            return _part_body(ordinal, like)
        case Style.NUMBER:
            return str(ordinal)
        case _:
            return like


def _part_body(ordinal: int, like: str) -> str:
    if like.isdecimal() or not like:
        return str(ordinal)
    if fold(like) in _WORDS and ordinal <= len(_WORDS):
        word = _WORDS_WRITTEN[ordinal - 1]
        return word.upper() if like.isupper() else word
    return _roman(ordinal) if like.isupper() else str(ordinal)


def _letter(ordinal: int, letters: str) -> str:
    """The letter of a place; beyond the alphabet two letters, beyond those the number."""
    if ordinal <= len(letters):
        return letters[ordinal - 1]
    if ordinal <= 2 * len(letters):
        return letters[0] + letters[ordinal - len(letters) - 1]
    return str(ordinal)


def _roman(ordinal: int) -> str:
    written_ = ""
    for value, sign in _ROMAN_SIGNS:
        while ordinal >= value:
            written_ += sign
            ordinal -= value
    return written_


def _roman_value(body: str) -> int | None:
    total, rest = 0, body
    for value, sign in _ROMAN_SIGNS:
        while rest.startswith(sign):
            total += value
            rest = rest[len(sign) :]
    return total if total and not rest else None
