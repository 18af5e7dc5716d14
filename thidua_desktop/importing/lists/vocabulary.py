"""The words by which kinds of recipients, ends of lists and units are told, without diacritics unless said "
"otherwise."""

from __future__ import annotations

import re
from functools import lru_cache

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.importing.readers.legacy import is_syllable

_KIND_WORDS = (
    (
        RecipientKind.HOUSEHOLD,
        re.compile(
            r"\bho (?:gia dinh|nong dan|ngheo|can ngheo)\b|^ho va gia dinh|\bcac ho\b|^hogiadinh$|^hgd$|\bho dan\b"
        ),
    ),
    (
        RecipientKind.COLLECTIVE,
        re.compile(
            r"\btap the\b|^tapthe$|^(?:cac )?to chuc (?:dang|doan|hoi)$|^cac (?:don vi|co quan|tap the)[ :.]*$|^tt$"
        ),
    ),
    (
        RecipientKind.PERSON,
        re.compile(r"\bca nhan\b|^canhan$|^(?:cac )?(?:dang|doan|hoi) vien$|^cn$|^cac dong chi\b|^nguoi lao dong$"),
    ),
)
_COLLECTIVE_AWARD = re.compile(
    r"\btap the lao dong (?:tien tien|xuat sac)|\bttld|co thi dua|don vi (?:quyet thang|tien tien)|dvqt\b|dvtt\b"
)
_PERSON_AWARD = re.compile(
    r"(?<!tap the )\blao dong tien tien|chien si (?:thi dua|tien tien)|\bcstd|\bldtt\b|\bcstt\b|ky niem chuong|huy hieu"
)

_UNIT_WORDS = (
    "hội đồng nhân dân|ủy ban mặt trận|ủy ban nhân dân|uỷ ban nhân dân|ủy ban|uỷ ban|ubnd|hđnd|ubmttq|mttq|mặt trận|"
    "sở|phòng|ban|bộ chỉ huy|bộ|"
    "trường|trung tâm|trạm|văn phòng|chi cục|cục|tổng cục|vụ|viện|bệnh viện|công ty|tổng công ty|tập đoàn|"
    "hợp tác xã|htx|chi nhánh|ngân hàng|kho bạc|công an|quân sự|huyện ủy|huyện uỷ|tỉnh ủy|tỉnh uỷ|thành ủy|thị ủy|"
    "đảng ủy|đảng uỷ|đảng bộ|chi bộ|hội|liên đoàn|công đoàn|tổ|đội|khoa|khối|thôn|bản|ấp|xóm|khóm|buôn|làng|tổ dân phố|"
    "xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|đại đội|tiểu đoàn|trung đoàn|sư đoàn|trung đội|đồn|"
    "hải quan|thuế|tòa án|toà án|viện kiểm sát|thanh tra|báo|đài|nhà máy|xí nghiệp|phân xưởng|nhà văn hóa|thư viện|"
    "bảo tàng|doanh nghiệp|đơn vị|tập thể|nhóm|câu lạc bộ|clb|thpt|thcs|mầm non|tiểu học|ban chỉ huy|đoàn thanh niên|"
    "đoàn tncs|đoàn xã|đoàn phường|cơ quan|quỹ|cảng|sân bay|nhà trường|chùa|giáo xứ|"
    "giáo họ|giáo hội|ghpgvn|tịnh xá|thiền viện|tu viện|nhà thờ|họ đạo|tổ chức|bưu điện|bưu cục|điện lực|hạt kiểm lâm|"
    "nhà hát|đoàn ca múa|đoàn nghệ thuật|rạp|viễn thông|bảo hiểm xã hội|vườn quốc gia|khu bảo tồn|thi hành án|"
    "phân hiệu|kho|phòng khám|tổ hợp tác|nông trường|"
    "lâm trường|"
    "ban giám hiệu|tạp chí|nhà xuất bản|cảng vụ|đoàn cơ sở|đoàn trường|đoàn khối|đoàn luật sư|đoàn đại biểu|nhà khách|"
    "cđcs|tiểu khu|khu phố|khu dân cư|khu|cụm|chi hội|chi đoàn|chi đội|liên đội|phân hội|phân đội|bộ phận|lớp|dòng họ|"
    "nhân dân và cán bộ|cán bộ và nhân dân|nhân dân|lữ đoàn|hải đội|binh đoàn|tòa soạn|ngành|liên hiệp|hiệp hội|học "
    "viện"
)
_COLLECTIVE = re.compile(
    rf"(?!xã hội\b|(?:tổ|đội|hội|nhóm|ban|khoa|phòng|trạm|thôn|bản|ấp|xóm|khu|cụm|lớp|đoàn) (?:trưởng|phó)(?!\w)|"
    rf"ban (?:thị|văn (?!hóa|hoá|phòng|thư|nghệ|học|miếu)))(?:{_UNIT_WORDS})(?=[\s,.:\d]|$)|"
    r"p\.\s?(?=[^\W\d_])(?!hiệu|giám|trưởng|chủ|bí|tổ |ct|gđ|ht|tp)",
    re.IGNORECASE,
)
"""Not "Tổ phó", a post, nor "Ban Văn Páo", somebody of the family Ban; "P. Nội vụ" is a unit, "P. Hiệu trưởng" none."""
_TITLES = frozenset(("PGS", "TS", "THS", "BS", "GS", "KS", "CN", "DS", "ĐD", "NGƯT", "NGND", "NSƯT", "NSND", "TTƯT",
"BSCKI",
                     "BSCKII", "CKI", "CKII", "HS", "CCB", "CNĐD", "BSNT", "ĐC"))  # fmt: skip
_AWARD_SHORT = re.compile(r"cstd|cstt|ldtt|ttld|bk|gk|hc|dh|tdkt|dvqt|dvtt|knc|gdvh")
_HOUSEHOLD = re.compile(r"(?:hộ gia đình|hộ ông|hộ bà|hộ anh|hộ chị|gia đình|hộ)(?=[\s:]|$)", re.IGNORECASE)
_HOUSEHOLD_FIRM = re.compile(r"hộ (?:kinh doanh|sản xuất)", re.IGNORECASE)

UNIT_INSIDE = re.compile(
    r"(?:^|(?<=\s))(?:Hội đồng nhân dân|Ủy ban Mặt trận|U[BỶ]ND|UBND|HĐND|UBMTTQ|MTTQ|Ủy ban|Uỷ ban|Sở|Phòng|Ban|Bộ|"
    r"Trường|Trung tâm|Trạm|"
    r"Văn phòng|Chi cục|Cục|Tổng cục|Vụ|Viện|Bệnh viện|Công ty|Tổng công ty|Tổng Công ty|Tập đoàn|Hợp tác xã|HTX|"
    r"Chi nhánh|Ngân hàng|Kho bạc|Công an|Huyện ủy|Huyện uỷ|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thị ủy|Đảng ủy|Đảng uỷ|Đảng bộ|"
    r"Chi bộ|Hội|Liên đoàn|Công đoàn|Tổ|Đội|Khoa|Khối|Thôn|Bản|Ấp|Xóm|Khu phố|xã(?! hội)|phường|thị trấn|huyện|quận|"
    r"thị xã|"
    r"thành phố|tỉnh|thôn|bản|ấp|xóm|tổ dân phố|Đại đội|Tiểu đoàn|Trung đoàn|Đồn|Hải quan|Thuế|Tòa án|Toà án|"
    r"Viện Kiểm sát|Thanh tra|Báo|Đài|Nhà máy|Xí nghiệp|THPT|THCS|Mầm non|Tiểu học|Đoàn|Học viện|Hạt|Điện lực|"
    r"Bưu điện|Nhà văn hóa|Thư viện|Bảo tàng|Câu lạc bộ|CLB|(?<!Công tác )Mặt trận|Chi hội|Chi đoàn|Giáo hội|"
    r"VP|TT|TTYT|TYT|BV|BVĐK|MN|TH|TH&THCS|PTDTBT|PTDTNT|BCH|BQL|BHXH|KBNN|VKSND|TAND|TTPVHCC|Viễn thông|"
    r"Bảo hiểm xã hội|Vườn [Qq]uốc gia|Thi hành án|Hạt|Quỹ|GHPGVN|Giáo xứ|Giáo họ|Hội thánh|Họ đạo|Chùa|Tịnh xá|"
    r"Thiền viện|Tu viện)(?=\s|$)"
)
"""A unit that begins inside a run of words: written with diacritics and, but for villages and districts, a capital."""

_POST = re.compile(
    r"(?:nguyên |quyền |q\. ?)?(?:phó |p\. ?|đồng )?(?:giám đốc|chủ tịch|bí thư|trưởng|phó(?= (?:phòng|ban|khoa|đội|"
    r"đoàn|trạm|tổ|"
    r"tổng|thôn|bản|ấp|xóm|chi|công an|trưởng|thủ|văn phòng|tp|ct|gđ|bt|viện|khu|cụm|ngành)(?!\w)|[,;.\-–/]|$)|chánh|"
    r"hiệu trưởng|chuyên viên|"
    r"chuyên gia|"
    r"nhân viên|giáo viên|giảng viên|bác sĩ|bác sỹ|y sĩ|y sỹ|điều dưỡng|dược sĩ|dược sỹ|kế toán|thủ quỹ|văn thư|cán bộ|"
    r"công chức|viên chức|chính ủy|chính uỷ|chính trị viên|chỉ huy|đội trưởng|tổ trưởng|tổng giám đốc|thanh tra viên|"
    r"kiểm sát viên|thẩm phán|thư ký|ủy viên|uỷ viên|thành viên|đội viên|hội viên|đoàn viên|chiến sĩ|công nhân|kỹ sư|"
    r"kỹ thuật viên|lái xe|bảo vệ|tạp vụ|nông dân|người dân|học sinh|sinh viên|đại biểu|trợ lý|cố vấn|cv|gđ|pgđ|ht|pht|"
    r"tp|ptp|gv|nv|kt|bt|pbt|ct|pct|hiệu phó|quản đốc|trạm trưởng|thôn trưởng|già làng|nữ hộ sinh|kiểm lâm viên|"
    r"phóng viên|biên tập viên|diễn viên|huấn luyện viên|vận động viên|nhà báo|luật sư|người lao động|thường trực|"
    r"lao động|trung đội trưởng|đại đội trưởng|tiểu đoàn trưởng|chi (?:hội|đoàn|đội) (?:trưởng|phó)|"
    r"(?:hội|nhóm|ca|chuyền|bếp|ngành) trưởng|(?:quản|chánh|phó) xứ|trụ trì|quản lý|điều hành|"
    r"xã đội trưởng|dân quân|ttcm|tktđ|(?:tổng )?phụ trách|phục vụ|hộ lý|cấp dưỡng|thủ kho|tài xế|đầu bếp|nấu ăn|"
    r"uvbtv|uvbch|đuv|"
    r"(?:tổ|đội|hội|nhóm|ban|khoa|phòng|trạm|thôn|bản|ấp|xóm|khối|khu|cụm|ca|kíp|lớp|tiểu đội|đại đội|"
    r"tiểu đoàn) (?:trưởng|phó)|"
    r"(?-i:(?!công viên|Công viên|bệnh viên)\w+ (?:\w+ )?viên)|người (?:hoạt động|phụ trách|đứng đầu))"
    r"(?=[\s,;.\-–/]|$)",
    re.IGNORECASE,
)

_TOTAL = re.compile(
    r"(?:tong )?cong(?: cong)?(?: ?[:(\d].*| so.*| chung.*| (?:trang|nhom|khoi|phan|muc|don vi|to|lop|"
    r"chuyen trang)\b.*)?|tong cong\b.*|tong so\b.*|tong ?(?::.*\d.*)?:?|"
    r"danh sach (?:nay|tren|gom|co)\b.*|an dinh danh sach.*|tong hop:.*"
)
_PAGE = re.compile(
    r"(?:trang|page|tr\.)\s*:?\s*\d{1,4}(?:\s*(?:/|tren|of)\s*\d{1,4})?|[-–] ?\d{1,4} ?[-–]|\d{1,3} ?/ ?\d{1,3}"
)
_FOOTER = re.compile(
    r"^noi nhan\b|^(?:xin )?(?:chan thanh )?(?:tran trong|cam on)\b|"
    r"^nguoi (?:lap|tong hop|ky|lap bieu)\b|^lap (?:bieu|bang|danh sach)$|^thu ky(?: (?:hoi dong|cuoc hop))?$|"
    r"^(?:tm|kt|tl|tuq|q)\s?\.|^thu truong\b|^xac nhan\b|^luu ?:|"
    r"^ghi chu ?:|"
    r"^\(?ky(?:,| va| ten|\b.{0,30}dong dau)|^(?:chu tich|giam doc|hieu truong|truong phong|pho .{2,30}|tong giam doc|"
    r"pho giam doc|pho chu tich|bi thu|chanh van phong)$|"
    r"^(?:.{2,40}, )?ngay .{0,12} ?thang .{0,12} ?nam .{0,10}$|^duyet\b|^ke toan\b|^phu trach\b|^-? ?nhu tren\b|"
    r"^chu thich|^luu y\b|^\(\*{1,3}\) ?\S"
)
_STATED = re.compile(
    r"(\d{1,5})\s*(?:\([^()]{1,60}\)\s*)?(tập thể|cá nhân|hộ gia đình|hộ|người|đồng chí|đ/c|trường hợp|đơn vị)\b",
    re.IGNORECASE,
)
_OCCASIONS = (
    (Occasion.SUDDEN, re.compile(r"\bdot xuat\b")),
    (Occasion.CONTRIBUTION, re.compile(r"\bcong hien\b|qua trinh cong hien")),
    (Occasion.SERVICE_YEARS, re.compile(r"\bnien han\b")),
    (Occasion.FOREIGN, re.compile(r"\bdoi ngoai\b")),
    (Occasion.RESISTANCE, re.compile(r"\bkhang chien\b")),
    (Occasion.MERIT, re.compile(r"\bcong trang\b|thuong xuyen")),
    (Occasion.MOVEMENT, re.compile(r"\bphong trao\b|\bchuyen de\b|theo dot\b")),
)

STATED_KINDS = {
    "tập thể": RecipientKind.COLLECTIVE,
    "đơn vị": RecipientKind.COLLECTIVE,
    "cá nhân": RecipientKind.PERSON,
    "người": RecipientKind.PERSON,
    "đồng chí": RecipientKind.PERSON,
    "đ/c": RecipientKind.PERSON,
    "hộ gia đình": RecipientKind.HOUSEHOLD,
    "hộ": RecipientKind.HOUSEHOLD,
}
"""What is counted; "trường hợp" counts everything."""


def kinds_in(text: str) -> frozenset[RecipientKind]:
    """The kinds of recipients that a heading names, by itself or by an award that only one kind can have."""
    bare = fold(text)
    found = {kind for kind, words in _KIND_WORDS if words.search(_COLLECTIVE_AWARD.sub(" ", bare))}
    if not found:
        found |= {RecipientKind.COLLECTIVE} if _COLLECTIVE_AWARD.search(bare) else set()
        found |= {RecipientKind.PERSON} if _PERSON_AWARD.search(bare) else set()
    return frozenset(found)


def only_kind(text: str) -> RecipientKind | None:
    """The one kind that a heading names, None for none or several."""
    found = kinds_in(text)
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(maxsize=4096)
def kind_of_value(text: str) -> RecipientKind | None:
    """The kind that a cell of a kind column names: "TAPTHE", "Cá nhân", "CN"."""
    return next((kind for kind, words in _KIND_WORDS if words.search(fold(text))), None)


@lru_cache(maxsize=4096)
def is_household(name: str) -> bool:
    """Whether a name begins as that of a household ("Gia đình ông …", "Hộ bà …"); a family business is none."""
    return _HOUSEHOLD.match(name) is not None and _HOUSEHOLD_FIRM.match(name) is None


@lru_cache(maxsize=4096)
def is_unit(name: str) -> bool:
    """Whether a name begins as that of a unit or another collective; diacritics count (Hồ, Tô are family names)."""
    return _COLLECTIVE.match(name) is not None or _is_shortened(name)


def _is_shortened(name: str) -> bool:
    """ "TTYT Yên Khê",
    "MN Hoa Sen": begins with capitals that are no syllable, in a text that has other letters too."""
    first, _, rest = name.partition(" ")
    if len(first) < 2 or not first.isupper() or not rest or not first.isalpha() or first in _TITLES:
        return False
    return not is_syllable(first) and not begins_with_post(name) and not _AWARD_SHORT.match(fold(first))


@lru_cache(maxsize=4096)
def begins_with_post(text: str) -> bool:
    """Whether a text begins with a post ("nguyên Phó Giám đốc …")."""
    return _POST.match(text) is not None


def is_total(text: str) -> bool:
    """Whether a line counts the list instead of naming somebody."""
    return _TOTAL.fullmatch(fold(text).strip(" .;")) is not None


def is_page_number(text: str) -> bool:
    """Whether a line only numbers the page: "Trang 2", "- 3 -", "2/5"."""
    return _PAGE.fullmatch(fold(text)) is not None


def is_footer(text: str) -> bool:
    """Whether a line belongs to notes, signatures or recipients below a list."""
    bare = fold(text)
    return bare.startswith("**") or _FOOTER.search(bare.strip(" *")) is not None


def occasion_in(text: str) -> Occasion | None:
    """The occasion (loại hình khen thưởng) that a text names; None where it names sudden and regular merit together."""
    bare = fold(text)
    found = [occasion for occasion, words in _OCCASIONS if words.search(bare)]
    both = Occasion.SUDDEN in found and Occasion.MERIT in found
    return found[0] if found and not both else None


def stated_counts(text: str) -> tuple[tuple[RecipientKind | None, int], ...]:
    """The numbers of recipients that a text states: "05 tập thể và 03 cá nhân"; None for all kinds together."""
    return tuple((STATED_KINDS.get(seen[2].casefold()), int(seen[1])) for seen in _STATED.finditer(squeeze(text)))
