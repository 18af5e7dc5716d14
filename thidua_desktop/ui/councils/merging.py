"""What somebody typed, apart from what merely stood there: it is put onto what the file holds by then.

A table shows what was read last; while one change is being written the next one is typed. Written as a whole, a row
would take back what was changed in it meanwhile.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeVar

T = TypeVar("T")


def typed(before: T, after: T) -> dict[str, Any]:
    """The fields of a dataclass that are not as they were."""
    names = (field.name for field in fields(after))  # type: ignore[arg-type]
    return {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}
