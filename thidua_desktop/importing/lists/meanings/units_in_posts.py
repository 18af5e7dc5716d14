"""The unit that a post ends in, in lists without a column for units: "Chủ tịch Hội CCB phường Mẫu"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.meanings.inner_parts import is_part_of
from thidua_desktop.importing.lists.meanings.posts import cut, cut_parts, is_nameless, post_and_unit
from thidua_desktop.importing.lists.meanings.vocabulary import begins_with_post, is_unit

_F = ListField
PLACED = (_F.UNIT, _F.DEPARTMENT, _F.POSITION_AND_UNIT, _F.ADDRESS)
"""Columns that say where somebody works or lives: beside one of them a post is nothing but a post."""
_VILLAGES = r"thôn|bản|ấp|xóm|buôn|làng|khóm|khu phố|tổ dân phố|tdp"
_LEVELS = r"xã(?! hội)|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tp\.?|tỉnh"
_PLACE = re.compile(rf"(?<!\w)(?i:{_LEVELS}|{_VILLAGES}|khu vực)\s+(?P<name>(?:(?i:số)\s+)?[A-ZĐÀ-Ỹ\d].*)")
"""A place that is called by its name."""
_LEVEL_ONLY = re.compile(rf"(?:{_LEVELS}|cơ sở|cơ quan|địa phương)$", re.IGNORECASE)
"""Ends a body of which only the level is said: the sender's own."""
_OF_THE_STATE = re.compile(
    rf"(?:ubnd|hđnd|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|đảng ủy|đảng uỷ|đu|đảng bộ|{_LEVELS})(?!\w)",
    re.IGNORECASE,
)
"""Organs of one place, which draws up one list for them all."""
_ASSOCIATION = re.compile(
    r"(?:hội|chi hội|đoàn|chi đoàn|liên đoàn|lđlđ|công đoàn|cđcs|đảng bộ|chi bộ|ủy ban|uỷ ban|ubmttq|mttq|mặt trận|"
    r"ban|bch|liên minh|câu lạc bộ|clb|văn phòng|vp|bộ|cục|vụ)(?!\w)",
    re.IGNORECASE,
)
"""Found in every place and firm: without a place or a number it is that of the sender."""
_SORT_ONLY = re.compile(
    r"(?:truong )?(?:thcs|thpt|th|mn|tieu hoc|mam non|mau giao|th va thcs|th&thcs|trung hoc (?:co so|pho thong))|"
    r"tram y te|tyt|trung tam(?: y te)?|ttyt|benh vien(?: da khoa)?|bv|cong ty(?: tnhh| cp| co phan)?|hop tac xa|"
    r"nha van hoa|thu vien|bao tang|cong an|ca|thanh tra|ke toan|thue|hai quan|nha may|xi nghiep|to|doi|khoa|phong"
)
"""Says what sort of body it is and no more."""
_ROOM = re.compile(r"(?:(?:phó|quyền|q\.|p\.) ?)*trưởng (?P<sort>phòng|khoa) (?P<name>[A-ZĐÀ-Ỹ].*)", re.IGNORECASE)
_TEAM = re.compile(r"(?:tổ|nhóm|lớp)(?!\w)", re.IGNORECASE)
"""Without a sign before it only says whom somebody leads: "Tổ trưởng Tổ Toán"."""
_ITS_OWN = re.compile(r"(?:công đoàn|cđcs|chi bộ|đảng bộ|đảng ủy|đảng uỷ|đoàn|chi đoàn)(?!\w)", re.IGNORECASE)
"""Inside whatever body it is named after."""


def with_unit_of_post(cells: Mapping[ListField, str], sender: str | None) -> Mapping[ListField, str]:
    """The cells of a row with the body in which its post ends in the column for units.

    A part of the sender ("Khoa Nội") goes to the column for departments, so that the sender is named behind it. What
    names no body, or only the sender's own ("Chủ tịch HĐND"), stays a post.
    """
    found = _told(cells.get(_F.POSITION, ""), sender or "")
    if found is None:
        return cells
    post, unit, inside = found
    return {**cells, _F.POSITION: post, (_F.DEPARTMENT if inside else _F.UNIT): unit}


@lru_cache(maxsize=4096)
def _told(written: str, sender: str) -> tuple[str, str, bool] | None:
    """Post, unit, and whether it is a part of the sender."""
    post, unit = post_and_unit(cut(written))
    if unit is None:
        return _room(written, sender)
    if post is None or not begins_with_post(post):
        return None
    body = cut_parts(unit)[0]
    if is_nameless(unit) or _SORT_ONLY.fullmatch(fold(unit)) or _is_of_sender(unit, sender):
        return None
    inside = bool(sender) and is_part_of(unit, sender)
    team = inside and _TEAM.match(unit) is not None and unit not in cut_parts(written)
    if team or not _is_named(unit, body, inside=inside):
        return None
    return (written if "," in post or ";" in post else post), unit, inside


def _room(written: str, sender: str) -> tuple[str, str, bool] | None:
    """ "Trưởng phòng Kinh tế": the post is called by the part of the sender that it leads."""
    seen = _ROOM.fullmatch(written)
    if seen is None or not sender or len(cut_parts(written)) > 1 or not seen["name"][:1].isupper():
        return None
    unit = f"{seen['sort'].capitalize()} {seen['name']}"
    return (written, unit, True) if is_part_of(unit, sender) else None


def _is_named(unit: str, body: str, *, inside: bool) -> bool:
    """Whether a body is called by more than its sort and level."""
    if _PLACE.search(unit):
        return True
    if _LEVEL_ONLY.search(unit):
        return False
    if _ASSOCIATION.match(body):
        return any(map(str.isdigit, body)) or any(map(is_unit, cut_parts(unit)[1:]))
    return inside or len(body.split()) > 1


def _is_of_sender(unit: str, sender: str) -> bool:
    """Whether a body is the sender, an organ of the same place, or its union and Party cell."""
    here, there = fold(unit), fold(sender)
    if not sender:
        return False
    if here in there or (there in here and _ITS_OWN.match(unit)):
        return True
    place = _PLACE.search(unit)
    return _OF_THE_STATE.match(unit) is not None and place is not None and fold(place["name"]) in there
