"""Ties of cells to figures, and how they are found again in another version of the same workbook."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.ids import WorkbookId
from thidua_desktop.domain.reported import WorkbookTie
from thidua_desktop.domain.statistics import questions
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Question
from thidua_desktop.domain.workbooks.grids import BookGrid, CellKind, SheetGrid
from thidua_desktop.domain.workbooks.places import place, reference
from thidua_desktop.domain.workbooks.proposals import CellHeads, cells_of

_YEARS = re.compile(r"(?:199|20[0-9])[0-9]")
_LEFT_ALONE = "∅"
"""How the office file keeps a cell that is to be left alone: it knows no empty text."""
_NEAREST = 6
"""So many cells to the left or upwards the text may stand that says what a cell is."""

Place = tuple[str, int, int]
"""Sheet, row, column."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What goes into a cell: the answer to a question, of the period that is filled in, or a fixed text."""

    sheet: str
    row: int
    column: int
    question: Question | None = None
    constant: str = ""
    """Written as it is; empty: the clerk wants the cell left alone."""
    periods_back: int = 0

    @property
    def left_alone(self) -> bool:
        """Whether nothing is written: the clerk has seen the cell and wants it so."""
        return self.question is None and not self.constant

    @property
    def cell(self) -> str:
        """ "C12"."""
        return reference(self.row, self.column)

    @property
    def at(self) -> Place:
        """Where it stands."""
        return self.sheet, self.row, self.column

    def asks(self, period: Period) -> Question | None:
        """The question of a period; None for a fixed text."""
        if self.question is None:
            return None
        for _ in range(self.periods_back):
            period = period.previous()
        return self.question.during(period)

    def kept(self, workbook_id: WorkbookId) -> WorkbookTie:
        """As the office file keeps it."""
        question = self.question.text() if self.question is not None else None
        constant = (self.constant or _LEFT_ALONE) if self.question is None else None
        return WorkbookTie(workbook_id, self.sheet, self.cell, question, constant, self.periods_back)


def of_kept(tie: WorkbookTie) -> Tie | None:
    """A tie from the office file; None where no cell is called so.

    Raises:
        QuestionUnreadable, PeriodUnreadable, PeriodReversed: its question is none that this program knows.
    """
    at = place(tie.cell)
    if at is None:
        return None
    question = questions.parse(tie.question) if tie.question is not None else None
    constant = "" if tie.constant == _LEFT_ALONE else tie.constant or ""
    return Tie(tie.sheet, *at, question, constant, tie.periods_back)


class Found(StrEnum):
    """How a tie was found again."""

    SAME = "same"
    MOVED = "moved"
    """The cell with the same heads stands elsewhere."""
    GONE = "gone"
    """No cell has these heads any more."""


@dataclass(frozen=True, slots=True)
class FoundTie:
    """A tie of the workbook as it was, and where it belongs now."""

    before: Tie
    after: Tie | None
    how: Found


def found_again(old: BookGrid, new: BookGrid, ties: Iterable[Tie]) -> tuple[FoundTie, ...]:
    """The ties of a workbook in a later version of it: by the heads of their cells, not by where they stand."""
    sheets = _sheets(old, new)
    before, after = _by_heads(old), _by_heads(new)
    return tuple(_found(tie, old, sheets, before, after) for tie in ties)


_Key = tuple[str, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Heads:
    """Cells by their heads; of several with the same ones each has its number."""

    keys: Mapping[Place, tuple[_Key, int]]
    places: Mapping[_Key, Sequence[Place]]


def _by_heads(book: BookGrid) -> _Heads:
    keys: dict[Place, tuple[_Key, int]] = {}
    places: dict[_Key, list[Place]] = defaultdict(list)
    for sheet in book.sheets:
        for one in cells_of(sheet):
            key = _key(one)
            at = (one.sheet.casefold(), one.row, one.column)
            keys[at] = key, len(places[key])
            places[key].append(at)
    return _Heads(keys, places)


def _key(one: CellHeads) -> _Key:
    return _form(one.sheet), tuple(map(_form, one.heads.rows)), tuple(map(_form, one.heads.columns))


def _form(text: str) -> str:
    """A text without what changes from year to year."""
    return squeeze(_YEARS.sub("", fold(text)))


def _sheets(old: BookGrid, new: BookGrid) -> dict[str, SheetGrid]:
    """Name of a sheet → the sheet of the later version: of the same name, the year left out, or the only one."""
    named = {_form(sheet.name): sheet for sheet in reversed(new.sheets)}
    found: dict[str, SheetGrid] = {}
    for sheet in old.sheets:
        later = new.sheet(sheet.name) or named.get(_form(sheet.name))
        if later is None and len(old.sheets) == len(new.sheets) == 1:
            later = new.sheets[0]
        if later is not None:
            found[sheet.name.casefold()] = later
    return found


def _found(tie: Tie, old: BookGrid, sheets: Mapping[str, SheetGrid], before: _Heads, after: _Heads) -> FoundTie:
    was = old.sheet(tie.sheet)
    later = sheets.get(tie.sheet.casefold())
    if was is None or later is None:
        return FoundTie(tie, None, Found.GONE)
    known = before.keys.get((was.name.casefold(), tie.row, tie.column))
    beside = partial(_by_neighbour, was, later, tie.row, tie.column)
    at = beside() if known is None else _by_key(known, later, after)
    if at is None:
        return FoundTie(tie, None, Found.GONE)
    moved = replace(tie, sheet=later.name, row=at[0], column=at[1])
    return FoundTie(tie, moved, Found.SAME if at == (tie.row, tie.column) else Found.MOVED)


def _by_key(known: tuple[_Key, int], later: SheetGrid, after: _Heads) -> tuple[int, int] | None:
    """The cell with all heads the same; or the only one whose nearest ones are."""
    (_, rows, columns), number = known
    sheet = _form(later.name)
    same = after.places.get((sheet, rows, columns), ())
    if number < len(same):
        return same[number][1:]
    if not rows or not columns:
        return None
    near = [
        place_of
        for key, places in after.places.items()
        if key[0] == sheet and key[1] and key[2] and key[1][-1] == rows[-1] and key[2][-1] == columns[-1]
        for place_of in places
    ]
    return near[0][1:] if len(near) == 1 else None


def _by_neighbour(was: SheetGrid, later: SheetGrid, row: int, column: int) -> tuple[int, int] | None:
    """A cell outside of tables: the text beside or above it tells where it is now; without one it stays."""
    steps = [(0, -step) for step in range(1, _NEAREST + 1)] + [(-step, 0) for step in range(1, _NEAREST + 1)]
    for down, across in steps:
        cell = was.at(row + down, column + across)
        if cell.kind is not CellKind.TEXT or not (form := _form(cell.text)):
            continue
        there = [at for at, one in later.cells.items() if one.kind is CellKind.TEXT and _form(one.text) == form]
        return (there[0][0] - down, there[0][1] - across) if len(there) == 1 else None
    return row, column
