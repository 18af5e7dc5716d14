"""The .ics file, read back with the library that calendar programs' authors use."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from icalendar.cal import Component

from tests.reports.cases import LONG, OFFICE, TASKS, task
from thidua_desktop.domain.tasks import Task
from thidua_desktop.reports import calendar_file


def entries(tmp_path: Path, tasks: tuple[Task, ...] = TASKS) -> dict[str, Component]:
    calendar_file.write(OFFICE, 2026, tasks, tmp_path / "lịch.ics")
    calendar = Calendar.from_ical((tmp_path / "lịch.ics").read_bytes())
    assert calendar["VERSION"] == "2.0"
    assert calendar["X-WR-CALNAME"] == "Thi đua, khen thưởng 2026"
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def uid(number: int) -> str:
    return f"nhiem-vu-{number}@btdkt.thi-dua-desktop"


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
        "Phối hợp: Văn phòng UBND tỉnh; Các cụm, khối thi đua\nSản phẩm: Bản giao ước\nTrạng thái: Hoàn thành (100%)"
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
        calendar_file.write(OFFICE, 2026, tasks, tmp_path / name)
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()
