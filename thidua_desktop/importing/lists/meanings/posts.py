"""What follows a name: a run of posts and units, cut at commas and dashes, and put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.importing.lists.meanings.awards import speaks_of_award
from thidua_desktop.importing.lists.meanings.vocabulary import UNIT_INSIDE, begins_with_post, is_unit

_CUT = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+|\s*–\s*|\s*\n\s*|(?<=[^\W\d_])\s*-\s+|\s*:\s+")
_CUT_KEEPING = re.compile(f"({_CUT.pattern})")
_SIGNS = re.compile(r"[,;:\n\-–—]")
_DASHES = ("-", "–", "—")
_LABELS = re.compile(
    r"(?:chức vụ|chức danh|đơn vị(?: công tác)?|nơi công tác|cơ quan|(?:hiện |đang )*công tác tại|hiện là|danh hiệu|"
    r"hình thức(?: khen thưởng)?|đề nghị|địa chỉ)\s*:?",
    re.IGNORECASE,
)
"""Words that only say what stands behind them."""
_FIELD_OF_WORK = re.compile(
    r"(?:xã hội|khoa học|khoa giáo|tổ chức|hội nhập|đoàn thể|đội ngũ|báo chí|thanh tra|quân sự|ngành nghề|thuế|hội họp)"
    r"(?!\s+[A-ZĐÀ-Ỹ])",
    re.IGNORECASE,
)
"""Begins like a unit, but behind a dash it is the second field in the name of one ("Phòng Văn hóa - Xã hội")."""
_ENDS = re.compile(r"(?:\s*(?:\./\.|[;.,:/*]))+$")
_LABEL_BEFORE = re.compile(r"^(?:\d{1,4}\s*[.):/-]+|[-–—+*•])\s*(?=\S)")
_NAMELESS = re.compile(
    r"\b(?:xã|phường|huyện|quận|tỉnh|thành phố|thôn|bản|ấp|xóm|sở|phòng|khoa|trường|công ty|trung tâm|UBND|HĐND|"
    r"đảng ủy|"
    r"đảng uỷ|đảng bộ|chi bộ|văn phòng|tòa án|toà án|viện kiểm sát|bệnh viện|viện|"
    r"trạm|chi cục|cục|công đoàn|ủy ban|uỷ ban|MTTQ|Đoàn|Đội|Hội|đoàn thanh niên|cơ quan|ban|tổ)$",
    re.IGNORECASE,
)
"""A unit that is called by its sort only."""
_MOST_PARTS = 30
"""Commas behind a name; beyond that it is no post and unit."""
_OF_BOARD = re.compile(r"(?:BCH|BTV|Ban (?:Chấp hành|Thường vụ|Thường trực|Kiểm tra))\b", re.IGNORECASE)
_BARE_BOARD = re.compile(
    r"BCH|BTV|Ban (?:Chấp hành|Thường vụ|Thường trực|Kiểm tra|Chỉ huy|Giám đốc|Giám hiệu|Lãnh đạo|Kiểm soát|"
    r"Thanh tra nhân dân|Quản trị|Điều hành|Thư ký)|Hội đồng (?:quản trị|thành viên|trường)",
    re.IGNORECASE,
)
_LEADS_PIONEERS = re.compile(r"(?:.* )?(?:tpt|(?:tong )?phu trach)(?: cong tac)?")
_TWICE = re.compile(r"^(\w+)\s+\1(?=\s)", re.IGNORECASE)
_LONE_POSTS = {
    "truong",
    "pho truong",
    "chanh",
    "pho",
    "pho chanh",
    "phu trach",
}
_LED_BY_NAME = ("công an", "ca", "thôn", "bản", "ấp", "xóm", "khóm", "khu phố", "tdp", "tổ dân phố")
"""Belong to the post as well: "Trưởng thôn Mẫu" works in "thôn Mẫu"."""
_FORMERLY = re.compile(r"^(?:(?:nguyen|quyen|q\.?|cuu) )+")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a run of words; ``sign`` stands between it and the piece before."""

    text: str
    sign: str = ", "


def tidy(text: str) -> str:
    """A name without an ordinal before and the signs that end an item of a list (";", "./.")."""
    words = squeeze(text)
    if words[:1].isalpha() and words[-1:].isalnum():
        return words
    return _ENDS.sub("", _LABEL_BEFORE.sub("", words)).strip(" -–")


def cut(text: str) -> list[Part]:
    """A text cut at commas, dashes and line ends; a dash inside a unit's name ("Tổ Toán - Tin") is kept."""
    if not _SIGNS.search(text):
        return [Part(text)] if text.strip() else []
    pieces = _CUT_KEEPING.split(text)
    commas = any("," in sign or ";" in sign for sign in pieces[1::2])
    parts: list[Part] = []
    for at in range(0, len(pieces), 2):
        piece, sign = pieces[at], pieces[at - 1].strip() if at else ""
        if not piece.strip() or (parts and _LABELS.fullmatch(piece.strip())):
            continue
        if parts and sign in _DASHES and _goes_on_inside(parts[-1].text, piece, commas=commas):
            parts[-1] = Part(f"{parts[-1].text} {sign} {piece}", parts[-1].sign)
        else:
            parts.append(Part(piece, " - " if sign in _DASHES else ", "))
    return parts


def cut_parts(text: str) -> list[str]:
    """The pieces of ``cut`` without the signs between them."""
    return [part.text for part in cut(text)]


def _goes_on_inside(before: str, piece: str, *, commas: bool) -> bool:
    """Whether a dash stands inside a unit's name, or inside a post where commas part the others."""
    in_words = not all(word[:1].isupper() for word in before.split())  # "Doãn Đức Sở" is somebody
    named = is_unit(before) or (in_words and UNIT_INSIDE.search(before) is not None)
    if named and _FIELD_OF_WORK.match(piece):
        return True
    apart = is_unit(piece) or begins_with_post(piece) or UNIT_INSIDE.match(piece) or speaks_of_award(piece)
    return (named or (commas and begins_with_post(before))) and not apart


def post_and_unit(parts: Sequence[Part], *, sure: bool = False) -> tuple[str | None, str | None]:
    """Post and unit from what follows a name: "Phó Giám đốc Sở Mẫu", ("Trưởng phòng", "Sở Mẫu").

    Args:
        parts: as ``cut`` has made them.
        sure: a heading says that a unit is among them, so that words after a post are one even if nothing in them
            tells so.
    """
    pieces = [Part(text, part.sign) for part in parts if (text := tidy(part.text))]
    if not pieces:
        return None, None
    if len(pieces) > _MOST_PARTS:
        return None, _units(pieces)
    posts: list[Part] = []
    for at, piece in enumerate(pieces):
        if is_unit(piece.text) and not begins_with_post(piece.text):
            return _unit_first(pieces) if at == 0 else (joined(posts), _units(pieces[at:]))
        post, unit = _cut_post(piece.text)
        if unit is not None and post and _BARE_BOARD.fullmatch(unit):
            posts.append(piece)  # "Ủy viên Ban Thường vụ, Hội Nông dân xã Mẫu": the board belongs to the post
            continue
        if unit is not None and _NAMELESS.search(unit) and at + 1 < len(pieces) and is_unit(pieces[at + 1].text):
            posts.append(piece)  # "Chủ tịch UBND xã, UBND xã Yên Khê"
            continue
        more_posts = any(begins_with_post(later.text) for later in pieces[at + 1 :])
        if unit is not None and not more_posts:
            kept = [*posts, Part(post, piece.sign)] if post else posts
            return joined(kept), _units([Part(unit), *pieces[at + 1 :]])
        posts.append(piece)
    if sure and len(posts) > 1 and begins_with_post(posts[0].text) and _may_be_unit(posts[-1].text):
        return joined(posts[:-1]), posts[-1].text
    return joined(posts), None


def is_nameless(unit: str) -> bool:
    """Whether a unit is called by its sort and nothing else ("Đảng ủy", "Văn phòng")."""
    return _NAMELESS.fullmatch(unit) is not None


def joined(parts: Sequence[Part]) -> str | None:
    """The pieces in one run again, None for none."""
    return "".join(part.text if at == 0 else f"{part.sign}{part.text}" for at, part in enumerate(parts)) or None


def _units(parts: Sequence[Part]) -> str | None:
    return ", ".join(part.text for part in parts) or None


def _may_be_unit(text: str) -> bool:
    return text[:1].isupper() and not begins_with_post(text)


def _unit_first(pieces: Sequence[Part]) -> tuple[str | None, str | None]:
    """ "Sở Mẫu, Phó Giám đốc": a post at the end belongs in front."""
    last = pieces[-1].text
    if len(pieces) > 1 and begins_with_post(last):
        return last, _units(pieces[:-1])
    return None, _units(pieces)


def _cut_post(piece: str) -> tuple[str | None, str | None]:
    """A post with its unit behind it, in one run of words."""
    office = False
    for seen in UNIT_INSIDE.finditer(piece):
        post, unit = piece[: seen.start()].strip(" ."), piece[seen.start() :].strip()
        if fold(post) in ("truong", "pho truong", "doi truong") and seen.group().casefold() in _LED_BY_NAME:
            place = _TWICE.sub(r"\1", unit)  # "Trưởng thôn thôn 3"
            return piece, place if len(place.split()) > 1 else None
        if _OF_BOARD.match(unit) and UNIT_INSIDE.search(unit, seen.end() - seen.start() + 1):
            continue  # "Ủy viên BCH Hội Mẫu": the board belongs to the post
        if seen.group() == "Đội" and _LEADS_PIONEERS.fullmatch(fold(post)):
            continue  # "Tổng phụ trách Đội"
        if not post or _FORMERLY.sub("", fold(post)) in _LONE_POSTS or len(unit.split()) < 2:
            office = office or bool(post)
            continue
        if office and _NAMELESS.search(unit) and fold(seen.group()) in ("hdnd", "ubnd"):
            return piece, None  # "Phó Chánh Văn phòng HĐND và UBND xã" names no unit
        return post, unit
    return piece, None
