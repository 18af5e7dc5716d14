"""Text as the parser compares it: cleaned source words, and a plain form of the same length."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from thidua_desktop.common.vietnamese import squeeze

_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x200E, 0x200F))
_LOOKALIKES = {
    ord("ƣ"): "ư",  # the letter gha, which old fonts show as ư
    ord("Ƣ"): "Ư",
    ord("Ð"): "Đ",  # the Icelandic eth looks the same
    ord("\u2011"): "-",
    ord("\u2010"): "-",
    ord("\u2212"): "-",
    0x0B: "\n",
    0x85: "\n",
    0x2028: "\n",
}
_REPAIRS: dict[int, str | None] = {**_INVISIBLE, **_LOOKALIKES}
_BROKEN = re.compile(f"[{re.escape(''.join(map(chr, _REPAIRS)))}]")
_BREAK = re.compile(r"\n|\r|<br\s*/?>")
_STRAY_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""The capitals of Vietnamese, for character classes (they are no range in Unicode)."""

TERMINAL = (".", ";", ":", "!", "?", "/", "…")
"""Signs that end a line for good."""


class _Plain(dict[int, str]):
    """Character → one lower-case character without diacritics, worked out when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code).casefold()
        if char == "đ":
            plain = "d"
        elif chr(code).isspace():
            plain = " "
        else:
            base = [mark for mark in unicodedata.normalize("NFD", char) if not unicodedata.combining(mark)]
            plain = base[0] if base else "?"
        self[code] = plain
        return plain


_PLAIN = _Plain()
CACHED_LENGTH = 400
"""Most lines are asked for many times while a plan is read; long ones are not kept."""


def plain(text: str) -> str:
    """Lower case without diacritics, character for character, so that places in it are places in ``text``."""
    return _cached_plain(text) if len(text) < CACHED_LENGTH else text.translate(_PLAIN)


@lru_cache(maxsize=16384)
def _cached_plain(text: str) -> str:
    if text.isprintable():
        # All letters are taken apart at once: where each leaves one of ASCII, that is its plain one.
        apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "d").lower())
        found = apart.encode("ascii", "ignore").decode("ascii")
        if len(found) == len(text):
            return found
    return text.translate(_PLAIN)


def clean(text: str) -> str:
    """The source's words in NFC, without invisible signs and Markdown emphasis; line breaks become blanks."""
    return _cleaned(_repaired(text))


def _repaired(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    return text if _BROKEN.search(text) is None else text.translate(_REPAIRS)


def _cleaned(repaired: str) -> str:
    repaired = _STRAY_CONTROLS.sub(" ", repaired)
    if "**" in repaired or "__" in repaired:
        repaired = re.sub(r"\*\*(?!\*)|(?<!_)__(?!_)", "", repaired)
    if "\\" in repaired:
        repaired = re.sub(r"\\([*_.#-])", r"\1", repaired)
    made = squeeze(repaired)
    emphasised = _EMPHASIS.fullmatch(made) if made[:1] in "*_" else None
    return emphasised["inside"] if emphasised is not None else made


_EMPHASIS = re.compile(r"([*_])(?P<inside>[^\s*_](?:[^*_]*[^\s*_])?)\1")


def clean_lines(text: str) -> list[str]:
    """The cleaned lines of a cell or paragraph, empty ones left out; wide blanks survive as two blanks."""
    repaired = _repaired(text)
    pieces = _BREAK.split(repaired) if "\n" in repaired or "\r" in repaired or "<" in repaired else [repaired]
    lines = (_cleaned(piece) for piece in pieces)
    return [line for line in lines if line]


def unended(text: str) -> bool:
    """Whether the text breaks off: no sign at its end that closes a sentence or item."""
    return bool(text) and not text.rstrip("”\"')» ").endswith(TERMINAL)


def starts_lower(text: str) -> bool:
    """Whether the first letter is a small one."""
    first = next((char for char in text if char.isalpha()), "")
    return bool(first) and first.islower() and not text[:1].isdecimal()


def mostly_upper(text: str) -> bool:
    """Whether the letters are capitals (a heading or a name of an office)."""
    letters = sum(map(str.isalpha, text))
    return letters >= 2 and sum(map(str.isupper, text)) >= 0.8 * letters


def word_count(text: str) -> int:
    """How many words the text has."""
    return len(text.split())


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of a text: cut after ``.``, ``!``, ``?`` before a capital."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _SENTENCE_END.finditer(text):
        spans.append((start, found.end(1)))
        start = found.end()
    spans.append((start, len(text)))
    return [(left, right) for left, right in spans if text[left:right].strip()]


_SENTENCE_END = re.compile(rf"(?<!TP)(?<!\bTT)(?<=[\w)”\"%])([.!?])\s+(?=[{UPPER}]|[“\"(-]\s?[{UPPER}])")
