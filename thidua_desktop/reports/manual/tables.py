"""Tables of the book: columns as wide as what stands in them asks for, the heading repeated on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua_desktop.domain.manual import Face, Grid, Span, Words, plain
from thidua_desktop.reports.manual.boxes import TextBox, rich_lines
from thidua_desktop.reports.pdf.flow import Box
from thidua_desktop.reports.pdf.sheet import Sheet
from thidua_desktop.reports.pdf.table import frame
from thidua_desktop.reports.typeset import MM

_PAD_X = 1.5 * MM
_PAD_Y = 2.0
_GAP = 8.0
_LEAST = 0.18
"""Share of the width that a column has at least."""


def grid_boxes(grid: Grid, left: float, right: float) -> Iterator[Box]:
    """The rows of a table between two edges."""
    edges = _edges(grid, left, right)
    bold = tuple((Span(plain(cell), Face.BOLD),) for cell in grid.head)
    first = RowBox(bold, edges, closed=True)
    first.gap, first.keep = _GAP, True
    yield first
    head = RowBox(bold, edges, closed=True)
    for row in grid.rows:
        box = RowBox(row, edges)
        box.head = head
        yield box


def _edges(grid: Grid, left: float, right: float) -> tuple[float, ...]:
    rows = (grid.head, *grid.rows)
    longest = [max(len(plain(row[column])) for row in rows) for column in range(len(grid.head))]
    shares = [max(_LEAST, length / sum(longest)) for length in longest]
    edges = [left]
    for share in shares:
        edges.append(edges[-1] + (right - left) * share / sum(shares))
    return tuple(edges)


class RowBox(Box):
    """A row of cells with lines around them."""

    def __init__(self, cells: Sequence[Words], edges: tuple[float, ...], *, closed: bool = False) -> None:
        self._edges, self._closed = edges, closed
        self._cells = [
            [TextBox(line, edges[column] + _PAD_X) for line in rich_lines(cell, _inner(edges, column))]
            for column, cell in enumerate(cells)
        ]
        self.lines = max(map(len, self._cells))
        self.height = max(sum(box.height for box in cell) for cell in self._cells) + 2 * _PAD_Y

    def draw(self, sheet: Sheet, top: float) -> None:
        for cell in self._cells:
            y = top + _PAD_Y
            for box in cell:
                box.draw(sheet, y)
                y += box.height
        frame(sheet, self._edges, top, top + self.height, closed=self._closed)


def _inner(edges: tuple[float, ...], column: int) -> float:
    return edges[column + 1] - edges[column] - 2 * _PAD_X
