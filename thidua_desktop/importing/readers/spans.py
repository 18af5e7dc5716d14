"""Merged cells of a worksheet, and the numbers of its columns."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

MOST_MERGES = 50_000
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


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
        left, right = sorted((column_number(first[1]), column_number(last[1])))
        top, bottom = sorted((int(first[2]), int(last[2])))
        self._budget -= bottom - top + 1
        if self._budget < 0:
            return
        for row in range(top + 1, bottom + 1):
            self.below[row].add(left)
        if left == right:
            return
        for row in range(top, bottom + 1):
            self.by_row[row][left] = right - left + 1


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """ "A" → 1, "AA" → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
