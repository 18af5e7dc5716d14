"""The text of a plan together with its tasks as they are now: edited ones, and those that were added in the grid."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from thidua_desktop.common.vietnamese import POINT_LETTERS, fold
from thidua_desktop.domain import numbering, plan_tree
from thidua_desktop.domain.plans import BY_HAND, PlanPart, Role
from thidua_desktop.domain.tasks import Task
from thidua_desktop.reports.texts import printable
from thidua_desktop.wording import task_cells

_SIGNS = re.compile(r"[\W_]+")


def with_tasks(
    parts: Sequence[PlanPart], tasks: Iterable[Task], elsewhere: Sequence[PlanPart] = ()
) -> tuple[PlanPart, ...]:
    """The body of a plan with what the clerk has changed in its tasks.

    An item says what its one task says now; a task without an item of its own becomes the last item below its
    heading, below the heading that names its quarter, or at the end of the work.

    Args:
        parts: the body, or an annex.
        tasks: all of the plan.
        elsewhere: the rest of the plan's text; a task that stands there has its place.
    """
    ordered = sorted(tasks, key=lambda task: (task.position, task.id or 0))
    found = list(parts)
    for at, part in enumerate(parts):
        own = [task for task in ordered if _stands_in(task, part)]
        if len(own) == 1 and _edited(own[0], part, _continuations(parts, at)):
            found[at] = replace(part, text=_rewritten(part, own[0]))
    loose = [task for task in ordered if not any(_stands_in(task, part) for part in (*parts, *elsewhere))]
    together = Counter((task.part_id, task.quarter) for task in loose)
    for task in loose:
        at = _place(found, task)
        lettered = together[task.part_id, task.quarter] <= len(POINT_LETTERS)
        found.insert(at, _item(found, at, task, lettered=lettered))
    return tuple(found)


def _stands_in(task: Task, part: PlanPart) -> bool:
    if part.role is Role.HEADING:
        return False
    if task.part_id is not None and part.id is not None:
        return task.part_id == part.id
    return task.source is not None and task.source != BY_HAND and task.source.block == part.source.block


def _edited(task: Task, part: PlanPart, after: Sequence[PlanPart]) -> bool:
    """Whether the task says something that its item does not; words left out at reading are no change.

    Where the item goes on over several lines or rows of the source, their words stand in another order than those of
    the task, so they are only counted.
    """
    if "".join(_words(task.text)) in "".join(_words(part.text)):
        return False
    whole = " ".join(each.text for each in (part, *after))
    return not after or bool(Counter(_words(task.text)) - Counter(_words(whole)))


def _continuations(parts: Sequence[PlanPart], at: int) -> tuple[PlanPart, ...]:
    """The parts without a number of their own that follow an item."""
    rest = parts[at + 1 :]
    return tuple(takewhile(lambda part: not part.label and part.role in (Role.TASK, Role.DETAIL), rest))


def _words(text: str) -> list[str]:
    return _SIGNS.sub(" ", fold(printable(text))).split()


def _rewritten(part: PlanPart, task: Task) -> str:
    if part.source.table is None:
        return f"{part.label} {task.text}" if part.label else task.text
    cells = part.text.split("\t")
    longest = max(range(len(cells)), key=lambda at: len(cells[at]))
    cells[longest] = task.text
    return "\t".join(cells)


def _place(parts: Sequence[PlanPart], task: Task) -> int:
    heading = next((at for at, part in enumerate(parts) if part.id is not None and part.id == task.part_id), None)
    if heading is None:
        heading = plan_tree.quarter_heading(parts, task.quarter)
    if heading is not None:
        below = plan_tree.span(parts, heading)
        return next((at for at in below if parts[at].role is Role.CLOSING), below.stop)
    work = [at for at, part in enumerate(parts) if part.role in (Role.TASK, Role.DETAIL)]
    if work:
        return work[-1] + 1
    text = [at for at, part in enumerate(parts) if part.role in plan_tree.BODY_ROLES and part.role is not Role.CLOSING]
    return text[-1] + 1 if text else len(parts)


def _item(parts: Sequence[PlanPart], at: int, task: Task, *, lettered: bool) -> PlanPart:
    above = parts[at - 1] if at else None
    if above is not None and above.source.table is not None:
        return _table_row(above, task)
    text = task.text.strip().rstrip(" .;")
    details = task_cells.details(task)
    label = _label(parts, at, lettered=lettered)
    words = f"{text} ({details})." if details else f"{text}."
    return PlanPart(Role.TASK, f"{label} {words}" if label else words, BY_HAND, label=label)


def _label(parts: Sequence[PlanPart], at: int, *, lettered: bool) -> str | None:
    """The next label of the items above.

    Below a heading that has none yet: a) where the heading is a khoản ("1.") and the 23 letters reach for all that
    comes below it, a bullet otherwise.
    """
    if not at:
        return "-"
    if parts[at - 1].role is Role.HEADING:
        counted = numbering.style_of(parts[at - 1].label) is numbering.Style.NUMBER
        return "a)" if counted and lettered else "-"
    if not parts[at - 1].label:
        return parts[at - 1].label
    return plan_tree.label_at(parts, at, plan_tree.depths(parts)[at - 1])


def _table_row(above: PlanPart, task: Task) -> PlanPart:
    cells = [""] * (above.text.count("\t") + 1)
    first = above.text.split("\t")[0].strip()
    if first.isdecimal() and len(cells) > 1:
        cells[0] = str(int(first) + 1)
    cells[min(1, len(cells) - 1)] = task.text
    if len(cells) > 2:
        cells[2] = "; ".join((*task.lead, *task.coordinate))
    return PlanPart(Role.TASK, "\t".join(cells), above.source._replace(block=BY_HAND.block), label=cells[0] or None)
