"""How many lines a text takes in a cell: counted word by word, nothing is set."""

from __future__ import annotations

from math import inf

from thidua_desktop.reports.fonts import GlyphMissing, word_width
from thidua_desktop.reports.model import Style

LINE = 15.75
"""Points of a line of the paper face at 12 points."""
_FACE = Style.REGULAR
_SPACE = 0.25
"""Its advance in ems."""


def lines_in(text: str, room: float) -> int:
    """The lines of a text in a column of ``room`` ems; at least one.

    Args:
        text: printable; a ``\\n`` begins a line.
        room: a spreadsheet shows the text with a face and a printer of its own, so some of the width is to be left.
    """
    return sum(_lines(part, room) for part in text.split("\n")) if "\n" in text else _lines(text, room)


def _lines(text: str, room: float) -> int:
    if len(text) <= room:  # hardly a letter is wider than an em
        return 1
    try:
        advances = [word_width(word, _FACE) for word in text.split(" ")]
    except GlyphMissing:  # the spreadsheet will take another face for it, as wide as its letters at the most
        advances = [float(len(word)) for word in text.split(" ")]
    lines, used = 0, inf
    for advance in advances:
        used += _SPACE + advance
        if used > room:
            lines, used = lines + 1, advance
            while used > room > 0:  # a word wider than the column is cut
                lines, used = lines + 1, used - room
    return lines
