"""Cells without a heading (copied out of the middle of a table): what each column holds, by its content."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.lists import ListField
from thidua_desktop.domain.pasting import PastedField, guess
from thidua_desktop.importing.lists.above.groups import label_cell
from thidua_desktop.importing.lists.headings.cell_tests import is_award
from thidua_desktop.importing.lists.headings.headings import field_of
from thidua_desktop.importing.lists.headings.tables import Header
from thidua_desktop.importing.lists.meanings.awards import AwardReader, award_phrase
from thidua_desktop.importing.lists.meanings.lines import Line, Sheet
from thidua_desktop.importing.lists.meanings.people import addressed, is_personal_name
from thidua_desktop.importing.lists.meanings.vocabulary import begins_with_post, is_household, is_unit

_FIELDS = {
    PastedField.NAME: ListField.NAME,
    PastedField.BIRTH: ListField.BIRTH,
    PastedField.ID_NUMBER: ListField.ID_NUMBER,
    PastedField.POSITION: ListField.POSITION,
    PastedField.UNIT: ListField.UNIT,
    PastedField.AWARD: ListField.AWARD,
    PastedField.CITATION: ListField.CITATION,
    PastedField.NOTE: ListField.NOTE,
}
_TOP = 3
"""Rows among which a heading would stand."""
_FULL_NAME = re.compile(r"ho (?:va |& ?)?ten\b")
_ENOUGH = 4
"""Known headings, by which a row is one."""
_WIDEST = 30
_SAMPLE = 400
_FEWEST_MIXED = 2
"""Cells of either sort, by which a column holds both."""
_WHERE = (ListField.POSITION, ListField.UNIT, ListField.DEPARTMENT)


def bare_header(sheet: Sheet, awards: AwardReader) -> Header | None:
    """A heading made from the content of the rows; None where the rows do not begin with names."""
    rows = [line for line in sheet.lines if line.is_row and len(line.cells) > 1][:_SAMPLE]
    if not rows or len(rows) * 2 < len(sheet.lines):
        return None
    width = min(max(max(line.cells) for line in rows) + 1, _WIDEST)
    cells = [[line.cells.get(at, "") for at in range(width)] for line in rows]
    if any(map(_is_heading, cells[:_TOP])):
        return None  # a heading that could not be understood is nobody's row
    ordinal = _ordinal(rows)
    genders = {at for at in range(width) if _are_genders([row[at] for row in cells])}
    awarded = {at for at in range(width) if at != ordinal and _are_awards([row[at] for row in cells], awards)}
    hidden = genders | awarded | {ordinal}
    body = [["" if at in hidden else cell for at, cell in enumerate(row)] for row in cells]
    fields = {at: _FIELDS[found] for at, found in enumerate(guess(body, awards.catalogue).fields) if found in _FIELDS}
    fields |= dict.fromkeys(sorted(genders)[:1], ListField.GENDER)
    fields |= dict.fromkeys(sorted(awarded)[:1], ListField.AWARD)
    names = [at for at, found in fields.items() if found is ListField.NAME]
    if ordinal is not None:
        fields[ordinal] = ListField.ORDINAL
    if not names or not _are_names([row[names[0]] for row in cells]):
        return None
    for at, found in list(fields.items()):
        texts = [row[at] for row in cells]
        if found is ListField.POSITION and _mostly(is_unit, texts):
            fields[at] = ListField.UNIT if ListField.UNIT not in fields.values() else ListField.DEPARTMENT
        elif found is ListField.UNIT and not _mostly(is_unit, texts) and _mostly(begins_with_post, texts):
            fields[at] = ListField.POSITION
        if fields[at] in _WHERE and not set(_WHERE) & {fields[other] for other in fields if other != at}:
            fields[at] = ListField.POSITION_AND_UNIT if _are_mixed(texts) else fields[at]
    return Header(fields, dict.fromkeys(fields, ""), 0)


def _ordinal(rows: Sequence[Line]) -> int | None:
    first = [line.cells.get(0, "") for line in rows]
    counted = sum(text.strip("().").isdigit() or label_cell(text) is not None for text in first if text)
    return 0 if counted * 2 > len(rows) else None


def _is_heading(row: Sequence[str]) -> bool:
    known = [found for text in row if (found := field_of(text)) is not None]
    named = any(_FULL_NAME.match(fold(text)) for text in row)
    if ListField.ORDINAL in known and len(row) > 1:
        return True
    return named or (ListField.NAME in known and len(known) >= _ENOUGH)


def _are_genders(texts: Sequence[str]) -> bool:
    filled = [fold(text) for text in texts if text]
    return bool(filled) and all(text in ("nam", "nu") for text in filled)


def _are_awards(texts: Sequence[str], awards: AwardReader) -> bool:
    """Whether a column holds awards and nothing else, by the words of offices or by those of the catalogue."""
    return _mostly(lambda text: is_award(text, awards) or fold(award_phrase(text) or "") == fold(text), texts)


def _are_mixed(texts: Sequence[str]) -> bool:
    """Whether a column says the post of some and the unit or place of others, as where persons and groups mix."""
    posts = sum(map(begins_with_post, texts))
    units = sum(is_unit(text) and not begins_with_post(text) for text in texts)
    return min(posts, units) >= _FEWEST_MIXED


def _are_names(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    named = sum(addressed(text) or is_personal_name(text) or is_unit(text) or is_household(text) for text in filled)
    return named * 2 > len(filled)


def _mostly(test: Callable[[str], bool], texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and sum(map(test, filled)) * 2 > len(filled)
