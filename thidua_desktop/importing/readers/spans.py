"""Merged cells of a worksheet, and the numbers of its columns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

MOST_MERGES = 50_000
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class Laid(NamedTuple):
    """The cells of a row as they lie in the sheet, each merged area one cell."""

    starts: tuple[int, ...]
    """The columns (from 1) in which they begin."""
    widths: tuple[int, ...]
    """How many columns each takes; empty where each takes one."""
    goes_on: tuple[int, ...]
    """Those (from 0) of an area that begins higher up."""


class Spans:
    """Merged cells: row → column where they begin → number of columns; every row of a merged area has its entry."""

    def __init__(self) -> None:
        self.by_row: dict[int, dict[int, int]] = defaultdict(dict)
        self.below: dict[int, set[int]] = defaultdict(set)
        """Row → columns where a merged area goes on that begins higher up."""
        self._budget = MOST_MERGES

    def add(self, area: str) -> None:
        """Take note of a merged area such as "B3:E3"; areas without end, beyond any paper, are let go."""
        first, last = (REFERENCE.fullmatch(end) for end in (area.split(":") * 2)[:2])
        if first is None or last is None:
            return
        self.add_area(sorted((int(first[2]), int(last[2]))), sorted((column_number(first[1]), column_number(last[1]))))

    def add_area(self, rows: Iterable[int], columns: Iterable[int]) -> None:
        """The same for an area given by its first and last row and its first and last column, all from 1."""
        (top, bottom), (left, right) = rows, columns
        high = bottom - top + 1
        if high > self._budget:
            return
        self._budget -= high
        for row in range(top + 1, bottom + 1):
            self.below[row].add(left)
        if left == right:
            return
        for row in range(top, bottom + 1):
            self.by_row[row][left] = right - left + 1

    def laid(self, row: int, filled: Iterable[int], widest: int) -> Laid:
        """How the cells of a row lie from column A to the last of the ``filled`` ones, or of what goes on from above.

        ``widest``: columns that a reader takes.
        """
        starts, widths = [], []
        beside, below = self.by_row.get(row, {}), self.below.get(row, set())
        column, last = 1, max((*filled, *(at for at in below if at <= widest)))
        while column <= last:
            width = min(beside.get(column, 1), widest)
            starts.append(column)
            widths.append(width)
            column += width
        merged = tuple(widths) if any(width > 1 for width in widths) else ()
        return Laid(tuple(starts), merged, tuple(at for at, start in enumerate(starts) if start in below))


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """ "A" → 1, "AA" → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
