"""Columns as data: how a field of a dataclass goes into a row and comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from enum import Enum
from typing import Any, Protocol

from thidua_desktop.storage import rows

Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A field: the column that it is kept in, and how a value goes in and comes back."""

    field: str
    name: str
    to_row: Convert
    of_row: Convert | None
    """None where the value comes back as it was kept."""


class Named(Protocol):
    """Makes the column of a field; ``name`` where the column is called otherwise."""

    def __call__(self, field: str, name: str = "") -> Column: ...


def converted(to_row: Convert, of_row: Convert | None = None) -> Named:
    """A way to keep values."""

    def column(field: str, name: str = "") -> Column:
        return Column(field, name or field, to_row, of_row)

    return column


def _same(value: Any) -> Any:
    return value


def code(kind: type[Enum]) -> Named:
    """A member of an enumeration by its value."""
    return converted(lambda member: member.value, {member.value: member for member in kind}.__getitem__)


def _clock(value: time | None) -> str | None:
    return None if value is None else value.isoformat("seconds")


def _time(value: str | None) -> time | None:
    return None if value is None else time.fromisoformat(value)


plain = converted(_same)
text = converted(rows.text)
maybe = converted(rows.optional)
"""A text that may be missing."""
blank = converted(rows.optional, lambda value: value or "")
"""A text that is empty where there is none."""
day = converted(rows.iso, rows.day)
clock = converted(_clock, _time)
texts = converted(rows.array, rows.texts)
truth = converted(int, bool)
