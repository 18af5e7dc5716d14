"""Tasks as an iCalendar file (RFC 5545): an all-day entry on each deadline, with alarms while it is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from icalendar import Alarm, Calendar, Event

from thidua_desktop.domain.history import Revision
from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.tasks import OPEN_STATES, Task, TaskState
from thidua_desktop.reports.texts import printable
from thidua_desktop.wording import labels, papers

_PRODUCT = "-//Thi Dua Desktop//VI"
_SUMMARY_LETTERS = 120
"""Longer summaries are cut in month views; the whole text stands in the description."""
_ALARM_HOUR = 8
_DAYS_AHEAD = 3
"""Working days before the deadline on which the first alarm rings; the second rings on the last day worked."""


@dataclass(frozen=True, slots=True)
class Source:
    """The office file that the tasks come from.

    ``identity`` tells the file and its copies from every other one: entries keep their identifiers whatever the
    office is called. ``revisions`` say how often a task has been written, so that calendar programs take over what
    has changed since the last export.
    """

    identity: str
    revisions: Mapping[int, Revision] = field(default_factory=dict)


def write(source: Source, year: int, tasks: Sequence[Task], calendar: OfficeCalendar, target: Path) -> None:
    """Write the calendar of a year; the same tasks give the same bytes.

    A task without a day stands on the last day of its month, quarter or year, and its summary says so. Open tasks
    ring at 8:00 three working days before the deadline and on the last day worked up to it.
    """
    written = Calendar()
    written.add("prodid", _PRODUCT)
    written.add("version", "2.0")
    written.add("calscale", "GREGORIAN")
    written.add("x-wr-calname", printable(f"Thi đua, khen thưởng {year}"))
    for task in sorted(tasks, key=lambda each: (each.deadline, each.plan_id, each.position)):
        written.add_component(_entry(source, task, calendar))
    target.write_bytes(written.to_ical())


def _entry(source: Source, task: Task, calendar: OfficeCalendar) -> Event:
    revision = source.revisions.get(task.id or 0)
    summary = _summary(task)
    event = Event()
    event.add("uid", f"nhiem-vu-{task.id}.{source.identity}@thi-dua-desktop")
    event.add("dtstamp", _stamp(task, revision))
    if revision is not None:
        event.add("last-modified", revision.last.astimezone(UTC).replace(microsecond=0))
        event.add("sequence", revision.times - 1)
    event.add("dtstart", task.deadline)
    event.add("dtend", task.deadline + timedelta(days=1))  # the end of an all-day entry is the day after it
    event.add("summary", summary)
    event.add("description", printable(_description(task)))
    event.add("categories", [labels.quarter(task.quarter)])
    event.add("status", "CANCELLED" if task.state is TaskState.CANCELLED else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # a deadline does not make the day busy
    if task.state in OPEN_STATES:
        for day in _alarm_days(task.deadline, calendar):
            event.add_component(_alarm(task.deadline, day, summary))
    return event


def _alarm_days(deadline: date, calendar: OfficeCalendar) -> Sequence[date]:
    last = calendar.last_working_day(deadline)
    return calendar.add_working_days(last, -_DAYS_AHEAD), last


def _alarm(deadline: date, day: date, summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", timedelta(days=(day - deadline).days, hours=_ALARM_HOUR))  # from 0:00 of the all-day entry
    return alarm


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
    lines.append(f"Tình trạng: {labels.task_state(task)} ({task.progress}%)")
    return "\n".join(lines)


def _stamp(task: Task, revision: Revision | None) -> datetime:
    """A moment taken from the task itself, so that exporting twice gives the same file."""
    if revision is not None:
        return revision.last.astimezone(UTC).replace(microsecond=0)
    day = task.completed_on or date(task.year, 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
