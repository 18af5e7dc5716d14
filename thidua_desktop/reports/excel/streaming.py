"""Sheets whose long tables are written while the file is: their cells never lie in memory as objects."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import TextIO

from xlsxwriter.worksheet import Worksheet

from thidua_desktop.common.errors import AppError

_AT_ONCE = 64
"""Rows handed to the file together."""


class TooManyRows(AppError):
    """More rows than a sheet has (1 048 576); what lies beyond would be missing without a word."""

    code = "report.too_many_rows"


@dataclass(frozen=True, slots=True)
class _Stretch:
    first: int
    last: int
    markup: Callable[[], Iterator[str]]


class LongSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A worksheet that also takes stretches of finished rows.

    XlsxWriter keeps an object for every cell, or in its mode of constant memory a row at a time and no cell that covers
    two rows, which headings need. Here what stands around a table is written as ever, and the rows of the table are
    asked for one by one at the end.
    """

    dim_rowmin: int
    dim_rowmax: int
    fh: TextIO

    def __init__(self) -> None:
        super().__init__()
        self._stretches: list[_Stretch] = []
        self._growing: set[int] = set()

    def grow(self, row: int) -> None:
        """Let a row whose height is given grow again when somebody types more into it.

        XlsxWriter marks every given height as set by hand, which spreadsheets then never change.
        """
        self._growing.add(row)

    def add_stretch(self, first: int, size: tuple[int, int], markup: Callable[[], Iterator[str]]) -> None:
        """Rows from ``first`` on, below all that were added before.

        Args:
            first: the first row, counted from 0.
            size: how many rows, and columns.
            markup: gives the ``<row>`` elements in their order, when the file is written.

        Raises:
            TooManyRows: they reach beyond the end of the sheet.
        """
        rows, columns = size
        if not rows:
            return
        last = first + rows - 1
        if self._check_dimensions(last, columns - 1) or self._check_dimensions(first, 0):
            raise TooManyRows(rows=last + 1)
        self._stretches.append(_Stretch(first, last, markup))

    def _write_rows(self) -> None:
        """Of XlsxWriter: everything within ``<sheetData>``."""
        first, last = self.dim_rowmin, self.dim_rowmax
        down = first
        for stretch in self._stretches:
            self._write_others(down, stretch.first - 1)
            self._write_stretch(stretch)
            down = stretch.last + 1
        self._write_others(down, last)
        self.dim_rowmin, self.dim_rowmax = first, last

    def _write_others(self, first: int, last: int) -> None:
        """The rows between two stretches, from the cells that XlsxWriter keeps."""
        if first <= last:
            self.dim_rowmin, self.dim_rowmax = first, last
            super()._write_rows()

    def _write_stretch(self, stretch: _Stretch) -> None:
        waiting: list[str] = []
        try:
            for row in stretch.markup():
                waiting.append(row)
                if len(waiting) == _AT_ONCE:
                    self.fh.write("".join(waiting))
                    waiting.clear()
        except AppError:
            self.fh.close()  # XlsxWriter does not, and Windows removes no open file
            raise
        self.fh.write("".join(waiting))

    def _write_row(self, row: int, *arguments: object, **named: object) -> None:
        """Of XlsxWriter: the opening of a ``<row>``."""
        if row not in self._growing:
            super()._write_row(row, *arguments, **named)
            return
        target, opening = self.fh, StringIO()
        self.fh = opening
        super()._write_row(row, *arguments, **named)
        self.fh = target
        self.fh.write(opening.getvalue().replace(' customHeight="1"', ""))
