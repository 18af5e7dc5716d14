"""A block out of Excel with the names of units in it: each row finds its unit, whatever the order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.registrations import MOST
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.entry import BlockNotRead, EntryNotRead

_SUMS = frozenset({"tong", "tong so", "tong cong", "cong"})
_NUMBERS = frozenset({"tt", "stt", "so tt"})


class PastedUnitUnknown(AppError):
    """A row of the block names a unit that the office does not have."""

    code = "registration.pasted_unit_unknown"


class PastedColumnUnknown(AppError):
    """A heading of the block is none of the table."""

    code = "registration.pasted_column_unknown"


class PastedColumnsUnsaid(AppError):
    """Nothing says which columns the counts of the block belong to."""

    code = "registration.pasted_columns_unsaid"


@dataclass(frozen=True, slots=True)
class Pasted:
    """Counts by unit and by the number of the column among the awards."""

    counts: Mapping[tuple[UnitId, int], int]


def names_units(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a block says itself which units it is about: words stand in the first column that has no numbers."""
    first = [_without_number(row) for row in rows]
    return bool(first) and len(rows[0]) > 1 and any(row and not _is_count(row[0]) for row in first)


def read(
    rows: Sequence[Sequence[str]],
    names: Sequence[Sequence[str]],
    unit_of: Callable[[str], UnitId | None],
    *,
    start: int | None = None,
) -> Pasted:
    """The counts of a block with units in its first column, sums apart.

    Args:
        rows: as they were copied.
        names: of each column of awards; where the block has a first row of them, it says where its counts go.
        unit_of: finds a unit by its name.
        start: the column that the counts go into from, where there are no headings; None where nothing says it.

    Raises:
        PastedUnitUnknown, PastedColumnUnknown, PastedColumnsUnsaid, BlockNotRead: nothing of the block is taken.
    """
    cut = [_without_number(row) for row in rows]
    head, body = (cut[0], cut[1:]) if not any(_is_count(cell) for cell in cut[0][1:] if squeeze(cell)) else (None, cut)
    if head is None and start is None:
        raise PastedColumnsUnsaid
    places = _places(head, names) if head is not None else list(range(start or 0, len(names)))
    counts: dict[tuple[UnitId, int], int] = {}
    for at, row in enumerate(body, start=1):
        name = squeeze(row[0]) if row else ""
        if not name or fold(name) in _SUMS:
            continue
        unit_id = unit_of(name)
        if unit_id is None:
            raise PastedUnitUnknown(name=name)
        for place, text in zip(places, row[1:], strict=False):
            if place is not None:
                counts[unit_id, place] = _count(text, at, names[place][0])
    return Pasted(counts)


def _places(head: Sequence[str], names: Sequence[Sequence[str]]) -> list[int | None]:
    known = {fold(name): at for at, each in enumerate(names) for name in each}
    found: list[int | None] = []
    for cell in head[1:]:
        name = fold(cell)
        if name in known:
            found.append(known[name])
        elif not name or name in _SUMS:
            found.append(None)
        else:
            raise PastedColumnUnknown(name=squeeze(cell))
    return found


def _count(text: str, at: int, title: str) -> int:
    try:
        return entry.whole(squeeze(text).replace(".", "").strip("-") or "0", low=0, high=MOST) or 0
    except EntryNotRead:
        raise BlockNotRead(line=at, column=title, text=squeeze(text)) from None


def _without_number(row: Sequence[str]) -> Sequence[str]:
    """A row without the ordinal that stands before the unit."""
    ordinal = len(row) > 1 and (fold(row[0]) in _NUMBERS or squeeze(row[0]).rstrip(".").isdecimal())
    return row[1:] if ordinal and not _is_count(row[1]) else row


def _is_count(cell: str) -> bool:
    return squeeze(cell).replace(".", "").isdecimal()
