"""The cells that stand over a column of a table, one above the other, and what they say together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.headings.headings import field_of, field_under
from thidua_desktop.importing.lists.meanings.awards import award_phrase, speaks_of_award
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.vocabulary import only_kind

_F = ListField
SEXES = ("ong", "ba", "nam", "nu")
_YEAR = re.compile(r"20\d\d")
_PROPOSED = re.compile(r"\b(?:de nghi|dang ky|xet|nam nay)\b")
_IS_COUNT = re.compile(r"(?:tong )?(?:so|sl|ty le|tong)\b|.*%|.*\((?:so|sl|ty le|nguoi|luot)\b")
"""Begins "Số LĐTT", "Tỷ lệ CSTĐCS": how many, not who."""


def parted(rows: Sequence[Line]) -> set[int]:
    """Columns that only lie under a merged cell which the rows below it divide among others."""
    found: set[int] = set()
    for order, line in enumerate(rows[:-1]):
        below = {column for later in rows[order + 1 :] for column in later.cells}
        for at, width in line.widths.items():
            area = set(range(at, at + width))
            if width > 1 and area & below:
                found |= area - below
    return found


def stack_over(rows: Sequence[Line], column: int) -> tuple[str, ...]:
    """The heading cells that stand over a column, top first; a merged or empty one counts for the columns beside it."""
    found: list[str] = []
    for order, line in enumerate(rows):
        text = line.cells.get(column)
        if text is None and order < len(rows) - 1:
            left = max((at for at in line.cells if at < column), default=None)
            merged = left is not None and left + line.widths[left] > column
            # Without merged cells (.xls, .ods, text) an empty cell above a sub-heading belongs to its neighbour.
            if left is not None and (merged or (column in rows[-1].cells and left in rows[-1].cells)):
                text = line.cells[left]
        if text:
            found.append(text)
    return tuple(dict.fromkeys(found))


def field_of_stack(stack: tuple[str, ...]) -> ListField | None:
    *parents, last = stack
    if fold(last) in SEXES and any(field_of(parent) is _F.NAME for parent in parents):
        return _F.NAME  # "Ông" and "Bà" below "Họ và tên"
    found = field_under(tuple(parents), last)
    if (
        found in (_F.CITATION, _F.AWARD)
        and _YEAR.fullmatch(last)
        and not any(map(_PROPOSED.search, map(fold, parents)))
    ):
        return _F.OTHER  # "Thành tích 3 năm" over 2023, 2024, 2025
    if found in (None, _F.AWARD) and speaks_of_award(last) and _IS_COUNT.match(fold(last)):
        return _F.OTHER
    under_kind = found is _F.NAME and bool(parents) and any(only_kind(parent) for parent in parents)
    if (found in (None, _F.AWARD) or under_kind) and speaks_of_award(last) and field_of(last) is None:
        return _F.AWARD_MARK  # "LĐTT", also below "Cá nhân"
    if found in (None, _F.AWARD) and field_of(last) is None and any(award_phrase(parent) for parent in parents):
        return _F.AWARD_MARK  # "Hạng Nhất" below "Huân chương Lao động"
    return found
