"""Text as it goes on paper: one Unicode form, no invisible characters, and pieces that stay on one line."""

from __future__ import annotations

import re
from datetime import date

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.reports.model import Cell, Tick
from thidua_desktop.wording import formats

NO_BREAK = "\u00a0"

_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF))
"""Soft hyphen, zero-width marks, byte order mark, what is no character at all (and would spoil a workbook): they come
with text that was copied from elsewhere."""
_LOOK_ALIKE = {0x2010: "-", 0x2011: "-", 0xF02D: "-", 0xF0B7: "-", 0x2028: "\n", 0x2029: "\n", 0x1A3: "ư", 0x1A2: "Ư"}
"""Hyphens and the bullets of Word's symbol font, which no text face has; the letter that old converters write for ư."""
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_UNUSUAL = re.compile(f"{_CONTROL.pattern}|[{re.escape(''.join(map(chr, (*_INVISIBLE, *_LOOK_ALIKE))))}]")
_SPAN = re.compile(r"(?<=\d) ([-–]) (?=\d)")
_NUMBERED = re.compile(r"(?i)\b(năm|quý|tháng|ngày|điều|khoản|số) (?=[\dIVX])")


def printable(text: str) -> str:
    """The text in NFC, without control and invisible characters; line breaks (``\\n``) stay."""
    text = nfc(text)
    if _UNUSUAL.search(text) is None:  # nearly always
        return text
    cleaned = text.replace("\r\n", "\n").translate(_INVISIBLE).translate(_LOOK_ALIKE)
    return _CONTROL.sub(" ", cleaned)


def bound(text: str) -> str:
    """The text with no-break spaces where a line must not end: before a dash, between "năm" and its number.

    A span of numbers ("2021 - 2025") stays on one line.
    """
    text = _SPAN.sub(f"{NO_BREAK}\\1{NO_BREAK}", text)
    return _NUMBERED.sub(rf"\1{NO_BREAK}", text).replace(" - ", f"{NO_BREAK}- ").replace(" – ", f"{NO_BREAK}– ")


TICKS = {False: "☐", True: "☑"}
"""Boxes as Word and Excel know them; the paper face has none, so that PDF files have them drawn."""


def cell(value: Cell) -> str:
    """A table cell as paper shows it: days as dd/mm/yyyy, nothing and a box (which is drawn) as an empty text."""
    match value:
        case None | Tick():
            return ""
        case date():
            return formats.day(value)
        case int():
            return formats.whole(value)
        case _:
            return printable(value)
