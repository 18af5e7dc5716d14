"""Reports as PDF, set directly on a canvas: NĐ 30/2020/NĐ-CP layout, page by page, embedded fonts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from thidua_desktop.reports.model import Block, Closing, Heading, Letterhead, Paragraph, Report, Table
from thidua_desktop.reports.pdf.closing import ClosingBox
from thidua_desktop.reports.pdf.flow import Box, Flow, with_tail
from thidua_desktop.reports.pdf.letterhead import HeadingBox, LetterheadBox
from thidua_desktop.reports.pdf.paragraphs import paragraph_boxes
from thidua_desktop.reports.pdf.sheet import Sheet
from thidua_desktop.reports.pdf.table import TABLE_GAP, table_boxes
from thidua_desktop.reports.texts import printable


def write(report: Report, target: Path) -> None:
    """Write a report; the same report gives the same bytes.

    Raises:
        GlyphMissing: a text has a character that cannot be printed; ``target`` is then not a PDF.
    """
    sheet = Sheet(target, report.page, printable(report.title))
    Flow(sheet).place(_boxes(report.blocks, sheet.left, sheet.right))
    for annex in report.annexes:
        sheet.begin(annex.page)
        Flow(sheet).place(_boxes(annex.blocks, sheet.left, sheet.right))
    sheet.close()


def _boxes(blocks: Iterable[Block], left: float, right: float) -> Iterator[Box]:
    body: list[Iterator[Box]] = []
    for block in blocks:
        if isinstance(block, Closing):
            yield from with_tail(chain.from_iterable(body), [ClosingBox(block, left, right)])
            body = []
        else:
            body.append(_boxes_of(block, left, right))
    yield from chain.from_iterable(body)


def _boxes_of(block: Letterhead | Heading | Paragraph | Table, left: float, right: float) -> Iterator[Box]:
    match block:
        case Letterhead():
            yield LetterheadBox(block, left, right)
        case Heading():
            yield HeadingBox(block, left, right)
        case Paragraph():
            yield from paragraph_boxes(block, left, right)
        case Table():
            yield from table_boxes(block, left, TABLE_GAP)
