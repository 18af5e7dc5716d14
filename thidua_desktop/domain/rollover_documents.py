"""Documents that a plan cites: their numbers and days are not the plan's own time.

A yearly document of a căn cứ (last December's resolution) has a successor whose number is not known yet: number and
day are left blank. Everywhere else the words stay, and what has ended or is recent is pointed out.
"""

from __future__ import annotations

import re
from typing import Any

from thidua_desktop.domain.legal import LegalDocument, amended_by, ended_by
from thidua_desktop.domain.rollover_changes import ANY_DAY, YEAR, ChangeKind, Reading, day_of

GAP = "…"
"""Stands where a number or a day is to be filled in."""

_CODE = r"[A-ZĐ][A-Za-zĐđƯưÔôƠơÂâ]{0,8}\d{0,2}"
# "22/NQ-HĐND", "34-CT/TW", "18/2020/NQ-HĐND", "06/2022/QH15"; a code of one part only after "số".
_NUMBER = re.compile(
    rf"(?:(?<=số )|(?<=Số ))(?P<plain>\d{{1,6}})[/-]{_CODE}(?![\w/-])"
    rf"|(?<![\w/.-])(?P<full>\d{{1,6}}(?:/{YEAR})?)[/-]{_CODE}(?:[-/&]{_CODE})+"
    rf"|(?<![\w/.-])(?P<dated>\d{{1,6}}/{YEAR})/{_CODE}(?![\w/-])"
)
_ITS_DAY = re.compile(rf"\s*,?\s*(?:ký\s+|ban hành\s+)?ngày\s+(?P<day>{ANY_DAY})")
_ITS_YEAR = re.compile(rf"\s+năm\s+{YEAR}(?!\d)")
_LAW = re.compile(rf"\b(?:Bộ luật|Luật|Pháp lệnh)\b[^;.\n]{{0,200}}?\bngày\s+(?P<day>{ANY_DAY})")
_LAW_OF_YEAR = re.compile(rf"\bLuật\s+Thi đua,?\s+[Kk]hen thưởng\s+(?:năm\s+)?(?P<year>{YEAR})(?![\d/])")
_SIGNED_DAY = re.compile(rf"ngày\s+(?P<day>{ANY_DAY})(?=\s*,?\s+của\s+(?:[A-ZĐ]))")
_DAY = re.compile(rf"(?<![\d/]){ANY_DAY}(?![\d/])")
_LEGISLATION = re.compile(r"/(?:NĐ-CP|QH\d|TT-|TTLT)|^\d+/(?:19|20)\d\d/")
_PARTY = re.compile(r"/T[WU]\b")


def read_documents(reading: Reading) -> None:
    """Claim every document that the text names."""
    _numbered(reading)
    _laws_without_number(reading)
    for found in _SIGNED_DAY.finditer(reading.text):
        _day_of_document(reading, *found.span("day"))
    if reading.basis:
        for found in _DAY.finditer(reading.text):
            if not _of_anniversary(reading.text, found):
                _day_of_document(reading, *found.span())


def _numbered(reading: Reading) -> None:
    named: set[str] = set()
    for number in _NUMBER.finditer(reading.text):
        its_day = _ITS_DAY.match(reading.text, number.end())
        known = reading.register.numbered(number[0])
        end = its_day.end() if its_day is not None else number.end()
        again = its_day is None and number[0] in named  # "(sau đây gọi là Chỉ thị số 41-CT/TW)"
        named.add(number[0])
        if again:
            reading.keep(number.start(), end)
        elif known is not None:
            _legal(reading, known, number.start(), end)
        elif reading.basis and _is_yearly(reading, number, its_day):
            _blank(reading, number, its_day)
        elif reading.basis or (its_day is not None and _is_recent(reading, its_day["day"])):
            reading.point_out(ChangeKind.DOCUMENT, number.start(), end)
        elif its_day is None and (its_year := _ITS_YEAR.match(reading.text, end)) is not None:
            reading.point_out(ChangeKind.DOCUMENT, number.start(), its_year.end())
        else:
            reading.keep(number.start(), end)


def _is_yearly(reading: Reading, number: re.Match[str], its_day: re.Match[str] | None) -> bool:
    """Whether the document is of the plan's year: it says so, or it was issued for it and is no lasting rule."""
    if re.search(r"/(?:NĐ-CP|QH\d|TT-|TTLT)", number[0]):
        return False
    start = reading.text.rfind(";", 0, number.start()) + 1
    stop = reading.text.find(";", number.end())
    said = _DAY.sub("", reading.text[start : len(reading.text) if stop < 0 else stop])
    if re.search(rf"\bnăm\s+(?:học\s+)?{reading.from_year}\b", said):
        return True
    lasting = _LEGISLATION.search(number[0]) or _PARTY.search(number[0])
    return not lasting and its_day is not None and _is_recent(reading, its_day["day"])


def _is_recent(reading: Reading, written: str) -> bool:
    day = day_of(written)
    return day is not None and day.year >= reading.from_year - 1


def _blank(reading: Reading, number: re.Match[str], its_day: re.Match[str] | None) -> None:
    group = next(name for name in ("plain", "full", "dated") if number[name] is not None)
    digits = "/".join(GAP for _ in number[group].split("/"))
    reading.change(ChangeKind.BLANK, *number.span(group), digits)
    reading.keep(number.end(group), number.end())
    if its_day is not None:
        _blank_day(reading, *its_day.span("day"))


def _blank_day(reading: Reading, start: int, end: int) -> None:
    written = reading.text[start:end]
    reading.change(ChangeKind.BLANK, start, end, re.sub(r"\d+", GAP, written))


def _day_of_document(reading: Reading, start: int, end: int) -> None:
    """The day of a document without a number."""
    if reading.basis and _is_recent(reading, reading.text[start:end]):
        _blank_day(reading, start, end)
    else:
        reading.keep(start, end)


def _laws_without_number(reading: Reading) -> None:
    for found in _LAW.finditer(reading.text):
        known = reading.register.law_of(day=day_of(found["day"]))
        if known is not None:
            _legal(reading, known, *found.span("day"))
    for found in _LAW_OF_YEAR.finditer(reading.text):
        known = reading.register.law_of(year=int(found["year"]))
        if known is not None:
            _legal(reading, known, *found.span("year"))


def _legal(reading: Reading, known: LegalDocument, start: int, end: int) -> None:
    facts: dict[str, Any] = {"number": known.number, "confidence": known.confidence, "source": known.source}
    if ended_by(known, reading.to_year):
        successor = reading.register.successor(known, reading.to_year)
        facts |= {"ended": known.ended, "by": successor.number if successor is not None else known.replaced_by}
        reading.point_out(ChangeKind.EXPIRED, start, end, **facts)
    elif amended_by(known, reading.to_year):
        facts |= {"on": known.amended_on, "by": known.amended_by}
        reading.point_out(ChangeKind.AMENDED, start, end, **facts)
    else:
        reading.keep(start, end)


def _of_anniversary(text: str, day: re.Match[str]) -> bool:
    """Whether a day belongs to "(11/6/1948 - 11/6/2024)"."""
    around = text[max(0, day.start() - 16) : day.end() + 16]
    return re.search(rf"{ANY_DAY}\s*[-‐‑‒–—−]\s*{ANY_DAY}", around) is not None
