"""Small plans typed in a test, and what is asked of them."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from thidua_desktop.domain.plans import PlanDraft
from thidua_desktop.importing.plans import parse
from thidua_desktop.importing.readers import read_text

HEAD = "KẾ HOẠCH\nCông tác thi đua, khen thưởng năm 2026\n\n"
Dated: TypeAlias = tuple[str | None, str, int | None, int | None, date | None]


def read(body: str, head: str = HEAD) -> PlanDraft:
    """The plan with this body under a plain title of 2026."""
    return parse(read_text(head + body))


def dated(draft: PlanDraft) -> list[Dated]:
    """Label, text, quarter, month and day of every task."""
    return [(task.label, task.text, task.quarter, task.month, task.due) for task in draft.tasks]


def texts(draft: PlanDraft) -> list[str]:
    """The words of every task."""
    return [task.text for task in draft.tasks]


def codes(draft: PlanDraft) -> set[str]:
    """The codes of all findings."""
    return {finding.code for finding in draft.findings}
