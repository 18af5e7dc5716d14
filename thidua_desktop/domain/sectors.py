"""Whom an award is for where it is not for everybody: titles of the armed forces go to nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from thidua_desktop.domain.name_forms import toned
from thidua_desktop.domain.units import Unit, UnitKind

_SAY_NOTHING = frozenset({None, UnitKind.OTHER})


def belongs(sector: str, names: Iterable[str], units: Sequence[Unit], words: Mapping[str, str]) -> bool | None:
    """Whether somebody is of a sector; None where nobody can tell.

    Args:
        sector: its code, the same as that of the kind of its units.
        names: what the recipient itself is called, for a collective.
        units: its unit and those above, from the unit upwards.
        words: sector → the words by which a name says that it is of it, parted by semicolons.
    """
    signs = [f" {toned(word)} " for word in words.get(sector, "").split(";") if word.strip()]
    called = [f" {toned(name)} " for name in (*names, *(unit.name for unit in units))]
    if any(sign in name for sign in signs for name in called):  # with marks: customs is not the navy
        return True
    if any(unit.kind is not None and unit.kind.value == sector for unit in units):
        return True
    kinds = (unit.kind for unit in units if unit.kind is not UnitKind.DIVISION)
    nearest = next(kinds, None)  # a room or department is of whatever it stands below
    return None if nearest in _SAY_NOTHING else False
