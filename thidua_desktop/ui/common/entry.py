"""What a clerk types into a cell, read into values."""

from __future__ import annotations

import re
from datetime import date
from typing import TypeVar

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import fold, squeeze

_DAY = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})(?:\s*[/.\-\s]\s*(\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_QUARTERS = {"1": 1, "i": 1, "2": 2, "ii": 2, "3": 3, "iii": 3, "4": 4, "iv": 4}

T = TypeVar("T")


class EntryNotRead(AppError):
    """What was typed is not what the cell takes; the former value stays."""

    code = "entry.not_read"


class DayNotRead(EntryNotRead):
    """The text is not a day of the calendar."""

    code = "entry.day_not_read"


class DayNotThere(DayNotRead):
    """The month has no such day. ``month`` is written as 02/2026."""

    code = "entry.day_not_there"


class NothingTyped(EntryNotRead):
    """The cell may not be empty."""

    code = "entry.empty"


class BlockNotRead(AppError):
    """One cell of a block cannot be read, so that nothing of the block is taken; lines of the block count from 1."""

    code = "entry.block_not_read"


def required(text: str) -> str:
    """The text, squeezed.

    Raises:
        NothingTyped: nothing but blanks.
    """
    written = squeeze(text)
    if not written:
        raise NothingTyped()
    return written


def optional(text: str) -> str | None:
    """The text, squeezed; None when there is none."""
    return squeeze(text) or None


def day(text: str, *, year: int) -> date | None:
    """A day from ``15/6/2026``, ``15.6``, ``15-6`` or ISO; ``year`` where none is typed; None for no text.

    Raises:
        DayNotThere: a month that has no such day.
        DayNotRead: anything else.
    """
    written = squeeze(text)
    if not written:
        return None
    iso = _ISO.fullmatch(written)
    match = _DAY.fullmatch(written)
    if iso is None and match is None:
        raise DayNotRead(text=written)
    if iso is not None:
        typed, month, number = (int(part) for part in iso.groups())
    else:
        assert match is not None
        typed, month, number = int(match[3]) if match[3] else year, int(match[2]), int(match[1])
        typed += 2000 if typed < 100 else 0
    try:
        return date(typed, month, number)
    except ValueError:
        if typed and 1 <= month <= 12:
            raise DayNotThere(text=written, day=number, month=f"{month:02}/{typed}") from None
        raise DayNotRead(text=written) from None


def quarter(text: str) -> int | None:
    """A quarter from ``Quý II``, ``Q2``, ``2``, ``II``; None for "Cả năm" or no text.

    Raises:
        EntryNotRead: anything else.
    """
    written = fold(text)
    if written in ("", "ca nam"):
        return None
    bare = re.sub(r"^q(?:uy)?[.\s]*", "", written)
    if bare not in _QUARTERS:
        raise EntryNotRead(text=squeeze(text))
    return _QUARTERS[bare]


def whole(text: str, *, low: int, high: int) -> int | None:
    """A whole number between two bounds; None for no text. A closing "%" and words before the number may stand.

    Raises:
        EntryNotRead: anything else.
    """
    written = squeeze(text)
    if not written:
        return None
    match = re.fullmatch(r"(?:\D*\s)?(\d{1,9})\s*%?", written)
    if match is None or not low <= int(match[1]) <= high:
        raise EntryNotRead(text=written)
    return int(match[1])


def units(text: str) -> tuple[str, ...]:
    """Units' names, one after each ``;`` or line."""
    names = (squeeze(part) for part in re.split(r"[;\n]", text))
    return tuple(dict.fromkeys(name for name in names if name))


def choice(text: str, choices: dict[str, T]) -> T:
    """The value whose label was typed; letters without diacritics will do.

    Raises:
        EntryNotRead: no label fits.
    """
    wanted = fold(text)
    found = next((value for label, value in choices.items() if fold(label) == wanted), None)
    if found is None:
        raise EntryNotRead(text=squeeze(text))
    return found
