"""Several persons in one cell: one below the other, parted by commas, by "và", or each with "Ông" or "Bà"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache

from thidua_desktop.common.paths import resource
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.importing.lists.meanings.people import (
    addressed,
    begins_with_rank,
    is_full_name,
    is_personal_name,
    without_address,
)
from thidua_desktop.importing.lists.meanings.posts import tidy
from thidua_desktop.importing.lists.meanings.vocabulary import FAMILIES, begins_with_post, is_household, is_unit

_RARE = frozenset(tomllib.loads(resource("lists/families.toml").read_text(encoding="utf-8"))["rare"])
_MIDDLE = ("Thị", "Văn")
_NO_BEGINNING = ("Thị", "Văn", "Nữ")
"""Words with which no family name begins: what a line end has cut off the name above it."""
_WHOLE = 3
"""Words by which a name is surely whole."""
_LONGEST = 6
_LONGEST_CELL = 2000
_TAIL = re.compile(r"\s*(?:[,;:(\d]|\s[-–—]\s|\s(?:sinh|SN|sn|NS|ns)\b)")
"""Stands between a name and the post, the unit or the birth behind it."""
_SPOKEN = re.compile(
    r"(?:[Ôô]ng|ÔNG|[Bb]à|BÀ|[Aa]nh|[Cc]hị|[ĐđDd]/[CcC]|[Đđ]ồng chí|[Tt]hầy|[Cc]ô)[\s.:]+(?=[A-ZĐÀ-Ỹ])"
)
_BETWEEN = re.compile(
    r"\s*[;,\n]\s*(?:và\s+|cùng\s+)?|\s*[&+]\s*|"
    r"\s+(?:và|cùng(?: với)?)\s+(?=(?:ông|bà|anh|chị|đ/c|đồng chí)\s|[A-ZĐÀ-Ỹ])"
)
_WORDS = ("và", "cùng", "cùng với", "&", "+")
"""Stand between two persons, and inside of posts."""
_LOOSE = re.compile(r"\s+[-–—•*]\s+|\s*/\s*")
_BEFORE_SPOKEN = re.compile(r"(?<=\w)\s+(?=(?:Ông|ÔNG|Bà|BÀ|Đ/c|đ/c)[\s.:]+[A-ZĐÀ-Ỹ])")
_MAY_BE_SEVERAL = re.compile(r"[;,\n&+/•]|\s(?:và|cùng|[-–—*])\s|\s(?:Ông|ÔNG|Bà|BÀ|Đ/c|đ/c)[\s.:]")
_BRACKETS = re.compile(r"\([^()]*\)")
_END = re.compile(r"^(?:[-–—+*•]\s*)|(?:[\s;,&+/•*–—-]|\s(?:và|cùng(?: với)?))+$")
"""A bullet before a name, and the sign to the next one."""


@lru_cache(maxsize=4096)
def is_whole_name(text: str) -> bool:
    """Whether a text is surely the whole name of one person: three words or more of which one tells that it is."""
    if is_full_name(text):
        return True
    words = without_address(text).split()
    if not _WHOLE <= len(words) <= _LONGEST or not all(word[:1].isupper() for word in words):
        return False
    first, second = words[0].capitalize(), words[1].capitalize()
    told = first in FAMILIES or first in _RARE or second in _MIDDLE
    return told and first not in _NO_BEGINNING and is_personal_name(" ".join(words))


def begins_person(text: str) -> bool:
    """Whether a text begins with the name of a person and is no rest of a name: "Bà Nông Thị Hoa, sinh năm 1985"."""
    head = _head(text)
    if is_household(head) or is_unit(head):
        return False
    if _SPOKEN.match(head):
        name = without_address(head)
        return is_personal_name(name) and all(word[:1].isupper() for word in name.split())
    return is_whole_name(head)


def stacked(lines: Sequence[str]) -> frozenset[int]:
    """Which lines of a cell begin another person than the lines above them.

    A name that a line end has cut ("Nguyễn Thị", "Hoa") has one or two words left over; a line that is a whole name
    itself, or has "Ông" or "Bà" before it, is another person.
    """
    texts = [tidy(squeeze(line)) for line in lines]
    head = _head(texts[0])
    if is_household(head) or not (is_personal_name(without_address(head)) or begins_person(texts[0])):
        return frozenset()
    found: list[int] = []
    above = texts[0]
    for at, text in enumerate(texts[1:], 1):
        if begins_person(text) and (_is_complete(above) or (_has_middle(text) and len(above.split()) > 1)):
            found.append(at)
            above = text
        else:
            above = f"{above} {text}"
    filled = [text for text in texts if text]
    if not found and len(filled) > 1 and all(map(_may_be_whole, filled)):
        found = [at for at, text in enumerate(texts) if text][1:]
    return frozenset(found)


def persons_in(text: str, *, short: bool = False) -> list[str]:
    """The persons that a cell names, each with what stands behind the name; empty where it names one or none.

    ``short``: nothing but names can stand there, so that two words make one too ("Lê Na").
    """
    if len(text) > _LONGEST_CELL or not _MAY_BE_SEVERAL.search(text) or is_household(tidy(text)) or is_unit(tidy(text)):
        return []
    shown = squeeze(text)
    hidden = _BRACKETS.sub(lambda seen: "_" * len(seen.group()), shown)
    names = _named(_BETWEEN, shown, hidden, others=False, short=True)
    if len(names) >= _WHOLE and sum(map(begins_person, _BETWEEN.split(shown))) * 2 > len(names):
        return [_END.sub("", shown[at:end]) for at, end in zip(names, [*names[1:], len(shown)], strict=True)]
    for sign, others in ((_BETWEEN, True), (_BEFORE_SPOKEN, True), (_LOOSE, False)):
        found = _named(sign, shown, hidden, others=others, short=short)
        if len(found) > 1:
            stops = [*found[1:], len(shown)]
            return [_END.sub("", shown[start:stop]) for start, stop in zip(found, stops, strict=True)]
    return []


def _named(sign: re.Pattern[str], shown: str, hidden: str, *, others: bool, short: bool) -> list[int]:
    """Where the persons begin between whom a sign stands; ``others``: posts and the like may stand there too."""
    signs = list(sign.finditer(hidden))
    starts, ends = [0, *(seen.end() for seen in signs)], [*(seen.start() for seen in signs), len(hidden)]
    parts = [(start, tidy(shown[start:end])) for start, end in zip(starts, ends, strict=True)]
    worded = [seen.group().strip() in _WORDS for seen in signs]
    found: list[int] = []
    for at, (start, part) in enumerate(parts):
        follows = at == 0 or not worded[at - 1] or (found and found[-1] == parts[at - 1][0]) or _SPOKEN.match(part)
        if follows and (
            begins_person(part) or ((at == 0 or short or ";" in signs[at - 1].group()) and _may_begin(part))
        ):
            found.append(start)
        elif at == 0 or (part and not others):
            return []
    return found


def _may_begin(part: str) -> bool:
    """Whether a short name stands at the beginning: it is one where whole names follow."""
    name = without_address(_head(part))
    named = is_personal_name(name) and all(word[:1].isupper() for word in name.split())
    return named and not begins_with_post(part) and not begins_with_rank(part)


def _head(text: str) -> str:
    """The words before the first comma, dash, bracket or digit."""
    tail = _TAIL.search(text)
    return (text[: tail.start()] if tail is not None else text).strip()


def _has_middle(text: str) -> bool:
    """ "Vi Thị Hà": no rest of a name has "Thị" in the second place."""
    return without_address(_head(text)).split()[1].capitalize() in _MIDDLE


def _is_complete(text: str) -> bool:
    head = _head(text)
    return len(head) < len(text.rstrip(" .,;")) or addressed(head) or is_whole_name(head) or _may_be_whole(head)


def _may_be_whole(text: str) -> bool:
    """Whether a line has as many words as a name, whatever the family."""
    words = text.split()
    capitals = all(word[:1].isupper() for word in words)
    return capitals and _WHOLE <= len(words) <= _LONGEST and words[0] not in _NO_BEGINNING and is_personal_name(text)
