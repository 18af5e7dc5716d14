"""A flat table as a workbook: one heading row, one row for each record, ready for sorting and filtering."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.reports.excel.book import workbook, write_cell
from thidua_desktop.reports.model import Align, Row, Style, Table
from thidua_desktop.reports.texts import cell
from thidua_desktop.reports.typeset import MM, Type, wrapped

_LETTER = 6 / MM
"""Millimetres of a character that columns are counted in: 6 points for Times New Roman 12."""
_TEXT = Type(Style.REGULAR, 12)
_LINE = 15.75
_BORDER = {"border": 1, "text_wrap": True}


def write(table: Table, title: str, target: Path) -> None:
    """Write a table without groups; only its last heading row is used, since filters need one."""
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
        for at, head in enumerate(table.header[-1]):
            write_cell(sheet, (0, at), head.text, styles, bold=True, align="center", bg_color="#E8EEF5", **_BORDER)
        rows = [row for row in table.rows if isinstance(row, Row)]
        for down, row in enumerate(rows, start=1):
            for at, value in enumerate(row.cells):
                align = "center" if table.columns[at].align is Align.CENTER else "left"
                write_cell(sheet, (down, at), value, styles, align=align, bold=row.bold, **_BORDER)
            book.set_height(sheet, down, _height(row, table))
        counted = sum(not row.bold for row in rows)  # a sum stays below whatever is filtered or sorted
        sheet.autofilter(0, 0, max(counted, 1), len(table.columns) - 1)


def _height(row: Row, table: Table) -> float:
    """The height that the texts of a row need, in points; spreadsheets refuse more than 409."""
    rooms = (column.width * MM * 0.96 for column in table.columns)
    most = max(len(wrapped(cell(value), _TEXT, room)) for value, room in zip(row.cells, rooms, strict=True))
    return min(most * _LINE + 3, 409)
