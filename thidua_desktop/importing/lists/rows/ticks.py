"""Numbers below the names of awards: ones that tick a person, sums of them on other rows, or a table of counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.headings.cell_tests import are_counts, is_cross
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.people import addressed, first_part, is_personal_name
from thidua_desktop.importing.lists.meanings.vocabulary import is_total, is_unit, only_kind

if TYPE_CHECKING:
    from thidua_desktop.importing.lists.above.around import Around
    from thidua_desktop.importing.lists.headings.tables import Header

_F = ListField
_OF_AWARDS = (_F.AWARD, _F.AWARD_CODE, _F.AWARD_MARK)
_COUNTED = ("so luong", "thong ke", "so lieu")
"""Said of a table in its title when it counts and names nobody."""


def counted(header: Header, rows: Sequence[Line]) -> set[int]:
    """The columns named for an award that say how many have it, not who.

    A one beside a person is a tick, whatever stands on the rows of units and sums: those add the ticks up. Where no
    person is ticked, a number above one counts, and with it all columns but those of awards that units get themselves.
    """
    fields = header.fields
    marks = [at for at, held in fields.items() if held is _F.AWARD_MARK]
    found: set[int] = set()
    for column in marks:
        told = [line for line in rows if column in line.cells]
        of_persons = [line.cells[column] for line in told if _names_person(line, fields)]
        if not (of_persons and all(map(is_cross, of_persons))) and are_counts([line.cells[column] for line in told]):
            found.add(column)
    if found and not any(_names_person(line, fields) for line in rows):
        found |= {at for at in marks if only_kind(header.headings[at]) is not RecipientKind.COLLECTIVE}
    return found


def only_counts(header: Header, found: set[int], rows: Sequence[Line]) -> bool:
    """Whether all columns for awards of a table count (those ``found`` by ``counted``) and no row is a person's."""
    awarded = any(held in _OF_AWARDS and at not in found for at, held in header.fields.items())
    return bool(found) and not awarded and not any(_names_person(line, header.fields) for line in rows)


def sums_in(line: Line, header: Header) -> list[int]:
    """The columns in which the row of a unit may say how many of its persons have an award; not those for units."""
    marks = [at for at in header.columns(_F.AWARD_MARK) if line.cells.get(at, "").isdecimal()]
    return [at for at in marks if only_kind(header.headings[at]) is not RecipientKind.COLLECTIVE]


def proposes_nobody(header: Header, around: Around) -> bool:
    """Whether the rows of a table only say how many of a unit get which award: nobody asks for one for the units."""
    if not header.only_counts:
        return False
    return not (around.group_award or around.award) or any(word in fold(around.title or "") for word in _COUNTED)


def _names_person(line: Line, fields: Mapping[int, ListField]) -> bool:
    """Whether the row is one of a person, no unit, heading or sum."""
    named = list(_in(line, fields, _F.NAME)) or [" ".join(_in(line, fields, _F.FAMILY_NAME, _F.GIVEN_NAME))]
    if any(map(is_total, line.cells.values())):
        return False
    return any(addressed(name) or (is_personal_name(first_part(name)) and not is_unit(name)) for name in named)


def _in(line: Line, fields: Mapping[int, ListField], *wanted: ListField) -> Iterable[str]:
    return (text for at, text in sorted(line.cells.items()) if fields.get(at) in wanted)
