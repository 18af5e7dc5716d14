"""The name of a unit in a letterhead, in capitals, as it is written elsewhere; only where that is certain."""

from __future__ import annotations

import re

from thidua_desktop.importing.readers.legacy import is_syllable

_PHRASES = (
    "Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân", "Đảng ủy", "Đảng uỷ", "Đảng bộ", "Huyện ủy", "Tỉnh ủy",
    "Sở Giáo dục và Đào tạo", "Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Sở Tư pháp", "Sở Công Thương", "Sở Xây dựng",
    "Sở Khoa học và Công nghệ", "Sở Nông nghiệp và Môi trường", "Sở Văn hóa, Thể thao và Du lịch", "Sở Ngoại vụ",
    "Sở Dân tộc và Tôn giáo", "Thanh tra", "Công an", "Ban Chỉ huy Quân sự", "Bộ Chỉ huy Quân sự", "Tỉnh Đoàn",
    "Trường THPT", "Trường THCS", "Trường Tiểu học và THCS", "Trường Tiểu học", "Trường Mầm non", "Trường Cao đẳng",
    "Hội LHPN", "Hội CCB", "Hội Chữ thập đỏ", "Hội Người cao tuổi", "Hội Khuyến học", "Ủy ban MTTQ", "Công đoàn cơ sở",
    "Công đoàn", "Bệnh viện",
    "Đoàn TNCS Hồ Chí Minh", "Ban Quản lý dự án", "Ban Quản lý", "Bảo hiểm xã hội", "Chi cục Thuế", "Hạt Kiểm lâm",
    "Trung tâm Phục vụ hành chính công", "Trường Mẫu giáo", "Tòa án nhân dân", "Viện Kiểm sát nhân dân",
    "Hội Liên hiệp Phụ nữ Việt Nam", "Công ty TNHH MTV", "Liên đội", "Chi bộ", "Chi đoàn",
    "Cấp thoát nước", "Cấp nước", "Xây dựng", "Thương mại", "Dịch vụ", "Môi trường đô thị", "Công trình", "Thủy lợi",
    "Trường Đại học", "Y tế", "Trường PTDTBT", "Trường PTDTNT", "Trường TH&THCS", "Trường trung học cơ sở",
    "Trường trung học phổ thông", "Bệnh viện Đa khoa", "Trung tâm Y tế", "Trạm Y tế", "Kho bạc Nhà nước", "Thuế",
    "Phòng Giáo dục và Đào tạo", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Phòng Nội vụ", "Văn phòng", "Hợp tác xã",
    "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban MTTQ Việt Nam", "Hội Cựu chiến binh", "Hội Nông dân",
    "Chi cục Kiểm lâm",
    "Hội Liên hiệp Phụ nữ", "Liên đoàn Lao động", "Công ty Cổ phần", "Công ty TNHH", "Trung đoàn", "Nông nghiệp",
    "HĐND và UBND", "khu vực", "Trung tâm Văn hóa tỉnh", "Trung tâm GDNN - GDTX", "Trung tâm GDTX",
    "Công ty Điện lực", "Công ty", "Điện lực", "Ea", "Ia", "Krông", "Đắk", "Đăk", "Chư", "Kon", "Đoàn", "BCH",
    "Thanh niên", "Trường Chính trị", "Y học cổ truyền", "Nông trường", "Chi cục Hải quan", "Hải quan", "Kỹ thuật",
    "Sư phạm", "Phòng thủ", "Ban Chỉ huy", "Bộ Chỉ huy", "Quân khu", "Rau sạch", "Công nghiệp", "Công nghệ",
)  # fmt: skip
_PLACES = (
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "huyện",
    "quận",
    "thị xã",
    "thành phố",
    "tỉnh",
    "thôn",
    "bản",
    "ấp",
    "xóm",
    "tổ dân phố",
    "cơ sở",
)
_KNOWN = {phrase.casefold(): phrase for phrase in (*_PHRASES, *_PLACES)}
_BEGINS = re.compile("|".join(rf"{re.escape(known)}(?!\w)" for known in sorted(_KNOWN, key=len, reverse=True)))
_WORD = re.compile(r"\S+\s*")
_NUMERAL = re.compile(r"[ivx]+")
"""Behind "khu vực" it counts, though "xi" is a syllable."""
_COMMON = frozenset(("và", "của", "các", "cho", "về", "thuộc", "số", "cp"))
_LONGEST_NAME = 4
"""Words of the name of a place or a person."""


def usual_case(unit: str) -> str:
    """ "TRƯỜNG THPT YÊN KHÊ" as "Trường THPT Yên Khê"; a unit whose words leave a doubt stays as it is.

    Certain are the sorts of units and places that are known by heart, short forms, and what follows them: a name.
    """
    rest, shown, named = unit.casefold(), "", 0
    while rest:
        known = _BEGINS.match(rest)
        if known is not None:
            shown, named = f"{shown}{_KNOWN[known.group()]} ", 0
            rest = rest[known.end() :].lstrip()
            continue
        word = _WORD.match(rest)
        assert word is not None
        plain, named = word.group().strip(), named + 1
        counts = shown.endswith("khu vực ") and _NUMERAL.fullmatch(plain) is not None
        short = counts or (not is_syllable(plain) and not plain.isdigit())
        if not (shown or short) or plain in _COMMON or named > _LONGEST_NAME or not plain.isalnum():
            return unit
        shown = f"{shown}{plain.upper() if short else plain.capitalize()} "
        rest = rest[word.end() :]
    return shown.strip()
