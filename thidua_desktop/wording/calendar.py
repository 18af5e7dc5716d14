"""What the calendar says of a day: its name, its lunar date, how much time is left."""

from __future__ import annotations

from datetime import date

from thidua_desktop.domain.calendar import AgendaGroup, AgendaSection, TimeLeft
from thidua_desktop.domain.holidays import Commemoration, DayOff, DayOffKind, LunarDay
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import Task
from thidua_desktop.wording import formats, labels

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
WEEKDAYS_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")

_GROUPS = {
    AgendaGroup.OVERDUE: "Quá hạn",
    AgendaGroup.TODAY: "Hôm nay",
    AgendaGroup.SOON: "Sắp đến hạn (7 ngày tới)",
    AgendaGroup.DONE: "Đã hoàn thành",
    AgendaGroup.CLOSED: "Đã hủy, chuyển kỳ",
}


def weekday(day: date) -> str:
    """``Thứ Hai``."""
    return WEEKDAYS[day.weekday()]


def full_day(day: date) -> str:
    """``Thứ Hai, 15/06/2026``."""
    return f"{weekday(day)}, {formats.day(day)}"


def day_and_month(day: date) -> str:
    """``15/06``."""
    return f"{day.day:02d}/{day.month:02d}"


def span(first: date, last: date) -> str:
    """``18–24/05``, or ``29/06–05/07`` where the month changes; the year stands elsewhere."""
    start = f"{first.day:02d}" if first.month == last.month else day_and_month(first)
    return f"{start}–{day_and_month(last)}"


def lunar(day: LunarDay) -> str:
    """``15``, and with the month on its first day: ``1/5`` or ``1/6 nhuận``."""
    if day.day != 1:
        return str(day.day)
    return f"1/{day.month} nhuận" if day.leap else f"1/{day.month}"


def full_lunar(day: LunarDay) -> str:
    """``15/5 nhuận âm lịch``."""
    return f"{day.day}/{day.month}{' nhuận' if day.leap else ''} âm lịch"


def day_off(found: DayOff) -> str:
    """The name of a day off, with "(dự kiến)" where it has not been announced."""
    if found.kind is DayOffKind.EXCHANGED and found.worked is not None:
        return f"Nghỉ hoán đổi (làm bù {day_and_month(found.worked)})"
    return found.name if found.certain else f"{found.name} (dự kiến)"


def worked_for(off: date) -> str:
    """What a worked Saturday says."""
    return f"Làm bù cho ngày {day_and_month(off)}"


def commemoration(found: Commemoration, year: int) -> str:
    """The name with the anniversary: ``Ngày Nhà giáo Việt Nam (44 năm)``."""
    years = year - found.since if found.since else 0
    return f"{found.name} ({years} năm)" if years else found.name


def time_left(left: TimeLeft) -> str:
    """``còn 5 ngày làm việc``, ``đến hạn hôm nay`` or ``quá hạn 3 ngày``."""
    if left.overdue_days:
        return f"quá hạn {left.overdue_days} ngày"
    if left.due_today:
        return "đến hạn hôm nay"
    return f"còn {left.working_days} ngày làm việc"


def off_warning(left: TimeLeft) -> str:
    """What to say when nobody works on the due day; empty otherwise."""
    if left.last_working_day is None:
        return ""
    return f"Ngày đến hạn là ngày nghỉ. Ngày làm việc liền trước: {full_day(left.last_working_day)}."


def time_of(task: Task) -> str:
    """When a task is to be done, as exactly as its plan says: a day, ``Trong tháng 6/2026``, ``Trong Quý II/2026``."""
    return when(When.of(task))


def when(time: When) -> str:
    """A day, ``Trong tháng 6/2026``, ``Trong Quý II/2026`` or ``Cả năm 2026``."""
    if time.due is not None:
        return formats.day(time.due)
    if time.month is not None:
        return f"Trong tháng {time.month}/{time.year}"
    if time.quarter is not None:
        return f"Trong {labels.quarter(time.quarter)}/{time.year}"
    return f"Cả năm {time.year}"


def condition(task: Task) -> str:
    """What is said of a conditional task; empty for one that is done in any case."""
    if not task.conditional:
        return ""
    told = {None: "chưa rõ có phát sinh hay không", True: "đã phát sinh", False: "không phát sinh"}
    return f"Chỉ làm nếu có; {told[task.arisen]}"


def moved(time: When, count: int) -> str:
    """What has happened to tasks that were given another time; no full stop."""
    which = f" {count} nhiệm vụ" if count > 1 else ""
    if time.due is not None:
        return f"Đã đổi hạn{which} sang {full_day(time.due)}"
    place = when(time)
    return f"Đã chuyển{which or ' nhiệm vụ'} sang: {place[0].lower()}{place[1:]}"


def section(found: AgendaSection) -> str:
    """The heading of a group of the agenda."""
    if found.group is AgendaGroup.LATER:
        return f"Tháng {found.month}/{found.year}"
    return _GROUPS[found.group]
