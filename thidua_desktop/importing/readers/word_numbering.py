"""The numbers that Word generates in front of paragraphs, worked out as Word shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from thidua_desktop.importing.readers.archives import attribute, child, local
from thidua_desktop.importing.readers.word_styles import Styles, is_on, whole

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


@dataclass(slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts_after: int | None = None
    """Deepest level (from 1) whose number restarts this one; ``None``: any above it; 0: none."""
    all_decimal: bool = False
    indent: etree._Element | None = None
    """``w:pPr`` that places paragraphs of this level."""


@dataclass(slots=True)
class _List:
    key: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one document, counting on with every paragraph asked for."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._numbers: dict[str, etree._Element] = {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum" and (key := attribute(element, "abstractNumId")):
                self._abstract[key] = element
            elif local(element) == "num" and (key := attribute(element, "numId")):
                self._numbers[key] = element
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level(self, number: str, level: int) -> Level | None:
        """The level of a list, ``None`` when there is no such list."""
        found = self._list(number)
        return found.levels.get(level) if found else None

    def level_of_style(self, number: str, style: str | None) -> int | None:
        """The level that belongs to a heading style."""
        found = self._list(number)
        for element in self._abstract[found.key] if found else ():
            linked = child(element, "pStyle")
            if local(element) == "lvl" and linked is not None and attribute(linked, "val") == style:
                return whole(attribute(element, "ilvl"))
        return None

    def next_label(self, number: str, level: int) -> str | None:
        """The label of the next paragraph of this list and level ("II.", "1.2.", "a)", "-"), ``None`` without one."""
        found = self._list(number)
        shape = found.levels.get(level) if found else None
        if found is None or shape is None:
            return None
        counts = self._counts.setdefault(found.key, {})
        self._advance(found, number, level, counts)
        if shape.form == "bullet":
            return "+" if shape.text.strip() == "+" else "-"
        label = _PLACE.sub(lambda place: self._written(found, shape, int(place[1]) - 1, counts), shape.text)
        return label.strip() or None

    def _advance(self, found: _List, number: str, level: int, counts: dict[int, int]) -> None:
        start = found.levels[level].start
        if level in found.restarts and (number, level) not in self._begun:
            self._begun.add((number, level))
            counts[level] = found.restarts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else start
        for upper in range(level):
            counts.setdefault(upper, found.levels[upper].start if upper in found.levels else 1)
        for deeper in [deep for deep in counts if deep > level]:
            limit = found.levels[deeper].restarts_after if deeper in found.levels else None
            if limit is None or level < limit:
                del counts[deeper]

    def _written(self, found: _List, shape: Level, level: int, counts: dict[int, int]) -> str:
        own = found.levels.get(level)
        form = "decimal" if own is None or (shape.all_decimal and own.form != "decimalZero") else own.form
        return written(counts.get(level, own.start if own else 1), form)

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._resolved(number)
        return self._lists[number]

    def _resolved(self, number: str) -> _List | None:
        element = self._numbers.get(number)
        key = self._abstract_key(element)
        if element is None or key is None:
            return None
        levels = dict(_levels(self._abstract[key]))
        restarts: dict[int, int] = {}
        for override in element:
            level = whole(attribute(override, "ilvl"))
            if local(override) != "lvlOverride" or level is None:
                continue
            levels.update(_levels(override))
            start = child(override, "startOverride")
            if start is not None:
                restarts[level] = whole(attribute(start, "val")) or 0
        return _List(key, levels, restarts)

    def _abstract_key(self, element: etree._Element | None) -> str | None:
        """The list description behind ``w:num``, followed through a numbering style where there is one."""
        for _ in range(_LEVELS):
            link = child(element, "abstractNumId")
            key = attribute(link, "val") if link is not None else None
            if key is None or key not in self._abstract:
                return None
            by_style = child(self._abstract[key], "numStyleLink")
            if by_style is None:
                return key
            element = self._numbers.get(self._styles.number_of_style(attribute(by_style, "val")) or "")
        return None


def _levels(parent: etree._Element) -> list[tuple[int, Level]]:
    found = []
    for element in parent:
        at = whole(attribute(element, "ilvl"))
        if local(element) == "lvl" and at is not None and 0 <= at < _LEVELS:
            found.append((at, _level(element)))
    return found


def _level(element: etree._Element) -> Level:
    level = Level(start=0)
    for inner in element:
        value = attribute(inner, "val")
        match local(inner):
            case "start":
                level.start = whole(value) or 0
            case "numFmt":
                level.form = value or "decimal"
            case "lvlText":
                level.text = value or ""
            case "lvlRestart":
                level.restarts_after = whole(value)
            case "isLgl":
                level.all_decimal = is_on(inner)
            case "pPr":
                level.indent = inner
            case "AlternateContent":
                form = child(inner, "Fallback", "numFmt")
                level.form = (attribute(form, "val") if form is not None else None) or level.form
    return level


def written(count: int, form: str) -> str:
    """A number as a numbering format writes it; formats that Vietnamese papers do not use come out as digits."""
    match form:
        case "none":
            return ""
        case "upperRoman":
            return _roman(count).upper()
        case "lowerRoman":
            return _roman(count)
        case "upperLetter":
            return _letters(count).upper()
        case "lowerLetter":
            return _letters(count)
        case "decimalZero":
            return f"{count:02d}"
        case _:
            return str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (count // value)
        count %= value
    return text + _ROMAN_ONES[count]


def _letters(count: int) -> str:
    """a … z, then aa, bb …: Word repeats the letter, and it knows nothing of đ."""
    if count < 1:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 8)
