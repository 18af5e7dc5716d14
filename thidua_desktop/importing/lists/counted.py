"""Runs of rows that are numbered and named: most lines of a long list, for which few rules need to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from thidua_desktop.common.progress import current
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.stages import Stage
from thidua_desktop.importing.lists.habits import SIGN
from thidua_desktop.importing.lists.lines import Line

if TYPE_CHECKING:
    from thidua_desktop.importing.lists.reading import Walk

_LABEL_AND_WORDS = 2
_MOST_DIGITS = 5
_STEP = 200
"""Lines after which the reading says how far it is."""


def counted_rows(walk: Walk, lines: Sequence[Line], first: int) -> int:
    """Make the rows from a line on that are numbered and named and stand over such ones; gives the line behind.

    No rule for headings, groups, remarks or notes would say otherwise of them: each begins with what such a row is not.
    """
    table = walk.habits
    if table is None or table.header.twin is not None or walk.groups.kind is RecipientKind.COLLECTIVE:
        return first
    ordinals, names = table.header.ordinals_at, table.names()
    if ordinals is None or len(names) != 1:
        return first
    at, last, name = first, len(lines) - 1, names[0]
    counted = at < last and _is_counted(lines[at], ordinals, name)
    while counted and at < last:
        line, counted = lines[at], _is_counted(lines[at + 1], ordinals, name)
        words = [text for text in line.cells.values() if not text.isdigit()]
        if not counted or len(words) <= _LABEL_AND_WORDS:
            break
        walk.account(line, walk.filler.row(line, table, walk.surrounding()))
        at += 1
        if at % _STEP == 0:
            current().step(at, len(lines), Stage.READING)
    return at


def _is_counted(line: Line, ordinals: int, name: int) -> bool:
    """Whether a line has a plain number and a name: quick, in doubt no."""
    cells = line.cells
    ordinal = cells.get(ordinals, "")
    named = len(cells.get(name, "")) > SIGN
    return named and ordinal.isdecimal() and len(ordinal) <= _MOST_DIGITS and line.is_row
