"""Lines of text and rules as the operators of a page (PDF 32000-1, 8.5 and 9.4), without reportlab's text object.

That measures every line once more to know where it ends, and takes each letter through a table of its own; here a word
is spelled once for the document, and what is written before is written again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from thidua_desktop.reports import fonts
from thidua_desktop.reports.model import Style
from thidua_desktop.reports.typeset import Type

Text = tuple[Type, float, float, str, float]
"""Face, x and y of its baseline from the lower left (points), text, points added to each of its spaces."""

_REMEMBERED = 2048
"""Words of a face; a list of names has some hundreds, its numbers never come again."""

_Pieces = tuple[tuple[int, str], ...]
"""Parts of the face (it is embedded in parts of 256 letters) with what they are to show, escaped."""


class Ink:
    """Writes on the pages of one document."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._spelling = {style: lru_cache(maxsize=_REMEMBERED)(partial(self._spelled, style)) for style in Style}

    def write(self, texts: Iterable[Text]) -> None:
        """Put lines of text on the page of the canvas."""
        code = ["BT"]
        face: Type | None = None
        part, spaced = 0, 0.0
        for kind, x, y, text, word_space in texts:
            if kind is not face and kind != face:
                face, part = kind, -1
                spell = self._spelling[kind.style]
            if word_space != spaced:
                code.append(f"{word_space:.4f} Tw")
                spaced = word_space
            code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            for piece, shown in _line(text, spell):
                if piece != part:
                    code.append(f"{self._name(kind.style, piece)} {kind.size:g} Tf")
                    part = piece
                code.append(f"({shown}) Tj")
        code.append("ET")
        self._put("\n".join(code))

    def rule(self, lines: Iterable[Iterable[float]]) -> None:
        """Draw straight lines, each from one point to another."""
        drawn = ["{:.2f} {:.2f} m {:.2f} {:.2f} l".format(*line) for line in lines]
        if drawn:
            self._put("\n".join(("n", *drawn, "S")))

    def _put(self, operators: str) -> None:
        self._canvas._code.append(operators)  # type: ignore[attr-defined]  # where all of its own methods write

    def _spelled(self, style: Style, word: str) -> str | _Pieces:
        """A word as strings of the parts of its face; alone where all of it is in the first, as nearly always."""
        canvas = self._canvas
        pieces = tuple(
            (part, canvas._escape(letters))  # type: ignore[attr-defined]
            for part, letters in _font(style).splitString(word, canvas._doc)  # type: ignore[attr-defined]
        )
        if all(part == 0 for part, _ in pieces):
            return "".join(shown for _, shown in pieces)
        return pieces

    def _name(self, style: Style, part: int) -> str:
        return str(_font(style).getSubsetInternalName(part, self._canvas._doc))  # type: ignore[attr-defined]


def _line(text: str, spell: Callable[[str], str | _Pieces]) -> _Pieces:
    words = [spell(word) for word in text.split(" ")]
    try:
        return ((0, " ".join(words)),)  # type: ignore[arg-type]  # a word in several parts is told by the error
    except TypeError:
        return tuple(_mixed(words))


def _mixed(words: Iterable[str | _Pieces]) -> Iterable[tuple[int, str]]:
    """The pieces of a line in which a word needs other parts of the face; blanks are in the first."""
    for order, word in enumerate(words):
        if order:
            yield 0, " "
        yield from ((0, word),) if isinstance(word, str) else word


def _font(style: Style) -> TTFont:
    return cast(TTFont, pdfmetrics.getFont(fonts.name(style)))  # all faces of papers are TrueType
