"""What stands below the last numbered row of a table: sums, place and day, signatures, the names of signers."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.importing.lists.groups import labelled, names_group
from thidua_desktop.importing.lists.habits import Habits
from thidua_desktop.importing.lists.lines import Line
from thidua_desktop.importing.lists.people import addressed, is_personal_name
from thidua_desktop.importing.lists.vocabulary import is_household, is_unit

_FULL = 3
"""Cells by which a row without a number is still one."""


def is_ending(line: Line, lines: Sequence[Line], at: int, habits: Habits) -> bool:
    """Whether a line of a numbered table is no row of it, because all numbered rows stand above.

    A row that goes on directly below the last one is not meant, nor one that somebody has added without a number.
    """
    if not habits.ordinals or at <= habits.last_numbered or _is_added(line, habits) or may_open(line):
        return False
    return _stands_apart(line, lines[at - 1]) or line.text.isupper()


def may_open(line: Line) -> bool:
    """Whether a line below signatures can begin a further part of the list: it has a label, or names kind or award."""
    label = labelled(line.text)
    return names_group(label.rest) or (bool(label.style) and label.style != "dash")


def _is_added(line: Line, habits: Habits) -> bool:
    names = [line.cells[at] for at in habits.names() if at in line.cells]
    named = any(_is_name(name) and not name.isupper() for name in names)
    return named and len(line.cells) >= _FULL


def _is_name(text: str) -> bool:
    return is_personal_name(text) or is_unit(text) or addressed(text) or is_household(text)


def _stands_apart(line: Line, above: Line) -> bool:
    place, before = line.block.source, above.block.source
    if not above.is_row or place.table != before.table:
        return True
    number, former = place.row or place.line, before.row or before.line
    return number is not None and former is not None and number > former + 1
