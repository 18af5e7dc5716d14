"""Sentences: duties outside the work sections, stages and runs, anniversaries, attributes without a colon."""

from __future__ import annotations

from datetime import date

import pytest

from tests.importing.plans.reading import dated, read, texts


def test_a_plain_day_in_a_duty_makes_a_task() -> None:
    draft = read(
        "I. NỘI DUNG\n1. Thi đua học tốt.\nII. TỔ CHỨC THỰC HIỆN\n"
        "- Đoàn trường phát động tại lễ chào cờ ngày 13/10/2026.\n"
        "- Công bố kết quả ngày 18/11/2026; kinh phí trích từ quỹ Đoàn.\n"
        "- Ngày 15/7, Phòng Nội vụ làm việc với các xã.\n"
        "- Kết thúc mỗi đợt 05 ngày, các đơn vị gửi báo cáo.\n- Các lớp thực hiện."
    )
    assert [(task.text[:20], task.due) for task in draft.tasks[1:]] == [
        ("Đoàn trường phát độn", date(2026, 10, 13)),
        ("Công bố kết quả ngày", date(2026, 11, 18)),
        ("Ngày 15/7, Phòng Nội", date(2026, 7, 15)),
        ("Kết thúc mỗi đợt 05 ", None),
    ]
    assert draft.tasks[-1].remark == "Kết thúc mỗi đợt 05 ngày"
    assert [duty.text for duty in draft.responsibilities] == ["Các lớp thực hiện."]


def test_a_stage_among_its_sisters_is_work() -> None:
    draft = read(
        "IV. THỜI GIAN THỰC HIỆN\n1. Phát động: hoàn thành trước ngày 10/6/2026.\n"
        "2. Triển khai thực hiện: từ ngày 10/6/2026 đến ngày 25/8/2026.\n3. Tổng kết: trước ngày 15/9/2026."
    )
    assert [(task.due, task.lead) for task in draft.tasks] == [
        (date(2026, 6, 10), ()),
        (date(2026, 8, 25), ()),
        (date(2026, 9, 15), ()),
    ]


def test_the_run_under_a_heading_of_attributes_is_no_task() -> None:
    draft = read(
        "II. NỘI DUNG\n1. Chủ đề, thời gian\n- Chủ đề: “Tự hào Việt Nam”.\n"
        "- Thời gian: 90 ngày, từ ngày 01/6/2026 đến ngày 30/8/2026.\n2. Thi đua sản xuất giỏi."
    )
    assert texts(draft) == ["Thi đua sản xuất giỏi."]


def test_what_a_congress_is_made_of_is_no_task() -> None:
    draft = read(
        "B. NỘI DUNG\nI. Tên gọi, thời gian, địa điểm\n1. Tên gọi: Đại hội thi đua yêu nước.\n2. Thời gian: 01 buổi.\n"
        "II. Nội dung đại hội\n- Báo cáo tổng kết.\n- Tham luận.\nIII. Công tác chuẩn bị đại hội\n"
        "1. Dự thảo báo cáo: hoàn thành trước ngày 15/5/2026.\nIV. Chương trình đại hội\n1. Chào cờ.\n2. Bế mạc."
    )
    assert dated(draft) == [
        ("1.", "Dự thảo báo cáo: hoàn thành trước ngày 15/5/2026.", 2, 5, date(2026, 5, 15)),
    ]


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("Thời gian hoàn thành trước ngày 15/12/2026.", 12),
        ("Hoàn thành trước ngày 15/12/2026.", 12),
        ("Thời gian: Tháng 6.", 6),
        ("Thời gian thực hiện trong tháng 6/2026.", 6),
    ],
)
def test_a_line_of_time_below_an_item_is_its_time(line: str, month: int) -> None:
    draft = read(f"II. NỘI DUNG\n1. Rà soát quy chế thi đua.\n{line}\n2. Họp Hội đồng.")
    assert [(task.text, task.month) for task in draft.tasks] == [
        ("Rà soát quy chế thi đua.", month),
        ("Họp Hội đồng.", None),
    ]


def test_an_anniversary_ends_where_the_work_begins() -> None:
    draft = read(
        "II. NỘI DUNG\n1. Thi đua chào mừng kỷ niệm 81 năm Ngày Quốc khánh, kết thúc đợt thi đua ngày 02/9.\n"
        "2. Thi đua chào mừng Ngày Nhà giáo Việt Nam 20/11.\n3. Tổ chức tổng kết năm học ngày 25/5.\n"
        "4. Tập huấn tại Ban Chính sách pháp luật từ ngày 10/11 đến 20/11."
    )
    assert [task.due for task in draft.tasks] == [
        date(2026, 9, 2),
        None,
        date(2026, 5, 25),
        date(2026, 11, 20),
    ]


def test_a_pointer_to_the_annex_is_no_task() -> None:
    assert texts(read("II. NỘI DUNG\n1. Họp.\n2. Nội dung, tiến độ cụ thể theo Phụ lục kèm theo Kế hoạch này.")) == [
        "Họp."
    ]


def test_two_quarters_in_prose_are_two_tasks() -> None:
    draft = read("II. NỘI DUNG\n1. Tổ chức sơ kết trong quý III và quý IV năm 2026.")
    assert [task.quarter for task in draft.tasks] == [3, 4]


def test_duties_under_a_heading_that_speaks_of_times_are_tasks() -> None:
    draft = read("II. PHÂN CÔNG NHIỆM VỤ VÀ TIẾN ĐỘ\n1. Phòng Nội vụ\n- Lập kế hoạch trước 15/3.\n- Theo dõi chung.")
    assert [(task.text, task.lead) for task in draft.tasks] == [
        ("Lập kế hoạch trước 15/3.", ("Phòng Nội vụ",)),
        ("Theo dõi chung.", ("Phòng Nội vụ",)),
    ]


@pytest.mark.parametrize(
    ("item", "month"),
    [
        ("Họp Hội đồng thi đua tháng 3.", 3),
        ("Chuẩn bị hội nghị tháng 12", 12),
        ("Xây dựng báo cáo tháng 5.", None),
        ("Đánh giá kết quả tháng 5.", None),
    ],
)
def test_a_month_that_closes_an_item_is_its_time_unless_it_is_the_subject(item: str, month: int | None) -> None:
    assert [task.month for task in read(f"II. NỘI DUNG\n1. {item}").tasks] == [month]


def test_the_closing_sentence_does_not_make_a_heading_of_the_duty_above() -> None:
    draft = read(
        "I. NỘI DUNG\n1. Họp.\nIV. TỔ CHỨC THỰC HIỆN\n1. Các xã phát động thi đua.\n"
        "2. Sở Nội vụ chủ trì, phối hợp với Văn phòng theo dõi, đôn đốc.\n"
        "Yêu cầu các cơ quan, đơn vị tổ chức triển khai thực hiện./."
    )
    assert [duty.label for duty in draft.responsibilities] == ["1.", "2."]


def test_two_times_below_an_item_make_two_tasks_of_it() -> None:
    draft = read(
        "II. NỘI DUNG\n1.2. Ban hành Kế hoạch tổ chức Đại hội\n- Cơ quan tham mưu: Sở Nội vụ\n"
        "- Thời gian trình: Trước 15/3/2026; thời gian ban hành: Trước 30/3/2026."
    )
    assert [(task.text, task.due, task.lead) for task in draft.tasks] == [
        ("Ban hành Kế hoạch tổ chức Đại hội", date(2026, 3, 15), ("Sở Nội vụ",)),
        ("Ban hành Kế hoạch tổ chức Đại hội", date(2026, 3, 30), ("Sở Nội vụ",)),
    ]


def test_a_wave_that_bears_a_holidays_name_is_no_day() -> None:
    assert [task.due for task in read("II. NỘI DUNG\n1. Tổng kết đợt thi đua 26/3.").tasks] == [None]
