"""Which sheets of a workbook hold a list, and which explain its codes."""

from __future__ import annotations

import re
from itertools import pairwise

from thidua_desktop.domain.lists import Agreed
from thidua_desktop.importing.lists.headings.agreed import heading_at
from thidua_desktop.importing.lists.meanings.lines import Sheet


def has_table(sheet: Sheet, agreed: Agreed) -> bool:
    """Whether a heading of a list stands in the sheet."""
    return any(line.is_row and heading_at(sheet.lines, at, agreed) is not None for at, line in enumerate(sheet.lines))


def code_pairs(sheet: Sheet) -> list[tuple[str, str]]:
    """Code and words side by side, in a sheet that explains codes."""
    pairs = []
    for line in sheet.lines:
        cells = [line.cells[at] for at in sorted(line.cells)]
        for code, name in pairwise(cells):
            if re.fullmatch(r"[A-Z]{0,6}\d{1,20}|[A-Z]{2,12}\d*", code) and len(name) > 3 and not name.isdigit():
                pairs.append((code, name))
    return pairs
