"""Headings between tables that count on: "1. Trường A" [table] "2. Trường B" [table]."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.domain.lists import Agreed
from thidua_desktop.importing.lists.above.groups import Group, Groups, labelled, without_label
from thidua_desktop.importing.lists.headings.agreed import heading_at
from thidua_desktop.importing.lists.meanings.awards import award_phrase
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.people import addressed, is_full_name
from thidua_desktop.importing.lists.meanings.vocabulary import is_unit
from thidua_desktop.importing.lists.walking.more_titles import is_title

_LOOK_AHEAD = 4
_LONGEST = 160
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_LETTERS = {"small": "abcdđeghiklmnopq", "capital": "ABCDĐEGHIKLMNOPQ"}
_INTERNATIONAL = {"small": "abcdefgh", "capital": "ABCDEFGH"}
_FIRST = ("1", "01", "a", "A", "I")


def counts_on(line: Line, lines: Sequence[Line], at: int, groups: Groups, agreed: Agreed) -> Group | None:
    """The heading before the table above that a paragraph goes on from; None where it is text.

    A table must follow, and the number be the next one: "2. Ghi chú" above the signatures heads nothing.
    """
    label = labelled(line.text)
    former = next((group for group in reversed(groups.stack) if group.style == label.style), None)
    if line.is_row or not label.style or not label.rest or former is None or len(line.text) > _LONGEST:
        return None
    if not _heads_table(lines, at, agreed) or addressed(label.rest) or is_full_name(label.rest):
        return None
    following = label.style == "dash" or _follows(labelled(former.text).typed, label.typed, label.style)
    return former if following and (former.unit is None or _may_be_unit(label.rest)) else None


def opens_inside(line: Line, lines: Sequence[Line], at: int, agreed: Agreed) -> bool:
    """Whether a paragraph right below such a heading begins to count inside it: "II. Khối A" over "1. Trường B"."""
    label = labelled(line.text)
    first = label.typed.strip("(). :/-–") in _FIRST
    return not line.is_row and first and is_unit(without_label(label.rest)) and _heads_table(lines, at, agreed)


def numbered_title(line: Line, lines: Sequence[Line], at: int, agreed: Agreed) -> bool:
    """Whether a line is title and heading of the first list of several: "1. Danh sách đề nghị … LĐTT"."""
    label = labelled(line.text)
    if not label.style or (line.is_row and len(line.cells) > 1) or addressed(label.rest):
        return False
    return is_title(label.rest) and award_phrase(label.rest) is not None and _heads_table(lines, at, agreed)


def _may_be_unit(words: str) -> bool:
    """Units are called by a proper name, whatever their sort; a sentence is none."""
    return is_unit(without_label(words)) or (words[:1].isupper() and "," not in words and not words.endswith("."))


def _heads_table(lines: Sequence[Line], at: int, agreed: Agreed) -> bool:
    ahead = range(at + 1, min(at + 1 + _LOOK_AHEAD, len(lines)))
    row = next((later for later in ahead if lines[later].is_row and any(lines[later].cells.values())), None)
    return row is not None and heading_at(lines, row, agreed) is not None


def _follows(former: str, typed: str, style: str) -> bool:
    """Whether a number is the next one; lists in letters may count with or without "đ"."""
    one, two = (re.sub(r"[^\w.]", "", text).strip(".") for text in (former, typed))
    if style == "roman":
        return one in _ROMAN and _ROMAN.index(one) + 1 < len(_ROMAN) and _ROMAN[_ROMAN.index(one) + 1] == two
    if style in _LETTERS:
        return any(f"{one}{two}" in letters[style] for letters in (_LETTERS, _INTERNATIONAL) if one and two)
    one_parts, two_parts = one.split("."), two.split(".")
    if not all(map(str.isdecimal, (one_parts[-1], two_parts[-1]))):
        return False
    return one_parts[:-1] == two_parts[:-1] and int(one_parts[-1]) + 1 == int(two_parts[-1])
