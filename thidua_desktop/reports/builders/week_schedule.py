"""Lịch công tác tuần: what is due or begins on each day of a week, what the month still asks, and what is late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from thidua_desktop.domain.calendar import Place, place_of
from thidua_desktop.domain.holidays import OfficeCalendar, lunar_day
from thidua_desktop.domain.tasks import OPEN_STATES, Task
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders import columns
from thidua_desktop.reports.builders.quarter_schedule import sign_off
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    Align,
    GroupRow,
    Heading,
    HeadingLine,
    Letterhead,
    Report,
    Row,
)
from thidua_desktop.wording import calendar as days
from thidua_desktop.wording import formats, papers, task_cells, work_papers

_COLUMNS = (
    columns.Heading("TT", 11, Align.CENTER),
    columns.Heading("Nội dung công việc", 88, share=3),
    columns.Heading("Chủ trì", 42, empty=28, share=2),
    columns.Heading("Phối hợp", 38, empty=26, share=2),
    columns.Heading("Sản phẩm", 26, empty=20, share=1),
    columns.Heading("Tình trạng", 28, Align.CENTER),
    columns.Heading("Ghi chú", 24, empty=22),
)
_SATURDAY = 5


def week_schedule(office: Office, day: date, tasks: Sequence[Task], calendar: OfficeCalendar, *, today: date) -> Report:
    """The schedule of the week around ``day``, Monday to Friday; a weekend day stands in it when it is worked or
    something is due on it.

    Args:
        tasks: from which those of the week are taken; cancelled ones and those carried over are left out.
        today: the day on which states are judged.
    """
    monday = day - timedelta(days=day.weekday())
    open_tasks = [task for task in tasks if task.state in OPEN_STATES or task.completed_on is not None]
    rows = tuple(_numbered(_groups(monday, open_tasks, calendar), today))
    when = work_papers.week(monday)
    heading = Heading((HeadingLine(work_papers.WEEK_TITLE), HeadingLine(when)))
    blocks = (
        Letterhead(office.name, office.superior, office.place),
        heading,
        columns.table(_COLUMNS, rows),
        sign_off(office),
    )
    return Report(f"{work_papers.WEEK_TITLE} - {when}", blocks, A4_LANDSCAPE)


def _numbered(groups: Iterator[tuple[str, Sequence[Task], bool]], today: date) -> Iterator[Row | GroupRow]:
    number = 0
    for title, tasks, told in groups:
        if not tasks and not told:
            continue
        yield GroupRow(title)
        if not tasks:
            yield Row(("", work_papers.NO_WORK_ON_DAY, "", "", "", "", ""))
        for task in tasks:
            number += 1
            yield _row(number, task, today)


def _groups(
    monday: date, tasks: Sequence[Task], calendar: OfficeCalendar
) -> Iterator[tuple[str, Sequence[Task], bool]]:
    sunday = monday + timedelta(days=6)
    for step in range(7):
        day = monday + timedelta(days=step)
        on_day = [task for task in tasks if day in (task.due, task.starts)]
        yield _day_title(day, calendar), on_day, step < _SATURDAY or calendar.works(day)
    months = [task for task in tasks if place_of(task) is Place.MONTH and _in_month(task, monday, sunday)]
    yield papers.in_month(sunday.month, sunday.year), months, False
    late = [task for task in tasks if task.state in OPEN_STATES and task.deadline < monday]
    yield "Việc quá hạn từ các tuần trước", sorted(late, key=lambda task: task.deadline), False


def _in_month(task: Task, monday: date, sunday: date) -> bool:
    return task.state in OPEN_STATES and (task.year, task.month) in {
        (monday.year, monday.month),
        (sunday.year, sunday.month),
    }


def _day_title(day: date, calendar: OfficeCalendar) -> str:
    lunar = lunar_day(day)
    said = [days.full_lunar(lunar)] if lunar is not None else []
    off, worked = calendar.day_off(day), calendar.worked_for(day)
    if off is not None:
        said.append(days.day_off(off))
    if worked is not None:
        said.append(days.worked_for(worked))
    said.extend(days.commemoration(found, day.year) for found in calendar.commemorations(day))
    name = f"{days.weekday(day)}, ngày {formats.day_in_text(day)}"
    return f"{name} ({'; '.join(said)})" if said else name


def _row(number: int, task: Task, today: date) -> Row:
    return Row(
        (
            number,
            task.text,
            task_cells.units(task.lead),
            task_cells.units(task.coordinate),
            task.product,
            task_cells.standing(task, today),
            task_cells.remarks(task),
        )
    )
