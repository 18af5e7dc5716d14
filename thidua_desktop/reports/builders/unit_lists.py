"""What each unit leads, coordinates and owes: a paper for each unit, numbered by itself, to be handed to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from thidua_desktop.domain.results import UnitWork, days_late, work_of_units
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders import columns
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    Align,
    GroupRow,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Style,
)
from thidua_desktop.wording import task_cells, work_papers

_COLUMNS = (
    columns.Heading("TT", 11, Align.CENTER),
    columns.Heading("Nội dung", 92, share=3),
    columns.Heading("Chủ trì", 38, empty=26, share=1),
    columns.Heading("Phối hợp", 36, empty=24, share=1),
    columns.Heading("Sản phẩm", 28, empty=20, share=1),
    columns.Heading("Thời gian", 26, Align.CENTER),
    columns.Heading("Tình trạng", 26, Align.CENTER),
)


def unit_lists(office: Office, tasks: Sequence[Task], *, title: str, today: date, unit: str | None = None) -> Report:
    """The papers of all units that the tasks name, or of one; each begins a page and counts its own pages.

    Args:
        title: the time that the tasks are of ("Năm 2026").
        unit: the only unit wanted, as ``work_of_units`` names it.
    """
    work = [each for each in work_of_units(tasks, today) if unit is None or each.unit == unit]
    made = [_paper(office, each, title, today) for each in work]
    if not made:
        nothing = Paragraph(f"{title} chưa có nhiệm vụ nào ghi tên đơn vị.", Align.LEFT)
        heading = Heading((HeadingLine(work_papers.UNIT_TITLE), HeadingLine(title)))
        return Report(work_papers.UNIT_TITLE, (heading, nothing), A4_LANDSCAPE)
    first, *others = made
    return Report(first.title, first.blocks, first.page, annexes=tuple(others))


def _paper(office: Office, work: UnitWork, title: str, today: date) -> Report:
    heading = Heading(
        (
            HeadingLine(f"{work_papers.UNIT_TITLE} CỦA {work.unit.upper()}"),
            HeadingLine(title),
            HeadingLine(work_papers.as_of(today), Style.ITALIC),
        )
    )
    total = work_papers.unit_total(len(work.leads), len(work.coordinates), len(work.owes))
    blocks = (
        Letterhead(office.name, office.superior, office.place),
        heading,
        columns.table(_COLUMNS, tuple(_rows(work, today))),
        Paragraph(total, Align.LEFT),
    )
    return Report(work.unit, blocks, A4_LANDSCAPE)


def _rows(work: UnitWork, today: date) -> Iterator[Row | GroupRow]:
    groups = (("I. CHỦ TRÌ", work.leads), ("II. PHỐI HỢP", work.coordinates))
    for name, tasks in groups:
        if tasks:
            yield GroupRow(name)
        for number, task in enumerate(sorted(tasks, key=_by_deadline), start=1):
            yield _row(number, task, task_cells.standing(task, today))
    if work.owes:
        yield GroupRow("III. CÒN NỢ (QUÁ HẠN HOẶC ĐANG CHỜ ĐƠN VỊ)")
    for number, task in enumerate(sorted(work.owes, key=_by_deadline), start=1):
        late = days_late(task, today)
        yield _row(number, task, f"Chậm {late} ngày" if late else "Chờ đơn vị")


def _row(number: int, task: Task, state: str) -> Row:
    return Row(
        (
            number,
            task.text,
            task_cells.units(task.lead),
            task_cells.units(task.coordinate),
            task.product,
            task_cells.time(task),
            state,
        )
    )


def _by_deadline(task: Task) -> tuple[date, int, int]:
    return task.deadline, task.plan_id, task.position
