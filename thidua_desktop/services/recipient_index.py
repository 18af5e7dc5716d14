"""The index of recipients that look-alikes and lines of lists are compared with."""

from __future__ import annotations

from datetime import date

from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.look_alikes import UnitPlaces
from thidua_desktop.domain.recipient_matching import RecipientIndex
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.storage.work import Work


def recipient_index(work: Work, day: date) -> RecipientIndex:
    """Everybody who is known; a unit counts as one under all of its names up to a day."""
    return RecipientIndex(work.recipients.all(), unit_places(work.units.tree(), day))


def unit_places(tree: UnitTree, day: date) -> UnitPlaces:
    """The units of a day: what each has become, and who stands above that."""
    numbers: dict[UnitId, UnitId] = {}
    superiors: dict[UnitId, frozenset[UnitId]] = {}

    def number(unit_id: UnitId) -> UnitId:
        """What a unit has become; itself where that is nothing, or several."""
        if unit_id not in numbers:
            become = tree.at(unit_id, day)
            numbers[unit_id] = become[0] if len(become) == 1 else unit_id
        return numbers[unit_id]

    def above(unit_id: UnitId) -> frozenset[UnitId]:
        if unit_id not in superiors:
            path = tree.path(number(unit_id), day)[:-1] if number(unit_id) in tree.units else ()
            superiors[unit_id] = frozenset(unit.id for unit in path if unit.id is not None)
        return superiors[unit_id]

    return UnitPlaces(number, above)
