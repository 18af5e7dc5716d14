"""The state of a workbook that is being tied: which cell has what, which proposals wait, what stands in each cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from thidua_desktop.domain.reported import Workbook
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Question
from thidua_desktop.domain.workbooks.filling import Refusal, refusal
from thidua_desktop.domain.workbooks.grids import FormulaKind, GridCell, SheetGrid
from thidua_desktop.domain.workbooks.proposals import CellHeads, Proposal, cells_of
from thidua_desktop.domain.workbooks.ties import Found, Place, Tie
from thidua_desktop.domain.workbooks.words import Sureness
from thidua_desktop.services.workbooks import Form, Outcome, WorkbookService
from thidua_desktop.wording import statistics as words


class CellState(Enum):
    """What a cell of the grid is to the clerk."""

    PLAIN = "plain"
    FORMULA = "formula"
    TIED = "tied"
    MOVED = "moved"
    """Tied in an earlier version, where it stood elsewhere."""
    SURE = "sure"
    """A proposal that took in every word of its heads."""
    LIKELY = "likely"
    OPEN = "open"
    """A figure is to stand here, and nobody knows which."""
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that is read in the background for one look at the workbook."""

    period: Period
    outcome: Outcome
    proposals: tuple[Proposal, ...]
    answers: Mapping[Place, int | Decimal]
    """Of the proposals."""


def look(
    service: WorkbookService,
    form: Form,
    ties: tuple[Tie, ...],
    period: Period,
    known: tuple[Proposal, ...] | None = None,
) -> Seen:
    """Read what stands in tied and proposed cells; touches no widget. ``known`` are the proposals of the period."""
    proposals = service.propose(form, period) if known is None else known
    asked = [(one.place, tie.asks(period)) for one in proposals if (tie := proposed(one)) is not None]
    figures = service.answers([question for _, question in asked if question is not None])
    answers = {(place.sheet, place.row, place.column): value for (place, _), value in zip(asked, figures, strict=True)}
    return Seen(period, service.preview(form, ties, period), proposals, answers)


def proposed(one: Proposal) -> Tie | None:
    """The tie that a proposal would become."""
    if one.asked is None:
        return None
    place = one.place
    return Tie(place.sheet, place.row, place.column, one.asked.question, "", one.asked.periods_back)


class Board:
    """The ties of an open workbook. Nothing here is kept until the clerk says so."""

    def __init__(self, form: Form, told: Callable[[], None]) -> None:
        """``told`` is called after every change of a tie."""
        self.form = form
        self.changed = False
        self._told = told
        self._ties: dict[Place, Tie] = {tie.at: tie for tie in form.ties}
        self._moved = {one.after.at for one in form.found if one.how is Found.MOVED and one.after is not None}
        self._places: dict[Place, CellHeads] = {
            (one.sheet, one.row, one.column): one for sheet in form.grid.sheets for one in cells_of(sheet)
        }
        self._proposals: dict[Place, Proposal] = {}
        self._answers: Mapping[Place, int | Decimal] = {}
        self._values: dict[Place, str] = {}
        self._sums: dict[tuple[str, int, int], Decimal | None] = {}
        self._seen: Seen | None = None

    def known(self, period: Period) -> tuple[Proposal, ...] | None:
        """The proposals of a period, if they have been read."""
        return self._seen.proposals if self._seen is not None and self._seen.period == period else None

    @property
    def ties(self) -> tuple[Tie, ...]:
        """All ties, sheet by sheet in the order of reading."""
        order = {sheet.name: at for at, sheet in enumerate(self.form.grid.sheets)}
        return tuple(sorted(self._ties.values(), key=lambda tie: (order.get(tie.sheet, 0), tie.row, tie.column)))

    def see(self, seen: Seen) -> None:
        """Take what was read."""
        self._seen = seen
        self._proposals = {(one.place.sheet, one.place.row, one.place.column): one for one in seen.proposals}
        self._answers = seen.answers
        self._values = {one.tie.at: one.after for one in seen.outcome.changes if one.refusal is None}
        self._sums = dict(seen.outcome.sums)

    def tie(self, at: Place) -> Tie | None:
        """The tie of a cell."""
        return self._ties.get(at)

    def proposal(self, at: Place) -> Tie | None:
        """What is proposed for a cell that has no tie."""
        found = self._proposals.get(at)
        return proposed(found) if found is not None and at not in self._ties else None

    def heads(self, at: Place) -> CellHeads | None:
        """The heads of a cell in which a figure stands."""
        return self._places.get(at)

    def refused(self, at: Place) -> Refusal | None:
        """Why a cell cannot be tied; a formula is no reason yet, the clerk is asked."""
        return refusal(self.form.grid.sheet(at[0]), at[1], at[2])

    def state(self, at: Place) -> CellState:
        """What a cell is."""
        tie = self._ties.get(at)
        if tie is not None:
            if tie.left_alone:
                return CellState.ALONE
            return CellState.MOVED if at in self._moved else CellState.TIED
        cell = self._cell(at)
        if cell is not None and cell.formula is not FormulaKind.NONE:
            return CellState.FORMULA
        found = self._proposals.get(at)
        if found is not None and found.asked is not None:
            return CellState.SURE if found.asked.sureness is Sureness.SURE else CellState.LIKELY
        place = self._places.get(at)
        return CellState.OPEN if place is not None and not place.formula else CellState.PLAIN

    def text(self, at: Place) -> str:
        """What stands in a cell, or will stand there."""
        if at in self._values:
            return self._values[at]
        if (at[0].casefold(), at[1], at[2]) in self._sums:
            return self._sum(at, self._sums[at[0].casefold(), at[1], at[2]])
        if at in self._answers and at not in self._ties:
            return words.number(self._answers[at])
        cell = self._cell(at)
        return cell.text if cell is not None else ""

    def _sum(self, at: Place, amount: Decimal | None) -> str:
        """What a formula comes to, as its cell shows it; "…" where only Excel can tell."""
        if amount is None:
            return "…"
        cell = self._cell(at)
        if cell is not None and cell.shape == "percent":
            return words.percent(amount * 100)
        return words.number(round(amount, 4))

    def put(self, tie: Tie) -> None:
        """Tie a cell."""
        self._ties[tie.at] = tie
        self._moved.discard(tie.at)
        self._has_changed()

    def drop(self, at: Place) -> None:
        """Untie a cell."""
        if self._ties.pop(at, None) is not None:
            self._values.pop(at, None)
            self._has_changed()

    def leave(self, at: Place) -> None:
        """Say that a cell is to stay as it is."""
        self._values.pop(at, None)
        self.put(Tie(*at))

    def accept(self, at: Place) -> bool:
        """Take the proposal of a cell; a tie that was found elsewhere is taken as seen."""
        if at in self._moved:
            self._moved.discard(at)
            self._has_changed()
            return True
        tie = self.proposal(at)
        if tie is None:
            return False
        self.put(tie)
        return True

    def accept_sure(self) -> int:
        """Take all proposals that took in every word; how many they were."""
        sure = [at for at in self._proposals if self.state(at) is CellState.SURE]
        for at in sure:
            tie = self.proposal(at)
            if tie is not None:
                self._ties[at] = tie
        if sure:
            self._has_changed()
        return len(sure)

    def next_open(self, after: Place) -> Place | None:
        """The next cell of the sheet that waits for the clerk: behind a cell, or the first."""
        waiting = [
            at
            for at in self._places
            if at[0] == after[0] and self.state(at) in (CellState.SURE, CellState.LIKELY, CellState.OPEN)
        ]
        behind = [at for at in waiting if at[1:] > after[1:]]
        return min(behind or waiting, default=None)

    def counts(self, sheet: SheetGrid) -> Mapping[CellState, int]:
        """How many cells of a sheet are what."""
        found: dict[CellState, int] = {}
        places = {at for at in (*self._places, *self._ties) if at[0] == sheet.name}
        for at in places:
            state = self.state(at)
            found[state] = found.get(state, 0) + 1
        return found

    def kept(self) -> None:
        """The ties are in the office file now."""
        self.changed = False

    def ask(self, at: Place, question: Question, back: int) -> None:
        """Tie a cell to a question."""
        self.put(Tie(*at, question, "", back))

    def write(self, at: Place, text: str) -> None:
        """Tie a cell to a fixed text."""
        self.put(Tie(*at, None, text))

    def named(self, kept: Workbook | None) -> None:
        """The record that the office file has of the workbook; None: it is not kept any more."""
        self.form = replace(self.form, kept=kept, ties=self.ties)

    def _has_changed(self) -> None:
        self.changed = True
        self._told()

    def _cell(self, at: Place) -> GridCell | None:
        sheet = self.form.grid.sheet(at[0])
        return sheet.cells.get(at[1:]) if sheet is not None else None
