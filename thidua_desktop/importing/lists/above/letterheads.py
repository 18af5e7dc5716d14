"""What a line of a letterhead says, wherever in the row it stands, beside the motto of the state or of the Party."""

from __future__ import annotations

import re

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.vocabulary import is_dated

_MOTTO = re.compile(
    r"cong hoa xa hoi chu nghia\b|\bdoc lap ?[-–] ?tu do\b|^(?:dang cong san|doan tncs ho chi minh)\b|"
    r"^(?:mau|bieu)(?: so)? ?\d"
)
"""Stands on the right, as the number of the form does."""


def left_words(line: Line) -> str:
    """The first filled cell of a row that is neither motto nor place and day; the words of a paragraph."""
    if not line.is_row:
        return line.block.text
    cells = (cell for cell in line.block.cells if cell.strip())
    return next((cell for cell in cells if not _MOTTO.search(fold(cell)) and not is_dated(cell)), "")
