"""The unit's own workbook, faulty cells red and a comment in each; for other files a fresh copy of the table."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from thidua_desktop.reports.excel.book import workbook, write_text
from thidua_desktop.wording import returned_list as words

_RED = "FFC7CE"
_MOST = 1_000
"""Letters of one comment."""
_WIDTH, _HEIGHT = 320, 120
_DROPPED = {
    "picture": ("xl/media/",),
    "chart": ("xl/charts/", "xl/chartsheets/"),
    "macro": ("xl/vbaProject.bin",),
    "control": ("xl/activeX/", "xl/ctrlProps/", "xl/embeddings/"),
    "link": ("xl/externalLinks/",),
    "pivot": ("xl/pivotTables/", "xl/slicers/"),
}
"""Parts of a workbook that the copy does not have."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is wrong with a cell: sheet, row and column from 1, and the sentences."""

    sheet: str | None
    row: int
    column: int
    texts: tuple[str, ...]


def dropped(path: Path) -> tuple[str, ...]:
    """The kinds of things in a workbook that a marked copy would not have."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
    return tuple(
        kind for kind, parts in _DROPPED.items() if any(name.startswith(part) for name in names for part in parts)
    )


def mark_copy(source: Path, marks: Sequence[Mark], target: Path) -> None:
    """Write a copy of a workbook with the marks; everything else stays as the unit has made it."""
    book = openpyxl.load_workbook(source)
    try:
        for mark in marks:
            sheet = book[mark.sheet] if mark.sheet in book.sheetnames else book.worksheets[0]
            if isinstance(sheet, Worksheet):
                _mark(sheet, mark)
        book.save(target)
    finally:
        book.close()


def _mark(sheet: Worksheet, mark: Mark) -> None:
    row, column = mark.row, mark.column
    for area in sheet.merged_cells.ranges:
        if mark.row in range(area.min_row, area.max_row + 1) and mark.column in range(area.min_col, area.max_col + 1):
            row, column = area.min_row, area.min_col
    cell = sheet.cell(row, column)
    cell.fill = PatternFill("solid", start_color=_RED, end_color=_RED)
    told = _told(mark)
    if cell.comment is not None:
        told = f"{told}\n{cell.comment.text}"
    cell.comment = Comment(told[:_MOST], words.AUTHOR, height=_HEIGHT, width=_WIDTH)


def write_fresh(rows: Mapping[str, Sequence[Sequence[str]]], marks: Sequence[Mark], target: Path, title: str) -> None:
    """Write the cells that were read as a new workbook, with the same marks; formula text stays text.

    Args:
        rows: sheet → rows from the first on, each with its cells from column A on.
        marks: what is wrong.
        target: the workbook.
        title: its title.
    """
    marked = {(mark.sheet or "", mark.row, mark.column): mark for mark in marks}
    with workbook(target, title) as book:
        for order, (name, lines) in enumerate(rows.items(), start=1):
            sheet = book.sheet(words.sheet_name(name, order))
            sheet.set_column(0, max((len(line) for line in lines), default=1), 18)
            for down, line in enumerate(lines, start=1):
                for across, text in enumerate(line, start=1):
                    mark = marked.get((name, down, across))
                    look = {"bg_color": f"#{_RED}"} if mark is not None else {}
                    if text or mark is not None:
                        write_text(sheet, (down - 1, across - 1), text, book.styles, text_wrap=True, **look)
                    if mark is not None:
                        size = {"width": _WIDTH, "height": _HEIGHT}
                        sheet.write_comment(down - 1, across - 1, _told(mark)[:_MOST], {"author": words.AUTHOR, **size})


def _told(mark: Mark) -> str:
    return "\n".join(mark.texts)
