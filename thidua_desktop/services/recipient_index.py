"""The index of recipients that look-alikes and lines of lists are compared with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.recipient_matching import RecipientIndex
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.storage.work import Work


def recipient_index(work: Work, day: date) -> RecipientIndex:
    """Everybody who is known; a unit counts as one under all of its names up to a day."""
    return RecipientIndex(work.recipients.all(), one_number(work.units.tree(), day))


def one_number(tree: UnitTree, day: date) -> Callable[[UnitId], UnitId]:
    """Gives for each unit the number of what it has become on a day; its own where that is none or several."""
    known: dict[UnitId, UnitId] = {}

    def number(unit_id: UnitId) -> UnitId:
        if unit_id not in known:
            become = tree.at(unit_id, day)
            known[unit_id] = become[0] if len(become) == 1 else unit_id
        return known[unit_id]

    return number
