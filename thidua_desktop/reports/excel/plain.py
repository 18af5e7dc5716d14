"""A flat table as a workbook: one heading row, one row for each record, ready for sorting and filtering."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from thidua_desktop.reports.excel.book import workbook, write_cell
from thidua_desktop.reports.excel.lines import Lines
from thidua_desktop.reports.model import GroupRow, Row, Table
from thidua_desktop.reports.typeset import MM

_LETTER = 6 / MM
"""Millimetres of a character that columns are counted in: 6 points for Times New Roman 12."""


def write(table: Table, title: str, target: Path) -> None:
    """Write a table without its groups; only its last heading row is used, since filters need one.

    The rows are gone through twice and never kept, so a table may make them when they are asked for.

    Raises:
        TooManyRows: a sheet has fewer rows.
    """
    with workbook(target, title) as book:
        sheet, styles = book.sheet("Danh sách"), book.styles
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer('&C&"Times New Roman,Regular"&11Trang &P/&N')
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, column.width / _LETTER)
        sheet.set_row(0, 34)
        look = {"bold": True, "align": "center", "bg_color": "#E8EEF5", "border": 1, "text_wrap": True}
        for at, head in enumerate(table.header[-1]):
            write_cell(sheet, (0, at), head.text, styles, **look)
        groups, sums = 0, 0
        for row in table.rows:
            groups += isinstance(row, GroupRow)
            sums += isinstance(row, Row) and row.bold
        single = [row for row in table.rows if isinstance(row, Row)] if groups else table.rows
        rows = cast(Sequence[Row], single)
        Lines(sheet, styles, table.columns).add(1, rows)
        # A sum stays below whatever is filtered or sorted.
        sheet.autofilter(0, 0, max(len(rows) - sums, 1), len(table.columns) - 1)
