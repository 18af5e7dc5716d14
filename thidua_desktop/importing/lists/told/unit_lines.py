"""Lines of a list without a table: a unit over its persons, and a person with the award behind the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.importing.lists.above.groups import Groups, Label, labelled, without_label
from thidua_desktop.importing.lists.meanings.awards import speaks_of_award
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.people import addressed, first_part, is_personal_name, without_address
from thidua_desktop.importing.lists.meanings.several import begins_person
from thidua_desktop.importing.lists.meanings.vocabulary import begins_with_post, is_unit

_HEADS = ("roman", "capital", "below")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SIGNS = re.compile(r"\s*[:;,]\s*|\s+[-–—]\s+")
_FIRST = ("1", "01", "a", "-", "+", "*", "•", "–")
"""Labels of the first person below a unit."""


def heads_persons(label: Label, below: Sequence[Line], groups: Groups) -> bool:
    """Whether a line names the unit of the persons below it: "II. Trạm Y tế xã Mẫu" over "1. Bà Bùi Thị Cúc".

    Below a heading of collectives the line is one of them, and so it is where the next line counts on with it.
    """
    words = without_label(label.rest.strip(" :;."))
    if groups.kind is RecipientKind.COLLECTIVE or not is_unit(words) or not words[:1].isupper() or addressed(words):
        return False
    following = next((labelled(line.text) for line in below if line.text), None)
    if following is None or not _names_person(following.rest):
        return False
    if not label.style and not following.style:
        return names_with_award(following.rest)  # "Tổ 1" over "Vi Thị Hà - LĐTT"
    inside = following.style not in ("", label.style)
    return inside and (label.style in _HEADS or following.typed.strip("(). /:") in _FIRST)


def names_with_award(text: str) -> bool:
    """Whether a line names a person and ends with the award: "Lê Na (Tổ Toán): LĐTT"."""
    parts = [part for part in _SIGNS.split(_BRACKETS.sub(", ", text).strip(" .;")) if part] or [""]
    name = without_address(parts[0])
    named = is_personal_name(name) and all(word[:1].isupper() for word in name.split()) and not begins_with_post(name)
    return len(parts) > 1 and named and speaks_of_award(parts[-1])


def _names_person(words: str) -> bool:
    first = first_part(words)
    return begins_person(words) or (is_personal_name(first) and not is_unit(first) and not speaks_of_award(first))
