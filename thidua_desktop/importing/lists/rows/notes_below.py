"""Lines below a person that tell of him: what he has got before or done, never the award of the next rows."""

from __future__ import annotations

import re

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.above.groups import label_cell, labelled
from thidua_desktop.importing.lists.headings.habits import Habits, number_of
from thidua_desktop.importing.lists.meanings.awards import speaks_of_award
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.past import ASKED, MARKS, YEAR, speaks_of_past
from thidua_desktop.importing.lists.meanings.vocabulary import is_footer, is_total
from thidua_desktop.importing.lists.rows.grouping import Spot

_F = ListField
_TOLD = re.compile(
    r"(?:(?:tom tat )?thanh tich(?! de nghi)|(?:co )?sang kien|de tai|giai phap|skkn|ly do|qua trinh|cong trinh|"
    r"danh hieu (?:da|cac nam|nam truoc|truoc)|(?:cac )?(?:hinh thuc )?khen thuong (?:da|cac nam|nam truoc|truoc)|"
    r"lich su khen thuong|minh chung|dien giai|viec lam tot)\b[^:]{0,60}:\s*\S"
)
"""A heading of its own sort before what is told."""
_REASON = re.compile(r"(?:tóm tắt )?(?:thành tích|lý do|việc làm tốt)\b[^:]{0,60}:\s*(?P<why>\S.*)", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]*\)")
_HEADS = ("roman", "capital", "below", "deep", "small")
"""Labels that no note has."""
_FEW_CELLS = 2


def is_note(line: Line, spot: Spot) -> bool:
    """Whether a line without a number only tells of the person above it.

    "Năm 2023: Chiến sĩ thi đua cơ sở" may be a heading too: it is none where the rows below count on, and nothing
    about the line (bold, merged, capitals, a label) makes it one.
    """
    if not 1 <= len(line.cells) <= _FEW_CELLS:
        return False
    first, *behind = (line.cells[at] for at in sorted(line.cells))
    label = label_cell(first) if behind else labelled(first)
    if label is None or label.style in _HEADS or (behind and label.style == "arabic"):
        return False
    text = behind[0] if behind else first
    if tells_of_somebody(text):
        return True
    plain = not line.block.bold and not text.isupper() and max(line.widths.values()) == 1
    return plain and is_dated_award(text) and not spot.below_group and _counts_on(spot)


def tells_of_somebody(text: str) -> bool:
    """Whether a text tells of somebody's past or merits, wherever it stands."""
    return speaks_of_past(text) or _TOLD.match(fold(MARKS.sub("", text))) is not None


def is_dated_award(text: str) -> bool:
    """Whether a text names an award and a year, and asks for nothing: "Năm 2023: Chiến sĩ thi đua cơ sở"."""
    words = fold(text)
    if YEAR.search(words) is None or ASKED.search(words) or is_total(text) or is_footer(text):
        return False
    return speaks_of_award(text)


def is_remark(line: Line, habits: Habits) -> bool:
    """Whether a row only has brackets below the name of the row above, with a post or another remark."""
    names = [line.cells[at] for at in habits.names() if at in line.cells]
    if len(names) != 1 or habits.ordinal(line):
        return False
    return _REMARK.fullmatch(names[0]) is not None and (len(line.cells) == 1 or habits.header.has(_F.ORDINAL))


def told(text: str) -> tuple[str | None, str]:
    """What a note tells: the reason of the award (None where it gives none), and its words without bullet."""
    inner = MARKS.sub("", text)
    words = squeeze(inner if inner.count("(") == inner.count(")") else f"{inner})").rstrip(" ;")
    reason = _REASON.fullmatch(words)
    return (reason["why"] if reason is not None else None), words


def _counts_on(spot: Spot) -> bool:
    """Whether the next row has the number behind that of the row above, or none follows."""
    after = spot.next_named
    if after is None or not spot.habits.ordinals:
        return after is None
    return number_of(spot.habits.ordinal(after)) == f"{spot.habits.count + 1}"
