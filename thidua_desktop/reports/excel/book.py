"""A workbook that gives the same bytes for the same content, and cells that are never taken for formulas."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from thidua_desktop.reports.fonts import WORD_FAMILY
from thidua_desktop.reports.model import Cell
from thidua_desktop.reports.texts import printable

DAY_FORMAT = "dd/mm/yyyy"

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may run when the cell is edited or saved as CSV."""
_OPTIONS = {
    # The default style decides how wide "one character" of a column is: 8 pixels for Times New Roman 12.
    "default_format_properties": {"font_name": WORD_FAMILY, "font_size": 12, "font_scheme": False},
    "default_column_width": 72,
    "default_row_height": 21,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
_WRITTEN = datetime(2020, 3, 5)
_MOST_LETTERS = 32_767
"""What one cell holds."""


class Styles:
    """Cell formats by their properties, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, **properties: Any) -> Format:
        """A format in the paper face at 12 pt, with the given XlsxWriter properties."""
        return self.difference(font_name=WORD_FAMILY, **{"font_size": 12, "valign": "vcenter", **properties})

    def difference(self, **properties: Any) -> Format:
        """A format of these properties only, to be laid over others by a condition."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


@contextmanager
def workbook(target: Path, title: str) -> Iterator[tuple[Workbook, Styles]]:
    """A new workbook at ``target``, written when the block ends well."""
    book = xlsxwriter.Workbook(str(target), _OPTIONS)
    book.set_properties({"title": printable(title), "created": _WRITTEN})
    yield book, Styles(book)
    book.close()
    _release_heights(target)


def _release_heights(target: Path) -> None:
    """Let rows grow again when somebody types more: XlsxWriter marks every given height as set by hand."""
    with zipfile.ZipFile(target) as package:
        parts = [(info, package.read(info)) for info in package.infolist()]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for info, data in parts:
            sheet = info.filename.startswith("xl/worksheets/sheet")
            package.writestr(info, data.replace(b' customHeight="1"', b"") if sheet else data)


def write_cell(sheet: Worksheet, place: tuple[int, int], value: Cell, styles: Styles, **look: Any) -> None:
    """One value as what it is: days as real dates, whole numbers as numbers, everything else as text."""
    row, column = place
    match value:
        case None | "":
            sheet.write_blank(row, column, None, styles(**look))
        case date():
            look = {"align": "center", **look, "num_format": DAY_FORMAT}
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), styles(**look))
        case int():
            sheet.write_number(row, column, value, styles(**look))
        case _:
            write_text(sheet, place, value, styles, **look)


def write_text(sheet: Worksheet, place: tuple[int, int], text: str, styles: Styles, **look: Any) -> None:
    """A text cell; one that begins like a formula is marked as text, so that editing it does not run it."""
    shown = printable(text)[:_MOST_LETTERS]
    if text.startswith(_FORMULA_SIGNS) or shown.startswith(_FORMULA_SIGNS):
        look["quote_prefix"] = True
    sheet.write_string(*place, shown, styles(**look))
