"""Papers of the office: gather the data, build the report, write the file whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.files import atomic_path
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.reports.builders.plan_annex import plan_annex
from thidua_desktop.reports.builders.plan_list import plan_list
from thidua_desktop.reports.builders.quarter_schedule import quarter_schedule
from thidua_desktop.reports.builders.year_calendar import year_calendar
from thidua_desktop.reports.model import Format, Report
from thidua_desktop.storage.store import Store

__all__ = ["Format", "FormatNotOffered", "ReportingService"]


class FormatNotOffered(AppError):
    """This paper is not written in that format."""

    code = "report.format_not_offered"


class ReportingService:
    """Writes papers. Each method gives the path that it wrote; a failure leaves a former file as it was."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def plan_annex(self, plan_id: PlanId, out: Path, format: Format) -> Path:
        """The tasks of a plan: as its annex (PDF, Word) or as a flat list (Excel).

        Raises:
            FormatNotOffered: another format.
            GlyphMissing: a text cannot be printed.
            RecordMissing: no such plan.
        """
        with self._store.read() as work:
            plan, tasks = work.plans.get(plan_id), work.tasks.of_plan(plan_id)
        if format is not Format.XLSX:
            return _written(plan_annex(plan, tasks), out, format)
        from thidua_desktop.reports.excel import plain

        with atomic_path(out) as scratch:
            plain.write(plan_list(plan, tasks, self._today()), plan.title, scratch)
        return out

    def quarter_schedule(self, year: int, quarter: int, out: Path, format: Format) -> Path:
        """The work schedule of a quarter (PDF, Word), with the tasks that last all year.

        Raises:
            FormatNotOffered: another format.
            GlyphMissing: a text cannot be printed.
        """
        with self._store.read() as work:
            office, tasks = work.office.get(), work.tasks.of_year(year)
        wanted = [task for task in tasks if task.quarter in (quarter, None)]
        return _written(quarter_schedule(office, year, quarter, wanted, self._today()), out, format)

    def calendar(self, year: int, out: Path, format: Format) -> Path:
        """The year's tasks: a page for each quarter (PDF, Word), or entries for a calendar program (.ics).

        Raises:
            FormatNotOffered: another format.
            GlyphMissing: a text cannot be printed.
        """
        with self._store.read() as work:
            office, tasks = work.office.get(), work.tasks.of_year(year)
        if format is not Format.ICS:
            return _written(year_calendar(office, year, tasks, self._today()), out, format)
        from thidua_desktop.reports import calendar_file

        with atomic_path(out) as scratch:
            calendar_file.write(office, year, tasks, scratch)
        return out


def _written(report: Report, out: Path, format: Format) -> Path:
    writer = _writer(format)
    with atomic_path(out) as scratch:
        writer(report, scratch)
    return out


def _writer(format: Format) -> Callable[[Report, Path], None]:
    """The writer of a format; its library is loaded now, not when the program starts."""
    match format:
        case Format.PDF:
            from thidua_desktop.reports import pdf

            return pdf.write
        case Format.DOCX:
            from thidua_desktop.reports import word

            return word.write
        case _:
            raise FormatNotOffered(format=format.value)
