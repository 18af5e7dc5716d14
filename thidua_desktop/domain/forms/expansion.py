"""The rows and columns that a form has in a period: repeated lines stand once for each value that occurs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.forms.model import NAME, SHORT, FormColumn, FormLine, FormModel, FormRow, StubKind
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Condition, Dimension, Question, Subject


@dataclass(frozen=True, slots=True)
class Named:
    """What a value of a dimension is called; ``detail`` says more of it where a form has a column for that."""

    label: str
    detail: str = ""
    short: str = ""
    """For narrow columns; empty where it is the label itself."""

    def put_into(self, text: str) -> str:
        """A heading or label with its name in it."""
        return text.replace(NAME, self.label).replace(SHORT, self.short or self.label)


Names = Callable[[Dimension, str], Named]
"""What a value of a dimension is called."""

Values = Callable[[Question, Dimension], Sequence[str]]
"""The values of a dimension that a question's facts have, in the order in which the office lists them."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row as it stands in the filled form."""

    line: FormRow
    key: str
    label: str
    ordinal: int | None = None
    detail: str = ""
    conditions: tuple[Condition, ...] = ()
    empty: bool = False
    """Holds no figures: a heading, or a repeated row of which there is none."""

    def word(self, kind: StubKind) -> str | int | None:
        """What stands in a column of words."""
        return {
            StubKind.ORDINAL: self.ordinal,
            StubKind.LABEL: self.label,
            StubKind.CODE: self.line.code,
            StubKind.UNIT: self.line.unit,
            StubKind.DETAIL: self.detail,
        }[kind]


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """A column as it stands in the filled form, with its headings from the top."""

    line: FormColumn
    key: str
    headings: tuple[str, ...]
    conditions: tuple[Condition, ...] = ()
    part: str = ""
    empty: bool = False

    @property
    def aliases(self) -> tuple[str, ...]:
        """The keys by which formulas may mean it."""
        return (self.line.key, f"{self.line.key}.{self.part}", self.key) if self.part else (self.line.key, self.key)

    @property
    def name(self) -> str:
        """How a sentence calls it: its letter, and what tells it from others of the same letter."""
        own = " - ".join(filter(None, self.headings[-2:])) if self.line.repeat is not None else ""
        own = own or (self.headings[-1] if self.part else "")
        letter = self.line.letter or ("" if own else self.line.key)
        return f"{letter} ({own})" if letter and own else letter or own


def placed_rows(model: FormModel, period: Period, values: Values, names: Names) -> tuple[PlacedRow, ...]:
    """The rows of a form in a period, numbered where they are repeated."""
    return tuple(row for line in model.rows for row in _rows(model, line, period, values, names))


def placed_columns(model: FormModel, period: Period, values: Values, names: Names) -> tuple[PlacedColumn, ...]:
    """The columns of a form in a period."""
    return tuple(column for line in model.columns for column in _columns(model, line, period, values, names))


def _rows(model: FormModel, line: FormRow, period: Period, values: Values, names: Names) -> Iterator[PlacedRow]:
    if line.repeat is None:
        yield PlacedRow(line, line.key, line.label, conditions=line.conditions, empty=line.heading)
        return
    found = _occurring(model, line, period, values)
    for ordinal, value in enumerate(found, start=1):
        named = names(line.repeat.dimension, value)
        conditions = (*line.conditions, Condition(line.repeat.dimension, (value,)))
        label = named.put_into(line.label or NAME)
        yield PlacedRow(line, f"{line.key}.{value}", label, ordinal, named.detail, conditions)
    if not found:
        yield PlacedRow(line, line.key, line.repeat.none, empty=True)


def _columns(
    model: FormModel, line: FormColumn, period: Period, values: Values, names: Names
) -> Iterator[PlacedColumn]:
    if line.repeat is None:
        yield from _parts(line, line.key, line.headings, line.conditions, empty=line.remark)
        return
    found = _occurring(model, line, period, values)
    for value in found:
        named = names(line.repeat.dimension, value)
        headings = tuple(map(named.put_into, line.headings))
        conditions = (*line.conditions, Condition(line.repeat.dimension, (value,)))
        yield from _parts(line, f"{line.key}.{value}", headings, conditions)
    if not found:
        headings = tuple(map(Named(line.repeat.none).put_into, line.headings))
        yield from _parts(line, line.key, headings, line.conditions, empty=True)


def _parts(
    line: FormColumn, key: str, headings: tuple[str, ...], conditions: tuple[Condition, ...], *, empty: bool = False
) -> Iterator[PlacedColumn]:
    if not line.parts:
        yield PlacedColumn(line, key, headings, conditions, empty=empty)
    for part in line.parts:
        below = (*headings, part.heading)
        yield PlacedColumn(line, f"{key}.{part.key}", below, (*conditions, *part.conditions), part.key, empty)


def _occurring(model: FormModel, line: FormLine, period: Period, values: Values) -> tuple[str, ...]:
    """The values of a repeated line, those of every subject that its cells count."""
    assert line.repeat is not None
    asked = (Question(one, period, (*model.conditions, *line.conditions)) for one in subjects_of(model, line))
    lists = [values(question, line.repeat.dimension) for question in asked]
    longest = max(lists, key=len, default=())
    return (*longest, *dict.fromkeys(value for each in lists for value in each if value not in longest))


def subjects_of(model: FormModel, line: FormLine) -> tuple[Subject, ...]:
    """What the cells of a line count: its own subject, or those of the columns across a row, of the rows across a
    column; the form's where all of them are typed."""
    if line.subject is not None:
        return (line.subject,)
    across: Sequence[FormLine] = model.columns if isinstance(line, FormRow) else model.rows
    counted = [other for other in across if other.formula is None and not other.hand and other.source is None]
    return tuple(dict.fromkeys(other.subject or model.subject for other in counted)) or (model.subject,)
