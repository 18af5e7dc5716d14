"""Identity numbers and births as lists write them, put right where that is certain."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from thidua_desktop.common.paths import resource
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.identity import tidy_id_number

_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})")
_PLACES = "places/provinces.toml"
_CCCD = 12
_INSIDE = re.compile(r"(?<![\d/.\-])\d(?:[ .]?\d){8,11}(?![\d/])")
"""A number among words: "CCCD: 038080001234 (cấp ngày 01/01/2021)"."""
_CMND = 9
_FIRST_SERIAL, _LAST_SERIAL = 3654, 45_000
"""Excel's numbers of 1/1/1910 and of a day in 2023; a bare year is far below, an identity number far above."""
_EXCEL_START = date(1899, 12, 30)
_OLDEST, _YOUNGEST = 1900, 2030
_CENTURY_TURN = 30
"""Two-digit years up to this one are of our century."""
_RUN = re.compile(r"(\d{2})(\d{2})((?:19|20)\d{2})")
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ t]\d{1,2}:\d{2}(?::\d{2})?(?:\.0+)?)?")
_MONTH = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{4})")
_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}),? nam (\d{4})")
_LONE_YEAR = re.compile(r"\D*?(?<!\d)((?:19|20)\d\d)(?!\d)\D*")
_LONGEST_YEAR = 24
"""Letters of "SN 1976 (âm lịch)": one year and no other number."""
_SERIAL = re.compile(r"(\d{4,5})(?:\.0+)?")
_YEAR = re.compile(r"(?:sinh (?:nam )?|nam (?:sinh )?:?\s*)?((?:19|20)\d\d)(?:\.0)?")


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it is kept; ``repaired`` when it is not what was typed, ``lost`` when nothing certain can be kept."""

    text: str | None
    repaired: bool = False
    lost: bool = False


def read_id_number(text: str) -> Value:
    """An identity number as digits.

    Zeros in front that a number cell has dropped come back (a CCCD begins with the code of a province);
    1.23E+11 has lost digits that nobody can know.
    """
    if len(text) == _CCCD and text.isascii() and text.isdigit():
        return Value(text)
    written = squeeze(text).strip("'’‘`\"")
    if seen := _SCIENTIFIC.fullmatch(written):
        digits, power = seen[1] + (seen[2] or ""), int(seen[3])
        if len(digits) != power + 1:
            return Value(None, lost=True)
        return Value(_with_zeros(digits), repaired=True)
    digits = tidy_id_number(written.removesuffix(".0"))
    if not digits.isdigit():
        inside = _INSIDE.findall(written)
        if len(inside) != 1:
            return Value(written or None)
        digits = tidy_id_number(inside[0])
    kept = _with_zeros(digits)
    return Value(kept, repaired=kept != text.strip())


@cache
def _place_codes() -> frozenset[str]:
    """The codes of place that begin a CCCD: those of the provinces there have been."""
    written = tomllib.loads(resource(_PLACES).read_text(encoding="utf-8"))
    return frozenset(province["cccd"] for province in written["province"] if "cccd" in province)


def _with_zeros(digits: str) -> str:
    missing = _CCCD - len(digits)
    if missing in (1, 2) and digits.zfill(_CCCD)[:3] in _place_codes():
        return digits.zfill(_CCCD)
    return digits.zfill(_CMND) if len(digits) == _CMND - 1 else digits


def read_birth(text: str) -> Value:
    """A birth as "1980", "1980-05" or "1980-05-17", from days, months, years, words, and Excel's day numbers."""
    written = squeeze(text).strip("'’‘`\" .;")
    if not written:
        return Value(None)
    bare = fold(written)
    if seen := _YEAR.fullmatch(bare):
        return _year(int(seen[1]))
    if seen := _ISO.fullmatch(bare):
        return _day(seen[3], seen[2], seen[1])
    if seen := _RUN.fullmatch(bare):
        return replace(_day(seen[1], seen[2], seen[3]), repaired=True)
    if seen := _DAY.search(bare) or _IN_WORDS.search(bare):
        return _day(seen[1], seen[2], seen[3])
    if seen := _MONTH.search(bare):
        month, year = int(seen[1]), int(seen[2])
        if month == 0 and _known(year):
            return Value(str(year), repaired=True)
        return Value(f"{year}-{month:02d}") if 1 <= month <= 12 and _known(year) else Value(None, lost=True)
    if (seen := _LONE_YEAR.fullmatch(bare)) and len(bare) <= _LONGEST_YEAR:
        return _year(int(seen[1]))
    return _serial(written)


def joined_birth(day: str, month: str, year: str) -> Value:
    """A birth whose parts stand in columns of their own; what is missing is left open."""
    parts = [part.strip().removesuffix(".0") for part in (day, month, year)]
    if all(part.isdigit() for part in parts):
        return _day(*parts)
    if parts[1].isdigit() and parts[2].isdigit():
        return read_birth(f"{parts[1]}/{parts[2]}")
    return read_birth(parts[2])


def _serial(written: str) -> Value:
    number = _SERIAL.fullmatch(written)
    if number is None or not _FIRST_SERIAL <= int(number[1]) <= _LAST_SERIAL:
        return Value(None, lost=True)
    return Value((_EXCEL_START + timedelta(days=int(number[1]))).isoformat(), repaired=True)


def _year(year: int) -> Value:
    return Value(str(year)) if _known(year) else Value(None, lost=True)


def _known(year: int) -> bool:
    return _OLDEST <= year <= _YOUNGEST


def _day(day: str, month: str, year: str) -> Value:
    number, repaired = int(year), len(year) == 2
    if repaired:
        number += 2000 if number <= _CENTURY_TURN else 1900
    if not _known(number):
        return Value(None, lost=True)
    if int(day) == 0 and 1 <= int(month) <= 12:
        return Value(f"{number}-{int(month):02d}", repaired=True)
    if int(day) == 0 and int(month) == 0:
        return Value(str(number), repaired=True)
    for a, b, swapped in ((day, month, False), (month, day, True)):
        try:
            return Value(date(number, int(b), int(a)).isoformat(), repaired=repaired or swapped)
        except ValueError:
            continue
    return Value(None, lost=True)
