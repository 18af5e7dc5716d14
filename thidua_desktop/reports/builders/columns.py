"""Columns of a task table; one that nothing stands in gives most of its width to the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.reports.model import Align, Column, GroupRow, HeadCell, Row, Table


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's title and measures in millimetres.

    ``empty`` is its width when no row fills it, still enough to write in by hand; ``share`` the part that it takes of
    the width which other columns give up.
    """

    title: str
    width: float
    align: Align = Align.LEFT
    empty: float | None = None
    share: float = 0


def table(headings: Sequence[Heading], rows: Sequence[Row | GroupRow]) -> Table:
    """The table with its columns fitted; their widths add up to the same whatever is empty."""
    filled = [any(isinstance(row, Row) and row.cells[at] for row in rows) for at in range(len(headings))]
    widths = [
        heading.width if full or heading.empty is None else heading.empty
        for heading, full in zip(headings, filled, strict=True)
    ]
    free = sum(heading.width for heading in headings) - sum(widths)
    taking = [heading.share if full else 0 for heading, full in zip(headings, filled, strict=True)]
    columns = tuple(
        Column(width + free * share / (sum(taking) or 1), heading.align)
        for heading, width, share in zip(headings, widths, taking, strict=True)
    )
    return Table(columns, (tuple(HeadCell(heading.title) for heading in headings),), tuple(rows))
