"""Letters as they are kept: NFC, plain blanks, no invisible signs."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import is_normalized

from thidua_desktop.common.vietnamese import nfc

LOST = "\ufffd"
"""Stands where a letter of the source cannot be known."""

_BLANK = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BREAK = "\x0b\x85\u2028\u2029"
_UNSEEN = "\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\ufffe\uffff"
_CONTROL = "".join(chr(code) for code in (*range(9), *range(12, 32), 127) if code != 13)

_TABLE: dict[int, str | None] = {
    **{ord(sign): " " for sign in _BLANK},
    **{ord(sign): "\n" for sign in _BREAK},
    **{ord(sign): None for sign in _UNSEEN + _CONTROL},
    **dict.fromkeys(range(0xD800, 0xE000), LOST),  # half a surrogate pair cannot be stored
    ord("\u02bc"): "'",
}

_SIGN = re.compile("[\uf020-\uf0ff]")
"""Where the letters of symbol fonts come to lie when text is copied."""
_LOST = re.compile("[\ufffd\ue000-\uf8ff]")
_CHANGED = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\xbf\u02bc\u034f\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ud800-\uf8ff\ufeff\ufffd-\uffff]"
)
"""Signs that cleaning, or the search for words of old encodings, may change."""
_LINE_EDGES = re.compile(r" *\n *")

_SYMBOLS = {
    0xB7: "•", 0xA7: "▪", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x76: "❖", 0xD8: "➢", 0xE0: "→", 0xF0: "→",
    0xFC: "✓", 0xFE: "☑", 0xFD: "☒", 0x2D: "-", 0x2B: "+",
}  # fmt: skip
"""Signs of Wingdings and Symbol that stand in office papers, by their byte."""


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """The text in NFC with plain blanks and without signs that nobody sees; lines are trimmed, tabs stay."""
    shown = nfc(_SIGN.sub(lambda sign: symbol(ord(sign[0])), text.translate(_TABLE)))
    return _LINE_EDGES.sub("\n", shown).strip(" \n")


def is_clean(text: str) -> bool:
    """Whether a text, or cells joined by tabs, would be the same after all repairs of letters; False where in doubt."""
    if text.startswith(" ") or text.endswith(" ") or "\t " in text or " \t" in text:
        return False
    return _CHANGED.search(text) is None and is_normalized("NFC", text)


def is_clean_cell(text: str) -> bool:
    """The same of a single cell that is to be joined with others by tabs."""
    return "\t" not in text and is_clean(text)


def same_letters(before: str, after: str) -> bool:
    """Whether cleaning has changed nothing but blanks and signs that nobody sees."""
    return before.translate(_TABLE).split() == after.split()


def symbol(code: int) -> str:
    """What a letter of a symbol font looks like; a plain bullet when we do not know."""
    return _SYMBOLS.get(code & 0xFF, "•")


def is_private(char: str) -> bool:
    """A code point without meaning of its own: the font decides what is seen."""
    return "\ue000" <= char <= "\uf8ff"


def lost_letters(text: str) -> int:
    """How many letters of a text cannot be known."""
    return 0 if text.isascii() else len(_LOST.findall(text))
