"""Rows of a list that say what an earlier one says, and those that would make a second holder of a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.identity import shown_id_number
from thidua_desktop.domain.list_doctor import DoctorRow, Problem
from thidua_desktop.domain.lists import ListField, ListRow, ListTarget
from thidua_desktop.services.list_matching import Known

_F = ListField
DOUBLED = "list.duplicate"
"""Looked for anew, since corrections make and end it."""
_NUMBERS = frozenset({"doctor.number_taken", "doctor.number_twice"})
"""Looked for anew as well."""


def doubles_said(rows: Sequence[DoctorRow], target: ListTarget, known: Known) -> tuple[DoctorRow, ...]:
    """The rows with a word at each that an earlier one of the list says already."""
    first = _First()
    told: list[DoctorRow] = []
    for row in rows:
        others = row.problems and tuple(problem for problem in row.problems if problem.finding.code != DOUBLED)
        same = first.like(row, target) if row.taken else row
        if same is not row:
            finding = Finding(DOUBLED, params={"name": row.row.name, "first": _place(same.row.source)})
            others = (*others, Problem(replace(finding, source=row.row.source), _F.NAME))
        told.append(row if others == row.problems else row._replace(problems=others))
    return _numbers_said(told, target, known)


def _numbers_said(rows: Sequence[DoctorRow], target: ListTarget, known: Known) -> tuple[DoctorRow, ...]:
    """The rows with a word at each that would make a second recipient with an identity number.

    Somebody of the directory has it, or an earlier row of the list that says another name: one of both is wrong, and
    only the clerk can say which.
    """
    first: dict[str, DoctorRow] = {}
    told: list[DoctorRow] = []
    for row in rows:
        others = row.problems and tuple(problem for problem in row.problems if problem.finding.code not in _NUMBERS)
        number = row.row.id_number
        if number and row.taken and row.makes_new(target):
            same, holder = first.setdefault(number, row), known.holder(number)
            if holder is not None:
                shown = shown_id_number(number)
                others = (*others, _number_problem("doctor.number_taken", row, number=shown, other=holder))
            elif same is not row and fold(same.row.name) != fold(row.row.name):
                shown = shown_id_number(number)
                place = _place(same.row.source)
                said = _number_problem("doctor.number_twice", row, number=shown, other=same.row.name, first=place)
                others = (*others, said)
        told.append(row if others == row.problems else row._replace(problems=others))
    return tuple(told)


def _number_problem(code: str, row: DoctorRow, **params: object) -> Problem:
    return problem_of(code, row.row, _F.ID_NUMBER, Severity.BLOCKING, **params)


class _First:
    """Finds the first row of a list that says the same."""

    def __init__(self) -> None:
        self._alike: dict[tuple[object, ...], DoctorRow] = {}
        self._named: dict[tuple[object, ...], dict[tuple[str, str], DoctorRow]] = {}
        """Rows that say the same of all but name and unit, by these: only of such are names compared."""

    def like(self, row: DoctorRow, target: ListTarget) -> DoctorRow:
        """The first row that says the same as one; that itself where there is none."""
        said = _said_beside_names(row, target)
        first = self._alike.setdefault(said, row)
        if first is row:
            return row
        named = self._named.setdefault(said, {})
        if not named:
            named[_names(first)] = first
        return named.setdefault(_names(row), row)


def _said_beside_names(row: DoctorRow, target: ListTarget) -> tuple[object, ...]:
    line = row.row
    if target is ListTarget.PEOPLE:
        return line.kind, line.birth, line.id_number
    award = line.award_id or fold(line.award or "")
    if target is ListTarget.NOMINATIONS:
        return line.kind, line.birth, line.id_number, award
    return line.kind, line.birth, line.id_number, award, row.decision.year, row.decision.number


def _names(row: DoctorRow) -> tuple[str, str]:
    return fold(row.row.name), fold(row.row.unit or "")


def _place(source: Source) -> str:
    number = source.row or source.line or source.block + 1
    return f"{source.sheet}, dòng {number}" if source.sheet else f"dòng {number}"


def problem_of(
    code: str, row: ListRow, field: ListField, severity: Severity = Severity.WARNING, **params: object
) -> Problem:
    """Something to be said about one value of a row."""
    return Problem(Finding(code, severity, {"name": row.name, **params}, row.source), field)
