"""Tables with ruling lines: from the lines of a page to a grid, from words to cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from thidua_desktop.importing.readers.pdf_page import Page, Rule, Word

_NEAR = 2.5
"""Points; lines closer than this are one, ends closer than this touch."""
_MOST_RULES = 400
"""Of one page after joining; more is a drawing or graph paper."""
_SMALLEST = 4.0
"""Points; a row or column narrower than this holds no text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid; ``row`` and ``column`` are its upper left place, merged cells cover more than one."""

    row: int
    column: int
    rows: int
    columns: int


class Grid:
    """A ruled table on one page: the x of its column borders, the y of its row borders, its cells."""

    def __init__(self, xs: Sequence[float], ys: Sequence[float], rules: tuple[Sequence[Rule], Sequence[Rule]]) -> None:
        self.xs, self.ys = tuple(xs), tuple(ys)
        self._horizontal, self._vertical = rules
        self._owner: dict[tuple[int, int], Cell] = {}
        for row in range(len(ys) - 1):
            for column in range(len(xs) - 1):
                if (row, column) not in self._owner:
                    self._claim(row, column)

    def _claim(self, row: int, column: int) -> None:
        right = column + 1
        while right < len(self.xs) - 1 and (row, right) not in self._owner and not self._wall(right, row):
            right += 1
        below = row + 1
        while below < len(self.ys) - 1 and not any(self._floor(below, at) for at in range(column, right)):
            below += 1
        cell = Cell(row, column, below - row, right - column)
        for at_row in range(row, below):
            for at_column in range(column, right):
                self._owner[at_row, at_column] = cell

    def _wall(self, column: int, row: int) -> bool:
        return _covered(self._vertical, self.xs[column], (self.ys[row] + self.ys[row + 1]) / 2)

    def _floor(self, row: int, column: int) -> bool:
        return _covered(self._horizontal, self.ys[row], (self.xs[column] + self.xs[column + 1]) / 2)

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell that holds a point, ``None`` outside of the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        return self._owner.get((row, column))

    def rows(self) -> list[list[tuple[Cell, bool]]]:
        """For each row its cells from left to right, and whether the cell begins in this row."""
        found: list[list[tuple[Cell, bool]]] = []
        for row in range(len(self.ys) - 1):
            cells: list[tuple[Cell, bool]] = []
            column = 0
            while column < len(self.xs) - 1:
                cell = self._owner[row, column]
                cells.append((cell, cell.row == row))
                column = max(cell.column + cell.columns, column + 1)
            found.append(cells)
        return found


def grids(page: Page) -> list[Grid]:
    """The ruled tables of a page from top to bottom; boxes with a single column are none."""
    horizontal, vertical = _joined(page.horizontal), _joined(page.vertical)
    if len(horizontal) < 2 or not vertical or len(horizontal) + len(vertical) > _MOST_RULES:
        return []
    found = [grid for group in _groups(horizontal, vertical) if (grid := _grid(*group)) is not None]
    return sorted(found, key=lambda grid: grid.ys[0])


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Pieces of the same line made one: Word draws the border of each cell for itself."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if levels and rule.at - levels[-1][-1].at <= _NEAR and rule.at - levels[-1][0].at <= 2 * _NEAR:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    joined: list[Rule] = []
    for level in levels:
        at = sum(rule.at for rule in level) / len(level)
        pieces = sorted(level, key=lambda rule: rule.start)
        start, end = pieces[0].start, pieces[0].end
        for rule in pieces:
            if rule.start > end + _NEAR:
                joined.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            start, end = min(start, rule.start), max(end, rule.end)
        joined.append(Rule(at, start, end))
    return joined


def _groups(horizontal: list[Rule], vertical: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that hang together, by whether they touch."""
    group = list(range(len(horizontal) + len(vertical)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for h, lying in enumerate(horizontal):
        for v, standing in enumerate(vertical, start=len(horizontal)):
            if _touch(lying, standing):
                group[root(h)] = root(v)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate(horizontal + vertical):
        found.setdefault(root(at), ([], []))[at >= len(horizontal)].append(rule)
    return list(found.values())


def _touch(lying: Rule, standing: Rule) -> bool:
    return (
        lying.start - _NEAR <= standing.at <= lying.end + _NEAR
        and standing.start - _NEAR <= lying.at <= standing.end + _NEAR
    )


def _grid(horizontal: list[Rule], vertical: list[Rule]) -> Grid | None:
    if len(horizontal) < 2 or not vertical:
        return None
    xs = _places([rule.at for rule in vertical], [x for rule in horizontal for x in (rule.start, rule.end)])
    ys = _places([rule.at for rule in horizontal], [y for rule in vertical for y in (rule.start, rule.end)])
    if len(xs) < 3 or len(ys) < 2:
        return None
    return Grid(xs, ys, (horizontal, vertical))


def _places(lines: list[float], ends: list[float]) -> list[float]:
    """Borders of columns or rows: the lines, and the outermost ends where an outer border is not drawn."""
    places = sorted(lines)
    if min(ends) < places[0] - _SMALLEST:
        places.insert(0, min(ends))
    if max(ends) > places[-1] + _SMALLEST:
        places.append(max(ends))
    kept = places[:1]
    for before, after in pairwise(places):
        if after - kept[-1] >= _SMALLEST or after - before >= _SMALLEST:
            kept.append(after)
    return kept


def _covered(rules: Sequence[Rule], at: float, point: float) -> bool:
    return any(abs(rule.at - at) <= 2 * _NEAR and rule.start - _NEAR <= point <= rule.end + _NEAR for rule in rules)


def shared_out(words: Sequence[Word], tables: Sequence[Grid]) -> tuple[list[Word], list[dict[Cell, list[Word]]]]:
    """The words outside of all tables, and for each table the words of its cells."""
    if not tables:
        return list(words), []
    outside: list[Word] = []
    inside: list[dict[Cell, list[Word]]] = [{} for _ in tables]
    for word in words:
        for table, cells in zip(tables, inside, strict=True):
            cell = table.cell_at(word.middle, word.base - word.size * 0.3)
            if cell is not None:
                cells.setdefault(cell, []).append(word)
                break
        else:
            outside.append(word)
    return outside, inside
