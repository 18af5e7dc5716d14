"""A workbook that gives the same bytes for the same content, and cells that are never taken for formulas."""

from __future__ import annotations

import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from thidua_desktop.common.errors import AppError
from thidua_desktop.reports.excel.streaming import LongSheet
from thidua_desktop.reports.fonts import WORD_FAMILY
from thidua_desktop.reports.model import Cell, Tick
from thidua_desktop.reports.texts import TICKS, printable

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
_MOST_UNITS = 32_767
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


class Book:
    """A workbook being written: its sheets, its styles, and the rows that may grow."""

    def __init__(self, made: Workbook) -> None:
        self._made = made
        self.styles = Styles(made)

    def sheet(self, name: str) -> LongSheet:
        """A new sheet after the others."""
        made: LongSheet = self._made.add_worksheet(name, LongSheet)
        return made

    def set_height(self, sheet: LongSheet, row: int, height: float) -> None:
        """The height (points) of a row that grows again when somebody types more into it."""
        sheet.set_row(row, height)
        sheet.grow(row)


@contextmanager
def workbook(target: Path, title: str) -> Iterator[Book]:
    """A new workbook at ``target``, written when the block ends well."""
    # The library leaves its parts behind when it fails, or is stopped, in the middle.
    with tempfile.TemporaryDirectory(prefix="thidua-", ignore_cleanup_errors=True) as parts:
        made = xlsxwriter.Workbook(str(target), _OPTIONS | {"tmpdir": parts})
        made.set_properties({"title": printable(title), "created": _WRITTEN})
        yield Book(made)
        try:
            made.close()
        except FileCreateError as error:
            # The library hides what the system said, which the caller tells apart: no room, no access.
            raise error.args[0] from error
        except AppError as error:
            # Stopped, or a sheet too small: the library holds the unfinished file open as long as its frames are known,
            # and Windows removes no open file.
            traceback.clear_frames(error.__traceback__)
            raise


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
        case Tick():
            write_text(sheet, place, TICKS[value.done], styles, **{"align": "center", **look})
        case _:
            write_text(sheet, place, value, styles, **look)


def write_text(sheet: Worksheet, place: tuple[int, int], text: str, styles: Styles, **look: Any) -> None:
    """A text cell; one that begins like a formula is marked as text, so that editing it does not run it."""
    shown = cut(printable(text))
    if is_formula(text) or is_formula(shown):
        look["quote_prefix"] = True
    sheet.write_string(*place, shown, styles(**look))


def is_formula(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula."""
    return text.startswith(_FORMULA_SIGNS)


def cut(text: str) -> str:
    """As much of a text as one cell holds, counted as spreadsheets do, in units of UTF-16."""
    if len(text) <= _MOST_UNITS // 2:
        return text
    return text.encode("utf-16-le")[: 2 * _MOST_UNITS].decode("utf-16-le", "ignore")
