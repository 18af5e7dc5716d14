"""Where the tables of a sheet are, and the heads that a cell has: what stands left of it and above it.

A form is read as its reader sees it: the heading are the lines in which at least two cells hold words and below which
figures are to stand; the label of a row is the longest text left of them; a row belongs below another one whose mark
("I", "1", "-", "Trong đó") is of a higher rank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.workbooks.grids import CellKind, FormulaKind, SheetGrid

MOST_ROWS = 2_000
MOST_COLUMNS = 200
_LETTER_ROW = re.compile(r"[(\[]?(?:[A-ZĐ]|[0-9]{1,2})[)\]]?(?:\s*=.*)?")
"""Of the line that numbers the columns: "A", "1", "(3)", "3=4+5"."""
_BLANKS = re.compile(r"[.…_\-–x0\s]*", re.IGNORECASE)
"""What forms put where a figure is to come."""
_YEAR = re.compile(r"(?:199|20[0-9])[0-9]")
_TOTAL = re.compile(r"(?:tổng(?: số| cộng)?|cộng)\b(?: chung)?[^a-zà-ỹ]*", re.IGNORECASE)
_NO_FIGURES = re.compile(
    r"(?:s\.?t\.?t|t\.?t|số tt|mã(?: số)?|đơn vị(?: tính)?|đvt|ghi chú|số thứ tự)\.?", re.IGNORECASE
)
"""Heads of columns in which no figures are wanted."""
_FEWEST_LETTERS = 3
"""Of a line that numbers columns."""
_OPEN_SHARE = 0.6


class Rank(IntEnum):
    """How high a row stands among its neighbours, by the mark before its label."""

    PART = 0
    """ "A.", "Phần thứ nhất"."""
    ROMAN = 1
    NUMBER = 2
    """ "1", "01"."""
    SUB_NUMBER = 3
    """ "1.1"."""
    LETTER = 4
    """ "a)"."""
    PLAIN = 5
    DASH = 6
    PLUS = 7
    AMONG = 8
    """ "Trong đó: …"."""


_MARKS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    (Rank.AMONG, re.compile(r"(?:trong đó|trong số đó|tr\.?\s*đó|t\.đ|riêng)\s*(?:có)?\s*[:,]?\s*", re.IGNORECASE)),
    (Rank.DASH, re.compile(r"[-–—•*]\s*")),
    (Rank.PLUS, re.compile(r"\+\s*")),
    (Rank.SUB_NUMBER, re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})+[.)/]?(?=\s|$)\s*")),
    (Rank.NUMBER, re.compile(r"[0-9]{1,3}(?:[.)/]\s*|\s*$|\s+(?=\D)(?!tháng|năm|quý))")),
    (Rank.ROMAN, re.compile(r"(?=[IVX])(?:X{0,2})(?:IX|IV|V?I{0,3})(?:[.)/:]\s*|\s*$|\s*[-–]\s+)")),
    (Rank.PART, re.compile(r"[A-HĐ](?:[.)/:]\s*|\s*$|\s*[-–]\s+)")),
    (Rank.LETTER, re.compile(r"[a-zđ](?:[.)/]\s*|\s*$)")),
)


@dataclass(frozen=True, slots=True)
class RowHead:
    """The label of a row, without its mark."""

    row: int
    text: str
    rank: Rank
    open: bool
    """Figures stand or are to stand in its cells: it is no mere heading."""


@dataclass(frozen=True, slots=True)
class Heads:
    """What a cell is about, from the widest head to the nearest one."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True)
class FormTable:
    """A table of a sheet: rows with labels, columns in which figures stand."""

    sheet: SheetGrid
    first_row: int
    """Of the body."""
    last_row: int
    label: int
    """Column of the labels."""
    figures: tuple[int, ...]
    """Columns of the figures."""
    heading: tuple[int, ...]
    """Lines of the heading, the highest first."""
    _columns: dict[int, tuple[str, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def rows(self) -> tuple[RowHead, ...]:
        """The rows that have a label."""
        return tuple(self._rows())

    def heads(self, row: int, column: int) -> Heads | None:
        """The heads of a cell; None where it has no label or no heading."""
        rows, columns = self._row_path(row), self._column_path(column)
        return Heads(rows, columns) if rows and columns and column in self.figures else None

    def open_cells(self) -> Iterator[tuple[int, int]]:
        """The cells in which a figure stands or is to stand; those with formulas are among them."""
        for head in self.rows:
            for column in self.figures:
                if _is_open(self.sheet, head.row, column) and _is_corner(self.sheet, head.row, column):
                    yield head.row, column

    def _rows(self) -> Iterator[RowHead]:
        sheet = self.sheet
        for row in range(self.first_row, self.last_row + 1):
            if _is_letter_row(sheet, row):
                continue
            label = squeeze(sheet.at(row, self.label).text) if _is_corner(sheet, row, self.label) else ""
            marks = [squeeze(sheet.at(row, column).text) for column in range(1, self.label)]
            if not label:
                label = next((text for text in reversed(marks) if len(text) > _FEWEST_LETTERS), "")
            if not label:
                continue
            found, text = split_mark(label)
            for mark in marks:
                rank, rest = split_mark(mark) if mark and mark != label else (Rank.PLAIN, "x")
                found = rank if not rest and found is Rank.PLAIN else found
            if found is Rank.PLAIN and _TOTAL.fullmatch(text):
                found = Rank.PART
            spread = sheet.over(row, self.label)
            across = spread is not None and spread.right >= self.figures[0]
            yield RowHead(row, text, found, not across and any(_is_open(sheet, row, at) for at in self.figures))

    @cached_property
    def _paths(self) -> dict[int, tuple[str, ...]]:
        """Row → its label below those of the rows that it belongs to."""
        above: list[RowHead] = []
        found: dict[int, tuple[str, ...]] = {}
        for head in self.rows:
            while above and above[-1].rank >= head.rank and not self._leads(above[-1], head):
                above.pop()
            found[head.row] = (*(one.text for one in above), head.text)
            above.append(head)
        return found

    @staticmethod
    def _leads(before: RowHead, head: RowHead) -> bool:
        """A line without figures leads the lines after it up to the next one like it."""
        return before.rank is Rank.PLAIN and head.rank is Rank.PLAIN and not before.open and head.open

    def _row_path(self, row: int) -> tuple[str, ...]:
        return self._paths.get(row, ())

    def _column_path(self, column: int) -> tuple[str, ...]:
        if column not in self._columns:
            self._columns[column] = self._column_heads(column)
        return self._columns[column]

    def _column_heads(self, column: int) -> tuple[str, ...]:
        texts: list[str] = []
        for row in self.heading:
            text = squeeze(self.sheet.shown(row, column).text)
            if text and _is_words(self.sheet, row, column) and texts[-1:] != [text]:
                texts.append(text)
        return tuple(texts)


def split_mark(text: str) -> tuple[Rank, str]:
    """The rank of a label by its mark, and the label without it: "1.1. Cá nhân" → SUB_NUMBER, "Cá nhân"."""
    for rank, pattern in _MARKS:
        found = pattern.match(text)
        if found is not None and found.end() > 0:
            inner, rest = split_mark(text[found.end() :].strip()) if found.end() < len(text) else (rank, "")
            return (inner, rest) if inner is Rank.AMONG else (rank, rest)
    return Rank.PLAIN, text.strip(" :")


def tables(sheet: SheetGrid) -> tuple[FormTable, ...]:
    """The tables of a sheet from top to bottom."""
    return tuple(_tables(sheet, 1, min(sheet.rows, MOST_ROWS)))


def _tables(sheet: SheetGrid, first: int, last: int) -> Iterator[FormTable]:
    if last - first < 1:
        return
    table, most = None, 0
    for row in range(first, last):
        found = _table_below(sheet, row, last)
        if found is None:
            continue
        blocks = len({sheet.over(row, column) or (row, column) for column in found.figures})
        if blocks > most or (blocks == most and table is not None and row < table.first_row):
            table, most = found, blocks  # of several lines of one heading the lowest
    if table is None:
        return
    yield from _tables(sheet, first, table.heading[0] - 1)
    yield table
    yield from _tables(sheet, table.last_row + 1, last)


def _table_below(sheet: SheetGrid, row: int, last: int) -> FormTable | None:
    """The table whose heading ends in a row, if that row can be one."""
    columns = range(1, min(sheet.columns, MOST_COLUMNS) + 1)
    texts = [column for column in columns if _is_words(sheet, row, column)]
    blocks = {sheet.over(row, column) or (row, column) for column in texts}
    if len(blocks) < 2 or _is_letter_row(sheet, row):
        return None
    first = row + 1
    while first <= last and _is_letter_row(sheet, first):
        first += 1
    body = _body(sheet, first, last, texts)
    if not body:
        return None
    every = range(1, texts[-1] + 1)
    open_share = {column: sum(_is_open(sheet, at, column) for at in body) / len(body) for column in every}
    able = [
        column
        for column in texts
        if open_share[column] >= _OPEN_SHARE
        and _NO_FIGURES.fullmatch(squeeze(sheet.shown(row, column).text)) is None
        and _heads_a_column(sheet, row, column, body)
    ]
    label = _label(sheet, body, [column for column in every if open_share[column] < _OPEN_SHARE], able)
    figures = tuple(column for column in able if label is not None and column > label)
    if label is None or not figures:
        return None
    return FormTable(sheet, first, body[-1], label, figures, _heading(sheet, row, label, figures))


def _label(sheet: SheetGrid, body: Sequence[int], closed: Sequence[int], able: Sequence[int]) -> int | None:
    """The column with the longest texts, left of the figures."""
    left = [column for column in closed if column < able[0]] if able else []
    weight = {column: sum(len(sheet.at(at, column).text) for at in body) for column in left or closed}
    label = max(weight, key=lambda column: weight[column], default=None)
    return label if label is not None and weight[label] else None


def _heads_a_column(sheet: SheetGrid, row: int, column: int, body: Sequence[int]) -> bool:
    """Whether a head stands over one column; over several only where the cells below are merged like it."""
    over = sheet.over(row, column)
    if over is None or over.left == over.right:
        return True
    below = [area for at in body if (area := sheet.over(at, column)) is not None]
    alike = sum((area.left, area.right) == (over.left, over.right) for area in below)
    return column == over.left and alike * 2 > len(body)


def _body(sheet: SheetGrid, first: int, last: int, texts: Sequence[int]) -> list[int]:
    """The rows below a heading: up to an empty one, or one with words where figures are to stand (the next heading)."""
    rows: list[int] = []
    for row in range(first, last + 1):
        if not any(sheet.at(row, column).text for column in range(1, texts[-1] + 1)):
            break
        blocks = {sheet.over(row, column) or (row, column) for column in texts if _is_words(sheet, row, column)}
        if rows and len(blocks) > max(3, len(texts) // 2):
            break
        rows.append(row)
    return rows


def _heading(sheet: SheetGrid, row: int, label: int, figures: Sequence[int]) -> tuple[int, ...]:
    """The lines of a heading that ends in a row: upwards as long as words stand above the figures, titles excepted."""
    lines = [row]
    for above in range(row - 1, 0, -1):
        words = [column for column in figures if _is_words(sheet, above, column)]
        spread = [area for column in words if (area := sheet.over(above, column)) is not None]
        if any(area.left <= label and area.right >= figures[0] for area in spread):
            break
        if not words or not (_is_words(sheet, above, label) or len(words) * 2 >= len(figures)):
            break
        lines.insert(0, above)
    return tuple(lines)


def _is_words(sheet: SheetGrid, row: int, column: int) -> bool:
    """Whether a cell can be a head: words, or a year in a line of years."""
    cell = sheet.shown(row, column)
    if cell.kind is CellKind.NUMBER and _YEAR.fullmatch(cell.text):
        numbers = [sheet.at(row, at) for at in range(1, min(sheet.columns, MOST_COLUMNS) + 1)]
        return all(_YEAR.fullmatch(one.text) for one in numbers if one.kind is CellKind.NUMBER)
    return cell.kind is CellKind.TEXT and cell.formula is FormulaKind.NONE and _BLANKS.fullmatch(cell.text) is None


def _is_open(sheet: SheetGrid, row: int, column: int) -> bool:
    cell = sheet.shown(row, column)
    over = sheet.over(row, column)
    if over is not None and over.corner[0] != row:
        return False
    if cell.formula is not FormulaKind.NONE:
        return True
    return cell.kind in (CellKind.EMPTY, CellKind.NUMBER) or _BLANKS.fullmatch(cell.text) is not None


def _is_corner(sheet: SheetGrid, row: int, column: int) -> bool:
    over = sheet.over(row, column)
    return over is None or over.corner == (row, column)


def _is_letter_row(sheet: SheetGrid, row: int) -> bool:
    """Whether a row numbers the columns."""
    texts = [
        cell.text.strip()
        for column in range(1, min(sheet.columns, MOST_COLUMNS) + 1)
        if (cell := sheet.at(row, column)).text.strip()
    ]
    if len(texts) < _FEWEST_LETTERS or not all(_LETTER_ROW.fullmatch(text) for text in texts):
        return False
    numbers = [int(text.strip("()[]").split("=")[0]) for text in texts if text.strip("()[]").split("=")[0].isdigit()]
    return bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 2
