"""A household in one run of words: its head, a couple, and where it lives ("Hộ bà Trần Thị Lan, thôn 1")."""

from __future__ import annotations

import re
from dataclasses import replace

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.importing.lists.meanings.people import Written
from thidua_desktop.importing.lists.meanings.posts import cut, joined, tidy
from thidua_desktop.importing.lists.meanings.several import begins_person, persons_in
from thidua_desktop.importing.lists.meanings.vocabulary import is_household, is_unit

_HOUSE = re.compile(r"(?:số nhà|nhà số|số|ngõ|ngách|hẻm|đường|phố|đội|khu|kdc|tdp)\s+\S", re.IGNORECASE)
"""Begins an address that is no unit."""
_SEXES = {"ong": "male", "anh": "male", "ba": "female", "chi": "female"}
_SPOUSE = re.compile(r"(?:,|\s-|\(|\svà)\s*(?:vợ|chồng)(?:\s+là)?\s*:?\s", re.IGNORECASE)

_TOGETHER = re.compile(r"(?:(?:cặp|đôi|hai) )?vợ chồng\s", re.IGNORECASE)


def is_couple(text: str) -> bool:
    """Whether a text names husband and wife: "Ông Lê Văn An - bà Vi Thị Hà", "ông An và vợ là bà Hà"."""
    if _SPOUSE.search(text) or _TOGETHER.match(tidy(text)):
        return True
    sexes = [_SEXES.get(fold(part.split()[0])) for part in persons_in(tidy(text))]
    return sorted(filter(None, sexes)) == ["female", "male"] and len(sexes) == len(set(sexes))


def with_address(taken: Written) -> Written:
    """The household with what follows its head taken out of the name; husband and wife stay together."""
    first, *behind = cut(taken.name)
    if not (is_household(first.text) or begins_person(first.text)):
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
