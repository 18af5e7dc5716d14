"""Rows that only end the row above, which a page break has cut."""

from __future__ import annotations

from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.headings.habits import Habits
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.people import addressed, is_personal_name


def ends_row_above(line: Line, table: Habits, *, numbered: bool) -> bool:
    """Whether a row below one of somebody only goes on with it; ``numbered`` as the table counts."""
    if numbered or table.ordinal(line):
        return False
    if any(at in line.below for at in table.header.columns(ListField.ORDINAL)):
        # the ordinal of the row above is merged over this one too
        return not any(is_personal_name(text) or addressed(text) for text in line.cells.values())
    if not table.ordinals:
        return False
    if any(words[:1].islower() for words in line.cells.values()) and len(line.cells) <= 2:
        return True
    names = [line.cells[at] for at in table.names() if at in line.cells]
    return not names or (len(line.cells) == 1 and not is_personal_name(names[0]) and not addressed(names[0]))
