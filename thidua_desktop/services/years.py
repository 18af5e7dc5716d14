"""Closing the books of a year, and opening them again for a reason."""

from __future__ import annotations

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.periods import YEARS
from thidua_desktop.domain.plans import PlanYearOutOfRange
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.errors import YearClosed
from thidua_desktop.storage.store import Store

__all__ = ["YearClosed", "YearOpen", "YearReasonMissing", "YearService"]

_YEAR = frozenset({Kind.YEAR})


class YearOpen(AppError):
    """The books of the year are open, so there is nothing to reopen."""

    code = "year.open"


class YearReasonMissing(AppError):
    """The books of a year are not opened again without a reason."""

    code = "year.reason_missing"


class YearService:
    """Which years are closed; the store refuses every change in those (``storage.closing_of_years``)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def closed(self) -> tuple[int, ...]:
        """The closed years, the latest first."""
        with self._store.read() as work:
            return work.years.closed()

    def close(self, year: int) -> Changes:
        """Close a year: its plans, tasks, rounds and nominations can be read and not changed from now on.

        Raises:
            YearClosed: it is closed already.
            PlanYearOutOfRange: no such year.
        """
        if year not in YEARS:
            raise PlanYearOutOfRange(value=year)
        if year in self.closed():
            raise YearClosed(year=str(year))
        with self._store.write("year.close", year=str(year)) as work:
            work.years.close(year)
        return Changes("year.close", _YEAR)

    def reopen(self, year: int, reason: str) -> Changes:
        """Open a closed year again; the reason goes to the history.

        Raises:
            YearOpen: it is not closed.
            YearReasonMissing: the reason is empty.
        """
        if year not in self.closed():
            raise YearOpen(year=str(year))
        if not squeeze(reason):
            raise YearReasonMissing(year=str(year))
        with self._store.write("year.reopen", year=str(year), reason=brief(reason)) as work:
            work.years.reopen(year, squeeze(reason))
        return Changes("year.reopen", _YEAR)
