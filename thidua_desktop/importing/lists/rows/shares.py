"""What each of several persons in one cell has of the other cells of the row: births, posts, units, one below other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.headings.under_awards import names_person
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.posts import tidy
from thidua_desktop.importing.lists.meanings.several import persons_in
from thidua_desktop.importing.lists.rows.cells import names_in

_F = ListField
_SHARED = (
    *(_F.BIRTH, _F.ID_NUMBER, _F.POSITION, _F.UNIT, _F.DEPARTMENT, _F.POSITION_AND_UNIT, _F.GENDER, _F.RANK),
    *(_F.ADDRESS, _F.ETHNIC_GROUP, _F.AWARD, _F.CITATION),
)
"""Cells in which each line may be about another person."""
_BIRTHS = re.compile(r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|\d{1,2}\s*[/.\-]\s*\d{4}|(?:19|20)\d\d")
_NUMBERS = re.compile(r"(?<!\d)(?:\d{12}|\d{9})(?!\d)")
_APART = {_F.BIRTH: _BIRTHS, _F.ID_NUMBER: _NUMBERS}
"""Values that can be told from each other without line ends."""
_SIGNS = re.compile(r"\W+")


def shares(line: Line, cells: Mapping[ListField, str], count: int) -> list[dict[ListField, str]]:
    """For each of ``count`` persons the cells that hold as many lines as there are persons, each with his own.

    A birth or an identity number that cannot be parted belongs to none of them.
    """
    found: list[dict[ListField, str]] = [{} for _ in range(count)]
    for known in _SHARED:
        text = cells.get(known)
        if not text:
            continue
        own = _parted(lines_of(line, text), text, count, known)
        for person, value in zip(found, own, strict=True):
            person[known] = value
    return found


def lines_of(line: Line, text: str) -> list[str]:
    """The lines in which a cell of a row was typed."""
    same = _SIGNS.sub("", text)
    typed = next((cell for cell in line.block.cells if "\n" in cell and _SIGNS.sub("", cell) == same), text)
    return [words for each in typed.split("\n") if (words := tidy(squeeze(each)))]


def names_below(line: Line, text: str) -> list[str]:
    """The names of a cell below an award, whether signs or line ends part them."""
    lines = lines_of(line, text)
    if len(lines) > 1 and all(map(names_person, lines)) and all(len(words.split()) > 1 for words in lines):
        return [name for words in lines for name in names_below(line, words)]
    return persons_in(text, short=True) or names_in(text) or ([text] if tidy(text) else [])


def _parted(lines: Sequence[str], text: str, count: int, known: ListField) -> Sequence[str]:
    if len(lines) == count:
        return lines
    if known not in _APART:
        return [text] * count
    values = _APART[known].findall(text)
    return values if len(values) == count else [""] * count
