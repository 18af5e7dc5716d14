"""Rows that differ from one made before only in who is named: made after its pattern, without asking all rules again.

A list of a province says the same of a hundred thousand people in a few thousand ways: one award, one sort of post, a
name, a number, a birth. The first row of each way is made by all rules; if nothing had to be said about it, it is the
pattern of the others. A cell counts as plain only after the rules for single cells have been asked about its text;
the text of an award, a sex or a note is part of the way itself. Any doubt, and the rules make the row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.identity import check_id_number
from thidua_desktop.domain.lists import ListField, ListRow, Repair, RepairKind
from thidua_desktop.importing.lists.cells import is_ditto, names_in
from thidua_desktop.importing.lists.inside import holds_more
from thidua_desktop.importing.lists.lines import Line
from thidua_desktop.importing.lists.people import Written, is_personal_name, take_apart
from thidua_desktop.importing.lists.posts import tidy
from thidua_desktop.importing.lists.rows import Around, RowMaker
from thidua_desktop.importing.lists.tables import Header
from thidua_desktop.importing.lists.values import Value, read_birth, read_id_number
from thidua_desktop.importing.lists.vocabulary import begins_with_post, is_household, is_unit

_F = ListField
_SAID_WHOLE = (_F.GENDER, _F.AWARD, _F.NOTE)
"""Their text is part of the way in which a row is written."""
_TAKEN_OVER = (
    *(_F.POSITION, _F.UNIT, _F.CITATION, _F.ETHNIC_GROUP, _F.ADDRESS),
    *(_F.DECISION, _F.DECIDED_ON, _F.DECIDED_BY, _F.AWARD_YEAR),
)
"""Their text goes into the row as it is."""
_ONCE = frozenset((_F.ORDINAL, _F.NAME, _F.BIRTH, _F.ID_NUMBER, *_SAID_WHOLE, *_TAKEN_OVER))
_EACH_ANEW = (_F.ORDINAL, _F.ID_NUMBER)
"""Their text is hardly ever the same twice."""
_FEWEST, _LONGEST = 9, 15
"""Digits of an identity number, and signs of a cell that holds it, or a birth, and nothing else."""
_LONGEST_NAME = 60
_MOST_PATTERNS = 20_000

Way = tuple[object, ...]
Pair = tuple[ListField, str]


class Pattern(NamedTuple):
    """A row that the rules have made."""

    row: ListRow
    ordered: Callable[[list[Pair]], tuple[Pair, ...]]
    """The cells of a line in the order in which the rules have left them."""


class Seen(NamedTuple):
    """A line that may be made after a pattern."""

    way: Way
    pairs: list[Pair]
    cells: dict[ListField, str]
    birth: Value | None
    id_number: Value | None


class _Told(dict[str, tuple[object, Pair] | None]):
    """What is known of the texts of one column: their part of the way and the cell as rows keep it; None in doubt.

    Many columns say the same again and again: the rules for single cells are asked once for each text.
    """

    def __init__(self, known: ListField, calm: Callable[[str], bool]) -> None:
        super().__init__()
        self._known, self._calm = known, calm

    def __missing__(self, text: str) -> tuple[object, Pair] | None:
        if len(self) >= _MOST_PATTERNS:
            self.clear()
        known, found = self._known, None
        if self._is_plain(text):
            way = text if known in _SAID_WHOLE else begins_with_post(text) if known is _F.UNIT else known
            found = way, (known, text)
        self[text] = found
        return found

    def _is_plain(self, text: str) -> bool:
        if self._known is _F.NAME:
            return _is_plain_name(text)
        if self._known is _F.BIRTH:
            birth = _birth(text)
            return not (birth.lost or birth.text is None or len(text) > _LONGEST)
        return self._calm(text)


@dataclass(slots=True)
class PlainRows:
    """Knows the ways in which rows are written; ``refused`` tells texts by which somebody is no longer proposed."""

    refused: Callable[[str], bool]
    _patterns: dict[Way, Pattern | None] = field(default_factory=dict)
    _calm: dict[str, bool] = field(default_factory=dict)
    _ways_around: dict[tuple[object, ...], int] = field(default_factory=dict)
    _around: tuple[Around | None, int] = (None, 0)
    _header: Header | None = None
    _plan: tuple[tuple[int, ListField, _Told | None], ...] | None = None
    """The columns of the table from left to right, the names last; None where they are more than one of a sort. What
    differs from row to row, ordinals and identity numbers, is looked at anew each time."""
    _others: tuple[int, ...] = ()
    """Columns that are no part of a row, where only somebody may be said to be proposed no longer."""

    def seen(self, line: Line, header: Header, around: Around) -> Seen | None:
        """What a numbered line is known by; None where all rules have to be asked."""
        if header is not self._header:
            self._take_up(header)
        if around is not self._around[0]:
            self._around = around, self._ways_around.setdefault(around.unlike(), len(self._ways_around))
        if self._plan is None or line.below:
            return None
        written = line.cells
        pairs: list[Pair] = []
        way: list[object] = [self._around[1]]
        id_number = None
        for column, known, told in self._plan:
            text = written.get(column)
            if text is None:
                way.append(None)
            elif told is not None:
                found = told[text]
                if found is None:
                    return None
                way.append(found[0])
                pairs.append(found[1])
            else:
                if known is _F.ORDINAL and not text.isdecimal():
                    return None
                if known is _F.ID_NUMBER and (id_number := _id_number(text)) is None:
                    return None
                way.append(known)
                pairs.append((known, text))
        for column in self._others:
            if (text := written.get(column)) is not None and not self._is_calm(text):
                return None
        cells = dict(pairs)
        if _F.NAME not in cells or _F.UNIT not in cells:
            return None
        birth = _birth(cells[_F.BIRTH]) if _F.BIRTH in cells else None
        return Seen(tuple(way), pairs, cells, birth, id_number)

    def _take_up(self, header: Header) -> None:
        """Begin with another table."""
        columns = _plan(header)
        self._header, self._patterns, self._plan = header, {}, None
        if columns is not None:
            self._others = tuple(column for column, known in columns if known is _F.OTHER)
            self._plan = tuple(
                (column, known, None if known in _EACH_ANEW else _Told(known, self._is_calm))
                for column, known in columns
                if known is not _F.OTHER
            )

    def _is_calm(self, text: str) -> bool:
        """Whether a cell is neither "as above" nor a word that somebody is no longer proposed."""
        found = self._calm.get(text)
        if found is None:
            if len(self._calm) > _MOST_PATTERNS:
                self._calm.clear()
            found = self._calm[text] = not is_ditto(text) and not self.refused(text)
        return found

    def made(self, seen: Seen, line: Line, around: Around, maker: RowMaker) -> bool:
        """Make the row of a line if its way is known."""
        pattern = self._patterns.get(seen.way)
        if pattern is None:
            return False
        source, cells, (like, ordered) = line.block.source, seen.cells, pattern
        born, number = seen.birth, seen.id_number
        birth, id_number = born.text if born else None, number.text if number else None
        if born is not None and born.repaired and birth is not None:
            maker.repairs.append(Repair(RepairKind.BIRTH, cells[_F.BIRTH], birth, source, _F.BIRTH))
        if number is not None and number.repaired and id_number is not None:
            maker.repairs.append(Repair(RepairKind.ID_NUMBER, cells[_F.ID_NUMBER], id_number, source, _F.ID_NUMBER))
        for finding in check_id_number(id_number, gender=like.gender, birth=birth) if id_number else ():
            maker.say(finding.code, source, Severity.WARNING, **finding.params)
        maker.rows.append(
            ListRow(
                like.kind,
                cells[_F.NAME],
                source,
                None,
                like.gender,
                birth,
                id_number,
                cells.get(_F.POSITION),
                cells.get(_F.UNIT),
                like.award,
                like.award_id,
                like.occasion,
                cells.get(_F.CITATION),
                like.note,
                around.groups,
                None,
                ordered(seen.pairs),
            )
        )
        return True

    def learn(self, seen: Seen, around: Around, row: ListRow | None) -> None:
        """Take the row that the rules have made of a line for a pattern; None where something had to be said."""
        if len(self._patterns) > _MOST_PATTERNS:
            self._patterns.clear()
        known = row is not None and _is_as_written(row, seen, around)
        self._patterns[seen.way] = Pattern(row, _order(row, seen)) if row and known else None

    def knows(self, seen: Seen) -> bool:
        """Whether the rules have been asked about such a line before."""
        return seen.way in self._patterns


def _order(row: ListRow, seen: Seen) -> Callable[[list[Pair]], tuple[Pair, ...]]:
    """What puts the cells of a line, left to right, into the order of a row; at least a name and a unit are there."""
    places = {known: at for at, (known, _) in enumerate(seen.pairs)}
    ordered: Callable[[Any], Any] = itemgetter(*(places[known] for known, _ in row.cells))
    return ordered


def _plan(header: Header) -> tuple[tuple[int, ListField], ...] | None:
    fields = list(header.fields.values())
    held = [known for known in fields if known is not _F.OTHER]
    special = header.names_in_marks or header.stands_once or header.dashed or header.twin is not None
    if special or header.names_go_on is not None or len(set(held)) < len(held) or not set(held) <= _ONCE:
        return None
    return tuple(sorted(header.fields.items(), key=lambda column: (column[1] is _F.NAME, column[0])))


def _is_as_written(row: ListRow, seen: Seen, around: Around) -> bool:
    """Whether a row holds what stands in its cells and nothing that was found in them by a rule."""
    cells: Mapping[ListField, str] = seen.cells
    written = (cells[_F.NAME], cells.get(_F.POSITION), cells[_F.UNIT], cells.get(_F.CITATION))
    return (
        row.kind is RecipientKind.PERSON
        and (row.name, row.position, row.unit, row.citation) == written
        and (row.honorific, row.raw, row.group) == (None, None, around.groups)
        and row.birth == (seen.birth.text if seen.birth else None)
        and row.id_number == (seen.id_number.text if seen.id_number else None)
        and dict(row.cells) == cells
    )


def _is_plain_name(text: str) -> bool:
    """Whether a cell is the name of a person and nothing else, whatever rule is asked."""
    if len(text) > _LONGEST_NAME or squeeze(text) != text or tidy(text) != text or holds_more(text):
        return False
    if not is_personal_name(text) or is_unit(text) or is_household(text) or is_ditto(text) or names_in(text):
        return False
    return take_apart(text, split=True) == Written(text)


@lru_cache(maxsize=65536)
def _birth(text: str) -> Value:
    return read_birth(text)


def _id_number(text: str) -> Value | None:
    """The identity number in a cell that holds nothing else; None in doubt."""
    number = read_id_number(text)
    digits = number.text or ""
    if number.lost or not digits.isdigit() or not (len(digits) >= _FEWEST and len(text) <= _LONGEST):
        return None
    return number
