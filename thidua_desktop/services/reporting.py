"""Papers of the office: gather the data, build the report, write the file whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain import periods
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.history import Entry
from thidua_desktop.domain.ids import ApprovalId, PlanId, TaskId
from thidua_desktop.domain.plans import Role
from thidua_desktop.domain.results import UnitWork, work_of_units
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders.adjustment_list import adjustment_list
from thidua_desktop.reports.builders.letters import Letter
from thidua_desktop.reports.builders.plan_annex import plan_annex
from thidua_desktop.reports.builders.plan_body import annexes_in
from thidua_desktop.reports.builders.plan_document import plan_document
from thidua_desktop.reports.builders.plan_list import plan_list
from thidua_desktop.reports.builders.quarter_results import quarter_results
from thidua_desktop.reports.builders.quarter_schedule import quarter_schedule
from thidua_desktop.reports.builders.todo_list import todo_list
from thidua_desktop.reports.builders.unit_lists import unit_lists
from thidua_desktop.reports.builders.urging_letter import urging_letter
from thidua_desktop.reports.builders.wall_page import month_page, quarter_page
from thidua_desktop.reports.builders.week_schedule import week_schedule
from thidua_desktop.reports.builders.year_calendar import year_calendar
from thidua_desktop.reports.model import Paper
from thidua_desktop.services.adjustments import AdjustmentService
from thidua_desktop.services.commemorations import CommemorationService
from thidua_desktop.services.outgoing import outgoing
from thidua_desktop.services.report_files import FormatNotOffered, refuse_format, write_report
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import papers

__all__ = ["Format", "FormatNotOffered", "Letter", "Paper", "ReportingService", "UnitWork"]


class ReportingService:
    """Writes papers. Each method gives the path that it wrote; a failure leaves a former file as it was.

    All may raise ``FormatNotOffered`` for a format that the paper does not come in, and ``GlyphMissing`` for a text
    that cannot be printed.
    """

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today
        self._adjustments, self._days = AdjustmentService(store), CommemorationService(store).calendar

    def plan_document(self, plan_id: PlanId, out: Path, format: Format, *, with_annex: bool = False) -> Path:
        """A plan as a whole document (PDF, Word); with ``with_annex`` its tasks follow as an annex in the same file.

        Items whose tasks lie in the trash are left out.

        Raises:
            RecordMissing: no such plan.
        """
        refuse_format(format, Format.XLSX)
        with self._store.read() as work:
            plan, office = work.plans.get(plan_id), work.office.get()
            parts, tasks = work.parts.of_plan(plan_id), work.tasks.of_plan(plan_id)
            gone = {task.part_id for task in work.tasks.trashed(plan_id)} - {task.part_id for task in tasks}
        parts = tuple(part for part in parts if part.role is not Role.TASK or part.id not in gone)
        before = annexes_in(parts)
        annexes = (plan_annex(plan, tasks, ordinal=before + 1 if before else None),) if with_annex else ()
        return write_report(plan_document(plan, parts, tasks, office, annexes=annexes), out, format)

    def plan_annex(self, plan_id: PlanId, out: Path, format: Format) -> Path:
        """The tasks of a plan: as its annex (PDF, Word) or as a flat list with all their fields (Excel).

        Raises:
            RecordMissing: no such plan.
        """
        with self._store.read() as work:
            plan, tasks = work.plans.get(plan_id), work.tasks.of_plan(plan_id)
        if format is not Format.XLSX:
            return write_report(plan_annex(plan, tasks), out, format)
        from thidua_desktop.reports.excel import plain

        with outgoing(out) as scratch:
            plain.write(plan_list(plan, tasks, self._today()), plan.title, scratch)
        return out

    def annex_table(self, plan_id: PlanId, out: Path, format: Format) -> Path:
        """The annex of a plan with its seven columns (TT … Ghi chú), in Excel too.

        Raises:
            RecordMissing: no such plan.
        """
        with self._store.read() as work:
            plan, tasks = work.plans.get(plan_id), work.tasks.of_plan(plan_id)
        return write_report(plan_annex(plan, tasks), out, format)

    def adjustments(self, plan_id: PlanId, out: Path, format: Format, *, approval_id: ApprovalId | None = None) -> Path:
        """What has changed of a plan since its last approval, or what one approved adjustment brought.

        PDF, Word and Excel.

        Raises:
            RecordMissing: no such plan.
        """
        found = self._adjustments.of_plan(plan_id, approval_id)
        with self._store.read() as work:
            plan = work.plans.get(plan_id)
        return write_report(adjustment_list(plan, found), out, format)

    def quarter_schedule(self, year: int, quarter: int, out: Path, format: Format) -> Path:
        """The work schedule of a quarter (PDF, Word), with the tasks that last all year."""
        office, tasks = self._of_year(year)
        wanted = [task for task in tasks if task.quarter in (quarter, None)]
        refuse_format(format, Format.XLSX)
        return write_report(quarter_schedule(office, year, quarter, wanted, self._today()), out, format)

    def week_schedule(self, day: date, out: Path, format: Format) -> Path:
        """The work schedule of the week around a day (PDF, Word, Excel), with what is late from before."""
        with self._store.read() as work:
            office = work.office.get()
            tasks = [task for year in (day.year - 1, day.year, day.year + 1) for task in work.tasks.of_year(year)]
        return write_report(week_schedule(office, day, tasks, self._days(), today=self._today()), out, format)

    def month_wall(self, year: int, month: int, out: Path, paper: Paper) -> Path:
        """A month for the wall (PDF)."""
        office, tasks = self._of_year(year)
        return write_report(month_page(office, year, month, tasks, self._days(), paper=paper), out, Format.PDF)

    def quarter_wall(self, year: int, quarter: int, out: Path, paper: Paper) -> Path:
        """A quarter for the wall (PDF): one A3 page, or an A4 page for each month; lists follow where days are full."""
        office, tasks = self._of_year(year)
        return write_report(quarter_page(office, year, quarter, tasks, self._days(), paper=paper), out, Format.PDF)

    def todo_list(self, year: int, quarter: int | None, out: Path, format: Format) -> Path:
        """What is still to be done (PDF, Word, Excel): of a year, or up to the end of a quarter."""
        office, tasks = self._of_year(year)
        if quarter is not None:
            last = periods.last_day_of_quarter(year, quarter)
            tasks = [task for task in tasks if task.deadline <= last]
        title = papers.quarter_in_text(quarter, year)
        return write_report(todo_list(office, tasks, self._days(), title=title, today=self._today()), out, format)

    def unit_lists(self, year: int, quarter: int | None, out: Path, format: Format, *, unit: str | None = None) -> Path:
        """What each unit, or one, leads, coordinates and owes (PDF, Word, Excel): a paper for each."""
        office, tasks = self._of_year(year)
        wanted = [task for task in tasks if quarter is None or task.quarter in (quarter, None)]
        title = papers.quarter_in_text(quarter, year)
        return write_report(unit_lists(office, wanted, title=title, today=self._today(), unit=unit), out, format)

    def results(self, year: int, quarter: int | None, out: Path, format: Format) -> Path:
        """How the work of a quarter, or of a year, came out (PDF, Word, Excel), with the sums of each unit.

        Work that lasts all year is judged with the last quarter.
        """
        office, tasks = self._of_year(year)
        counted = (quarter, None) if quarter == periods.QUARTERS[-1] else (quarter,)
        wanted = [task for task in tasks if quarter is None or task.quarter in counted]
        return write_report(quarter_results(office, year, quarter, wanted, self._today()), out, format)

    def urging_letters(self, letters: Sequence[tuple[Letter, Sequence[TaskId]]], out: Path, format: Format) -> Path:
        """Letters that urge units about tasks (PDF, Word), each from a page of its own, in one file.

        What was urged is kept by ``UrgingService``; this only writes.

        Raises:
            RecordMissing: one of the tasks is not there.
        """
        refuse_format(format, Format.XLSX)
        today = self._today()
        with self._store.read() as work:
            office = work.office.get()
            made = [
                urging_letter(office, letter, [(task, work.plans.get(task.plan_id)) for task in tasks], today=today)
                for letter, tasks in ((letter, [work.tasks.get(task_id) for task_id in ids]) for letter, ids in letters)
            ]
        first, *others = made
        return write_report(replace(first, annexes=tuple(others)), out, format)

    def owing(self, year: int) -> tuple[UnitWork, ...]:
        """The units that owe something in a year, other than the office itself."""
        office, tasks = self._of_year(year)
        own = fold(office.name)
        return tuple(each for each in work_of_units(tasks, self._today()) if each.owes and fold(each.unit) != own)

    def calendar(self, year: int, out: Path, format: Format) -> Path:
        """The year's tasks: a page for each quarter (PDF, Word), or entries for a calendar program (.ics)."""
        refuse_format(format, Format.XLSX)
        if format is Format.ICS:
            return self._calendar_file(year, out)
        office, tasks = self._of_year(year)
        return write_report(year_calendar(office, year, tasks, self._today()), out, format)

    def _calendar_file(self, year: int, out: Path) -> Path:
        from thidua_desktop.reports import calendar_file

        with self._store.read() as work:
            tasks, first = work.tasks.of_year(year), work.journal.first()
            revisions = work.journal.revisions(Kind.TASK)
        source = calendar_file.Source(_identity(first), revisions)
        with outgoing(out) as scratch:
            calendar_file.write(source, year, tasks, self._days(), scratch)
        return out

    def _of_year(self, year: int) -> tuple[Office, Sequence[Task]]:
        with self._store.read() as work:
            return work.office.get(), work.tasks.of_year(year)


def _identity(first: Entry | None) -> str:
    """What tells an office file and its copies from all others: the moment at which it was begun, and by whom."""
    words = f"{first.at.isoformat()} {first.who} {first.operation}" if first is not None else ""
    return sha256(words.encode()).hexdigest()[:12]
