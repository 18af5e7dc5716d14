"""Collectives whose name stands in the column for units, since the one for names asks for people."""

from __future__ import annotations

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.headings.habits import Habits
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.vocabulary import is_unit

_PLACES = (ListField.UNIT, ListField.DEPARTMENT)


def named_by_unit(line: Line, table: Habits, kind: RecipientKind | None) -> Line:
    """A numbered row below "A. TẬP THỂ" that has a unit and no name, with the unit as its name; others as they are."""
    if kind is not RecipientKind.COLLECTIVE or not line.is_row or not table.is_numbered(line):
        return line
    names = table.names()
    if not names or line.below or any(at in line.cells for at in names):
        return line
    filled = [at for at in line.cells if table.header.fields.get(at) in _PLACES and is_unit(line.cells[at])]
    if len(filled) != 1:
        return line
    moved = {names[0] if at == filled[0] else at: text for at, text in line.cells.items()}
    widths = {names[0] if at == filled[0] else at: width for at, width in line.widths.items()}
    return Line(line.block, dict(sorted(moved.items())), widths, line.below, line.dashes)
