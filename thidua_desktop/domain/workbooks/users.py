"""Which formulas use a cell, found without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from thidua_desktop.domain.workbooks.places import Area

Cell = tuple[str, int, int]
"""Sheet in small letters, row, column."""
_Block = tuple[str, int, int]
_Areas = list[tuple[Area, Cell]]
_K = TypeVar("_K", str, _Block)

_ROWS, _COLUMNS = 64, 16
"""Of a block of cells: areas are looked for among those that reach into the same block."""
_MOST_BLOCKS = 2_000
"""Of one area; larger ones, as whole columns, are looked for by their sheet alone."""


class Users:
    """Formulas by the cells and areas that they use; who has been taken is not found again.

    Each formula is looked at once for each block that it reaches into, so that a column of running totals costs as
    much as it is long, not its square.
    """

    def __init__(self, uses: Iterable[tuple[Cell, Iterable[tuple[str, Area]]]]) -> None:
        self._single: dict[Cell, set[Cell]] = defaultdict(set)
        self._within: dict[_Block, _Areas] = defaultdict(list)
        self._large: dict[str, _Areas] = defaultdict(list)
        self._taken: set[Cell] = set()
        for at, areas in uses:
            for sheet, one in areas:
                self._add(at, sheet, one)

    def _add(self, at: Cell, sheet: str, one: Area) -> None:
        if one.size == 1:
            self._single[(sheet, *one.corner)].add(at)
        elif _reach(one) > _MOST_BLOCKS:
            self._large[sheet].append((one, at))
        else:
            for block in _blocks(sheet, one):
                self._within[block].append((one, at))

    def taken(self, cell: Cell) -> set[Cell]:
        """The formulas that use a cell and have not been taken yet."""
        found = self._single.pop(cell, set()) - self._taken
        found |= self._covering(self._within, (cell[0], cell[1] // _ROWS, cell[2] // _COLUMNS), cell)
        found |= self._covering(self._large, cell[0], cell)
        self._taken |= found
        return found

    def _covering(self, areas: dict[_K, _Areas], key: _K, cell: Cell) -> set[Cell]:
        """The formulas with an area around a cell; these and those taken before are not looked at again."""
        if key not in areas:
            return set()
        left = [(one, at) for one, at in areas[key] if at not in self._taken]
        found = {at for one, at in left if cell[1:] in one}
        areas[key] = [(one, at) for one, at in left if at not in found]
        return found


def _reach(one: Area) -> int:
    """Into how many blocks an area reaches."""
    return (one.bottom // _ROWS - one.top // _ROWS + 1) * (one.right // _COLUMNS - one.left // _COLUMNS + 1)


def _blocks(sheet: str, one: Area) -> Iterator[_Block]:
    """The blocks that an area reaches into."""
    return (
        (sheet, row, column)
        for row in range(one.top // _ROWS, one.bottom // _ROWS + 1)
        for column in range(one.left // _COLUMNS, one.right // _COLUMNS + 1)
    )
