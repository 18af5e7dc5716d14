"""Proposals for all cells of a workbook, and the title that stands above each table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.workbooks.filling import refusal
from thidua_desktop.domain.workbooks.grids import BookGrid, CellKind, SheetGrid
from thidua_desktop.domain.workbooks.places import reference
from thidua_desktop.domain.workbooks.tables import FormTable, Heads, tables
from thidua_desktop.domain.workbooks.words import Around, Asked, HeadWords, asked, years_of


@dataclass(frozen=True, slots=True)
class CellHeads:
    """A cell of a table and its heads."""

    sheet: str
    row: int
    column: int
    heads: Heads
    title: str
    formula: bool
    """It counts by itself: nothing is to be written."""

    @property
    def cell(self) -> str:
        """ "C12"."""
        return reference(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A cell and the question that its heads ask; None where they ask nothing that is known."""

    place: CellHeads
    asked: Asked | None


@lru_cache(maxsize=64)
def cells_of(sheet: SheetGrid) -> tuple[CellHeads, ...]:
    """The cells of a sheet in which figures stand or are to stand."""
    return tuple(_cells_of(sheet))


def _cells_of(sheet: SheetGrid) -> Iterator[CellHeads]:
    above = 1
    for table in tables(sheet):
        title = _title(table, above)
        above = table.last_row + 1
        for row, column in table.open_cells():
            heads = table.heads(row, column)
            if heads is not None:
                yield CellHeads(sheet.name, row, column, heads, title, refusal(sheet, row, column) is not None)


def proposals(book: BookGrid, words: HeadWords, period: Period) -> tuple[Proposal, ...]:
    """A proposal for every cell of every sheet that is shown; cells with formulas need none."""
    found: list[Proposal] = []
    for sheet in book.sheets:
        if sheet.hidden:
            continue
        cells = [one for one in cells_of(sheet) if not one.formula]
        years = years_of(text for one in cells for text in (one.title, *one.heads.rows, *one.heads.columns))
        base = max(years, default=None)
        first = [asked(words, one.heads, Around(one.title, base), period) for one in cells]
        subjects = Counter(one.question.subject for one in first if one is not None)
        usual = max(subjects, key=lambda subject: subjects[subject], default=None)
        for one, question in zip(cells, first, strict=True):
            again = question or asked(words, one.heads, Around(one.title, base, usual), period)
            found.append(Proposal(one, again))
    return tuple(found)


def _title(table: FormTable, first: int) -> str:
    """The texts above a table, from the end of the one before."""
    sheet = table.sheet
    lines = (
        squeeze(cell.text)
        for row in range(first, table.heading[0])
        for column in range(1, sheet.columns + 1)
        if (cell := sheet.at(row, column)).kind is CellKind.TEXT
    )
    return " ".join(lines)
