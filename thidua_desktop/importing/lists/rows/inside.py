"""What a name cell holds besides the name and has columns of its own elsewhere: birth, identity number, award."""

from __future__ import annotations

import re
from collections.abc import Mapping

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.meanings.awards import AwardReader, award_phrase
from thidua_desktop.importing.lists.meanings.past import YEAR, speaks_of_past
from thidua_desktop.importing.lists.meanings.people import addressed, is_personal_name
from thidua_desktop.importing.lists.meanings.posts import cut_parts, tidy
from thidua_desktop.importing.lists.meanings.vocabulary import is_unit

_F = ListField
_DAY = r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|\d{1,2}\s*[/.\-]\s*\d{4}|(?:19|20)\d\d"
_BEFORE = r"[\s,;(\-–]*"
_BORN = re.compile(
    rf"{_BEFORE}\b(?:sinh|ngày sinh|năm sinh|sn|ns)\b[ .:]*(?:năm|ngày)?[ .:]*"
    rf"(?P<value>{_DAY}|\d{{1,2}} tháng \d{{1,2}},? năm \d{{4}})\)?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?:\s*[,;(]|\s[-–])\s*(?P<value>{_DAY})\s*(?:\)|(?=[,;]|\s[-–]|$))")
_NUMBER = re.compile(
    rf"{_BEFORE}\b(?:số )?(?:cccd|cmnd|cmt|căn cước(?: công dân)?|định danh(?: cá nhân)?)\b[^\d,;]{{0,12}}"
    r"(?P<value>\d(?:[ .]?\d){8,11})\)?",
    re.IGNORECASE,
)
_MORE = re.compile(r"[\d,;:()\-–—\n]|\b(?:sinh|SINH|Sinh)\b")
"""Without one of these a cell holds a name and nothing else."""
_LONG_NUMBER = re.compile(r"(?<!\d)(?:\d{12}|\d{9})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}(?!\d)")
_LONGEST_NUMBER = 15
"""Signs of a cell that holds an identity number and nothing else."""
_LONGEST_TITLE = 30
"""Letters of an award that cannot hold its reason too."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_REASON = re.compile(
    r"[\s,;–-]+(?:(?:vì|do)\s+(?=đã\b|có\b|hoàn thành|những))?"
    r"(?P<why>(?:đã|hoàn thành)\s.*|(?:có|về|những)(?: nhiều| những)* (?:thành tích|đóng góp|công lao|công)\b.*)$",
    re.DOTALL,
)
"""Why somebody is praised; "Kỷ niệm chương vì sự nghiệp giáo dục" is a name and no reason."""
_BEHIND_BRACKET = re.compile(r"(?<=\))\s+([^(),;:]{2,60})$")
""" "Vi Thị Hà (Tổ Văn) LĐTT"."""
_COLLECTIVE = re.compile(r"^tập thể\s+", re.IGNORECASE)
_PRAISE = re.compile(r"gk|bk|giay khen|bang khen")
_YOUNGEST = "2018"
"""The year in which somebody may be born whom anybody proposes; a later one belongs to something else."""
_BIRTHS = (_F.BIRTH, _F.BIRTH_YEAR, _F.MALE, _F.FEMALE)


def told_inside(cells: Mapping[ListField, str], awards: AwardReader, *, asked: bool = False) -> dict[ListField, str]:
    """The cells with what the name cell says about birth, identity number and award taken out of it.

    Only where no cell of the row says so already, and never from the name of a collective. ``asked``: what stands
    around the row names an award, so that "(CSTĐCS năm 2023)" tells of a former one.
    """
    found = dict(cells)
    _part_numbers(found)
    _part_reason(found)
    name = found.get(_F.NAME, "")
    if not _MORE.search(name):
        return found
    person = addressed(tidy(name)) or is_personal_name(tidy(next(iter(cut_parts(_BRACKETS.sub(", ", name))), "")))
    if not any(found.get(known) for known in _BIRTHS) and any(sign.isdigit() for sign in name):
        _take(found, _BORN, _F.BIRTH)
        if person and _F.BIRTH not in found:
            _take(found, _BARE, _F.BIRTH)
    if not found.get(_F.ID_NUMBER):
        _take(found, _NUMBER, _F.ID_NUMBER)
    if not found.get(_F.AWARD) and person:
        _take_award(found, awards, asked=asked)
    elif not found.get(_F.AWARD):
        _take_award_of_unit(found, awards)
    return found


def holds_more(name: str) -> bool:
    """Whether a name cell may hold something besides the name."""
    return _MORE.search(name) is not None


def _part_reason(found: dict[ListField, str]) -> None:
    """ "Đề nghị tặng Bằng khen của … vì đã có thành tích …": the award, and what it is given for."""
    written = found.get(_F.AWARD, "")
    reason = _REASON.search(written) if len(written) > _LONGEST_TITLE and not found.get(_F.CITATION) else None
    award = award_phrase(written[: reason.start()]) if reason is not None else None
    if reason is not None and award is not None:
        why = squeeze(reason["why"]).rstrip(" .;")
        found[_F.AWARD], found[_F.CITATION] = award, why[:1].upper() + why[1:]


def _part_numbers(found: dict[ListField, str]) -> None:
    """Birth and identity number in one cell ("05/02/1980; 020180095612") each in its own."""
    both = found.get(_F.ID_NUMBER) or found.get(_F.BIRTH) or ""
    if (_F.ID_NUMBER in found and any(found.get(known) for known in _BIRTHS)) or len(both) <= _LONGEST_NUMBER:
        return
    number, day = _LONG_NUMBER.search(both), _SLASHED.search(both)
    if number is not None and day is not None and "cap" not in fold(both):  # not the day when a card was issued
        found[_F.ID_NUMBER], found[_F.BIRTH] = number.group(), day.group()


def _take(found: dict[ListField, str], pattern: re.Pattern[str], known: ListField) -> None:
    name = found.get(_F.NAME, "")
    seen = pattern.search(name)
    if seen is None or not seen.start() or (known is _F.BIRTH and seen["value"][-4:] > _YOUNGEST):
        return
    found[known] = seen["value"]
    behind = name[seen.end() :].strip(" ,;-–")
    found[_F.NAME] = squeeze(f"{name[: seen.start()]}, {behind}" if behind else name[: seen.start()])


def _take_award_of_unit(found: dict[ListField, str], awards: AwardReader) -> None:
    """ "Tổ Văn phòng: TTLĐTT": only behind a colon, since the name of a unit may hold commas and dashes."""
    head, colon, tail = found.get(_F.NAME, "").rpartition(":")
    award = tidy(tail)
    awarded = awards.award_id(award, RecipientKind.COLLECTIVE) is not None or _PRAISE.fullmatch(fold(award))
    if colon and is_unit(_COLLECTIVE.sub("", tidy(head))) and awarded:
        found[_F.NAME], found[_F.AWARD] = head.strip(), award


def _is_award(text: str, awards: AwardReader) -> bool:
    """Whether a part is an award, or a form of praise alone ("GK")."""
    return awards.award_id(text, None) is not None or _PRAISE.fullmatch(fold(text)) is not None


def _take_award(found: dict[ListField, str], awards: AwardReader, *, asked: bool) -> None:
    """ "Nguyễn Văn A - Trưởng phòng - CSTĐCS": the award at the end of the line."""
    name = found.get(_F.NAME, "")
    bracket = re.search(r"\(([^()]{2,80})\)\s*$", name)
    former = bracket is not None and (speaks_of_past(bracket[1]) or (asked and YEAR.search(bracket[1])))
    if bracket is not None and not former and awards.award_id(bracket[1], None) is not None:
        found[_F.AWARD], found[_F.NAME] = bracket[1], name[: bracket.start()].rstrip()
        return
    behind = _BEHIND_BRACKET.search(name)
    if behind is not None and _is_award(behind[1], awards):
        found[_F.AWARD], found[_F.NAME] = behind[1], name[: behind.start(1)].rstrip()
        return
    parts = cut_parts(name)
    given: list[str] = []
    while len(parts) > 1 and _is_award(tidy(parts[-1]), awards):
        last = parts.pop()
        given.insert(0, tidy(last))
        name = name[: name.rindex(last)].rstrip(" ,;:-–")
    if given:
        found[_F.AWARD], found[_F.NAME] = ", ".join(given), name
