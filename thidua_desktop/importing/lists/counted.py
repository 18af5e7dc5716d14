"""Runs of rows that are numbered and named: most lines of a long list, for which few rules need to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from thidua_desktop.common.progress import current
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.stages import Stage
from thidua_desktop.importing.lists.lines import Line

if TYPE_CHECKING:
    from thidua_desktop.importing.lists.reading import Walk

_LABEL_AND_WORDS = 2
_STEP = 200
"""Lines after which the reading says how far it is."""


def counted_rows(walk: Walk, lines: Sequence[Line], first: int) -> int:
    """Make the rows from a line on that are numbered and named and stand over such ones; gives the line behind.

    No rule for headings, groups, remarks or notes would say otherwise of them: each begins with what such a row is not.
    """
    table = walk.habits
    if table is None or table.header.twin is not None or walk.groups.kind is RecipientKind.COLLECTIVE:
        return first
    at, last = first, len(lines) - 1
    while at < last and table.is_counted(lines[at]):
        line = lines[at]
        if len(line.cells) <= _LABEL_AND_WORDS or not table.is_plain(line) or not table.is_counted(lines[at + 1]):
            break
        walk.account(line, walk.filler.row(line, table, walk.surrounding()))
        at += 1
        if at % _STEP == 0:
            current().step(at, len(lines), Stage.READING)
    return at
