"""Công văn đôn đốc: a letter to one unit about what it owes (NĐ 30/2020/NĐ-CP, annex III, model 1.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders import columns
from thidua_desktop.reports.builders.letters import GAP, Letter, official_letter
from thidua_desktop.reports.model import Align, Paragraph, Report, Row
from thidua_desktop.wording import papers, work_papers

_COLUMNS = (
    columns.Heading("TT", 11, Align.CENTER),
    columns.Heading("Nhiệm vụ", 68, share=1),
    columns.Heading("Giao tại", 38, empty=20, share=1),
    columns.Heading("Thời hạn", 25, Align.CENTER),
    columns.Heading("Chậm", 23, Align.CENTER),
)


def urging_letter(office: Office, letter: Letter, tasks: Sequence[tuple[Task, Plan]], *, today: date) -> Report:
    """The letter to one unit.

    Args:
        office: who writes and signs.
        letter: to whom, and by which day an answer is asked for.
        tasks: what is urged, each with the plan that asks for it.
        today: the day on which lateness is counted.
    """
    ordered = sorted(tasks, key=lambda pair: (pair[0].deadline, pair[0].plan_id, pair[0].position))
    rows = tuple(_row(number, task, plan, today) for number, (task, plan) in enumerate(ordered, start=1))
    subject, ours = work_papers.urging_subject(today.year), papers.in_text(office.name)
    body = (
        Paragraph(work_papers.urging_opening(ours, letter.unit, today, len(rows)), before=GAP),
        columns.table(_COLUMNS, rows),
        Paragraph(f"{work_papers.urging_request(ours, letter.unit, letter.answer_by)}."),
    )
    return official_letter(office, letter, subject, body, work_papers.URGING_END)


def _row(number: int, task: Task, plan: Plan, today: date) -> Row:
    return Row(
        (
            number,
            task.text,
            work_papers.plan_of_task(plan.number, plan.issued_on, plan.title),
            papers.time_of(task.year, task.quarter, task.month, task.due),
            work_papers.late(max(0, (today - task.deadline).days)),
        )
    )
