"""Superiors' workbooks: opened, tied to figures once, filled in each period; nothing else in them changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.common.errors import AppError, FileTrouble
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import WorkbookId
from thidua_desktop.domain.reported import Workbook
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Question
from thidua_desktop.domain.workbooks.filling import CellFill, Refusal, Value, constant, refusal
from thidua_desktop.domain.workbooks.formulas import recounted
from thidua_desktop.domain.workbooks.grids import BookGrid
from thidua_desktop.domain.workbooks.places import reference
from thidua_desktop.domain.workbooks.proposals import Proposal, cells_of, proposals
from thidua_desktop.domain.workbooks.ties import Found, FoundTie, Tie, found_again, of_kept
from thidua_desktop.domain.workbooks.trouble import WorkbookOverSource, WorkbookSuffix, WorkbookWithoutTies
from thidua_desktop.services.head_words import head_words
from thidua_desktop.services.outgoing import outgoing
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.statistics import StatisticsService
from thidua_desktop.services.workbook_ties import WorkbookFileDamaged, WorkbookTieService
from thidua_desktop.storage.store import Store

if TYPE_CHECKING:
    from thidua_desktop.importing.workbooks import OpenedBook
    from thidua_desktop.reports.excel.patching.cells import Patch

__all__ = ["CellChange", "Form", "Outcome", "WorkbookService"]

_ENOUGH = 0.6
"""Of the tied cells of a kept workbook have to be found in a file for it to be the same workbook."""
_MOST_NAMED = 12
"""Cells that one finding names."""


@dataclass(frozen=True, slots=True)
class Form:
    """A workbook that lies open: its grid, and the ties that it had in an earlier version."""

    path: Path
    opened: OpenedBook
    kept: Workbook | None = None
    """What the office file knows of it; None of one that was never tied."""
    ties: tuple[Tie, ...] = ()
    found: tuple[FoundTie, ...] = ()
    """How the ties of the kept version were found in this one."""
    findings: tuple[Finding, ...] = ()

    @property
    def grid(self) -> BookGrid:
        """Its sheets."""
        return self.opened.grid


@dataclass(frozen=True, slots=True)
class CellChange:
    """What a tied cell holds and will hold, as the clerk sees both."""

    tie: Tie
    before: str
    after: str
    refusal: Refusal | None = None
    """Why it stays as it is."""
    question: Question | None = None
    """Of the period that is filled in."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What filling does, or has done."""

    changes: tuple[CellChange, ...]
    sums: Mapping[tuple[str, int, int], Decimal | None] = field(default_factory=dict)
    """Formula cells that amount to something else then; None for those that Excel counts when it opens the file."""
    findings: tuple[Finding, ...] = ()
    path: Path | None = None

    @property
    def blocking(self) -> bool:
        """Whether figures are missing that the form wants."""
        return any(one.severity is Severity.BLOCKING for one in self.findings)


class WorkbookService:
    """Fills workbooks in; the superior's file is only read."""

    def __init__(
        self,
        store: Store,
        ties: WorkbookTieService,
        statistics: StatisticsService,
        rulebooks: RulebookService,
        today: Callable[[], date],
    ) -> None:
        self._store = store
        self._ties = ties
        self._statistics = statistics
        self._rulebooks = rulebooks
        self._today = today

    def open(self, path: Path) -> Form:
        """A workbook, with its ties where this version or an earlier one of it was tied.

        Raises:
            WorkbookIsOld, WorkbookIsNone: it is no .xlsx or .xlsm.
            FileTrouble: it cannot be read.
        """
        from thidua_desktop.importing.workbooks import read_book

        opened = read_book(path)
        best: Form | None = None
        for kept in self._ties.all():
            form = self._as_kept(path, opened, kept)
            if form.ties and (best is None or len(form.ties) > len(best.ties)):
                best = form
        return best or Form(path, opened)

    def of_kept(self, workbook_id: WorkbookId) -> Form:
        """A kept workbook itself, to look at its ties again.

        Raises:
            WorkbookFileDamaged, RecordMissing, FileTrouble
        """
        from thidua_desktop.importing.workbooks import read_book

        kept = self._ties.get(workbook_id)
        path = self._ties.file(workbook_id)
        return self._as_kept(path, read_book(path), kept)

    def propose(self, form: Form, period: Period) -> tuple[Proposal, ...]:
        """What each cell of the tables seems to ask; cells with formulas are left out.

        The catalogue is that of the office, units are looked up on the last day of the period.
        """
        with self._store.read() as work:
            tree, office = work.units.tree(), work.office.get()
        words = head_words(self._rulebooks.awards(), tree, (office.name,), min(period.last, self._today()))
        return proposals(form.grid, words, period)

    def answers(self, questions: Sequence[Question]) -> tuple[int | Decimal, ...]:
        """The figures that answer questions.

        Raises:
            DimensionForeign, Cancelled
        """
        return tuple(figure.value for figure in self._statistics.answer(questions))

    def keep(self, form: Form, ties: Sequence[Tie], name: str, issuer: str = "") -> tuple[Changes, ...]:
        """Keep the ties, and this version of the workbook as the one they are of. Two operations, each undone alone.

        Raises:
            WorkbookNameMissing, TieImpossible, StoreTrouble
        """
        changes: list[Changes] = []
        if form.kept is None or form.kept.id is None:
            changes.append(self._ties.add(form.path, name, issuer))
            workbook_id = WorkbookId(changes[0].created[0])
        else:
            workbook_id = form.kept.id
            same = form.kept.sha256 == form.grid.sha256
            if not same or (form.kept.name, form.kept.issuer) != (name, issuer):
                renamed = replace(form.kept, name=name, issuer=issuer)
                changes.append(self._ties.save(renamed, None if same else form.path))
        changes.append(self._ties.save_ties(workbook_id, [tie.kept(workbook_id) for tie in ties]))
        return tuple(changes)

    def preview(
        self, form: Form, ties: Sequence[Tie], period: Period, *, over_formulas: Collection[tuple[str, int, int]] = ()
    ) -> Outcome:
        """What filling would write, cell by cell, and what has to be known before.

        Args:
            form: the workbook.
            ties: of its cells.
            period: that is filled in.
            over_formulas: cells whose formula the clerk gives up.

        Raises:
            DimensionForeign, Cancelled
        """
        return self._planned(form, ties, period, over_formulas)[0]

    def fill(
        self,
        form: Form,
        ties: Sequence[Tie],
        period: Period,
        out: Path,
        *,
        over_formulas: Collection[tuple[str, int, int]] = (),
    ) -> Outcome:
        """Write a copy of the workbook with the figures of a period.

        Raises:
            WorkbookWithoutTies, WorkbookSuffix, WorkbookOverSource: nothing has been written.
            WorkbookTwisted, WorkbookNotKept: the file cannot be filled without harm; nothing has been written.
            NoRoomForFile, FileRefused, PlaceUnreachable, DimensionForeign, Cancelled
        """
        from thidua_desktop.reports.excel.patching import fill_copy

        if all(tie.left_alone for tie in ties):
            raise WorkbookWithoutTies(path=form.path)
        _check_target(form, out)
        outcome, fills = self._planned(form, ties, period, over_formulas)
        patches = _patches(form, fills, outcome.sums)
        with outgoing(out) as scratch:
            fill_copy(
                form.opened.data,
                patches,
                scratch,
                name=form.grid.name,
                counts=form.grid.has_formulas,
                formula_gone=any(fill.over_formula for fill in fills),
            )
        return Outcome(outcome.changes, outcome.sums, outcome.findings, out)

    def _as_kept(self, path: Path, opened: OpenedBook, kept: Workbook) -> Form:
        if kept.id is None:
            return Form(path, opened)
        ties, unreadable = self._read_ties(kept.id)
        if kept.sha256 == opened.grid.sha256:
            found = tuple(FoundTie(tie, tie, Found.SAME) for tie in ties)
            return Form(path, opened, kept, ties, found, unreadable)
        before = self._former(kept)
        unread: tuple[Finding, ...] = ()
        if before is None:
            found = tuple(FoundTie(tie, tie, Found.SAME) for tie in ties if opened.grid.sheet(tie.sheet))
            unread = (Finding("workbook.unmatched_file"),)
        else:
            found = found_again(before, opened.grid, ties)
        placed = tuple(one.after for one in found if one.after is not None)
        if not ties or len(placed) < _ENOUGH * len(ties):
            return Form(path, opened)
        return Form(path, opened, kept, placed, found, (*unread, *unreadable, *_of_found(found)))

    def _read_ties(self, workbook_id: WorkbookId) -> tuple[tuple[Tie, ...], tuple[Finding, ...]]:
        ties: list[Tie] = []
        findings: list[Finding] = []
        for one in self._ties.ties(workbook_id):
            try:
                tie = of_kept(one)
            except AppError:
                findings.append(Finding("workbook.tie_unreadable", params={"cell": one.cell}))
                continue
            if tie is not None:
                ties.append(tie)
        return tuple(ties), tuple(findings)

    def _former(self, kept: Workbook) -> BookGrid | None:
        """The version that the ties are of; None where its file is lost."""
        from thidua_desktop.importing.workbooks import read_book

        if kept.id is None:
            return None
        try:
            return read_book(self._ties.file(kept.id)).grid
        except (FileTrouble, WorkbookFileDamaged):
            return None

    def _planned(
        self, form: Form, ties: Sequence[Tie], period: Period, over_formulas: Collection[tuple[str, int, int]]
    ) -> tuple[Outcome, tuple[CellFill, ...]]:
        asked = [tie.asks(period) for tie in ties]
        figures = iter(self.answers([question for question in asked if question is not None]))
        changes: list[CellChange] = []
        fills: list[CellFill] = []
        for tie, question in zip(ties, asked, strict=True):
            if tie.left_alone:
                continue
            sheet = form.grid.sheet(tie.sheet)
            cell = sheet.at(tie.row, tie.column) if sheet is not None else None
            value: Value = (
                next(figures) if question is not None else constant(tie.constant, cell.shape if cell else None)
            )
            over = tie.at in over_formulas
            refused = refusal(sheet, tie.row, tie.column, over_formula=over)
            changes.append(CellChange(tie, cell.text if cell else "", _shown(value), refused, question))
            if refused is None:
                gone = over and refusal(sheet, tie.row, tie.column) is Refusal.FORMULA
                fills.append(CellFill(tie.sheet, tie.row, tie.column, value, gone))
        sums = recounted(form.grid, {(one.sheet.casefold(), one.row, one.column): _counted(one.value) for one in fills})
        findings = (*form.findings, *_findings(form, ties, changes, fills))
        return Outcome(tuple(changes), sums, findings), tuple(fills)


def _check_target(form: Form, out: Path) -> None:
    suffix = ".xlsm" if "macro" in form.grid.carries else ".xlsx"
    wanted = form.path.suffix if form.path.suffix.casefold() in (".xlsx", ".xlsm") else suffix
    if out.suffix.casefold() != wanted.casefold():
        raise WorkbookSuffix(suffix=wanted.casefold())
    if out.exists() and form.path.exists() and out.samefile(form.path):
        raise WorkbookOverSource(path=out)


def _patches(
    form: Form, fills: Sequence[CellFill], sums: Mapping[tuple[str, int, int], Decimal | None]
) -> dict[str, Patch]:
    from thidua_desktop.reports.excel.patching.cells import Patch

    values: dict[str, dict[tuple[int, int], Value]] = defaultdict(dict)
    counted: dict[str, dict[tuple[int, int], Decimal | None]] = defaultdict(dict)
    for fill in fills:
        values[fill.sheet.casefold()][fill.row, fill.column] = fill.value
    for (sheet, row, column), value in sums.items():
        counted[sheet][row, column] = value
    made: dict[str, Patch] = {}
    for sheet_grid, part in zip(form.grid.sheets, form.opened.parts, strict=True):
        name = sheet_grid.name.casefold()
        if name in values or name in counted:
            made[part] = Patch(values.get(name, {}), counted.get(name, {}), form.grid.from_1904)
    return made


def _shown(value: Value) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return value if isinstance(value, str) else format(Decimal(value).normalize(), "f").replace(".", ",")


def _counted(value: Value) -> Decimal | str | None:
    if isinstance(value, date):
        return None
    return value if isinstance(value, str) else Decimal(value)


def _of_found(found: Sequence[FoundTie]) -> tuple[Finding, ...]:
    moved = [one for one in found if one.how is Found.MOVED and one.after is not None]
    named = tuple(f"{one.before.cell} → {one.after.cell}" for one in moved if one.after is not None)
    said = [Finding("workbook.ties_moved", params={"count": len(moved), "cells": _listed(named)})] if moved else []
    gone = (one for one in found if one.how is Found.GONE)
    return (*said, *(Finding("workbook.tie_gone", Severity.BLOCKING, {"cell": one.before.cell}) for one in gone))


def _findings(
    form: Form, ties: Sequence[Tie], changes: Sequence[CellChange], fills: Sequence[CellFill]
) -> tuple[Finding, ...]:
    found = [
        Finding(
            f"workbook.refused_{one.refusal.value}",
            Severity.BLOCKING,
            {"cell": _address(form, one.tie.sheet, one.tie.cell)},
        )
        for one in changes
        if one.refusal is not None
    ]
    tied = {(tie.sheet.casefold(), tie.row, tie.column) for tie in ties}
    sheets = {tie.sheet.casefold() for tie in ties}
    untied = [
        _address(form, sheet.name, one.cell)
        for sheet in form.grid.sheets
        if sheet.name.casefold() in sheets and not sheet.hidden
        for one in cells_of(sheet)
        if not one.formula and (sheet.name.casefold(), one.row, one.column) not in tied
    ]
    if untied:
        params = {"count": len(untied), "cells": _listed(tuple(untied))}
        found.append(Finding("workbook.untied", Severity.BLOCKING, params))
    gone = tuple(_address(form, fill.sheet, fill.cell) for fill in fills if fill.over_formula)
    if gone:
        found.append(Finding("workbook.formula_gone", params={"count": len(gone), "cells": _listed(gone)}))
    return (*found, *_locked(form, fills), *_carried(form.grid))


def _locked(form: Form, fills: Sequence[CellFill]) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for sheet in form.grid.sheets:
        cells = tuple(
            reference(fill.row, fill.column)
            for fill in fills
            if fill.sheet.casefold() == sheet.name.casefold() and sheet.at(fill.row, fill.column).locked
        )
        if sheet.protected and cells:
            params = {"sheet": sheet.name, "count": len(cells), "cells": _listed(cells)}
            found.append(Finding("workbook.locked", Severity.WARNING, params))
    return tuple(found)


def _carried(book: BookGrid) -> tuple[Finding, ...]:
    found: list[Finding] = []
    if book.signed:
        found.append(Finding("workbook.signature"))
    if "pivot" in book.carries:
        found.append(Finding("workbook.pivot", Severity.INFO))
    return tuple(found)


def _address(form: Form, sheet: str, cell: str) -> str:
    """A cell as Excel writes it: with its sheet before it where the workbook has more sheets than one to look at."""
    return f"{sheet}!{cell}" if sum(not one.hidden for one in form.grid.sheets) > 1 else cell


def _listed(cells: tuple[str, ...]) -> str:
    named = ", ".join(cells[:_MOST_NAMED])
    return f"{named} …" if len(cells) > _MOST_NAMED else named
