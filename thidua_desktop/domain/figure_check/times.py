"""Which time a number is about, as the words around it say: the report's own, or another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua_desktop.common.vietnamese import squeeze

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_SPAN = r"\d{4}\s?[-–]\s?\d{4}"
_YEAR = r"(?:\s+(?:năm\s+)?(?P<year{0}>\d{{4}})|/(?P<slash{0}>\d{{4}}))?"
_TIMES = re.compile(
    rf"\b(?:(?P<before>cùng kỳ(?: năm(?: trước| ngoái|\s+\d{{4}})?)?|năm trước|năm ngoái|kỳ trước)"
    rf"|(?P<span>(?:giai đoạn|nhiệm kỳ|năm học)\s+{_SPAN})"
    rf"|(?P<half>(?:0?6|sáu) tháng (?:đầu|cuối) năm){_YEAR.format(1)}"
    rf"|(?P<nine>(?:0?9|chín) tháng(?: đầu năm| năm)?){_YEAR.format(2)}"
    rf"|quý\s+(?P<quarter>iv|i{{1,3}}|[1-4])\b(?:,)?{_YEAR.format(3)}"
    rf"|tháng\s+(?P<month>\d{{1,2}})\b{_YEAR.format(4)}"
    rf"|(?P<whole>năm)\s+(?P<year5>\d{{4}}))",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"(?:(?:tính |kể )?(?:từ |đến )?(?:trước )?ngày\s+)?(?<!\d)\d{1,2}"
    r"(?:/\d{1,2}/\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
    r"|ngày\s+\d{1,2}/\d{1,2}|(?:số:?\s+)?(?<!\d)\d{1,7}(?:/\d{4})?/[^\W\d_][\w.-]*(?:/[\w.-]+)*",
    re.IGNORECASE,
)
"""Days and numbers of documents: neither times that figures are of, nor figures."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time named in a text; ``token`` is empty for a day or a document, which tell nothing."""

    start: int
    end: int
    token: str = ""


def times(text: str, own: frozenset[str] = frozenset()) -> tuple[Time, ...]:
    """The times that a text names; those of the report itself (``own``) carry no token."""
    dropped = [Time(found.start(), found.end()) for found in _DROPPED.finditer(text)]
    named = [time for time in _named(text, own) if not any(_overlap(time, other) for other in dropped)]
    return tuple(sorted((*dropped, *named), key=lambda time: time.start))


def _overlap(one: Time, other: Time) -> bool:
    return one.start < other.end and other.start < one.end


def own_times(title: str) -> frozenset[str]:
    """The tokens of the time that a report is of: the first that its title names, with and without the year."""
    found = next((time.token for time in _named(title, frozenset()) if not time.token.endswith("before")), "")
    if not found:
        return frozenset()
    return frozenset({found, found.partition("/")[0]} | ({"time:year"} if found.startswith("time:year") else set()))


def _named(text: str, own: frozenset[str]) -> Iterator[Time]:
    for found in _TIMES.finditer(text):
        token = _token(found)
        yield Time(found.start(), found.end(), "" if token in own else token)


def _token(found: re.Match[str]) -> str:
    if found["before"]:
        return "time:before"
    if found["span"]:
        return f"time:{''.join(squeeze(found['span']).casefold().split())}"
    if found["half"]:
        return _dated(f"half{1 if 'đầu' in found['half'].casefold() else 2}", found["year1"] or found["slash1"])
    if found["nine"]:
        return _dated("nine", found["year2"] or found["slash2"])
    if found["quarter"]:
        number = found["quarter"].casefold()
        return _dated(f"quarter{_ROMAN.get(number, number)}", found["year3"] or found["slash3"])
    if found["month"]:
        return _dated(f"month{int(found['month'])}", found["year4"] or found["slash4"])
    return _dated("year", found["year5"])


def _dated(name: str, year: str | None) -> str:
    return f"time:{name}/{year}" if year else f"time:{name}"
