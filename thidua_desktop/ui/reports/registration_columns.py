"""The columns of the table of registrations: a unit in each row, an award in each column, the sums at both edges."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.registrations import MOST, Cell
from thidua_desktop.services.registrations import RegistrationColumn, RegistrationTable
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import formats, labels

TOTAL = UnitId(0)
"""The row of the sums."""
Place = tuple[str, RecipientKind]
"""An award for a kind of recipient: what a column counts."""


_NARROWEST, _LETTER, _MARGINS = 76, 8, 18
"""Widths of columns in pixels: a heading is seen whole."""


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """A unit with its counts by column."""

    unit_id: UnitId
    unit: str
    counts: Mapping[Place, int]
    named: Mapping[Place, int]
    place: int
    """In the office's own order, the sums first."""

    @property
    def total(self) -> int:
        """All that the unit has registered."""
        return sum(self.counts.values())


def place_of(column: RegistrationColumn) -> Place:
    """What a column counts."""
    return column.award.id, column.kind


def rows_of(table: RegistrationTable) -> list[RegistrationRow]:
    """A row for each unit, and the sums."""
    made = [
        RegistrationRow(
            unit_id,
            name,
            {place_of(column): table.of(unit_id, column) for column in table.columns},
            {
                place_of(column): table.named.get(Cell(unit_id, column.award.id, column.kind), 0)
                for column in table.columns
            },
            at,
        )
        for at, (unit_id, name) in enumerate(table.units)
    ]
    sums = {place_of(column): table.of_column(column) for column in table.columns}
    return [RegistrationRow(TOTAL, "Tổng cộng", sums, {}, -1), *made]


def titles(columns: Sequence[RegistrationColumn], *, short: bool = False) -> list[str]:
    """What columns are called: the award, with the kind of recipient where several can have it.

    Args:
        columns: those of the table.
        short: by the abbreviations that offices use; else by their usual names.
    """
    made = [_title(one, (one.award.abbreviation if short else None) or one.award.usual) for one in columns]
    often = Counter(made)  # a Giấy khen of each level is called so
    return [_title(one, one.award.name) if often[said] > 1 else said for one, said in zip(columns, made, strict=True)]


def names(columns: Sequence[RegistrationColumn]) -> list[tuple[str, ...]]:
    """Every name that a heading in Excel may have for a column."""
    return [
        tuple(_title(one, name) for name in (one.award.abbreviation, one.award.usual, one.award.name) if name)
        for one in columns
    ]


def _title(column: RegistrationColumn, name: str) -> str:
    return f"{name} ({labels.of(column.kind).lower()})" if len(column.award.recipients) > 1 else name


def columns_of(shown: Sequence[RegistrationColumn]) -> tuple[Column[RegistrationRow], ...]:
    """The columns of a table."""
    counted = (_counted(column, title) for column, title in zip(shown, titles(shown, short=True), strict=True))
    return (
        Column[RegistrationRow](
            "unit",
            "Đơn vị",
            lambda row: row.unit,
            240,
            wrap=True,
            frozen=True,
            stretch=True,
            sort_key=lambda row: row.place,
            tone=_tone,
        ),
        *counted,
        Column[RegistrationRow](
            "total",
            "Cộng",
            lambda row: _shown(row.total),
            80,
            align=RIGHT,
            sort_key=lambda row: (row.unit_id != TOTAL, row.total),
            tone=lambda _row: Tone.INFO,
        ),
    )


def _counted(column: RegistrationColumn, title: str) -> Column[RegistrationRow]:
    place = place_of(column)

    def edit(row: RegistrationRow, text: str) -> RegistrationRow:
        if row.unit_id == TOTAL:
            return row
        wanted = entry.whole(text.replace(".", "") or "0", low=0, high=MOST) or 0
        return replace(row, counts={**row.counts, place: wanted})

    def tip(row: RegistrationRow) -> str:
        by_name = row.named.get(place, 0)
        return f"{column.award.name}: trong đó {by_name} đăng ký đích danh" if by_name else column.award.name

    return Column[RegistrationRow](
        f"{column.award.id}/{column.kind.value}",
        title,
        lambda row: _shown(row.counts.get(place, 0)),
        max(_NARROWEST, _LETTER * len(title) + _MARGINS),
        align=RIGHT,
        edit=edit,
        edit_text=lambda row: str(row.counts.get(place, 0) or ""),
        sort_key=lambda row: -math.inf if row.unit_id == TOTAL else row.counts.get(place, 0),
        tone=_tone,
        mark=lambda row: Tone.INFO if row.named.get(place) else None,
        tooltip=tip,
    )


def _shown(count: int) -> str:
    return formats.whole(count) if count else ""


def _tone(row: RegistrationRow) -> Tone | None:
    return Tone.INFO if row.unit_id == TOTAL else None


def changed_cells(before: RegistrationRow, after: RegistrationRow) -> dict[Cell, int]:
    """The cells that have another count now."""
    return {
        Cell(after.unit_id, award_id, kind): count
        for (award_id, kind), count in after.counts.items()
        if before.counts.get((award_id, kind), 0) != count
    }
