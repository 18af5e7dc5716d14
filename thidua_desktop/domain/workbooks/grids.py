"""A superior's workbook as the clerk sees it: sheets, cells, merged areas, and what must not be written over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from thidua_desktop.domain.workbooks.places import Area

_SMALL = 2_000
"""Cells of a merged area that are remembered one by one."""


class CellKind(StrEnum):
    """What a cell holds."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    OTHER = "other"
    """TRUE, FALSE, or the error of a formula."""


class FormulaKind(StrEnum):
    """How a formula stands in the file."""

    NONE = "none"
    PLAIN = "plain"
    PART = "part"
    """Uses the formula that another cell shares."""
    SHARED = "shared"
    """Others use the formula of this cell: without it theirs are gone."""
    ARRAY = "array"
    """Fills several cells, or is the table of a what-if analysis."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell that is in the file; one that is not has no value and no look of its own."""

    row: int
    column: int
    text: str = ""
    """As the clerk sees it: days dd/mm/yyyy, numbers with up to fifteen digits."""
    kind: CellKind = CellKind.EMPTY
    formula: FormulaKind = FormulaKind.NONE
    written: str = ""
    """The formula, without "="; one that cells share is as this cell has it."""
    shape: str | None = None
    """"day", "month", "time" or "percent" where its number format shows one, "text" where it shows what was typed."""
    locked: bool = True
    """Protected as soon as its sheet is."""
    bold: bool = False
    centered: bool = False


@dataclass(frozen=True, eq=False)
class SheetGrid:
    """A worksheet; two are never the same one, so that what is found out about one can be remembered."""

    name: str
    cells: Mapping[tuple[int, int], GridCell]
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    protected: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    widths: Mapping[int, float] = field(default_factory=dict)
    """Of columns that have one, in letters of the usual font."""
    arrays: tuple[Area, ...] = ()
    """What formulas of several cells fill."""
    headed: tuple[Area, ...] = ()
    """Heading rows of Excel's tables: their texts are names that formulas use."""
    rows: int = 0
    columns: int = 0
    """The last row and column that hold something or look like something."""

    def at(self, row: int, column: int) -> GridCell:
        """A cell, empty where the file has none."""
        return self.cells.get((row, column)) or GridCell(row, column)

    def over(self, row: int, column: int) -> Area | None:
        """The merged area that a cell belongs to."""
        found = self._covered.get((row, column))
        return found or next((each for each in self._wide if (row, column) in each), None)

    @cached_property
    def _covered(self) -> dict[tuple[int, int], Area]:
        small = (each for each in self.merged if each.size <= _SMALL)
        return {at: each for each in small for at in each.cells()}

    @cached_property
    def _wide(self) -> tuple[Area, ...]:
        """Merged areas of whole columns or rows."""
        return tuple(each for each in self.merged if each.size > _SMALL)

    def shown(self, row: int, column: int) -> GridCell:
        """The cell whose value stands at a place: of merged cells the top left one."""
        over = self.over(row, column)
        return self.at(*over.corner) if over is not None else self.at(row, column)


@dataclass(frozen=True, slots=True)
class BookGrid:
    """All worksheets of a workbook in their order, and what it carries beside them."""

    name: str
    """Of its file."""
    sha256: str
    size: int
    sheets: tuple[SheetGrid, ...]
    from_1904: bool = False
    """Days are counted from 1/1/1904."""
    carries: tuple[str, ...] = ()
    """Kinds of things that a library would lose: "picture", "chart", "macro" … All of it stays."""
    signed: bool = False
    """It has a digital signature, which any change makes void."""

    def sheet(self, name: str) -> SheetGrid | None:
        """A sheet by its name; Excel does not tell capitals apart."""
        wanted = name.casefold()
        return next((each for each in self.sheets if each.name.casefold() == wanted), None)

    @property
    def has_formulas(self) -> bool:
        """Whether any cell counts."""
        return any(cell.formula is not FormulaKind.NONE for sheet in self.sheets for cell in sheet.cells.values())
