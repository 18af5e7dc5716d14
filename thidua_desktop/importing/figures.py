"""A report that somebody wrote → what the check of figures reads: whole paragraphs and tables on their grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from thidua_desktop.domain.documents import Block, Document
from thidua_desktop.domain.figure_check.material import Cell, Grid, GridRow, Material, Passage
from thidua_desktop.importing.plans.joining import Paragraph, join, layout_of
from thidua_desktop.importing.plans.lines import Line, read_lines


def material(document: Document) -> Material:
    """The passages and tables of a document in reading order; lines that a PDF breaks are put together again."""
    lines = read_lines(document).lines
    layout = layout_of(lines)
    made: list[Passage | Grid] = []
    for is_row, run in groupby(lines, key=lambda line: line.is_row):
        part = list(run)
        if is_row:
            made += _grids(part, document.blocks)
        else:
            kept = [line for line in part if not line.page_number]
            made += [_passage(paragraph, document.blocks) for paragraph in join(kept, layout)]
    return tuple(made)


def _passage(paragraph: Paragraph, blocks: Sequence[Block]) -> Passage:
    label = paragraph.marker.label if paragraph.marker else ""
    place = blocks[paragraph.blocks[0]].source
    return Passage(paragraph.text, place, label, paragraph.bold, paragraph.centered)


def _grids(lines: Sequence[Line], blocks: Sequence[Block]) -> Iterator[Grid]:
    for _, run in groupby(lines, key=lambda line: (blocks[line.block].source.table, blocks[line.block].source.sheet)):
        rows = [_row(blocks[line.block]) for line in run]
        yield Grid(tuple(rows))


def _row(block: Block) -> GridRow:
    texts = block.cells or (block.text,)
    spans = block.spans if len(block.spans) == len(texts) else (1,) * len(texts)
    cells = tuple(Cell(text, max(1, span)) for text, span in zip(texts, spans, strict=True))
    return GridRow(cells, block.source, block.header_row)
