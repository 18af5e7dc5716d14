"""Tasks as an iCalendar file (RFC 5545): an all-day entry on each deadline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar, Event

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.texts import printable
from thidua_desktop.wording import labels, papers

_PRODUCT = "-//Thi Dua Desktop//VI"
_SUMMARY_LETTERS = 120
"""Longer summaries are cut in month views; the whole text stands in the description."""


def write(office: Office, year: int, tasks: Sequence[Task], target: Path) -> None:
    """Write the calendar of a year; the same tasks give the same bytes.

    A task without a day stands on the last day of its month, quarter or year, and its summary says so. Entries keep
    their identity from one export to the next, so a calendar program changes them instead of doubling them.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", printable(f"Thi đua, khen thưởng {year}"))
    for task in sorted(tasks, key=lambda each: (each.deadline, each.plan_id, each.position)):
        calendar.add_component(_entry(office, task))
    target.write_bytes(calendar.to_ical())


def _entry(office: Office, task: Task) -> Event:
    event = Event()
    event.add("uid", f"nhiem-vu-{task.id}@{_slug(office)}.thi-dua-desktop")
    event.add("dtstamp", _stamp(task))
    event.add("dtstart", task.deadline)
    event.add("dtend", task.deadline + timedelta(days=1))  # the end of an all-day entry is the day after it
    event.add("summary", _summary(task))
    event.add("description", printable(_description(task)))
    event.add("categories", [labels.quarter(task.quarter)])
    event.add("status", "CANCELLED" if task.state is TaskState.CANCELLED else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # a deadline does not make the day busy
    return event


def _summary(task: Task) -> str:
    text = " ".join(printable(task.text).split())
    if len(text) > _SUMMARY_LETTERS:
        text = text[:_SUMMARY_LETTERS].rsplit(" ", 1)[0] + "…"
    if task.due is not None:
        return text
    return f"[{papers.time_of(task.year, task.quarter, task.month, None)}] {text}"


def _description(task: Task) -> str:
    lines = [task.text]
    if task.lead:
        lines.append(f"Chủ trì: {'; '.join(task.lead)}")
    if task.coordinate:
        lines.append(f"Phối hợp: {'; '.join(task.coordinate)}")
    if task.product:
        lines.append(f"Sản phẩm: {task.product}")
    lines.append(f"Trạng thái: {labels.of(task.state)} ({task.progress}%)")
    return "\n".join(lines)


def _stamp(task: Task) -> datetime:
    """A moment taken from the task itself, so that exporting twice gives the same file."""
    day = task.completed_on or date(task.year, 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _slug(office: Office) -> str:
    letters = fold(office.code or office.name)
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in letters) or "van-phong"
