"""The .ics file, read back with the library that calendar programs' authors use."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from icalendar import Calendar
from icalendar.cal import Component

from tests.reports.cases import LONG, TASKS, task
from thidua_desktop.domain.history import Revision
from thidua_desktop.domain.tasks import Task
from thidua_desktop.reports import calendar_file
from thidua_desktop.services.calendar import office_calendar

DAYS = office_calendar()
CHANGED = datetime(2026, 3, 2, 9, 30, 15, 400, tzinfo=timezone(timedelta(hours=7)))
SOURCE = calendar_file.Source("0123456789ab", {4: Revision(3, CHANGED)})


def entries(tmp_path: Path, tasks: tuple[Task, ...] = TASKS) -> dict[str, Component]:
    calendar_file.write(SOURCE, 2026, tasks, DAYS, tmp_path / "lịch.ics")
    calendar = Calendar.from_ical((tmp_path / "lịch.ics").read_bytes())
    assert calendar["VERSION"] == "2.0"
    assert calendar["X-WR-CALNAME"] == "Thi đua, khen thưởng 2026"
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def uid(number: int) -> str:
    return f"nhiem-vu-{number}.0123456789ab@thi-dua-desktop"


def test_every_task_has_one_all_day_entry_on_its_deadline(tmp_path: Path) -> None:
    found = entries(tmp_path)
    assert set(found) == {uid(number) for number in range(1, len(TASKS) + 1)}
    for each in TASKS:
        event = found[uid(each.id or 0)]
        assert event.decoded("DTSTART") == each.deadline
        assert type(event.decoded("DTSTART")) is date
        assert event.decoded("DTEND") == each.deadline + timedelta(days=1)


def test_what_an_entry_says(tmp_path: Path) -> None:
    found = entries(tmp_path)
    first = found[uid(1)]
    assert first["SUMMARY"] == TASKS[0].text
    assert first["DESCRIPTION"] == (
        "Tổ chức ký kết giao ước thi đua năm 2026\nChủ trì: Sở Nội vụ\n"
        "Phối hợp: Văn phòng UBND tỉnh; Các cụm, khối thi đua\nSản phẩm: Bản giao ước\nTình trạng: Hoàn thành (100%)"
    )
    assert found[uid(2)]["SUMMARY"] == "[Tháng 2/2026] Ban hành Kế hoạch tuyên truyền"
    assert found[uid(3)]["SUMMARY"].startswith("[Quý II/2026] ")
    assert found[uid(6)]["STATUS"] == "CANCELLED"
    assert found[uid(5)]["STATUS"] == "CONFIRMED"


def test_long_texts_are_cut_between_words_in_the_summary_only(tmp_path: Path) -> None:
    event = entries(tmp_path, (task(1, LONG, due=date(2026, 3, 1)),))[uid(1)]
    assert len(event["SUMMARY"]) <= 121
    assert event["SUMMARY"].endswith(" …") is False
    assert event["SUMMARY"].endswith("…")
    assert LONG.strip() in str(event["DESCRIPTION"])


def test_lines_are_short_as_the_standard_wants(tmp_path: Path) -> None:
    entries(tmp_path)
    lines = (tmp_path / "lịch.ics").read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75


@pytest.mark.parametrize("tasks", [TASKS, ()])
def test_the_same_tasks_give_the_same_bytes(tmp_path: Path, tasks: tuple[Task, ...]) -> None:
    for name in ("a.ics", "b.ics"):
        calendar_file.write(SOURCE, 2026, tasks, DAYS, tmp_path / name)
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


def alarms(event: Component) -> list[date]:
    """The days on which an entry rings; all ring at 8:00."""
    moments = [
        datetime.combine(event.decoded("DTSTART"), datetime.min.time()) + alarm.decoded("TRIGGER")
        for alarm in event.walk("VALARM")
    ]
    assert all((moment.hour, moment.minute) == (8, 0) for moment in moments)
    return [moment.date() for moment in moments]


@pytest.mark.parametrize(
    ("due", "days"),
    [
        (date(2026, 8, 25), [date(2026, 8, 21), date(2026, 8, 25)]),  # 22/8 is a Saturday that is worked
        (date(2026, 6, 14), [date(2026, 6, 9), date(2026, 6, 12)]),  # a Sunday: the Friday before it counts
        (date(2026, 2, 18), [date(2026, 2, 10), date(2026, 2, 13)]),  # in Tết
    ],
)
def test_open_tasks_ring_three_working_days_before_and_on_the_last_day_worked(
    tmp_path: Path, due: date, days: list[date]
) -> None:
    (event,) = entries(tmp_path, (task(1, "Nộp báo cáo", due=due),)).values()
    assert alarms(event) == days
    assert [str(alarm["DESCRIPTION"]) for alarm in event.walk("VALARM")] == ["Nộp báo cáo"] * 2
    assert {str(alarm["ACTION"]) for alarm in event.walk("VALARM")} == {"DISPLAY"}


def test_what_is_done_or_dropped_does_not_ring(tmp_path: Path) -> None:
    found = entries(tmp_path)
    assert [len(found[uid(number)].walk("VALARM")) for number in (1, 5, 6)] == [0, 2, 0]


def test_an_entry_says_which_version_it_is(tmp_path: Path) -> None:
    event = entries(tmp_path)[uid(4)]
    assert event["SEQUENCE"] == 2
    assert event.decoded("LAST-MODIFIED") == event.decoded("DTSTAMP") == datetime(2026, 3, 2, 2, 30, 15, tzinfo=UTC)
