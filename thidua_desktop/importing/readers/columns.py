"""Columns made of blanks, as ``pdftotext -layout`` and typewriters make them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from thidua_desktop.common.vietnamese import fold

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_LETTERHEAD = re.compile(
    r"cong hoa xa hoi|doc lap ?[-–]|^so ?:|noi nhan|^(?:tm|kt|tl|tuq|q)\. ?[a-z]|^chu tich$|^nguoi lap|^luu ?:"
)
BLANK_IN_DRAFT = re.compile(r"(?:\bsố|\bngày|\btháng|\bnăm)\s*:?\s*$", re.IGNORECASE)
"""Ends of text after which a draft leaves room for a number: "Số:      /KH-UBND", "ngày     tháng 01"."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines ``first`` to ``last`` (exclusive) that share columns; ``cuts`` are the places where cells end."""

    first: int
    last: int
    cuts: tuple[int, ...]

    def cells(self, line: str) -> tuple[str, ...]:
        """The cells of one line of the region."""
        edges = (0, *self.cuts, len(line))
        return tuple(line[a:b].strip() for a, b in pairwise(edges))


def is_letterhead(texts: Sequence[str]) -> bool:
    """Whether side-by-side texts are a letterhead or the foot with Nơi nhận and signature: two texts, not a table."""
    return any(_LETTERHEAD.search(fold(line)) for text in texts for line in text.split("\n"))


def regions(lines: Sequence[str]) -> list[Region]:
    """Runs of lines that agree on columns; tabs must be gone. One empty line may stand between two rows."""
    found: list[Region] = []
    at = 0
    while at < len(lines):
        region = _region_from(lines, at) if _gaps(lines[at]) else None
        if region is not None:
            found.append(region)
        at = region.last if region else at + 1
    return found


def _gaps(line: str) -> list[tuple[int, int]]:
    gaps = [gap.span() for gap in _GAP.finditer(line)]
    return [(start, end) for start, end in gaps if not BLANK_IN_DRAFT.search(line[max(0, start - 12) : start])]


def _region_from(lines: Sequence[str], first: int) -> Region | None:
    gutters = _gaps(lines[first])
    last, agreeing, starts = first + 1, 1, _starts(lines[first], gutters)
    for at in range(first + 1, len(lines)):
        line = lines[at]
        if not line.strip():
            if at + 1 >= len(lines) or not _gaps(lines[at + 1]):
                break
            continue
        own = _gaps(line)
        shared = _narrowed(gutters, line)
        enough = len(gutters) if not lines[at - 1].strip() else (len(gutters) + 1) // 2
        if len(shared) < len(gutters) and not (own and shared and len(shared) >= enough):
            break
        if not own and not _continues(line, starts):
            break
        gutters, last = shared, at + 1
        agreeing += bool(own)
        starts |= _starts(line, own)
    if agreeing < 2:
        return None
    return Region(first, last, _cuts(lines[first:last]))


def _cuts(lines: Sequence[str]) -> tuple[int, ...]:
    """Where cells end: places that are blank in all lines and, in most of them, wider than between two words."""
    width = max(map(len, lines))
    inked = [any(at < len(line) and line[at] != " " for line in lines) for at in range(width)]
    cuts, start = [], 0
    for at in range(width):
        if not inked[at]:
            continue
        if at > start and any(inked[:start]) and _is_cut(lines, start, at):
            cuts.append(at)
        start = at + 1
    return tuple(cuts)


def _is_cut(lines: Sequence[str], start: int, end: int) -> bool:
    """Either no line has just a word's distance here, or few have and most begin a cell near ``end``."""
    widths = [width for line in lines if (width := _blanks_around(line, start, end)) is not None]
    if not widths or min(widths) >= 2:
        return True
    right = [line for line in lines if line[start:].strip()]
    aligned = sum(line[end : end + 3].strip() != "" for line in right)
    return sum(width >= 2 for width in widths) * 2 > len(widths) and aligned * 2 > len(right)


def _blanks_around(line: str, start: int, end: int) -> int | None:
    """How many blanks stand at a blank place of a line, ``None`` when there is no text on one side."""
    left, right = line[:end].rstrip(), line[start:].lstrip()
    return len(line) - len(right) - len(left) if left.strip() and right else None


def _starts(line: str, gaps: list[tuple[int, int]]) -> set[int]:
    return {len(line) - len(line.lstrip()), *(end for _, end in gaps)}


def _continues(line: str, starts: set[int]) -> bool:
    """A line without a gap goes on in a cell when it begins where a cell began."""
    return any(abs(len(line) - len(line.lstrip()) - start) <= 2 for start in starts)


def _narrowed(gutters: list[tuple[int, int]], line: str) -> list[tuple[int, int]]:
    """What remains blank of each gutter when one more line is laid over it."""
    narrowed = []
    for start, end in gutters:
        blank = [at for at in range(start, end) if at >= len(line) or line[at] == " "]
        run = _longest_run(blank)
        if run and (_blanks_around(line, *run) or 2) >= 2:
            narrowed.append(run)
    return narrowed


def _longest_run(places: list[int]) -> tuple[int, int] | None:
    best: tuple[int, int] | None = None
    start = 0
    for at in range(len(places)):
        if at + 1 == len(places) or places[at + 1] != places[at] + 1:
            if best is None or places[at] + 1 - places[start] > best[1] - best[0]:
                best = (places[start], places[at] + 1)
            start = at + 1
    return best
