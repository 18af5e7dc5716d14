"""Columns of forms of address: "Ông", "Bà", "Hộ gia đình", "Tập thể" before the names, whatever stands over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.headings.cell_tests import mostly
from thidua_desktop.importing.lists.meanings.vocabulary import kind_of_value

_F = ListField
_PERSONS = ("ong", "ba")
_OTHERS = ("anh", "chi", "co", "chu", "dong chi", "d/c", "cu", "ca nhan", "em", "chau", "thay", "nha giao")
_HOUSEHOLDS = ("ho", "ho gia dinh", "ho gd", "hgd", "gia dinh", "gd", "ho dan", "ho ong", "ho ba")
_COLLECTIVES = ("tap the", "don vi", "co quan", "to chuc", "tt")
_KINDS = {True: "Hộ gia đình", False: "Tập thể"}
"""By whether it is a household."""
_TURNED = (_F.OTHER, _F.KIND, _F.OCCASION)
_SPOKEN = (_F.HONORIFIC, _F.KIND, _F.GENDER)


def holds_addresses(held: ListField, texts: Sequence[str], known: set[ListField]) -> bool:
    """Whether the cells of a column that its heading does not explain are forms of address, "Ông" or "Bà" among them.

    Args:
        held: what the column is taken for so far.
        texts: its cells.
        known: what the columns of the table hold.
    """
    if held not in _TURNED or _F.HONORIFIC in known:
        return False
    return any(_bare(text) in _PERSONS for text in texts) and mostly(_is_address, texts)


def by_address(cells: Mapping[ListField, str]) -> dict[ListField, str]:
    """The cells of a row with the word before its name where it belongs: a sex, or the kind of recipient."""
    found = dict(cells)
    for held in _SPOKEN:
        word = _bare(found.get(held, ""))
        if not word:
            continue
        if held is _F.KIND and word in _PERSONS:
            found.setdefault(_F.HONORIFIC, found.pop(held))
        elif word in _HOUSEHOLDS or (held is not _F.KIND and word in _COLLECTIVES):
            said = found.pop(held)
            found.setdefault(_F.KIND, said if kind_of_value(said) else _KINDS[word in _HOUSEHOLDS])
    return found


def _is_address(text: str) -> bool:
    return _bare(text) in (*_PERSONS, *_OTHERS, *_HOUSEHOLDS, *_COLLECTIVES)


def _bare(text: str) -> str:
    return fold(text).strip(" .:")
