"""A table of figures as a grid: a row for each head, a column for each figure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from textwrap import wrap

from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.figures import Change, Figure, Share, ShareChange
from thidua_desktop.domain.statistics.tables import TOTAL, Cell, Table
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import statistics

_WIDTH, _NARROW = 104, 88
_LETTERS, _FEW = 11, 9
"""Of a line of a heading that fits into the width of a figure."""
_MANY = 6
"""Columns: from more on they are narrow."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of a table."""

    at: int
    head: str
    cells: tuple[Cell, ...]
    total: bool


def rows_of(table: Table, names: Names) -> tuple[FigureRow, ...]:
    """The rows of a table, in its order."""
    return tuple(
        FigureRow(at, statistics.head(head, names), cells, head == TOTAL)
        for at, (head, cells) in enumerate(zip(table.rows, table.cells, strict=True))
    )


def columns_of(table: Table, names: Names) -> tuple[Column[FigureRow], ...]:
    """A column for the heads, then one for each figure."""
    width, letters = (_NARROW, _FEW) if len(table.columns) > _MANY else (_WIDTH, _LETTERS)
    first = Column[FigureRow](
        "head",
        statistics.first_head(table),
        lambda row: row.head,
        230,
        stretch=True,
        wrap=True,
        ground=lambda row: Tone.INFO if row.total else None,
    )
    return (
        first,
        *(
            Column[FigureRow](
                f"figure-{at}",
                "\n".join(wrap(statistics.head(head, names), letters, break_long_words=False)),
                partial(_text, at),
                width,
                align=RIGHT,
                sort_key=partial(_size, at),
                ground=lambda row: Tone.INFO if row.total else None,
            )
            for at, head in enumerate(table.columns)
        ),
    )


def _text(at: int, row: FigureRow) -> str:
    return statistics.cell(row.cells[at])


def _size(at: int, row: FigureRow) -> float:
    match row.cells[at]:
        case Figure() as figure:
            return float(figure.value)
        case Share() as share:
            return float(share.percent or 0)
        case Change() as change:
            return float(change.difference)
        case ShareChange() as change:
            return float(change.points or 0)
        case None:
            return 0.0
