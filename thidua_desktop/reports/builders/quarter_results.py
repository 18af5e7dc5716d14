"""Kết quả thực hiện of a quarter: every task with what it has come to, then the sums of each leading unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from thidua_desktop.domain.results import Result, Tally, by_lead, days_late, result_of, tally
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders import columns
from thidua_desktop.reports.builders.quarter_schedule import sign_off
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    Align,
    Block,
    GroupRow,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Style,
)
from thidua_desktop.wording import formats, labels, papers, task_cells, work_papers

_COLUMNS = (
    columns.Heading("TT", 11, Align.CENTER),
    columns.Heading("Nội dung", 84, share=3),
    columns.Heading("Phối hợp", 34, empty=22, share=1),
    columns.Heading("Thời hạn", 26, Align.CENTER),
    columns.Heading("Ngày hoàn thành", 25, Align.CENTER),
    columns.Heading("Sản phẩm, văn bản kết quả", 40, empty=30, share=1),
    columns.Heading("Kết quả", 37, Align.CENTER),
)
_SUMS = (
    columns.Heading("TT", 11, Align.CENTER),
    columns.Heading("Đơn vị chủ trì", 92, share=1),
    columns.Heading("Tổng số", 22, Align.CENTER),
    columns.Heading("Đạt", 22, Align.CENTER),
    columns.Heading("Chậm", 22, Align.CENTER),
    columns.Heading("Chưa (quá hạn)", 28, Align.CENTER),
    columns.Heading("Chưa đến hạn", 28, Align.CENTER),
    columns.Heading("Tỷ lệ đạt", 32, Align.CENTER),
)


def quarter_results(office: Office, year: int, quarter: int | None, tasks: Sequence[Task], today: date) -> Report:
    """The results of a quarter, or of the year where ``quarter`` is None, as of ``today``.

    Đạt, chậm and chưa are computed from deadline and day of completion; cancelled work and work carried over is
    listed and not counted.
    """
    when = papers.quarter_of_year(quarter, year)
    blocks: list[Block] = [
        Letterhead(office.name, office.superior, office.place),
        Heading(
            (
                HeadingLine(work_papers.RESULT_TITLE),
                HeadingLine(when),
                HeadingLine(work_papers.as_of(today), Style.ITALIC),
            )
        ),
    ]
    if tasks:
        ordered = sorted(tasks, key=lambda task: (task.deadline, task.plan_id, task.position))
        blocks.append(columns.table(_COLUMNS, tuple(_rows(ordered, today))))
        blocks.append(Paragraph(work_papers.RESULT_SUMS, Align.CENTER, Style.BOLD, keep=True))
        blocks.append(columns.table(_SUMS, tuple(_sums(ordered, today))))
        blocks.append(Paragraph(work_papers.COUNTED_ONCE, style=Style.ITALIC))
    else:
        nothing = f"{papers.quarter_in_text(quarter, year)} chưa có nhiệm vụ nào{papers.END}"
        blocks.append(Paragraph(nothing, Align.LEFT))
    blocks.append(sign_off(office))
    return Report(f"{work_papers.RESULT_TITLE} {when}", tuple(blocks), A4_LANDSCAPE)


def _rows(tasks: Sequence[Task], today: date) -> Iterator[Row | GroupRow]:
    number = 0
    for unit, members in by_lead(tasks):
        yield GroupRow(unit or work_papers.NO_LEAD)
        for task in members:
            number += 1
            found = result_of(task, today)
            yield Row(
                (
                    number,
                    task.text,
                    task_cells.units(task.coordinate),
                    task.due or papers.time_of(task.year, task.quarter, task.month, None),
                    task.completed_on,
                    "\n".join(filter(None, (task.product, task.evidence))),
                    work_papers.result(found, days_late(task, today), labels.task_state(task)),
                )
            )


def _sums(tasks: Sequence[Task], today: date) -> Iterator[Row]:
    for order, (unit, members) in enumerate(by_lead(tasks), start=1):
        yield _sum(order, unit or work_papers.NO_LEAD, tally(members, today))
    yield _sum(None, work_papers.TOTAL, tally(tasks, today))


def _sum(order: int | None, name: str, found: Tally) -> Row:
    counted = (Result.IN_TIME, Result.LATE, Result.MISSED, Result.RUNNING)
    rate = formats.percent(found.of(Result.IN_TIME), found.due)
    cells = (order, name, found.total, *(found.of(result) for result in counted), rate)
    return Row(cells, bold=order is None)
