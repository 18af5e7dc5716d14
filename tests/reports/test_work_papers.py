"""Week schedule, to-do list, lists of units, results, adjustments, letters that urge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.reports import paper
from tests.reports.cases import OFFICE, PLAN, TASKS, TODAY, task
from tests.reports.paper import Paper
from thidua_desktop.domain.adjustments import Adjustment, AdjustmentKind, adjustments, content_of, contents
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.domain.units import Office
from thidua_desktop.reports import pdf
from thidua_desktop.reports.builders.adjustment_list import adjustment_list
from thidua_desktop.reports.builders.letters import Letter
from thidua_desktop.reports.builders.quarter_results import quarter_results
from thidua_desktop.reports.builders.todo_list import todo_list
from thidua_desktop.reports.builders.unit_lists import unit_lists
from thidua_desktop.reports.builders.urging_letter import urging_letter
from thidua_desktop.reports.builders.week_schedule import week_schedule
from thidua_desktop.reports.model import GroupRow, Heading, Report, Row, Table, Tick
from thidua_desktop.services.calendar import office_calendar
from thidua_desktop.wording.task_cells import standing

CALENDAR = office_calendar()
LATE = task(11, "Nộp hồ sơ khen thưởng", quarter=2, month=6, due=date(2026, 6, 10), lead=("Sở Y tế",))


def tables(report: Report) -> list[Table]:
    return [block for block in report.blocks if isinstance(block, Table)]


def groups(report: Report, at: int = 0) -> list[str]:
    return [row.text for row in tables(report)[at].rows if isinstance(row, GroupRow)]


def rows(report: Report, at: int = 0) -> list[Row]:
    return [row for row in tables(report)[at].rows if isinstance(row, Row)]


def printed(report: Report, tmp_path: Path) -> Paper:
    pdf.write(report, tmp_path / "giấy.pdf")
    return paper.read(tmp_path / "giấy.pdf")


def test_a_week_has_its_working_days_what_the_month_asks_and_what_is_late(tmp_path: Path) -> None:
    tasks = (
        LATE,
        task(12, "Báo cáo sơ kết", quarter=2, month=6, due=date(2026, 6, 15)),
        task(13, "Tập huấn", quarter=2, month=6, starts=date(2026, 6, 17), due=date(2026, 6, 26)),
        task(14, "Rà soát", quarter=2, month=6),
        replace(LATE, text="Đã hủy", state=TaskState.CANCELLED),
    )
    report = week_schedule(OFFICE, date(2026, 6, 18), tasks, CALENDAR, today=date(2026, 6, 16))
    assert groups(report) == [
        "Thứ Hai, ngày 15/6/2026 (1/5 âm lịch)",
        "Thứ Ba, ngày 16/6/2026 (2/5 âm lịch)",
        "Thứ Tư, ngày 17/6/2026 (3/5 âm lịch)",
        "Thứ Năm, ngày 18/6/2026 (4/5 âm lịch)",
        "Thứ Sáu, ngày 19/6/2026 (5/5 âm lịch)",
        "Trong tháng 6 năm 2026 (chưa định ngày)",
        "Việc quá hạn từ các tuần trước",
    ]
    assert [row.cells[1] for row in rows(report)] == [
        "Báo cáo sơ kết",
        "(Không có việc đến hạn)",
        "Tập huấn",
        "(Không có việc đến hạn)",
        "(Không có việc đến hạn)",
        "Rà soát",
        "Nộp hồ sơ khen thưởng",
    ]
    page = printed(report, tmp_path)
    assert page.find("LỊCH CÔNG TÁC TUẦN").font == "LiberationSerif-Bold"
    assert page.find("Tuần 25").text == "Tuần 25 năm 2026 (từ ngày 15/6/2026 đến ngày 21/6/2026)"


def test_a_worked_saturday_and_a_holiday_stand_in_their_week() -> None:
    report = week_schedule(OFFICE, date(2026, 8, 20), (), CALENDAR, today=TODAY)
    assert any("Thứ Bảy, ngày 22/8/2026" in name and "Làm bù cho ngày 31/08" in name for name in groups(report))
    holiday = week_schedule(OFFICE, date(2026, 9, 2), (), CALENDAR, today=TODAY)
    assert any("02/9/2026" in name and "Quốc khánh" in name for name in groups(holiday))


def test_the_to_do_list_has_boxes_and_begins_with_what_is_late(tmp_path: Path) -> None:
    report = todo_list(OFFICE, (*TASKS, LATE), CALENDAR, title="Năm 2026", today=TODAY)
    assert groups(report)[:2] == ["Quá hạn", "Sắp đến hạn (7 ngày tới)"]
    assert all(row.cells[0] == Tick() for row in rows(report))
    assert rows(report)[0].cells[2:] == ("Nộp hồ sơ khen thưởng", "Sở Y tế", "10/6/2026", "quá hạn 71 ngày")
    assert [row.cells[1] for row in rows(report)] == list(range(1, 7))
    page = printed(report, tmp_path)
    side = 3.4
    squares = [rule for rule in page.rules if rule.level and rule.length == pytest.approx(side, abs=0.05)]
    assert len(squares) == 2 * len(rows(report))
    assert {round(rule.middle, 1) for rule in squares} == {30 + 13 / 2}


def test_an_empty_to_do_list_says_so(tmp_path: Path) -> None:
    page = printed(todo_list(Office(), TASKS[:2], CALENDAR, title="Năm 2026", today=TODAY), tmp_path)
    assert "Không còn việc nào chưa hoàn thành." in page.words()


def test_each_unit_has_a_paper_of_its_own(tmp_path: Path) -> None:
    waiting = replace(TASKS[2], waiting_for=("Sở Y tế",))
    report = unit_lists(OFFICE, (TASKS[0], waiting, LATE), title="Năm 2026", today=TODAY)
    papers = [report, *report.annexes]
    named = [block.lines[0].text for each in papers for block in each.blocks if isinstance(block, Heading)]
    assert [name.rpartition(" CỦA ")[2] for name in named] == [
        "SỞ NỘI VỤ",
        "VĂN PHÒNG UBND TỈNH",
        "CÁC CỤM, KHỐI THI ĐUA",
        "SỞ Y TẾ",
    ]
    assert groups(papers[0]) == ["I. CHỦ TRÌ", "III. CÒN NỢ (QUÁ HẠN HOẶC ĐANG CHỜ ĐƠN VỊ)"]
    assert groups(papers[1]) == ["II. PHỐI HỢP"]
    assert [row.cells[6] for row in rows(papers[3])] == ["Quá hạn", "Chậm 71 ngày", "Chậm 51 ngày"]
    page = printed(report, tmp_path)
    assert len(page.sizes) == 4
    assert "Tổng số: chủ trì 01 nhiệm vụ, còn nợ 02 nhiệm vụ./." in page.words()
    assert not any(run.text == "2" and run.base < 16 for run in page.texts), "each paper counts its own pages"


def test_one_unit_alone() -> None:
    report = unit_lists(OFFICE, (TASKS[0], LATE), title="Năm 2026", today=TODAY, unit="Sở Y tế")
    assert report.title == "Sở Y tế"
    assert report.annexes == ()


def test_no_unit_at_all(tmp_path: Path) -> None:
    page = printed(unit_lists(OFFICE, TASKS[4:6], title="Năm 2026", today=TODAY), tmp_path)
    assert "Năm 2026 chưa có nhiệm vụ nào ghi tên đơn vị." in page.words()


def test_results_and_their_sums(tmp_path: Path) -> None:
    shared = replace(TASKS[3], text="Việc chung", lead=("Sở Nội vụ", "Sở Y tế"))
    late = replace(TASKS[3], text="Việc chậm", lead=("Sở Y tế",), completed_on=date(2026, 6, 20))
    gone = replace(TASKS[5], lead=("Sở Y tế",))
    report = quarter_results(OFFICE, 2026, 2, (shared, late, LATE, gone, TASKS[4]), TODAY)
    said = {row.cells[1]: row.cells[6] for row in rows(report)}
    assert said == {
        "Việc chung": "Đạt",
        "Việc chậm": "Chậm 5 ngày",
        "Nộp hồ sơ khen thưởng": "Chưa (quá hạn 71 ngày)",
        "Tổ chức tập huấn": "Hủy",
        "Xét khen thưởng năm học 2025 - 2026": "Chưa đến hạn",
    }
    assert [row.cells[1:] for row in rows(report, 1)] == [
        ("Sở Y tế", 3, 1, 1, 1, 0, "33,3 %"),
        ("Sở Nội vụ", 1, 1, 0, 0, 0, "100,0 %"),
        ("Chưa ghi đơn vị chủ trì", 1, 0, 0, 0, 1, "–"),
        ("Tổng cộng", 4, 1, 1, 1, 1, "33,3 %"),
    ]
    assert rows(report, 1)[-1].bold
    page = printed(report, tmp_path)
    assert page.find("Tổng cộng").font == "LiberationSerif-Bold"
    assert page.find("KẾT QUẢ THỰC HIỆN").size == 14
    assert page.find("NGƯỜI LẬP BIỂU")


def test_the_results_of_an_empty_year_say_so(tmp_path: Path) -> None:
    page = printed(quarter_results(OFFICE, 2026, None, (), TODAY), tmp_path)
    assert "Cả năm 2026 chưa có nhiệm vụ nào./." in page.words()


def test_adjustments_are_grouped_with_before_after_and_reason(tmp_path: Path) -> None:
    approved = contents(TASKS[:6])
    now = dict(approved)
    now[TaskId(1)] = replace(now[TaskId(1)], text="Ký kết giao ước", due=date(2026, 1, 30))
    now[TaskId(2)] = replace(now[TaskId(2)], state=TaskState.CARRIED_OVER)
    del now[TaskId(6)]
    now[TaskId(11)] = content_of(LATE)
    found = tuple(replace(each, reason="Ý kiến của UBND tỉnh") for each in adjustments(approved, now))
    report = adjustment_list(PLAN, found)
    assert groups(report) == [
        "I. NHIỆM VỤ BỔ SUNG",
        "II. NHIỆM VỤ ĐIỀU CHỈNH",
        "III. NHIỆM VỤ CHUYỂN KỲ",
        "IV. NHIỆM VỤ HỦY, BÃI BỎ",
    ]
    assert [row.cells for row in rows(report)] == [
        (
            1,
            "",
            "Nộp hồ sơ khen thưởng\nThời gian: 10/6/2026\nChủ trì: Sở Y tế",
            "Bổ sung",
            "Ý kiến của UBND tỉnh",
        ),
        (
            2,
            "Tổ chức ký kết giao ước thi đua năm 2026\nThời gian: 15/01/2026",
            "Ký kết giao ước\nThời gian: 30/01/2026",
            "Điều chỉnh nội dung; điều chỉnh thời gian",
            "Ý kiến của UBND tỉnh",
        ),
        (3, TASKS[1].text, TASKS[1].text, "Chuyển kỳ", "Ý kiến của UBND tỉnh"),
        (4, TASKS[5].text, "", "Bãi bỏ", "Ý kiến của UBND tỉnh"),
    ]
    page = printed(report, tmp_path)
    assert page.find("(Kèm theo").font == "LiberationSerif-Italic"
    assert "Danh mục gồm 04 nhiệm vụ./." in page.words()


def test_work_that_did_not_arise_is_not_called_cancelled() -> None:
    gone = replace(TASKS[5], conditional=True, arisen=False)
    assert rows(quarter_results(OFFICE, 2026, 3, (gone,), TODAY))[0].cells[6] == "Không phát sinh"
    assert standing(gone, TODAY) == "Không phát sinh"


def test_changed_units_and_products_are_named() -> None:
    before = content_of(TASKS[0])
    after = replace(before, lead=(), product=None)
    found = Adjustment(TaskId(1), (AdjustmentKind.UNIT, AdjustmentKind.PRODUCT), before, after)
    cells = rows(adjustment_list(PLAN, (found,)))[0].cells
    assert "Chủ trì: Sở Nội vụ\nPhối hợp: Văn phòng UBND tỉnh; Các cụm, khối thi đua\nSản phẩm: Bản giao" in str(
        cells[1]
    )
    assert "Chủ trì: (không ghi)" in str(cells[2])
    assert "Sản phẩm: (không ghi)" in str(cells[2])


def test_a_plan_without_adjustments_says_so(tmp_path: Path) -> None:
    page = printed(adjustment_list(PLAN, ()), tmp_path)
    assert "Kế hoạch không có nội dung điều chỉnh so với bản đã phê duyệt./." in page.words()


def test_the_letter_is_laid_out_as_a_cong_van(tmp_path: Path) -> None:
    letter = Letter("Sở Giáo dục và Đào tạo", date(2026, 9, 5))
    page = printed(urging_letter(OFFICE, letter, [(LATE, PLAN), (TASKS[2], PLAN)], today=TODAY), tmp_path)
    words = page.words()
    left = 30 + 31
    number, day, subject = page.find("Số:"), page.find("Hồng Sơn, ngày"), page.find("V/v đôn đốc")
    assert number.base == pytest.approx(day.base, abs=0.1)
    assert number.middle == pytest.approx(left, abs=0.6)
    assert subject.middle == pytest.approx(left, abs=0.6)
    assert (subject.size, subject.font) == (12, "LiberationSerif")
    assert 6 / 72 * 25.4 < subject.base - number.base - 12 * 0.2 < 8
    to = page.find("Kính gửi: Sở Giáo dục và Đào tạo")
    assert to.middle == pytest.approx(30 + 165 / 2, abs=0.5)
    assert (to.size, to.font) == (14, "LiberationSerif")
    assert to.base > subject.base + 8
    assert "đến ngày 20/8/2026, Ban Thi đua - Khen thưởng nhận thấy Sở Giáo dục và Đào tạo còn 02 nhiệm vụ" in words
    assert "trước ngày 05 tháng 9 năm 2026" in words
    assert "Kế hoạch số 215/KH-UBND ngày 05/12/2025" in words
    assert "10/6/2026" in words and "71 ngày" in words and "Quý II/2026" in words
    assert "quý cơ quan, đơn vị./." in words
    assert page.find("- Như trên;").size == 11
    assert "KẾ HOẠCH" not in [run.text for run in page.texts], "a công văn has no kind as its title"


def test_a_letter_with_number_and_day_has_no_blanks(tmp_path: Path) -> None:
    letter = Letter("Sở Y tế", date(2026, 9, 5), "45/BTĐKT-TĐKT", date(2026, 8, 21))
    page = printed(urging_letter(OFFICE, letter, [(LATE, replace(PLAN, number=None))], today=TODAY), tmp_path)
    assert page.find("Số:").text == "Số: 45/BTĐKT-TĐKT"
    assert page.find("Hồng Sơn,").text == "Hồng Sơn, ngày 21 tháng 8 năm 2026"
    assert "TRÊN ĐỊA BÀN TỈNH" in page.words(), "a plan without number is named by its title"
