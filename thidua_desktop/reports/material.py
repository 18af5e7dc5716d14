"""A report as the check of figures reads it: without a file in between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.figure_check.material import Cell, Grid, GridRow, Material, Passage
from thidua_desktop.reports.model import Align, Block, GroupRow, Heading, Letterhead, Paragraph, Report, Style, Table
from thidua_desktop.reports.texts import cell as cell_text

_LABEL = re.compile(r"(?:[IVXL]+\.|\d{1,2}(?:\.\d{1,2})*\.|[a-zđ]\)|[-+–])(?=\s)")


def material_of(report: Report) -> Material:
    """The passages and tables of a report and its annexes, in order; a place is the ordinal of its block."""
    blocks = [block for each in (report, *report.annexes) for block in each.blocks]
    return tuple(part for at, block in enumerate(blocks) for part in _parts(block, Source(at)))


def _parts(block: Block, place: Source) -> Iterator[Passage | Grid]:
    match block:
        case Letterhead():
            for name in filter(None, (block.superior, block.name)):
                yield Passage(name, place, centered=True)
        case Heading():
            for line in block.lines:
                yield Passage(line.text, place, bold=line.style is Style.BOLD, centered=True)
        case Paragraph():
            yield _passage(block, place)
        case Table():
            yield Grid(tuple(_rows(block, place)))
        case _:
            return


def _passage(block: Paragraph, place: Source) -> Passage:
    found = _LABEL.match(block.said)
    label = found.group() if found else ""
    text = block.said[len(label) :].strip()
    return Passage(text, place, label, block.style is Style.BOLD, block.align is Align.CENTER)


def _rows(table: Table, place: Source) -> Iterator[GridRow]:
    width = len(table.columns)
    for row in table.header:
        yield GridRow(tuple(Cell(head.text, head.columns) for head in row), place, heading=True)
    for line in table.rows:
        if isinstance(line, GroupRow):
            yield GridRow((Cell(line.text, width),), place)
        else:
            yield GridRow(tuple(Cell(cell_text(each)) for each in line.cells), place)
