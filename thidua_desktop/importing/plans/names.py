"""Names of offices written as running text has them, when a letterhead gives them in capitals."""

from __future__ import annotations

import re

from thidua_desktop.importing.plans.quality import SYLLABLE
from thidua_desktop.importing.plans.text import mostly_upper, plain

_PLACES = ("tỉnh", "huyện", "thành phố", "thị xã", "thị trấn", "quận", "xã", "phường", "tp.", "tp")
_COMPOUNDS = tuple(
    word
    for word in """
Thi đua|Khen thưởng|Nội vụ|Giáo dục|Đào tạo|Xây dựng|Tài chính|Kế hoạch|Tư pháp|Y tế|Công Thương|Nông nghiệp
Phát triển nông thôn|Môi trường|Lao động|Thương binh|Xã hội|Văn hóa|Văn hoá|Thể thao|Du lịch|Thông tin
Truyền thông|Khoa học|Công nghệ|Giao thông vận tải|Ngoại vụ|Dân tộc|Tôn giáo|Mặt trận Tổ quốc|Việt Nam
Tổ chức|Tuyên giáo|Dân vận|Nhân dân|Tiểu học|Trung học cơ sở|Trung học phổ thông|Mầm non|Mẫu giáo|Đa khoa
Trung tâm|Bệnh viện|Trường|Phòng|Hội đồng|Ban|Sở|Công đoàn|Liên đoàn Lao động|Đảng bộ|Đảng ủy|Huyện ủy
Tỉnh ủy|Thành ủy|Đoàn Thanh niên|Hội Liên hiệp Phụ nữ|Hội Nông dân|Hội Cựu chiến binh|Văn phòng|Chi bộ
Ban Chấp hành|Đại học|Cao đẳng|Công an|Bộ Chỉ huy|Quân sự|Cục|Chi cục|Thuế|Thống kê|Hải quan|Kinh tế|Hạ tầng
Đô thị|Tổng hợp|Hành chính|Quản trị|Thanh tra|Kiểm tra|Công thương|Trung ương|Trạm|Thường trực
Điện lực|Cấp nước|Liên đội
""".replace("\n", "|").split("|")
    if word
)


def in_name_case(name: str, text: str) -> str:
    """A name in capitals as the text itself writes it; by rule where it does not appear there."""
    name = re.sub(r"\s+", " ", name).strip(" -–:*")
    if not mostly_upper(name) or len(name) < 4:
        return name
    pattern = re.compile(re.sub(r"\\?\s+", r"\\s+", re.escape(name)), re.IGNORECASE)
    for found in pattern.finditer(text[:200_000]):
        written = re.sub(r"\s+", " ", found[0])
        if written[:1].isupper() and not mostly_upper(written):
            return written
    return _by_rule(name)


def is_abbreviation(word: str) -> bool:
    """Whether a word in capitals is no Vietnamese syllable ("CHQS"), or a letter alone."""
    bare = word.strip(".,()-–")
    return bool(bare) and (len(bare) == 1 or SYLLABLE.fullmatch(plain(bare)) is None) and bare.isalpha()


def _by_rule(name: str) -> str:
    words = [word if word.upper() in _INITIALS or is_abbreviation(word) else word.lower() for word in name.split()]
    made: list[str] = []
    proper = False
    for place, word in enumerate(words):
        two = f"{word} {words[place + 1]}" if place + 1 < len(words) else word
        if word in _PLACES or two in _PLACES:
            proper = True
            made.append(word)
        elif proper and word not in ("phố", "xã", "trấn"):
            made.append(word.capitalize())
        else:
            made.append(word)
    joined = " ".join(made)
    for compound in _COMPOUNDS:
        joined = re.sub(rf"(?<!\w){re.escape(compound.lower())}(?!\w)", compound, joined)
    joined = re.sub(
        r"^([ủu][ỷy]|uỷ) ban Nhân dân", lambda found: f"{found[1]} ban nhân dân", joined, flags=re.IGNORECASE
    )
    joined = re.sub(r"Hội đồng Nhân dân", "Hội đồng nhân dân", joined)
    return _with_personal_names(joined[:1].upper() + joined[1:])


_INITIALS = frozenset(
    {
        "UBND",
        "HĐND",
        "TĐKT",
        "THCS",
        "THPT",
        "TH",
        "MN",
        "GD&ĐT",
        "GDĐT",
        "TP.",
        "TP",
        "UBMTTQ",
        "MTTQ",
        "BCH",
        "LĐLĐ",
        "II",
        "III",
        "IV",
    }
)


def _with_compounds(name: str) -> str:
    for compound in _COMPOUNDS:
        name = re.sub(rf"(?<!\w){re.escape(compound)}(?!\w)", compound, name, flags=re.IGNORECASE)
    return name


def _with_personal_names(name: str) -> str:
    """Schools bear names: what follows the kind of school is one."""
    return re.sub(
        r"((?:Tiểu học|Trung học cơ sở|Trung học phổ thông|THCS|THPT|\bTH|\bMN|\bMG|Mầm non|Mẫu giáo|Bệnh viện Đa khoa|"
        r"^Tổng công ty|^Công ty|^Điện lực|^Bệnh viện|^Xí nghiệp|^Ngân hàng|^Chi nhánh|^Liên đội|đoàn)\s+)(.+)$",
        lambda found: (
            found[1]
            + _with_compounds(
                " ".join(
                    word if word in (*_PLACES, "khu", "vực", "và", "số", "thuộc") else word[:1].upper() + word[1:]
                    for word in found[2].split()
                )
            )
        ),
        name,
    )


def full_name(name: str) -> str:
    """The name with UBND and HĐND written out."""
    name = re.sub(r"^UBND\b", "Ủy ban nhân dân", name)
    name = re.sub(r"^U[ỷy] ban", "Ủy ban", name)
    name = re.sub(r"^Uỷ ban", "Ủy ban", name)
    return re.sub(r"^HĐND\b", "Hội đồng nhân dân", name).strip(" ,;")
