"""Bytes of a plain text file → text."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.importing.readers import legacy
from thidua_desktop.importing.readers.sniffing import looks_like_utf16

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000


def to_text(data: bytes) -> str:
    """The text of a file in any encoding that Vietnamese offices have used; lost letters become U+FFFD.

    TCVN3 and VNI come back as the Latin-1 letters under which they are seen: ``legacy`` repairs them for all formats.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if (guessed := looks_like_utf16(data)) is not None:
        return data.decode(guessed, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _eight_bit(data)


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with some bytes broken (cut off, a bad disk): far more whole letters than broken ones."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    whole = sum(1 for char in text[:_SAMPLE] if char > "\x7f") - text[:_SAMPLE].count("\ufffd")
    return text if whole > 5 * broken else None


def _eight_bit(data: bytes) -> str:
    sample = data[:_SAMPLE]
    readings: tuple[tuple[Callable[[bytes], str], Callable[[str], str]], ...] = (
        (_windows_1258, str),
        (_western, str),
        (_western, lambda text: legacy.decode(text, legacy.Encoding.TCVN3)),
        (_western, lambda text: legacy.decode(text, legacy.Encoding.VNI)),
    )
    best = max(readings, key=lambda reading: legacy.vietnamese_share(reading[1](reading[0](sample))))
    return best[0](data)


def _windows_1258(data: bytes) -> str:
    return nfc(data.decode("cp1258", "replace"))


def _western(data: bytes) -> str:
    """Windows-1252, its five empty places as Latin-1 has them."""
    return "".join(_WESTERN[byte] for byte in data)


_WESTERN = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]
