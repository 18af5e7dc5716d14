"""The body of a plan that has tasks and no text of its own: purpose, the work quarter by quarter, who sees to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua_desktop.common.vietnamese import POINT_LETTERS
from thidua_desktop.domain import numbering
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.schedules import QuarterGroup, by_quarter
from thidua_desktop.domain.tasks import Task
from thidua_desktop.reports.model import Paragraph, Style
from thidua_desktop.wording import formats, papers, task_cells


def written_body(plan: Plan, tasks: Sequence[Task]) -> Iterator[Paragraph]:
    """Headings I. and II. with the tasks in Vietnamese numbering (1., a), b), c), d), đ) …)."""
    yield Paragraph(papers.plan_opening(plan.issuer, plan.year))
    yield _heading(f"{formats.roman(1)}. {papers.PLAN_WORK}")
    groups = by_quarter(tasks)
    if not groups:
        yield Paragraph(papers.NO_TASKS)
    for order, group in enumerate(groups, start=1):
        yield _heading(f"{order}. {papers.quarter_in_text(group.quarter, group.year)}")
        yield from _items(group, order)
    yield _heading(f"{formats.roman(2)}. {papers.PLAN_DUTIES}")
    yield Paragraph(papers.plan_ending(plan.year))


def _items(group: QuarterGroup, quarter: int) -> Iterator[Paragraph]:
    for order, task in enumerate(group.tasks, start=1):
        details = task_cells.details(task)
        text = task.text.strip().rstrip(" .;")
        yield Paragraph(f"{_label(order, len(group.tasks), quarter)} {text}{f' ({details})' if details else ''}.")


def _label(order: int, count: int, quarter: int) -> str:
    """a), b) … in the Vietnamese alphabet; where its 23 letters do not reach, 1.1., 1.2. … below the heading's 1."""
    if count > len(POINT_LETTERS):
        return f"{quarter}.{order}."
    return numbering.written(numbering.Style.LETTER, order, "a)")


def _heading(text: str) -> Paragraph:
    return Paragraph(text, style=Style.BOLD, keep=True)
