"""The values of a row as a table shows them, made when somebody looks: a list of a province is never seen whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.list_doctor import FIELDS, StatedDecision
from thidua_desktop.domain.lists import ListField, ListRow, ListTarget
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.wording import formats, labels

_F = ListField
_GENDERS = {"male": "Nam", "female": "Nữ"}


class ShownValues(Mapping[ListField, str]):
    """The values for each of the target's fields."""

    __slots__ = ("_award", "_decision", "_occasion", "_row", "_target")

    def __init__(
        self, row: ListRow, decision: StatedDecision, award: str | None, occasion: Occasion, target: ListTarget
    ) -> None:
        self._row, self._decision, self._award = row, decision, award
        self._occasion, self._target = occasion, target

    def __getitem__(self, field: ListField) -> str:
        if field not in FIELDS[self._target]:
            raise KeyError(field)
        return self._of_row(field) if field not in _OF_DECISION else self._of_decision(field)

    def __iter__(self) -> Iterator[ListField]:
        return iter(FIELDS[self._target])

    def __len__(self) -> int:
        return len(FIELDS[self._target])

    def __repr__(self) -> str:
        return repr(dict(self))

    def _of_row(self, field: ListField) -> str:
        row = self._row
        match field:
            case _F.KIND:
                return labels.of(row.kind)
            case _F.HONORIFIC:
                return row.honorific or ""
            case _F.NAME:
                return row.name
            case _F.GENDER:
                return _GENDERS.get(row.gender or "", "")
            case _F.BIRTH:
                return birth_text(row.birth)
            case _F.ID_NUMBER:
                return row.id_number or ""
            case _F.POSITION:
                return row.position or ""
            case _F.UNIT:
                return squeeze(row.unit or "")
            case _F.AWARD:
                return self._award or row.award or ""
            case _F.OCCASION:
                return labels.of(self._occasion)
            case _F.CITATION:
                return row.citation or ""
            case _F.NOTE:
                return row.note or ""
            case _:
                return squeeze(row.cell(field))

    def _of_decision(self, field: ListField) -> str:
        match field:
            case _F.DECISION:
                return self._decision.number or ""
            case _F.DECIDED_ON:
                return formats.day(self._decision.decided_on)
            case _F.DECIDED_BY:
                return self._decision.decided_by or ""
            case _:
                return str(self._decision.year or "")


_OF_DECISION = frozenset((_F.DECISION, _F.DECIDED_ON, _F.DECIDED_BY, _F.AWARD_YEAR))


def birth_text(birth: str | None) -> str:
    """``17/05/1980``, ``05/1980`` or ``1980`` of a birth as it is kept."""
    parts = (birth or "").split("-")
    return formats.day(date.fromisoformat(birth or "")) if len(parts) == 3 else "/".join(reversed(parts))
