"""A plan as a whole document in the layout of NĐ 30/2020/NĐ-CP (annex III, model 1.4), with its annexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua_desktop.domain.plans import Plan, PlanPart
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders import plan_body, plan_head
from thidua_desktop.reports.builders.plan_merge import with_tasks
from thidua_desktop.reports.builders.plan_written import written_body
from thidua_desktop.reports.model import A4_PORTRAIT, Block, Report


def plan_document(
    plan: Plan, parts: Sequence[PlanPart], tasks: Sequence[Task], office: Office, *, annexes: Sequence[Report] = ()
) -> Report:
    """The document of a plan.

    Args:
        plan: its head and end, as the office keeps them.
        parts: the text in reading order; without any, the body is made of the tasks, quarter by quarter.
        tasks: those of the plan.
        office: whose letterhead stands where the plan names no issuer.
        annexes: papers that go into the same file behind it.
    """
    body = plan_body.divided(parts)
    width = A4_PORTRAIT.text_width
    text: Iterator[Block] = (
        plan_body.blocks(with_tasks(body.text, tasks, body.annex), width) if body.text else written_body(plan, tasks)
    )
    if annexes:
        text = plan_body.pointed(text)
    blocks = (
        plan_head.letterhead(plan, parts, office),
        plan_head.title(plan),
        *plan_head.legal_bases(plan, parts),
        *plan_body.ended(text),
        plan_head.closing(plan, parts, office),
    )
    own = [Report(plan.title, tuple(plan_body.annex_blocks(part, width))) for part in plan_body.annexes(body.annex)]
    return Report(plan.title, blocks, A4_PORTRAIT, annexes=(*own, *annexes))
