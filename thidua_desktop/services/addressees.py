"""Who is told the result of a line: the unit that sent it, the unit that it is, else whoever it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import SubmissionId, UnitId
from thidua_desktop.domain.judgements import Letter
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.unit_tree import UnitTree

_OWN = "#"
"""Before the number of a line in the key of somebody who stands for himself; no unit is called so."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who gets a notice. ``key`` tells two of the same name apart, ``alone`` that no unit is known."""

    key: str
    name: str
    alone: bool = False
    unit_id: UnitId | None = None


def stands_alone(key: str) -> bool:
    """Whether a key is that of somebody of whom no unit is known."""
    return key.startswith(_OWN)


class Addressees:
    """Finds out whom to tell."""

    def __init__(self, letters: Mapping[SubmissionId, Letter], names: Mapping[UnitId, str], tree: UnitTree) -> None:
        self._letters, self._names = letters, names
        self._units: dict[str, UnitId] = {}
        for unit_id, unit in tree.units.items():
            for name in filter(None, (unit.short_name, unit.name)):
                self._units[fold(name)] = unit_id

    def of(self, line: Nomination) -> Addressee:
        """Whom to tell the result of a line, as it was put before the council."""
        letter = self._letters.get(line.submission_id) if line.submission_id is not None else None
        unit_id = letter.unit_id if letter is not None else line.unit_id
        if unit_id is None and not line.unit and line.kind is RecipientKind.COLLECTIVE:
            unit_id = self._units.get(fold(line.name))
        named = self._names.get(unit_id, "") if unit_id is not None else ""
        unit = named or line.unit or ""
        if unit:
            return Addressee(unit, unit, unit_id=unit_id)
        # Two lines about one person of the directory are one notice; others of the same name may be somebody else.
        number = line.id if line.recipient_id is None else f"r{line.recipient_id}"
        name = " ".join(filter(None, (line.honorific, line.name)))
        return Addressee(f"{_OWN}{number}", name, alone=True)
