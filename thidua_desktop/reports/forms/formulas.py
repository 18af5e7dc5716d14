"""Formulas of a form's sums and shares. Each is written with the value that the domain gives; a spreadsheet that
calculates must come to the same. ``SUM`` passes over cells that are still empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from xlsxwriter.utility import xl_rowcol_to_cell

from thidua_desktop.domain.forms.filling import Cell, Origin, Place, Terms


def formula(cell: Cell, origin: Place) -> str:
    """The formula of a sum or a share.

    Args:
        origin: row and column, from 0, at which the figures of the form begin on the sheet.
    """
    assert cell.terms is not None
    if cell.origin is Origin.SHARE:
        return _share(cell.terms, origin)
    total = _sum(cell.terms.plus, origin)
    if cell.terms.minus:
        total = f"{total}-{_sum(cell.terms.minus, origin)}"
    if cell.open:
        known = ",".join(_ranges((*cell.terms.plus, *cell.terms.minus), origin))
        return f'=IF(COUNT({known})=0,"",{total})'
    return f"={total}"


def _share(terms: Terms, origin: Place) -> str:
    part, whole = _sum(terms.plus, origin), _sum(terms.minus, origin)
    return f'=IF({whole}=0,"",{part}/{whole})'


def _sum(places: Sequence[Place], origin: Place) -> str:
    return f"SUM({','.join(_ranges(places, origin))})"


def _address(place: Place, origin: Place) -> str:
    return str(xl_rowcol_to_cell(place[0] + origin[0], place[1] + origin[1]))


def _ranges(places: Sequence[Place], origin: Place) -> Iterator[str]:
    """The places, neighbours of one row or one column as ranges."""
    along_row = len({row for row, _ in places}) == 1
    moving = 1 if along_row else 0
    ordered = sorted(places)
    for _, group in groupby(enumerate(ordered), key=lambda placed: placed[1][moving] - placed[0]):
        run = [place for _, place in group]
        first, last = _address(run[0], origin), _address(run[-1], origin)
        yield first if len(run) == 1 else f"{first}:{last}"
