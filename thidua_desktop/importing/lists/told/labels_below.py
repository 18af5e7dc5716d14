"""Labelled lines below somebody of a numbered list: "Sinh năm: 1980", "- Đơn vị: Hội Mẫu", "Đề nghị: Giấy khen"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.above.groups import Label, labelled
from thidua_desktop.importing.lists.headings.form_labels import pairs_in
from thidua_desktop.importing.lists.meanings.lines import Line

_F = ListField
_OF_SOMEBODY = frozenset(
    (_F.BIRTH, _F.GENDER, _F.ID_NUMBER, _F.POSITION, _F.POSITION_AND_UNIT, _F.ADDRESS, _F.CITATION, _F.RANK)
)
"""Said of one recipient only."""
_OF_GROUPS = frozenset((_F.UNIT, _F.DEPARTMENT, _F.AWARD))
"""Said of one recipient, or of all below."""
_NUMBER = re.compile(r"\d{1,3}")


def labels_below(label: Label, ordinal: str, before: bool, below: Sequence[Line]) -> dict[ListField, str]:
    """What a line says of the recipient above it by field; empty where it says nothing of the sort.

    Args:
        label: the line.
        ordinal: the number of the recipient above, as typed.
        before: whether the line above has said something of the same recipient.
        below: the next lines; where a unit or an award stands alone, they tell whether it heads the next ones.
    """
    if label.style not in ("", "dash"):
        return {}
    pairs = dict(pairs_in(label.rest))
    if not pairs or not pairs.keys() <= _OF_SOMEBODY | _OF_GROUPS or not all(pairs.values()):
        return {}
    alone = pairs.keys() <= _OF_GROUPS and not before
    return {} if alone and not _counts_on(ordinal, below) else pairs


def _counts_on(ordinal: str, below: Sequence[Line]) -> bool:
    """Whether the next line goes on about the same recipient, or is the one that follows by its number."""
    for line in below[:1]:
        following = labelled(line.text)
        if following.style == "arabic":
            numbers = [int(seen[0]) for text in (ordinal, following.typed) if (seen := _NUMBER.search(text))]
            return len(numbers) == 2 and numbers[1] == numbers[0] + 1
        pairs = dict(pairs_in(following.rest))
        return bool(pairs) and pairs.keys() <= _OF_SOMEBODY
    return bool(ordinal)
