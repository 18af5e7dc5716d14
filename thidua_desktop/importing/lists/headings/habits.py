"""What a table does throughout: which columns name, whether its rows are numbered and how many cells they fill."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.headings.headings import field_of
from thidua_desktop.importing.lists.headings.tables import Header
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.people import addressed, is_personal_name
from thidua_desktop.importing.lists.meanings.vocabulary import is_household, is_unit, kind_of_value

_F = ListField
_ORDINAL = re.compile(r"\(?\d{1,5}(?:\.\d{1,3})*\)?\s*[.)]?")
_SPOKEN = re.compile(r"(?:ông|bà|anh|chị|cô|chú|em|thầy)\b", re.IGNORECASE)
SIGN = 3
"""Letters of what is no name."""
_FEWEST_NAMES = 3
_PRESENT = 0.5
_SAMPLE = 2000
"""Rows by which the habits of a table are told."""


@dataclass(slots=True)
class Habits:
    """A heading and the habits of the rows below it."""

    header: Header
    ordinals: bool = False
    """Most rows of the table carry a number."""
    fullness: int = 0
    """How many cells a row of the table usually fills."""
    last_numbered: int = 0
    """Which line of the sheet is the last that has a number and a name."""
    count: int = 0
    """The number of the row above."""

    bare_names: bool = False
    """Nobody, or hardly anybody, has "Ông" or "Bà" before the name: somebody who has may be called so."""

    def learn(self, lines: Sequence[Line], first: int = 0) -> None:
        """Tell the habits from the lines below the heading, ``first`` on; titles and lone cells do not count."""
        body = lines[first:]
        rows = [line for line in body[:_SAMPLE] if line.is_row]
        named = [line for line in rows if any(line.cells.get(at) for at in self.names())]
        texts = [line.cells[at] for line in named for at in self.names() if at in line.cells]
        spoken = sum(_SPOKEN.match(text) is not None for text in texts)
        self.bare_names = len(texts) >= _FEWEST_NAMES and spoken <= max(1, len(texts) // 10)
        self.ordinals = sum(map(self.is_numbered, named)) > _PRESENT * len(named)
        filled = sorted(len(line.cells) for line in rows if len(line.cells) > 1 and self.named(line))
        self.fullness = filled[len(filled) // 2] if filled else 0
        numbered = (at for at in range(len(lines) - 1, first, -1) if lines[at].is_row and self.is_numbered(lines[at]))
        self.last_numbered = next((at for at in numbered if self.named(lines[at])), len(lines))

    def names(self) -> list[int]:
        """The columns that hold names."""
        if self.header.names_in_marks:
            return sorted({*self.header.marks_with_names, *self.header.columns(_F.UNIT)})
        return self.header.columns(_F.NAME) or self.header.columns(_F.GIVEN_NAME)

    def ordinal(self, line: Line) -> str:
        """What stands in the column of the ordinals."""
        at = self.header.ordinals_at
        return line.cells.get(at, "") if at is not None else ""

    def is_numbered(self, line: Line) -> bool:
        """Whether a line carries the number of a row."""
        return is_ordinal(self.ordinal(line))

    def named(self, line: Line) -> bool:
        """Whether a line has more than a sign in a column for names."""
        return any(len(line.cells.get(at, "")) > SIGN for at in self.names())

    def is_plain(self, line: Line) -> bool:
        """Whether a numbered row has a name and something behind it, as most rows have."""
        words = [text for text in line.cells.values() if not text.isdigit()]
        return len(words) > 2 and any(at in line.cells for at in self.names())

    def is_no_heading(self, line: Line) -> bool:
        """Whether a line is numbered, names somebody, or tells its kind, in the column for that."""
        if self.is_numbered(line):
            return True
        for text in (line.cells[at] for at in self.names() if at in line.cells):
            named = is_personal_name(text) or is_unit(text) or addressed(text) or is_household(text)
            if named and field_of(text) is None:
                return True
        return any(kind_of_value(line.cells.get(at, "")) is not None for at in self.header.columns(_F.KIND))


def is_ordinal(text: str) -> bool:
    """Whether a cell holds the number of a row and nothing else."""
    return _ORDINAL.fullmatch(text) is not None


def number_of(ordinal: str) -> str:
    """An ordinal without dots, brackets and zeros in front; empty where it is no number."""
    digits = ordinal.strip("(). ")
    return digits.lstrip("0") if digits.isdecimal() else ""
