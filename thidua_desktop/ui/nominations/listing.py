"""A list as text for the clipboard: the columns that are shown, in their order, under their titles."""

from __future__ import annotations

from collections.abc import Container, Sequence

from thidua_desktop.ui.common import clipboard
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.nominations.lines import Line


def listing(
    grid: Grid[Line], columns: Sequence[Column[Line]], lines: Sequence[Line], also: Container[str] = frozenset()
) -> list[list[str]]:
    """The titles and then a row for each line; ``also`` names columns that are wanted even where they are hidden."""
    header = grid.horizontalHeader()
    order = sorted(range(header.count()), key=header.visualIndex)
    wanted = [columns[at] for at in order if not grid.isColumnHidden(at) or columns[at].key in also]
    return [[column.title for column in wanted], *([column.text(line) for column in wanted] for line in lines)]


def copy(grid: Grid[Line], columns: Sequence[Column[Line]], lines: Sequence[Line], *, full_id_numbers: bool) -> str:
    """Put a list on the clipboard; gives what is said of it. Identity numbers are shortened unless asked for whole."""
    also = frozenset({"id_number"}) if full_id_numbers else frozenset[str]()
    clipboard.put(listing(grid, columns, lines, also), full_id_numbers=full_id_numbers)
    told = " và đủ số CCCD" if full_id_numbers else ""
    return f"Đã sao chép {len(lines)} dòng cùng tiêu đề cột{told}; có thể dán vào Excel hoặc Word."
