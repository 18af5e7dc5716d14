"""Sheets that carry the table of the sheet before them on without a heading of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.lists import Agreed, ListField
from thidua_desktop.importing.lists.headings.agreed import heading_at
from thidua_desktop.importing.lists.headings.habits import is_ordinal
from thidua_desktop.importing.lists.headings.tables import Header
from thidua_desktop.importing.lists.meanings.awards import speaks_of_award
from thidua_desktop.importing.lists.meanings.lines import Line, Sheet
from thidua_desktop.importing.lists.meanings.people import addressed, is_personal_name
from thidua_desktop.importing.lists.meanings.vocabulary import begins_with_post, is_household, is_unit

_F = ListField
_SAMPLE = 60
_MOSTLY = 0.6
_FEWEST = 2
"""Columns besides the names whose cells are of the kind that their heading says."""


def _has_digits(text: str) -> bool:
    return any(map(str.isdecimal, text))


_SURE: Mapping[ListField, Callable[[str], bool]] = {
    _F.ORDINAL: is_ordinal,
    _F.BIRTH: _has_digits,
    _F.BIRTH_YEAR: _has_digits,
    _F.ID_NUMBER: _has_digits,
}
"""Cells that can be told without doubt: where they do not fit, the columns are others."""
_LIKELY: Mapping[ListField, Callable[[str], bool]] = {
    _F.AWARD: speaks_of_award,
    _F.POSITION: begins_with_post,
    _F.UNIT: is_unit,
    _F.DEPARTMENT: is_unit,
    _F.GENDER: lambda text: fold(text) in ("nam", "nu"),
    _F.POSITION_AND_UNIT: begins_with_post,
}


def sheets_going_on(parts: Sequence[Sheet], with_table: Sequence[Sheet], agreed: Agreed) -> tuple[Sheet, ...]:
    """The sheets without a heading whose columns have the shapes of the table right before them."""
    found: list[Sheet] = []
    header: Header | None = None
    for sheet, after in zip(parts, (*parts[1:], None), strict=True):
        if sheet in with_table:
            header = _last_heading(sheet, agreed) if after is not None and after not in with_table else None
        elif header is not None and _goes_on(sheet, header):
            found.append(sheet)
        else:
            header = None
    return tuple(found)


def _last_heading(sheet: Sheet, agreed: Agreed) -> Header | None:
    lines = sheet.lines
    places = (at for at in range(len(lines) - 1, -1, -1) if lines[at].is_row)
    return next((found for at in places if (found := heading_at(lines, at, agreed)) is not None), None)


def _goes_on(sheet: Sheet, header: Header) -> bool:
    rows = [line for line in sheet.lines if line.is_row and len(line.cells) > 1][:_SAMPLE]
    names = header.columns(_F.NAME)
    if not rows or not names or header.twin is not None:
        return False
    named = [line for line in rows if any(at in line.cells for at in names)]
    if len(named) < _MOSTLY * len(rows) or not _mostly(_is_name, [_name(line, names) for line in named]):
        return False
    if max(max(line.cells) for line in named) > max(header.fields):
        return False
    if not all(_fits(named, at, _SURE[found]) for at, found in header.fields.items() if found in _SURE):
        return False
    tests = {**_SURE, **_LIKELY}
    filled = {at for at in header.fields if any(at in line.cells for line in named)}
    told = [at for at in filled if header.fields[at] in tests and _fits(named, at, tests[header.fields[at]])]
    return len(told) >= _FEWEST


def _name(line: Line, names: Sequence[int]) -> str:
    return next(line.cells[at] for at in names if at in line.cells)


def _is_name(text: str) -> bool:
    return is_personal_name(text) or addressed(text) or is_unit(text) or is_household(text)


def _fits(rows: Sequence[Line], column: int, test: Callable[[str], bool]) -> bool:
    texts = [line.cells[column] for line in rows if column in line.cells]
    return not texts or _mostly(test, texts)


def _mostly(test: Callable[[str], bool], texts: Sequence[str]) -> bool:
    return sum(map(test, texts)) >= _MOSTLY * len(texts)
