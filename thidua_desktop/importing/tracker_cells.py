"""What people type into a tracker's cells: states, percentages and days in many spellings."""

from __future__ import annotations

import re
from datetime import date, timedelta

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.wording import labels

_SPOKEN = {
    TaskState.NOT_STARTED: "chưa thực hiện|chưa bắt đầu|chưa triển khai",
    TaskState.IN_PROGRESS: "đang thực hiện|đang triển khai|đang tiến hành",
    TaskState.WAITING: "chờ|đang chờ|chờ các đơn vị|chờ ý kiến",
    TaskState.DONE: "xong|đã xong|đã hoàn thành|hoàn thành trễ hạn|hoàn thành đúng hạn|hoàn tất",
    TaskState.CANCELLED: "đã hủy|hủy bỏ|không thực hiện",
    TaskState.CARRIED_OVER: "chuyển quý sau|chuyển sang kỳ sau|chuyển kỳ sau",
}
_STATES = {
    **{fold(words): state for state, spoken in _SPOKEN.items() for words in spoken.split("|")},
    **{fold(labels.of(state)): state for state in TaskState},
}
_PERCENT = re.compile(r"(\d{1,9}(?:[.,]\d{1,15})?)\s*(%?)")
_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_LONG_DAY = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_SERIALS = range(36526, 73051)
"""Excel's numbers of 01/01/2000 to 31/12/2099: a day whose cell lost its format."""
_EXCEL_DAY_0 = date(1899, 12, 30)


def state(text: str) -> TaskState | None:
    """The state that a text names, whatever its case, tone marks and closing signs; None if it names none."""
    return _STATES.get(fold(text.strip(" .;,-–")))


def percent(text: str) -> int | None:
    """A share of the work as 0-100: ``0.5`` (as spreadsheets keep it), ``50``, ``50%``; None if it is none."""
    found = _PERCENT.fullmatch(text.strip())
    if found is None:
        return None
    number = float(found[1].replace(",", "."))
    value = round(number * 100) if not found[2] and number <= 1 else round(number)
    return value if value <= 100 else None


def day(text: str) -> date | None:
    """A day as a cell shows it (``15/06/2026``) or as people type it (``15/6/2026``, ``15.6.26``, ``2026-06-15``,
    ``ngày 15 tháng 6 năm 2026``), or its bare number in Excel; None if it is no day of this century."""
    bare = text.strip(" .;,")
    if found := _DAY.fullmatch(bare):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _ISO_DAY.fullmatch(bare):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _LONG_DAY.fullmatch(fold(bare)):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if (found := _SERIAL.fullmatch(bare)) and int(found[1]) in _SERIALS:
        return _EXCEL_DAY_0 + timedelta(days=int(found[1]))
    return None


def _date(year: int, month: int, day_of_month: int) -> date | None:
    full = year + 2000 if year < 100 else year
    try:
        return date(full, month, day_of_month) if 2000 <= full < 2100 else None
    except ValueError:
        return None
