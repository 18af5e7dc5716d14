"""The words by which kinds of recipients, ends of lists and units are told, without diacritics unless said "
"otherwise."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache

from thidua_desktop.common.paths import resource
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.importing.readers.legacy import is_syllable

_KIND_WORDS = (
    (
        RecipientKind.HOUSEHOLD,
        re.compile(
            r"\bho (?:gia dinh|gd|nong dan|ngheo|can ngheo)\b|^ho va gia dinh|\bcac ho\b|^hogiadinh$|^hgd$|\bho dan\b"
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
_HOUSEHOLD_AWARD = re.compile(r"\bgia dinh (?:van hoa|hoc tap|tieu bieu|the thao)\b|\bgdvh\b")


def _dotted(letters: str) -> str:
    """A pattern for letters between which a dot, a blank or a slash may stand: "uvbtv", "UV BTV", "U.V.B.T.V"."""
    return r"[./ ]?".join(letters)


def _initials(posts: Iterable[str]) -> str:
    """A pattern for posts of two words whose first is cut: "T.Phòng", "Tr. phòng", "C.nhân"."""
    pairs = (post.split() for post in posts if _TWO_WORDS.fullmatch(post))
    return "|".join(rf"{first[0]}[hr]?\. ?{second}(?=[\s,;]|$)" for first, second in pairs)


_LONGEST_LETTERS = 12
_TWO_WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+")
_WORDS = tomllib.loads(resource("lists/words.toml").read_text(encoding="utf-8"))
FAMILIES = frozenset(_WORDS["families"])
"""Family names with diacritics."""
_COLLECTIVE = re.compile(
    r"(?!xã hội\b|(?:thanh tra|kiểm lâm) viên\b|(?:tổ|đội|hội|nhóm|ban|khoa|phòng|trạm|thôn|bản|ấp|xóm|"
    r"khu|cụm|lớp|đoàn|cửa hàng|xưởng) "
    r"(?:trưởng|phó)(?!\w)|ban (?:thị|văn (?!hóa|hoá|phòng|thư|nghệ|học|miếu)))"
    rf"(?:{'|'.join(_WORDS['units'])})(?:(?<=\s)|(?=[\s,.:\d]|$))|"
    r"p\.\s?(?=[^\W\d_])(?!hiệu|giám|trưởng|chủ|bí|tổ |khoa|ct|gđ|ht|tp|tk|bt|g\.|h\.)",
    re.IGNORECASE,
)
"""Not "Tổ phó", a post, nor "Ban Văn Páo", somebody of the family Ban; "P. Nội vụ" is a unit, "P. Hiệu trưởng" none."""
_TITLES = frozenset(("PGS", "TS", "THS", "BS", "GS", "KS", "CN", "DS", "ĐD", "NGƯT", "NGND", "NSƯT", "NSND", "TTƯT",
"BSCKI",
                     "BSCKII", "CKI", "CKII", "HS", "CCB", "CNĐD", "BSNT", "ĐC"))  # fmt: skip
_DEGREES = frozenset(tomllib.loads(resource("lists/professions.toml").read_text(encoding="utf-8"))["short"])
_AWARD_SHORT = re.compile(r"cstd|cstt|ldtt|ttld|bk|gk|hc|dh|tdkt|dvqt|dvtt|knc|gdvh")
_HOUSEHOLD = re.compile(
    r"(?:hộ gia đình|hộ ông|hộ bà|hộ anh|hộ chị|gia đình|hộ|(?:(?:cặp|đôi|hai) )?vợ chồng)(?=[\s:]|$)", re.IGNORECASE
)
_HOUSEHOLD_FIRM = re.compile(r"hộ (?:kinh doanh|sản xuất|sinh(?!\w)|(?-i:lý)(?!\w))", re.IGNORECASE)
"""And "Hộ sinh", "Hộ lý": professions; "Hộ Lý Văn Páo" is a household."""

UNIT_INSIDE = re.compile(
    rf"(?:^|(?<=\s)|(?<=[^\W\d_]\.)(?=[A-ZĐ]{{3}}))(?:{'|'.join(_WORDS['inside'])})(?=\s|$)|(?<=\s)P\.\s?(?=[A-ZĐ])"
)
"""A unit that begins inside a run of words: written with diacritics and, but for villages and districts, a capital."""

_POST = re.compile(
    rf"(?:nguyên |quyền |q\. ?)?(?:phó |p\. ?|đồng )?(?:{'|'.join(_WORDS['posts'])})(?=[\s,;.\-–/]|$)", re.IGNORECASE
)
_LETTERS = re.compile(
    rf"(?:nguyên |q\. ?)?(?:phó |p\. ?)?(?:(?:{'|'.join(map(_dotted, _WORDS['letters']))})(?=[\s,;.\-–/]|$)|"
    rf"(?:{'|'.join(map(_dotted, (*_WORDS['letters'], *_WORDS['alone'])))})\.?(?=$|[,;]))|{_initials(_WORDS['posts'])}",
    re.IGNORECASE,
)

_TOTAL = re.compile(
    r"(?:tong )?cong(?: cong)?(?: ?[:(\d].*| so.*| chung.*| (?:trang|nhom|khoi|phan|muc|don vi|to|lop|"
    r"chuyen trang)\b.*)?|(?:tong|co|gom) (?:tat ca )?\d{1,4} "
    r"(?:nguoi|dong chi|d/c|ca nhan|tap the|truong hop|ho|don vi)\b.*|tong cong\b.*|tong so\b.*|tong ?(?::.*\d.*)?:?|"
    r"(?:tong|cong) (?:so )?(?:tien|kinh phi|gia tri|thanh tien)\b.*|thanh tien ?:.*|"
    r"(?:so tien )?(?:viet )?bang chu ?:.*|"
    r"(?:tong cong )?(?:danh sach|bang|bieu) (?:nay |tren |tong hop )?(?:gom|co)\b.*\d.*|"
    r"danh sach (?:nay|tren|gom|co)\b.*|an dinh danh sach.*|tong hop:.*"
)
_NO_SUM = re.compile(r"(?:tong )?cong (?:ty|tac|dong|hoa)\b|tong (?:giam doc|bien tap|thu ky|phu trach|cuc|doi)\b")
_SUM_OF_UNIT = re.compile(
    r"(?i:(?:tổng )?cộng|tổng(?: số)?|tc|\+)[\s:]+(?:(?i:theo|của|toàn|riêng|cho|tại|số|người|đối với|đơn vị|danh hiệu|"
    r"hình thức)\s+)*[^\W\d_].{0,90}?[\s:=(–-]+\d{1,5}(?:\s*(?i:người|đồng chí|đ/c|cá nhân|tập thể|"
    r"trường hợp|hộ(?: gia đình)?|đơn vị|lượt|cb\w*|giấy khen|bằng khen|suất))?[^\d]{0,30}|"
    r"(?i:(?:tổng )?cộng)\s+(?:(?i:của|toàn|riêng|theo)\s+)?(?i:xí nghiệp|phòng|khoa|tổ|đội|trường|công ty|chi nhánh|"
    r"chi bộ|chi đoàn|chi hội|thôn|xóm|ấp|bản|buôn|xã|phường|ban|sở|khối|cụm|nhà máy|phân xưởng|trạm|trung tâm|"
    r"bệnh viện|lớp|đơn vị|danh sách|mục|phần|nhóm|bảng|biểu|[ivx]{1,4}\b|[a-h1-9]\b).{0,90}"
)
"""The sum below the rows of a unit: "Cộng Xí nghiệp Mẫu: 05 người"; "Tổng công ty Mẫu" and "Công ty" are none."""
_PAGE = re.compile(
    r"(?:trang|page|tr\.)\s*:?\s*\d{1,4}(?:\s*(?:/|tren|of)\s*\d{1,4})?|[-–] ?\d{1,4} ?[-–]|\d{1,3} ?/ ?\d{1,3}"
)
_FOLIO = re.compile(r"\d{1,3}")
_FOOTER = re.compile(
    r"^(?:em|toi|chung toi|don vi) (?:xin )?(?:chan thanh )?cam on\b|"
    r"^noi nhan\b|^tren day la\b|^kinh (?:de nghi|mong|trinh)\b|^(?:xin )?(?:chan thanh )?(?:tran trong|cam on)\b|"
    r"^nguoi (?:lap|tong hop|ky|lap bieu)\b|^lap (?:bieu|bang|danh sach)$|"
    r"^(?:thu ky|chu tri|chu toa)(?: (?:hoi dong|cuoc hop|hoi nghi|phien hop))?$|"
    r"^(?:tm|kt|tl|tuq|q)\s?\.|^thu truong\b|^xac nhan\b|^luu ?:|"
    r"^ghi chu ?:|"
    r"^\(?ky(?:,| va| ten|\b.{0,30}dong dau)|^(?:chu tich|giam doc|hieu truong|truong phong|pho .{2,30}|tong giam doc|"
    r"pho giam doc|pho chu tich|bi thu|chanh van phong)$|"
    r"^(?:.{2,40}, )?ngay .{0,12} ?thang .{0,12} ?nam .{0,10}$|^duyet\b|^ke toan\b|^phu trach\b|^-? ?nhu tren\b|"
    r"^chu thich|^luu y\b|^\(\*{1,3}\) ?\S"
)
_TOTAL_WORDS = frozenset(
    ("tổng", "cộng", "tổng cộng", "tổng số", "thành tiền", "số tiền", "danh sách", "bảng", "biểu", "bằng chữ")
)
_FOOTER_WORDS = frozenset(
    ("trân trọng", "cảm ơn", "cám ơn", "nơi nhận", "trên đây", "người lập", "người ký", "người tổng", "lập biểu",
     "thư ký", "thủ trưởng", "xác nhận", "lưu", "lưu ý", "ghi chú", "ký", "chủ tịch", "giám đốc", "hiệu trưởng",
     "trưởng phòng", "phó", "tổng giám", "bí thư", "chánh văn", "duyệt", "kế toán", "phụ trách", "như trên",
     "chú thích", "kính")
)  # fmt: skip
"""As they are written with diacritics; names may differ from them by a tone only."""
_COMPARED = 2
_DATED = re.compile(
    r"(?:[^\d:;]{2,40}, ?)?ngay (?:\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|.{0,12} ?thang .{0,12} ?nam .{0,10})"
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


_SORTS = (
    (
        RecipientKind.COLLECTIVE,
        r"doanh nghiep|hop tac xa|htx|to hop tac|truong hoc|nha truong|co quan|don vi|to chuc|co so|cau lac bo|clb|"
        r"chi bo|chi hoi|chi doan|xa|phuong|thon|ban|to dan pho|khu dan cu|co so (?:san xuat|kinh doanh|ton giao)|"
        r"phong ban|cong ty|lang nghe|dong ho|mo hinh",
    ),
    (
        RecipientKind.PERSON,
        r"doanh nhan|nong dan|cong nhan|hoc sinh|sinh vien|giao vien|giang vien|nha giao|can bo|can bo quan ly|cbql|"
        r"cong chuc|vien chuc|nhan vien|nguoi lao dong|hoi vien|doan vien|dang vien|chien si|si quan|quan nhan|"
        r"dan quan|cuu chien binh|nguoi co uy tin|nghe nhan|nghe si|van dong vien|huan luyen vien|thay thuoc|bac si|"
        r"nha khoa hoc|nguoi cao tuoi|phu nu|thanh nien|nha hao tam|chuc sac|gia lang|truong thon|tri thuc",
    ),
    (RecipientKind.HOUSEHOLD, r"ho (?:san xuat|kinh doanh|nong dan|hoi vien)(?: .{0,20})?|gia dinh(?: hoc tap)?"),
)
_SORT_LINES = tuple(
    (kind, re.compile(rf"(?:doi voi |cac |nhom |danh sach )*(?:{words})(?:(?: ?[,/&–-] ?| va )(?:cac )?(?:{words}))*"
                      r"(?: (?:tieu bieu|xuat sac|gioi|de nghi.*|duoc .*))?(?: ?[:(] ?\d{1,4}[^()]{0,12}\)?)?"))
    for kind, words in _SORTS
)  # fmt: skip


def sort_of(text: str) -> RecipientKind | None:
    """The kind of recipients that a heading names by their sort alone: "DOANH NHÂN", "Các doanh nghiệp tiêu biểu"."""
    bare = fold(text).strip(" .:;*")
    return next((kind for kind, words in _SORT_LINES if words.fullmatch(bare)), None)


def kinds_in(text: str) -> frozenset[RecipientKind]:
    """The kinds of recipients that a heading names, by itself or by an award that only one kind can have."""
    bare = fold(text)
    found = {kind for kind, words in _KIND_WORDS if words.search(_COLLECTIVE_AWARD.sub(" ", bare))}
    if not found:
        found |= {RecipientKind.COLLECTIVE} if _COLLECTIVE_AWARD.search(bare) else set()
        found |= {RecipientKind.PERSON} if _PERSON_AWARD.search(bare) else set()
        found |= {RecipientKind.HOUSEHOLD} if not found and _HOUSEHOLD_AWARD.search(bare) else set()
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
    if len(first) < 2 or not first.isupper() or not rest or not first.isalpha() or first in _TITLES | _DEGREES:
        return False
    if not any(map(str.isalpha, rest)):
        return False  # "HĐ 111", "NĐ 68": how somebody is employed
    return not is_syllable(first) and not begins_with_post(name) and not _AWARD_SHORT.match(fold(first))


@lru_cache(maxsize=4096)
def begins_with_post(text: str) -> bool:
    """Whether a text begins with a post ("nguyên Phó Giám đốc …")."""
    return _POST.match(text) is not None or (
        len(text.partition(" ")[0]) <= _LONGEST_LETTERS and _LETTERS.match(text) is not None
    )


def is_total(text: str) -> bool:
    """Whether a line counts the list instead of naming somebody."""
    bare = fold(text).strip(" .;*()")
    if _NO_SUM.match(bare):
        return False
    if _SUM_OF_UNIT.fullmatch(text.strip()) is not None:
        return True
    return _TOTAL.fullmatch(bare) is not None and _has_tones_of(text, _TOTAL_WORDS)


def is_page_number(text: str, *, alone: bool = False) -> bool:
    """Whether a line only numbers the page: "Trang 2", "- 3 -", "2/5"; ``alone``: no row can have "3" for its own."""
    return _PAGE.fullmatch(fold(text)) is not None or (alone and _FOLIO.fullmatch(text) is not None)


def is_dated(text: str) -> bool:
    """Whether a line only says place and day, as above signatures: "Buôn Mẫu, ngày 1/11/2026"."""
    return _DATED.fullmatch(fold(text).strip(" .()")) is not None


def is_footer(text: str) -> bool:
    """Whether a line belongs to notes, signatures or recipients below a list."""
    bare = fold(text)
    if bare.startswith("**") or is_dated(text):
        return True
    return _FOOTER.search(bare.strip(" *")) is not None and _has_tones_of(text, _FOOTER_WORDS)


def _has_tones_of(text: str, words: frozenset[str]) -> bool:
    """Whether the first words are written as those of an end of a list: "Trân trọng" is, "Trần Trọng Kiên" is not.

    A text typed without diacritics, or one whose beginning is that of no such word at all, is left to its letters.
    """
    whole = squeeze(text).strip(" *-(.").split()
    if len(whole) > _COMPARED and whole[0] in FAMILIES and all(map(str.istitle, whole)):
        return False  # "Lưu Ý Nhi"
    first = [word.casefold() for word in whole[:_COMPARED]]
    told = " ".join(re.sub(r"[^\w ]", "", word) for word in first)
    if told.isascii():
        return True
    alike = [word for word in words if fold(told).startswith(fold(word))]
    longest = max(map(len, alike), default=0)
    return not alike or any(told.startswith(word) for word in alike if len(word) == longest)


def occasion_in(text: str) -> Occasion | None:
    """The occasion (loại hình khen thưởng) that a text names; None where it names sudden and regular merit together."""
    bare = fold(text)
    found = [occasion for occasion, words in _OCCASIONS if words.search(bare)]
    both = Occasion.SUDDEN in found and Occasion.MERIT in found
    return found[0] if found and not both else None


def stated_counts(text: str) -> tuple[tuple[RecipientKind | None, int], ...]:
    """The numbers of recipients that a text states: "05 tập thể và 03 cá nhân"; None for all kinds together."""
    return tuple((STATED_KINDS.get(seen[2].casefold()), int(seen[1])) for seen in _STATED.finditer(squeeze(text)))
