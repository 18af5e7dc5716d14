"""What the letters of a PDF are read as: by the name of their font, and by the signs that pdfium puts for others."""

from __future__ import annotations

import re
from functools import lru_cache

from thidua_desktop.importing.readers import legacy
from thidua_desktop.importing.readers.characters import symbol

_LINE_END_HYPHENS = str.maketrans("\x02\ufffe", "--")
"""pdfium marks a hyphen at the end of a line so."""
_SIGN = re.compile("[\uf020-\uf0ff]")
"""Where the letters of symbol fonts come to lie."""


def readable(text: str, encoding: legacy.Encoding | None, signs: bool) -> str:
    """Letters as they are kept."""
    if encoding is not None:
        return legacy.decode(text, encoding)
    if signs:
        return "".join(symbol(ord(sign)) for sign in text)
    return _SIGN.sub(lambda seen: symbol(ord(seen[0])), text.translate(_LINE_END_HYPHENS))


def letter(code: int) -> str:
    """The letter of a code point; a sign for what is none."""
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


@lru_cache(maxsize=512)
def face(font: bytes) -> tuple[bool, bool, legacy.Encoding | None, bool]:
    """Bold, italic, old encoding, symbol font — from the name of a font."""
    name = font.decode("utf-8", "replace")
    plain = name.rpartition("+")[2].casefold()
    bold = "bold" in plain or plain.endswith(("-bd", "-black", ",b"))
    italic = "italic" in plain or "oblique" in plain
    signs = plain.startswith(("symbol", "wingdings", "webdings", "opensymbol"))
    return bold, italic, legacy.of_font(name), signs
