"""One number of a report made another one, as a slip of the hand does."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from thidua_desktop.domain.figure_check.material import Cell, Grid, GridRow, Material, Passage
from thidua_desktop.domain.figure_check.quantities import Quantity, amount, quantities


def spoiled(report: Material, chance: random.Random, *, most: int = 1000) -> Iterator[tuple[str, Material]]:
    """The report with one number after the other changed, and what was changed; at most so many, taken by chance."""
    places = [
        *(
            (at, quantity)
            for at, part in enumerate(report)
            if isinstance(part, Passage)
            for quantity in quantities(part.text)
        ),
        *(
            (at, (row, column))
            for at, part in enumerate(report)
            if isinstance(part, Grid)
            for row, column in _cells(part)
        ),
    ]
    for at, where in chance.sample(places, min(most, len(places))):
        part = report[at]
        if isinstance(part, Passage) and isinstance(where, Quantity):
            written = part.text[where.start : where.end]
            text = part.text[: where.start] + other_number(written, chance) + part.text[where.end :]
            yield f"{written} in {part.text}", (*report[:at], replace(part, text=text), *report[at + 1 :])
        elif isinstance(part, Grid) and isinstance(where, tuple):
            yield f"{where} of table", (*report[:at], _changed(part, *where, chance), *report[at + 1 :])


def other_number(written: str, chance: random.Random) -> str:
    """A number with one of its digits changed, or its last two turned round."""
    digits = [at for at, sign in enumerate(written) if sign.isdigit()]
    if len(digits) > 1 and chance.random() < 0.3 and written[digits[-1]] != written[digits[-2]]:
        signs = list(written)
        signs[digits[-1]], signs[digits[-2]] = signs[digits[-2]], signs[digits[-1]]
        return "".join(signs)
    at = chance.choice(digits)
    other = chance.choice([digit for digit in "123456789" if digit != written[at]])
    return written[:at] + other + written[at + 1 :]


def _cells(grid: Grid) -> Iterator[tuple[int, int]]:
    for row, line in enumerate(grid.rows):
        if line.heading:
            continue
        for column, cell in enumerate(line.cells):
            if column > 0 and amount(cell.text) is not None and re.search(r"\d", cell.text):
                yield row, column


def _changed(grid: Grid, row: int, column: int, chance: random.Random) -> Grid:
    line = grid.rows[row]
    cell = line.cells[column]
    cells = (*line.cells[:column], Cell(other_number(cell.text, chance), cell.columns), *line.cells[column + 1 :])
    return Grid((*grid.rows[:row], GridRow(cells, line.place, line.heading), *grid.rows[row + 1 :]))
