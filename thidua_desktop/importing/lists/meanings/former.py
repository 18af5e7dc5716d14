"""Former awards in one cell or in a column for each year: one record for each, with its year and its decision."""

from __future__ import annotations

import re
from collections.abc import Mapping

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.lists import ListField

_F = ListField
_BETWEEN = re.compile(r"\s*[;\n]\s*|\s*,\s*(?=[^\W\d_][^,;]*\b(?:19|20)\d\d\b)")
_DECISION = re.compile(
    r"(?:(?:theo )?(?:QĐ|Quyết định)\s*(?:số)?\s*:?\s*)?(\d{1,6}/[^\s,;()]*QĐ[^\s,;()]*)", re.IGNORECASE
)
_DAY = re.compile(r"(?:ngày\s*)?\b(\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4})\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d/.\-])(?:19|20)\d\d(?:\s*[-–]\s*20\d\d)?(?![\d/])")
_YEAR_WORDS = re.compile(
    r"[\s,(]*\b(?:các )?(?:năm(?: học)?)\b[\s:]*(?=[\s,;()]|$)|\(\s*[,;]*\s*\)|[\s,;:()–-]+$", re.IGNORECASE
)
_MOST = 40
"""Awards of one cell."""


def former_awards(cells: Mapping[ListField, str]) -> list[dict[ListField, str]]:
    """The cells of a row once for each award and year that its award cell tells ("LĐTT năm 2022, 2023; CSTĐCS 2024").

    Year, number and day of a decision found beside an award stand in their own fields, unless a column says them.
    """
    written = cells.get(_F.AWARD, "")
    parts = [part for part in _BETWEEN.split(written) if part.strip()][:_MOST]
    told = [record for part in parts for record in _records(part)]
    if not told:
        return [dict(cells)]
    return [{**record, **cells, _F.AWARD: record[_F.AWARD]} for record in told]


def _records(part: str) -> list[dict[ListField, str]]:
    record: dict[ListField, str] = {}
    rest = part
    if (decision := _DECISION.search(rest)) is not None:
        record[_F.DECISION] = decision[1]
        rest = f"{rest[: decision.start()]} {rest[decision.end() :]}"
    if (day := _DAY.search(rest)) is not None:
        record[_F.DECIDED_ON] = day[1]
        rest = f"{rest[: day.start()]} {rest[day.end() :]}"
    years = _YEAR.findall(rest)
    award = squeeze(_YEAR.sub(" ", rest))
    while (shorter := squeeze(_YEAR_WORDS.sub(" ", award)).strip(" ,;:()-–")) != award:
        award = shorter
    if not award:
        return []
    return [{**record, _F.AWARD: award, _F.AWARD_YEAR: squeeze(year)} for year in years] or [
        {**record, _F.AWARD: award}
    ]


def year_in(heading: str) -> str | None:
    """The one year that the heading of an award column names."""
    years = _YEAR.findall(heading)
    return squeeze(years[0]) if len(years) == 1 else None
