"""Cells and areas of a worksheet as Excel names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """Cells from one corner to the other, both within; rows and columns from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, place: tuple[int, int]) -> bool:
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right

    @property
    def size(self) -> int:
        """How many cells it has."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def cells(self) -> Iterator[tuple[int, int]]:
        """Its cells, row by row."""
        return (
            (row, column) for row in range(self.top, self.bottom + 1) for column in range(self.left, self.right + 1)
        )

    @property
    def corner(self) -> tuple[int, int]:
        """The cell that holds the value of merged cells."""
        return self.top, self.left


def letters(column: int) -> str:
    """1 → "A", 27 → "AA"."""
    made = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        made = chr(65 + rest) + made
    return made


def reference(row: int, column: int) -> str:
    """Row 12, column 3 → "C12"."""
    return f"{letters(column)}{row}"


def place(name: str) -> tuple[int, int] | None:
    """ "C12" or "$C$12" → row 12, column 3; None where no sheet has such a cell."""
    found = _CELL.fullmatch(name.strip().upper())
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column) if row <= MOST_ROWS and column <= MOST_COLUMNS else None


def area(name: str) -> Area | None:
    """ "B3:E5" or a single cell → its area, whichever corners are named; None where it is none."""
    first, _, last = name.partition(":")
    start, end = place(first), place(last or first)
    if start is None or end is None:
        return None
    return Area(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
