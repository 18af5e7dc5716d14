"""Rows of a spreadsheet as the cells of new lines."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.ui.common import clipboard
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.directory.recipient_rows import Line


def pasted(rows: list[list[str]], columns: Sequence[Column[Line]], grid: Grid[Line]) -> list[dict[int, str]]:
    """The texts of each new line by the number of its column; blank rows are left out.

    Without a row of titles the cells go into the columns that can be typed into, as they are shown.
    """
    header = grid.horizontalHeader()
    order = [header.logicalIndex(at) for at in range(header.count())]
    typed = [columns[at].title for at in order if not grid.isColumnHidden(at) and columns[at].edit is not None]
    body, titles = clipboard.placed(rows, typed, [column.title for column in columns])
    numbers = {column.title: number for number, column in enumerate(columns)}
    return [
        {numbers[title]: text for title, text in zip(titles, cells, strict=False)}
        for cells in body
        if any(cell.strip() for cell in cells)
    ]
