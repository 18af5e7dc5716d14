"""Days, months, quarters and longer spans named in a text, as they are written; what they mean is settled later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from thidua_desktop.importing.plans.text import CACHED_LENGTH, plain

MAX_READ = 6_000
"""Characters of a paragraph that are searched for times; no plan says a day further on."""
MAX_MOMENTS = 40


class Span(StrEnum):
    """How exact a moment is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time named between ``start`` and ``end`` of a text; what the text leaves open is None.

    A range is told by its last part; ``first`` is then its beginning as (year, month, day), month or quarter
    ranges with day None. ``ends`` says that the last day of the month or quarter is meant ("hết tháng 9").
    """

    kind: Span
    start: int
    end: int
    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    first: tuple[int | None, int, int | None] | None = None
    ends: bool = False


_MONTH_WORDS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
_M = r"(?:1[0-2]|0?[1-9])(?!\d)"
_MW = rf"(?:{_M}|gieng|muoi mot|muoi hai|muoi(?!\s+(?:mot|hai|ngay))|chap|hai|ba|tu|sau|bay|tam|chin)(?![a-z])"
_Y = r"(?:19|20)\d\d(?!\d)"
_TO = r"\s*(?:[-–—→]|(?:cho\s+)?den(?:\s+(?:het|truoc))?|toi|->)\s*"
_AND = r"\s*(?:,|;|va|&|\+|cung)\s*"

_ISO = re.compile(r"(?<![\d/.-])(20\d\d)-(0[1-9]|1[0-2])-([0-2]\d|3[01])(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d/.,])(?<![a-z]-)(?P<d>[0-3]?\d)\s?(?P<s>[/.\-–])\s?(?P<m>1[0-2]|0?[1-9])"
    r"(?:\s?(?P=s)\s?(?P<y>(?:19|20)\d\d|\d\d(?=\s|$|[,;:)]))(?!\d))?(?!\d|\s?[/%]\s?[\da-z]|-[a-z]|[.,]\d)"
)
_WORDED = re.compile(
    rf"(?P<lead>(?:ngay|mung|mong|hom|den|vao|truoc|tu|va|,)\s+(?:mung\s+|mong\s+)?|"
    rf"^)(?P<d>[0-3]?\d)\s*,?\s*thang\s*(?P<m>{_MW})"
    rf"(?:\s*(?:,?\s*nam|/|-|\.)\s*(?P<y>{_Y}))?"
)
_BARE_DAY = re.compile(
    r"(?:truoc|den|vao|het|nhat|la|tu|trong|"
    r"ngay)\s+(?:het\s+)?ngay\s+(?:mung\s+)?(?P<d>[0-3]?\d)(?!\s?[/.\-–]\s?\d|\d|"
    r"\s*,?\s*thang\s*\d|\s+(?:sau|lam|ngay|ke tu))"
)
_DAY_BEFORE = re.compile(
    r"(?:(?<=ngay )|(?<=tu )|(?<=mung )|(?<=ngay tu )|^|"
    r"(?<=\())(?P<d>[0-3]?\d)(?P<join>\s*(?:[-–—]|,|va|&|den(?:\s+het)?|toi)\s*(?:ngay\s+)?)$"
)
_MONTHS = re.compile(
    rf"(?<!\d)(?<!cach mang )(?P<word>thang|(?<![a-z])th?\.?(?=\s?\d))\s*(?P<list>{_MW}(?:\s*(?:/|nam|-|–)\s*{_Y})?"
    rf"(?:(?:{_AND}|{_TO})(?:thang\s*|t\.?)?{_MW}(?:\s*(?:/|nam|-|–)\s*{_Y})?)*)(?!\s*(?:lan|ngay\s+(?:lam|ke|sau))\b)"
)
_MONTH_PART = re.compile(rf"(?P<join>{_AND}|{_TO})?(?:thang\s*|th?\.?)?(?P<m>{_MW})(?:\s*(?:/|nam|-|–)\s*(?P<y>{_Y}))?")
_MONTH_YEAR = re.compile(rf"(?<![\d/.-])(?P<m>{_M})\s?[/.\-]\s?(?P<y>20\d\d)(?![\d/]|-[a-z]|/[a-z])")
_Q = r"(?:[i1l|]v|i{1,3}|[1-4]|[i1l|]{1,3}|thu\s+(?:nhat|hai|ba|tu)|nhat|mot|hai|ba|tu|bon)(?![a-z0-9])"
_QUARTERS = re.compile(
    rf"(?<![a-z])(?P<word>[qo0]u[yi])\s*(?P<list>{_Q}(?:\s*(?:/|-|–|,?\s*nam)\s*{_Y})?"
    rf"(?:(?:{_AND}|{_TO}|\s*/\s*)(?:[qo0]u[yi]\s*)?{_Q}(?:\s*(?:/|-|–|nam)\s*{_Y})?)*)(?!\s*lan\b)"
)
_QUARTER_PART = re.compile(
    rf"(?P<join>{_AND}|{_TO}|\s*/\s*)?(?:[qo0]u[yi]\s*)?(?P<q>{_Q})(?:\s*(?:/|-|–|,?\s*nam)\s*(?P<y>{_Y}))?"
)
_QUARTER_WORDS = {"nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_HALF = re.compile(
    rf"(?P<n>\b0?[369]|ba|sau|chin)\s+thang\s+(?P<part>dau|cuoi)(?:\s+nam)?(?:\s+(?P<y>{_Y}))?"
    rf"|nua\s+(?P<part2>dau|cuoi)\s+nam(?:\s+(?P<y2>{_Y}))?|\b0?9\s+thang(?=\s*[/:.,;)]|\s*$|\s+nam)"
)
_EDGE = re.compile(rf"(?<![a-z])(?P<part>dau|giua|cuoi)\s+nam(?:\s+(?P<y>{_Y}))?(?!\s*hoc)")
_WRONG_TONE = re.compile("[ỹỷỳỵịỉĩì]")
_RANGE_JOIN = re.compile(r"\s*\)?\s*(?:[-–—→]|(?:cho\s+)?den(?:\s+het)?|toi)\s*(?:ngay|het ngay)?\s*\(?\s*")
_DAY_NAMED = re.compile(r"\bngay\s[^.;]*$")
_NO_DAY_BEFORE = re.compile(
    r"(?<![a-z])(?:lop|chi doi|(?<!giai )(?<!quoc )phong|dieu|xep loai|loai|hang|ty le|ti le|ty so|dat|it nhat|"
    r"tren|hon|"
    r"qua|toi thieu|duong|so nha|ngo|ngach|hem|kiet|muc|bac|diem|to dan pho|khu pho)\s?:?\s?"
    r"(?:\d{1,2}/\d{1,2}\s*(?:,|;|va|den|-)\s*)*$"
)
"""Before a class, a room, a street number, a share: "lớp 8/2, 8/3", "tỷ lệ 2/3", "xếp loại 3/5"."""
_COUNTED = re.compile(r"(?<!\d)\d{1,2}\s+$")
_ENDS = re.compile(r"(?:het|ket thuc|xong truoc khi het)\s+$")


_MAY_NAME = re.compile(r"\d|thang|[qo0]u[yi]\s|\bnam\b")


def moments(text: str, *, cell: bool = False) -> tuple[Moment, ...]:
    """Every time that the text names, in order. ``cell``: a column, heading or attribute that speaks of time only."""
    return _cached(text, cell) if len(text) < CACHED_LENGTH else _moments(text[:MAX_READ], cell)


@lru_cache(maxsize=8192)
def _cached(text: str, cell: bool) -> tuple[Moment, ...]:
    return _moments(text, cell)


def _moments(text: str, cell: bool) -> tuple[Moment, ...]:
    folded = plain(text)
    if not _MAY_NAME.search(folded):
        return ()
    taken = [False] * (len(text) + 1)
    found: list[Moment] = []
    readers = [_iso, _worded, _numeric, _bare_days, _months, _quarters, _halves]
    if cell:
        readers += [_month_years, _edges]
    for reader in readers:
        for moment in reader(text, folded, cell):
            if not any(taken[moment.start : moment.end]):
                taken[moment.start : moment.end] = [True] * (moment.end - moment.start)
                found.append(moment)
    found.sort(key=lambda moment: moment.start)
    return tuple(_ranges(found[:MAX_MOMENTS], folded))


def quarter_number(word: str) -> int | None:
    """The quarter that a numeral in plain form names: iv, 1v, ll, 3, "thu hai"."""
    word = word.removeprefix("thu ").strip()
    if word in _QUARTER_WORDS:
        return _QUARTER_WORDS[word]
    if word.endswith("v"):
        return 4
    return len(word) if 1 <= len(word) <= 3 and set(word) <= set("i1l|") else None


def month_number(word: str) -> int | None:
    """The month that a numeral or word in plain form names."""
    return int(word) if word.isdecimal() else _MONTH_WORDS.get(" ".join(word.split()))


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def _iso(_text: str, folded: str, _cell: bool) -> Iterator[Moment]:
    for found in _ISO.finditer(folded):
        yield Moment(Span.DAY, *found.span(), int(found[1]), None, int(found[2]), int(found[3]))


def _worded(_text: str, folded: str, _cell: bool) -> Iterator[Moment]:
    for found in _WORDED.finditer(folded):
        day, month = int(found["d"]), month_number(found["m"])
        if found["lead"][:2] in ("va", ", ", ",") and not _DAY_NAMED.search(
            folded[max(0, found.start() - 40) : found.start()]
        ):
            continue
        if month is not None and 1 <= day <= 31:
            start = found.start("d") if not found["lead"].startswith("ngay") else found.start()
            yield _with_day_before(Moment(Span.DAY, start, found.end(), _year(found["y"]), None, month, day), folded)


def _numeric(_text: str, folded: str, cell: bool) -> Iterator[Moment]:
    for found in _NUMERIC.finditer(folded):
        day, month = int(found["d"]), int(found["m"])
        before = folded[max(0, found.start() - 8) : found.start()]
        named = before.endswith(("ngay ", "mung ", "ngay:", "ngay: "))
        if not 1 <= day <= 31 or re.search(r"(?:so|sau|-ct|khoan|dieu)\s?:?\s?$", before):
            continue
        if found["y"] is None and _NO_DAY_BEFORE.search(folded[max(0, found.start() - 40) : found.start()]):
            continue
        if found["y"] is None and ((found["s"] != "/" and not named) or before.endswith("quy ")):
            continue
        if found["y"] is None and not cell and re.match(r"\s*(?:so|dien tich|dinh bien)\b", folded[found.end() :]):
            continue
        yield _with_day_before(Moment(Span.DAY, *found.span(), _year(found["y"]), None, month, day), folded)


def _with_day_before(moment: Moment, folded: str) -> Moment:
    """``10 - 15/3``, "ngày 10 và 11/3", "từ ngày 10 đến ngày 15 tháng 3": the first day stands before."""
    lead = folded[max(0, moment.start - 40) : moment.start]
    before = _DAY_BEFORE.search(lead)
    if before is None or not 1 <= int(before["d"]) <= 31 or moment.month is None:
        return moment
    start = moment.start - len(lead) + before.start()
    return replace(moment, start=start, first=(moment.year, moment.month, int(before["d"])))


def _bare_days(_text: str, folded: str, _cell: bool) -> Iterator[Moment]:
    for found in _BARE_DAY.finditer(folded):
        if 1 <= int(found["d"]) <= 31:
            yield Moment(Span.DAY, found.start("d"), found.end(), None, None, None, int(found["d"]))


def _months(text: str, folded: str, cell: bool) -> Iterator[Moment]:
    for found in _MONTHS.finditer(folded):
        before = folded[max(0, found.start() - 14) : found.start()]
        if (found["word"] != "thang" and not cell) or (_COUNTED.search(before) and "tuan" not in before):
            continue
        if not found["list"][0].isdecimal() and not cell and not text[found.start("list")].isupper():
            continue  # "tháng tư" in prose only as a name: "tháng Tư"
        yield from _series(_MONTH_PART, found, "m", _month_moment)


def _month_years(_text: str, folded: str, _cell: bool) -> Iterator[Moment]:
    for found in _MONTH_YEAR.finditer(folded):
        yield Moment(Span.MONTH, *found.span(), int(found["y"]), None, int(found["m"]))


def _quarters(text: str, folded: str, _cell: bool) -> Iterator[Moment]:
    for found in _QUARTERS.finditer(folded):
        if not _WRONG_TONE.search(text[found.start("word") : found.end("word")].lower()):
            yield from _series(_QUARTER_PART, found, "q", _quarter_moment)


def _month_moment(number: str, year: int | None, start: int, end: int) -> Moment | None:
    month = month_number(number)
    return Moment(Span.MONTH, start, end, year, None, month) if month else None


def _quarter_moment(number: str, year: int | None, start: int, end: int) -> Moment | None:
    quarter = quarter_number(number)
    return Moment(Span.QUARTER, start, end, year, quarter) if quarter else None


def _series(part: re.Pattern[str], found: re.Match[str], name: str, make: _Maker) -> Iterator[Moment]:
    """The members of a list or range of months or quarters: "3, 6 và 9", "II - IV", "9/2024 đến tháng 5/2025"."""
    members: list[Moment] = []
    ends = bool(_ENDS.search(found.string[max(0, found.start() - 25) : found.start()]))
    for piece in part.finditer(found.string, found.start("list"), found.end("list")):
        start = found.start() if not members else piece.start()
        moment = make(piece[name], _year(piece["y"]), start, piece.end())
        if moment is None:
            continue
        if members and piece["join"] and re.fullmatch(_TO, piece["join"]):
            opening = members.pop()
            moment = replace(moment, start=opening.start, first=(opening.year, _first_month(opening), None))
            ends = ends or "het" in piece["join"]
        members.append(replace(moment, ends=ends))
    last_year = next((member.year for member in reversed(members) if member.year), None)
    for member in members:
        yield member if member.year else replace(member, year=last_year)


def _first_month(moment: Moment) -> int:
    if moment.first is not None:
        return moment.first[1]
    return moment.month or 3 * (moment.quarter or 1) - 2


def _halves(_text: str, folded: str, cell: bool) -> Iterator[Moment]:
    if not cell:
        return
    for found in _HALF.finditer(folded):
        count = {"ba": 3, "sau": 6, "chin": 9}.get(found["n"] or "") or int((found["n"] or "9").strip() or 9)
        part = found["part"] or found["part2"] or "dau"
        if found["part2"]:
            count = 6
        year = _year(found["y"] or found["y2"])
        first, last = (1, count) if part == "dau" else (13 - count, 12)
        yield Moment(Span.QUARTER, *found.span(), year, (last + 2) // 3, first=(year, first, None))


def _edges(_text: str, folded: str, _cell: bool) -> Iterator[Moment]:
    for found in _EDGE.finditer(folded):
        quarter = {"dau": 1, "giua": 2, "cuoi": 4}[found["part"]]
        yield Moment(Span.QUARTER, *found.span(), _year(found["y"]), quarter)


def _ranges(found: list[Moment], folded: str) -> Iterator[Moment]:
    """Two days joined by "đến" or a dash are one range, told by its last day."""
    held: Moment | None = None
    for moment in found:
        if held is not None and _is_range(held, moment, folded):
            year = held.year or moment.year
            first = held.first or (year, held.month or moment.month or 1, held.day)
            held = replace(moment, start=held.start, first=first)
            continue
        if held is not None:
            yield held
        held = moment
    if held is not None:
        yield held


def _is_range(left: Moment, right: Moment, folded: str) -> bool:
    if left.kind not in (Span.DAY, Span.MONTH) or right.kind not in (Span.DAY, Span.MONTH) or right.start < left.end:
        return False
    between = folded[left.end : right.start]
    return len(between) <= 24 and bool(_RANGE_JOIN.fullmatch(between)) and bool(between.strip())


class _Maker(Protocol):
    """Type of the functions that make a moment of one numeral."""

    def __call__(self, number: str, year: int | None, start: int, end: int) -> Moment | None: ...
