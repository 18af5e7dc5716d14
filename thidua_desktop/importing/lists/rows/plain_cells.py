"""The columns of rows that are made after the pattern of others: what is known of the texts of each.

Whole columns are looked up at once: asking line by line, cell by cell takes three times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.headings.tables import Header
from thidua_desktop.importing.lists.meanings.people import Written, is_personal_name, take_apart
from thidua_desktop.importing.lists.meanings.posts import tidy
from thidua_desktop.importing.lists.meanings.values import read_birth, read_id_number
from thidua_desktop.importing.lists.meanings.vocabulary import begins_with_post, is_household, is_unit
from thidua_desktop.importing.lists.rows.cells import is_ditto, names_in
from thidua_desktop.importing.lists.rows.inside import holds_more

_F = ListField
_SAID_WHOLE = (_F.GENDER, _F.AWARD, _F.NOTE)
"""Their text is part of the way in which a row is written."""
_TAKEN_OVER = (
    *(_F.POSITION, _F.UNIT, _F.CITATION, _F.ETHNIC_GROUP, _F.ADDRESS),
    *(_F.DECISION, _F.DECIDED_ON, _F.DECIDED_BY, _F.AWARD_YEAR),
)
"""Their text goes into the row as it is."""
_NEEDED = (_F.NAME, _F.UNIT)
_ONCE = frozenset((_F.ORDINAL, _F.NAME, _F.BIRTH, _F.ID_NUMBER, *_SAID_WHOLE, *_TAKEN_OVER))
_FEWEST, _LONGEST = 9, 15
"""Digits of an identity number, and signs of a cell that holds it, or a birth, and nothing else."""
_CCCD = 12
_LONGEST_NAME = 60
_MOST_TEXTS = 20_000

DOUBT = object()
"""The part of the way in which a cell is written that only the rules can tell."""

Pair = tuple[ListField, str]
Kept = tuple[str, bool]
"""A birth or an identity number as it is kept, and whether that is not what was typed."""


class Known(NamedTuple):
    """What is known of a cell."""

    way: object
    """Its part of the way in which the row is written."""
    pair: Pair | None = None
    """As rows keep it; None of cells that are no part of a row, or empty."""
    kept: Kept | None = None


_EMPTY, _DOUBTFUL = Known(None), Known(DOUBT)


class Column(dict[str | None, Known]):
    """What is known of the texts of one column.

    Many columns say the same again and again: the rules for single cells are asked once for each text.
    """

    def __init__(self, at: int, field: ListField, calm: Callable[[str], bool]) -> None:
        super().__init__()
        self.at, self.field, self._calm = at, field, calm

    def of(self, lines: Sequence[Mapping[int, str]]) -> Sequence[Sequence[Any]]:
        """The ways of the cells of some lines, the cells as rows keep them, and births and numbers."""
        at = self.at
        return tuple(zip(*[self[cells.get(at)] for cells in lines], strict=True))

    def __missing__(self, text: str | None) -> Known:
        if len(self) >= _MOST_TEXTS:
            self.clear()
        found = self[text] = self._told(text) if text is not None else self._without()
        return found

    def _without(self) -> Known:
        """A row without a name or a unit is for the rules."""
        return _DOUBTFUL if self.field in _NEEDED else _EMPTY

    def _told(self, text: str) -> Known:
        known = self.field
        if known is _F.OTHER:
            return _EMPTY if self._calm(text) else _DOUBTFUL
        if known is _F.BIRTH:
            birth = read_birth(text)
            if birth.lost or birth.text is None or len(text) > _LONGEST:
                return _DOUBTFUL
            return Known(known, (known, text), (birth.text, birth.repaired))
        if not (_is_plain_name(text) if known is _F.NAME else self._calm(text)):
            return _DOUBTFUL
        way: object = text if known in _SAID_WHOLE else begins_with_post(text) if known is _F.UNIT else known
        return Known(way, (known, text))


class _EachAnew(Column):
    """A column whose texts are hardly ever the same twice: they are not remembered."""

    def of(self, lines: Sequence[Mapping[int, str]]) -> Sequence[Sequence[Any]]:
        at = self.at
        return tuple(zip(*[self._known(cells.get(at)) for cells in lines], strict=True))

    def _known(self, text: str | None) -> tuple[object, Pair | None, Kept | None]:
        raise NotImplementedError


class _Ordinals(_EachAnew):
    def _known(self, text: str | None) -> tuple[object, Pair | None, Kept | None]:
        if text is None:
            return _EMPTY
        return (_F.ORDINAL, (_F.ORDINAL, text), None) if text.isdecimal() else _DOUBTFUL


class _IdNumbers(_EachAnew):
    def _known(self, text: str | None) -> tuple[object, Pair | None, Kept | None]:
        if text is None:
            return _EMPTY
        if len(text) == _CCCD and text.isdigit() and text.isascii():
            return _F.ID_NUMBER, (_F.ID_NUMBER, text), (text, False)
        number = read_id_number(text)
        digits = number.text or ""
        if number.lost or not digits.isdigit() or not (len(digits) >= _FEWEST and len(text) <= _LONGEST):
            return _DOUBTFUL
        return _F.ID_NUMBER, (_F.ID_NUMBER, text), (digits, number.repaired)


_KINDS = {_F.ORDINAL: _Ordinals, _F.ID_NUMBER: _IdNumbers}


def columns_of(header: Header, calm: Callable[[str], bool]) -> tuple[Column, ...] | None:
    """The columns of a table from left to right, the names last; None where they are more than one of a sort.

    Args:
        header: its heading.
        calm: whether a cell says nothing that only the rules understand.
    """
    fields = list(header.fields.values())
    held = [known for known in fields if known is not _F.OTHER]
    special = header.names_in_marks or header.stands_once or header.dashed or header.twin is not None
    if special or header.names_go_on is not None or len(set(held)) < len(held) or not set(held) <= _ONCE:
        return None
    ordered = sorted(header.fields.items(), key=lambda column: (column[1] is _F.NAME, column[0]))
    return tuple(_KINDS.get(known, Column)(at, known, calm) for at, known in ordered)


def _is_plain_name(text: str) -> bool:
    """Whether a cell is the name of a person and nothing else, whatever rule is asked."""
    if len(text) > _LONGEST_NAME or squeeze(text) != text or tidy(text) != text or holds_more(text):
        return False
    if not is_personal_name(text) or is_unit(text) or is_household(text) or is_ditto(text) or names_in(text):
        return False
    return take_apart(text, split=True) == Written(text)
