"""Which times in a sentence are the time of the work (PLAN-READING 7)."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.tasks import Recurrence
from thidua_desktop.importing.plans.placing import Clock
from thidua_desktop.importing.plans.prose import read_prose, recurrence_of
from thidua_desktop.importing.plans.times import Span

CLOCK = Clock(2025)


def read(text: str, *, strict: bool = False, framed: bool = False) -> list[tuple[int | None, int | None]]:
    reading = read_prose(text, CLOCK, strict=strict, framed=framed)
    return [
        (moment.day, moment.month) if moment.kind is not Span.QUARTER else (None, -(moment.quarter or 0))
        for moment in reading.moments
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gửi báo cáo trước ngày 15/6.", [(15, 6)]),
        ("Gửi báo cáo chậm nhất 15/6/2025.", [(15, 6)]),
        ("định kỳ 6 tháng (vào ngày 15 tháng 6), năm (vào ngày 15 tháng 12) báo cáo", [(15, 6), (15, 12)]),
        ("báo cáo trước ngày 10/6 (đối với báo cáo 6 tháng) và trước ngày 05/12 (báo cáo năm)", [(10, 6), (5, 12)]),
        ("báo cáo trước ngày 15/6 đối với báo cáo 6 tháng và 05/12 đối với báo cáo năm", [(15, 6), (5, 12)]),
        ("gửi báo cáo vào các ngày 25/3, 25/6, 25/9 và 25/12/2025", [(25, 3), (25, 6), (25, 9), (25, 12)]),
        ("Hoàn thành trong tháng 9.", [(None, 9)]),
        ("Hoàn thành trong tháng 6 (trước ngày 15/6).", [(15, 6)]),
        ("Tổ chức Đại hội, dự kiến cuối quý II/2025.", [(None, -2)]),
        ("Thẩm định hồ sơ (tháng 6, tháng 7).", [(None, 6), (None, 7)]),
        ("Hội thao (trung tuần tháng 6)", [(None, 6)]),
        ("Tổng hợp hồ sơ năm học 2024 - 2025: tháng 7, 8/2025.", [(None, 7), (None, 8)]),
        ("Họp Hội đồng, Quý I và Quý III.", [(None, -1), (None, -3)]),
        ("Tổ chức lễ kỷ niệm vào sáng ngày 11/6/2025.", [(11, 6)]),
        ("Từ ngày 15/4 đến ngày 30/4/2025: kiểm tra các đơn vị.", [(30, 4)]),
        ("Ngày 31/10: Họp Hội đồng sáng kiến.", [(31, 10)]),
    ],
)
def test_deadlines(text: str, wanted: list[tuple[int | None, int]]) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị.",
        "Thực hiện Quyết định số 01/QĐ-UBND ngày 08/01/2025 của UBND tỉnh.",
        "Triển khai Luật Thi đua, khen thưởng ngày 15/6/2022.",
        "Kỷ niệm 77 năm Ngày Bác Hồ ra lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2025).",
        "Thi đua chào mừng ngày 20/10.",
        "Hội giảng chào mừng ngày Nhà giáo Việt Nam 20/11.",
        "Thi đua chào mừng ngày 8/3 và 26/3.",
        "Tuyên truyền Luật có hiệu lực từ ngày 01/01/2025.",
        "Báo cáo sơ kết 6 tháng đầu năm 2025.",
        "Xét khen thưởng năm học 2024 - 2025.",
        "Phấn đấu 1/2 số đơn vị đạt chuẩn.",
        "Tổ chức kỷ niệm Cách mạng tháng Tám và Quốc khánh 2/9.",
    ],
)
def test_what_a_text_only_mentions(text: str) -> None:
    assert read(text) == []


def test_a_session_named_after_a_quarter_is_not_the_time() -> None:
    assert read("Hoàn thiện hồ sơ thông qua tại phiên họp Quý IV năm 2024 của Hội đồng.", framed=True) == []


def test_outside_the_work_a_bare_day_does_not_count() -> None:
    assert read("Quy định về phong trào phát động ngày 05/3/2025 của xã.", strict=True) == []
    assert read("Gửi kết quả trước ngày 05/3/2025.", strict=True) == [(5, 3)]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (
            "Tổng hợp chậm nhất 10 ngày sau khi kết thúc đợt kiểm tra.",
            "chậm nhất 10 ngày sau khi kết thúc đợt kiểm tra",
        ),
        ("Gửi về Sở trước ngày kiểm tra 05 ngày.", "trước ngày kiểm tra 05 ngày"),
        ("Báo cáo trước ngày 25 hằng tháng.", "trước ngày 25 hằng tháng"),
    ],
)
def test_deadlines_that_are_no_days(text: str, remark: str) -> None:
    reading = read_prose(text, CLOCK, strict=True)
    assert (reading.moments, reading.remark) == ((), remark)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hằng tháng", Recurrence.MONTHLY),
        ("hàng tháng báo cáo", Recurrence.MONTHLY),
        ("mỗi quý một lần", Recurrence.QUARTERLY),
        ("định kỳ hằng quý", Recurrence.QUARTERLY),
        ("01 lần/quý", Recurrence.QUARTERLY),
        ("6 tháng một lần", Recurrence.HALF_YEARLY),
        ("hằng tuần", Recurrence.WEEKLY),
        ("thường xuyên", None),
        ("trong tháng 3", None),
    ],
)
def test_recurrence(text: str, kind: Recurrence | None) -> None:
    assert recurrence_of(text) is kind


@pytest.mark.parametrize("text", ["thực hiện đúng các quy định của pháp luật", "từng quy trình", "hằng quy mô"])
def test_rules_are_no_quarters(text: str) -> None:
    assert recurrence_of(text) is None
