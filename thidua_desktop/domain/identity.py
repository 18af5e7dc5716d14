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
_SEXES = {"male": 0, "female": 1}
_FIRST_CENTURY = 1900


def tidy_id_number(text: str) -> str:
    """The digits of an identity number, without the blanks, dots and dashes that people type between them."""
    return _BLANKS.sub("", text)


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

    A wrong length blocks; sex and birth year only warn, because the number is right more often than the list.
    """
    if not number or _CMND.fullmatch(number):
        return ()
    if not _CCCD.fullmatch(number):
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
