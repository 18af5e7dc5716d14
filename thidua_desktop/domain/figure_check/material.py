"""A report taken apart for the check: passages of text and tables, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.documents import Source


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, whole, without the sign that opens it."""

    text: str
    place: Source
    label: str = ""
    """The sign: "I.", "1.", "a)", "-"."""
    bold: bool = False
    centered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell on the grid of its table."""

    text: str
    columns: int = 1


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row; its cells cover all columns of the table from the left."""

    cells: tuple[Cell, ...]
    place: Source
    heading: bool = False
    """The source itself marks it as one of the heading rows."""

    def texts(self) -> list[str]:
        """A text for each column: what covers several columns stands in the first of them."""
        return [text for cell in self.cells for text in (cell.text, *[""] * (cell.columns - 1))]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    rows: tuple[GridRow, ...]


Material = tuple[Passage | Grid, ...]
"""A report in reading order, its annexes behind it."""
