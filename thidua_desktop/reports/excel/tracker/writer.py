"""The tracker as a workbook: head, table with drop-down lists and formulas, totals, sign-off."""

from __future__ import annotations

from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from thidua_desktop.reports.excel.book import workbook
from thidua_desktop.reports.excel.tracker import base, foot, head, table
from thidua_desktop.reports.excel.tracker.content import Tracker
from thidua_desktop.wording.tracker import COLUMNS, INDEX, SHEET, TITLE, VISIBLE, Key

_A3 = 8


def write(tracker: Tracker, target: Path) -> None:
    """Write a tracker; the same tasks and day give the same parts."""
    with workbook(target, TITLE) as book:
        sheet = book.sheet(SHEET)
        _set_columns(sheet)
        head.write(sheet, tracker, book.styles)
        rows = table.write(book, sheet, tracker)
        last = foot.write(sheet, tracker, rows, book.styles)
        _set_page(sheet, last)
        base.write(book.sheet(base.SHEET), tracker)


def _set_columns(sheet: Worksheet) -> None:
    for at, column in enumerate(COLUMNS):
        sheet.set_column(at, at, column.width, None, {"hidden": column.hidden})


def _set_page(sheet: Worksheet, last: int) -> None:
    """A3 across, one page wide, heading rows on each page: on A4 the text would be 6 points high."""
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head.TABLE_TOP, head.TABLE_TOP + 1)
    sheet.print_area(0, 0, last, len(VISIBLE) - 1)
    sheet.set_footer('&C&"Times New Roman,Regular"&12Trang &P/&N')
    sheet.freeze_panes(head.TABLE_TOP + 2, INDEX[Key.TEXT] + 1)
    sheet.set_zoom(85)
    sheet.activate()
