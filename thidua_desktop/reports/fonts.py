"""Liberation Serif (the metrics of Times New Roman), registered once; widths, and a check that each glyph exists."""

from __future__ import annotations

from functools import lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.paths import resource
from thidua_desktop.reports.model import Style

WORD_FAMILY = "Times New Roman"
"""What Word and Excel files name: the same metrics, present where Office is, and not ours to ship."""

ASCENT = 1825 / 2048
"""Height of a line above its baseline, in ems (the font's hhea table)."""

LINE = 2355 / 2048
"""Single line spacing, in ems: ascent, descent and gap."""

_FILES = {
    Style.REGULAR: "LiberationSerif-Regular",
    Style.BOLD: "LiberationSerif-Bold",
    Style.ITALIC: "LiberationSerif-Italic",
    Style.BOLD_ITALIC: "LiberationSerif-BoldItalic",
}


class GlyphMissing(AppError):
    """A character that the face does not have; reportlab would print an empty box without a word."""

    code = "report.glyph_missing"


def name(style: Style) -> str:
    """The name under which the face is registered with reportlab; loads it on first use."""
    return str(_font(style).fontName)


def width(text: str, style: Style, size: float) -> float:
    """The advance of a text in points.

    Raises:
        GlyphMissing: a character that cannot be printed; every text is measured before it is drawn.
    """
    return sum(word_width(word, style) for word in text.split(" ")) * size + text.count(" ") * size * _SPACE


_SPACE = 0.25
"""The advance of a space in ems, in all four faces."""


@lru_cache(maxsize=65536)
def word_width(word: str, style: Style) -> float:
    """The advance of a text without spaces, in ems.

    Raises:
        GlyphMissing: a character that cannot be printed.
    """
    widths: dict[int, float] = _font(style).face.charWidths
    try:
        return sum(widths[ord(char)] for char in word) / 1000
    except KeyError as missing:
        char = chr(missing.args[0])
        raise GlyphMissing(character=char, number=f"U+{ord(char):04X}", text=word) from None


@lru_cache(maxsize=4)
def _font(style: Style) -> TTFont:
    font = TTFont(_FILES[style], str(resource(f"fonts/{_FILES[style]}.ttf")))
    pdfmetrics.registerFont(font)
    return font
