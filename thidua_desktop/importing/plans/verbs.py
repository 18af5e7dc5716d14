"""Words that a duty begins with, and words that name who does it."""

from __future__ import annotations

import re
import unicodedata

from thidua_desktop.importing.plans.lexicon import OFFICES, UNITS, VERBS, words_of
from thidua_desktop.importing.plans.text import plain

_PLAIN_VERBS = sorted({plain(verb) for verb in words_of(VERBS)}, key=len, reverse=True)
_ANY = "|".join(map(re.escape, _PLAIN_VERBS))
_VERB = re.compile(rf"(?<!\w)(?:{_ANY})(?!\w)")
_STANDING_VERB = re.compile(rf"(?:{_ANY})(?!\w)")

_ORDER = re.compile(
    r"(?:giao cho|giao(?! uoc| ban| luu| vien)|(?:kinh |tran trong )?de nghi|yeu cau|phan cong|"
    r"uy quyen(?: cho)?)\s+(?=[^\W\d_])"
)

_BEFORE_UNIT = r"(?:(?:cac|toan the|nhung|moi|tung|tat ca|mot so|dong chi|d/c|tap the)\s+)*"


def _marks(text: str) -> tuple[str, str]:
    """Letters and, in no order, their marks: equal for "hóa" and "hoá", not for "mời" and "mối"."""
    split = unicodedata.normalize("NFD", text.casefold().replace("đ", "d\u0335"))
    return "".join(char for char in split if char.isalnum()), "".join(
        sorted(char for char in split if not char.isalnum())
    )


def _patterns(words: str) -> tuple[re.Pattern[str], frozenset[tuple[str, str]]]:
    """A pattern in plain form for words with their exceptions ("ban-hành,giao"), and the words as they are marked."""
    made: list[str] = []
    marked: set[tuple[str, str]] = set()
    for entry in words_of(words):
        word, _, exceptions = entry.partition("-")
        marked.add(_marks(word))
        barred = "|".join(re.escape(plain(exception)) for exception in exceptions.split(",")) if exceptions else ""
        tail = r"\w*" if word.isupper() else r"(?!\w)"
        made.append(re.escape(plain(word)) + tail + (rf"(?!\s+(?:{barred})(?!\w))" if barred else ""))
    made.sort(key=len, reverse=True)
    return re.compile(rf"{_BEFORE_UNIT}(?P<word>{'|'.join(made)})"), frozenset(marked)


_UNIT, _UNIT_MARKS = _patterns(UNITS)
_VERB_MARKS = frozenset(_marks(verb) for verb in words_of(VERBS))


def _spelt(typed: str, known: frozenset[tuple[str, str]]) -> bool:
    """Whether a word met in plain form is the word meant: typed without any marks, or with its own."""
    marks = _marks(typed)
    if not marks[1].strip() or marks in known:
        return True
    return typed.isupper() and not any(marks[0] == letters for letters, _ in known)


_OFFICE = re.compile(
    r"(?<![a-z])(?:so|phong|ban|trung tam|chi cuc|cuc|dai|bao|vien|khoa|hoi|van phong|bo|hoi dong|uy ban|doan|to|nganh|"
    r"cum|khoi|cong chuc|tieu ban|doi|truong|bao chi,|,|va|-|–|&|tong cuc|vu)\s+(?P<name>"
    + "|".join(sorted((re.escape(plain(name)) for name in words_of(OFFICES)), key=len, reverse=True))
    + r")(?![a-z])"
)


def office_spans(text: str) -> list[tuple[int, int]]:
    """Where names of offices with verbs or "và" inside stand in a text."""
    folded = plain(text).replace("–", "-")
    return [found.span("name") for found in _OFFICE.finditer(folded)]


_NAMED_BY = {
    "thi dua": "hoi dong|ban|cum|khoi|phong trao|cong tac|thi dua|giao uoc|quan ly|ve|phu trach|phong|vien|chien si",
    "khen thuong": "thi dua|thi dua -|thi dua,|thi dua va|thi dua –|cong tac|ve|ban",
    "lam": "viec|can bo|cong chuc|nguoi|bo phan|vien chuc|chuyen vien|dong chi|co quan|don vi",
    "to chuc": "ban|co quan,|nhan,|don vi,|phong|cac|bo may|to chuc,",
    "kiem tra": "co quan|ban|doan|uy ban|cong tac|to|tu|vien",
    "giam sat": "doan|ban|to|va",
    "tuyen truyen": "ban|doi|to|cong tac",
    "lanh dao": "dong chi|cac|tap the|cap",
    "quan ly": "can bo|co quan|cap|bo may|ban",
    "phu trach": "tong|giao vien|can bo|nguoi|cong chuc|lanh dao|dong chi",
    "theo doi": "can bo|cong chuc|bo phan|nguoi",
    "to chuc thuc hien": "",
    "phuc vu": "to|doi|bo phan",
    "dieu hanh": "ban|phong",
    "dao tao": "giao duc va",
    "xay dung": "so|phong|nganh|ban",
    "truyen thong": "va|trung tam|ngay|ban|co quan|phong|thong tin,",
    "thong ke": "chi cuc|cuc|phong|van phong -|cong chuc",
    "bao ve": "to|quan su,|luc luong|ban",
    "bao cao": "dong chi|doan",
    "thi": "ban|hoi|phong",
    "truc": "thuong",
    "trao": "phong",
    "mo": "ban",
}
"""Words that make the word after them part of a name: "Hội đồng thi đua", "cơ quan kiểm tra"."""

_SHORT_NAMED = re.compile(
    r"(?:cac|trung|so|hanh|quy|van|cong|nhan|chuong|doc|tham|doi|thanh|xa|huyen|tinh|nghi|bo|thiet|"
    r"khoang|le|khen|tat ca|thi|"
    r"cung|pho|kinh|thu|hop|dung|ben|theo|hai|nhap|nguoi|truong|y|moi|cao|dong|giao|phan|nghiem|co)\s$"
)
_SHORT = frozenset(
    [
        "cap",
        "can",
        "du",
        "giao",
        "trinh",
        "lap",
        "dang",
        "xet",
        "cu",
        "se",
        "tao",
        "coi",
        "gan",
        "bau",
        "moi",
        "thue",
        "cham",
        "nhap",
        "in",
        "thu",
        "mo",
        "don",
        "tiep",
        "tang",
        "tra",
        "truc",
        "phat",
        "thi",
        "lap",
        "xoa",
    ]
)
_NOT_VERBS_BEFORE = {
    "giao": (" uoc", " vien", " duc", " thong", " luu"),
    "lam": (" viec", " dong"),
    "to chuc": (
        " dang,",
        " dang va",
        " dang cap",
        " dang co so",
        " dang truc",
        " dang vien",
        " chinh tri",
        " xa hoi",
        " ca nhan",
        ", ca nhan",
        " doan",
        " cong doan",
        ", doan the",
        " hanh chinh",
        " - ",
    ),
    "dang": (" vien", " bo", " uy", " doan"),
    "cap": (" uy", " xa", " tinh", " huyen", " tren", " duoi", " co so", " trung uong", " phong", " to"),
    "thi": (" tran", " xa", " dua"),
    "thu": (" truong", " ky"),
    "trao": (" doi",),
    "phat": (" thanh",),
    "don": (" vi",),
    "tiep": (" theo",),
    "truc": (" thuoc", " tiep", " tuyen"),
    "moi": (" co", " don", " ca", " nguoi", " can", " xa", " thon", " nam", " quy"),
}


def starts_duty(text: str) -> bool:
    """Whether the text opens with a verb of work ("Tổ chức …", "Ban hành …")."""
    text = text.lstrip('“"( -')
    folded = plain(text)
    found = _STANDING_VERB.match(folded)
    if found is not None and not _spelt(text[len(text) - len(folded) :][: found.end()], _VERB_MARKS):
        return False
    return found is not None and not folded[found.end() :].startswith(_NOT_VERBS_BEFORE.get(found[0], ("\0",)))


def starts_unit(text: str) -> bool:
    """Whether the text opens with the name of an office, a post or a group of people."""
    found = _UNIT.match(plain(text))
    return found is not None and (
        found["word"].upper() == text[found.start("word") : found.end("word")]
        or _spelt(text[found.start("word") : found.end("word")], _UNIT_MARKS)
    )


def order_length(text: str) -> int:
    """How many characters "Giao", "Đề nghị", "Yêu cầu" take at the beginning."""
    found = _ORDER.match(plain(text))
    return found.end() if found else 0


def first_verb(text: str, start: int = 0) -> int | None:
    """Where the first verb of work in small letters begins, or None; names ("Ban Tổ chức") have capitals."""
    folded = plain(text)
    capitals = any(char.isupper() for char in text[1:])
    names = [span for span in office_spans(text) if text[span[0]].isupper() or not capitals]
    for found in _VERB.finditer(folded, start):
        place = found.start()
        if any(left <= place < right for left, right in names):
            continue
        if not _spelt(text[place : found.end()], _VERB_MARKS):
            continue
        if (text[place].islower() or not capitals) and not _within_name(folded, place, found[0]):
            return place
    return None


def _within_name(folded: str, place: int, verb: str) -> bool:
    before = folded[max(0, place - 24) : place]
    after = folded[place + len(verb) : place + len(verb) + 14]
    if before.endswith(("duoc ", "duoc, ")) and verb != "giao":
        return True
    if after.startswith(_NOT_VERBS_BEFORE.get(verb, ("\0",))):
        return True
    named = _NAMED_BY.get(verb)
    if named and re.search(rf"(?<![a-z])(?:{named})\s$", before):
        return True
    return verb in _SHORT and bool(_SHORT_NAMED.search(before))
