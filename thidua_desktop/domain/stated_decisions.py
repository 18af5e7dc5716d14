"""Decisions as lists of former awards write them: number, day and authority in one cell, in several, in the title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.list_doctor import Defaults, StatedDecision
from thidua_desktop.domain.lists import ListField, ListRow

_NUMBER = re.compile(
    r"(?i)(?:số\s*:?\s*)?(\d{1,6}(?:\s*/\s*\d{4})?\s*/\s*[A-ZĐ][A-ZĐa-zđ0-9/&.-]*(?:\s*-\s*(?-i:[A-ZĐ][A-ZĐ0-9&.]+))*)"
)
_JOINED = re.compile(r"\s*([/-])\s*")
_DAY = re.compile(
    r"(?i)(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(\d{1,2})\s*(?:[/.-]|\s+năm\s+)\s*((?:19|20)\d\d)"
)
_BY = re.compile(r"(?i)\bcủa\s+([^();]{3,160}?)\s*(?:\)|;|,? về việc|\bv/v\b|$)")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?(?!\d)")
_OF_YEAR = re.compile(r"(?i)\bnăm(?: học| công tác)?:?\s+((?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ATTACHED = re.compile(r"kem theo|quyet dinh so")


def decision_of(row: ListRow, defaults: Defaults) -> StatedDecision:
    """What the cells of a row say of its decision; what they do not say comes from the defaults."""
    return _stated_in(*said_of_decision(row), defaults)


def said_of_decision(row: ListRow) -> tuple[str, str, str, str]:
    """What stands in the cells for number, day, authority and year: rows that say the same have the same decision."""
    cells = dict(row.cells)
    written, stated = cells.get(ListField.DECISION, ""), cells.get(ListField.DECIDED_ON, "")
    return written, stated, cells.get(ListField.DECIDED_BY, ""), cells.get(ListField.AWARD_YEAR, "")


def _stated_in(written: str, stated: str, by: str, year_said: str, defaults: Defaults) -> StatedDecision:
    """The same of the cells themselves: a list of a decision says the same in every row."""
    own = decision_in(written)
    decided_on = day_in(stated) or own.decided_on
    number = own.number or (squeeze(written) or None if not own.decided_on else None)
    year = _year_in(year_said) or _year_in(stated if decided_on is None else "")
    if number is None and decided_on is None and not stated:
        number, decided_on = defaults.decision, defaults.decided_on
    return StatedDecision(
        number=number,
        decided_on=decided_on,
        decided_by=squeeze(by) or own.decided_by or defaults.decided_by,
        year=year or defaults.year or (decided_on.year if decided_on is not None else None),
        year_stated=bool(year or defaults.year),
    )


@lru_cache(maxsize=8192)
def decision_in(text: str) -> StatedDecision:
    """Number, day and authority that a text names: "1234/QĐ-UBND ngày 05/6/2024 của Chủ tịch UBND tỉnh"."""
    number, by = _NUMBER.search(text), _BY.search(text)
    return StatedDecision(
        number=_JOINED.sub(r"\1", number[1]) if number else None,
        decided_on=day_in(text),
        decided_by=squeeze(by[1]) if by and (number or day_in(text)) else None,
    )


@lru_cache(maxsize=8192)
def day_in(text: str) -> date | None:
    """The first day that a text names; None where it names none that the calendar has."""
    iso = _ISO.search(text)
    found = _DAY.search(text)
    try:
        if iso is not None:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        return date(int(found[3]), int(found[2]), int(found[1])) if found is not None else None
    except ValueError:
        return None


def stated_decision(texts: Iterable[str]) -> StatedDecision:
    """The decision that the lines above a list name: "(Kèm theo Quyết định số … ngày … của …)"."""
    for text in texts:
        if _ATTACHED.search(fold(text)):
            found = decision_in(text)
            if found.number is not None or found.decided_on is not None:
                return found
    return StatedDecision()


def year_commended(title: str) -> int | None:
    """The year that a title names: "… năm 2022", "… năm học 2021 - 2022"."""
    found = _OF_YEAR.search(_DAY.sub(" ", title))
    return _year_in(found[1]) if found is not None else None


def _year_in(text: str) -> int | None:
    """The year commended; of a school year the one in which it ends."""
    found = _YEARS.search(text)
    return int(found[2] or found[1]) if found is not None else None
