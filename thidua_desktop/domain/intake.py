"""From a draft that the clerk has accepted to the records that the office keeps."""

from __future__ import annotations

from collections import defaultdict

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan, PlanDraft, PlanPart, Responsibility, Role, TaskDraft
from thidua_desktop.domain.tasks import Task


def tasks_from(draft: PlanDraft, plan_id: PlanId, *, plan_year: int) -> tuple[Task, ...]:
    """The tasks of a draft in its order, positions from 1; ``plan_year`` for those that name no year of their own."""
    return tuple(
        _task(task, plan_id, plan_year=plan_year, position=position) for position, task in enumerate(draft.tasks, 1)
    )


def parts_from(draft: PlanDraft) -> tuple[PlanPart, ...]:
    """The text of a draft in reading order, each standing duty whole and with its units.

    A duty may go over several blocks of the source, or share one with another duty; what is kept is one part for each.
    """
    starting: dict[int, list[Responsibility]] = defaultdict(list)
    for duty in draft.responsibilities:
        starting[duty.source.block].append(duty)
    continuing = {block for duty in draft.responsibilities for block in duty.blocks} - set(starting)
    kept: list[PlanPart] = []
    for part in draft.parts:
        if part.role is not Role.RESPONSIBILITY:
            kept.append(part)
        elif part.source.block in starting:
            kept.extend(_duty(duty, part.level) for duty in starting.pop(part.source.block))
        elif part.source.block not in continuing:
            kept.append(part)
    return tuple(kept)


def task_from_part(plan: Plan, plan_id: PlanId, part: PlanPart, *, position: int) -> Task:
    """A task for the whole year of the plan, made of a part of its text."""
    return Task(
        plan_id=plan_id,
        text=part.text,
        year=plan.year,
        label=part.label,
        lead=part.lead,
        coordinate=part.coordinate,
        position=position,
        source=part.source,
        part_id=part.id,
    )


def _task(draft: TaskDraft, plan_id: PlanId, *, plan_year: int, position: int) -> Task:
    return Task(
        plan_id=plan_id,
        text=draft.text,
        year=draft.year or (draft.due.year if draft.due else plan_year),
        quarter=draft.quarter,
        month=draft.month,
        due=draft.due,
        starts=draft.starts,
        section=draft.section,
        label=draft.label,
        lead=draft.lead,
        coordinate=draft.coordinate,
        product=draft.product,
        conditional=draft.conditional,
        recurrence=draft.recurrence,
        remark=draft.remark,
        position=position,
        source=draft.source,
    )


def _duty(duty: Responsibility, level: int) -> PlanPart:
    return PlanPart(
        role=Role.RESPONSIBILITY,
        text=duty.text,
        source=duty.source,
        level=level,
        label=duty.label,
        lead=duty.lead,
        coordinate=duty.coordinate,
    )
