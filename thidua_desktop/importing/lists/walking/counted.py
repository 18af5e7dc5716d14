"""Runs of rows that are numbered and named: most lines of a long list, for which few rules need to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from thidua_desktop.common.progress import current
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import Account
from thidua_desktop.domain.stages import Stage
from thidua_desktop.importing.lists.headings.habits import SIGN
from thidua_desktop.importing.lists.meanings.lines import Line

if TYPE_CHECKING:
    from thidua_desktop.importing.lists.walking.reading import Walk

_LABEL_AND_WORDS = 2
_MOST_DIGITS = 5
_AT_ONCE = 200
"""Lines that are made together; then the reading says how far it is."""


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
    at, name = first, names[0]
    while run := _run(lines[at : at + _AT_ONCE + 1], ordinals, name):
        roles = walk.filler.rows(run, table, walk.surrounding())
        walk.accounts += [Account(line.block.source, role) for line, role in zip(run, roles, strict=True)]
        at += len(run)
        current().step(at, len(lines), Stage.READING)
    return at


def _run(lines: Sequence[Line], ordinals: int, name: int) -> Sequence[Line]:
    """The lines from the first on that stand over counted ones and are such with more than a label and words."""
    counted = -1
    for line in lines:
        if not _is_counted(line, ordinals, name):
            break
        counted += 1
    for at in range(counted):
        texts = lines[at].cells.values()
        if len(texts) - sum(map(str.isdigit, texts)) <= _LABEL_AND_WORDS:
            return lines[:at]
    return lines[:counted] if counted > 0 else ()


def _is_counted(line: Line, ordinals: int, name: int) -> bool:
    """Whether a line has a plain number and a name: quick, in doubt no."""
    cells = line.cells
    ordinal = cells.get(ordinals, "")
    named = len(cells.get(name, "")) > SIGN
    return named and ordinal.isdecimal() and len(ordinal) <= _MOST_DIGITS and line.is_row
