"""Rows and columns of a form's file, and the conditions of what they count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from thidua_desktop.domain.forms.model import FormColumn, FormRow, Formula, Part, Repeat, Source
from thidua_desktop.domain.statistics.questions import NOT_APPLICABLE, UNKNOWN, Condition, Dimension, Subject
from thidua_desktop.importing.rulebooks.tables import Table

_COLUMN_WIDTH = 9.0
_WIDEST = 200
"""No page has room for a column of more characters."""


@dataclass(frozen=True, slots=True)
class Words:
    """The values that conditions may name; a dimension that is not here takes any (numbers of units, years)."""

    values: Mapping[Dimension, frozenset[str]] = field(default_factory=dict)

    def knows(self, dimension: Dimension, value: str) -> bool:
        """Whether a dimension can have a value."""
        return value in (UNKNOWN, NOT_APPLICABLE) or value in self.values.get(dimension, (value,))


def conditions_of(table: Table, words: Words) -> tuple[Condition, ...]:
    """``when`` (has one of the values) and ``unless`` (has none of them) of a table."""
    return (*_conditions(table, "when", words, negated=False), *_conditions(table, "unless", words, negated=True))


def _conditions(table: Table, key: str, words: Words, *, negated: bool) -> tuple[Condition, ...]:
    inside = table.table(key)
    if inside is None:
        return ()
    found = []
    for dimension in Dimension:
        values = inside.texts(dimension.value)
        if values is None:
            continue
        for value in values:
            if not words.knows(dimension, value):
                inside.wrong("rulebook.unknown_name", dimension.value, value=value)
        found.append(Condition(dimension, values, negated))
    inside.done()
    return tuple(found)


def row_of(table: Table, words: Words, at: int) -> FormRow:
    """A row; without key and code it has a key of its own by its place, so that headings need none."""
    code = table.text("code") or ""
    row = FormRow(
        key=table.text("key") or code or f"row{at + 1}",
        label=table.text("label") or "",
        code=code,
        unit=table.text("unit") or "",
        bold=table.truth("bold") or False,
        italic=table.truth("italic") or False,
        heading=table.truth("heading") or False,
        **_common(table, words),
    )
    table.done()
    return row


def column_of(table: Table, words: Words) -> FormColumn:
    """A column with its headings."""
    column = FormColumn(
        key=table.words("key"),
        headings=table.texts("head") or (),
        letter=table.text("letter") or "",
        width=width_of(table, _COLUMN_WIDTH),
        parts=tuple(_part(one, words) for one in table.tables("parts")),
        remark=table.truth("remark") or False,
        **_common(table, words),
    )
    if not column.headings:
        table.mistakes.add("rulebook.key_missing", table.place, missing="head")
    table.done()
    return column


def width_of(table: Table, usual: float) -> float:
    """The width of a column in characters."""
    width = table.number("width") or usual
    if width > _WIDEST:
        table.wrong("rulebook.number_range", "width", value=width)
        return usual
    return width


def _part(table: Table, words: Words) -> Part:
    part = Part(table.words("key"), table.words("head"), conditions_of(table, words))
    table.done()
    return part


def _common(table: Table, words: Words) -> dict[str, Any]:
    return {
        "conditions": conditions_of(table, words),
        "subject": table.one_of("subject", Subject),
        "formula": _formula(table),
        "hand": table.truth("hand") or False,
        "zero": table.truth("zero") or False,
        "source": table.one_of("source", Source),
        "repeat": _repeat(table),
    }


def _formula(table: Table) -> Formula | None:
    plus, minus, share = table.texts("sum"), table.texts("less"), table.texts("share")
    counted = table.truth("counted") or False
    if share is not None:
        if len(share) != 2:
            table.wrong("form.share_of_two", "share")
            return None
        return Formula(share=(share[0], share[1]))
    return Formula(plus or (), minus or (), counted=counted) if plus or minus else None


def _repeat(table: Table) -> Repeat | None:
    dimension = table.one_of("each", Dimension)
    none = table.text("none") or ""
    return Repeat(dimension, none) if dimension is not None else None
