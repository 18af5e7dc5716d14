"""Tables: heading rows repeated on every page, rows that are divided only when no page holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.reports.model import Align, GroupRow, HeadCell, Row, Style, Table, Tick
from thidua_desktop.reports.pdf.flow import Box
from thidua_desktop.reports.pdf.sheet import Sheet
from thidua_desktop.reports.rows import told
from thidua_desktop.reports.texts import NO_BREAK, cell
from thidua_desktop.reports.typeset import MM, Line, Type, wrapped

BODY = Type(Style.REGULAR, 12)
HEAD = Type(Style.BOLD, 12)
ITALIC = Type(Style.ITALIC, 12)
PAD_X = 1.2 * MM
PAD_Y = 0.8 * MM
TABLE_GAP = 10
"""Free space above a table."""
TICK_PAD = 1 * MM
"""Free space above and below a box to be ticked that is higher than a line."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table on the page, in points."""

    edges: tuple[float, ...]
    aligns: tuple[Align, ...]

    def span(self, column: int, count: int = 1) -> tuple[float, float]:
        """The left and the right edge of ``count`` columns."""
        return self.edges[column], self.edges[column + count]

    def inner(self, column: int, count: int = 1) -> float:
        """Room for text in a cell of ``count`` columns."""
        left, right = self.span(column, count)
        return right - left - 2 * PAD_X


def grid_of(table: Table, left: float) -> Grid:
    """The grid of a table whose left edge is at ``left`` points."""
    edges = [left]
    for column in table.columns:
        edges.append(edges[-1] + column.width * MM)
    return Grid(tuple(edges), tuple(column.align for column in table.columns))


def table_boxes(table: Table, left: float, gap: float) -> Iterator[Box]:
    """The boxes of a table, made one by one while they are placed."""
    grid = grid_of(table, left)
    head = HeadBox(table.header, grid)
    first = HeadBox(table.header, grid)
    first.gap, first.keep = gap, True
    yield first
    for row in told(table.rows):
        box = RowBox.of(row, grid) if isinstance(row, Row) else GroupBox(row, grid)
        box.head = head
        yield box


class RowBox(Box):
    """A row: cells at the middle of its height, divided only if it is taller than a page."""

    def __init__(
        self,
        cells: Sequence[tuple[Line, ...]],
        grid: Grid,
        ticks: Mapping[int, Tick] | None = None,
        kind: Type = BODY,
    ) -> None:
        self._cells, self._grid, self._kind = cells, grid, kind
        self._ticks = ticks or {}
        self.lines = max(map(len, cells))
        boxes = max((tick.side * MM + 2 * TICK_PAD for tick in self._ticks.values()), default=0.0)
        self.height = max(self.lines * BODY.leading + 2 * PAD_Y, boxes)

    @classmethod
    def of(cls, row: Row, grid: Grid) -> RowBox:
        """The box of a row, its texts broken into lines."""
        kind = HEAD if row.bold else ITALIC if row.italic else BODY
        cells = [wrapped(cell(value), kind, grid.inner(column)) for column, value in enumerate(row.cells)]
        ticks = {column: value for column, value in enumerate(row.cells) if isinstance(value, Tick)}
        box = cls(cells, grid, ticks, kind)
        box.keep = row.keep
        return box

    def draw(self, sheet: Sheet, top: float) -> None:
        for column, lines in enumerate(self._cells):
            left, right = self._grid.span(column)
            start = top + (self.height - len(lines) * BODY.leading) / 2
            draw_lines(sheet, lines, self._kind, (left + PAD_X, right - PAD_X), start, align=self._grid.aligns[column])
        for column, tick in self._ticks.items():
            left, right = self._grid.span(column)
            side = tick.side * MM
            draw_tick(sheet, (left + right - side) / 2, top + (self.height - side) / 2, tick)
        frame(sheet, self._grid.edges, top, top + self.height)

    def divided(self, room: float) -> tuple[Box, Box] | None:
        count = int((room - 2 * PAD_Y) / BODY.leading)
        if count < 1 or count >= self.lines:
            return None
        parts = [[lines[:count] for lines in self._cells], [lines[count:] for lines in self._cells]]
        first = RowBox(parts[0], self._grid, self._ticks, self._kind)
        second = RowBox(parts[1], self._grid, kind=self._kind)
        first.head = second.head = self.head
        second.keep = self.keep
        return first, second


class GroupBox(Box):
    """A bold row over the full width, on the page of the row after it."""

    keep = True

    def __init__(self, row: GroupRow, grid: Grid) -> None:
        self._grid = grid
        self._texts = wrapped(row.text, HEAD, grid.inner(0, len(grid.aligns)))
        self.lines = len(self._texts)
        self.height = self.lines * HEAD.leading + 2 * PAD_Y

    def draw(self, sheet: Sheet, top: float) -> None:
        left, right = self._grid.edges[0], self._grid.edges[-1]
        draw_lines(sheet, self._texts, HEAD, (left + PAD_X, right - PAD_X), top + PAD_Y, align=Align.LEFT)
        frame(sheet, (left, right), top, top + self.height)


class HeadBox(Box):
    """The heading rows, some cells over several columns or rows."""

    lines = 0

    def __init__(self, header: tuple[tuple[HeadCell, ...], ...], grid: Grid) -> None:
        self._grid = grid
        self._cells = list(placed(header, len(grid.aligns)))
        self.row_heights = self._row_heights(len(header))
        self._edges = [sum(self.row_heights[:row]) for row in range(len(header) + 1)]
        self.height = self._edges[-1]

    def draw(self, sheet: Sheet, top: float) -> None:
        for (row, column), head in self._cells:
            left, right = self._grid.span(column, head.columns)
            upper, lower = top + self._edges[row], top + self._edges[row + head.rows]
            lines = self._lines(column, head)
            start = (upper + lower - len(lines) * HEAD.leading) / 2
            draw_lines(sheet, lines, HEAD, (left + PAD_X, right - PAD_X), start, align=Align.CENTER)
            frame(sheet, (left, right), upper, lower, closed=True)

    def _lines(self, column: int, head: HeadCell) -> tuple[Line, ...]:
        return wrapped(head.text, HEAD, self._grid.inner(column, head.columns))

    def _row_heights(self, rows: int) -> list[float]:
        heights = [0.0] * rows
        # Cells of one row first; then a cell over several rows adds what it lacks to its last.
        for (row, column), head in sorted(self._cells, key=lambda placing: placing[1].rows):
            needed = len(self._lines(column, head)) * HEAD.leading + 2 * PAD_Y
            lacking = needed - sum(heights[row : row + head.rows])
            heights[row + head.rows - 1] += max(lacking, 0.0)
        return heights


def placed(header: tuple[tuple[HeadCell, ...], ...], columns: int) -> Iterator[tuple[tuple[int, int], HeadCell]]:
    """Row and column of each heading cell, the places that cells from above cover left out."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(header):
        waiting = iter(cells)
        for column in range(columns):
            if (row, column) in taken:
                continue
            head = next(waiting)
            yield (row, column), head
            taken |= {(row + down, column + across) for down in range(head.rows) for across in range(head.columns)}


def frame(sheet: Sheet, edges: Sequence[float], top: float, bottom: float, *, closed: bool = False) -> None:
    """The verticals of a row and its lower line; ``closed`` draws the upper one too."""
    for x in edges:
        sheet.line(x, top, x, bottom)
    sheet.line(edges[0], bottom, edges[-1], bottom)
    if closed:
        sheet.line(edges[0], top, edges[-1], top)


def draw_tick(sheet: Sheet, x: float, top: float, tick: Tick, size: float | None = None) -> None:
    """A square box, with a check mark in it when it is done; the paper face has no such signs.

    ``size`` in points, where it is not the box's own.
    """
    size = tick.side * MM if size is None else size
    for ends in ((0, 0, 1, 0), (1, 0, 1, 1), (1, 1, 0, 1), (0, 1, 0, 0)):
        sheet.stroke(*(origin + size * part for origin, part in zip((x, top, x, top), ends, strict=True)))
    if tick.done:
        sheet.stroke(x + size * 0.2, top + size * 0.5, x + size * 0.42, top + size * 0.75)
        sheet.stroke(x + size * 0.42, top + size * 0.75, x + size * 0.82, top + size * 0.22)


def draw_lines(
    sheet: Sheet, lines: Sequence[Line], kind: Type, edges: tuple[float, float], top: float, *, align: Align
) -> None:
    """Lines one below the other between two edges."""
    left, right = edges
    for order, line in enumerate(lines):
        free = right - left - line.width
        x = left + {Align.CENTER: free / 2, Align.RIGHT: free}.get(align, 0.0)
        spaces = line.text.count(" ") + line.text.count(NO_BREAK)  # both become the space that is stretched
        stretch = free / spaces if align is Align.JUSTIFY and spaces and not line.last else 0.0
        sheet.text(x, top + order * kind.leading, line.text, kind, stretch)
