"""A household in one run of words: its head, and where it lives ("Hộ bà Trần Thị Lan, thôn 1")."""

from __future__ import annotations

import re
from dataclasses import replace

from thidua_desktop.importing.lists.people import Written
from thidua_desktop.importing.lists.posts import cut, joined
from thidua_desktop.importing.lists.several import begins_person
from thidua_desktop.importing.lists.vocabulary import is_household, is_unit

_HOUSE = re.compile(r"(?:số nhà|nhà số|số|ngõ|ngách|hẻm|đường|phố|đội|khu|kdc|tdp)\s+\S", re.IGNORECASE)
"""Begins an address that is no unit."""


def with_address(taken: Written) -> Written:
    """The household with what follows its head taken out of the name; husband and wife stay together."""
    first, *behind = cut(taken.name)
    if not is_household(first.text):
        return taken
    at = 0
    while at < len(behind) and begins_person(behind[at].text):
        at += 1  # "Hộ ông Lê Văn An, bà Vi Thị Hà, thôn 3"
    rest = behind[at:]
    if rest and (is_unit(rest[0].text) or _HOUSE.match(rest[0].text) or rest[0].text[:1].isupper()):
        return replace(taken, name=joined([first, *behind[:at]]) or taken.name, rest=tuple(rest))
    if not rest and taken.remark and is_unit(taken.remark):
        return replace(taken, rest=tuple(cut(taken.remark)), remark=None)
    return taken
