"""Headings as the clerk has agreed to understand them, and those that only lists of people or of former awards have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.lists import Agreed, ListColumn, ListField
from thidua_desktop.importing.lists.headings.bare import bare_header
from thidua_desktop.importing.lists.headings.headings import field_of
from thidua_desktop.importing.lists.headings.tables import Header, header_at
from thidua_desktop.importing.lists.headings.targets import fields_for
from thidua_desktop.importing.lists.meanings.awards import AwardReader
from thidua_desktop.importing.lists.meanings.lines import Line, Sheet

_F = ListField
_NAMES = (_F.NAME, _F.GIVEN_NAME)
_MOST_COLUMNS = 60


def heading_at(lines: Sequence[Line], at: int, agreed: Agreed) -> Header | None:
    """The heading that begins at a line, its columns as agreed; None where none begins."""
    source = lines[at].block.source
    if (source.sheet, source.row or 0) in agreed.headings:
        found = header_at(lines, at) or _forced(lines[at])
    else:
        found = header_at(lines, at)
    return _as_agreed(found, agreed) if found is not None else None


def bare_heading(sheet: Sheet, awards: AwardReader, agreed: Agreed) -> Header | None:
    """A heading for cells without one, made from their content; columns that say nothing by themselves are others."""
    found = bare_header(sheet, awards)
    if found is None:
        return None
    widest = max(max(line.cells, default=0) for line in sheet.lines if line.is_row)
    every = {at: found.fields.get(at, _F.OTHER) for at in range(min(widest + 1, _MOST_COLUMNS))}
    return _as_agreed(replace(found, fields=every, headings=dict.fromkeys(every, "")), agreed)


def columns_of(header: Header, sheet: str | None) -> list[ListColumn]:
    """The columns of a table, left to right."""
    table, guessed = signature(header), header.guessed
    return [
        ListColumn(header.fields[at], header.headings[at], sheet, at, table, order, guessed=at in guessed)
        for order, at in enumerate(sorted(header.fields.keys() - header.unheaded))
    ]


def signature(header: Header) -> str:
    """What tells a layout from others: the words of its headings in their order; their number where there are none."""
    words = [fold(header.headings[column]) for column in sorted(header.fields.keys() - header.unheaded)]
    return " | ".join(words) if any(words) else f"{len(words)}"


def _as_agreed(header: Header, agreed: Agreed) -> Header:
    chosen = agreed.layouts.get(signature(header))
    if chosen is None or len(chosen) != len(header.fields):
        fields: Mapping[int, ListField] = fields_for(agreed.target, header.fields, header.headings)
    else:
        fields = dict(zip(sorted(header.fields), chosen, strict=True))
    if not any(found in _NAMES for found in fields.values()):
        return header  # without a name there is no row
    return header if fields == header.fields else replace(header, fields=fields)


def _forced(line: Line) -> Header | None:
    """A row that the clerk calls a heading: the first column that could be one holds the names."""
    if len(line.cells) < 2:
        return None
    fields = {column: field_of(text) or _F.OTHER for column, text in line.cells.items()}
    if not any(found in _NAMES for found in fields.values()):
        free = [column for column, found in sorted(fields.items()) if found is _F.OTHER]
        fields[free[0] if free else min(fields)] = _F.NAME
    return Header(fields, dict(line.cells), 1, words=frozenset(fold(text) for text in line.cells.values()))
