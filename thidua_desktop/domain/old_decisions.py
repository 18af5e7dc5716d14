"""Decisions of earlier years out of lists of former awards: rows with the same number and day are one decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.decision_numbers import is_odd, old_number, series_number
from thidua_desktop.domain.decisions import Decision
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
    def remark(self) -> Finding | None:
        """That its number is none of today's; old papers keep theirs."""
        return Finding("old_decision.odd_number", params={"number": self.number}) if is_odd(self.number) else None

    @property
    def key(self) -> tuple[str, int, str]:
        """What no two decisions have: number and year of one authority."""
        return series_number(self.number), self.day.year, fold(self.decided_by)


def grouped(rows: Iterable[DoctorRow]) -> tuple[tuple[OldDecision, ...], tuple[DoctorRow, ...]]:
    """The decisions that some rows tell of, by day and number, and the rows that name none."""
    found: dict[tuple[str, date, str], list[DoctorRow]] = {}
    left = []
    for row in rows:
        stated = row.decision
        if stated.number is None or stated.decided_on is None or not _numbered(stated.number):
            left.append(row)
            continue
        key = (series_number(old_number(stated.number)), stated.decided_on, fold(stated.decided_by or ""))
        found.setdefault(key, []).append(row)
    made = [_decision(held, day) for (_, day, _), held in found.items()]
    return tuple(sorted(made, key=lambda one: (one.day, one.number))), tuple(left)


def judged(decisions: Sequence[OldDecision], known: Iterable[Decision], today: date) -> tuple[OldDecision, ...]:
    """The same with what stands against each: an impossible day, a number that is there already or comes twice."""
    taken = {
        (series_number(one.number), one.year, fold(one.signed_by) if one.historical else None)
        for one in known
        if one.number is not None
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
    return OldDecision(old_number(stated.number or ""), day, squeeze(stated.decided_by or ""), tuple(rows))


def _numbered(number: str) -> bool:
    return any(sign.isdigit() for sign in number)
