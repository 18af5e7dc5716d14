"""The tasks of a plan as a flat list: every field in a column of its own, days as days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.schedules import by_quarter
from thidua_desktop.domain.tasks import Task
from thidua_desktop.reports.model import Align, Column, HeadCell, Row, Table
from thidua_desktop.wording import labels, task_cells

_COLUMNS = (
    ("TT", Column(11, Align.CENTER)),
    ("Quý", Column(18, Align.CENTER)),
    ("Tháng", Column(16, Align.CENTER)),
    ("Nội dung", Column(95)),
    ("Chủ trì", Column(40)),
    ("Phối hợp", Column(40)),
    ("Sản phẩm", Column(40)),
    ("Thời gian", Column(30, Align.CENTER)),
    ("Bắt đầu", Column(26, Align.CENTER)),
    ("Hạn hoàn thành", Column(26, Align.CENTER)),
    ("Tình trạng", Column(30, Align.CENTER)),
    ("Tiến độ (%)", Column(18, Align.CENTER)),
    ("Ngày hoàn thành", Column(26, Align.CENTER)),
    ("Văn bản kết quả", Column(40)),
    ("Lý do chậm", Column(40)),
    ("Số kế hoạch", Column(30)),
    ("Ghi chú", Column(40)),
)


def plan_list(plan: Plan, tasks: Sequence[Task], today: date) -> Table:
    """A row for each task, in order of time; states as of ``today``."""
    ordered = [task for group in by_quarter(tasks) for task in group.tasks]
    return Table(
        tuple(column for _, column in _COLUMNS),
        (tuple(HeadCell(name) for name, _ in _COLUMNS),),
        tuple(_row(number, plan, task, today) for number, task in enumerate(ordered, start=1)),
    )


def _row(number: int, plan: Plan, task: Task, today: date) -> Row:
    return Row(
        (
            number,
            labels.quarter(task.quarter),
            task.month,
            task.text,
            "; ".join(task.lead),
            "; ".join(task.coordinate),
            task.product,
            task_cells.time(task),
            task.starts,
            task.due,
            task_cells.standing_label(task, today),
            task.progress,
            task.completed_on,
            task.evidence,
            task.delay_reason,
            plan.number,
            task.note or task.remark,
        )
    )
