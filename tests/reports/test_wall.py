"""Pages for the wall: every task is on them, readable, in its day or in the lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.reports import paper, said
from tests.reports.cases import OFFICE, task
from tests.reports.paper import Paper as Seen
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.reports import pdf
from thidua_desktop.reports.builders.wall_page import month_page, quarter_page
from thidua_desktop.reports.model import Paper, Report
from thidua_desktop.reports.pdf.wall import _capped, _shared
from thidua_desktop.services.calendar import office_calendar

TEXTS = (
    "Tổ chức Lễ tổng kết phong trào thi đua yêu nước, ký kết giao ước thi đua",
    "Họp Hội đồng Thi đua - Khen thưởng tỉnh",
    "Báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm và phương hướng nhiệm vụ 6 tháng cuối năm",
    "Thẩm định hồ sơ khen thưởng ngành Giáo dục và Đào tạo năm học 2025 - 2026",
)
LEAST_SIZE = 7
"""Points that can still be read on a desk."""


def sixty(crowded: date | None = None) -> tuple[Task, ...]:
    """Sixty tasks of the second quarter of 2026: most with a day, some with a month, some with the quarter alone."""
    made = []
    for number in range(1, 61):
        day = crowded if crowded and number % 3 == 0 else date(2026, 4, 1) + timedelta(days=number * 3 // 2)
        time = {1: {}, 2: {"month": 5}}.get(number % 10, {"due": day, "month": day.month})
        text = f"{TEXTS[number % 4]} (việc {number})"
        made.append(task(number, text, quarter=2, lead=("Sở Nội vụ",), **time))
    return tuple(made)


def printed(report: Report, tmp_path: Path) -> Seen:
    pdf.write(report, tmp_path / "tường.pdf")
    return paper.read(tmp_path / "tường.pdf")


def quarter(tasks: Sequence[Task], sheet: Paper = Paper.A3) -> Report:
    return quarter_page(OFFICE, 2026, 2, tasks, office_calendar(), paper=sheet)


def month(tasks: Sequence[Task], number: int = 6, sheet: Paper = Paper.A4) -> Report:
    return month_page(OFFICE, 2026, number, tasks, office_calendar(), paper=sheet)


@pytest.mark.parametrize("sheet", Paper)
@pytest.mark.parametrize("crowded", [None, date(2026, 6, 15)])
def test_sixty_tasks_of_a_quarter_are_all_there_and_readable(
    tmp_path: Path, sheet: Paper, crowded: date | None
) -> None:
    page = printed(quarter(sixty(crowded), sheet), tmp_path)
    words = " ".join(run.text for run in page.texts)
    for number in range(1, 61):
        assert f"(việc {number})" in words.replace("việc\n", "việc ") or f"{number})" in words, number
    assert said.words(" ".join(each.text for each in sixty(crowded))) <= said.words(words)
    assert min(run.size for run in page.texts) >= LEAST_SIZE
    width, height = page.sizes[0]
    edge = 15 if sheet is Paper.A3 else 10
    for run in page.texts:
        assert run.left >= edge - 0.3 and run.right <= width - edge + 0.3, run.text
        assert run.base <= height - edge + 0.3, run.text


def test_a_quarter_is_one_a3_page_or_an_a4_page_for_each_month(tmp_path: Path) -> None:
    few = sixty()[:12]
    wide = printed(quarter(few), tmp_path)
    assert wide.sizes == (pytest.approx((420, 297), abs=0.1),)
    assert [wide.find(f"THÁNG {number}").middle for number in (4, 5, 6)] == pytest.approx([80, 210, 340], abs=0.5)
    small = printed(quarter(few, Paper.A4), tmp_path)
    assert small.sizes == (pytest.approx((297, 210), abs=0.1),) * 3
    for at, number in enumerate((4, 5, 6), start=1):
        assert small.find(f"LỊCH CÔNG VIỆC THÁNG {number}").page == at


def column_of(page: Seen, text: str) -> int:
    return int((page.find(text).left - 10) / (277 / 7))


def test_days_stand_under_their_weekday_with_lunar_date_and_names(tmp_path: Path) -> None:
    due = task(1, "Nộp báo cáo", quarter=6 // 3, month=6, due=date(2026, 6, 11))
    page = printed(month([due]), tmp_path)
    assert column_of(page, "Nộp báo cáo") == 3, "11/6/2026 is a Thursday"
    assert column_of(page, "Ngày Bác Hồ ra") == 3
    assert page.find("1/5").page == 1, "15/6/2026 begins the fifth lunar month"
    head = page.find("Thứ Năm")
    assert head.middle == pytest.approx(10 + 277 / 7 * 3.5, abs=0.5)
    text = page.find("Nộp báo cáo")
    boxes = [rule for rule in page.rules if abs(rule.length - (rule.bottom - rule.top)) < 10 and rule.length < 3]
    beside = [rule for rule in boxes if 0 < text.left - rule.right < 2 and abs(rule.top - text.base) < 4]
    assert beside, "a box to tick stands before the text"


def test_days_off_and_swapped_days_are_named(tmp_path: Path) -> None:
    page = printed(month((), 8), tmp_path)
    words = page.words()
    assert "Làm bù cho ngày 31/08" in words
    assert "Nghỉ hoán đổi" in words and "22/08" in words


def test_a_full_day_leads_to_the_list_that_tells_all(tmp_path: Path) -> None:
    tasks = [task(n, f"{TEXTS[2]} (việc {n})", quarter=2, month=6, due=date(2026, 6, 15)) for n in range(1, 41)]
    page = printed(month(tasks), tmp_path)
    words = page.words()
    assert "việc nữa, xem danh sách" in words
    assert page.find("Việc ghi không hết").page >= 2
    for number in range(1, 41):
        assert f"[{number}]" in words
    assert page.find("2", page=2).base < 10, "the page number stands above the text"


def test_done_tasks_are_ticked_and_cancelled_ones_left_out(tmp_path: Path) -> None:
    due = task(1, "Việc đã xong", quarter=2, month=6, due=date(2026, 6, 11))
    done = replace(due, state=TaskState.DONE)
    gone = replace(due, text="Việc đã hủy", state=TaskState.CANCELLED)
    plain = len(printed(month([due]), tmp_path).rules)
    ticked = printed(month([done, gone]), tmp_path)
    assert len(ticked.rules) == plain + 2
    assert "Việc đã hủy" not in ticked.words()


def test_an_empty_month_is_a_full_page(tmp_path: Path) -> None:
    page = printed(month(()), tmp_path)
    assert len(page.sizes) == 1
    assert max(rule.bottom for rule in page.rules) > 195


@pytest.mark.parametrize(
    ("least", "whole", "room", "heights"),
    [
        ([1, 1], [2, 3], 9, [4, 5]),
        ([1, 1], [2, 6], 6, [2, 4]),
        ([1, 4], [2, 6], 4, [1, 3]),
        ([1, 1, 1], [3, 2, 9], 8, [3, 2, 3]),
    ],
)
def test_rows_share_the_page(least: list[float], whole: list[float], room: float, heights: list[float]) -> None:
    assert _shared(least, whole, room) == pytest.approx(heights)
    assert sum(_capped(whole, room)) <= room + 1e-9
