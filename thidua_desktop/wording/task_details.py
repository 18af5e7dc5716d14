"""What is said of a task's steps, its evidence and the urging of units."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.task_details import Evidence, Step, Urging
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import formats, labels


def step(found: Step, today: date) -> str:
    """``Lấy ý kiến – Sở Tài chính – đến 15/06 (quá hạn 3 ngày)``."""
    parts = [found.text, found.unit or ""]
    if found.done_on is not None:
        parts.append(f"xong {said.day_and_month(found.done_on)}")
    elif found.due is not None:
        late = f" (quá hạn {(today - found.due).days} ngày)" if step_late(found, today) else ""
        began = f"{said.day_and_month(found.starts)} " if found.starts is not None else ""
        parts.append(f"{began}đến {said.day_and_month(found.due)}{late}".strip())
    return " – ".join(part for part in parts if part)


def step_late(found: Step, today: date) -> bool:
    """Whether the day of an open step has gone by."""
    return found.done_on is None and found.due is not None and found.due < today


def evidence(found: Evidence) -> str:
    """``125/BC-SNV ngày 18/06/2024 – Báo cáo sơ kết``, the file's name where there is nothing else."""
    number = " ngày ".join(part for part in (found.number or "", formats.day(found.issued_on)) if part)
    named = " – ".join(part for part in (number, found.title or "") if part)
    return named or found.file_name or ""


def urging(found: Urging, today: date, calendar: OfficeCalendar) -> str:
    """``15/06: Sở Tài chính – Công văn 12/SNV – hẹn 20/06, quá 3 ngày làm việc``."""
    way = " ".join(part for part in (labels.of(found.way), found.letter_number or "") if part)
    parts = [f"{said.day_and_month(found.urged_on)}: {found.unit}", way, _answer(found, today, calendar)]
    return " – ".join(part for part in (*parts, found.note or "") if part)


def urging_late(found: Urging, today: date) -> bool:
    """Whether the day for the answer has gone by without one."""
    return found.waits() and found.answer_by is not None and found.answer_by < today


def _answer(found: Urging, today: date, calendar: OfficeCalendar) -> str:
    if found.answered_on is not None:
        return f"đã trả lời {said.day_and_month(found.answered_on)}"
    if found.answer_by is None:
        return "chưa trả lời"
    day = said.day_and_month(found.answer_by)
    if urging_late(found, today):
        return f"hẹn {day}, quá {calendar.working_days(found.answer_by, today)} ngày làm việc"
    return f"hẹn {day}"


def waiting(units: Sequence[str]) -> str:
    """``Đang chờ: Sở Tài chính; Công an tỉnh``; empty where nobody is waited for."""
    return f"Đang chờ: {'; '.join(units)}" if units else ""
