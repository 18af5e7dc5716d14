"""Words of a list that goes back to its unit."""

from __future__ import annotations

import re

AUTHOR = "Thi Đua Desktop"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 31


def sheet_name(name: str, order: int) -> str:
    """A name that a sheet can have."""
    kept = _FORBIDDEN.sub(" ", name).strip()[:_LONGEST]
    return kept or f"Danh sách {order}"
