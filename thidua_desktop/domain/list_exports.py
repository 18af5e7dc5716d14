"""Workbooks of a round's lines: which columns can be chosen, and choices that are kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.common.vietnamese import sort_key
from thidua_desktop.domain.ids import PresetId
from thidua_desktop.domain.nominations import Nomination


class ExportReport(StrEnum):
    """What is written."""

    LINES = "lines"
    """Danh sách trích ngang: a row for each line."""
    SUMMARY = "summary"
    """Tổng hợp: units by awards."""


class LineColumn(StrEnum):
    """A column of the list of lines."""

    ORDINAL = "ordinal"
    KIND = "kind"
    NAME = "name"
    GENDER = "gender"
    BIRTH = "birth"
    ID_NUMBER = "id_number"
    POSITION = "position"
    UNIT = "unit"
    AWARD = "award"
    OCCASION = "occasion"
    CITATION = "citation"
    STATE = "state"
    REASON = "reason"
    NOTE = "note"


_C = LineColumn
USUAL = (_C.ORDINAL, _C.NAME, _C.GENDER, _C.BIRTH, _C.POSITION, _C.UNIT, _C.AWARD, _C.CITATION, _C.NOTE)
"""The columns of a danh sách trích ngang where nobody has chosen others."""


@dataclass(frozen=True, slots=True)
class ExportPreset:
    """A choice of columns under a name; of a summary the awards, none for all that occur."""

    report: ExportReport
    name: str
    columns: tuple[str, ...]
    id: PresetId | None = None


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """How many lines a unit has, by award."""

    unit: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """Of the awards that are counted."""
        return sum(self.counts)


def summary(lines: Iterable[Nomination], award_ids: Sequence[str]) -> tuple[SummaryRow, ...]:
    """The lines of each unit by award, units in alphabetical order; those without a unit last, under no name."""
    counted: dict[str, dict[str, int]] = {}
    for line in lines:
        if line.award_id in award_ids:
            of_unit = counted.setdefault(line.unit or "", {})
            of_unit[line.award_id] = of_unit.get(line.award_id, 0) + 1
    units = sorted(counted, key=lambda unit: (not unit, sort_key(unit)))
    return tuple(SummaryRow(unit, tuple(counted[unit].get(award, 0) for award in award_ids)) for unit in units)
