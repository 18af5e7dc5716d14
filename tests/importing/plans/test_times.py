"""How days, months and quarters are written."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.importing.plans.placing import Clock, Placed, place
from thidua_desktop.importing.plans.sections import is_time_heading
from thidua_desktop.importing.plans.times import Span, moments

YEAR = Clock(2025)


def quarters(text: str) -> list[int | None]:
    return [moment.quarter for moment in moments(text, cell=True) if moment.kind is Span.QUARTER]


def months(text: str) -> list[int | None]:
    return [moment.month for moment in moments(text, cell=True) if moment.kind is Span.MONTH]


def placed(text: str, clock: Clock = YEAR) -> list[Placed]:
    return [place(moment, clock) for moment in moments(text, cell=True)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Quý I", [1]),
        ("QUÝ II:", [2]),
        ("1. Nội dung thực hiện Quý I", [1]),
        ("Qúy 3", [3]),
        ("QUÍ II", [2]),
        ("Quí 4", [4]),
        ("Quý IV/2025", [4]),
        ("Quý 1 năm 2025", [1]),
        ("Trong quý III", [3]),
        ("a) Quý I:", [1]),
        ("Quy II", [2]),
        ("Ouý I", [1]),
        ("Quý l", [1]),
        ("Quy lI", [2]),
        ("Quý 1V", [4]),
        ("Quý thứ hai", [2]),
        ("Quý I, III", [1, 3]),
        ("Quý I và Quý III", [1, 3]),
        ("Quý I,II/2025", [1, 2]),
        ("Quý II - IV", [4]),
        ("quý I đến quý III/2025", [3]),
        ("6 tháng đầu năm", [2]),
        ("6 tháng cuối năm", [4]),
        ("Quỹ 2 thi đua", []),
        ("quý vị đại biểu", []),
        ("mỗi quý 1 lần", []),
        ("quy định", []),
    ],
)
def test_quarters(text: str, wanted: list[int]) -> None:
    assert quarters(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tháng 3", [3]),
        ("THÁNG 01", [1]),
        ("tháng 9/2024", [9]),
        ("Tháng Giêng", [1]),
        ("tháng Tư", [4]),
        ("T9/2024", [9]),
        ("3/2025", [3]),
        ("Tháng 3, 6, 9, 12", [3, 6, 9, 12]),
        ("tháng 10, 11/2025", [10, 11]),
        ("Từ tháng 3-5", [5]),
        ("Tuần 3 tháng 5", [5]),
        ("tuần 1, 2 tháng 12", [12]),
        ("định kỳ 3 tháng 1 lần", []),
        ("Cách mạng tháng Tám", []),
        ("ngày    tháng    năm 2025", []),
        ("152/2025/NĐ-CP", []),
    ],
)
def test_months(text: str, wanted: list[int]) -> None:
    assert months(text) == wanted


@pytest.mark.parametrize(
    ("text", "starts", "due"),
    [
        ("15/6", None, date(2025, 6, 15)),
        ("trước ngày 15/6/2025", None, date(2025, 6, 15)),
        ("15-6-2025", None, date(2025, 6, 15)),
        ("15.6.2025", None, date(2025, 6, 15)),
        ("2025-06-15", None, date(2025, 6, 15)),
        ("ngày 15 tháng 6", None, date(2025, 6, 15)),
        ("ngày 15 tháng Sáu", None, date(2025, 6, 15)),
        ("mùng 5/3", None, date(2025, 3, 5)),
        ("hết tháng 9", None, date(2025, 9, 30)),
        ("hết tháng 2/2024", None, date(2024, 2, 29)),
        ("hết quý II", None, date(2025, 6, 30)),
        ("từ ngày 1/3 đến ngày 15/3/2025", date(2025, 3, 1), date(2025, 3, 15)),
        ("từ ngày 10 đến ngày 15 tháng 3", date(2025, 3, 10), date(2025, 3, 15)),
        ("10-15/3", date(2025, 3, 10), date(2025, 3, 15)),
        ("01/3-15/3/2025", date(2025, 3, 1), date(2025, 3, 15)),
        ("ngày 10 và 11/3", date(2025, 3, 10), date(2025, 3, 11)),
        ("25/12/2024 đến 05/01/2025", date(2024, 12, 25), date(2025, 1, 5)),
    ],
)
def test_days(text: str, starts: date | None, due: date) -> None:
    (found,) = placed(text)
    assert (found.starts, found.due, found.month, found.quarter) == (starts, due, due.month, (due.month + 2) // 3)


def test_two_days_are_two_moments() -> None:
    assert [found.due for found in placed("10/6/2025; 20/11/2025")] == [date(2025, 6, 10), date(2025, 11, 20)]


def test_a_day_that_no_calendar_has_keeps_its_month() -> None:
    (found,) = placed("31/02/2025")
    assert (found.due, found.month, found.quarter, found.impossible) == (None, 2, 1, True)


@pytest.mark.parametrize("text", ["từ ngày 01/01/2025 đến ngày 31/12/2025", "từ tháng 01 đến tháng 12/2025"])
def test_the_run_of_the_whole_plan_is_no_time(text: str) -> None:
    assert not any(found.known for found in placed(text))


@pytest.mark.parametrize(
    ("text", "year"), [("tháng 9", 2024), ("tháng 12", 2024), ("tháng 01", 2025), ("ngày 31/5", 2025)]
)
def test_months_of_a_school_year_reach_into_the_next(text: str, year: int) -> None:
    (found,) = placed(text, Clock(2024, school=True))
    assert found.year == year


def test_a_plan_issued_in_autumn_without_a_year_reaches_into_the_next() -> None:
    clock = Clock(2025, rolls_before=10)
    assert [found.year for found in placed("tháng 11, 01", clock)] == [2025, 2026]


@pytest.mark.parametrize(
    "text",
    [
        "Quý I",
        "1. Quý II năm 2025:"[3:],
        "NỘI DUNG THỰC HIỆN QUÝ III",
        "Tháng 9/2024",
        "6 tháng đầu năm 2025",
        "Tuần 1",
        "Tháng 10, 11",
    ],
)
def test_time_headings(text: str) -> None:
    assert is_time_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "Họp Hội đồng quý I",
        "nhiệm kỳ 2021 - 2026",
        "Thời gian: ngày 12/9.",
        "Báo cáo 6 tháng",
        "Năm 2025",
        "Tổ chức tháng hành động",
    ],
)
def test_no_time_headings(text: str) -> None:
    assert not is_time_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "họp tại lớp 8/2",
        "lớp 8/2, 8/3",
        "xếp loại 3/5",
        "tỷ lệ 2/3",
        "phòng 12/4",
        "trên 2/3 tổng số phiếu",
        "Điều 5/1",
    ],
)
def test_classes_rooms_and_shares_are_no_days(text: str) -> None:
    assert moments(text) == ()


def test_the_end_of_a_range_of_months_is_meant_to_its_last_day() -> None:
    (found,) = placed("từ tháng 9 đến hết tháng 12/2025")
    assert (found.starts, found.due) == (date(2025, 9, 1), date(2025, 12, 31))
