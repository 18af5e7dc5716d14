"""The small tables of the card as data: a column for each field of a kind of record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from thidua_desktop.ui.common.columns import Column, Editor
from thidua_desktop.ui.directory.record_fields import Field
from thidua_desktop.ui.directory.record_kinds import RecordKind
from thidua_desktop.wording.rules import Names

K = TypeVar("K")


def plain_columns(kind: RecordKind, names: Callable[[], Names], year: int) -> tuple[Column[Any], ...]:
    """The columns over records that are kept as they are: awards and posts."""
    return tuple(_column(field, lambda row: row, lambda _row, record: record, names, year) for field in kind.fields)


def fact_columns(kind: RecordKind, names: Callable[[], Names], year: int) -> tuple[Column[Any], ...]:
    """The columns over facts with the recipient that they are about."""

    def with_fact(row: Any, fact: Any) -> Any:
        return replace(row, fact=fact)

    return tuple(_column(field, lambda row: row.fact, with_fact, names, year) for field in kind.fields)


def _column(
    field: Field,
    record: Callable[[K], Any],
    put: Callable[[K, Any], K],
    names: Callable[[], Names],
    year: int,
) -> Column[K]:
    def edit(row: K, text: str) -> K:
        return put(row, replace(record(row), **{field.key: field.read(text, names(), year)}))

    def text(row: K) -> str:
        return field.write(getattr(record(row), field.key), names())

    def value(row: K) -> Any:
        return getattr(record(row), field.key)

    return Column[K](
        field.key,
        field.title,
        text,
        width=field.width,
        stretch=field.wide,
        wrap=field.wide,
        sort_key=value if field.natural else None,
        edit=edit,
        editor=field.editor,
        choices=lambda: field.choices(names()),
        earlier=field.editor is Editor.TEXT and not field.natural,
        tooltip=text,
        hidden=field.hidden,
    )
