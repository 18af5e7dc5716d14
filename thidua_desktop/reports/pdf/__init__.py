"""Reports as PDF, set directly on a canvas: NĐ 30/2020/NĐ-CP layout, page by page, embedded fonts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from thidua_desktop.reports.model import (
    Closing,
    Heading,
    Letterhead,
    Paragraph,
    Report,
    Table,
)
from thidua_desktop.reports.pdf.closing import ClosingBox
from thidua_desktop.reports.pdf.flow import Box, Flow, with_tail
from thidua_desktop.reports.pdf.letterhead import HeadingBox, LetterheadBox
from thidua_desktop.reports.pdf.paragraphs import paragraph_boxes
from thidua_desktop.reports.pdf.sheet import Sheet
from thidua_desktop.reports.pdf.table import TABLE_GAP, table_boxes
from thidua_desktop.reports.pdf.wall import wall_boxes
from thidua_desktop.reports.texts import printable
from thidua_desktop.reports.wall import Wall


def write(report: Report, target: Path) -> None:
    """Write a report; the same report gives the same bytes.

    Raises:
        GlyphMissing: a text has a character that cannot be printed; ``target`` is then not a PDF.
    """
    sheet = Sheet(target, report.page, printable(report.title))
    Flow(sheet).place(_boxes(report, sheet))
    for annex in report.annexes:
        sheet.begin(annex.page)
        Flow(sheet).place(_boxes(annex, sheet))
    sheet.close()


def _boxes(report: Report, sheet: Sheet) -> Iterator[Box]:
    left, right = sheet.left, sheet.right
    body: list[Iterator[Box]] = []
    for order, block in enumerate(report.blocks):
        if isinstance(block, Closing):
            yield from with_tail(chain.from_iterable(body), [ClosingBox(block, left, right)])
            body = []
        elif isinstance(block, Wall):
            above = report.blocks[order - 1]
            taken = HeadingBox(above, left, right).height if isinstance(above, Heading) else 0.0
            body.append(wall_boxes(block, report.page, (left, right), sheet.bottom - sheet.top - taken))
        else:
            body.append(boxes_of(block, left, right))
    yield from chain.from_iterable(body)


def boxes_of(block: Letterhead | Heading | Paragraph | Table, left: float, right: float) -> Iterator[Box]:
    """The boxes of a block between two edges (points), in their order."""
    match block:
        case Letterhead():
            yield LetterheadBox(block, left, right)
        case Heading():
            yield HeadingBox(block, left, right)
        case Paragraph():
            yield from paragraph_boxes(block, left, right)
        case Table():
            yield from table_boxes(block, left, TABLE_GAP)
