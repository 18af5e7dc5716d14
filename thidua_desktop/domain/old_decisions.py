"""Decisions of earlier years out of lists of former awards: rows with the same number and day are one decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.decisions import Decision, DecisionNumberUnreadable, series_number, tidy_number
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.list_doctor import DoctorRow

_FIRST_YEAR = 1945


@dataclass(frozen=True, slots=True)
class OldDecision:
    """An old decision as a list tells of it. ``problem``: why it cannot be taken over."""

    number: str
    day: date
    decided_by: str
    rows: tuple[DoctorRow, ...]
    problem: Finding | None = None

    @property
    def key(self) -> tuple[str, int, str]:
        """What no two decisions have: number and year of one authority."""
        return series_number(self.number), self.day.year, fold(self.decided_by)


def grouped(rows: Iterable[DoctorRow]) -> tuple[tuple[OldDecision, ...], tuple[DoctorRow, ...]]:
    """The decisions that some rows tell of, by day and number, and the rows that name none that can be read."""
    found: dict[tuple[str, date, str], list[DoctorRow]] = {}
    left = []
    for row in rows:
        stated = row.decision
        if stated.number is None or stated.decided_on is None or not _readable(stated.number):
            left.append(row)
            continue
        key = (series_number(stated.number), stated.decided_on, fold(stated.decided_by or ""))
        found.setdefault(key, []).append(row)
    made = [_decision(held, day) for (_, day, _), held in found.items()]
    return tuple(sorted(made, key=lambda one: (one.day, one.number))), tuple(left)


def judged(decisions: Sequence[OldDecision], known: Iterable[Decision], today: date) -> tuple[OldDecision, ...]:
    """The same with what stands against each: an impossible day, a number that is there already or comes twice."""
    taken = {
        (series_number(one.number), one.year, fold(one.signed_by) if one.historical else None)
        for one in known
        if one.number is not None and _readable(one.number)
    }
    seen: set[tuple[str, int, str]] = set()
    found = []
    for one in decisions:
        number, year, by = one.key
        params = {"number": one.number, "day": one.day}
        problem = None
        if not one.day.year >= _FIRST_YEAR or one.day > today:
            problem = Finding("old_decision.day_impossible", Severity.BLOCKING, params)
        elif (number, year, by) in taken or (number, year, None) in taken:
            problem = Finding("old_decision.there_already", Severity.BLOCKING, params)
        elif one.key in seen:
            problem = Finding("old_decision.two_days", Severity.BLOCKING, params)
        seen.add(one.key)
        found.append(replace(one, problem=problem))
    return tuple(found)


def _decision(rows: Sequence[DoctorRow], day: date) -> OldDecision:
    stated = rows[0].decision
    return OldDecision(tidy_number(stated.number or ""), day, squeeze(stated.decided_by or ""), tuple(rows))


def _readable(number: str) -> bool:
    try:
        series_number(number)
    except DecisionNumberUnreadable:
        return False
    return True
