"""What is typed above a column to filter it, as a test on the text of its cells."""

from __future__ import annotations

import re
from collections.abc import Callable

from thidua_desktop.common.vietnamese import fold

CellTest = Callable[[str], bool]
"""Whether a cell passes; it is given the cell's text without diacritics (``fold``)."""

EMPTY, FILLED = "=", "<>"
"""As in a spreadsheet: cells that hold nothing, cells that hold something."""


def typed(text: str) -> CellTest | None:
    """Cells that hold every word of ``text``, with or without diacritics; None lets all through.

    A word is looked for where words begin ("ho so" is not found in "thông báo số"); figures and signs anywhere.
    """
    words = fold(text).split()
    if not words:
        return None
    if words == [EMPTY]:
        return lambda said: not said
    if words == [FILLED]:
        return bool
    patterns = [re.compile(f"{'(?<![a-z])' if word[0].isalpha() else ''}{re.escape(word)}") for word in words]
    return lambda said: all(pattern.search(said) for pattern in patterns)


def chosen(text: str) -> CellTest | None:
    """Cells that say exactly ``text``; None lets all through."""
    wanted = fold(text)
    return (lambda said: said == wanted) if wanted else None
