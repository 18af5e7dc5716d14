"""What a name cell holds: forms of address, ranks, the name itself, post and unit behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.importing.lists.awards import speaks_of_award
from thidua_desktop.importing.lists.vocabulary import UNIT_INSIDE, begins_with_post, is_household, is_unit
from thidua_desktop.importing.readers.legacy import is_syllable

_ADDRESS = re.compile(
    r"(?P<ong>ông|anh|thầy giáo|thầy|chú|cụ ông)|(?P<ba>bà|chị|cô giáo|cô|cụ bà|mẹ|sư cô|ni sư|ni trưởng)|"
    r"đ/c|đ\.c\.?|đồng chí|em|cháu|cụ|linh mục|mục sư|đại đức|thượng tọa|thượng toạ|hòa thượng|hoà thượng|"
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
_SHOWN = {"đ/c": "Đồng chí", "đ.c": "Đồng chí", "đ.c.": "Đồng chí"}

_CUT = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+|\s*–\s*|\s*\n\s*|(?<=[^\W\d_])\s*-\s+|\s*:\s+")
_RANK = re.compile(
    r"(?:(?:thiếu|trung|thượng|đại)\s(?:úy|uý|tá|tướng)|chuẩn úy|(?:thượng|trung|hạ)\ssĩ|binh nhất|binh nhì)"
    r"(?:\s(?:quân nhân chuyên nghiệp|qncn))?",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"(?:chức vụ|chức danh|đơn vị(?: công tác)?|nơi công tác|cơ quan|(?:hiện |đang )*công tác tại|hiện là|danh hiệu|"
    r"hình thức(?: khen thưởng)?|đề nghị|địa chỉ)\s*:?",
    re.IGNORECASE,
)
"""Words that only say what stands behind them."""
_CUT_KEEPING = re.compile(f"({_CUT.pattern})")
_DASHES = ("-", "–", "—")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")
_ENDS = re.compile(r"(?:\s*(?:\./\.|[;.,:/*]))+$")
_MOSTLY_LETTERS = re.compile(r"[^\W\d_]")
_LABEL_BEFORE = re.compile(r"^(?:\d{1,4}\s*[.):/-]+|[-–—+*•])\s*(?=\S)")
_MOST_TITLES = 5
_NAMELESS = re.compile(
    r"\b(?:xã|phường|huyện|quận|tỉnh|thành phố|thôn|bản|ấp|xóm|sở|phòng|khoa|trường|công ty|trung tâm|UBND|HĐND)$"
)
"""A unit that is called by its sort only."""
_MOST_PARTS = 30
"""Commas behind a name; beyond that it is no post and unit."""
_LONE_POSTS = {
    "truong",
    "pho truong",
    "chanh",
    "pho",
    "pho chanh",
    "quyen truong",
    "nguyen truong",
    "nguyen pho truong",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A name cell taken apart. ``remark`` is what stood in brackets, ``rest`` what followed the name."""

    name: str
    honorific: str | None = None
    gender: str | None = None
    rest: tuple[str, ...] = ()
    remark: str | None = None
    joined: bool = False
    """A blank inside a word of the name has been closed."""


def is_personal_name(text: str) -> bool:
    """Whether a text looks like a person's name: two to seven words with capitals, no digits, not a unit's name."""
    words = text.split()
    if not 2 <= len(words) <= 7 or is_unit(text) or is_household(text) or begins_with_post(text):
        return False
    capital = sum(word[:1].isupper() for word in words)
    letters = all(_MOSTLY_LETTERS.match(word) and not re.search(r"\d", word) for word in words)
    return letters and capital >= len(words) - 1 and max(map(len, words)) <= 12


def addressed(text: str) -> bool:
    """Whether a text begins with a form of address or a rank."""
    return _address(text)[0] is not None


def is_full_name(text: str) -> bool:
    """Whether a text is surely the whole name of one person: a common family name and at least two words more."""
    _, _, name = _address(text)
    return len(name.split()) > 2 and is_personal_name(name) and fold(name.split()[0]) in _FAMILIES


def begins_with_rank(text: str) -> bool:
    """Whether a text begins with a rank of the forces ("Thượng úy, Đại đội trưởng")."""
    return _RANK.match(text) is not None


def tidy(text: str) -> str:
    """A name without an ordinal before and the signs that end an item of a list (";", "./.")."""
    return _ENDS.sub("", _LABEL_BEFORE.sub("", squeeze(text))).strip(" -–")


def take_apart(text: str, *, split: bool, remarks: bool = True) -> Written:
    """A person's cell as address, name and, where ``split``, what follows the name.

    ``remarks``: brackets are taken out as a remark; in a name column they are nearly always one.
    """
    cell = tidy(text)
    remark = None
    if remarks:
        found = [inner.strip() for inner in _BRACKETS.findall(cell) if inner.strip()]
        if found and not _BOTH.match(cell):
            bare = squeeze(_BRACKETS.sub(" ", cell)).replace(" ,", ",").replace(" ;", ";")
            if bare:
                cell, remark = tidy(bare), "; ".join(found)
    honorific, gender, name = _address(cell)
    rest: tuple[str, ...] = ()
    if split:
        first, *behind = cut_parts(name) or [name]
        ranks = [part for part in behind if _RANK.fullmatch(part.strip())]
        honorific = " ".join(filter(None, (honorific, *ranks))) or None
        name, rest = first, tuple(part for part in behind if part not in ranks)
    closed = _closed(name)
    return Written(closed or name, honorific, gender, rest, remark, joined=closed != name)


def cut_parts(text: str) -> list[str]:
    """A text cut at commas, dashes and line ends; a dash inside a unit's name ("Tổ Toán - Tin") is kept."""
    pieces = _CUT_KEEPING.split(text)
    commas = any("," in sign or ";" in sign for sign in pieces[1::2])
    parts: list[str] = []
    for at in range(0, len(pieces), 2):
        part, sign = pieces[at], pieces[at - 1].strip() if at else ""
        if parts and _LABELS.fullmatch(part.strip()):
            continue
        inside = bool(parts) and sign in _DASHES and part.strip() and _goes_on_inside(parts[-1], part, commas=commas)
        if inside:
            parts[-1] = f"{parts[-1]} {sign} {part}"
        elif part.strip():
            parts.append(part)
    return parts


def _goes_on_inside(before: str, part: str, *, commas: bool) -> bool:
    """Whether a dash stands inside a unit's name, or inside a post where commas part the others."""
    named = is_unit(before) or UNIT_INSIDE.search(before) is not None or (commas and begins_with_post(before))
    apart = is_unit(part) or begins_with_post(part) or UNIT_INSIDE.match(part) or speaks_of_award(part)
    return named and not apart


def _address(text: str) -> tuple[str | None, str | None, str]:
    """Forms of address and ranks, sex where they tell it, and what follows."""
    if both := _BOTH.match(text):
        return None, None, text[both.end() :]
    shown: list[str] = []
    gender = None
    glue = ""
    rest = text
    while len(shown) < _MOST_TITLES and (seen := _ADDRESS.match(rest)) is not None:
        after = rest[seen.end() :]
        word = squeeze(seen.group())
        separated = re.match(r"\s*[.:]\s*|\s+", after)
        if not separated or not after[separated.end() :]:
            break
        following = after[separated.end() :]
        if not following[0].isupper() and not _ADDRESS.match(following) and not word[0].isupper():
            break
        pupil = word.casefold() == "em" and fold(following.split()[0]) in _FAMILIES
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


def post_and_unit(parts: tuple[str, ...]) -> tuple[str | None, str | None]:
    """Post and unit from what follows a name: "Phó Giám đốc Sở Mẫu", ("Trưởng phòng", "Sở Mẫu")."""
    pieces = [tidy(part) for part in parts]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return None, None
    if len(pieces) > _MOST_PARTS:
        return None, ", ".join(pieces)
    posts: list[str] = []
    for at, piece in enumerate(pieces):
        if at and is_unit(piece) and not begins_with_post(piece):
            return ", ".join(posts) or None, ", ".join(pieces[at:])
        if at == 0 and is_unit(piece) and not begins_with_post(piece):
            return _unit_first(pieces)
        post, unit = _cut_post(piece)
        if unit is not None and _NAMELESS.search(unit) and at + 1 < len(pieces) and is_unit(pieces[at + 1]):
            posts.append(piece)  # "Chủ tịch UBND xã, UBND xã Yên Khê"
            continue
        more_posts = any(begins_with_post(later) for later in pieces[at + 1 :])
        if unit is not None and not more_posts:
            return ", ".join((*posts, post) if post else posts) or None, ", ".join((unit, *pieces[at + 1 :]))
        posts.append(piece)
    return ", ".join(posts), None


def _unit_first(pieces: list[str]) -> tuple[str | None, str | None]:
    """ "Sở Mẫu, Phó Giám đốc": a post at the end belongs in front."""
    last = pieces[-1]
    if len(pieces) > 1 and begins_with_post(last):
        return last, ", ".join(pieces[:-1])
    return None, ", ".join(pieces)


def _cut_post(piece: str) -> tuple[str | None, str | None]:
    """A post with its unit behind it, in one run of words."""
    for seen in UNIT_INSIDE.finditer(piece):
        post, unit = piece[: seen.start()].strip(), piece[seen.start() :].strip()
        if fold(post) in ("truong", "pho truong", "doi truong") and seen.group().casefold() in (
            "công an",
            "thôn",
            "bản",
            "ấp",
        ):
            return piece, unit if len(unit.split()) > 1 else None
        if not post or fold(post) in _LONE_POSTS or len(unit.split()) < 2:
            continue
        return post, unit
    return piece, None
