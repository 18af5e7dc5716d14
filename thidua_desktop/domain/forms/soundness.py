"""Whether a model can be filled in at all: its lines are there, its sums end somewhere, its conditions can be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from thidua_desktop.domain.forms.expansion import subjects_of
from thidua_desktop.domain.forms.model import Axis, FormLine, FormModel
from thidua_desktop.domain.statistics.facts import DIMENSIONS
from thidua_desktop.domain.statistics.questions import Condition, Subject


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a line (or an agreement), by its place in the model."""

    code: str
    axis: Axis | None = None
    key: str = ""
    params: Mapping[str, str] = field(default_factory=dict)


def flaws(model: FormModel) -> tuple[Flaw, ...]:
    """Everything that would make a form impossible to fill in."""
    return tuple(_flaws(model))


def _flaws(model: FormModel) -> Iterator[Flaw]:
    for axis in Axis:
        if not model.lines(axis):
            yield Flaw("form.without_lines", axis)
        yield from _twice(model, axis)
        yield from _unknown(model, axis)
        yield from _circular(model, axis)
    for agreement in model.agreements:
        known = _keys(model, agreement.axis)
        for key in (agreement.whole, *agreement.parts):
            if key not in known:
                yield Flaw("form.unknown_line", None, "", {"value": key})
    yield from _foreign(model)


def _twice(model: FormModel, axis: Axis) -> Iterator[Flaw]:
    seen: set[str] = set()
    for line in model.lines(axis):
        if line.key in seen:
            yield Flaw("form.line_twice", axis, line.key, {"value": line.key})
        seen.add(line.key)


def _keys(model: FormModel, axis: Axis) -> frozenset[str]:
    keys = {line.key for line in model.lines(axis)}
    if axis is Axis.COLUMNS:
        keys |= {f"{column.key}.{part.key}" for column in model.columns for part in column.parts}
    return frozenset(keys)


def _unknown(model: FormModel, axis: Axis) -> Iterator[Flaw]:
    known = _keys(model, axis)
    for line in model.lines(axis):
        for key in line.formula.keys if line.formula is not None else ():
            if key not in known:
                yield Flaw("form.unknown_line", axis, line.key, {"value": key})


def _circular(model: FormModel, axis: Axis) -> Iterator[Flaw]:
    lines = {line.key: line for line in model.lines(axis)}
    for line in lines.values():
        if line.key in _below(lines, line.key):
            yield Flaw("form.sum_circular", axis, line.key, {"value": line.key})


def _below(lines: Mapping[str, FormLine], key: str) -> frozenset[str]:
    """Every line that a line is made of."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        line = lines.get(waiting.pop())
        for other in line.formula.keys if line is not None and line.formula is not None else ():
            plain = other if other in lines else other.rpartition(".")[0]
            if plain not in found:
                found.add(plain)
                waiting.append(plain)
    return frozenset(found)


def _foreign(model: FormModel) -> Iterator[Flaw]:
    """Conditions that the subject of their cells does not have, each told once."""
    told: set[tuple[Axis, str, str]] = set()
    for row in (line for line in model.rows if _counts(line) and not line.heading):
        for column in (line for line in model.columns if _counts(line) and not line.remark):
            subject = row.subject or column.subject or model.subject
            for axis, line in ((Axis.ROWS, row), (Axis.COLUMNS, column)):
                for condition in _conditions(line):
                    what = (axis, line.key, condition.dimension.value)
                    if condition.dimension not in DIMENSIONS[subject] and what not in told:
                        told.add(what)
                        yield Flaw("form.condition_foreign", axis, line.key, _said(condition, subject))
    for axis in Axis:
        for repeated in model.lines(axis):
            yield from _unrepeatable(model, axis, repeated, told)
    for condition in model.conditions:
        for subject in dict.fromkeys(model.subjects()):
            if condition.dimension not in DIMENSIONS[subject]:
                yield Flaw("form.condition_foreign", None, "", _said(condition, subject))


def _unrepeatable(model: FormModel, axis: Axis, line: FormLine, told: set[tuple[Axis, str, str]]) -> Iterator[Flaw]:
    """A repeated line is looked up even where all of its figures are typed."""
    if line.repeat is None:
        return
    for subject in subjects_of(model, line):
        for condition in (*line.conditions, Condition(line.repeat.dimension, ())):
            what = (axis, line.key, condition.dimension.value)
            if condition.dimension not in DIMENSIONS[subject] and what not in told:
                told.add(what)
                yield Flaw("form.condition_foreign", axis, line.key, _said(condition, subject))


def _counts(line: FormLine) -> bool:
    return line.formula is None and not line.hand and line.source is None


def _conditions(line: FormLine) -> Iterator[Condition]:
    yield from line.conditions
    if line.repeat is not None:
        yield Condition(line.repeat.dimension, ())
    for part in getattr(line, "parts", ()):
        yield from part.conditions


def _said(condition: Condition, subject: Subject) -> dict[str, str]:
    known = ", ".join(dimension.value for dimension in DIMENSIONS[subject])
    return {"value": condition.dimension.value, "subject": subject.value, "known": known}
