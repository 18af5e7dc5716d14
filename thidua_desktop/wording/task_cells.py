"""How a task's fields read in the cells of papers and workbooks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_desktop.domain.tasks import Standing, Task
from thidua_desktop.wording import formats, labels, papers


def units(names: Sequence[str]) -> str:
    """One unit as it is; several on lines of their own, each after a hyphen."""
    if len(names) < 2:
        return "".join(names)
    return "\n".join(f"- {name}" for name in names)


def time(task: Task) -> str:
    """When the task is due, with its first day and how often it comes back where the plan says so."""
    due = papers.time_of(task.year, task.quarter, task.month, task.due)
    if task.starts is not None and task.starts != task.due:
        due = f"{formats.day_in_text(task.starts)} - {due}"
    return f"{due} ({labels.of(task.recurrence).lower()})" if task.recurrence is not None else due


def standing_label(task: Task, today: date) -> str:
    """The state as the day makes it; conditional work whose case did not come is "Không phát sinh", not "Hủy"."""
    seen = task.standing(today)
    return labels.task_state(task) if seen is Standing.CANCELLED else labels.of(seen)


def standing(task: Task, today: date) -> str:
    """The state as the day makes it: with the percentage while work goes on, with the day when it is done."""
    seen, label = task.standing(today), standing_label(task, today)
    if seen in (Standing.DONE, Standing.DONE_LATE) and task.completed_on is not None:
        return f"{label} ({formats.day_in_text(task.completed_on)})"
    return f"{label} ({task.progress}%)" if task.progress and seen not in _ENDED else label


def details(task: Task) -> str:
    """What stands in brackets behind a task in running text: who, with whom, when, what comes of it."""
    said = []
    if task.lead:
        said.append(f"chủ trì: {', '.join(task.lead)}")
    if task.coordinate:
        said.append(f"phối hợp: {', '.join(task.coordinate)}")
    if task.due is not None:
        said.append(f"hoàn thành trước ngày {formats.day_in_text(task.due)}")
    elif task.month is not None:
        said.append(f"trong tháng {task.month}")
    if task.product:
        said.append(f"sản phẩm: {task.product}")
    return "; ".join(said)


def remarks(task: Task) -> str:
    """What the plan says of the time besides a day, why it is late, and the clerk's note."""
    said = (task.remark, task.delay_reason, task.state_reason, task.note)
    return "; ".join(dict.fromkeys(text for text in said if text))


_ENDED = (Standing.DONE, Standing.DONE_LATE, Standing.CANCELLED, Standing.CARRIED_OVER)
