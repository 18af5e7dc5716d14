"""The sign that opens an item: I. 1. 1.1- a) (1) - + • Phần I, Phụ lục 2 … (NĐ 30/2020/NĐ-CP and what is typed)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from thidua_desktop.common.vietnamese import POINT_LETTERS
from thidua_desktop.importing.plans.text import UPPER, mostly_upper, plain

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_WORDS = {"nhat": 1, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8}

BULLETS = "-–—•*+●○▪■□◦►➢➤✓✔§·❖♦◆→√»⇒➔⮚☞★☆▶▷▫❑❒✦◇"
_BULLET = re.compile(
    rf"(?P<label>=>|->|>>|[{re.escape(BULLETS)}]|[\uf000-\uf0ff]|[oØüv](?=\s+[{UPPER}]))(?P<blank>\s*)(?=\S)"
)
_CLOSE = r"(?P<close>\s?[.:/)]{1,2}|\s?[-–—](?=\s|[^\W\d_])|\s?\.[-–—)])"
_NUMERAL = re.compile(r"(?P<open>\(?)(?P<body>[IVXl1|]{1,6})" + _CLOSE + r"\s*(?=\S|$)")
_BARE_NUMERAL = re.compile(r"(?P<body>[IVX]{1,5})\s+(?=\S)")
_NUMBER = re.compile(r"(?P<body>\d{1,2}(?:\s?\.\s?\d{1,2}){0,4})(?!\d)" + _CLOSE + r"(?P<blank>\s*)(?=\S|$)")
_DEEP_NUMBER = re.compile(r"(?P<body>\d{1,2}(?:\.\d{1,2}){1,4})\s+(?=[^\W\d_]|[“\"(])")
_ENCLOSED = re.compile(r"\((?P<body>\d{1,2}|[a-zđ]|i{1,3}|iv|v|vi{1,3})\)\s*(?=\S|$)")
_LETTER = re.compile(r"(?P<body>[a-zđ])(?P<close>\s?\.?\)|\s?[./:](?=\s|$)|\s?[-–](?=\s))(?P<blank>\s*)(?=\S|$)")
_SMALL_ROMAN = re.compile(r"(?P<body>i{2,3}|iv|vi{1,3}|ix)(?P<close>\s?[.)])\s*(?=\S|$)")
_CAPITAL = re.compile(r"(?P<body>[A-EGHKĐ])(?P<close>\s?[.)/:](?=\s|$)|\s?[-–](?=\s))\s*(?=\S|$)")
_PART = re.compile(
    r"(?P<kind>phan|chuong|muc|dieu)\s+(?:thu\s+)?(?P<body>nhat|mot|hai|ba|bon|tu|nam|sau|bay|tam|"
    r"[ivx]{1,5}|\d{1,2}|[a-e])"
    r"(?P<close>\s*[.:\-–]|(?=\s|$))\s*"
)
_ANNEX = re.compile(
    r"(?:phu luc|phu bieu|bieu(?: mau)?(?= so|\s+\d)|"
    r"bieu$)(?:\s+so)?(?:\s*[:.]?\s*(?P<body>\d{1,2}[a-z]?|[ivx]{1,4}|[a-e])(?![\w]))?"
)
_KINDS = {"phan": "Phần", "chuong": "Chương", "muc": "Mục", "dieu": "Điều"}
_UNFINISHED_OCR = str.maketrans({"l": "I", "1": "I", "|": "I"})
_PAPER_CODE = re.compile(r"[A-ZĐ]{2,}\d*[-/–][A-ZĐ]{2}")
_JUNK_AFTER_DASH = re.compile(r"[-–—]\s*\d")


@dataclass(frozen=True, slots=True)
class Marker:
    """An opening sign: ``label`` as typed, ``numeral`` for the section path ("" for bullets), ``style`` for nesting.

    ``number`` is its place in its sequence (None for bullets); ``rest`` the text after it.
    """

    style: str
    label: str
    rest: str
    number: int | None = None
    numeral: str = ""

    @property
    def is_bullet(self) -> bool:
        return self.style.startswith("bullet")


def roman_value(text: str) -> int | None:
    """The value of a Roman numeral up to 39, or None."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[char] for char in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def ordinal_word(text: str) -> int | None:
    """The number that a Vietnamese ordinal word, a digit or a Roman numeral names (text in plain form)."""
    if text.isdecimal():
        return int(text)
    return _WORDS.get(text) or roman_value(text.upper())


@lru_cache(maxsize=4096)
def find_marker(text: str) -> Marker | None:
    """The sign that opens a cleaned line, or None."""
    for reader in (_annex, _part, _roman, _number, _enclosed, _small, _letter, _capital, _bullet):
        found = reader(text)
        if found is not None:
            return found
    return None


def marker_of_label(label: str, text: str) -> Marker | None:
    """The marker for a number that the word processor generated."""
    if label.isdecimal() and len(label) <= 2:
        return Marker("number:1", label, text, int(label), str(int(label)))
    found = find_marker(f"{label} X")
    if found is None:
        return Marker(f"label:{len(label)}", label, text)
    return Marker(found.style, label, text, found.number, found.numeral)


def _annex(text: str) -> Marker | None:
    if len(text) > 160 or not text[:1].isupper():
        return None
    found = _ANNEX.match(plain(text))
    if found is None:
        return None
    rest = text[found.end() :].strip(" :.-–")
    heading = (
        not rest or mostly_upper(text) or rest.startswith("(") or (found["body"] is not None and rest[:1].isupper())
    )
    if not heading:
        return None
    body = (text[found.start("body") : found.end("body")]) if found["body"] else ""
    numeral = "Phụ lục" + (f" {body.upper() if body.isalpha() else body}" if body else "")
    return Marker("annex", text[: found.end()].strip(), rest, ordinal_word(body.lower()) or 1, numeral)


def _part(text: str) -> Marker | None:
    if not text[:1].isupper():
        return None
    found = _PART.match(plain(text[:60]))
    if found is None or (
        found["kind"] in ("muc", "dieu")
        and not found["body"].strip("ivx").isdecimal()
        and roman_value(found["body"].upper()) is None
    ):
        return None
    rest = text[found.end() :].strip()
    if not found["close"] and rest and not (rest[:1].isupper() or rest[:1] in '“"'):
        return None  # "Phần hai bên ký kết" is a sentence
    typed = text[: found.end()].strip()
    body = text[found.start("body") : found.end("body")]
    if found["body"].isdecimal() or roman_value(body) is not None:
        numeral = f"{_KINDS[found['kind']]} {body}"
    else:
        numeral = typed.rstrip(" .:-–").capitalize()
    return Marker(found["kind"], typed.rstrip(" -–"), rest, ordinal_word(found["body"]), numeral)


def _roman(text: str) -> Marker | None:
    found = _NUMERAL.match(text)
    if found is not None and not found["open"]:
        body, rest = found["body"], text[found.end() :].strip()
        repaired = body.translate(_UNFINISHED_OCR)
        number = roman_value(repaired)
        pure = set(body) <= {"1"} or (set(body) <= set("l1|") and not mostly_upper(rest))
        bracketed = not rest and found["close"].endswith(")")  # the end of "(khóa XIII)"
        if number is not None and not pure and not bracketed and not rest[:1].islower():
            return Marker("roman", text[: found.end()].strip(), rest, number, repaired)
    bare = _BARE_NUMERAL.match(text)
    if bare is not None and mostly_upper(text[bare.end() :]) and len(text) > bare.end() + 5:
        number = roman_value(bare["body"])
        if number is not None:
            return Marker("roman", bare["body"], text[bare.end() :].strip(), number, bare["body"])
    return None


def _number(text: str) -> Marker | None:
    if text[:1] in "lI|" and (slip := re.match(r"[lI|](?:\s?[.)])\s+(?=\S)", text)):
        return Marker("number:1" + (")" if ")" in slip[0] else ""), slip[0].strip(), text[slip.end() :], 1, "1")
    return _number_from(_NUMBER.match(text), text) or _number_from(_DEEP_NUMBER.match(text), text)


def _number_from(found: re.Match[str] | None, text: str) -> Marker | None:
    if found is None:
        return None
    body = re.sub(r"\s", "", found["body"])
    parts = body.split(".")
    rest = text[found.end() :].strip()
    close = (found.groupdict().get("close") or "").strip()
    if not _is_ordinal(parts, close, rest, bool(found.groupdict().get("blank"))):
        return None
    style = f"number:{len(parts)}" + (")" if close.endswith(")") else "")
    numeral = ".".join(str(int(part)) for part in parts)
    return Marker(style, text[: found.end()].strip(), rest, int(parts[-1]), numeral)


def _is_ordinal(parts: list[str], close: str, rest: str, blank: bool) -> bool:
    if any(int(part) == 0 for part in parts) or int(parts[0]) > 80:
        return False
    if close in ("/", "-", "–", "—") and len(parts) == 1 and rest[:1].isdecimal():
        return False  # a date or a range
    if close in ("/", ":") and rest[:1].isdecimal():
        return False
    if close == "/" and not blank and _PAPER_CODE.match(rest):
        return False  # "15/KH-UBND"
    if close == "." and not blank and rest[:1].isdecimal():
        return False
    return not (close in ("-", "–", "—") and rest[:1].islower())


def _enclosed(text: str) -> Marker | None:
    found = _ENCLOSED.match(text)
    if found is None:
        return None
    body = found["body"]
    number = int(body) if body.isdecimal() else _letter_number(body)
    style = "(number)" if body.isdecimal() else "(letter)"
    return Marker(style, found[0].strip(), text[found.end() :].strip(), number, body)


def _letter_number(body: str) -> int:
    if len(body) == 1 and body in POINT_LETTERS:
        return POINT_LETTERS.index(body) + 1
    return roman_value(body.upper()) or 1


def _small(text: str) -> Marker | None:
    found = _SMALL_ROMAN.match(text)
    if found is None:
        return None
    return Marker(
        "small", found[0].strip(), text[found.end() :].strip(), roman_value(found["body"].upper()), found["body"]
    )


def _letter(text: str) -> Marker | None:
    found = _LETTER.match(text)
    if found is None:
        return None
    rest = text[found.end() :].strip()
    return Marker("letter", found[0].strip(), rest, _letter_number(found["body"]), found["body"])


def _capital(text: str) -> Marker | None:
    found = _CAPITAL.match(text)
    if found is None:
        return None
    number = "ABCDĐEGHK".index(found["body"]) + 1
    return Marker("capital", found[0].strip(), text[found.end() :].strip(), number, found["body"])


def _bullet(text: str) -> Marker | None:
    found = _BULLET.match(text)
    if found is None or text.startswith(("--", "**", "***")) or (_JUNK_AFTER_DASH.match(text) and not found["blank"]):
        return None
    rest = text[found.end() :].strip()
    inner = None if rest[:1] in BULLETS else _number(rest) or _letter(rest)
    if inner is not None:
        return inner
    sign = "-" if found["label"] in "-–—" else found["label"]
    return Marker(f"bullet:{sign}", found["label"], rest)
