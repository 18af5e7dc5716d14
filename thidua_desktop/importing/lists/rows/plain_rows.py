"""Rows that differ from one made before only in who is named: made after its pattern, without asking all rules again.

A list of a province says the same of a hundred thousand people in a few thousand ways: one award, one sort of post, a
name, a number, a birth. The first row of each way is made by all rules; if nothing had to be said about it, it is the
pattern of the others. A cell counts as plain only after the rules for single cells have been asked about its text;
the text of an award, a sex or a note is part of the way itself. Any doubt, and the rules make the row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from operator import itemgetter
from typing import Any, NamedTuple

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.identity import check_id_number
from thidua_desktop.domain.lists import ListField, ListRow, Repair, RepairKind
from thidua_desktop.importing.lists.above.around import Around
from thidua_desktop.importing.lists.headings.tables import Header
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.rows.cells import is_ditto
from thidua_desktop.importing.lists.rows.plain_cells import DOUBT, Column, Kept, Pair, columns_of
from thidua_desktop.importing.lists.rows.rows import RowMaker

_F = ListField
_MOST_PATTERNS = 20_000
_CCCD = 12
"""Digits of the numbers that tell a sex and a year."""

Way = tuple[object, ...]
Pairs = tuple[Pair | None, ...]
"""The cells of a line by the columns of its table; None where one is empty or no part of a row."""


class Pattern(NamedTuple):
    """A row that the rules have made."""

    row: ListRow
    ordered: Callable[[Pairs], tuple[Pair, ...]]
    """The cells of a line in the order in which the rules have left them."""
    position: int | None
    """Its place among the columns; None where it is empty."""
    citation: int | None


class Seen(NamedTuple):
    """A line that may be made after a pattern."""

    way: Way
    pairs: Pairs
    birth: Kept | None
    id_number: Kept | None

    @property
    def cells(self) -> dict[ListField, str]:
        """What stands in its columns."""
        return dict(pair for pair in self.pairs if pair is not None)

    @property
    def in_doubt(self) -> bool:
        """Whether all rules have to be asked."""
        return DOUBT in self.way


@dataclass(slots=True)
class PlainRows:
    """Knows the ways in which rows are written; ``refused`` tells texts by which somebody is no longer proposed."""

    refused: Callable[[str], bool]
    _patterns: dict[Way, Pattern | None] = field(default_factory=dict)
    _calm: dict[str, bool] = field(default_factory=dict)
    _ways_around: dict[tuple[object, ...], int] = field(default_factory=dict)
    _around: tuple[Around | None, int] = (None, 0)
    _header: Header | None = None
    _columns: tuple[Column, ...] | None = None
    _places: Mapping[ListField, int] = field(default_factory=dict)
    """Where each field stands among the columns."""
    _sound: set[tuple[str, str | None, str | None]] = field(default_factory=set)
    """What of an identity number tells the sex and the year, beside a sex and a year that agree with it."""

    def seen(self, lines: Sequence[Line], header: Header, around: Around) -> list[Seen] | None:
        """What numbered lines are known by; None where all rules have to be asked about each."""
        if header is not self._header:
            self._take_up(header)
        if around is not self._around[0]:
            self._around = around, self._ways_around.setdefault(around.unlike(), len(self._ways_around))
        places = self._places
        if self._columns is None or _F.NAME not in places or _F.UNIT not in places:
            return None
        cells = [line.cells for line in lines]
        known = [column.of(cells) for column in self._columns]
        merged = [DOUBT if line.below else None for line in lines]
        nothing: Sequence[None] = (None,) * len(lines)
        births = known[places[_F.BIRTH]][2] if _F.BIRTH in places else nothing
        numbers = known[places[_F.ID_NUMBER]][2] if _F.ID_NUMBER in places else nothing
        ways = zip(repeat(self._around[1]), merged, *(each[0] for each in known))
        pairs = zip(*(each[1] for each in known), strict=True)
        return [tuple.__new__(Seen, each) for each in zip(ways, pairs, births, numbers, strict=True)]

    def _take_up(self, header: Header) -> None:
        """Begin with another table."""
        self._header, self._patterns = header, {}
        self._columns = columns_of(header, self._is_calm)
        self._places = {column.field: at for at, column in enumerate(self._columns or ())}

    def _is_calm(self, text: str) -> bool:
        """Whether a cell is neither "as above" nor a word that somebody is no longer proposed."""
        found = self._calm.get(text)
        if found is None:
            if len(self._calm) > _MOST_PATTERNS:
                self._calm.clear()
            found = self._calm[text] = not is_ditto(text) and not self.refused(text)
        return found

    def made(self, seen: Sequence[Seen], lines: Sequence[Line], around: Around, maker: RowMaker) -> int:
        """Make the rows of lines from the first on as long as their way is known; gives how many."""
        patterns, sound, append, new = self._patterns, self._sound, maker.rows.append, tuple.__new__
        name_at, unit_at, groups = self._places[_F.NAME], self._places[_F.UNIT], around.groups
        for at, (way, pairs, born, number) in enumerate(seen):
            pattern = patterns.get(way)
            if pattern is None:
                return at
            like, ordered, position, citation = pattern
            source, birth, id_number = lines[at].block.source, born and born[0], number and number[0]
            if (born and born[1]) or (number and number[1]):
                _tell_repairs(seen[at], source, maker)
            if id_number and (id_number[3:6], like.gender, birth and birth[:4]) not in sound:
                self._check_number(id_number, birth, like.gender, source, maker)
            # Made as tuples are, in the order of the fields: names would take longer than all the rest.
            values = (
                like.kind,
                pairs[name_at][1],  # type: ignore[index]  # a line without name or unit has no pattern
                source,
                None,
                like.gender,
                birth,
                id_number,
                None if position is None else pairs[position][1],  # type: ignore[index]
                pairs[unit_at][1],  # type: ignore[index]
                like.award,
                like.award_id,
                like.occasion,
                None if citation is None else pairs[citation][1],  # type: ignore[index]
                like.note,
                groups,
                None,
                ordered(pairs),
            )
            append(new(ListRow, values))
        return len(seen)

    def _check_number(
        self, number: str, birth: str | None, gender: str | None, source: Source, maker: RowMaker
    ) -> None:
        """Say what is wrong with a number, or remember that nothing is with such ones."""
        findings = check_id_number(number, gender=gender, birth=birth)
        for finding in findings:
            maker.say(finding.code, source, Severity.WARNING, **finding.params)
        if not findings and len(number) == _CCCD:
            self._sound.add((number[3:6], gender, birth and birth[:4]))

    def learn(self, seen: Seen, around: Around, row: ListRow | None) -> None:
        """Take the row that the rules have made of a line for a pattern; None where something had to be said."""
        if len(self._patterns) > _MOST_PATTERNS:
            self._patterns.clear()
        known = row is not None and _is_as_written(row, seen, around)
        self._patterns[seen.way] = self._pattern(row, seen) if row and known else None

    def knows(self, seen: Seen) -> bool:
        """Whether the rules have been asked about such a line before."""
        return seen.way in self._patterns

    def _pattern(self, row: ListRow, seen: Seen) -> Pattern:
        places = {pair[0]: at for at, pair in enumerate(seen.pairs) if pair is not None}
        ordered: Callable[[Any], Any] = itemgetter(*(places[known] for known, _ in row.cells))  # two or more
        return Pattern(row, ordered, places.get(_F.POSITION), places.get(_F.CITATION))


def _tell_repairs(seen: Seen, source: Source, maker: RowMaker) -> None:
    """What was put right in the birth and the number of a line."""
    cells, told = (
        seen.cells,
        ((RepairKind.BIRTH, _F.BIRTH, seen.birth), (RepairKind.ID_NUMBER, _F.ID_NUMBER, seen.id_number)),
    )
    for kind, known, kept in told:
        if kept is not None and kept[1]:
            maker.repairs.append(Repair(kind, cells[known], kept[0], source, known))


def _is_as_written(row: ListRow, seen: Seen, around: Around) -> bool:
    """Whether a row holds what stands in its cells and nothing that was found in them by a rule."""
    cells: Mapping[ListField, str] = seen.cells
    written = (cells[_F.NAME], cells.get(_F.POSITION), cells[_F.UNIT], cells.get(_F.CITATION))
    return (
        row.kind is RecipientKind.PERSON
        and (row.name, row.position, row.unit, row.citation) == written
        and (row.honorific, row.raw, row.group) == (None, None, around.groups)
        and row.birth == (seen.birth[0] if seen.birth else None)
        and row.id_number == (seen.id_number[0] if seen.id_number else None)
        and dict(row.cells) == cells
    )
