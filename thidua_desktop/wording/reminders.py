"""What a reminder says."""

from __future__ import annotations

from datetime import date

from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.reminders import Reminder, ReminderKind
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import labels


def time(found: Reminder, today: date) -> str:
    """``quá hạn 3 ngày``, ``đến hạn hôm nay``, ``còn 2 ngày làm việc``."""
    if found.day == today:
        return "đến hạn hôm nay"
    if found.day < today:
        return f"quá hạn {(today - found.day).days} ngày"
    days = found.working_days
    return f"còn {days} ngày làm việc" if days else f"đến hạn {said.full_day(found.day)}"


def head(found: Reminder, today: date) -> str:
    """What it is about, and when: ``Báo cáo định kỳ, còn 2 ngày làm việc``."""
    if found.kind is ReminderKind.ANSWER:
        return f"{found.unit} chưa trả lời, hẹn {said.day_and_month(found.day)}"
    when = time(found, today)
    if found.kind in (ReminderKind.OVERDUE, ReminderKind.DUE):
        return f"{when[0].upper()}{when[1:]}"
    name = labels.of(found.kind) if found.kind is ReminderKind.REPORT else "Một bước của nhiệm vụ"
    return f"{name}, {when}"


def sentence(found: Reminder, today: date) -> str:
    """The whole of it on one line."""
    return f"{head(found, today)}: {found.text}"


def tomorrow(today: date, calendar: OfficeCalendar) -> tuple[date, str]:
    """The next working day and what to call it."""
    day = calendar.add_working_days(today, 1)
    name = "Ngày mai" if (day - today).days == 1 else "Ngày làm việc tới"
    return day, f"{name} ({said.full_day(day)})"


def next_week(today: date, calendar: OfficeCalendar) -> tuple[date, str]:
    """The first working day of next week and what to call it."""
    monday = date.fromordinal(today.toordinal() + 7 - today.weekday())
    day = monday if calendar.works(monday) else calendar.add_working_days(monday, 1)
    return day, f"Tuần sau ({said.full_day(day)})"
