"""What is typed above a column to filter it, as a test on the text of its cells."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.common.vietnamese import fold

CellTest = Callable[[str], bool]
"""Whether a cell passes; it is given the cell's text without diacritics (``fold``)."""

EMPTY, FILLED = "=", "<>"
"""As in a spreadsheet: cells that hold nothing, cells that hold something."""


def typed(text: str) -> CellTest | None:
    """Cells that hold every word of ``text``, with or without diacritics; None lets all through."""
    words = fold(text).split()
    if not words:
        return None
    if words == [EMPTY]:
        return lambda said: not said
    if words == [FILLED]:
        return bool
    return lambda said: all(word in said for word in words)


def chosen(text: str) -> CellTest | None:
    """Cells that say exactly ``text``; None lets all through."""
    wanted = fold(text)
    return (lambda said: said == wanted) if wanted else None
