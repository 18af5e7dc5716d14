"""Rows of cells that say how many columns and rows they cover → cells on the columns of their table."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.importing.readers.workbook import MOST_COLUMNS


class Grid:
    """Lays out the rows of one table, one after the other; what a row holds is in the attributes after ``row``.

    ``texts`` and ``widths`` go together; ``below`` are the positions of cells that are merged with the one above;
    ``wide`` says that cells were too far to the right to be taken.
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.widths: list[int] = []
        self.below: list[int] = []
        self.wide = False
        self._open: dict[int, tuple[int, int]] = {}

    def row(self, cells: Sequence[tuple[str, int, int]]) -> None:
        """Lay out the next row: text, columns and rows covered by each cell."""
        self.texts, self.widths, self.below = [], [], []
        opened: dict[int, tuple[int, int]] = {}
        waiting = iter(cells)
        last = max(self._open, default=-1)
        column = 0
        while column < MOST_COLUMNS:
            if column in self._open:
                width, rows = self._open[column]
                self.below.append(len(self.texts))
                text = ""
            elif (found := next(waiting, None)) is not None:
                text, width, rows = found
            elif last > column:
                text, width, rows = "", 1, 1
            else:
                break
            self.texts.append(text)
            self.widths.append(width)
            if rows > 1:
                opened[column] = (width, rows - 1)
            column += width
        self.wide = next(waiting, None) is not None
        self._open = opened
