"""Who signs a list, in rows that go on directly below it: two posts side by side, then two names."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.people import addressed, is_personal_name
from thidua_desktop.importing.lists.meanings.vocabulary import begins_with_post, is_footer

_FEWEST = 2
_MOST = 4
"""Signers side by side."""


def are_signers(lines: Sequence[Line], at: int) -> bool:
    """Whether a row holds nothing but posts, and the next one nothing but names (or there is no next one)."""
    line = lines[at]
    if not line.is_row or not _FEWEST <= len(line.cells) <= _MOST or not all(map(_is_post, line.cells.values())):
        return False
    below = next((later for later in lines[at + 1 :] if any(later.cells.values()) and not _is_hint(later)), None)
    if below is None:
        return True
    named = 0 < len(below.cells) <= len(line.cells) and below.cells.keys() <= line.cells.keys()
    return named and all(is_personal_name(text) or addressed(text) for text in below.cells.values())


def _is_post(text: str) -> bool:
    return (begins_with_post(text) or is_footer(text)) and not any(map(str.isdigit, text))


def _is_hint(line: Line) -> bool:
    """ "(Ký, ghi rõ họ tên)" """
    return all(text.startswith("(") for text in line.cells.values())
