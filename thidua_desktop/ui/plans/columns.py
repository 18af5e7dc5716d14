"""The columns of a plan's tasks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from thidua_desktop.domain.periods import QUARTERS
from thidua_desktop.domain.tasks import Standing, Task, TaskState
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column, Editor
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import formats, labels, task_cells

QUARTER_CHOICES = (*(labels.quarter(number) for number in QUARTERS), labels.quarter(None))
STATE_CHOICES = {labels.of(state): state for state in TaskState}

_LATE = (Standing.OVERDUE, Standing.DUE_SOON)


def task_columns(
    unit_names: Callable[[], Sequence[str]], products: Callable[[], Sequence[str]], today: Callable[[], date]
) -> tuple[Column[Task], ...]:
    """The columns over ``Task``.

    Args:
        unit_names: names offered for chủ trì and phối hợp.
        products: products written before.
        today: the day that lateness is judged by, and that a finished task is completed on.
    """

    def state_set(task: Task, text: str) -> Task:
        return task.moved_to(entry.choice(text, STATE_CHOICES), on=today())

    def due_tone(task: Task) -> Tone | None:
        standing = task.standing(today())
        if standing not in _LATE:
            return None
        return Tone.DANGER if standing is Standing.OVERDUE else Tone.WARNING

    return (
        Column[Task](
            "position",
            "STT",
            lambda task: str(task.position),
            44,
            align=CENTER,
            sort_key=lambda task: task.position,
            frozen=True,
        ),
        Column[Task](
            "text",
            "Nội dung nhiệm vụ",
            lambda task: task.text,
            300,
            stretch=True,
            wrap=True,
            frozen=True,
            editor=Editor.LONG_TEXT,
            edit=lambda task, text: replace(task, text=entry.required(text)),
        ),
        Column[Task](
            "quarter",
            "Quý",
            lambda task: labels.quarter(task.quarter),
            70,
            sort_key=lambda task: task.quarter,
            editor=Editor.CHOICE,
            choices=lambda: QUARTER_CHOICES,
            edit=_quarter_set,
        ),
        Column[Task](
            "month",
            "Tháng",
            lambda task: str(task.month or ""),
            58,
            align=RIGHT,
            sort_key=lambda task: task.month,
            edit=_month_set,
        ),
        Column[Task](
            "due",
            "Hạn",
            lambda task: formats.day(task.due),
            92,
            align=RIGHT,
            sort_key=lambda task: task.due,
            editor=Editor.DAY,
            tone=due_tone,
            edit=_due_set,
            tooltip=lambda task: f"Hạn chót: {formats.day(task.deadline)}",
        ),
        Column[Task](
            "lead",
            "Chủ trì",
            lambda task: "; ".join(task.lead),
            136,
            wrap=True,
            editor=Editor.SEVERAL,
            choices=unit_names,
            earlier=True,
            edit=lambda task, text: replace(task, lead=entry.units(text)),
        ),
        Column[Task](
            "coordinate",
            "Phối hợp",
            lambda task: "; ".join(task.coordinate),
            120,
            wrap=True,
            editor=Editor.SEVERAL,
            choices=unit_names,
            earlier=True,
            edit=lambda task, text: replace(task, coordinate=entry.units(text)),
        ),
        Column[Task](
            "state",
            "Tình trạng",
            lambda task: task_cells.standing_label(task, today()),
            172,
            sort_key=lambda task: list(Standing).index(task.standing(today())),
            chip=lambda task: task.standing(today()),
            editor=Editor.CHOICE,
            choices=lambda: tuple(STATE_CHOICES),
            edit=state_set,
            edit_text=lambda task: labels.of(task.state),
            tooltip=_state_told,
            other_titles=("Trạng thái",),
        ),
        Column[Task](
            "progress",
            "%",
            lambda task: f"{task.progress}",
            46,
            align=RIGHT,
            sort_key=lambda task: task.progress,
            edit=lambda task, text: replace(task, progress=entry.whole(text, low=0, high=100) or 0),
            hidden=True,
        ),
        Column[Task](
            "product",
            "Sản phẩm",
            lambda task: task.product or "",
            120,
            wrap=True,
            choices=products,
            earlier=True,
            edit=lambda task, text: replace(task, product=entry.optional(text)),
        ),
        Column[Task](
            "note",
            "Ghi chú",
            _note,
            140,
            wrap=True,
            editor=Editor.LONG_TEXT,
            edit=lambda task, text: replace(task, note=entry.optional(text)),
            edit_text=lambda task: task.note or "",
        ),
        Column[Task](
            "evidence",
            "Văn bản kết quả",
            lambda task: task.evidence or "",
            130,
            wrap=True,
            earlier=True,
            edit=lambda task, text: replace(task, evidence=entry.optional(text)),
            hidden=True,
        ),
    )


def _quarter_set(task: Task, text: str) -> Task:
    quarter = entry.quarter(text)
    if quarter == task.quarter:
        return task
    return task.placed(year=task.year, quarter=quarter, month=None, due=None)


def _month_set(task: Task, text: str) -> Task:
    month = entry.whole(text, low=1, high=12)
    if month == task.month:
        return task
    return task.placed(year=task.year, quarter=task.quarter, month=month, due=None)


def _due_set(task: Task, text: str) -> Task:
    due = entry.day(text, year=task.year)
    if due is None:
        return replace(task, due=None)
    return task.placed(year=task.year, quarter=task.quarter, month=task.month, due=due)


def _note(task: Task) -> str:
    said = [
        "Nếu có" if task.conditional else None,
        labels.of(task.recurrence) if task.recurrence else None,
        task.remark,
        task.note,
    ]
    return "; ".join(part for part in said if part)


def _state_told(task: Task) -> str:
    told = [labels.task_state(task)]
    if task.completed_on is not None:
        told.append(f"Hoàn thành ngày {formats.day(task.completed_on)}")
    if task.state_reason:
        told.append(f"Lý do: {task.state_reason}")
    if task.delay_reason:
        told.append(f"Lý do chậm: {task.delay_reason}")
    return "\n".join(told)
