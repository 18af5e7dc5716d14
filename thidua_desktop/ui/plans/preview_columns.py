"""The columns of the tasks under review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from thidua_desktop.domain import review
from thidua_desktop.domain.plans import Doubt, TaskDraft
from thidua_desktop.domain.review import TEXT_DOUBTS, UNIT_DOUBTS, Line
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column, Editor
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.plans.columns import QUARTER_CHOICES
from thidua_desktop.wording import formats, labels

DROPPED = "Đã bỏ"


def line_columns(
    order_of: Callable[[Line], str], unit_names: Callable[[], Sequence[str]], year: Callable[[], int]
) -> tuple[Column[Line], ...]:
    """The columns over ``Line``.

    Args:
        order_of: the number of a kept task in the list, as beside the source.
        unit_names: names offered for chủ trì and phối hợp.
        year: the year of a day typed without one.
    """
    return (
        Column[Line]("order", "STT", order_of, 40, align=CENTER, sort_key=lambda line: line.id),
        Column[Line](
            "text",
            "Nội dung nhiệm vụ",
            lambda line: line.task.text,
            260,
            stretch=True,
            wrap=True,
            editor=Editor.LONG_TEXT,
            edit=_on(lambda task, text: _settled(replace(task, text=entry.required(text)), TEXT_DOUBTS)),
            tone=_faded,
            tooltip=_place,
        ),
        Column[Line](
            "quarter",
            "Quý",
            lambda line: labels.quarter(line.task.quarter),
            68,
            sort_key=lambda line: line.task.quarter,
            editor=Editor.CHOICE,
            choices=lambda: QUARTER_CHOICES,
            edit=_on(lambda task, text: review.in_quarter(task, entry.quarter(text))),
            tone=_faded,
        ),
        Column[Line](
            "month",
            "Tháng",
            lambda line: str(line.task.month or ""),
            56,
            align=RIGHT,
            sort_key=lambda line: line.task.month,
            edit=_on(lambda task, text: review.in_month(task, entry.whole(text, low=1, high=12))),
            hidden=True,
        ),
        Column[Line](
            "due",
            "Hạn",
            lambda line: formats.day(line.task.due),
            92,
            align=RIGHT,
            sort_key=lambda line: line.task.due,
            editor=Editor.DAY,
            edit=_on(lambda task, text: review.due_on(task, entry.day(text, year=task.year or year()))),
            tone=_faded,
        ),
        Column[Line](
            "lead",
            "Chủ trì",
            lambda line: "; ".join(line.task.lead),
            110,
            wrap=True,
            editor=Editor.SEVERAL,
            choices=unit_names,
            earlier=True,
            edit=_on(lambda task, text: _settled(replace(task, lead=entry.units(text)), UNIT_DOUBTS)),
            tone=_faded,
        ),
        Column[Line](
            "coordinate",
            "Phối hợp",
            lambda line: "; ".join(line.task.coordinate),
            96,
            wrap=True,
            editor=Editor.SEVERAL,
            choices=unit_names,
            earlier=True,
            edit=_on(lambda task, text: _settled(replace(task, coordinate=entry.units(text)), UNIT_DOUBTS)),
            tone=_faded,
        ),
        Column[Line](
            "doubts",
            "Cần xem",
            _doubts,
            168,
            chip=lambda line: line.task.doubts[0] if line.kept and line.task.doubts else None,
            sort_key=lambda line: not line.task.doubts,
            tooltip=lambda line: "\n".join(labels.of(doubt) for doubt in line.task.doubts),
        ),
        Column[Line](
            "product",
            "Sản phẩm",
            lambda line: line.task.product or "",
            110,
            wrap=True,
            earlier=True,
            edit=_on(lambda task, text: replace(task, product=entry.optional(text))),
            hidden=True,
        ),
        Column[Line](
            "remark",
            "Ghi chú",
            _remark,
            110,
            wrap=True,
            edit=_on(lambda task, text: replace(task, remark=entry.optional(text))),
            edit_text=lambda line: line.task.remark or "",
            hidden=True,
        ),
    )


def _on(change: Callable[[TaskDraft, str], TaskDraft]) -> Callable[[Line, str], Line]:
    def edit(line: Line, text: str) -> Line:
        return replace(line, task=change(line.task, text))

    return edit


def _settled(task: TaskDraft, doubts: frozenset[Doubt]) -> TaskDraft:
    return review.without_doubts(task, doubts)


def _faded(line: Line) -> Tone | None:
    return None if line.kept else Tone.MUTED


def _doubts(line: Line) -> str:
    if not line.kept or not line.task.doubts:
        return ""
    first, *more = (labels.of(doubt) for doubt in line.task.doubts)
    return f"{first} (+{len(more)})" if more else first


def _remark(line: Line) -> str:
    task = line.task
    said = (
        "Nếu có" if task.conditional else None,
        labels.of(task.recurrence) if task.recurrence else None,
        task.remark,
    )
    return "; ".join(part for part in said if part)


def _place(line: Line) -> str:
    source = line.task.source
    places = (
        f"trang {source.page}" if source.page else None,
        f"bảng {source.table}" if source.table else None,
        f"trang tính {source.sheet}" if source.sheet else None,
        f"dòng {source.row or source.line}" if source.row or source.line else None,
    )
    where = ", ".join(place for place in places if place)
    return f"{line.task.text}\n\nTrong văn bản gốc: {where}" if where else line.task.text
