"""A form filled in for a period: every cell with its figure, where that comes from, and the formula of sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.forms.choosing import Choice
from thidua_desktop.domain.forms.expansion import (
    Names,
    PlacedColumn,
    PlacedRow,
    placed_columns,
    placed_rows,
)
from thidua_desktop.domain.forms.model import FormModel, Formula, Source
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Condition, Dimension, Question

Number = int | Decimal
Place = tuple[int, int]
"""Row and column of a cell, from 0, stub columns not counted."""


class Counts(Protocol):
    """What the office file knows."""

    def count(self, question: Question) -> int:
        """How many."""

    def values(self, question: Question, dimension: Dimension) -> Sequence[str]:
        """The values of a dimension that occur, in the order in which the office lists them."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A figure typed by the clerk."""

    value: Number
    note: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What is put into a form beside the counts: typed figures by row and column key, amounts of the year."""

    typed: Mapping[tuple[str, str], Typed] = field(default_factory=dict)
    amounts: Mapping[Source, int] = field(default_factory=dict)


class Origin(StrEnum):
    """Where the figure of a cell comes from."""

    COMPUTED = "computed"
    HAND = "hand"
    SUM = "sum"
    SHARE = "share"
    EMPTY = "empty"
    """Nothing can stand here: a heading, or a row and a column that exclude each other."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The cells that a figure is calculated from: ``plus`` less ``minus``, or ``plus`` in the share of ``minus``."""

    plus: tuple[Place, ...]
    minus: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; ``value`` None where nothing is known (not typed yet, a share of nothing)."""

    origin: Origin
    value: Number | None = None
    question: Question | None = None
    terms: Terms | None = None
    note: str = ""
    open: bool = False
    """Stays empty as long as the clerk has typed nothing: a typed figure, or a sum of nothing else."""


EMPTY = Cell(Origin.EMPTY)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form for a period. ``cells`` are rows of cells, one for each column."""

    choice: Choice
    period: Period
    rows: tuple[PlacedRow, ...]
    columns: tuple[PlacedColumn, ...]
    cells: tuple[tuple[Cell, ...], ...]
    findings: tuple[Finding, ...] = ()

    @property
    def model(self) -> FormModel:
        """The model that it follows."""
        return self.choice.model

    def cell(self, row: str, column: str) -> Cell:
        """The cell of two keys.

        Raises:
            KeyError: there is no such row or column.
        """
        rows = {each.key: at for at, each in enumerate(self.rows)}
        columns = {each.key: at for at, each in enumerate(self.columns)}
        return self.cells[rows[row]][columns[column]]

    def missing(self) -> tuple[tuple[PlacedRow, PlacedColumn], ...]:
        """The cells that wait for the clerk."""
        return tuple(
            (row, column)
            for row, cells in zip(self.rows, self.cells, strict=True)
            for column, cell in zip(self.columns, cells, strict=True)
            if cell.origin is Origin.HAND and cell.value is None
        )


def fill(choice: Choice, period: Period, counts: Counts, names: Names, given: Given | None = None) -> FilledForm:
    """Fill in a form; what must agree is checked by ``checks.checked``."""
    model = choice.model
    rows = placed_rows(model, period, counts.values, names)
    columns = placed_columns(model, period, counts.values, names)
    filling = _Filling(model, period, (rows, columns), counts, given or Given())
    cells = tuple(tuple(filling.cell((down, across)) for across in range(len(columns))) for down in range(len(rows)))
    return FilledForm(choice, period, rows, columns, cells)


class _Filling:
    def __init__(
        self,
        model: FormModel,
        period: Period,
        lines: tuple[tuple[PlacedRow, ...], tuple[PlacedColumn, ...]],
        counts: Counts,
        given: Given,
    ) -> None:
        self._model, self._period, self._counts, self._given = model, period, counts, given
        self._rows, self._columns = rows, columns = lines
        self._row_places: dict[str, list[int]] = {}
        for at, row in enumerate(rows):
            for key in dict.fromkeys((row.line.key, row.key)):
                self._row_places.setdefault(key, []).append(at)
        self._column_places: dict[str, list[int]] = {}
        for at, column in enumerate(columns):
            for key in dict.fromkeys(column.aliases):
                self._column_places.setdefault(key, []).append(at)
        self._made: dict[Place, Cell] = {}

    def cell(self, place: Place) -> Cell:
        if place not in self._made:
            self._made[place] = self._new(place)
        return self._made[place]

    def _new(self, place: Place) -> Cell:
        row, column = self._rows[place[0]], self._columns[place[1]]
        if row.empty or column.empty:
            return EMPTY
        down, across = row.line.formula, column.line.formula
        for formula, along_columns in ((across, True), (down, False)):
            if formula is not None and formula.share is not None:
                return self._share(place, formula.share, along_columns)
        if across is not None:
            return self._sum(place, across, along_columns=True)
        if down is not None:
            return self._sum(place, down, along_columns=False)
        if row.line.hand or column.line.hand:
            return self._typed(row, column)
        source = column.line.source or row.line.source
        if source is not None:
            return Cell(Origin.COMPUTED, self._given.amounts.get(source, 0))
        return self._counted(row, column)

    def _typed(self, row: PlacedRow, column: PlacedColumn) -> Cell:
        typed = self._given.typed.get((row.key, column.key))
        if typed is not None:
            return Cell(Origin.HAND, typed.value, note=typed.note, open=True)
        zero = row.line.zero or column.line.zero
        return Cell(Origin.HAND, 0 if zero else None, open=not zero)

    def _counted(self, row: PlacedRow, column: PlacedColumn) -> Cell:
        conditions = (*self._model.conditions, *row.conditions, *column.conditions)
        if contradict(conditions):
            return EMPTY
        question = Question(row.line.subject or column.line.subject or self._model.subject, self._period, conditions)
        return Cell(Origin.COMPUTED, self._counts.count(question), question)

    def _places(self, place: Place, keys: Sequence[str], along_columns: bool) -> tuple[Place, ...]:
        found = self._column_places if along_columns else self._row_places
        others = [other for key in keys for other in found[key]]
        return tuple((place[0], other) if along_columns else (other, place[1]) for other in others)

    def _sum(self, place: Place, formula: Formula, *, along_columns: bool) -> Cell:
        plus, minus = (
            tuple(other for other in self._places(place, keys, along_columns) if self.cell(other) is not EMPTY)
            for keys in (formula.plus, formula.minus)
        )
        parts = [self.cell(other) for other in (*plus, *minus)]
        if not parts:
            return EMPTY
        known = [cell.value for cell in parts if cell.value is not None]
        value: Number | None = None
        if known:
            value = _total(self.cell(other).value for other in plus) - _total(self.cell(one).value for one in minus)
        return Cell(
            Origin.SUM, value, self._whole(place, formula), Terms(plus, minus), open=all(cell.open for cell in parts)
        )

    def _whole(self, place: Place, formula: Formula) -> Question | None:
        """The question that counts a sum as a whole, where the form says that this can be asked."""
        if not formula.counted:
            return None
        row, column = self._rows[place[0]], self._columns[place[1]]
        crossing = column.line.formula if row.line.formula is formula else row.line.formula
        if crossing is not None and not crossing.counted:
            return None
        if row.line.hand or column.line.hand:
            return None
        conditions = (*self._model.conditions, *row.conditions, *column.conditions)
        subject = row.line.subject or column.line.subject or self._model.subject
        return None if contradict(conditions) else Question(subject, self._period, conditions)

    def _share(self, place: Place, keys: tuple[str, str], along_columns: bool) -> Cell:
        part, whole = (self._places(place, (key,), along_columns) for key in keys)
        below = _total(self.cell(other).value for other in whole)
        above = _total(self.cell(other).value for other in part)
        return Cell(Origin.SHARE, Decimal(above) / Decimal(below) if below else None, terms=Terms(part, whole))


def _total(values: Iterable[Number | None]) -> Number:
    total: Number = 0
    for value in values:
        total += value or 0
    return total


def contradict(conditions: Sequence[Condition]) -> bool:
    """Whether no fact can fulfil all of some conditions, whatever the facts are."""
    allowed: dict[Dimension, set[str]] = {}
    for condition in conditions:
        if not condition.negated:
            wanted = set(condition.values)
            allowed[condition.dimension] = allowed.get(condition.dimension, wanted) & wanted
    for condition in conditions:
        if condition.negated and condition.dimension in allowed:
            allowed[condition.dimension] -= set(condition.values)
    return not all(allowed.values())
