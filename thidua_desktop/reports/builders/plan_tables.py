"""The tables of a plan's text: rows that were read from a document, as a table again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.reports.model import Align, Column, GroupRow, HeadCell, Row, Table

_BULLET = re.compile(r"(?<=[.;,]) (?=[-+] )")
_LOOSE_BULLET = re.compile(r" (?=- (?!Khen thưởng)[A-ZĐÀ-Ỹ])")
_ORDINAL = re.compile(r"[IVXLC]+\.?|\d+(\.\d+)*[.)]?|[a-zđ][.)]|[-+]")
_ORDINAL_TITLES = ("tt", "stt", "so tt", "so thu tu")
_ORDINAL_WIDTH = 12.0
_LEAST_WIDTH = 18.0
_PADDING = 3.0
"""What stays empty beside the text of a cell (mm)."""
_LETTER = 2.1
"""How wide a letter is on average in a table's type (mm); a bold capital is wider, a long text narrower."""
_STEP = 2.0
"""Millimetres that are given to a column at a time."""
_MEASURED = 400
"""Rows that are looked at to share out the width; the rest is like them."""


@dataclass(slots=True)
class Lines:
    """The rows of one table while they are gathered."""

    header: list[list[str]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def add_row(lines: Lines, text: str, *, heading: bool) -> None:
    """Take up a row as it was read: its cells parted by tabs.

    A row without an ordinal goes on where a page broke the row above it: its words are put back there.
    """
    cells = [squeeze(cell) for cell in text.split("\t")]
    if heading and not lines.rows:
        lines.header.append(cells)
    elif _goes_on(lines, cells):
        above = lines.rows[-1]
        lines.rows[-1] = [squeeze(f"{upper} {lower}") for upper, lower in zip(above, cells, strict=True)]
    elif not heading or cells not in lines.header:
        lines.rows.append(cells)


def _goes_on(lines: Lines, cells: Sequence[str]) -> bool:
    if not lines.rows or len(cells) < 2 or cells[0] or len(lines.rows[-1]) != len(cells):
        return False
    above = lines.rows[-1]
    filled = sum(map(bool, above))
    return filled > 1 and bool(_ORDINAL.fullmatch(above[0]))


def table(lines: Lines, width: float) -> Table:
    """The table of the rows gathered, its columns shared out by what stands in them.

    Args:
        lines: with at least one row.
        width: of the text, in millimetres.
    """
    count = max(len(cells) for cells in (*lines.header, *lines.rows))
    header = [_padded(cells, count) for cells in lines.header]
    body = [_padded(cells, count) for cells in lines.rows]
    widths = _widths(header, body, width)
    ordinals = _counts(header, body)
    columns = tuple(
        Column(share, Align.CENTER if at == 0 and ordinals else Align.LEFT) for at, share in enumerate(widths)
    )
    return Table(columns, tuple(_heading_rows(header, count)), tuple(_row(cells) for cells in body))


def _padded(cells: Sequence[str], count: int) -> list[str]:
    return [*cells, *[""] * (count - len(cells))]


def _row(cells: Sequence[str]) -> Row | GroupRow:
    filled = [cell for cell in cells if cell]
    if len(cells) > 1 and len(filled) == 1 and cells[0]:
        return GroupRow(cells[0])
    if len(filled) == 2 and cells[0] and cells[1] and _ORDINAL.fullmatch(cells[0]) and cells[1].isupper():
        return GroupRow(f"{cells[0]} {cells[1]}" if cells[0][-1] in ".)" else f"{cells[0]}. {cells[1]}")
    return Row(tuple(_listed(cell) for cell in cells))


def _listed(text: str) -> str:
    """A list that stood on several lines of its cell on lines again."""
    parted = _BULLET.sub("\n", text)
    return _LOOSE_BULLET.sub("\n", parted) if text.startswith("- ") else parted


def _counts(header: Sequence[Sequence[str]], body: Sequence[Sequence[str]]) -> bool:
    """Whether the first column holds ordinals."""
    if header and fold(header[0][0]).rstrip(". ") in _ORDINAL_TITLES:
        return True
    first = [cells[0] for cells in body if cells[0] and sum(map(bool, cells)) > 1]
    return bool(first) and all(_ORDINAL.fullmatch(text) for text in first)


def _widths(header: Sequence[Sequence[str]], body: Sequence[Sequence[str]], width: float) -> list[float]:
    """Shares of ``width`` (mm) under which the table is as low as can be; no column is narrower than its words."""
    count = len((header or body)[0])
    fixed = _ORDINAL_WIDTH if count > 1 and _counts(header, body) else 0.0
    first = 1 if fixed else 0
    rows = [cells[first:] for cells in body if isinstance(_row(cells), Row)][:_MEASURED]
    least = min(_LEAST_WIDTH, (width - fixed) / (count - first))
    shares = [least] * (count - first)
    free = width - fixed - sum(shares)
    for at, share in enumerate(shares):
        longest = max((len(word) for cells in (*header, *body) for word in cells[first + at].split()), default=0)
        more = min(max(0.0, longest * _LETTER + _PADDING - share), free)
        shares[at] += more
        free -= more
    lengths = [[len(cell) * _LETTER for cell in cells] for cells in rows]
    while lengths and free > 0:
        step = min(_STEP, free)
        chosen = min(range(len(shares)), key=lambda at: _height(lengths, _widened(shares, at, step)))
        shares = _widened(shares, chosen, step)
        free -= step
    spread = free / len(shares)
    return [*([fixed] if fixed else []), *(share + spread for share in shares)]


def _widened(shares: Sequence[float], at: int, step: float) -> list[float]:
    return [share + step if place == at else share for place, share in enumerate(shares)]


def _height(lengths: Sequence[Sequence[float]], shares: Sequence[float]) -> float:
    """How many lines the rows take; parts of lines count, so that each step towards one line fewer is seen."""
    rooms = [share - _PADDING for share in shares]
    return sum(max(length / room for length, room in zip(row, rooms, strict=True)) for row in lengths)


def _heading_rows(header: Sequence[Sequence[str]], count: int) -> Iterator[tuple[HeadCell, ...]]:
    """Heading cells; an empty one below another, or beside one with cells below, is part of it."""
    if len(header) != 2:
        for cells in header:
            yield tuple(HeadCell(cell) for cell in cells)
        return
    upper, lower = header
    first: list[HeadCell] = []
    second: list[HeadCell] = []
    at = 0
    while at < count:
        if not lower[at]:
            first.append(HeadCell(upper[at], rows=2))
            at += 1
            continue
        end = at + 1
        while end < count and not upper[end] and lower[end]:
            end += 1
        first.append(HeadCell(upper[at], columns=end - at))
        second.extend(HeadCell(cell) for cell in lower[at:end])
        at = end
    yield tuple(first)
    if second:
        yield tuple(second)
