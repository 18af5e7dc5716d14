"""Titles inside a sheet: "2. DANH SÁCH CÁN BỘ, GIÁO VIÊN ĐẠT …" begins another list and is nobody by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.importing.lists.above.groups import Group, Groups, label_cell, labelled
from thidua_desktop.importing.lists.meanings.awards import speaks_of_award
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.vocabulary import kinds_in

_TITLE = re.compile(
    r"(?:\(?(?:phu luc|bieu|bang|phan|muc)(?: so)? [\divx]{1,4}\)? ?[.:)–-] ?)?"
    r"(?:tong hop |trich ngang )?(?:danh sach|(?:bang|bieu) tong hop)(?: (?:so )?[\divx]{1,4} ?[.:)–-])? (?!"
    r"(?:nay|tren|gom|co|kem|duoc|da|duoi|goc|dinh kem)\b)\S"
)
_ASKS = re.compile(r"\b(?:khen|de nghi|dat|tang|xet|suy ton|tieu bieu|bieu duong|tuyen duong|cong nhan|trao|thuong)\b")
_BRACKETED = re.compile(r"\((\w{1,3})\)\s*")
_FEWEST = 4
"""Words; "Danh Sách" may be a name."""
_LONGEST = 300
_FIRST_LABELS = ("1", "01", "I", "A", "a")


def title_words(line: Line) -> str | None:
    """The words of a line that is the title of another list, without its number; None for other lines."""
    if not 1 <= len(line.cells) <= 2:
        return None
    first, *behind = (line.cells[at] for at in sorted(line.cells))
    if behind and label_cell(_bare(first)) is None:
        return None
    words = behind[0] if behind else labelled(_bare(first)).rest
    return words if is_title(words) else None


def is_title(words: str) -> bool:
    """Whether words are those of a title that asks for recipients: "Danh sách cán bộ, công chức đạt …"."""
    bare = fold(words)
    if len(words) > _LONGEST or len(bare.split()) < _FEWEST or _TITLE.match(bare) is None:
        return False
    return _ASKS.search(bare) is not None or speaks_of_award(words) or bool(kinds_in(words))


def end_former(groups: Groups, group: Group, title: str) -> None:
    """Leave the headings that belong to the list before: all, unless this one counts on inside one of them.

    The ``title`` of the sheet written once more, as at the top of a page, leaves nothing.
    """
    if fold(labelled(group.text).rest) in fold(title):
        return
    inside = any(former.style == group.style and group.style for former in groups.stack)
    label = labelled(group.text).typed.strip("(). :/-–")
    if not inside and not (group.style and label in _FIRST_LABELS):
        groups.stack.clear()


def says_award(group: Group, lines: Sequence[Line], at: int) -> bool:
    """Whether a title or the line below it, with which it goes on, names an award."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    return group.award is not None or (below is not None and len(below.cells) == 1 and speaks_of_award(below.text))


def _bare(text: str) -> str:
    """ "(2) DANH SÁCH …" as "2. DANH SÁCH …"."""
    return _BRACKETED.sub(r"\1. ", text, count=1) if text.startswith("(") else text
