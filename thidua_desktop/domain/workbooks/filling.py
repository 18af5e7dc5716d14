"""What is written into cells, what may not be, and what has come of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from thidua_desktop.domain.workbooks.grids import FormulaKind, SheetGrid
from thidua_desktop.domain.workbooks.places import MOST_COLUMNS, MOST_ROWS, Area, reference

Value = int | Decimal | str | date
"""A number, a text or a day; a text that begins with "=" stays a text."""

_NUMBER = re.compile(r"(-?)(0|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}|[1-9][0-9]{0,14})(?:,([0-9]{1,9}))?")
"""As offices write it: 1.234,5."""
_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
MOST_LETTERS = 32_767
"""Of one cell."""


class Refusal(StrEnum):
    """Why a cell is not written to."""

    NO_SHEET = "no_sheet"
    OUTSIDE = "outside"
    """Excel has no such row or column."""
    MERGED = "merged"
    """Belongs to merged cells and is not the top left one: nobody would see the value."""
    SHARED = "shared"
    """Its formula is used by other cells."""
    ARRAY = "array"
    """Part of a formula that fills several cells."""
    HEADING = "heading"
    """The name of a column of an Excel table."""
    FORMULA = "formula"
    """Has a formula; the clerk may choose to write over it."""


@dataclass(frozen=True, slots=True)
class CellFill:
    """A value for a cell."""

    sheet: str
    row: int
    column: int
    value: Value
    over_formula: bool = False
    """The clerk has chosen that the formula of the cell gives way."""

    @property
    def cell(self) -> str:
        """ "C12"."""
        return reference(self.row, self.column)


def refusal(sheet: SheetGrid | None, row: int, column: int, *, over_formula: bool = False) -> Refusal | None:
    """Why a cell cannot be written to; None where it can."""
    if sheet is None:
        return Refusal.NO_SHEET
    if not (1 <= row <= MOST_ROWS and 1 <= column <= MOST_COLUMNS):
        return Refusal.OUTSIDE
    over = sheet.over(row, column)
    if over is not None and over.corner != (row, column):
        return Refusal.MERGED
    cell = sheet.at(row, column)
    if cell.formula is FormulaKind.ARRAY or _within(sheet.arrays, row, column):
        return Refusal.ARRAY
    if cell.formula is FormulaKind.SHARED:
        return Refusal.SHARED
    if _within(sheet.headed, row, column):
        return Refusal.HEADING
    return Refusal.FORMULA if cell.formula is not FormulaKind.NONE and not over_formula else None


def _within(areas: Iterable[Area], row: int, column: int) -> bool:
    return any((row, column) in area for area in areas)


def constant(text: str, shape: str | None) -> Value:
    """What a constant is in a cell: a number or a day where it is one and the cell does not want text.

    "007" and numbers of more than fifteen digits stay text: a cell would change them.
    """
    plain = text.strip()
    if shape != "text":
        if number := _NUMBER.fullmatch(plain):
            return Decimal(f"{number[1]}{number[2].replace('.', '')}.{number[3] or 0}").normalize()
        if shape == "day" and (found := _DAY.fullmatch(plain)):
            return _day(found) or text
    return text[:MOST_LETTERS]


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
