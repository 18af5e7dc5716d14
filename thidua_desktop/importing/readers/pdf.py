"""PDF with text → blocks: one for each visual line, rows where ruling lines or columns make a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from thidua_desktop.domain.documents import Document, Source
from thidua_desktop.importing.readers import pdf_lines
from thidua_desktop.importing.readers.blocks import Gatherer
from thidua_desktop.importing.readers.columns import is_letterhead
from thidua_desktop.importing.readers.errors import FileDamaged, FileIsScan
from thidua_desktop.importing.readers.pdf_lines import Line, Part, Region
from thidua_desktop.importing.readers.pdf_page import Page, Word, opened, page
from thidua_desktop.importing.readers.pdf_tables import Cell, Grid, grids, shared_out

MOST_PAGES = 600
_MM_PER_POINT = 25.4 / 72
_FEW_LETTERS = 20
"""A scanned page may carry a stamp of a scanner program or a page number, but no more."""
_MUCH_PICTURE = 0.35
_WIDE_GAP = 1.2
"""Times the usual distance of lines."""
_CENTRE_TOLERANCE = 9.0
_SHARED_EDGE = 4
_CENTRE_INSET = 20.0
"""Points by which a centred line stays away from both margins."""


@dataclass(slots=True)
class _Sheet:
    """A page taken apart: lines outside of tables, tables with the words of their cells."""

    page: Page
    lines: list[Line]
    tables: list[tuple[Grid, dict[Cell, list[Word]]]]


@dataclass(slots=True)
class _Measures:
    """What is usual in the document, in points."""

    left: float = 0.0
    right: float = 0.0
    pitch: float = 18.0
    edges: frozenset[int] = frozenset()
    """Left edges that several lines share, in whole points: paragraphs begin there, centred lines do not."""


@dataclass(slots=True)
class _OpenTable:
    """The table that was last on the former page: it may go on."""

    number: int = 0
    row: int = 0
    xs: tuple[float, ...] = ()
    at_end: bool = False


def read(data: bytes, name: str, sha256: str) -> Document:
    """The document in a PDF.

    Raises :class:`FileIsScan` when no page has text, :class:`FileEncrypted` and :class:`FileDamaged`. Single scanned
    pages, and pages beyond the limit, are told in the notes.
    """
    gatherer = Gatherer()
    with opened(data, name) as document:
        count = len(document)
        pages = [seen for index in range(min(count, MOST_PAGES)) if (seen := page(document, index)) is not None]
    if not pages:
        raise FileDamaged(path=name)
    scans = [seen for seen in pages if _is_scan(seen)]
    if scans and all(_is_scan(seen) or not seen.words for seen in pages):
        raise FileIsScan(path=name, pages=count)
    _Layout(gatherer).read([_taken_apart(seen) for seen in pages])
    _note_what_is_missing(gatherer, pages, scans, count)
    blocks, notes = gatherer.finished()
    return Document(name, blocks, "pdf", sha256, count, notes)


def _note_what_is_missing(gatherer: Gatherer, pages: Sequence[Page], scans: Sequence[Page], count: int) -> None:
    if scans:
        gatherer.note("reader.scanned_pages", pages=ranges([seen.number for seen in scans]))
    for seen in pages:
        if seen.cut:
            gatherer.note("reader.page_overfull", page=seen.number)
    if count > MOST_PAGES:
        gatherer.note("reader.pages_left", pages=count, limit=MOST_PAGES)


def _is_scan(seen: Page) -> bool:
    return seen.pictured >= _MUCH_PICTURE and sum(len(word.text) for word in seen.words) < _FEW_LETTERS


def ranges(numbers: Sequence[int]) -> str:
    """Page numbers as people write them: "3, 5-7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _taken_apart(seen: Page) -> _Sheet:
    tables = grids(seen)
    outside, inside = shared_out(seen.words, tables)
    return _Sheet(seen, pdf_lines.lines(outside), list(zip(tables, inside, strict=True)))


class _Layout:
    """Puts lines and tables of all pages in reading order."""

    def __init__(self, gatherer: Gatherer) -> None:
        self._gatherer = gatherer
        self._usual = _Measures()
        self._table = _OpenTable()
        self._number = 0
        self._page = 0
        self._base: float | None = None

    def read(self, sheets: Sequence[_Sheet]) -> None:
        """Gather everything."""
        self._usual = _measured(sheets)
        for sheet in sheets:
            self._page, self._number, self._base = sheet.page.number, 0, None
            self._sheet(sheet)

    def _sheet(self, sheet: _Sheet) -> None:
        at = 0
        for grid, cells in sheet.tables:
            above = at
            while at < len(sheet.lines) and sheet.lines[at].base < grid.ys[0] + 1:
                at += 1
            self._lines(sheet.lines[above:at])
            self._grid(grid, cells)
        self._lines(sheet.lines[at:])

    def _lines(self, rows: Sequence[Line]) -> None:
        starts = {region.first: region for region in pdf_lines.regions(rows)}
        at = 0
        while at < len(rows):
            region = starts.get(at)
            if region is None:
                self._part(rows[at], rows[at].whole)
                at += 1
            else:
                at = self._region(rows, region)

    def _region(self, rows: Sequence[Line], region: Region) -> int:
        """Gather lines that stand side by side; gives the index of the line after them."""
        last = region.last
        while last > region.first + 1 and len(rows[last - 1].parts) == 1 and self._is_centered(rows[last - 1].whole):
            last -= 1  # the title under a letterhead happens to stand clear of the gutter
        inside = rows[region.first : last]
        cells = [region.cells(line) for line in inside]
        columns = len(region.cuts) + 1
        enough = 3 if columns > 2 else 4
        if region.agreeing >= enough and not (columns == 2 and is_letterhead([text for row in cells for text in row])):
            self._columns(inside, cells)
            return last
        for side in range(columns):
            for line in inside:
                words = [w for part in line.parts for w in part.words if sum(w.middle > c for c in region.cuts) == side]
                if words:
                    self._part(line, Part(words), side_by_side=True)
        return last

    def _columns(self, rows: Sequence[Line], cells: Sequence[tuple[str, ...]]) -> None:
        """A table without rules: each visual line is a row; what belongs together is for the parser to say."""
        goes_on = self._table.at_end and self._table.xs == ()
        self._table = _OpenTable(self._table.number + (not goes_on), self._table.row if goes_on else 0, (), True)
        for line, texts in zip(rows, cells, strict=True):
            self._number += 1
            self._table.row += 1
            gap = self._gap(line)
            place = Source(0, page=self._page, line=self._number, table=self._table.number, row=self._table.row)
            self._gatherer.row(texts, place, gap_before=gap, bold=line.whole.mostly("bold"))

    def _part(self, line: Line, part: Part, *, side_by_side: bool = False) -> None:
        self._number += 1
        gap = self._gap(line)
        text = part.text
        if not text.strip().isdigit():  # a page number does not end a table that goes on
            self._table.at_end = False
        self._gatherer.paragraph(
            text,
            Source(0, page=self._page, line=self._number),
            bold=part.mostly("bold"),
            italic=part.mostly("italic"),
            centered=not side_by_side and self._is_centered(part),
            indent=(part.left - self._usual.left) * _MM_PER_POINT,
            gap_before=gap,
        )

    def _gap(self, line: Line) -> bool:
        before, self._base = self._base, line.base
        return before is not None and line.base - before > _WIDE_GAP * max(self._usual.pitch, 1.1 * line.size)

    def _is_centered(self, part: Part) -> bool:
        usual = self._usual
        off = abs((part.left + part.right) - (usual.left + usual.right)) / 2
        if round(part.left) in usual.edges:
            return False
        inset = part.left - usual.left > _CENTRE_INSET and usual.right - part.right > _CENTRE_INSET
        return off <= _CENTRE_TOLERANCE and inset

    def _grid(self, grid: Grid, cells: dict[Cell, list[Word]]) -> None:
        goes_on = self._table.at_end and _same_columns(self._table.xs, grid.xs)
        self._table = _OpenTable(self._table.number + (not goes_on), self._table.row if goes_on else 0, grid.xs, True)
        for row in grid.rows():
            words = [word for cell, begins in row if begins for word in cells.get(cell, ())]
            if not words:
                continue
            self._number += 1
            self._table.row += 1
            spans = tuple(cell.columns for cell, _ in row)
            self._gatherer.row(
                [pdf_lines.joined_text(cells[cell]) if begins and cell in cells else "" for cell, begins in row],
                Source(0, page=self._page, line=self._number, table=self._table.number, row=self._table.row),
                bold=Part(words).mostly("bold"),
                italic=Part(words).mostly("italic"),
                spans=spans if any(span != 1 for span in spans) else (),
            )
        self._base = grid.ys[-1]


def _same_columns(former: Sequence[float], xs: Sequence[float]) -> bool:
    return len(former) == len(xs) and all(abs(a - b) <= 4 for a, b in zip(former, xs, strict=True))


def _measured(sheets: Sequence[_Sheet]) -> _Measures:
    rows = [line for sheet in sheets for line in sheet.lines]
    if not rows:
        return _Measures()
    full = [line for line in rows if len(line.parts) == 1] or rows
    lefts = Counter(round(line.left) for line in full)
    left = _margin(lefts, outermost=min)
    right = _margin(Counter(round(line.right) for line in full), outermost=max)
    pitches = list(_pitches(sheets))
    shared = frozenset(edge for edge in lefts if lefts[edge - 1] + lefts[edge] + lefts[edge + 1] >= _SHARED_EDGE)
    return _Measures(left, right, median(pitches) if pitches else 18.0, shared)


def _margin(edges: Counter[int], outermost: Callable[[Iterable[int]], int]) -> float:
    """The outermost edge that a fair part of all lines shares; single lines may stick out."""
    enough = max(edges.total() // 12, 1)
    return float(outermost(edge for edge, count in edges.items() if count >= enough or count == max(edges.values())))


def _pitches(sheets: Sequence[_Sheet]) -> Iterator[float]:
    for sheet in sheets:
        for before, line in pairwise(sheet.lines):
            distance = line.base - before.base
            if 0.8 * line.size < distance < 3 * line.size:
                yield distance
