"""What a council says of a proposal: yes or no, never an award by itself."""

from __future__ import annotations

import re
from functools import lru_cache

from thidua_desktop.common.vietnamese import fold

_YES = (
    r"(?:dong y|nhat tri|thong nhat|tan thanh|dong thuan|thong qua|chap thuan|phe duyet|duyet|dat|du|duoc|ok|dung|"
    r"dat yeu cau|du (?:dieu kien|tieu chuan|tc|dk)|dat (?:tieu chuan|dieu kien)|xet|co de nghi|de nghi xet|"
    r"de nghi|de nghi (?:tang|khen|khen thuong)|da xet|da duyet)"
)
_MORE = (
    r"(?: (?:de nghi|xet|tang|cong nhan|khen thuong|khen|trinh|cao|hoan toan|tuyet doi|100 ?%|cua hoi dong|cap tren))*"
    r"(?: ?[(:,–-] ?[\d/ %.,]+(?:phieu|thanh vien|y kien|%)?\)?)?"
)
_AGREES = re.compile(rf"(?:hoi dong |hd |to |chi bo |da )?{_YES}{_MORE}")
_NOT_PROPOSED = re.compile(
    r"(?:khong|ko|k|kg|chua|khong co)(?: (?:xet|de nghi|dang ky|xep loai|binh xet|xet thi dua|xep|tham gia|"
    r"dat danh hieu|co|danh hieu|xet danh hieu|du dieu kien xet|thuoc dien xet|xet khen thuong|khen|khen thuong|dat))*|"
    r"mien xet|tam dung xet|de lai|chua xet"
)
_REFUSED = re.compile(
    r"khong (?:dat|xet|de nghi|dong y|thong qua|nhat tri|tan thanh|dang ky|binh xet|"
    r"du (?:dieu kien|tieu chuan|phieu))(?: .{0,40})?|chua (?:dat|du|xet|dong y)(?: .{0,40})?|"
    r"(?:xin )?rut(?: khoi .{0,30})?|bi loai"
)
_SECTION = re.compile(
    r"\b(?:khong|chua) (?:duoc )?"
    r"(?:xet|de nghi|dat|du (?:dieu kien|tieu chuan)|dang ky|binh xet|xep loai|khen|tham gia)\b"
)
_SPEAKS = re.compile(
    r"(?:danh sach|cac|nhung|nhom|truong hop|ca nhan|tap the|doi tuong|can bo|cong chuc|vien chuc|giao vien|phan|"
    r"khong|chua|so|dang vien|doan vien|hoi vien|nguoi)\b"
)
_LONGEST = 60


@lru_cache(maxsize=4096)
def agrees(text: str) -> bool:
    """Whether a cell only says that a proposal is agreed to: "Đồng ý", "Nhất trí (15/15)", "Đạt"."""
    return len(text) <= _LONGEST and _AGREES.fullmatch(fold(text).strip(" .;")) is not None


@lru_cache(maxsize=4096)
def refuses(text: str) -> bool:
    """Whether a cell says that somebody is no longer proposed, or did not pass."""
    return len(text) <= _LONGEST and _REFUSED.fullmatch(fold(text).strip(" .;()")) is not None


@lru_cache(maxsize=4096)
def asks_for_nothing(text: str) -> bool:
    """Whether a cell for an award says that none is asked for: "Không xét", "Không đăng ký", "Ko"."""
    return len(text) <= _LONGEST and _NOT_PROPOSED.fullmatch(fold(text).strip(" .;()")) is not None


def heads_the_refused(words: str) -> bool:
    """Whether a heading stands over those who are not proposed: "DANH SÁCH KHÔNG XÉT THI ĐUA"."""
    bare = fold(words).strip(" .:;*-")
    return _SECTION.search(bare) is not None and _SPEAKS.match(bare) is not None
