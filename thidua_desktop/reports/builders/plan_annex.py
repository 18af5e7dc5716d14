"""Phụ lục: the tasks of a plan, as attached to it (NĐ 30/2020/NĐ-CP, model 2.1: no letterhead, no signature)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.schedules import by_quarter
from thidua_desktop.domain.tasks import Task
from thidua_desktop.reports.builders import columns
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    Align,
    GroupRow,
    Heading,
    HeadingLine,
    Paragraph,
    Report,
    Row,
    Style,
)
from thidua_desktop.wording import papers, task_cells

_COLUMNS = (
    columns.Heading("TT", 11, Align.CENTER),
    columns.Heading("Nội dung", 82, share=3),
    columns.Heading("Chủ trì", 38, empty=25, share=2),
    columns.Heading("Phối hợp", 42, empty=25, share=2),
    columns.Heading("Sản phẩm", 32, empty=22, share=1),
    columns.Heading("Thời gian", 28, Align.CENTER),
    columns.Heading("Ghi chú", 24, empty=20),
)


def plan_annex(plan: Plan, tasks: Sequence[Task], *, ordinal: int | None = None) -> Report:
    """The annex of a plan, grouped by quarter, numbered through so that a task can be named by its number.

    ``ordinal`` is its place among several annexes ("Phụ lục II"); a single one has no number.
    """
    title = f"DANH MỤC NHIỆM VỤ THỰC HIỆN {papers.title_of_plan(plan.title)}"
    heading = Heading(
        (
            HeadingLine(papers.annex(ordinal)),
            HeadingLine(title),
            HeadingLine(papers.attached_to(plan.number, plan.issued_on, plan.issuer), Style.ITALIC),
        )
    )
    if not tasks:
        nothing = Paragraph(f"Kế hoạch chưa có nhiệm vụ nào{papers.END}", Align.LEFT)
        return Report(title, (heading, nothing), A4_LANDSCAPE)
    table = columns.table(_COLUMNS, tuple(_rows(tasks)))
    end = Paragraph(f"Danh mục gồm {len(tasks):02d} nhiệm vụ{papers.END}", Align.LEFT)
    return Report(title, (heading, table, end), A4_LANDSCAPE)


def _rows(tasks: Sequence[Task]) -> Iterator[Row | GroupRow]:
    number = 0
    for group in by_quarter(tasks):
        yield GroupRow(papers.quarter_of_year(group.quarter, group.year))
        for task in group.tasks:
            number += 1
            yield Row(
                (
                    number,
                    task.text,
                    task_cells.units(task.lead),
                    task_cells.units(task.coordinate),
                    task.product,
                    task_cells.time(task),
                    task.remark,  # the plan's own words; how the work goes is no part of the plan
                )
            )
