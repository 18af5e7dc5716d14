"""Two lists side by side in one worksheet, each with its own heading: read one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.domain.lists import Account, Agreed, LineRole
from thidua_desktop.importing.lists.agreed import heading_at
from thidua_desktop.importing.lists.headings import heads_ordinals
from thidua_desktop.importing.lists.lines import Line, Sheet, part_of


def halves(sheet: Sheet, agreed: Agreed) -> tuple[Sheet, Sheet | None]:
    """The sheet, or its left and its right half where a second list stands beside the first.

    Both begin with a column of ordinals and name somebody. Halves of one list under the same heading stay together:
    the walk reads them as one.
    """
    for at, line in enumerate(sheet.lines):
        second = _second_ordinal(line)
        if second is None:
            continue
        whole = heading_at(sheet.lines, at, agreed)
        if whole is None or whole.twin is not None:
            continue
        body = [each for each in sheet.lines[at:] if each.is_row]
        left = (
            *sheet.lines[:at],
            *(part_of(each, 0, second) if each.is_row else each for each in sheet.lines[at:]),
        )
        right = tuple(half for each in body if (half := part_of(each, second, None, shift=second)).cells)
        if heading_at(left, at, agreed) and heading_at(right, 0, agreed):
            return replace(sheet, lines=left), replace(sheet, lines=right)
    return sheet, None


def joined(left: Sequence[Account], right: Sequence[Account]) -> list[Account]:
    """One role for each line: that of its left half, or of the right one where nothing stands on the left."""
    roles = {each.source: each for each in right}
    return [roles.get(each.source, each) if each.role is LineRole.BLANK else each for each in left]


def _second_ordinal(line: Line) -> int | None:
    if not line.is_row:
        return None
    found = [at for at in sorted(line.cells) if heads_ordinals(line.cells[at])]
    return found[1] if len(found) == 2 else None
