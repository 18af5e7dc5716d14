"""How those who issue papers are called: in letterheads, above signatures, in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.councils.rosters import CouncilRole

COUNCIL_CODE = "HĐTĐKT"
_FOR_COUNCIL = "TM. HỘI ĐỒNG"
_CHAIR = "CHỦ TỊCH"
_FOR_CHAIR = "KT. CHỦ TỊCH"
CHAIR_POSTS: dict[CouncilRole, tuple[str, ...]] = {
    CouncilRole.CHAIR: (_FOR_COUNCIL, _CHAIR),
    CouncilRole.STANDING_VICE_CHAIR: (_FOR_COUNCIL, _FOR_CHAIR, "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
    CouncilRole.VICE_CHAIR: (_FOR_COUNCIL, _FOR_CHAIR, "PHÓ CHỦ TỊCH"),
}
"""The lines above the signature of whoever leads a council (document-forms §1.5)."""

_COMMITTEE = "Ủy ban nhân dân"
_SHORT_COMMITTEE = re.compile(r"(?i)^ubnd\b|^uỷ ban nhân dân\b|^ủy ban nhân dân\b")
_PLACES = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "đặc khu", "thị trấn")
_WITH_PLACE = re.compile(r"\b(?:tỉnh|thành phố|phường|đặc khu)(?: \S+){1,4}$")
"""A place at the end of an office's name; "xã" is left out, for a "hợp tác xã" is none."""
_KINDS = (
    *("trung tâm", "bệnh viện", "văn phòng", "hợp tác xã", "học viện", "chi cục"),
    *("công ty tnhh mtv", "công ty tnhh", "công ty cổ phần", "tổng công ty", "công ty"),
    *("thanh tra", "kho bạc", "liên đoàn", "trạm y tế", "phòng khám", "xí nghiệp", "nhà máy"),
)
"""Kinds of offices of more than one syllable; of others the first syllable is the kind."""
_BETWEEN = re.compile(r"(, | - | và )")
_SCHOOL = re.compile(
    r"(thpt|thcs|tiểu học(?: và (?:thcs|trung học cơ sở))?|mầm non|trung học (?:phổ thông|cơ sở)) (.+)"
)
_ABBREVIATIONS = re.compile(r"(?i)\b(thpt|thcs|ubnd|hđnd|mttq|tnhh|mtv)\b")
_WITH_KIND = re.compile(r"\d+|Hồ Chí Minh")
"""Units called after a number or this person keep the capital of their kind: "Phường 7", "Thành phố Hồ Chí Minh"."""
_PROVINCE_COUNCIL = re.compile(r"\b(tinh|thanh pho)\b")
_DEPUTY = re.compile(r"(?i)^(kt|tl|tuq|q|tm)\.\s*")


def head_name(council: str, above: str) -> str:
    """The council in its own letterhead: what the line above says already is left off its end."""
    words, over = council.split(), fold(above).split()
    shared = 0
    while shared < min(len(words) - 1, len(over)) and fold(words[-1 - shared]) == over[-1 - shared]:
        shared += 1
    while shared and fold(" ".join(words[: len(words) - shared])).endswith((" cua", " va")):
        shared -= 1
    return " ".join(words[: len(words) - shared]) if shared > 1 else council


def of_province(council: str) -> bool:
    """Whether a council names a province or city: an office below it then only keeps its papers."""
    return _PROVINCE_COUNCIL.search(fold(council)) is not None


def running(name: str, known: Iterable[str] = ()) -> str:
    """A name in capitals as running text writes it: as a unit of the same name does, else by the usual rules.

    "UBND TỈNH HỒNG SƠN" becomes "Ủy ban nhân dân tỉnh Hồng Sơn", "SỞ NỘI VỤ" becomes "Sở Nội vụ",
    "BAN QUẢN LÝ KHU CÔNG NGHỆ TỈNH HỒNG SƠN" becomes "Ban Quản lý khu công nghệ tỉnh Hồng Sơn".
    """
    bare = squeeze(name)
    if not bare.isupper():
        return _SHORT_COMMITTEE.sub(_COMMITTEE, bare)
    found = next((other for other in known if fold(other) == fold(bare)), None)
    if found is not None:
        return found
    if _SHORT_COMMITTEE.match(bare):
        return f"{_COMMITTEE} {_place(_SHORT_COMMITTEE.sub('', bare).strip())}".strip()
    return _WITH_PLACE.sub(lambda found: _place(found[0]), _sentence(bare))


def _sentence(text: str) -> str:
    """The kind and each field with a capital (NĐ 30/2020, annex II): "Sở Nông nghiệp và Môi trường"."""
    lowered = text.lower()
    kind = next((each for each in _KINDS if lowered.startswith(f"{each} ")), lowered.partition(" ")[0])
    rest = lowered[len(kind) :].strip()
    school = _SCHOOL.match(rest) if kind == "trường" else None
    if school is not None:
        rest = f"{_first(school[1])} {school[2].title()}"
    else:
        rest = "".join(part if _BETWEEN.fullmatch(part) else _first(part) for part in _BETWEEN.split(rest))
    written = f"{_first(kind)} {rest}".strip()
    return _ABBREVIATIONS.sub(lambda found: found[0].upper(), written)


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _place(text: str) -> str:
    lowered = text.lower()
    for kind in _PLACES:
        if lowered.startswith(f"{kind} "):
            name = lowered[len(kind) + 1 :].title()
            return f"{_first(kind) if _WITH_KIND.fullmatch(name) else kind} {name}"
    return lowered.title()


def head_of(post: str, office: str) -> str:
    """Who decides, in running text: ``Giám đốc Sở Nội vụ``; of a deputy's post the head's."""
    return f"{post.capitalize()} {office}".strip()


def chairman(committee: str) -> str:
    """``Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn``."""
    return f"Chủ tịch {committee}"


def head_post(posts: Iterable[str]) -> str:
    """The head's post out of the lines above a signature: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC" is "GIÁM ĐỐC"."""
    first = next(iter(posts), "")
    return _DEPUTY.sub("", squeeze(first)).upper()


def is_committee(name: str) -> bool:
    """Whether an office is an Ủy ban nhân dân, whose chairman decides as a person."""
    return _SHORT_COMMITTEE.match(name) is not None


def province_of(superior: str) -> str:
    """Whose chairman decides at the province: the superior where it is a committee, else only the post."""
    return superior if _SHORT_COMMITTEE.match(superior) else f"{_COMMITTEE} tỉnh"


_BY = " của "
_GIVEN_BY_HEADS = ("giay_khen", "bang_khen")
_FLAG = "co_thi_dua"


def award_by(award: Award, authority: str) -> str:
    """A form of award as it is called where it is known who gives it: ``Giấy khen của Giám đốc Sở Nội vụ``.

    The catalogue names it after all who may give it. Titles, and what the State gives, stay as they are.
    """
    form, by, _ = award.name.partition(_BY)
    if not by or award.level == _STATE:
        return award.name
    if award.kind in _GIVEN_BY_HEADS:
        return f"{form}{by}{authority}"
    if award.id.startswith(_FLAG):  # a flag is given by the committee or ministry, not by its head
        return f"{form}{by}{authority.removeprefix('Chủ tịch ')}"
    return award.name


_STATE = "nha_nuoc"
CHAIRMAN_POST = "CHỦ TỊCH"
COMMITTEE_CODE = "UBND"
