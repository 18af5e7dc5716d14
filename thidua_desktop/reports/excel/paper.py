"""A report as a workbook: titles over the width, tables with their headings and groups, signatures; ready to print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import cast

from thidua_desktop.reports.excel.book import Book, workbook, write_text
from thidua_desktop.reports.excel.heights import LINE
from thidua_desktop.reports.excel.lines import Lines
from thidua_desktop.reports.model import (
    Align,
    Block,
    Closing,
    GroupRow,
    Heading,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Style,
    Table,
)
from thidua_desktop.reports.pdf.table import placed
from thidua_desktop.reports.typeset import MM, Type, wrapped
from thidua_desktop.wording import papers

_LETTER = 6 / MM
"""Millimetres of a character that columns are counted in: 6 points for Times New Roman 12."""
_TEXT = Type(Style.REGULAR, 12)
_HEAD = Type(Style.BOLD, 12)
_HEADING = 34.0
"""The height of a row of headings of one or two lines."""
_TALLEST = 409.0
_A4, _A3 = 9, 8
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_NAME_LETTERS = 31
_LEFT_SHARE = 0.45
"""The part of the width that the agency may take; Quốc hiệu needs the rest."""


def write(report: Report, target: Path) -> None:
    """Write a report with tables; each of its annexes becomes a sheet of its own."""
    with workbook(target, report.title) as book:
        taken: set[str] = set()
        for each in (report, *report.annexes):
            _Sheet(book, each, free_name(each.title if report.annexes else "Bảng", taken)).fill()


def free_name(title: str, taken: set[str]) -> str:
    """A name for a sheet that spreadsheets accept and none of ``taken`` has; it is added to them."""
    name = _NOT_IN_A_NAME.sub(" ", title).strip("' ")[:_NAME_LETTERS] or "Bảng"
    number = 1
    while name.casefold() in taken:
        number += 1
        name = f"{name[: _NAME_LETTERS - 4]} ({number})"
    taken.add(name.casefold())
    return name


class _Sheet:
    def __init__(self, book: Book, report: Report, name: str) -> None:
        self._book, self._report, self._styles = book, report, book.styles
        self._sheet = book.sheet(name)
        tables = [block for block in report.blocks if isinstance(block, Table)]
        self._widest = max(tables, key=lambda table: len(table.columns), default=None)
        self._count = len(self._widest.columns) if self._widest is not None else 4
        self._down = 0

    def fill(self) -> None:
        page = self._report.page
        if page.landscape:
            self._sheet.set_landscape()
        self._sheet.set_paper(_A3 if max(page.width, page.height) > 400 else _A4)
        self._sheet.set_margins(page.left / 25.4, page.right / 25.4, page.top / 25.4, page.bottom / 25.4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_footer('&C&"Times New Roman,Regular"&11Trang &P/&N')
        widths = [column.width for column in self._widest.columns] if self._widest else [page.text_width / 4] * 4
        for at, width in enumerate(widths):
            self._sheet.set_column(at, at, width / _LETTER)
        for block in self._report.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Letterhead():
                self._letterhead(block)
            case Heading():
                for line in block.lines:
                    bold, italic = line.style is not Style.ITALIC, line.style is Style.ITALIC
                    self._line(line.text, align="center", bold=bold, italic=italic, font_size=14)
                self._down += 1
            case Paragraph():
                bold = block.style is Style.BOLD
                align = "center" if block.align is Align.CENTER else "left"
                self._line(block.said, align=align, bold=bold, italic=block.style is Style.ITALIC)
            case Table():
                self._table(block)
            case Closing():
                self._down += 1
                self._across(["\n".join(each.posts) for each in block.signatures], bold=True)
                self._down += 4
                self._across([each.name for each in block.signatures], bold=True)
            case _:
                return

    def _letterhead(self, head: Letterhead) -> None:
        """Agency and state beside each other, in the proportion of the printed letterhead."""
        number = "" if head.number is None else f"{papers.NUMBER} {head.number}"
        lines: tuple[tuple[str, dict[str, object], str, dict[str, object]], ...] = (
            (head.superior, {}, papers.STATE, {"bold": True}),
            (head.name, {"bold": True}, papers.MOTTO, {"bold": True, "font_size": 13}),
            (number, {}, head.dated, {"italic": True}),
        )
        last = self._left_columns() - 1
        for at_left, left, at_right, right in lines:
            self._merged(0, last, at_left, align="center", **left)
            self._merged(last + 1, self._count - 1, at_right, align="center", **right)
            self._down += 1
        self._down += 1

    def _left_columns(self) -> int:
        """How many columns make up the left part of a letterhead; at least one stands on each side."""
        if self._widest is None:
            return 1
        edges = list(accumulate(column.width for column in self._widest.columns))
        fitting = sum(edge <= edges[-1] * _LEFT_SHARE for edge in edges)
        return max(1, min(fitting, self._count - 1))

    def _across(self, texts: Sequence[str], *, bold: bool) -> None:
        """Texts beside each other, one alone in the right half."""
        given = list(texts) if len(texts) > 1 else ["", *texts]
        share = self._count / len(given)
        for at, text in enumerate(given):
            first, last = round(at * share), round((at + 1) * share) - 1
            self._merged(first, last, text, align="center", bold=bold, text_wrap=True)
        lines = max(text.count("\n") + 1 for text in given)
        self._book.set_height(self._sheet, self._down, 21.0 * lines)
        self._down += 1

    def _line(self, text: str, **look: object) -> None:
        self._merged(0, self._count - 1, text, text_wrap=True, **look)
        room = self._report.page.text_width * MM * 0.9
        self._book.set_height(self._sheet, self._down, min(_TALLEST, len(wrapped(text, _TEXT, room)) * 18.0 + 4))
        self._down += 1

    def _merged(self, first: int, last: int, text: str, **look: object) -> None:
        if last > first:
            self._sheet.merge_range(self._down, first, self._down, last, "", self._styles(**look))
        write_text(self._sheet, (self._down, first), text, self._styles, **look)

    def _table(self, table: Table) -> None:
        look = {"bold": True, "align": "center", "text_wrap": True, "border": 1, "bg_color": "#E8EEF5"}
        for (row, column), head in placed(table.header, len(table.columns)):
            top, right = self._down + row, column + head.columns - 1
            if head.rows > 1 or head.columns > 1:
                self._sheet.merge_range(top, column, top + head.rows - 1, right, "", self._styles(**look))
            write_text(self._sheet, (top, column), head.text, self._styles, **look)
        for row, height in enumerate(_heading_heights(table)):
            self._sheet.set_row(self._down + row, height)
        if table is self._widest:
            self._sheet.repeat_rows(self._down, self._down + len(table.header) - 1)
        self._down += len(table.header)
        lines = Lines(self._sheet, self._styles, table.columns)
        for begin, end, group in _stretches(table.rows):
            lines.add(self._down, cast(Sequence[Row], table.rows[begin:end]))
            self._down += end - begin
            if group is not None:
                self._group(group, table)

    def _group(self, row: GroupRow, table: Table) -> None:
        self._merged(0, len(table.columns) - 1, row.text, bold=True, border=1, text_wrap=True)
        self._down += 1


def _stretches(rows: Sequence[Row | GroupRow]) -> Iterator[tuple[int, int, GroupRow | None]]:
    """Where the rows before a group begin and end, and that group; None for those after the last."""
    begin = 0
    for at, row in enumerate(rows):
        if isinstance(row, GroupRow):
            yield begin, at, row
            begin = at + 1
    yield begin, len(rows), None


def _heading_heights(table: Table) -> list[float]:
    """So high that every heading is seen; one that covers several rows has their height together."""
    heights = [_HEADING] * len(table.header)
    for (row, column), head in placed(table.header, len(table.columns)):
        width = sum(each.width for each in table.columns[column : column + head.columns])
        needed = len(wrapped(head.text, _HEAD, width * MM * 0.9)) * LINE + 4
        missing = needed - sum(heights[row : row + head.rows])
        if missing > 0:
            heights[row + head.rows - 1] += missing
    return heights
