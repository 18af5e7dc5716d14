"""Recipients inside a sentence: "Điều 1. Tặng Bằng khen … cho ông A, Trưởng thôn, đã …", "LĐTT: 02 đồng chí: A, B"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.headings.headings import field_of
from thidua_desktop.importing.lists.meanings.awards import award_phrase
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.people import addressed, is_full_name, is_personal_name
from thidua_desktop.importing.lists.meanings.posts import tidy
from thidua_desktop.importing.lists.meanings.vocabulary import is_household, is_unit

_TO = re.compile(r"\s(?:cho|đối với)\s+", re.IGNORECASE)
_CALLED = re.compile(
    r"(?:(?:các|những)\s+)?(?:\d{1,4}\s+)?(?:\([^()]{1,30}\)\s+)?"
    r"(?:(?:tập thể|cá nhân|hộ gia đình|đồng chí|đ/c|người|ông(?:,\s*|/|\s+)bà)\s+)?"
    r"(?:(?:có tên )?(?:sau đây|sau|gồm(?: có)?)\s*)?",
    re.IGNORECASE,
)
"""What stands between "cho" and the first recipient."""
_BECAUSE = re.compile(
    r",?\s+(?:(?:vì|do)\s+)?(?P<why>(?:đã\s|có\s+(?:nhiều\s+|những\s+)?(?:thành tích|đóng góp|công|hành động|việc làm)|"
    r"về\s+(?:thành tích|hành động)).*)$",
    re.IGNORECASE | re.DOTALL,
)
_NEXT = re.compile(r"\s*;\s*(?:và\s+)?|\s*,\s*(?:và\s+)?(?=(?:ông|bà|đồng chí|đ/c|hộ ông|hộ bà)\s)", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*[,;]\s*|\s+và\s+")
_IN_GENERAL = re.compile(
    r"(?:tap the|ca nhan|don vi|co quan|to chuc)(?: (?:va|truc|co|duoc|tieu|dat|thuoc|sau|trong)\b|\s*[,;/]|$)"
)
"""Words for recipients of a sort, not for one of them: "CÁC TẬP THỂ, CÁ NHÂN"."""
_TYPED_NAME = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d]*(?: [A-ZĐÀ-Ỹ][^\W\d]*){1,5}")
_COUNTED = re.compile(
    r"\b(\d{1,3})\s+(?:người|cá nhân|đồng chí|đ/c|cán bộ|giáo viên|nhân viên|hội viên)", re.IGNORECASE
)
_LONGEST = 4000
_FEWEST_LABELS = 2
_MOST_TRIES = 6
"""Places at which the recipients may begin."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence says: its words up to the recipients, they, and why they are praised."""

    head: str
    names: tuple[str, ...]
    why: str | None = None


def told_in(text: str) -> Told | None:
    """The recipients that a sentence names together with their award; None where it names none for certain."""
    words = squeeze(text)
    if len(words) > _LONGEST:
        return None
    head, colon, behind = words.rpartition(":")
    if colon and award_phrase(head) and (found := _recipients(behind) or _names(head, behind)):
        return Told(head, *found)
    for seen in islice(_TO.finditer(words), _MOST_TRIES):
        start = seen.end() + len((_CALLED.match(words[seen.end() :]) or [""])[0])
        if award_phrase(words[: seen.start()]) and (found := _recipients(words[start:])):
            return Told(words[: seen.start()], *found)
    return None


def first_told(lines: Sequence[Line]) -> int:
    """The place of the first paragraph that names recipients with their award; 0 where none does."""
    return next((at for at, line in enumerate(lines) if not line.is_row and told_in(line.text) is not None), 0)


def told_by_labels(text: str) -> dict[ListField, str]:
    """ "Họ và tên: Nguyễn Văn A; Chức vụ: Trưởng thôn": what is said by field; empty where no name is called so."""
    pairs = [part.partition(":") for part in re.split(r"\s*[;|]\s*", squeeze(text)[:_LONGEST])]
    found = {field_of(label): tidy(value) for label, colon, value in pairs if colon and value.strip()}
    if len(found) < _FEWEST_LABELS or ListField.NAME not in found:
        return {}
    return {field: value for field, value in found.items() if field is not None and field is not ListField.OTHER}


def _recipients(text: str) -> tuple[tuple[str, ...], str | None] | None:
    because = _BECAUSE.search(text)
    listed = tidy(text[: because.start()] if because else text)
    parts = [part for part in map(tidy, _BETWEEN_NAMES.split(listed)) if part]
    if not parts or not all(map(is_full_name, parts)):
        parts = [part for part in map(tidy, _NEXT.split(listed)) if part]
    if not parts or not all(map(_is_recipient, parts)):
        return None
    why = tidy(because["why"]) if because else None
    return tuple(parts), why[:1].upper() + why[1:] if why else None


def _names(head: str, text: str) -> tuple[tuple[str, ...], None] | None:
    """Names behind a colon, as many as the award before it counts, or beside one that is surely a whole name."""
    parts = [part for part in map(tidy, _BETWEEN_NAMES.split(text)) if part]
    if len(parts) < _FEWEST_LABELS or not all(is_personal_name(part) and _TYPED_NAME.fullmatch(part) for part in parts):
        return None
    counted = any(int(number) == len(parts) for number in _COUNTED.findall(head))
    return (tuple(parts), None) if counted or any(map(is_full_name, parts)) else None


def _is_recipient(text: str) -> bool:
    if addressed(text) or is_household(text) or is_full_name(text):
        return True
    return is_unit(text) and text[:1].isupper() and _IN_GENERAL.match(fold(text)) is None
