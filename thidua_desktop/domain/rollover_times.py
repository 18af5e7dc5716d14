"""Years, days, terms and anniversaries in the text of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from thidua_desktop.domain.periods import last_day_of_month
from thidua_desktop.domain.rollover_changes import (
    ANY_DAY,
    DASH,
    LONG_DAY,
    SHORT_DAY,
    YEAR,
    ChangeKind,
    Reading,
    day_of,
)

_I = re.IGNORECASE

_TERM = re.compile(
    rf"\b(?:giai đoạn|nhiệm kỳ|nhiệm kì|khóa|khoá|thời kỳ|thời kì|chu kỳ|\d+\s+năm)\s*:?\s*\(?\s*"
    rf"(?:từ\s+)?(?:năm\s+)?(?P<first>{YEAR})(?:{DASH}|\s+đến\s+)(?:năm\s+)?(?P<last>{YEAR})",
    _I,
)
_SINCE_UNTIL = re.compile(rf"\btừ\s+năm\s+(?P<first>{YEAR})\s+đến\s+(?:hết\s+)?năm\s+(?P<last>{YEAR})", _I)
_TARGET = re.compile(rf"\b(?:(?:đến|tầm nhìn)\s+(?:năm\s+)|tầm nhìn\s+)(?P<last>{YEAR})(?!\s*[-/.]?\d)", _I)
_SINCE = re.compile(rf"\b(?:kể\s+)?từ\s+năm\s+{YEAR}", _I)
_TWO_YEARS = re.compile(rf"(?<![\d/.-])(?P<first>{YEAR})(?P<dash>{DASH}|\s*/\s*)(?P<last>{YEAR})(?![\d/])")
_BEFORE_SCHOOL_YEAR = re.compile(r"\b(?:năm\s+(?:học\s+)?|niên\s+khóa\s+|niên\s+khoá\s+)$", _I)

_REVIEW = re.compile(
    r"\b(?:sơ kết|tổng kết)\s+(?:\d+|hai|ba|bốn|năm|mười)\s+năm\s+(?=thực hiện|thi hành|triển khai)", _I
)
_CONGRESS = re.compile(r"\b(?:Đại hội|Hội nghị đại biểu)\b(?P<name>[^;.\n]{0,70}?)\blần thứ\s+(?:[IVXLC]+|\d+)\b")
_ELECTION = re.compile(r"\bbầu cử\s+(?:đại biểu|Quốc hội|Hội đồng nhân dân)\b", _I)
_HOLDS = re.compile(r"\b(?:tổ chức|chuẩn bị|tiến hành|triển khai)\b[^;.\n]{0,40}$", _I)

_EVENT = r"(?:kể\s+từ\s+)?(?:ngày|thành lập|truyền thống|giải phóng|cách mạng|quốc khánh|chiến thắng|tái lập)\b"
_COUNTS = (
    re.compile(
        rf"\b(?:kỷ niệm|kỉ niệm|chào mừng|mừng)\s+(?:tròn\s+)?(?P<count>\d{{1,4}})\s+năm\b"
        rf"(?!\s*\(?\s*{YEAR}{DASH}{YEAR})",
        _I,
    ),
    re.compile(rf"(?<![\w/.-])(?P<count>\d{{1,4}})\s+năm\s+(?={_EVENT})", _I),
    re.compile(rf"\blần thứ\s+(?P<count>\d{{1,4}})\s+(?=(?:năm\s+)?{_EVENT})", _I),
    re.compile(r"\b(?:kỷ niệm|kỉ niệm)\s+(?:năm\s+)?lần thứ\s+(?P<count>\d{1,4})\b", _I),
    re.compile(r"\bngày\s+(?:sinh|thành lập|truyền thống)\s+lần thứ\s+(?P<count>\d{1,4})\b", _I),
)
_DAYS_APART = re.compile(rf"(?P<first>{ANY_DAY})(?:{DASH}|\s+đến\s+(?:ngày\s+)?)(?P<last>{ANY_DAY})(?![\d/])")
_YEARS_APART = re.compile(rf"\(\s*(?P<first>\d{{4}}){DASH}(?P<last>{YEAR})\s*\)")
_REACH = 220
"""Characters after a count within which its years are looked for."""
_LARGEST_COUNT = 1900

_LONG = re.compile(rf"(?<!\d){LONG_DAY}(?!\d)", _I)
_SHORT = re.compile(rf"(?<![\d/.-]){SHORT_DAY}(?![\d/])")
_PART_OF_YEAR = re.compile(
    rf"\b(?:tháng|quý|qúy|quí|học kỳ|kỳ|đợt|T|Q)\.?\s*(?:\d{{1,2}}|[IV]+)\s*[/-]\s*(?P<year>{YEAR})(?![\d/])", _I
)
_MONTH_OF_YEAR = re.compile(rf"(?<![\w/.-])(?:0?[1-9]|1[0-2])/(?P<year>{YEAR})(?![\w/])")
_YEAR = re.compile(
    rf"\bnăm(?:\s+(?:công tác|kế hoạch|tài chính|ngân sách|học|báo cáo|đánh giá))?\s*(?P<year>{YEAR})(?!\d)", _I
)
_NEXT_YEAR = re.compile(rf"\s*(?:,|và|hoặc|&|;)\s*(?:năm\s+)?(?P<year>{YEAR})(?![\d/]|{DASH}\d)")
_BARE = re.compile(rf"(?<![\w/.,-])(?P<year>{YEAR})(?=\s*(?:[,;.:)\]”\"'’…]|$|\n))(?![.,]\d)")

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
_SPELT = {"kỉ": "kỷ", "quí": "quý", "tí": "tý", "tị": "tỵ", "mẹo": "mão"}
_LUNAR = re.compile(
    rf"\b(?P<stem>{'|'.join((*_STEMS, 'Kỉ', 'Quí'))})\s+(?P<branch>{'|'.join((*_BRANCHES, 'Tí', 'Tị', 'Mẹo'))})\b", _I
)


def read_terms(reading: Reading) -> None:
    """Terms, plans of several years and targets stay; those that end before the new year are pointed out."""
    for rule in (_TERM, _SINCE_UNTIL):
        for found in rule.finditer(reading.text):
            if not _years_of_anniversary(reading, found):
                _term(reading, *found.span(), int(found["last"]))
    for found in _TWO_YEARS.finditer(reading.text):
        if int(found["last"]) - int(found["first"]) > 1 and not _years_of_anniversary(reading, found):
            _term(reading, *found.span(), int(found["last"]))
    for found in _TARGET.finditer(reading.text):
        _term(reading, *found.span(), int(found["last"]))
    for found in _SINCE.finditer(reading.text):
        reading.keep(*found.span())


def _term(reading: Reading, start: int, end: int, last: int) -> None:
    if last < reading.to_year:
        reading.point_out(ChangeKind.PERIOD_ENDED, start, end, last=str(last))
    else:
        reading.keep(start, end)


def _years_of_anniversary(reading: Reading, found: re.Match[str]) -> bool:
    """Whether two years are those of a count before them: "kỷ niệm 80 năm Quốc khánh (1945 - 2025)"."""
    apart = int(found["last"]) - int(found["first"])
    return any(
        int(count["count"]) == apart and 0 <= found.start() - count.end() <= _REACH for count in _counts(reading)
    )


def read_one_offs(reading: Reading) -> None:
    """Elections, congresses that are held, reviews of several years: they do not come again next year."""
    for rule in (_REVIEW, _ELECTION):
        for found in rule.finditer(reading.text):
            reading.point_out(ChangeKind.ONE_OFF, *found.span())
    for found in _CONGRESS.finditer(reading.text):
        if _HOLDS.search(reading.text[: found.start()]):
            reading.point_out(ChangeKind.ONE_OFF, *found.span())


def read_anniversaries(reading: Reading) -> None:
    """Counts of years go up, and with them the later one of the days in brackets."""
    claimed: set[int] = set()
    for count in _counts(reading):
        start, end = count.span("count")
        number = int(count["count"])
        if start in claimed or not 0 < number < _LARGEST_COUNT:
            continue
        claimed.add(start)
        apart = _range_after(reading, count)
        new = number + reading.step
        kind = ChangeKind.ANNIVERSARY_ROUND if new % 10 == 0 else ChangeKind.ANNIVERSARY
        if apart is not None and number != apart:
            kind = ChangeKind.ANNIVERSARY_MISCOUNT
        reading.change(kind, start, end, str(new).zfill(len(count["count"])), count=str(new))
    for found in _DAYS_APART.finditer(reading.text):
        _days_apart(reading, found)


def _counts(reading: Reading) -> Iterator[re.Match[str]]:
    for rule in _COUNTS:
        yield from rule.finditer(reading.text)


def _range_after(reading: Reading, count: re.Match[str]) -> int | None:
    """The years between the two days, or years, that stand after a count; the later year moves with it."""
    until = min(len(reading.text), count.end() + _REACH)
    days = _DAYS_APART.search(reading.text, count.end(), until)
    if days is not None:
        first, last = day_of(days["first"]), day_of(days["last"])
        return last.year - first.year if first and last and (first.day, first.month) == (last.day, last.month) else None
    years = _YEARS_APART.search(reading.text, count.end(), until)
    if years is None or not reading.is_near(int(years["last"])):
        return None
    reading.keep(*years.span("first"))
    reading.change(ChangeKind.YEAR, *years.span("last"), str(int(years["last"]) + reading.step))
    return int(years["last"]) - int(years["first"])


def _days_apart(reading: Reading, found: re.Match[str]) -> None:
    """The same day of two years: the first is history, the second moves. Without a count both may be of the plan."""
    first, last = day_of(found["first"]), day_of(found["last"])
    if first is None or last is None or (first.day, first.month) != (last.day, last.month) or first >= last:
        return
    counted = any(0 <= found.start() - count.end() <= _REACH for count in _counts(reading))
    if counted or not reading.is_near(first.year):
        reading.keep(*found.span("first"))
        _move_day(reading, *found.span("last"))


def read_school_years(reading: Reading) -> None:
    """Two years with a dash, the second one later: "2023 - 2024", "2023-2024", "2023/2024"."""
    for found in _TWO_YEARS.finditer(reading.text):
        first, last = int(found["first"]), int(found["last"])
        if last != first + 1 or not reading.is_near(first, 3):
            continue
        words = _BEFORE_SCHOOL_YEAR.search(reading.text[: found.start()])
        start = words.start() if words is not None and reading.is_free(words.start(), found.start()) else found.start()
        new = f"{first + reading.step}{found['dash']}{last + reading.step}"
        reading.change(ChangeKind.SCHOOL_YEAR, start, found.end(), f"{reading.text[start : found.start()]}{new}")


def read_days(reading: Reading) -> None:
    """Days of the plan's own time."""
    for rule in (_LONG, _SHORT):
        for found in rule.finditer(reading.text):
            _move_day(reading, *found.span())


def _move_day(reading: Reading, start: int, end: int) -> None:
    written = reading.text[start:end]
    day = day_of(written)
    if day is None or not reading.is_near(day.year):
        reading.keep(start, end)  # neither is its year a year of the plan's time
        return
    moved = years_later(day, reading.step)
    new = f"{written[:-4]}{moved.year}"
    if moved.day != day.day:
        new = re.sub(r"\d+", str(moved.day), new, count=1)
    reading.change(ChangeKind.DAY, start, end, new)


def years_later(day: date, step: int) -> date:
    """The same day of another year; 29/2 becomes 28/2 where there is none."""
    return day.replace(year=day.year + step, day=min(day.day, last_day_of_month(day.year + step, day.month).day))


def read_years(reading: Reading) -> None:
    """ "năm 2024", "Quý IV/2024", "tháng 5/2024", "năm 2023, 2024", and a year that ends a phrase."""
    for rule in (_PART_OF_YEAR, _MONTH_OF_YEAR):
        for found in rule.finditer(reading.text):
            _move_year(reading, found, whole=True, reach=2)
    for found in _YEAR.finditer(reading.text):
        _move_year(reading, found, whole=True, reach=2)
        following = _NEXT_YEAR.match(reading.text, found.end())
        while following is not None:
            _move_year(reading, following, whole=False, reach=2)
            following = _NEXT_YEAR.match(reading.text, following.end())
    for found in _BARE.finditer(reading.text):
        _move_year(reading, found, whole=False, reach=1)


def _move_year(reading: Reading, found: re.Match[str], *, whole: bool, reach: int) -> None:
    year = int(found["year"])
    if not reading.is_near(year, reach):
        return
    start, end = found.span() if whole else found.span("year")
    new = f"{reading.text[start : found.start('year')]}{year + reading.step}"
    reading.change(ChangeKind.YEAR, start, end, new)


def read_lunar_years(reading: Reading) -> None:
    """Names of years: "Tết Giáp Thìn" of a plan of 2024 becomes "Tết Ất Tỵ"."""
    for found in _LUNAR.finditer(reading.text):
        named = tuple(_SPELT.get(part.lower(), part.lower()) for part in (found["stem"], found["branch"]))
        near = (reading.from_year + away for away in (0, 1, -1))
        year = next((year for year in near if tuple(part.lower() for part in lunar_name(year)) == named), None)
        if year is not None:
            new = " ".join(lunar_name(year + reading.step))
            reading.change(ChangeKind.LUNAR_YEAR, *found.span(), new.upper() if found[0].isupper() else new)


def lunar_name(year: int) -> tuple[str, str]:
    """The two words that name the lunar year which begins in a year: ("Giáp", "Thìn") for 2024."""
    return _STEMS[(year + 6) % 10], _BRANCHES[(year + 8) % 12]
