"""Công văn đôn đốc: a letter to one unit about what it owes (NĐ 30/2020/NĐ-CP, annex III, model 1.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders import columns
from thidua_desktop.reports.model import (
    Align,
    Closing,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Signature,
)
from thidua_desktop.wording import papers, work_papers

_COLUMNS = (
    columns.Heading("TT", 11, Align.CENTER),
    columns.Heading("Nhiệm vụ", 68, share=1),
    columns.Heading("Giao tại", 38, empty=20, share=1),
    columns.Heading("Thời hạn", 25, Align.CENTER),
    columns.Heading("Chậm", 23, Align.CENTER),
)

_GAP = 14
"""Points above and below "Kính gửi"."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What is said in a letter besides the tasks. A missing number or day is left to the pen."""

    unit: str
    answer_by: date
    number: str | None = None
    day: date | None = None


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
    blocks = (
        Letterhead(
            office.name.upper(),
            papers.superior_line(office.superior),
            office.place,
            letter.day,
            letter.number or papers.blank_number(f"/{office.code or '………'}-TĐKT"),
            subject,
        ),
        Paragraph(work_papers.addressed(letter.unit), Align.CENTER, before=_GAP),
        Paragraph(work_papers.urging_opening(ours, letter.unit, today, len(rows)), before=_GAP),
        columns.table(_COLUMNS, rows),
        Paragraph(f"{work_papers.urging_request(ours, letter.unit, letter.answer_by)}."),
        Paragraph(f"{work_papers.URGING_END}{papers.END}"),
        Closing((_signature(office),), ("Như trên", "Lãnh đạo cơ quan (b/c)", "Lưu: VT, TĐKT")),
    )
    return Report(f"{subject} - {letter.unit}", blocks)


def _signature(office: Office) -> Signature:
    posts = tuple(post.upper() for post in office.signer_posts) or (papers.HEAD_OF_UNIT,)
    return Signature(posts, office.signer_name)


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
