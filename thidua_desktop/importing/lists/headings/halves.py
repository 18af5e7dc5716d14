"""Two lists side by side in one worksheet, each with its own heading: read one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.lists import Account, Agreed, LineRole
from thidua_desktop.importing.lists.headings.agreed import heading_at
from thidua_desktop.importing.lists.headings.headings import ORDINAL_BEGINS, heads_ordinals
from thidua_desktop.importing.lists.meanings.awards import award_phrase
from thidua_desktop.importing.lists.meanings.lines import Line, Sheet, part_of

_heads = lru_cache(maxsize=4096)(heads_ordinals)


def halves(sheet: Sheet, agreed: Agreed) -> tuple[Sheet, Sheet | None]:
    """The sheet, or its left and its right half where a second list stands beside the first.

    Both begin with a column of ordinals and name somebody. Halves of one list under the same heading stay together,
    the walk reads them as one, unless a title of its own stands over each.
    """
    for at, line in enumerate(sheet.lines):
        second = _second_ordinal(line)
        if second is None:
            continue
        whole = heading_at(sheet.lines, at, agreed)
        titled = at > 0 and _are_titled(sheet.lines[at - 1], second)
        if whole is None or (whole.twin is not None and not titled):
            continue
        begin = at - titled
        body = [each for each in sheet.lines[begin:] if each.is_row]
        left = (
            *sheet.lines[:begin],
            *(part_of(each, 0, second) if each.is_row else each for each in sheet.lines[begin:]),
        )
        right = tuple(half for each in body if (half := part_of(each, second, None, shift=second)).cells)
        if heading_at(left, at, agreed) and heading_at(right, at - begin, agreed):
            return replace(sheet, lines=left), replace(sheet, lines=right)
    return sheet, None


def joined(left: Sequence[Account], right: Sequence[Account]) -> list[Account]:
    """One role for each line: that of its left half, or of the right one where nothing stands on the left."""
    roles = {each.source: each for each in right}
    return [roles.get(each.source, each) if each.role is LineRole.BLANK else each for each in left]


def _are_titled(line: Line, second: int) -> bool:
    """Whether a line has one text over each half, and they name two awards: "DANH SÁCH LĐTT | DANH SÁCH CSTĐCS"."""
    if not line.is_row or len(line.cells) != len(("left", "right")):
        return False
    (first, left), (last, right) = sorted(line.cells.items())
    named = award_phrase(left), award_phrase(right)
    return first < second <= last and None not in named and fold(named[0] or "") != fold(named[1] or "")


def _second_ordinal(line: Line) -> int | None:
    if not line.is_row:
        return None
    found = [at for at, text in line.cells.items() if text[0] in ORDINAL_BEGINS and _heads(text)]
    return max(found) if len(found) == 2 else None
