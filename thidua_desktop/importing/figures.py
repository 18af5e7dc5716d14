"""A report that somebody wrote → what the check of figures reads: whole paragraphs and tables on their grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from thidua_desktop.domain.documents import Block, Document
from thidua_desktop.domain.figure_check.material import Cell, Grid, GridRow, Material, Passage
from thidua_desktop.domain.figure_check.quantities import amount
from thidua_desktop.importing.plans.joining import Paragraph, join, layout_of
from thidua_desktop.importing.plans.lines import Line, read_lines
from thidua_desktop.importing.plans.numbering import find_marker


def material(document: Document) -> Material:
    """The passages and tables of a document in reading order; lines that a PDF breaks are put together again."""
    lines = read_lines(document).lines
    layout = layout_of(lines)
    made: list[Passage | Grid] = []
    for is_row, run in groupby(lines, key=lambda line: line.is_row):
        part = list(run)
        if is_row:
            for grid in _grids(part, document.blocks):
                former = made[-1] if made else None
                if isinstance(grid, Grid) and isinstance(former, Grid) and _goes_on(former, grid):
                    made[-1] = Grid((*former.rows, *grid.rows[_repeated(former, grid) :]))
                else:
                    made.append(grid)
        else:
            kept = [line for line in part if not line.page_number]
            made += [_passage(paragraph, document.blocks) for paragraph in join(kept, layout)]
    return tuple(made)


def _passage(paragraph: Paragraph, blocks: Sequence[Block]) -> Passage:
    label = paragraph.marker.label if paragraph.marker else ""
    place = blocks[paragraph.blocks[0]].source
    return Passage(paragraph.text, place, label, paragraph.bold, paragraph.centered)


def _grids(lines: Sequence[Line], blocks: Sequence[Block]) -> Iterator[Passage | Grid]:
    for _, run in groupby(lines, key=lambda line: (blocks[line.block].source.table, blocks[line.block].source.sheet)):
        rows = [_row(blocks[line.block]) for line in run]
        if rows[0].place.sheet is None:
            yield Grid(tuple(rows))
        else:
            yield from _sheet(rows)


def _sheet(rows: Sequence[GridRow]) -> Iterator[Passage | Grid]:
    """The tables of a sheet, parted by the lines of text that stand above and between them."""
    table: list[GridRow] = []
    for at, row in enumerate(rows):
        if not _is_text(rows, at):
            table.append(row)
            continue
        if table:
            yield Grid(tuple(table))
            table = []
        text = next(cell.text for cell in row.cells if cell.text.strip())
        marker = find_marker(text)
        yield Passage(marker.rest if marker else text, row.place, marker.label if marker else "", centered=True)
    if table:
        yield Grid(tuple(table))


def _is_text(rows: Sequence[GridRow], at: int) -> bool:
    """A line over the sheet, not a group within a table: alone in its row, with another such line or headings below."""
    if _filled(rows[at]) != 1 or any(amount(cell.text) is not None for cell in rows[at].cells):
        return False
    below = rows[at + 1] if at + 1 < len(rows) else None
    return below is None or not any(amount(cell.text) is not None for cell in below.cells)


def _filled(row: GridRow) -> int:
    return sum(bool(cell.text.strip()) for cell in row.cells)


def _goes_on(former: Grid, grid: Grid) -> bool:
    """Whether a table is the rest of the one on the page before: with the same headings again."""
    pages = former.rows[-1].place.page, grid.rows[0].place.page
    if None in pages or pages[0] == pages[1]:
        return False
    return _repeated(former, grid) > 0


def _repeated(former: Grid, grid: Grid) -> int:
    """How many rows both tables begin with."""
    pairs = zip(former.rows, grid.rows, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one.texts() != other.texts()), 0)


def _row(block: Block) -> GridRow:
    texts = block.cells or (block.text,)
    spans = block.spans if len(block.spans) == len(texts) else (1,) * len(texts)
    cells = tuple(Cell(text, max(1, span)) for text, span in zip(texts, spans, strict=True))
    return GridRow(cells, block.source, block.header_row)
