"""Names of units as lists write them: abbreviations spelled out, signs and marks left aside, so that they compare."""

from __future__ import annotations

import re
from functools import lru_cache

from thidua_desktop.common.vietnamese import fold

_SIGNS = re.compile(r"[^\w&]+")
_ABBREVIATIONS = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "ubmttq": "uy ban mat tran to quoc",
    "mttq": "mat tran to quoc",
    "ldld": "lien doan lao dong",
    "lhpn": "lien hiep phu nu",
    "ccb": "cuu chien binh",
    "gd&dt": "giao duc va dao tao",
    "gddt": "giao duc va dao tao",
    "kh&cn": "khoa hoc va cong nghe",
    "khcn": "khoa hoc va cong nghe",
    "kh&dt": "ke hoach va dau tu",
    "khdt": "ke hoach va dau tu",
    "nn&mt": "nong nghiep va moi truong",
    "nnmt": "nong nghiep va moi truong",
    "nn&ptnt": "nong nghiep va phat trien nong thon",
    "nnptnt": "nong nghiep va phat trien nong thon",
    "tn&mt": "tai nguyen va moi truong",
    "tnmt": "tai nguyen va moi truong",
    "tt&tt": "thong tin va truyen thong",
    "tttt": "thong tin va truyen thong",
    "vhtt&dl": "van hoa the thao va du lich",
    "vhttdl": "van hoa the thao va du lich",
    "vhtt": "van hoa thong tin",
    "ldtb&xh": "lao dong thuong binh va xa hoi",
    "ldtbxh": "lao dong thuong binh va xa hoi",
    "gtvt": "giao thong van tai",
    "tdkt": "thi dua khen thuong",
    "thpt": "trung hoc pho thong",
    "thcs": "trung hoc co so",
    "dtnt": "dan toc noi tru",
    "gdtx": "giao duc thuong xuyen",
    "gdnn": "giao duc nghe nghiep",
    "bv": "benh vien",
    "bvdk": "benh vien da khoa",
    "ttyt": "trung tam y te",
    "bql": "ban quan ly",
    "qlda": "quan ly du an",
    "bch": "ban chi huy",
    "bchqs": "ban chi huy quan su",
    "bcs": "ban can su",
    "vp": "van phong",
    "tp": "thanh pho",
    "tx": "thi xa",
    "htx": "hop tac xa",
    "qtdnd": "quy tin dung nhan dan",
    "cty": "cong ty",
    "tnhh": "trach nhiem huu han",
    "cp": "co phan",
    "mtv": "mot thanh vien",
    "tw": "trung uong",
    "vn": "viet nam",
    "&": "va",
}
"""Folded; only those that stand for one thing in the names of offices ("TT" stays: it stands for several)."""
_IN_SCHOOLS = {"th": "tieu hoc", "mn": "mam non", "mg": "mau giao"}
_BEFORE_A_NAME = {"p": "phuong", "x": "xa", "h": "huyen", "q": "quan", "t": "tinh"}


@lru_cache(maxsize=65536)
def spelled_out(name: str) -> str:
    """A name in small letters without marks and signs, its abbreviations as words: equal for one name written twice.

    "Sở GD&ĐT" and "Sở Giáo dục và Đào tạo" are equal, and so are "UBND xã Yên Khê" and "Ủy ban nhân dân xã Yên Khê".
    """
    words = _split(fold(name))
    return " ".join(_expanded(word, words, place) for place, word in enumerate(words))


def _split(folded: str) -> list[str]:
    joined = re.sub(r"\s*&\s*", "&", folded)
    joined = re.sub(r"\b(ld)\s*[-–]\s*(tb)", r"\1\2", joined)
    joined = re.sub(r"\bvh\s*,\s*tt", "vhtt", joined)
    return [word for word in _SIGNS.split(joined) if word]


def _expanded(word: str, words: list[str], place: int) -> str:
    if word in _ABBREVIATIONS:
        return _ABBREVIATIONS[word]
    if word in _IN_SCHOOLS and "truong" in words[:place]:
        return _IN_SCHOOLS[word]
    if word in _BEFORE_A_NAME and 0 < place < len(words) - 1 and words[place - 1] in ("ubnd", "hdnd", "mttq", "dan"):
        return _BEFORE_A_NAME[word]
    return _ABBREVIATIONS["&"].join(f" {part} " for part in word.split("&")).strip() if "&" in word else word
