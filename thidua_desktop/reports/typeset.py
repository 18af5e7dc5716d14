"""Breaking text into lines of a given width (points); nothing is drawn here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from thidua_desktop.reports import fonts, phrases
from thidua_desktop.reports.model import Style
from thidua_desktop.reports.texts import NO_BREAK, bound, printable

MM = 72 / 25.4
"""Points in a millimetre."""

_SHOWN = 60
"""Letters of a text that an error shows."""


@dataclass(frozen=True, slots=True)
class Type:
    """A face at a size in points."""

    style: Style
    size: float

    @property
    def leading(self) -> float:
        """Single line spacing, in points."""
        return self.size * fonts.LINE

    def width(self, text: str) -> float:
        """The advance of a text, in points."""
        return fonts.width(text, self.style, self.size)

    def word_width(self, word: str) -> float:
        """The same for a text without spaces, remembered."""
        return fonts.word_width(word, self.style) * self.size


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph; the last one of a paragraph is never stretched."""

    text: str
    width: float
    last: bool = False


@lru_cache(maxsize=4096)
def wrapped(text: str, kind: Type, width: float, indent: float = 0) -> tuple[Line, ...]:
    """The lines of a text, ``indent`` points less for the first of each paragraph. At least one line.

    Args:
        text: as it came; made printable here. A ``\\n`` begins a new paragraph.
    """
    lines: list[Line] = []
    with _naming(text):
        for part in printable(text).split("\n"):
            lines.extend(_filled(part, kind, width, indent))
    return tuple(lines)


@lru_cache(maxsize=1024)
def phrased(text: str, kind: Type, width: float) -> tuple[Line, ...]:
    """The lines of a name or title, broken where a reader would pause; words wider than a line are cut."""
    lines: list[Line] = []
    with _naming(text):
        for piece in phrases.broken(printable(text), lambda piece: kind.width(piece) <= width):
            advance = kind.width(piece)
            lines.extend([Line(piece, advance, last=True)] if advance <= width else _filled(piece, kind, width, 0))
    return tuple(lines)


def bound_within(text: str, kind: Type, width: float) -> str:
    """The text with its no-break spaces, except where what they bind is wider than a line.

    A word processor breaks such a piece between two digits instead of at a space.
    """
    with _naming(text):
        return " ".join(
            piece if kind.width(piece) <= width else piece.replace(NO_BREAK, " ") for piece in bound(text).split(" ")
        )


@contextmanager
def _naming(text: str) -> Iterator[None]:
    """A missing glyph is told together with the text that it stands in."""
    try:
        yield
    except fonts.GlyphMissing as missing:
        params = {**missing.params, "text": f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text}
        raise fonts.GlyphMissing(**params) from None


def _filled(text: str, kind: Type, width: float, indent: float) -> Iterator[Line]:
    space = kind.width(" ")
    room = width - indent
    words: list[str] = []
    used = 0.0
    for word, advance in _pieces(text, kind, width):
        if words and used + space + advance > room:
            yield Line(" ".join(words), used)
            words, used, room = [word], advance, width
        else:
            used += space + advance if words else advance
            words.append(word)
    yield Line(" ".join(words), used, last=True)


def _pieces(text: str, kind: Type, width: float) -> Iterator[tuple[str, float]]:
    """The words of a text with their advances, bound ones as one; what is wider than a line is taken apart."""
    for piece in bound(text).split(" "):
        if not piece:
            continue
        advance = kind.word_width(piece)
        if advance <= width:
            yield piece, advance
            continue
        for word in piece.split(NO_BREAK):
            for part in _cut(word, kind, width):
                yield part, kind.width(part)


def _cut(word: str, kind: Type, width: float) -> Iterator[str]:
    """A word in pieces that fit; an address of a web page, or digits without a blank."""
    start = 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and kind.width(word[start:end]) > width:
            yield word[start : end - 1]
            start = end - 1
    yield word[start:]
