"""What must agree in a filled form: sums with what is counted as a whole, one division with another, "trong đó"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.forms.expansion import PlacedColumn, PlacedRow
from thidua_desktop.domain.forms.filling import Cell, Counts, FilledForm, Number, Origin
from thidua_desktop.domain.forms.left_out import left_out
from thidua_desktop.domain.forms.model import Agreement, Axis
from thidua_desktop.domain.statistics.questions import Condition, Question

_ACROSS = {Axis.ROWS: "", Axis.COLUMNS: "_across"}
"""How the codes end that speak of columns."""


@dataclass(frozen=True, slots=True)
class _Difference:
    """In which line across, what is said there, what the other side says, and what lists the facts between them."""

    at: str
    said: Number
    other: Number
    left_out: Question | None = None


def checked(form: FilledForm, counts: Counts) -> FilledForm:
    """The form with a finding for each relation that does not hold."""
    found = (*_sums(form, counts), *_relations(form, counts))
    return replace(form, findings=tuple(found))


def _sums(form: FilledForm, counts: Counts) -> Iterator[Finding]:
    """Sums whose parts leave something out, row by row: facts of which nobody knows where they belong."""
    for row, cells in zip(form.rows, form.cells, strict=True):
        differences: list[_Difference] = []
        for column, cell in zip(form.columns, cells, strict=True):
            if cell.origin is not Origin.SUM or cell.question is None:
                continue
            whole = counts.count(cell.question)
            if whole != (cell.value or 0):
                between = _unplaced(form, counts, cell.question, (row, column))
                differences.append(_Difference(column.name, cell.value or 0, whole, between))
        if differences:
            yield _finding("form.parts_incomplete", row.label, differences)


def _unplaced(
    form: FilledForm, counts: Counts, whole: Question, lines: tuple[PlacedRow, PlacedColumn]
) -> Question | None:
    """What a sum leaves out: what belongs to none of the rows that its row adds up, or of the columns."""
    row, column = lines
    for axis, formula in ((Axis.ROWS, row.line.formula), (Axis.COLUMNS, column.line.formula)):
        if formula is not None:
            found = _listed(counts, whole, _conditions(form, axis, formula.plus))
            if found is not None:
                return found
    return None


def _conditions(form: FilledForm, axis: Axis, keys: Sequence[str]) -> list[tuple[Condition, ...]]:
    """Those of the lines that some keys mean."""
    if axis is Axis.ROWS:
        return [row.conditions for key in keys for row in form.rows if key in (row.line.key, row.key)]
    return [column.conditions for key in keys for column in form.columns if key in column.aliases]


def _relations(form: FilledForm, counts: Counts) -> Iterator[Finding]:
    for agreement in form.model.agreements:
        if agreement.within:
            code = f"form.part_exceeds{_ACROSS[agreement.axis]}"
            yield from (_finding(code, *one) for one in _exceeding(form, agreement))
            continue
        differences = list(_disagreeing(form, agreement, counts))
        if differences:
            code = f"form.parts_disagree{_ACROSS[agreement.axis]}"
            yield _finding(code, _label(form, agreement.axis, agreement.whole), differences)


def _disagreeing(form: FilledForm, agreement: Agreement, counts: Counts) -> Iterator[_Difference]:
    for across in range(_breadth(form, agreement.axis)):
        cells = [cell for key in agreement.parts for cell in _cells(form, agreement.axis, key, across)]
        whole = [cell for cell in _cells(form, agreement.axis, agreement.whole, across) if _known(cell)]
        if not whole or not any(map(_known, cells)):
            continue
        together = sum((cell.value or 0 for cell in cells), start=0)
        expected = sum((cell.value or 0 for cell in whole), start=0)
        if together != expected:
            asked = whole[0].question if len(whole) == 1 else None
            between = _listed(counts, asked, _conditions(form, agreement.axis, agreement.parts))
            yield _Difference(_across(form, agreement.axis, across), together, expected, between)


def _listed(counts: Counts, whole: Question | None, parts: Iterable[Sequence[Condition]]) -> Question | None:
    """What stands in no part, where there is something."""
    question = left_out(whole, parts)
    return question if question is not None and counts.count(question) else None


def _exceeding(form: FilledForm, agreement: Agreement) -> Iterator[tuple[str, list[_Difference]]]:
    for key in agreement.parts:
        differences: list[_Difference] = []
        for across in range(_breadth(form, agreement.axis)):
            part = sum((cell.value or 0 for cell in _cells(form, agreement.axis, key, across)), start=0)
            wholes = _cells(form, agreement.axis, agreement.whole, across)
            whole = sum((cell.value or 0 for cell in wholes), start=0)
            if part > whole:
                differences.append(_Difference(_across(form, agreement.axis, across), part, whole))
        if differences:
            yield _label(form, agreement.axis, key), differences


def _known(cell: Cell) -> bool:
    return cell.value is not None


def _breadth(form: FilledForm, axis: Axis) -> int:
    return len(form.columns) if axis is Axis.ROWS else len(form.rows)


def _cells(form: FilledForm, axis: Axis, key: str, across: int) -> list[Cell]:
    if axis is Axis.ROWS:
        return [form.cells[at][across] for at, row in enumerate(form.rows) if key in (row.line.key, row.key)]
    return [form.cells[across][at] for at, column in enumerate(form.columns) if key in column.aliases]


def _across(form: FilledForm, axis: Axis, at: int) -> str:
    if axis is Axis.COLUMNS:
        return form.rows[at].line.code or form.rows[at].label
    return form.columns[at].name


def _label(form: FilledForm, axis: Axis, key: str) -> str:
    if axis is Axis.COLUMNS:
        return next(column.headings[-1] for column in form.columns if key in column.aliases)
    return next(row.label for row in form.rows if key in (row.line.key, row.key))


def _finding(code: str, line: str, differences: Sequence[_Difference]) -> Finding:
    """``question`` among the parameters lists what stands in no part, where that can be asked."""
    first = differences[0]
    question = next((each.left_out for each in differences if each.left_out is not None), None)
    params = {
        "line": line,
        "at": first.at,
        "said": _plain(first.said),
        "other": _plain(first.other),
        "places": ", ".join(dict.fromkeys(each.at for each in differences)),
        "question": question.text() if question is not None else "",
    }
    return Finding(code, Severity.WARNING, params)


def _plain(value: Number) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
