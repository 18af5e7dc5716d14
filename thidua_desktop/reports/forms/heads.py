"""The heading rows of a form: cells that cover several columns or several rows, then the row of letters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from thidua_desktop.domain.forms.expansion import PlacedColumn
from thidua_desktop.domain.forms.model import Stub
from thidua_desktop.reports.model import HeadCell

Heads = tuple[tuple[HeadCell, ...], ...]


def heading_rows(stubs: Sequence[Stub], columns: Sequence[PlacedColumn]) -> Heads:
    """The rows of headings, the letters not among them."""
    depth = max((len(column.headings) for column in columns), default=1)
    paths = [tuple(column.headings) + ("",) * (depth - len(column.headings)) for column in columns]
    rows: list[list[tuple[int, HeadCell]]] = [[] for _ in range(depth)]
    rows[0] = [(at, HeadCell(stub.heading, rows=depth)) for at, stub in enumerate(stubs)]
    _place(rows, paths, range(len(paths)), 0, len(stubs))
    return tuple(tuple(cell for _, cell in sorted(row, key=lambda placed: placed[0])) for row in rows)


def _place(
    rows: list[list[tuple[int, HeadCell]]],
    paths: Sequence[tuple[str, ...]],
    columns: Sequence[int],
    level: int,
    offset: int,
) -> None:
    """Place the headings of neighbouring columns from a level downwards."""
    for group in _runs(paths, columns, level):
        text, high = paths[group[0]][level], _height(paths[group[0]], level)
        rows[level].append((offset + group[0], HeadCell(text, columns=len(group), rows=high)))
        if level + high < len(rows):
            _place(rows, paths, group, level + high, offset)


def _runs(paths: Sequence[tuple[str, ...]], columns: Sequence[int], level: int) -> list[list[int]]:
    """Neighbours under one heading. A heading that nothing stands below belongs to its column alone."""

    def same(at: int) -> tuple[object, ...]:
        path, high = paths[at], _height(paths[at], level)
        below = level + high < len(path)
        return (path[level], high, None if below else at)

    return [list(group) for _, group in groupby(columns, key=same)]


def _height(path: tuple[str, ...], level: int) -> int:
    """Over how many rows a heading stands: down to the next one that is not empty."""
    below = next((at for at in range(level + 1, len(path)) if path[at]), len(path))
    return below - level


def letter_row(stubs: Sequence[Stub], columns: Sequence[PlacedColumn]) -> tuple[HeadCell, ...]:
    """The row below the headings; empty where the form has none. Columns of one letter share its cell."""
    letters = [stub.letter for stub in stubs]
    runs = [list(group) for _, group in groupby(columns, key=lambda column: column.line.key)]
    if not any(letters) and not any(run[0].line.letter for run in runs):
        return ()
    return (*map(HeadCell, letters), *(HeadCell(run[0].line.letter, columns=len(run)) for run in runs))
