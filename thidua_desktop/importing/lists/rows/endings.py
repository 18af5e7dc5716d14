"""What stands below the last numbered row of a table: sums, place and day, signatures, the names of signers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.above.groups import labelled, names_group
from thidua_desktop.importing.lists.headings.cell_tests import is_cross
from thidua_desktop.importing.lists.headings.habits import Habits
from thidua_desktop.importing.lists.meanings.awards import speaks_of_award
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.people import addressed, is_personal_name
from thidua_desktop.importing.lists.meanings.vocabulary import (
    begins_with_post,
    is_footer,
    is_household,
    is_total,
    is_unit,
)
from thidua_desktop.importing.lists.rows.signatures import are_signers

_F = ListField
_FULL = 3
"""Cells by which a row without a number is still one."""
_BORN = (_F.BIRTH, _F.BIRTH_YEAR, _F.MALE, _F.FEMALE, _F.ID_NUMBER)
_YEAR_DIGITS = 4
CALLED_POST = re.compile(r"^[-–+]?\s*(?:chức (?:vụ|danh)\s*:\s*)?(?=[^\W\d_])", re.IGNORECASE)
"""What stands before a post in a line of its own."""


def looks_like_row(line: Line, habits: Habits) -> bool:
    """Whether the cells of a line without a number are those of a row, whatever its name sounds like.

    Somebody's birth or identity number, an award, or a post or unit beside the name tell it; what stands below the
    rows (sums, signatures) has none of them in its column. "Trần Trọng Kiên" is no "Trân trọng".
    """
    names = [line.cells[at] for at in habits.names() if at in line.cells]
    born = any(sum(map(str.isdigit, text)) >= _YEAR_DIGITS for text in _texts(line, habits, *_BORN))
    if born and names and not is_total(names[-1]) and len(line.cells) >= _FULL:
        return True
    if not any(map(_is_name, names)):
        return False
    as_name = all(word[:1].isupper() for word in names[-1].split()) and not names[-1].isupper()
    if is_total(names[-1]) or (is_footer(names[-1]) and not as_name):
        return False
    if any(map(speaks_of_award, _texts(line, habits, _F.AWARD))):
        return True
    if any(is_cross(text) and text.isalpha() for text in _texts(line, habits, _F.AWARD_MARK)):
        return True
    posts, units = _texts(line, habits, _F.POSITION), _texts(line, habits, _F.UNIT, _F.DEPARTMENT)
    return len(line.cells) >= _FULL and (any(map(begins_with_post, posts)) or any(map(is_unit, units)))


def _texts(line: Line, habits: Habits, *wanted: ListField) -> list[str]:
    return [line.cells[at] for known in wanted for at in habits.header.columns(known) if at in line.cells]


def is_ending(line: Line, lines: Sequence[Line], at: int, habits: Habits) -> bool:
    """Whether a line of a numbered table is no row of it, because all numbered rows stand above.

    A row that goes on directly below the last one is not meant, nor one that somebody has added without a number.
    """
    if not habits.ordinals or at <= habits.last_numbered:
        return False
    if are_signers(lines, at):
        return True
    if _is_added(line, habits) or may_open(line):
        return False
    return _stands_apart(line, lines[at - 1]) or line.text.isupper()


def may_open(line: Line) -> bool:
    """Whether a line below signatures can begin a further part of the list: it has a label, or names kind or award."""
    label = labelled(line.text)
    return names_group(label.rest) or (bool(label.style) and label.style != "dash")


def is_post_below(line: Line, habits: Habits) -> bool:
    """Whether a row only has a post, below the name of the row above."""
    texts = [line.cells[at] for at in habits.names() if at in line.cells]
    if len(texts) != 1 or habits.ordinal(line) or names_group(texts[0]):
        return False
    if len(line.cells) > 1 and (not habits.header.has(_F.ORDINAL) or _is_name(texts[0])):
        return False
    return begins_with_post(CALLED_POST.sub("", texts[0], count=1))


def _is_added(line: Line, habits: Habits) -> bool:
    names = [line.cells[at] for at in habits.names() if at in line.cells]
    named = any(_is_name(name) and not name.isupper() for name in names)
    return named and len(line.cells) >= _FULL


def _is_name(text: str) -> bool:
    return is_personal_name(text) or is_unit(text) or addressed(text) or is_household(text)


def _stands_apart(line: Line, above: Line) -> bool:
    place, before = line.block.source, above.block.source
    if not above.is_row or place.table != before.table:
        return True
    number, former = place.row or place.line, before.row or before.line
    return number is not None and former is not None and number > former + 1
