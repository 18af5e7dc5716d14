"""Collectives inside the sender: "Tổ 1", "Phòng Ngân sách", "Văn phòng Sở" mean nothing once lists are put together."""

from __future__ import annotations

import re
from functools import lru_cache

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.importing.lists.meanings.posts import cut_parts
from thidua_desktop.importing.lists.meanings.vocabulary import is_unit

_LOWEST = (
    r"tổ(?! dân phố| hợp| chức| tk| tiết kiệm)|nhóm|lớp|bộ phận|đội|ca|kíp|chuyền|dây chuyền|"
    r"khối(?! phố)|chi đội|chi hội|chi bộ|chi đoàn"
)
_MIDDLE = (
    r"phòng(?! khám| công chứng)|ban(?! quản lý)|khoa(?! học)|bộ môn|văn phòng(?! luật sư| công chứng| thừa phát lại)|"
    r"phân xưởng|xưởng|thanh tra|phân hội|phân đoàn|vp|p\."
)
_HIGHER = r"trung tâm|tt|chi cục|ban quản lý|bql|trạm|hạt|thư viện|bảo tàng|phân hiệu|chi nhánh"
_SORTS = {
    sort: re.compile(rf"(?:{words})(?:(?=[\s\d])|(?<=\.)|$)", re.IGNORECASE)
    for sort, words in (("lowest", _LOWEST), ("middle", _MIDDLE), ("higher", _HIGHER))
}
_BODY = re.compile(
    r"(?<!\w)(?:(?i:xã(?! hội)|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố|tp\.?|sở|trường|tiểu học|"
    r"mầm non|thpt|thcs|mn|công ty|cty|hợp tác xã|htx|bệnh viện|ubnd|nhà máy|xí nghiệp|học viện|ngân hàng))\s+"
    r"(?:(?i:số)\s+)?[A-ZĐÀ-Ỹ\d]"
)
"""A body that is called by its name; "Văn phòng Sở" leaves open of which."""
_FOR_ALL = re.compile(
    r"sở nội vụ|(?:ban|hội đồng|phòng|văn phòng) (?:thi đua|tđkt|tđ-kt|tđ)|cụm|khối thi đua|ủy ban mặt trận|liên minh",
    re.IGNORECASE,
)
"""Draws up the lists of a whole province; centres and branches are those of others too."""

_COMMAND = re.compile(
    r"(?:ban|bộ) (?:chỉ huy|tư lệnh)|bch(?:qs| qs)|quân (?:khu|chủng|đoàn)|binh (?:chủng|đoàn)|"
    r"(?:sư|lữ|trung|tiểu) đoàn|công an",
    re.IGNORECASE,
)
"""Sends lists of its own: a military command or the police."""
_TROOP = re.compile(r"(?:đại|trung|tiểu|khẩu|hải|phân) đội(?!\w)", re.IGNORECASE)
"""Numbered inside the command."""
_COLLECTIVE = re.compile(r"^tập thể\s+", re.IGNORECASE)
_COMMUNE = re.compile(r"(?<!\w)(?i:xã|phường|thị trấn|đặc khu)\s+(?P<name>[A-ZĐÀ-Ỹ\d][^,;()]*)")
_CENTRE = re.compile(r"(?:trung tâm|tt) ?y tế|ttyt|bưu điện", re.IGNORECASE)
"""Has stations in several communes."""
_LEADS = tuple(
    (re.compile(above, re.IGNORECASE), re.compile(rf"(?:{below})(?!\w)", re.IGNORECASE))
    for above, below in (
        (
            r"(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|đảng ủy|đảng uỷ|hđnd và ubnd)\s+)?"
            r"(?:xã|phường|thị trấn|đặc khu)\s+(?!hội)",
            r"thôn|xóm|ấp|bản|buôn|làng|khóm|tổ dân phố|tdp|khu phố|khối phố|khu dân cư|công an (?:xã|phường|đặc khu)|"
            r"trạm y tế|(?:trường )?(?:mầm non|mẫu giáo|tiểu học|thcs|mn|th)",
        ),
        (r"(?:trung tâm|tt) ?y tế|ttyt", r"trạm y tế|tyt|phòng khám"),
        (r"bưu điện", r"bưu cục|điểm bưu điện"),
    )
)
"""Who leads bodies with names of their own, and which."""
_OF_LEVEL = re.compile(r"\b(tỉnh|huyện|xã|phường|sở|công ty|bệnh viện)$")
"""Ends the name of a part of a body that has only its level: the sender's, or another's ("Văn phòng UBND tỉnh")."""
_OF_THE_STATE = re.compile(r"(?:ủy ban|uỷ ban|ubnd|hđnd|hội đồng) ?(?:nhân dân)?", re.IGNORECASE)
_OF_AN_ASSOCIATION = re.compile(r"chi hội|chi đoàn|chi bộ|phân hội|ban công tác mặt trận|ban ctmt", re.IGNORECASE)
"""Below the Party, the Front and their associations, not below a people's committee."""


@lru_cache(maxsize=4096)
def is_part_of(name: str, sender: str) -> bool:
    """Whether a collective is a part inside the sender of a list, not a body of its own or a part of another one."""
    words = _COLLECTIVE.sub("", squeeze(name))
    if _is_below(words, squeeze(sender)):
        return True
    commanded = _COMMAND.match(sender) is not None
    sort, above = _sort(words), None if commanded else _sort(sender)
    if sort is None and commanded and _TROOP.match(words):
        sort = "lowest"
    if sort is None or any(map(_is_body, cut_parts(words)[1:])) or _BODY.search(words):
        return False
    level = _OF_LEVEL.search(words.casefold())
    if level is not None and level[1] not in sender.casefold():
        return False
    if _OF_THE_STATE.match(sender) and _OF_AN_ASSOCIATION.match(words):
        return False
    if above in ("lowest", "middle"):
        return sort == "lowest" and above == "middle"
    return sort != "higher" or (above is None and _FOR_ALL.match(sender) is None)


def _is_below(name: str, sender: str) -> bool:
    """Whether a body with a name of its own is one of those that such a sender leads: a village of a commune."""
    led = next((below for above, below in _LEADS if above.match(sender)), None)
    if led is None or not led.match(name):
        return False
    place = _COMMUNE.search(name)
    return place is None or _CENTRE.match(sender) is not None or fold(place["name"]) in fold(sender)


def is_troop(name: str) -> bool:
    """Whether a collective is a company or a smaller troop."""
    return _TROOP.match(squeeze(name)) is not None


def _is_body(words: str) -> bool:
    """ "Lớp 9A, Trường Mẫu" says whose it is; "Trung tâm Thông tin - Thư viện" does not."""
    return is_unit(words) and _sort(words) is None


def _sort(name: str) -> str | None:
    return next((sort for sort, words in _SORTS.items() if words.match(name)), None)
