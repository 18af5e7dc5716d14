"""What goes up to superiors: figures entered by hand, reports as they were sent, workbooks that superiors want."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import HandFigureId, SentReportId, WorkbookId, WorkbookTieId
from thidua_desktop.domain.statistics.periods import Period, free


class HandFigureImpossible(AppError):
    """A figure that is no number, below 0, or larger than any office has."""

    code = "hand_figure.impossible"


LARGEST = Decimal(10) ** 15
"""A quadrillion: above it there are no figures of an office, đồng included."""


@dataclass(frozen=True, slots=True)
class HandFigure:
    """A figure of a form that the program cannot count, for one period; the code of its row and of its column."""

    form: str
    first: date
    last: date
    row: str
    column: str
    value: Decimal
    note: str = ""
    id: HandFigureId | None = None

    @property
    def period(self) -> Period:
        """The period it belongs to."""
        return free(self.first, self.last)

    def check(self) -> None:
        """Refuse what no form can hold.

        Raises:
            HandFigureImpossible
        """
        if not self.value.is_finite() or not 0 <= self.value < LARGEST:
            raise HandFigureImpossible(row=self.row, column=self.column)


class SentToMissing(AppError):
    """Nobody can tell later whom a report went to."""

    code = "sent_report.to_missing"


class SentTitleMissing(AppError):
    """A report without a name is not found again."""

    code = "sent_report.title_missing"


class SentInFuture(AppError):
    """A report cannot have been sent on a day that has not come."""

    code = "sent_report.in_future"


@dataclass(frozen=True, slots=True)
class SentReport:
    """A report as it went out. Nothing of it is ever changed: a better one is sent after it and names it."""

    kind: str
    """What it is: the code of a form (``0601.N``), ``half_year``, ``nine_months``, ``year`` or another word."""
    title: str
    first: date
    last: date
    file_name: str
    sha256: str
    size: int
    """Bytes of the file."""
    sent_on: date
    sent_to: str
    letter_number: str = ""
    who: str = ""
    """Who put it into the archive: the name of the account."""
    made_at: datetime | None = None
    """When it was put there."""
    replaces_id: SentReportId | None = None
    """The report that it was sent instead of."""
    note: str = ""
    id: SentReportId | None = None

    @property
    def period(self) -> Period:
        """The period it reports on."""
        return free(self.first, self.last)


def replaced(reports: Iterable[SentReport]) -> frozenset[SentReportId]:
    """The reports that a later one was sent instead of."""
    return frozenset(one.replaces_id for one in reports if one.replaces_id is not None)


class WorkbookNameMissing(AppError):
    """A workbook without a name is not found again."""

    code = "workbook.name_missing"


class TieImpossible(AppError):
    """A tie that names no cell, or has not exactly one of a question and a constant."""

    code = "workbook.tie_impossible"


@dataclass(frozen=True, slots=True)
class Workbook:
    """An empty workbook of a superior, kept as it came; ``sha256`` is the attachment."""

    name: str
    file_name: str
    sha256: str
    size: int
    issuer: str = ""
    note: str = ""
    id: WorkbookId | None = None


_CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")


@dataclass(frozen=True, slots=True)
class WorkbookTie:
    """What is written into a cell: the answer to a question, or a constant.

    The days of the question are those of the period that is filled in, ``periods_back`` like periods before.
    """

    workbook_id: WorkbookId
    sheet: str
    cell: str
    """As Excel names it: ``C12``."""
    question: str | None = None
    constant: str | None = None
    periods_back: int = 0
    id: WorkbookTieId | None = None

    def check(self) -> None:
        """Refuse what ties nothing.

        Raises:
            TieImpossible
        """
        named = bool(self.sheet) and _CELL.fullmatch(self.cell) is not None
        if not named or (self.question is None) == (self.constant is None) or self.periods_back < 0:
            raise TieImpossible(cell=self.cell, sheet=self.sheet)
