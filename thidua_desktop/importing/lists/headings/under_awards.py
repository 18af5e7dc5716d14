"""Tables in which the names stand below the awards: "Đơn vị | Lao động tiên tiến | Chiến sĩ thi đua cơ sở"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.meanings.awards import award_phrase, speaks_of_award
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.people import addressed, first_part, is_personal_name
from thidua_desktop.importing.lists.meanings.several import begins_person, persons_in

_F = ListField
_MAY_HOLD_NAMES = (_F.AWARD, _F.AWARD_MARK, _F.NAME, _F.OTHER, _F.KIND, _F.CITATION)
_PAST = re.compile(r"\b(?:da (?:dat|duoc|nhan|co)|nam truoc|truoc (?:day|do)|qua trinh|lich su)\b")
_OF_SOMEBODY = re.compile(r"(?:ho (?:va )?)?ten|ca nhan|(?:ho (?:va )?)?ten ca nhan|danh sach(?: ca nhan)?")
_NOTHING = ("", "khong", "khong co", "khong xet", "khong de nghi", "ko", "x", "co", "+")
_SAMPLE = 60
_MOSTLY = 0.6


def names_under_awards(
    fields: Mapping[int, ListField], headings: Mapping[int, str], body: Sequence[Line]
) -> frozenset[int]:
    """The columns headed by an award whose cells name persons; none where the persons have a column of their own.

    A single such column beside no other award is an ordinary column of names ("STT | Lao động tiên tiến | Chức vụ").
    """
    asked = [at for at, words in headings.items() if fields[at] in _MAY_HOLD_NAMES and award_over(words) is not None]
    if not asked:
        return frozenset()
    texts = _texts(body, headings)
    named = frozenset(at for at in asked if _are_persons(texts[at]))
    others = any(found is _F.NAME and at not in asked and _are_persons(texts[at]) for at, found in fields.items())
    if not named or others or not any(texts[at] for at in asked if at != min(named)):
        return frozenset()
    return named


def awards_with_names(headings: Mapping[int, str], body: Sequence[Line]) -> list[int]:
    """The columns of a heading that asks for nothing else: "STT | Lao động tiên tiến | Chiến sĩ thi đua cơ sở"."""
    asked = [at for at, words in sorted(headings.items()) if award_over(words) is not None]
    texts = _texts(body, headings) if len(asked) > 1 else {}
    named = [at for at in asked if _are_persons(texts.get(at, ()))]
    return named if len(named) > 1 else []


def own_awards(fields: Mapping[int, ListField], named: frozenset[int], body: Sequence[Line]) -> list[int]:
    """The columns that were taken for names and hold the awards of the units: "Tập thể" over "TTLĐXS"."""
    texts = _texts(body, fields)
    return [
        at
        for at, found in fields.items()
        if found is _F.NAME and at not in named and texts[at] and all(map(speaks_of_award, texts[at]))
    ]


def _texts(body: Sequence[Line], columns: Iterable[int]) -> dict[int, list[str]]:
    """The cells below each column that say more than "none" or "yes"."""
    rows = [line for line in body[:_SAMPLE] if line.is_row and len(line.cells) > 1]
    told = {at: [line.cells[at] for line in rows if at in line.cells] for at in columns}
    return {at: [text for text in texts if not names_nobody(text)] for at, texts in told.items()}


def award_over(heading: str) -> str | None:
    """The award that a heading names by its last words, or above "Họ và tên"; None where it speaks of former ones."""
    above, _, last = heading.rpartition(" – ")
    if _PAST.search(fold(heading)):
        return None
    return award_phrase(last) or (award_phrase(above) if _OF_SOMEBODY.fullmatch(fold(last)) else None)


def names_person(text: str) -> bool:
    """Whether a cell below an award names one person or several."""
    return bool(persons_in(text)) or begins_person(text) or is_personal_name(first_part(text)) or addressed(text)


def names_nobody(text: str) -> bool:
    """Whether a cell below an award says that nobody is proposed, or only "yes"."""
    return fold(text).strip(" .-") in _NOTHING


def _are_persons(texts: Sequence[str]) -> bool:
    return bool(texts) and sum(map(names_person, texts)) >= _MOSTLY * len(texts)
