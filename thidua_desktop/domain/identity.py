"""Identity numbers (CCCD, số định danh, CMND) and birth dates as they are written in lists.

A CCCD has twelve digits: three for the place, one for century and sex, two for the birth year, six at random; it has
no check digit (NĐ 137/2015/NĐ-CP Điều 13; TT 07/2016/TT-BCA). The old CMND has nine.
"""

from __future__ import annotations

import re
from datetime import date

from thidua_desktop.domain.findings import Finding, Severity

_CCCD = re.compile(r"\d{12}")
_CMND = re.compile(r"\d{9}")
_BLANKS = re.compile(r"[\s.\-]")
_WRITTEN = re.compile(r"(?<!\d)0\d\d(?:[ \u00a0.\-]?\d{3}){3}(?!\d)")
"""A CCCD within a sentence: the codes of the places all begin with 0, which no amount of money does."""
_NAMED = re.compile(r"(?i)\b(?:cccd|cmnd|cmt|căn cước|chứng minh|định danh)\b[^\d\n]{0,30}(\d[\d \u00a0.\-]{7,18}\d)")
_ALONE = re.compile(r"\d{9}|\d{12}")
_SHOWN_DIGITS = 4
_MASK = "*"
_SEXES = {"male": 0, "female": 1}
_FIRST_CENTURY = 1900


def tidy_id_number(text: str) -> str:
    """The digits of an identity number, without the blanks, dots and dashes that people type between them."""
    return _BLANKS.sub("", text)


def shown_id_number(number: str | None, *, full: bool = False) -> str:
    """An identity number as it stands in a list that is printed or handed on: only its last four digits.

    Every report, export and copy of a list takes the number through here or its texts through ``without_id_numbers``.

    Args:
        number: as it is kept; None where there is none.
        full: the clerk has asked for the whole number, for this one paper; the wish is never kept.
    """
    if not number or full:
        return number or ""
    kept = number[-_SHOWN_DIGITS:] if len(number) > 2 * _SHOWN_DIGITS else ""
    return _MASK * (len(number) - len(kept)) + kept


def is_masked(text: str) -> bool:
    """Whether an identity number comes from a list in which only its last digits were shown."""
    return _MASK in text


def without_id_numbers(text: str) -> str:
    """Free text with every identity number in it shown by its last four digits only.

    Recognised are twelve digits that begin with 0, whatever follows words such as "CCCD" or "CMND", and a text that
    is nothing but nine or twelve digits. Amounts, telephone numbers and tax codes stay.
    """
    if _ALONE.fullmatch(text):
        return shown_id_number(text)
    text = _WRITTEN.sub(lambda found: _masked_digits(found[0]), text)
    return _NAMED.sub(lambda found: found[0].replace(found[1], _masked_digits(found[1])), text)


def _masked_digits(written: str) -> str:
    digits = sum(char.isdigit() for char in written)
    if digits not in (9, 12):
        return written
    return shown_id_number(tidy_id_number(written))


def birth_year(birth: str | None) -> int | None:
    """The year of a birth kept as ``1980`` or ``1980-05-17``."""
    return int(birth[:4]) if birth else None


def read_birth(text: str) -> str | None:
    """The birth as it is kept, from ``1980``, ``17/5/1980``, ``17.05.1980``; None for no text.

    Raises:
        ValueError: neither a year between 1900 and 2100 nor a day of the calendar.
    """
    written = text.strip()
    if not written:
        return None
    if re.fullmatch(r"(19|20)\d\d", written):
        return written
    match = re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})[/.\-]((?:19|20)\d\d)", written)
    if match is None:
        raise ValueError(written)
    return date(int(match[3]), int(match[2]), int(match[1])).isoformat()


def check_id_number(number: str, *, gender: str | None, birth: str | None) -> tuple[Finding, ...]:
    """What is wrong with an identity number beside the other data of its holder.

    A wrong length and missing digits block; sex and birth year only warn, because the number is right more often than
    the list.
    """
    if not _CCCD.fullmatch(number):
        if not number or _CMND.fullmatch(number):
            return ()
        if is_masked(number):
            return (Finding("identity.masked", Severity.BLOCKING),)
        return (Finding("identity.length", Severity.BLOCKING, {"digits": len(number)}),)
    century, sex = divmod(int(number[3]), 2)
    findings: list[Finding] = []
    if gender in _SEXES and _SEXES[gender] != sex:
        findings.append(Finding("identity.sex", params={"says": "nữ" if sex else "nam"}))
    said = _FIRST_CENTURY + 100 * century + int(number[4:6])
    written = birth_year(birth)
    if written is not None and written != said:
        findings.append(Finding("identity.year", params={"says": str(said), "written": str(written)}))
    return tuple(findings)
