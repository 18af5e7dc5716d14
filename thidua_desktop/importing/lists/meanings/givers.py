"""Who gives a form of praise: named behind it ("Bằng khen của …"), or before it ("Đề nghị … tặng Bằng khen")."""

from __future__ import annotations

import re

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.importing.lists.meanings.vocabulary import is_unit

_HEAD = re.compile(
    r"(?:dong chi |quyen |pho )?(?:chu tich|ct|thu tuong|bo truong|bi thu|giam doc|gd|tong giam doc|tgd|hieu truong|"
    r"thu truong|nguoi dung dau|(?:tong )?cuc truong|vu truong|vien truong|chi cuc truong|chanh (?:an|van phong)|"
    r"tu lenh|chinh uy|chi huy truong|truong (?:ban|phong)|tong (?:bi thu|bien tap|thu ky|kiem toan)|"
    r"doan chu tich|ban thuong truc|lanh dao)\b"
)
_BODY = re.compile(
    r"(?:cap |nganh |toan )?(?:chinh phu|nha nuoc|trung uong|tw|tong (?:lien doan|hoi|cuc|cong ty)|ttg\w*|ttcp|cp|tinh|"
    r"thanh pho|tp|xa|phuong|dac khu|huyen|quan|thi xa|bo|nganh|so|co so|tren|btv|bch|qk ?\d|"
    r"t?ldld|tld|lhpn|hnd|hccb|mttq|sgd\&?dt|syt|snv)\b"
)
_TOO_SMALL = re.compile(
    r"(?:thon|ap|xom|khom|buon|lang|tdp|to|lop|khu(?! vuc)|khoi|nhom|cum|doi|chi (?:doan|hoi|doi|bo)|khoa|"
    r"bo phan|bo mon|phan xuong|xuong|tap the|ca nhan|nhan dan|ho)\b"
)
"""Can be praised, but give no paper of praise that the law knows."""
_OF = re.compile(r"\s*(?:cua|do)\b")
_LONGEST = 90
_JOINED = re.compile(r"\s*(?:[,;/&+\"“(]|va |hoac |kem |$)")
_GIVES = re.compile(
    r"[\s,]+(?:(?:xem xét|xét|quyết định|khen thưởng|khen|ký)(?:,| và)?\s+)*"
    r"(?:tặng|trao|khen|công nhận)(?: thưởng)?(?: (?:hình thức|danh hiệu))?[\s:\"“]*$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?<!\w)(?:đề nghị|trình|báo cáo|được|do|đề xuất|kiến nghị|xin ý kiến|kính gửi)\s+(?:lên\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)


def can_give(words: str) -> bool:
    """Whether words begin with an office or a body that praises: "Chủ tịch UBND xã", "Tổng Liên đoàn", not "Xóm 5"."""
    bare = fold(words)
    if _HEAD.match(bare) or _BODY.match(bare):
        return True
    return is_unit(words) and not _TOO_SMALL.match(bare)


def giver_before(words: str) -> str | None:
    """Who is asked to give what follows: "Danh sách đề nghị Hiệu trưởng tặng"; None where nobody is named."""
    gives = _GIVES.search(words)
    if gives is None:
        return None
    said = words[: gives.start()]
    begins = [seen.end() for seen in _ASKED.finditer(said)] or [0]
    who = said[begins[-1] :].strip(" ,")
    return who if can_give(who) and len(who) <= _LONGEST else None


def ends_with_form(behind: str) -> bool:
    """Whether what stands behind "Bằng khen" in a title is no part of it, since it names nobody who could give it."""
    bare = fold(behind)
    return not (_JOINED.match(bare) or _OF.match(bare) or can_give(behind.strip()))
