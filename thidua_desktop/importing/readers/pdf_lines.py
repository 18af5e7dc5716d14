"""Words of a page → visual lines; lines → parts that stand side by side (letterhead, columns without rules)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from operator import attrgetter

from thidua_desktop.importing.readers.blocks import LABEL
from thidua_desktop.importing.readers.columns import BLANK_IN_DRAFT, is_letterhead
from thidua_desktop.importing.readers.pdf_page import Word

_SAME_LINE = 0.45
"""Share of the letter size by which baselines may differ (raised numbers, mixed fonts)."""
_TOUCHING = 0.06
_MOSTLY = 0.9


@dataclass(slots=True)
class Part:
    """Words that follow each other on one line."""

    words: list[Word]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def text(self) -> str:
        """The words with single blanks; words that touch were parted only by a change of font."""
        pieces: list[str] = []
        end = -inf
        for word in self.words:
            if word.left - end >= _TOUCHING * word.size:
                pieces.append(" ")
            pieces.append(word.text)
            end = word.right
        return "".join(pieces[1:])

    def mostly(self, name: str) -> bool:
        """Whether nearly all letters are ``bold`` or ``italic``."""
        asked = attrgetter(name)
        among = [asked(word) for word in self.words]
        if among[0] == among[-1] and among.count(among[0]) == len(among):  # nearly always
            return bool(among[0])
        total = sum(len(word.text) for word in self.words)
        return sum(len(word.text) for word in self.words if asked(word)) >= _MOSTLY * total


@dataclass(slots=True)
class Line:
    """One visual line: mostly a single part, several where wide gaps part it."""

    parts: list[Part]
    base: float
    size: float

    @property
    def left(self) -> float:
        return self.parts[0].left

    @property
    def right(self) -> float:
        return self.parts[-1].right

    @property
    def whole(self) -> Part:
        """All its words as one part."""
        return Part([word for part in self.parts for word in part.words])


def lines(words: Sequence[Word]) -> list[Line]:
    """The visual lines from top to bottom, each parted at its wide gaps."""
    found: list[list[Word]] = []
    base = 0.0
    for word in sorted(words, key=attrgetter("base")):
        if found and word.base - base <= _SAME_LINE * max(word.size, found[-1][0].size):
            found[-1].append(word)
        else:
            found.append([word])
            base = word.base
    return [_line(sorted(row, key=attrgetter("left"))) for row in found]


def _line(words: list[Word]) -> Line:
    size = _median([word.size for word in words])
    base = _median([word.base for word in words])
    return Line([Part(part) for part in _parted(words, size)], base, size)


def _median(values: list[float]) -> float:
    """As ``statistics.median``, for a hundred thousand short lists."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _parted(words: list[Word], size: float) -> list[list[Word]]:
    gaps = [after.left - before.right for before, after in pairwise(words)]
    usual = _median(gaps) if len(gaps) > 2 else 0.25 * size
    wide = max(1.5 * size, 3 * usual)
    parts = [[words[0]]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > wide and not _belongs(parts[-1], word, first=len(parts) == 1):
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def _belongs(before: list[Word], word: Word, *, first: bool) -> bool:
    """A wide gap that does not part: after a list label, or where a draft leaves room for a number."""
    if first and len(before) == 1 and LABEL.fullmatch(before[0].text):
        return True
    return BLANK_IN_DRAFT.search(" ".join(piece.text for piece in before[-2:])) is not None and (
        word.text.startswith("/") or word.text.casefold() in ("tháng", "năm", "ngày") or word.text.isdigit()
    )


def joined_text(words: Sequence[Word]) -> str:
    """The text of a table cell, its visual lines as lines."""
    return "\n".join(line.whole.text for line in lines(words))


@dataclass(frozen=True, slots=True)
class Region:
    """Lines ``first`` to ``last`` (exclusive) that share gutters; ``cuts`` are the middles of the gutters."""

    first: int
    last: int
    cuts: tuple[float, ...]
    agreeing: int
    """How many of the lines have several parts."""

    def cells(self, line: Line) -> tuple[str, ...]:
        """The texts of a line between the cuts."""
        cells: list[list[Word]] = [[] for _ in range(len(self.cuts) + 1)]
        for word in (word for part in line.parts for word in part.words):
            cells[sum(word.middle > cut for cut in self.cuts)].append(word)
        return tuple(Part(cell).text if cell else "" for cell in cells)


def regions(rows: Sequence[Line]) -> list[Region]:
    """Runs of lines that stand side by side in columns."""
    found: list[Region] = []
    at = 0
    while at < len(rows):
        region = _region_from(rows, at) if len(rows[at].parts) > 1 else None
        if region is not None:
            found.append(region)
        at = region.last if region else at + 1
    return found


def _region_from(rows: Sequence[Line], first: int) -> Region:
    gutters = [(a.right, b.left) for a, b in pairwise(rows[first].parts)]
    last, agreeing = first + 1, 1
    reach = 4.0 if is_letterhead([part.text for part in rows[first].parts]) else 2.0
    for at in range(first + 1, len(rows)):
        line = rows[at]
        shared = _narrowed(gutters, line)
        several = len(line.parts) > 1
        if len(shared) < len(gutters) and not (several and shared and len(shared) * 2 >= len(gutters)):
            break
        if not several and line.base - rows[at - 1].base > reach * line.size:
            break
        gutters, last = shared, at + 1
        agreeing += several
    return Region(first, last, tuple((start + end) / 2 for start, end in gutters), agreeing)


def _narrowed(gutters: list[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    """What remains free of each gutter beside one more line; half a letter at least."""
    narrowed = []
    for gutter in gutters:
        free = gutter
        for part in line.parts:
            if part.left < free[1] and part.right > free[0]:
                before, after = (free[0], part.left), (part.right, free[1])
                free = max(before, after, key=lambda gap: gap[1] - gap[0])
        if free[1] - free[0] >= 0.5 * line.size:
            narrowed.append(free)
    return narrowed
