"""What a heading asks, put together from its words: for headings that nobody has written before."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from thidua_desktop.common.paths import resource
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.lists import ListField

_F = ListField
_TABLE = "lists/heading-words.toml"
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_REMARKS = re.compile(r"\b(?:vd|vi du|ghi ro|ghi theo|ghi dung|neu co|theo mau)\b.*|:.*$")
"""What only says how a column is to be filled in."""
_YEAR = re.compile(r"\b(?:nam |nam hoc )?20\d\d(?: ?[-–] ?20\d\d)?\b")
_NUMBER = re.compile(r"\bsố\b", re.IGNORECASE)
"""Without diacritics "số" is "sở"."""
_JOINT = re.compile(r"\s*[/,;&+|\n–-]\s*|\s+(?:va|hoac|cung|kem)\s+")
_LONE_I = re.compile(r"\b([hklmt])i\b")
_LETTERS = re.compile(r"\b([a-z])[./](?=[a-z]\b)")
_CUT = re.compile(r"\b([a-z]{1,2})(\. ?|/)([a-z]{2,})\b")
_LONGEST = 110
_LONGEST_RUN = 5
"""Words of one entry of the table."""
_LONGEST_HEADING = 12
"""Words; beyond that it is a sentence."""
_FIELDS = {
    "name": _F.NAME, "whom": _F.NAME, "birth": _F.BIRTH, "id": _F.ID_NUMBER, "gender": _F.GENDER,
    "honorific": _F.HONORIFIC, "rank": _F.RANK, "post": _F.POSITION, "unit": _F.UNIT, "inner": _F.DEPARTMENT,
    "award": _F.AWARD, "proposed": _F.AWARD, "citation": _F.CITATION, "note": _F.NOTE, "kind": _F.KIND,
    "occasion": _F.OCCASION, "bodies": _F.UNIT, "ordinal": _F.ORDINAL, "other": _F.OTHER,
}  # fmt: skip
_PLACES = ("unit", "inner")


@dataclass(frozen=True, slots=True)
class Understood:
    """What a heading asks. ``whole``: every word of it is known."""

    field: ListField
    whole: bool


@lru_cache(maxsize=4096)
def composed(heading: str) -> Understood | None:
    """What the words of a heading ask together; None where no word of it says so.

    The first word that asks something decides. What is joined to it by a comma, a slash or "và" counts where both make
    one column: post and unit, collectives and persons.
    """
    if len(heading) > _LONGEST:
        return None
    parts = [part for part in _parts(heading) if part]
    sorts = [[sort for sort in part if sort != "filler"] for part in parts]
    told = [part for part in sorts if part]
    whole = all("" not in part for part in sorts)
    if not told:
        return None
    if any("former" in part for part in told):
        return Understood(_F.OTHER, whole) if len(told[0]) > 1 or len(told) > 1 else None
    if not told[0][0]:
        return None
    found = _of_name(told) if told[0][0] == "ten" else _joined(told)
    every = [sort for part in told for sort in part]
    return Understood(found, whole and not _stands_in_rows(heading, parts, every)) if found is not None else None


def _stands_in_rows(heading: str, parts: Sequence[Sequence[str]], every: Sequence[str]) -> bool:
    """Whether a cell of a row may be written so: somebody's name, a unit, a post, "Tổng", "Năm"."""
    words = heading.split()
    if len(words) > 1 and all(word[:1].isupper() and not word.isupper() for word in words):
        return True  # "Trịnh Tiến Đạt"
    if "proposed" in every and ("whom" in every or "award" in every):
        return False
    if every[0] in (*_PLACES, "whom"):
        return set(every) == {"whom"} or len(parts) == 1 or len(every) > len(parts)
    return every == ["other"] or len(words) > _LONGEST_HEADING


def _of_name(told: Sequence[Sequence[str]]) -> ListField | None:
    """ "Tên …": of a unit where nothing but places follows, of a recipient, or of what else has a name."""
    behind = [sort for part in told for sort in part if sort not in ("ten", "")]
    if behind and set(behind) <= set(_PLACES):
        return _F.UNIT
    first = behind[0] if behind else "name"
    return _F.NAME if first in (*_PLACES, "whom", "proposed") else _FIELDS[first]


def _joined(told: Sequence[Sequence[str]]) -> ListField | None:
    """The field of the first word, changed by what stands beside it."""
    first, heads = told[0][0], [part[0] for part in told]
    if first == "name" and "other" in told[0]:
        return _F.OTHER  # "Họ tên cha/mẹ"
    if first == "other":
        return _FIELDS[next((sort for part in told for sort in part if sort in ("id", "birth")), first)]
    if first in _PLACES:
        if "other" in told[0]:
            return _F.OTHER  # "Tổ xếp loại"
        if {"proposed", "award"} <= set(told[0]):
            return _F.AWARD  # "Tổ bình xét danh hiệu"
        if "whom" in heads or "name" in heads:
            return _F.NAME
        if "post" in heads:
            return _F.POSITION_AND_UNIT
        return _F.DEPARTMENT if all(head == "inner" for head in heads) else _F.UNIT
    if first == "post" and any(head in _PLACES for head in heads[1:]):
        return _F.POSITION_AND_UNIT
    return _FIELDS[first]


def plain_letters(heading: str) -> str:
    """A heading in small letters without diacritics; "lí do", "kỉ luật", "tỉ lệ" as the tables spell them, with y."""
    return _LONE_I.sub(r"\1y", fold(heading))


def _parts(heading: str) -> Iterator[list[str]]:
    """The sorts of the words of a heading, part by part; "" for a word that the table does not have."""
    short, sorts, cut = _table()
    words = _REMARKS.sub(" ", _BRACKETS.sub(" ", plain_letters(_NUMBER.sub("con so", heading)).replace("_", " ")))
    words = _LETTERS.sub(r"\1", _YEAR.sub(" ", words))
    words = _CUT.sub(
        lambda seen: cut.get((seen[1][0], seen[3]), seen[0] if seen[2] == "/" else f"{seen[1]} {seen[3]}"), words
    )
    for part in _JOINT.split(words.strip(" .:;*\"'")):
        tokens = squeeze(" ".join(short.get(word, word) for word in re.findall(r"\w+", part))).split()
        yield list(_sorts_of(tokens, sorts))


def _sorts_of(tokens: Sequence[str], sorts: Mapping[str, str]) -> Iterator[str]:
    at = 0
    while at < len(tokens):
        run = next(
            (n for n in range(min(_LONGEST_RUN, len(tokens) - at), 0, -1) if " ".join(tokens[at : at + n]) in sorts), 0
        )
        yield sorts[" ".join(tokens[at : at + run])] if run else ""
        at += run or 1


@cache
def _table() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[tuple[str, str], str]]:
    """Short forms; words with their sort, the first of several; words of two syllables by first letter and second."""
    written = tomllib.loads(resource(_TABLE).read_text(encoding="utf-8"))
    sorts: dict[str, str] = {}
    for sort, words in written["words"].items():
        for word in words:
            sorts.setdefault(word, sort)
    pairs = [word.split() for word in sorts if word.count(" ") == 1]
    cut: dict[tuple[str, str], str] = {}
    for first, second in pairs:
        cut.setdefault((first[0], second), f"{first} {second}")
    return written["short"], sorts, cut
