"""A flat table as a workbook: one heading row, one row for each record, ready for sorting and filtering."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.reports.excel.book import workbook, write_cell
from thidua_desktop.reports.model import Align, Row, Table

_LETTER = 2.1
"""Millimetres that one character of 12 pt takes in a column, about."""
_BORDER = {"border": 1, "text_wrap": True}


def write(table: Table, title: str, target: Path) -> None:
    """Write a table without groups; only its last heading row is used, since filters need one."""
    with workbook(target, title) as (book, styles):
        sheet = book.add_worksheet("Danh sách")
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer('&C&"Times New Roman,Regular"&11Trang &P/&N')
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, column.width / _LETTER)
        for at, head in enumerate(table.header[-1]):
            write_cell(sheet, (0, at), head.text, styles, bold=True, align="center", bg_color="#E8EEF5", **_BORDER)
        rows = [row for row in table.rows if isinstance(row, Row)]
        for down, row in enumerate(rows, start=1):
            for at, value in enumerate(row.cells):
                align = "center" if table.columns[at].align is Align.CENTER else "left"
                write_cell(sheet, (down, at), value, styles, align=align, **_BORDER)
        sheet.autofilter(0, 0, max(len(rows), 1), len(table.columns) - 1)
