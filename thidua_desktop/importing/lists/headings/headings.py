"""What a column holds, by the words of its heading: any order, any wording, with and without diacritics."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.headings.heading_words import composed, plain_letters
from thidua_desktop.importing.lists.meanings.awards import award_phrase

_F = ListField

_LOWER_UNITS = (
    r"(?:phong|ban|khoa|to|doi|bo phan|khoi|lop|bo mon|to bo mon|pgd|phong giao dich|diem giao dich|phong chuc nang|"
    r"phong nghiep vu|phong chuyen mon|to chuyen mon|to san xuat|phan xuong|xuong|px|kip|ca|quay|kho|trung doi|"
    r"tieu doi)"
)
"""Units inside of another."""
_UNITS = (
    r"(?:don vi|co quan|to chuc|doanh nghiep|cong ty|chi nhanh|cn|xi nghiep|nha may|truong|co so|so|nganh|doan the|cuc|"
    r"chi cuc|vien|benh vien|trung tam|tram|van phong|hat|hop tac xa|htx|xa|phuong|dac khu|huyen|thi tran|thon|xom|ap|"
    r"to dan pho|khu pho|hoi|chi hoi|doan|chi doan|lien doi|chi doi|dang bo|chi bo|dai doi|tieu doan|trung doan)"
)
_BESIDE = r"(?: ?[/,;&–-] ?| va | hoac )"
"""Between two words of a heading."""
_KINDS = r"(?:ca nhan|tap the|ho gia dinh|ho dan|gia dinh(?: ong(?: ?[/(,-]? ?ba\)?)?)?)"
"""Whom a list may name."""
_COUNTED = (
    r"(?:nguoi|luot|ca nhan|tap the|don vi|can bo|cong chuc|vien chuc|cb\w*|lao dong|nhan vien|giao vien|hoc sinh|"
    r"hoi vien|doan vien|dang vien|thanh vien|ho(?! chieu)|danh hieu|hinh thuc|bang khen|giay khen|lan|dot)"
)

_RULES: tuple[tuple[ListField, str], ...] = (
    # The first that fits: "Danh hiệu đã đạt" is no award of this list, "Tên đơn vị công tác" no name.
    (_F.ORDINAL, r"s? ?\.? ?t[./]? ?t|so ?tt|so thu tu|thu tu|no|#"),
    (_F.ORDINAL, r"(?:s?tt|so tt|so thu tu|thu tu) (?:trong|cua|theo|tung|o|tai|toan|chung|rieng)\b.*"),
    (_F.OTHER, r"(?:s?tt|so tt|so thu tu|so) (?:to trinh|van ban|quyet dinh|phieu|trang)\b.*"),
    (_F.ORDINAL, r"s?tt (?:don vi|phong|khoa|to|doi|nhom|khoi|xa|phuong|lop|chung)"),
    (_F.OTHER, r"ma (?:so )?(?:don vi|phong|khoa|to|ho|xa|phuong|truong|co quan|thue|bhxh)(?: .*)?"),
    (_F.OTHER, r"(?:ma|ms)(?: so)?[ .:]+(?!.*\b(?:hinh thuc|danh hieu|htkt|dhtd|khen|cccd|cmnd|cmt|dinh danh|can cuoc|"
               r"loai|doi tuong|kt|linh vuc)\b)\S.*"),
    (_F.OTHER, r"ho (?:va )?ten (?:cha|bo|vo|chong|con|nguoi than|phu huynh)\b.*"),
    (_F.NAME, r"(?:ong(?: ?[/(,-]? ?ba\)?)?[ ,:-]*)?ho,? ?(?:va |& ?)?(?:chu dem,? ?)?(?:va )?ten"
              r"(?: (?:ca nhan|day du|khai sinh))?(?: ?[,;:/&+–] ?| - | va )(?!(?:chu )?dem\b|lot\b)"
              r"(?!.*\b(?:cha|me|bo|vo|chong|phu huynh|nguoi|thu truong|chu ky|ky ten|ky nhan)\b).*"),
    (_F.MALE, r"(?:ngay|thang|nam)\b[^()]{0,24}\bsinh ?[:,/–-]? ?nam"),
    (_F.FEMALE, r"(?:ngay|thang|nam)\b[^()]{0,24}\bsinh ?[:,/–-]? ?nu"),
    (_F.OTHER, r"(?:nhan )?dip(?: .*)?"),
    (_F.OTHER, r"(?:ten )?(?:co quan|noi|don vi|cap|nguoi)(?:(?: ?[,/] ?| va )(?:co quan|don vi|cap))* "
               r"(?:da )?(?:ra|ban hanh|phat hanh|ky|quyet dinh|qd|co tham quyen)(?! ten\b)(?: .*)?|"
               r"(?:co quan|noi) (?:khen|tang)(?: .*)?"),
    (_F.BIRTH, r"(?:ngay|thang|nam|thoi gian)\b[^()]{0,24}\bsinh(?: (?:theo|ghi|tren|trong) .*)?"),
    (_F.OTHER, rf"(?!.*\b(?:cccd|cmnd|can cuoc|dinh danh)\b)(?:tong )?(?:(?:so|ty le)(?: luong)? {_COUNTED}|so luong|"
               r"sl|tong so)\b.*"),
    (_F.OTHER, r".*\bkhong (?:xet|du|dat|de nghi|duoc).*"),
    (_F.OTHER, r".*\b(?:phieu|tin nhiem|bieu quyet|tan thanh|tan dong)\b.*"),
    (_F.CITATION, r"(?:cac |dat |dat cac |ket qua |thanh tich )?(?:(?:cap|hang|loai|xep|ten) )?"
                  r"(?:giai(?: thuong)?|huy chuong)(?: ?[/,(&-] ?(?:giai(?: thuong)?|huy chuong|thanh tich))*"
                  r"(?: (?:dat|doat|thi|thi dau|cuoc thi|hoi thi|ky thi|hoc sinh|hsg|the thao|cao nhat|ca nhan|cap)\b"
                  r".{0,30})?|(?:ten )?(?:cuoc thi|ky thi|hoi thi)(?: .{0,30})?"),
    (_F.OTHER, r".*\b(?:da (?:dat|duoc|nhan|co|khen)|truoc day|truoc do|nam truoc|lien ke|tien thuong|muc thuong).*"),
    (_F.ID_NUMBER, r"(?!(?:ngay|noi|co quan) |ngay,).*\b(?:cccd|cmnd|cmtnd|can cuoc|dinh danh).*\b(?:ngay|noi) cap.*"),
    (_F.OTHER, r".*\b(?:so quyet dinh|so qd|ngay qd|ngay cap|noi cap|ngay ky|dien thoai|sdt|email|so phieu|ty le|so "
               r"to trinh).*"),
    (_F.NAME, r"(?:ten )?to chuc (?:dang|doan|hoi)(?: ?[,/;&-] ?| va | hoac )(?:dang|doan|hoi) vien.*|"
              r"ho (?:va )?ten (?:dang|doan|hoi) vien"),
    (_F.OTHER, r".*\b(?:ngay vao dang|dang vien|dan toc|trinh do|que quan|tham nien|he so|so tien|gia tri|lam loi|"
               r"thanh tien|doanh thu).*|(?:so|ngay|nam|cap|diem|don vi)\b.*\b(?:sang kien|de tai).*|ton giao"),
    (_F.CITATION, r"(?:ten |noi dung )?(?:sang kien|de tai|giai phap|cong trinh|skkn|sk)(?!.*\b(?:so|ngay|cap)\b).*"),
    (_F.OTHER, r".*\b(?:xep loai|muc do hoan thanh|ket qua danh gia|phan loai can bo|phan loai doi tuong|ngach|bac "
               r"luong|so nam).*"),
    (_F.OTHER, r"hoan canh(?: gia dinh| kho khan| kinh te| hien nay)*"),  # over "Hộ nghèo", which is nobody's kind
    (_F.OTHER, r"(?:ma )?(?:linh vuc|chuyen nganh|trang thai|tuoi dang|kinh|dia ban).*|so ho so|ky nhan|chu ky|tuoi"),
    (_F.OTHER, r"thoi gian .*|(?:tu|den) (?:ngay|thang|nam).*|size.*|chuyen mon|hoc vi|hoc ham"),
    (_F.OTHER, r"(?:cum|khoi) thi dua.*|(?:tong )?(?:so )?diem.*|ma (?:nv|nhan vien|can bo|so)"),
    (_F.OTHER, r"(?:thu tu )?xep (?:hang|thu|vi thu|bac)(?! khen).{0,40}|(?:thu hang|vi thu|thu bac).{0,40}|"
               r"hang (?:trong|cua|toan|chung|thi dua|khoi|cum)\b.{0,30}"),
    (_F.OTHER, r"(?:quyet dinh|to trinh)(?: .*)?"),
    (_F.OTHER, r"(?:ho (?:va )?ten |ten )?.*\b(?:thu truong|nguoi dung dau|nguoi dai dien|nguoi lien he|"
               r"nguoi ky|chu nhiem|phu huynh|nguoi gioi thieu|truong (?:phong|khoa|don vi))\b.*"),
    (_F.ID_NUMBER, r"(?:so )?(?:ddcn|cmt|gttt)|.*\bgiay to tuy than.*|id(?: card| number)?"),
    (_F.ID_NUMBER, r".*\b(?:cccd|cmnd|cmtnd|can cuoc|dinh danh|chung minh).*|(?:so )?(?:the )?cc"),
    (_F.NAME, r"(?:ong ?[/(,-]? ?ba\)?[ ,:-]*)?ho,? ?(?:va |& ?)?(?:chu dem,? ?)?(?:va )?ten[ ,;:/–-]+"
              r"(?!.*\bnguoi (?:ky|duyet)).*\b(?:chuc vu|chuc danh|don vi|noi cong tac|co quan|nam sinh|ngay sinh).*"),
    (_F.BIRTH, r"sn|ns|ng?\.? ?sinh|sinh|dob|date of birth|birth ?day"),
    (_F.BIRTH_YEAR, r"nam sinh duong lich"),
    (_F.BIRTH, r".*\b(?:nam sinh|ngay sinh|sinh nam|sinh ngay|ngay,? ?(?:/|-)? ?thang,? ?(?:/|-)? ?nam sinh|ntns|"
               r"thang nam sinh).*"),
    (_F.BIRTH, r"(?=.*\bsinh\b)(?:(?:ngay|thang|nam|sinh|va|hoac|duong lich)\b[ ,;:./&–-]*)+"),  # in any order
    (_F.KIND, r"(?:ma )?(?:phan )?loai (?:khen thuong|doi tuong|tap the|de nghi)(?: \(.*\))?|doi tuong|tap the hay "
              r"ca nhan"),
    (_F.OCCASION, r".*\bloai hinh\b.*"),
    (_F.AWARD_CODE, r"ma (?:so )?(?:hinh thuc|danh hieu|htkt|dhtd|khen).*"),
    (_F.AWARD, r"(?:lua chon |ten )?(?:cac )?(?:danh hieu|hinh thuc|muc (?:de nghi )?khen|de nghi (?:khen|tang|danh "
               r"hieu|hinh thuc)|cap khen).*"),
    (_F.AWARD, r".*\b(?:danh hieu|hinh thuc (?:khen|de nghi)|khen thuong de nghi|de nghi khen thuong dat).*"),
    (_F.AWARD, r"(?:noi dung )?(?:de nghi|dang ky)(?: (?:xet|cap tren|khen|thi dua|tdkt|muc khen|nam).*)?|"
               r"(?:thi dua,? ?(?:[-–/&] ?|va )?)?khen thuong"),
    (_F.AWARD, r"(?:dh|dhtd|ht|htkt|dh/ht|dh, ht|dhtd/htkt)(?: .*)?"),
    (_F.AWARD, r"hang(?: khen| de nghi)?|loai khen|khen|thi dua|ket qua (?:binh )?(?:xet|bau|suy ton).*|de xuat.*|"
               r"xet tang.*|"
               r"muc de nghi.*|award.*|"
               r"de nghi .{2,30} (?:tang|khen)"),
    (_F.CITATION, r"noi dung cong viec.*|ket qua thuc hien.*|viec lam.*|mo hinh(?!$).*|can cu khen.*|tieu chuan.*|"
                  r"dong gop.*|minh chung.*|qua trinh cong hien.*|cong lao.*|hanh dong.*"),
    (_F.FAMILY_NAME, r"ho|ho va|ho &|ten dem|ten lot|chu dem|chu lot|dem|lot|"
                     r"ho dem|ho va dem|ho va ten dem|ho lot|ho va chu lot|ho,? ?(?:ten )?dem|ho va ten lot"),
    (_F.GIVEN_NAME, r"ten|ten rieng"),
    (_F.HONORIFIC, r"ten goi.*|danh xung|xung ho|xung danh|ong ?[/(,-] ?ba\)?|ong ba|ong"),
    (_F.POSITION, r"(?:cap bac|quan ham|cap ham),? ?(?:va |[/&,;-] ?)?(?:chuc vu|chuc danh)"),
    (_F.RANK, r"(?:cap bac|quan ham|cap ham)(?!.*\bten\b).*"),
    (_F.GENDER, r"gioi ?(?:tinh)?|phai|nam ?[/,-] ?nu|gt|nam \(nu\)|nu \(x\)"),
    (_F.POSITION, r"(?:chuc vu|chuc danh|vi tri)(?: dang)? cong tac(?: hien nay)?"),
    (_F.POSITION_AND_UNIT, r".*(?:chuc vu|chuc danh|nhiem vu|nghe nghiep|cong viec).*\b(?:don vi|noi|co quan|cong "
                           r"tac|dia chi|phong|truong)\b.*|thong tin cong tac"),
    (_F.POSITION_AND_UNIT, r"(?:don vi|noi cong tac|co quan).*\b(?:chuc vu|chuc danh)\b.*"),
    (_F.UNIT, r"(?:chi doi|lien doi|chi doan|chi hoi|doan truong)(?: ?[/,-] ?(?:chi doi|lien doi|chi doan|doan "
              r"truong))*"),
    (_F.UNIT, r"buu cuc|chi bo|dang bo|dia phuong|to dan pho|clb|cau lac bo|doan|dai doi|department|unit|"
              r"thon ?[,/] ?(?:ban|"
              r"ap|"
              r"to dan pho|xom|khu).*|phan xuong|noi dang cong tac|d\.? ?vi|khoa ?[/,] ?phong ?[/,] ?trung tam"),
    (_F.UNIT, r"(?:truc )?thuoc(?: .*)?|co so(?: .*)?|chi nhanh(?:/phong)?|to san xuat|nha may|xi nghiep"),
    (_F.UNIT, r"(?:ten )?(?:d/v|dv|dvct|noi ct|cq|co quan ct|(?:noi )?sinh hoat(?: tai)?)(?: .*)?"),
    (_F.UNIT, r".*\b(?:tap the|don vi|co quan) (?:cong tac|chu quan|lam viec|truc thuoc|quan ly|de nghi|trinh).*"),
    (_F.DEPARTMENT, rf"(?:ten )?chuyen(?: may| san xuat)?(?:{_BESIDE}{_LOWER_UNITS})*"),
    (_F.DEPARTMENT, rf"(?:ten |thuoc )?{_LOWER_UNITS}(?:{_BESIDE}{_LOWER_UNITS})+(?: (?:cong tac|lam viec))?"),
    (_F.UNIT, rf"(?:ten |thuoc )?(?:{_UNITS}|{_LOWER_UNITS})(?:{_BESIDE}(?:{_UNITS}|{_LOWER_UNITS}))+"
              r"(?: (?:truc thuoc|cong tac|lam viec|de nghi))?"),
    (_F.DEPARTMENT,
     r"(?:ten )?(?:phong|khoa|to|bo phan|doi|khoi|ban|lop)(?:(?: ?[/,-] ?| )(?:phong|ban|khoa|to|doi|bo phan|khoi|cm|"
     r"chuyen mon|"
     r"cong tac|lam viec|bo mon|chuc nang))*"),
    (_F.NAME, r".*\b(?:ho,? ?(?:va)? ?(?:chu dem)? ?(?:va)? ?ten|ho va ten|ho & ten|ho - ten|hoten|ten tac gia)\b.*"),
    (_F.NAME, r".*\bten (?:ca nhan|tap the|ho gia dinh|nguoi|don vi|to chuc|nhan vien|can bo|giao vien|doi tuong|"
              r"hoc sinh|chu ho).*"),
    (_F.NAME, rf"(?:ten )?(?:cac )?{_KINDS}(?:{_BESIDE}(?:{_KINDS}|don vi|to chuc|ho(?: dan)?|nhom))*"
              r"(?: (?:duoc|de nghi|dat|co|tieu bieu|xuat sac|trinh|suy ton|khen|xet).*)?"),
    (_F.NAME, r"(?:cac )?dong chi|danh sach (?:ca nhan|tap the|de nghi)|ho ten.*"),
    (_F.NAME, r"(?:nguoi|doi tuong|don vi,? ca nhan|ca nhan) (?:duoc|nhan|de nghi|khen).*|thanh vien"),
    # Without "tên" such words are posts, which stand in rows too.
    (_F.NAME, r"(?:ten|ho ten|danh sach) (?:cac )?(?:can bo|hs|hoc sinh|sinh vien|van dong vien|nghe si|nghe nhan|"
              r"giao vien|quan nhan|hoi vien|doan vien|chuc sac|cong dan|nguoi lao dong|nong dan|nhan vien|ho|dn|"
              r"mo hinh|gia dinh|"
              r"cau lac bo)|(?:ten |danh sach )?(?:cbcc\w*|cbcnv|tac gia|nhom tac gia|chu ho|to chuc ?[,/] ?ca nhan)|"
              r"danh sach|phap danh|employee(?: name)?|full name|name"),
    (_F.POSITION, r"(?:giang )?day (?:mon|lop).*|(?:mon|lop)(?: ?[/,&-] ?(?:mon|lop))* (?:day|giang day|phu trach|"
                  r"chu nhiem|duoc phan cong).*"),
    (_F.POSITION, r"chuc trach|chuc viec|position|job.*|c\.? ?vu|vai tro|mon day|day mon|phan cong.*|"
                  r"cong tac (?:duoc giao|"
                  r"dam nhan|dang lam)"),
    (_F.POSITION, r".*\b(?:chuc vu|chuc danh|chuc vi|nghe nghiep|nhiem vu|cong viec|vi tri viec lam|vi tri|cv)\b.*"),
    (_F.UNIT, r".*\b(?:don vi|co quan|noi cong tac|noi lam viec|cong tac tai|dia chi|noi o|noi cu tru|cho o|thuong "
              r"tru)\b.*"),
    (_F.UNIT, r"(?:ten |thuoc |hoc sinh |sinh vien )?(?:truong|to chuc|xa|xa, phuong|xa/phuong|phuong|huyen|"
              r"thon|xom|ap|khom|buon|lang|khu pho|khoi pho|khu dan cu|doanh nghiep|cong ty)(?: hoc| lop)?"),
    (_F.BIRTH_DAY, r"ngay"),
    (_F.BIRTH_MONTH, r"thang"),
    (_F.CITATION, r".*\b(?:thanh tich|ly do|noi dung khen|cong trang|noi dung|tom tat|trich ngang|"
                  r"ghi nhan|ket qua (?:noi bat|dat duoc|cong tac|thuc hien)|viec lam tot|guong)\b.*|"
                  r"viec lam(?: tot)?"),
    (_F.NOTE, r"luu y|remarks?|g\.? ?chu|y kien.*"),
    (_F.GENDER, r"gender|sex"),
    (_F.NOTE, r".*\b(?:ghi chu|chu thich|note|khac)\b.*"),
)  # fmt: skip

_COMPILED = tuple((field, re.compile(rule)) for field, rule in _RULES)

_SPELLINGS: tuple[tuple[ListField, tuple[str, ...]], ...] = (
    (_F.NAME, ("ho va ten", "ten tap the", "ten ca nhan", "ho va ten ca nhan")),
    (
        _F.POSITION,
        ("chuc vu", "chuc danh", "chuc vu chuc danh", "vi tri viec lam", "vi tri cong tac", "nhiem vu duoc giao"),
    ),
    (_F.NAME, ("ho ten", "ho va ten can bo", "ten tap the ca nhan", "ho va ten ten tap the")),
    (_F.UNIT, ("don vi cong tac", "co quan don vi", "noi cong tac", "co quan cong tac", "dia chi")),
    (_F.AWARD, ("danh hieu thi dua", "hinh thuc khen thuong", "danh hieu de nghi")),
    (_F.BIRTH, ("ngay thang nam sinh", "ngay sinh", "nam sinh", "sinh ngay")),
    (_F.ID_NUMBER, ("so cccd", "can cuoc cong dan", "so dinh danh")),
    (_F.GENDER, ("gioi tinh",)),
    (_F.CITATION, ("tom tat thanh tich", "thanh tich")),
    (_F.NOTE, ("ghi chu",)),
)
"""For headings with a slip of the finger."""
_HINTS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\*")
_LETTER = re.compile("[a-z]")
_BIRTH_IN_BRACKETS = re.compile(r"tuoi ?\((?:ngay|nam) sinh\)")
_SEX_IN_BRACKETS = re.compile(r"(?:ngày|tháng|năm)\b[^()]{0,24}\bsinh ?\((nam|nữ)\)")
_UNIT_IN_BRACKETS = re.compile(
    r"(?:chuc vu|chuc danh)[^()]{0,20}\((?:ghi ro )?(?:don vi|co quan|noi cong tac)\b[^()]*\)$"
)
_HOUSEHOLD = re.compile(r"(?:tên )?(?:các )?hộ(?: (?:tiêu biểu|xuất sắc|đề nghị.*|được .*))?[ .:]*")
"""Without diacritics "hộ" is "họ", the family name."""
_HALVES = re.compile(r" ?[/,;] ?| - | va ")
_HALF_FIELDS = (_F.POSITION, _F.GENDER, _F.ID_NUMBER, _F.BIRTH)
_SORT_OF_POST = re.compile(r"(?:ve |trong |ben )?(?:chuyen mon|chinh quyen|dang|doan the|cong doan|hoi|doan|doan, hoi)")
_PROPOSED = re.compile(r"\b(?:de nghi|duoc|khen|xet)\b")
_TWO = 2
_FORMER = re.compile(r"\b(?:da|truoc|cu|cap|ngay|nguoi)\b")
_CLOSE = 84
_LONGEST = 160
_LONGEST_ORDINAL = 12

_BIRTH_PARTS = {"ngay": _F.BIRTH_DAY, "thang": _F.BIRTH_MONTH, "năm": _F.BIRTH_YEAR}


@lru_cache(maxsize=4096)
def field_of(heading: str) -> ListField | None:
    """What the heading of a column names; None for words that name nothing we know."""
    heading = _parted(heading)
    words = _plain(heading)
    if not words or len(words) > _LONGEST:
        return None
    if _HOUSEHOLD.fullmatch(squeeze(heading).casefold()):
        return _F.NAME
    if _UNIT_IN_BRACKETS.match(fold(heading)):
        return _F.POSITION_AND_UNIT
    if _BIRTH_IN_BRACKETS.fullmatch(fold(heading)):
        return _F.BIRTH
    if (sex := _SEX_IN_BRACKETS.fullmatch(squeeze(heading).casefold())) is not None:
        return _F.MALE if sex[1] == "nam" else _F.FEMALE
    for field, rule in _COMPILED:
        if rule.fullmatch(words):
            return _both(heading, words, field)
    close = (
        field
        for field, spellings in _SPELLINGS
        if len(words) > 5 and any(fuzz.ratio(words, known) >= _CLOSE for known in spellings)
    )
    return next(close, None) or _in_two_languages(words) or _put_together(heading)


def _both(heading: str, words: str, field: ListField) -> ListField:
    """What a heading names that a rule knows, where it names two things: "Cương vị, nơi công tác"."""
    if field is _F.OTHER:
        return _beside(words) or field
    if field not in (_F.UNIT, _F.POSITION) or len(_HALVES.split(words)) < _TWO:
        return field
    told = composed(heading)
    if told is None or not told.whole:
        return field
    named = told.field is _F.NAME and _PROPOSED.search(words) is not None
    return told.field if named or told.field is _F.POSITION_AND_UNIT else field


def _beside(words: str) -> ListField | None:
    """Of "Ngạch/chức vụ" the half that a nomination has a use for; None where none is, or two."""
    halves = _HALVES.split(words)
    if len(halves) < _TWO or _FORMER.search(words):
        return None
    found = {field for part in halves if (field := field_of(part)) in _HALF_FIELDS}
    return found.pop() if len(found) == 1 else None


def likely_field(heading: str) -> ListField | None:
    """What a heading probably names, where not all of its words are known."""
    found = field_of(heading)
    if found is None and (told := composed(heading)) is not None:
        return told.field
    return found


def _put_together(heading: str) -> ListField | None:
    told = composed(heading)
    return told.field if told is not None and told.whole and award_phrase(heading) is None else None


ORDINAL_BEGINS = "sStTnN#"
"""First signs of headings of ordinals."""


def heads_ordinals(text: str) -> bool:
    """Whether a cell is the heading of a column of ordinals; quick, since every cell of a sheet is asked."""
    return (
        len(text) <= _LONGEST_ORDINAL
        and text[:1] in ORDINAL_BEGINS
        and _COMPILED[0][1].fullmatch(_plain(text)) is not None
    )


def _in_two_languages(words: str) -> ListField | None:
    """ "Department / Bộ phận": the half that is understood."""
    first, slash, second = words.partition(" / ")
    return field_of(second) or field_of(first) if slash else None


def field_under(parents: tuple[str, ...], child: str) -> ListField | None:
    """What a sub-heading names below the headings above it.

    "Nam" below "Ngày sinh" or "Giới tính" is the male column; "Năm" the year. Below "đã đạt" all is of former years.
    """
    above = next((field for parent in reversed(parents) if (field := field_of(parent)) is not None), None)
    if above in (_F.OTHER, _F.ORDINAL):
        return above  # "STT" over "Chung" and "Phòng"
    if above is _F.KIND and field_of(child) is _F.NAME:
        return above  # "Đối tượng" over "Cá nhân" and "Tập thể"
    if above is _F.POSITION and _SORT_OF_POST.fullmatch(fold(child)):
        return above  # "Chức vụ" over "Chuyên môn" and "Công đoàn"
    written = squeeze(_HINTS.sub(" ", child)).casefold().rstrip(".:")
    if above in (_F.BIRTH, _F.GENDER) or above is None:
        if written == "nam":
            return _F.MALE
        if fold(written) == "nu":
            return _F.FEMALE
    if above is _F.BIRTH:
        part = _BIRTH_PARTS.get(written) or _BIRTH_PARTS.get(fold(written))
        if part is not None:
            return part
    own = field_of(child)
    if own is None or (own in (_F.GIVEN_NAME, _F.ORDINAL, _F.NOTE) and above not in (None, _F.NAME)):
        return field_of(squeeze(" ".join((*parents, child)))) or above
    return own


def _parted(heading: str) -> str:
    """A name out of a database as words: "TenDoiTuong" → "Ten Doi Tuong"."""
    if " " in heading or heading.isupper() or heading.islower():
        return heading
    return "".join(
        f" {sign}" if sign.isupper() and heading[at - 1 : at].islower() else sign for at, sign in enumerate(heading)
    )


def _plain(heading: str) -> str:
    """The heading in small letters without diacritics, hints in brackets and end marks."""
    words = plain_letters(heading).replace("_", " ")
    without = _HINTS.sub(" ", words)
    return squeeze(without if _LETTER.search(without) else words).strip(" .:;,")
