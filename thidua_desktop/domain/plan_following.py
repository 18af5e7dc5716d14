"""What a change of a plan's text means for its tasks: they stay where they stand, under the numbers of today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.domain import plan_tree
from thidua_desktop.domain.ids import PlanPartId, TaskId
from thidua_desktop.domain.plans import PlanPart, Role
from thidua_desktop.domain.tasks import Task


def placed(tasks: Iterable[Task], parts: Sequence[PlanPart]) -> tuple[Task, ...]:
    """Tasks that have just been read, each with the part that it was read from.

    Several tasks may come from one part (an item with two days); a task that was added by hand has none.
    """
    by_block: dict[int, PlanPartId] = {}
    for part in sorted(parts, key=lambda part: part.role is not Role.TASK):
        if part.id is not None and part.source.block >= 0:
            by_block.setdefault(part.source.block, part.id)
    return tuple(
        replace(task, part_id=by_block.get(task.source.block)) if task.source is not None else task for task in tasks
    )


def followed(before: Sequence[PlanPart], after: Sequence[PlanPart], tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks that have to be saved after an edit of the text.

    A task whose heading or item has got another number has it too; one whose item is gone stands under what was above
    it; the order follows the text. What the clerk has written by hand into a task (its section, say) stays unless the
    text has changed there.

    Args:
        before: the body as it was.
        after: the body as it is now, new parts with their ids.
        tasks: all tasks of the plan in its order.
    """
    old, new = _places(before), _places(after)
    survivors = _survivors(before, new)
    moved = [_moved(task, old, new, survivors) for task in tasks]
    ordered = _in_order(moved, new) if _text_order(tasks, old) != _text_order(moved, new) else moved
    return tuple(task for task, was in zip(ordered, _originals(ordered, tasks), strict=True) if task != was)


@dataclass(frozen=True, slots=True)
class _Place:
    index: tuple[int, bool]
    """Where the task stands in the text: below a heading after all that the heading has in it."""
    section: str | None
    label: str | None
    heading: bool


_Places = Mapping[PlanPartId, _Place]


def _places(parts: Sequence[PlanPart]) -> dict[PlanPartId, _Place]:
    around, within = plan_tree.sections(parts), plan_tree.sections(parts, own=True)
    ends = plan_tree.ends(parts)
    return {
        part.id: _Place(
            (ends[at], True) if _is_heading(part) else (at, False),
            within[at] if _is_heading(part) else around[at],
            part.label,
            _is_heading(part),
        )
        for at, part in enumerate(parts)
        if part.id is not None
    }


def _is_heading(part: PlanPart) -> bool:
    """Whether tasks stand below the part, not in its place."""
    return part.role is not Role.TASK


def _survivors(before: Sequence[PlanPart], new: _Places) -> dict[PlanPartId, PlanPartId | None]:
    """For each part that is gone the nearest one above it that is still there."""
    above = plan_tree.headings(before)
    found: dict[PlanPartId, PlanPartId | None] = {}
    for at, part in enumerate(before):
        if part.id is None or part.id in new:
            continue
        outer = above[at]
        while outer is not None and before[outer].id not in new:
            outer = above[outer]
        found[part.id] = before[outer].id if outer is not None else None
    return found


def _moved(task: Task, old: _Places, new: _Places, survivors: Mapping[PlanPartId, PlanPartId | None]) -> Task:
    if task.part_id is None or task.part_id not in old:
        return task
    was = old[task.part_id]
    part_id = survivors.get(task.part_id, task.part_id)
    now = new.get(part_id) if part_id is not None else None
    if now is None:
        return replace(task, part_id=None, section=None, label=None)
    section = now.section if now.section != was.section else task.section
    label = task.label
    if part_id != task.part_id:
        label = None  # its number went with its item
    elif not now.heading and now.label != was.label:
        label = now.label
    return replace(task, part_id=part_id, section=section, label=label)


def _text_order(tasks: Iterable[Task], places: _Places) -> list[TaskId | None]:
    found = [task for task in tasks if task.part_id in places]
    return [task.id for task in sorted(found, key=lambda task: places[_part(task)].index)]


def _in_order(tasks: Sequence[Task], places: _Places) -> list[Task]:
    """The tasks in the order of the text; those without a place keep the one they have in the list."""
    slots = [at for at, task in enumerate(tasks) if task.part_id in places]
    placed_ = sorted((tasks[at] for at in slots), key=lambda task: places[_part(task)].index)
    ordered = list(tasks)
    for at, task in zip(slots, placed_, strict=True):
        ordered[at] = task
    return [replace(task, position=position) for position, task in enumerate(ordered, start=1)]


def _part(task: Task) -> PlanPartId:
    assert task.part_id is not None
    return task.part_id


def _originals(ordered: Sequence[Task], tasks: Sequence[Task]) -> list[Task]:
    by_id = {task.id: task for task in tasks}
    return [by_id[task.id] for task in ordered]
