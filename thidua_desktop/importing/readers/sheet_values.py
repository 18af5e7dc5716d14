"""Numbers and days of a worksheet as the clerk sees them in the cell."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta

_BUILT_IN_DAYS = {*range(14, 18), 22, *range(27, 32), 34, 35, 36, *range(50, 59)}
_BUILT_IN_MONTHS = {17}
_BUILT_IN_TIMES = {18, 19, 20, 21, 32, 33, 45, 46, 47}
_NOT_SHAPE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)
_SURE_DIGITS = 15
"""Excel keeps no more of a number."""
_LAST_DAY = 2_958_466
"""Excel's number of 31/12/9999, plus one."""


def date_shape(number_format: int, code: str | None) -> str | None:
    """``day``, ``month`` or ``time`` when a cell with this number format shows one, otherwise ``None``."""
    if code is None:
        if number_format in _BUILT_IN_MONTHS:
            return "month"
        if number_format in _BUILT_IN_TIMES:
            return "time"
        return "day" if number_format in _BUILT_IN_DAYS else None
    plain = _NOT_SHAPE.sub("", code.split(";")[0]).casefold()
    if plain in ("general", "@") or "general" in plain:
        return None
    if "d" in plain:
        return "day"
    if "y" in plain:
        return "month"
    return "time" if "h" in plain or "s" in plain else None


def number_text(text: str, shape: str | None, *, from_1904: bool = False) -> str:
    """A stored number as text: days dd/mm/yyyy, months mm/yyyy, times HH:MM, whole numbers without ".0"."""
    if shape is None and len(text) <= _SURE_DIGITS and text.isdecimal() and text.isascii() and text[0] != "0":
        return text
    try:
        number = float(text)
    except ValueError:
        return text
    if shape is not None and 0 <= number < _LAST_DAY:
        return _moment(number, shape, from_1904=from_1904)
    return plain_number(number)


def plain_number(number: float) -> str:
    """Fifteen digits, as Excel keeps them: 3.0 → "3", 0.1 + 0.2 → "0.3"."""
    if not math.isfinite(number):
        return ""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.15g}"


def _moment(number: float, shape: str, *, from_1904: bool) -> str:
    # Excel counts a 29/02/1900 that never was, hence the two beginnings.
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 if number >= 60 else 31)
    try:
        at = start + timedelta(seconds=round(number * 86400))
    except OverflowError:
        return plain_number(number)
    if shape == "time" or number < 1:
        return f"{at:%H:%M}"
    return moment_text(at, shape)


def moment_text(at: datetime | date, shape: str = "day") -> str:
    """A day as it is written in office papers; the time of day only where there is one."""
    if shape == "month":
        return f"{at.month:02d}/{at.year}"
    day = f"{at.day:02d}/{at.month:02d}/{at.year}"
    return f"{day} {at:%H:%M}" if isinstance(at, datetime) and (at.hour or at.minute) else day


def day_text(iso: str) -> str:
    """A day stored as ISO text, as strict files have it."""
    try:
        return moment_text(datetime.fromisoformat(iso.removesuffix("Z")))
    except ValueError:
        return iso
