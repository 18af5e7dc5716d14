"""Small sheets for tests: a row of texts is a row of the sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thidua_desktop.domain.workbooks.grids import BookGrid, CellKind, FormulaKind, GridCell, SheetGrid
from thidua_desktop.domain.workbooks.places import area

Row = Sequence[str | int | float | None]


def sheet(rows: Sequence[Row], merged: Sequence[str] = (), name: str = "Biểu") -> SheetGrid:
    """``None`` is no cell, "" an empty one, "=…" a formula; numbers are numbers."""
    cells: dict[tuple[int, int], GridCell] = {}
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            if value is None:
                continue
            if isinstance(value, str) and value.startswith("="):
                made = GridCell(row, column, "0", CellKind.NUMBER, FormulaKind.PLAIN, value[1:])
            elif isinstance(value, str):
                made = GridCell(row, column, value, CellKind.TEXT if value else CellKind.EMPTY)
            else:
                made = GridCell(row, column, str(value), CellKind.NUMBER)
            cells[row, column] = made
    areas = tuple(found for one in merged if (found := area(one)) is not None)
    width = max((len(values) for values in rows), default=0)
    return SheetGrid(name, cells, areas, rows=len(rows), columns=width)


def book(*sheets: SheetGrid) -> BookGrid:
    """A workbook of these sheets."""
    return BookGrid("bieu.xlsx", "0" * 64, 1, sheets)


def grid(values: Mapping[str, object]) -> SheetGrid:
    """A sheet of single cells: {"A1": 3, "B1": "=A1*2"}."""
    cells: dict[tuple[int, int], GridCell] = {}
    for name, value in values.items():
        at = area(name)
        assert at is not None
        text = str(value)
        if text.startswith("="):
            cells[at.corner] = GridCell(*at.corner, "0", CellKind.NUMBER, FormulaKind.PLAIN, text[1:])
        else:
            kind = CellKind.TEXT if isinstance(value, str) else CellKind.NUMBER
            cells[at.corner] = GridCell(*at.corner, text, kind)
    rows, columns = max(at[0] for at in cells), max(at[1] for at in cells)
    return SheetGrid("S", cells, rows=rows, columns=columns)
