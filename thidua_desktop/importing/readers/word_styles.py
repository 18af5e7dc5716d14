"""How Word text looks: what styles, paragraphs and runs say about bold, italic, font, place and numbering."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from thidua_desktop.importing.readers.archives import attribute, child, local

_OFF = {"0", "false", "off", "none"}
_MM_PER_TWIP = 25.4 / 1440
_DEEPEST = 40
"""Styles may be based on each other in a circle."""


@dataclass(frozen=True, slots=True)
class RunLook:
    """What a run looks like."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    caps: bool = False
    font: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a paragraph looks like. Indents in twips; ``number`` is the list, ``level`` its level from 0."""

    centered: bool = False
    left: int | None = None
    first: int = 0
    number: str | None = None
    level: int = 0

    @property
    def indent(self) -> float | None:
        """Left edge of the first line in millimetres from the margin."""
        return None if self.left is None and not self.first else ((self.left or 0) + self.first) * _MM_PER_TWIP


class Styles:
    """The styles of one document."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default: str | None = None
        for element in root if root is not None else ():
            if local(element) == "style" and (name := attribute(element, "styleId")):
                self._styles[name] = element
                if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true", "on"):
                    self._default = name
        defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self._plain = overlaid(RunLook(), defaults)
        self._runs: dict[str | None, RunLook] = {}
        self._paragraphs: dict[str | None, ParagraphLook] = {}

    def run(self, style: str | None) -> RunLook:
        """Look of the letters in a paragraph of this style."""
        if style not in self._runs:
            look = self._plain
            for element in self._chain(style or self._default):
                look = overlaid(look, child(element, "rPr"))
            self._runs[style] = look
        return self._runs[style]

    def in_run(self, properties: etree._Element | None, base: RunLook) -> RunLook:
        """``base`` changed by a run's character style and by its own properties."""
        if properties is None:
            return base
        for element in self._chain(_value(child(properties, "rStyle"))):
            base = overlaid(base, child(element, "rPr"))
        return overlaid(base, properties)

    def paragraph(self, style: str | None) -> ParagraphLook:
        """Look of a paragraph of this style."""
        if style not in self._paragraphs:
            look = ParagraphLook()
            for element in self._chain(style or self._default):
                look = placed(look, child(element, "pPr"))
            self._paragraphs[style] = look
        return self._paragraphs[style]

    def number_of_style(self, style: str | None) -> str | None:
        """The list that a numbering style stands for."""
        return _value(child(self._styles.get(style or ""), "pPr", "numPr", "numId"))

    def _chain(self, name: str | None) -> Iterator[etree._Element]:
        """A style and those it is based on, the farthest first."""
        chain: list[etree._Element] = []
        while name in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[name])
            name = _value(child(chain[-1], "basedOn"))
        return reversed(chain)


def overlaid(base: RunLook, properties: etree._Element | None) -> RunLook:
    """``base`` changed by run properties (``w:rPr``)."""
    if properties is None:
        return base
    found: dict[str, bool] = {}
    font = base.font
    for element in properties:
        match local(element):
            case "b":
                found["bold"] = is_on(element)
            case "i":
                found["italic"] = is_on(element)
            case "vanish":
                found["hidden"] = is_on(element)
            case "caps":
                found["caps"] = is_on(element)
            case "rFonts":
                font = _font(element, font)
    return replace(base, font=font, **found) if found or font != base.font else base


def _font(element: etree._Element, former: str | None) -> str | None:
    if attribute(element, "asciiTheme") or attribute(element, "hAnsiTheme"):
        return None
    return attribute(element, "ascii") or attribute(element, "hAnsi") or former


def placed(base: ParagraphLook, properties: etree._Element | None) -> ParagraphLook:
    """``base`` changed by paragraph properties (``w:pPr``)."""
    if properties is None:
        return base
    look = base
    for element in properties:
        match local(element):
            case "jc":
                look = replace(look, centered=attribute(element, "val") == "center")
            case "ind":
                look = _indented(look, element)
            case "numPr":
                number = _value(child(element, "numId")) or look.number
                level = whole(_value(child(element, "ilvl")))
                look = replace(look, number=number, level=look.level if level is None else min(max(level, 0), 8))
    return look


def _indented(look: ParagraphLook, element: etree._Element) -> ParagraphLook:
    left = whole(attribute(element, "left") or attribute(element, "start"))
    hanging, first = whole(attribute(element, "hanging")), whole(attribute(element, "firstLine"))
    if hanging is not None:
        first = -hanging
    return replace(look, left=look.left if left is None else left, first=look.first if first is None else first)


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as ``w:b`` is there and not switched off."""
    return element is not None and (attribute(element, "val") or "1") not in _OFF


def whole(text: str | None) -> int | None:
    """A whole number, ``None`` for anything else ("1.5", "1pt", nothing)."""
    try:
        return int(text or "")
    except ValueError:
        return None


def _value(element: etree._Element | None) -> str | None:
    return attribute(element, "val") if element is not None else None
