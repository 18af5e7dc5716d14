"""What a name cell holds: forms of address, ranks, the name itself, post and unit behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.importing.lists.meanings.posts import Part, cut, tidy
from thidua_desktop.importing.lists.meanings.professions import profession_before
from thidua_desktop.importing.lists.meanings.vocabulary import FAMILIES, begins_with_post, is_household, is_unit
from thidua_desktop.importing.readers.legacy import is_syllable

_ADDRESS = re.compile(
    r"(?P<ong>ông|anh|thầy giáo|thầy|chú|cụ ông)|(?P<ba>bà|chị|cô giáo|cô|cụ bà|mẹ|sư cô|ni sư|ni trưởng)|"
    r"đ/c|đ\.c\.?|đồng chí|em|cháu|bác(?=\s(?-i:[A-ZĐÀ-Ỹ]))|cụ|"
    r"linh mục|mục sư|đại đức|thượng tọa|thượng toạ|hòa thượng|hoà thượng|"
    r"(?:thiếu|trung|thượng|đại)\s(?:úy|uý|tá|tướng)(?:\squân nhân chuyên nghiệp|\sqncn)?|chuẩn úy|chuẩn đô đốc|"
    r"(?:thượng|trung|hạ)\ssĩ|binh nhất|binh nhì|"
    r"(?:gs|pgs|ts|ths|th\.s|cnđd|cnđh|cn|ks|bscki{1,2}|bs\.?\s?cki{1,2}|dscki{1,2}|bsnt|bs|ds|đd|cki{1,2}|gvc?|"
    r"thạc sĩ|thạc sỹ|tiến sĩ|tiến sỹ|bác sĩ|bác sỹ|"
    r"kỹ sư|nghệ nhân|nghệ sĩ|ngưt|ngnd|nsưt|nsnd|ttưt|nnưt|giáo sư|phó giáo sư|nhà giáo|ca sĩ)",
    re.IGNORECASE,
)
_NEEDS_DOT = {"cn", "gv", "em", "ts", "ks"}
"""Short forms that would swallow the beginning of a name if no dot or blank with a capital followed."""
_BOTH = re.compile(r"^(?:ông|bà)\s*(?:\(bà\)|/\s*bà|\(ông\)|/\s*ông)\s*[:.]?\s*(?=\S)", re.IGNORECASE)
_PLAIN_ADDRESS = {"ong": ("Ông", "male"), "ba": ("Bà", "female")}
_FAMILIES = frozenset(
    (
        "nguyen",
        "tran",
        "le",
        "pham",
        "hoang",
        "huynh",
        "phan",
        "vu",
        "vo",
        "dang",
        "bui",
        "do",
        "ho",
        "ngo",
        "duong",
        "ly",
        "dinh",
        "truong",
        "lam",
        "mai",
        "dao",
        "luong",
        "ha",
        "trinh",
    )
)
_OF_PLACES = (
    "xã",
    "phường",
    "thôn",
    "bản",
    "ấp",
    "xóm",
    "huyện",
    "quận",
    "tỉnh",
    "trường",
    "thcs",
    "thpt",
    "phố",
    "họ",
)
"""Words behind which a name is that of a place or a school."""
_SHOWN = {"đ/c": "Đồng chí", "đ.c": "Đồng chí", "đ.c.": "Đồng chí"}

_RANK = re.compile(
    r"(?:(?:thiếu|trung|thượng|đại)\s(?:úy|uý|tá|tướng)|chuẩn úy|(?:thượng|trung|hạ)\ssĩ|binh nhất|binh nhì)"
    r"(?:\s(?:quân nhân chuyên nghiệp|qncn))?",
    re.IGNORECASE,
)
_AWARD = re.compile(
    r"(?:bang khen|giay khen|co thi dua|chien si|lao dong (?:tien|xuat)|tap the|danh hieu|huan chuong|huy chuong|"
    r"ky niem chuong|gia dinh van hoa)\b"
)
"""Begins "GIẤY KHEN CỦA GIÁM ĐỐC SỞ", whose words have capitals as those of a name."""
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")
_MOSTLY_LETTERS = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_AFTER_TITLE = re.compile(r"\s*[.:]\s*|\s+")
_MOST_TITLES = 5
_LONGEST_PUPIL = 3
_STARS = re.compile(r"(?P<rank>[1-4]//?(?:[ -]?(?:CN|QNCN))?|[HB][1-3])\s+(?=[A-ZĐÀ-Ỹ]\S*\s+[A-ZĐÀ-Ỹ])")
"""A rank by its bars and stars before a name: "3// Nguyễn Văn A"."""


@dataclass(frozen=True, slots=True)
class Written:
    """A name cell taken apart. ``remark`` is what stood in brackets, ``rest`` what followed the name."""

    name: str
    honorific: str | None = None
    gender: str | None = None
    rest: tuple[Part, ...] = ()
    remark: str | None = None
    joined: bool = False
    """A blank inside a word of the name has been closed."""


@lru_cache(maxsize=4096)
def is_personal_name(text: str) -> bool:
    """Whether a text looks like a person's name: two to seven words with capitals, no digits, not a unit's name."""
    words = text.split()
    if not 2 <= len(words) <= 7 or is_unit(text) or is_household(text) or begins_with_post(text):
        return False
    if _AWARD.match(fold(text)):
        return False
    capital = sum(word[:1].isupper() for word in words)
    if any(map(_is_shortened, words)):
        return False
    letters = all(_MOSTLY_LETTERS.match(word) for word in words)
    return letters and not _DIGIT.search(text) and capital >= len(words) - 1 and max(map(len, words)) <= 12


def _is_shortened(word: str) -> bool:
    """ "UBND", "BK": capitals that are no syllable, hence no part of a name."""
    return len(word) > 1 and word.isupper() and word.isalpha() and not is_syllable(word)


def first_part(text: str) -> str:
    """The words before the first comma or dash."""
    return next(iter(cut(tidy(text))), Part("")).text


def addressed(text: str) -> bool:
    """Whether a text begins with a form of address or a rank."""
    return _address(text)[0] is not None


def without_address(text: str) -> str:
    """A text without the forms of address and the ranks before a name."""
    return _address(text)[2]


def is_full_name(text: str) -> bool:
    """Whether a text is surely the whole name of one person: a common family name and at least two words more."""
    _, _, name = _address(text)
    return len(name.split()) > 2 and is_personal_name(name) and fold(name.split()[0]) in _FAMILIES


def begins_with_rank(text: str) -> bool:
    """Whether a text begins with a rank of the forces ("Thượng úy, Đại đội trưởng")."""
    return _RANK.match(text) is not None


def take_apart(text: str, *, split: bool, remarks: bool = True) -> Written:
    """A person's cell as address, name and, where ``split``, what follows the name.

    ``remarks``: brackets are taken out as a remark; in a name column they are nearly always one.
    """
    stars = _STARS.match(squeeze(text))
    cell = _with_title(tidy(squeeze(text)[stars.end() :] if stars else text))
    remark = None
    if remarks and "(" in cell:
        found = [inner.strip() for inner in _BRACKETS.findall(cell) if inner.strip()]
        if found and not _BOTH.match(cell):
            bare = squeeze(_BRACKETS.sub(_without_bracket, cell)).replace(" ,", ",").replace(" ;", ";")
            if bare:
                cell, remark = tidy(bare), "; ".join(found)
    honorific, gender, name = _address(cell)
    rest: tuple[Part, ...] = ()
    if split:
        first, *behind = cut(name) or [Part(name)]
        if behind and begins_with_post(first.text) and is_personal_name(_address(behind[0].text)[2]):
            first, behind = behind[0], [first, *behind[1:]]  # "Giám đốc: Trần Xuân Phúc"
            honorific, gender, bare = _address(first.text)
            first = Part(bare)
        elif not behind and (seen := _post_before(first.text)):
            honorific, gender, bare = _address(seen[1])
            first, behind = Part(bare), [Part(seen[0])]
        ranks = [part.text for part in behind if _RANK.fullmatch(part.text.strip())]
        honorific = " ".join(filter(None, (honorific, *ranks))) or None
        name, rest = first.text, tuple(part for part in behind if part.text not in ranks)
    if stars:
        honorific = " ".join(filter(None, (stars["rank"], honorific)))
    closed = _closed(name)
    return Written(closed or name, honorific, gender, rest, remark, joined=closed != name)


def _with_title(text: str) -> str:
    """ "Thiếu tá, Bác sĩ Hà Văn A" without the comma behind a title."""
    first, comma, rest = text.partition(",")
    return f"{first} {rest.strip()}" if comma and rest.strip() and _ADDRESS.fullmatch(first.strip()) else text


def _post_before(text: str) -> tuple[str, str] | None:
    """ "Thanh tra viên Dương Trọng Khánh" parted before the name: a post, then words that are surely somebody."""
    if not begins_with_post(text):
        return None
    words = text.split()
    for at in range(1, len(words) - 1):
        rest = " ".join(words[at:])
        if words[at - 1].casefold() not in _OF_PLACES and _is_surely_somebody(rest):
            return " ".join(words[:at]), rest
    return None


def _is_surely_somebody(text: str) -> bool:
    if addressed(text) or (is_full_name(text) and text[:1].isupper()):
        return True  # of "Điều dưỡng Trần Thị Hoa" the name does not begin with "dưỡng"
    words = text.split()
    named = len(words) > 2 and (words[0] in FAMILIES or words[1] in ("Thị", "Văn"))
    return named and all(word[:1].isupper() for word in words) and is_personal_name(text)


def names_somebody(text: str) -> bool:
    """Whether a post and then a person's name make up a text."""
    return _post_before(tidy(text)) is not None


def _without_bracket(found: re.Match[str]) -> str:
    """A bracket parts the name from what follows it."""
    behind = found.string[found.end() :]
    return ", " if found.start() and behind[:1].isupper() else " "


@lru_cache(maxsize=4096)
def _address(text: str) -> tuple[str | None, str | None, str]:
    """Forms of address and ranks, sex where they tell it, and what follows."""
    if both := _BOTH.match(text):
        return None, None, text[both.end() :]
    shown: list[str] = []
    gender = None
    glue = ""
    rest = text
    while len(shown) < _MOST_TITLES:
        if profession := profession_before(rest):
            shown.append(glue + profession)
            rest = rest[len(profession) :]
            separated = _AFTER_TITLE.match(rest)
            glue, rest = ("." if separated and separated.group() == "." else " "), rest.lstrip(" .:")
            continue
        seen = _ADDRESS.match(rest)
        if seen is None:
            break
        after = rest[seen.end() :]
        word = squeeze(seen.group())
        separated = _AFTER_TITLE.match(after)
        if not separated or not after[separated.end() :]:
            break
        following = after[separated.end() :]
        if not following[0].isupper() and not _ADDRESS.match(following) and not word[0].isupper():
            break
        capitals = sum(part[:1].isupper() for part in following.split()[:_LONGEST_PUPIL])
        pupil = word.casefold() == "em" and (fold(following.split()[0]) in _FAMILIES or capitals > 1)
        if word.casefold() in _NEEDS_DOT and not pupil and "." not in separated.group() and not word.isupper():
            break
        if " " not in following and word.casefold() not in ("ông", "bà", "đ/c"):
            break
        gender = gender or ("male" if seen["ong"] else "female" if seen["ba"] else None)
        shown.append(glue + _SHOWN.get(word.casefold(), word[0].upper() + word[1:]))
        glue = "." if separated.group() == "." else " "
        rest = following
    if shown:
        return "".join(shown), gender, rest
    return _without_diacritics(text)


def _without_diacritics(text: str) -> tuple[str | None, str | None, str]:
    """ "Ong Nguyen Van A" in a list typed without diacritics: only where a family name follows."""
    first, _, rest = text.partition(" ")
    found = _PLAIN_ADDRESS.get(first.casefold().rstrip(".:"))
    if found and text.isascii() and fold(rest.split(" ")[0]) in _FAMILIES:
        return *found, rest
    return None, None, text


def _closed(name: str) -> str:
    """The name with a word put together that optical recognition has parted ("Nguy ễn")."""
    words = name.split(" ")
    if len(words) < 3 or not all(word[:1].isupper() for word in words if len(word) > 4):
        return name
    kept: list[str] = []
    for word in words:
        if (
            kept
            and word[:1].islower()
            and not word.isascii()
            and len(word) <= 4
            and kept[-1][:1].isupper()
            and fold(word)[:1] in "aeiouy"
            and is_syllable(kept[-1] + word)
        ):
            kept[-1] += word
        else:
            kept.append(word)
    return " ".join(kept)
