"""Danh sách việc cần làm: open tasks by what asks for attention first, with boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from thidua_desktop.domain import calendar as boards
from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.tasks import OPEN_STATES, Task
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders import columns
from thidua_desktop.reports.model import (
    Align,
    Block,
    GroupRow,
    Heading,
    HeadingLine,
    Paragraph,
    Report,
    Row,
    Style,
    Tick,
)
from thidua_desktop.wording import calendar as days
from thidua_desktop.wording import papers, task_cells, work_papers

_COLUMNS = (
    columns.Heading("Xong", 13, Align.CENTER),
    columns.Heading("TT", 10, Align.CENTER),
    columns.Heading("Nội dung", 62, share=3),
    columns.Heading("Chủ trì", 30, empty=18, share=1),
    columns.Heading("Hạn", 24, Align.CENTER),
    columns.Heading("Còn lại", 26, Align.CENTER),
)


def todo_list(office: Office, tasks: Sequence[Task], calendar: OfficeCalendar, *, title: str, today: date) -> Report:
    """The open tasks: overdue, today, the next seven days, then month by month.

    Args:
        tasks: those that the list is made of; what is done or closed is left out.
        title: what they are of ("Năm 2026", "Quý II năm 2026").
    """
    lines = [HeadingLine(office.name.upper())] if office.name else []
    lines += [
        HeadingLine(work_papers.TODO_TITLE),
        HeadingLine(title),
        HeadingLine(work_papers.as_of(today), Style.ITALIC),
    ]
    wanted = [task for task in tasks if task.state in OPEN_STATES]
    blocks: list[Block] = [Heading(tuple(lines))]
    if wanted:
        blocks.append(columns.table(_COLUMNS, tuple(_rows(wanted, calendar, today))))
        blocks.append(Paragraph(f"Danh sách gồm {len(wanted):02d} việc.", Align.LEFT))
    else:
        blocks.append(Paragraph("Không còn việc nào chưa hoàn thành.", Align.LEFT))
    return Report(f"{work_papers.TODO_TITLE} - {title}", tuple(blocks))


def _rows(tasks: Sequence[Task], calendar: OfficeCalendar, today: date) -> Iterator[Row | GroupRow]:
    number = 0
    for section in boards.agenda(tasks, today):
        yield GroupRow(days.section(section))
        for task in section.tasks:
            number += 1
            left = boards.time_left(task, today, calendar)
            yield Row(
                (
                    Tick(),
                    number,
                    task.text,
                    task_cells.units(task.lead),
                    papers.time_of(task.year, task.quarter, task.month, task.due),
                    days.time_left(left) if left is not None else "",
                )
            )
