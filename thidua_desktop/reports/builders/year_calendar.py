"""The year at a glance: a page for each quarter, its three months side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from thidua_desktop.domain import periods
from thidua_desktop.domain.tasks import OPEN_STATES, Task
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    Align,
    Block,
    Column,
    GroupRow,
    HeadCell,
    Heading,
    HeadingLine,
    Paragraph,
    Report,
    Row,
    Style,
    Table,
)
from thidua_desktop.wording import formats, labels, papers, task_cells

_WIDTH = A4_LANDSCAPE.text_width / 3


def year_calendar(office: Office, year: int, tasks: Sequence[Task], today: date) -> Report:
    """The calendar of a year. Tasks whose month is open stand below the months of their quarter, read line by line;
    tasks of the whole year below those of the last quarter."""
    title = f"LỊCH CÔNG VIỆC THI ĐUA, KHEN THƯỞNG NĂM {year}"
    state = f"({_named(office)}tình trạng tính đến ngày {formats.day_in_text(today)})"
    blocks: list[Block] = []
    ordered = sorted((task for task in tasks if task.year == year), key=_by_deadline)
    for quarter in periods.QUARTERS:
        lines = (HeadingLine(title), HeadingLine(papers.quarter_of_year(quarter, year)))
        blocks.append(Heading((*lines, HeadingLine(state, Style.ITALIC)), rule=False, new_page=quarter > 1))
        blocks.extend(_quarter(ordered, year, quarter, today))
    return Report(title, tuple(blocks), A4_LANDSCAPE)


def _quarter(tasks: Sequence[Task], year: int, quarter: int, today: date) -> Iterator[Block]:
    months = periods.months_of(quarter)
    rows: list[Row | GroupRow] = [
        Row(cells)
        for cells in zip_longest(
            *([_entry(task, today) for task in tasks if task.month == month] for month in months), fillvalue=""
        )
    ]
    open_month = [task for task in tasks if task.quarter == quarter and task.month is None]
    rows.extend(_lane("TRONG QUÝ (CHƯA ĐỊNH THÁNG)", open_month, today))
    if quarter == periods.QUARTERS[-1]:
        rows.extend(_lane("CẢ NĂM", [task for task in tasks if task.quarter is None], today))
    if rows:
        header = tuple(HeadCell(f"Tháng {month}") for month in months)
        yield Table((Column(_WIDTH),) * 3, (header,), tuple(rows))
    else:
        empty = f"{labels.quarter(quarter)} năm {year} chưa có nhiệm vụ nào."
        yield Paragraph(empty, Align.CENTER, Style.ITALIC)


def _lane(name: str, tasks: Sequence[Task], today: date) -> Iterator[Row | GroupRow]:
    if tasks:
        yield GroupRow(name)
    for start in range(0, len(tasks), 3):
        entries = [_entry(task, today) for task in tasks[start : start + 3]]
        yield Row((*entries, *[""] * (3 - len(entries))))


def _entry(task: Task, today: date) -> str:
    """``15/6: Báo cáo sơ kết … (Sở Nội vụ; quá hạn)``."""
    when = f"{formats.day_in_text(task.due).rpartition('/')[0]}: " if task.due is not None else ""
    seen = task.standing(today)
    about = list(task.lead[:1])
    if task.state not in OPEN_STATES or seen.value != task.state.value:
        about.append(task_cells.standing_label(task, today).lower())
    tail = f" ({'; '.join(about)})" if about else ""
    return f"{when}{task.text.rstrip(' .;')}{tail}"


def _named(office: Office) -> str:
    return f"{office.name}, " if office.name else ""


def _by_deadline(task: Task) -> tuple[date, int, int]:
    return task.deadline, task.plan_id, task.position
