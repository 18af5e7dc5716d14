"""Text typed in the encodings used before Unicode: TCVN3 (fonts .Vn*) and VNI-Windows (fonts VNI-*).

Both lie over Latin-1, so the same bytes may be right already. A run whose font is named is converted for certain;
without a font the text is converted only where Vietnamese syllables come out of what were none before.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from enum import Enum
from functools import cache, lru_cache

from thidua_desktop.common.paths import resource

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_INITIAL = "ngh|ng|nh|n|gh|gi|g|kh|k|ch|c|ph|p|th|tr|t|qu|b|d|đ|h|l|m|r|s|v|x"
_NUCLEUS = (
    "iêu|yêu|oai|oao|oay|oeo|uây|uôi|ươi|ươu|uya|uyê|uyu|"
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|oo|"
    "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
)
_FINAL = "ng|nh|n|ch|c|m|p|t|k"
_SYLLABLE = re.compile(f"(?:{_INITIAL})?(?:{_NUCLEUS})(?:{_FINAL})?")
_UNICODE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u0323\u1ea0-\u1ef9]")
"""Letters that neither old encoding can show: where one stands, the line is Unicode already."""
_BETWEEN_WORDS = re.compile(r"[\s\x00-\x40\[-`{-\x7f“”‘’–—…]+")

_SIGN = re.compile("[\u00a1-\u00bf]")
_SIGN_BY_LETTER = re.compile("[A-Za-z][\u00a1-\u00bf]")
_SIGN_IN_WORD = re.compile(
    r"(?<!\w)[A-Za-z][A-Za-z\u00a1-\u00ff]*[\u00a1-\u00bf][A-Za-z\u00a1-\u00ff]*(?![\w\u00a1-\u00ff])"
)
_ENOUGH_WORDS = 3
_MOSTLY = 0.8
_HARDLY = 0.5
_RIGHT_ALREADY = 0.95


class Encoding(Enum):
    """An encoding from before Unicode; the value is the name that offices know it by."""

    TCVN3 = "TCVN3 (ABC)"
    TCVN3_CAPITALS = "TCVN3 (ABC), chữ hoa"
    VNI = "VNI"

    @property
    def shown(self) -> str:
        """The name for the clerk; the capital fonts are the same encoding."""
        return Encoding.TCVN3.value if self is Encoding.TCVN3_CAPITALS else self.value


def of_font(font: str | None) -> Encoding | None:
    """The encoding that a font's name stands for (also ``ABCDEF+.VnTime`` of a PDF); ``None`` for a Unicode font."""
    name = (font or "").rpartition("+")[2].split(",")[0].casefold()
    for style in ("-bold", "-italic", "bolditalic", "bold", "italic", " "):
        name = name.removesuffix(style)
    if name.startswith(".vn"):
        return Encoding.TCVN3_CAPITALS if name.endswith("h") else Encoding.TCVN3
    return Encoding.VNI if name.startswith(("vni-", "vni ")) else None


def decode(text: str, encoding: Encoding) -> str:
    """``text``, whose letters are the bytes of an old encoding seen as Latin-1, in Unicode.

    Text that holds letters which only Unicode has is returned as it is, whatever its font.
    """
    if _UNICODE_ONLY.search(text):
        return text
    if encoding is Encoding.VNI:
        return _vni_pattern().sub(lambda seen: _tables()[1][seen.group()], text)
    shown = text.translate(_tables()[0])
    return shown.upper() if encoding is Encoding.TCVN3_CAPITALS else shown


def font_is_meant(texts: Iterable[str]) -> bool:
    """Whether the texts of one old font need it: not where they read as Vietnamese the way they stand in the file."""
    doubtful = [text for text in texts if not text.isascii() and not _UNICODE_ONLY.search(text)]
    words = [word for text in doubtful for word in _marked_words(text)]
    right = sum(map(is_syllable, words))
    return len(words) < _ENOUGH_WORDS or right < _RIGHT_ALREADY * len(words)


def detect(texts: Iterable[str]) -> Encoding | None:
    """The old encoding in which (a part of) the text is written, ``None`` when it is right as it stands."""
    doubtful = [text for text in texts if not text.isascii() and not _UNICODE_ONLY.search(text)]
    if not doubtful:
        return None
    plain = "\n".join(doubtful)
    if vietnamese_share(plain) >= _HARDLY:
        return None
    best = max((Encoding.TCVN3, Encoding.VNI), key=lambda encoding: vietnamese_share(decode(plain, encoding)))
    words = _marked_words(decode(plain, best))
    right = sum(map(is_syllable, words))
    return best if right >= _ENOUGH_WORDS and right >= _MOSTLY * len(words) else None


def is_throughout(texts: Iterable[str]) -> bool:
    """Whether nothing in texts of which some are in an old encoding speaks against all of them being so."""
    return not any(_UNICODE_ONLY.search(text) for text in texts)


def repair(text: str, encoding: Encoding, *, throughout: bool = False) -> str:
    """``text`` with those of its lines decoded that become Vietnamese by it; lines that are right stay untouched.

    Args:
        throughout: the whole file is in the encoding, so that a line which could be either is decoded too ("Vâ Minh
            Dòng" is Võ Minh Dũng in TCVN3).
    """
    if text.isascii():
        return text
    return "\n".join(_repaired_line(line, encoding, throughout=throughout) for line in text.split("\n"))


def repair_words(text: str) -> str:
    """``text`` with single words decoded that hold a sign inside where TCVN3 has a letter ("V¨n" is Văn)."""
    return _SIGN_IN_WORD.sub(_decoded_word, text) if _SIGN_BY_LETTER.search(text) else text


def _decoded_word(found: re.Match[str]) -> str:
    shown = decode(found.group(), Encoding.TCVN3)
    return shown if is_syllable(shown) and not _SIGN.search(shown) else found.group()


def _repaired_line(line: str, encoding: Encoding, *, throughout: bool) -> str:
    if line.isascii() or _UNICODE_ONLY.search(line):
        return line
    shown = decode(line, encoding)
    gain = vietnamese_share(shown) - vietnamese_share(line)
    if gain < 0 or (gain == 0 and not throughout):
        return line
    return _with_capitals(line, shown) if encoding is Encoding.TCVN3 else shown


def _with_capitals(line: str, shown: str) -> str:
    """Capitals with tones do not exist in TCVN3, the font drew them: they follow from their neighbours."""
    if not re.search("[a-z]", line) and re.search("[A-Z]", line):
        return shown.upper()
    return re.sub(r"\S+", lambda word: _capital_word(word.group()), shown)


def _capital_word(word: str) -> str:
    plain = [letter for letter in word if letter.isascii() and letter.isalpha()]
    return word.upper() if len(plain) >= 2 and all(letter.isupper() for letter in plain) else word


def vietnamese_share(text: str) -> float:
    """How much of the text looks Vietnamese: the share of syllables among words with letters beyond ASCII, 0 to 1."""
    words = _marked_words(text)
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def _marked_words(text: str) -> list[str]:
    return [word for word in _BETWEEN_WORDS.split(text) if not word.isascii()]


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether a word can be a Vietnamese syllable, whatever its tone."""
    marks = unicodedata.normalize("NFD", word.casefold())
    bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    return _SYLLABLE.fullmatch(bare) is not None


@cache
def _tables() -> tuple[dict[int, str], dict[str, str]]:
    data = json.loads(resource("encodings/legacy-vietnamese.json").read_text(encoding="utf-8"))
    tcvn3 = {int(byte, 16): letter for byte, letter in data["tcvn3"].items()}
    tcvn3[0x03BC] = tcvn3[0xB5]  # some converters write the Greek mu for the micro sign
    tcvn3 |= {0xF000 + byte: letter for byte, letter in tcvn3.items() if byte < 0x100}  # as symbol fonts keep it
    return tcvn3, data["vni"]


@cache
def _vni_pattern() -> re.Pattern[str]:
    pairs = sorted(_tables()[1], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, pairs)))
