"""What the papers say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports import cases, paper
from tests.reports.cases import LONG, OFFICE, PLAN, TASKS, TODAY, crowd, task
from tests.reports.paper import Paper
from thidua_desktop.domain.units import Office
from thidua_desktop.reports import pdf
from thidua_desktop.reports.builders.plan_annex import plan_annex
from thidua_desktop.reports.builders.plan_list import plan_list
from thidua_desktop.reports.builders.quarter_schedule import quarter_schedule
from thidua_desktop.reports.builders.year_calendar import year_calendar
from thidua_desktop.reports.model import Closing, GroupRow, Heading, Letterhead, Report, Row, Table


def the_table(report: Report) -> Table:
    (table,) = (block for block in report.blocks if isinstance(block, Table))
    return table


def groups(report: Report) -> list[str]:
    return [row.text for row in the_table(report).rows if isinstance(row, GroupRow)]


def rows(report: Report) -> list[Row]:
    return [row for row in the_table(report).rows if isinstance(row, Row)]


def printed(report: Report, tmp_path: Path) -> Paper:
    pdf.write(report, tmp_path / "giấy.pdf")
    return paper.read(tmp_path / "giấy.pdf")


def test_annex_has_neither_letterhead_nor_signature() -> None:
    report = plan_annex(PLAN, TASKS)
    assert not any(isinstance(block, Letterhead | Closing) for block in report.blocks)


def test_annex_names_the_document_it_belongs_to(tmp_path: Path) -> None:
    page = printed(plan_annex(PLAN, TASKS), tmp_path)
    assert page.find("Phụ lục").font == "LiberationSerif-Bold"
    assert page.find("DANH MỤC").size == 14
    said = page.find("(Kèm theo")
    assert said.text == (
        "(Kèm theo Kế hoạch số 215/KH-UBND ngày 05 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Hồng Sơn)"
    )
    assert said.font == "LiberationSerif-Italic"
    assert page.find("Danh mục gồm").text == "Danh mục gồm 09 nhiệm vụ./."


def test_annex_of_an_unnumbered_plan_has_dots_for_the_pen() -> None:
    (heading, *_) = plan_annex(replace(PLAN, number=None, issued_on=None, issuer=None), TASKS).blocks
    assert isinstance(heading, Heading)
    assert heading.lines[-1].text == ("(Kèm theo Kế hoạch số ………/KH-……… ngày …… tháng …… năm ……… của ………………………………)")


def test_annex_groups_by_quarter_in_order_of_time_and_numbers_through() -> None:
    report = plan_annex(PLAN, TASKS)
    assert groups(report) == [
        "QUÝ I NĂM 2026",
        "QUÝ II NĂM 2026",
        "QUÝ III NĂM 2026",
        "QUÝ IV NĂM 2026",
        "CẢ NĂM 2026",
        "QUÝ II NĂM 2027",
    ]
    assert [row.cells[0] for row in rows(report)] == list(range(1, 10))


def test_annex_tells_time_as_exactly_as_it_is_known() -> None:
    times = [row.cells[5] for row in rows(plan_annex(PLAN, TASKS))]
    assert times == [
        "15/01/2026",
        "Tháng 2/2026",
        "Quý II/2026",
        "01/6/2026 - 15/6/2026",
        "25/8/2026",
        "Quý III/2026",
        "Tháng 12/2026",
        "Năm 2026 (hằng tháng)",
        "25/5/2027",
    ]


def test_several_units_stand_on_lines_of_their_own() -> None:
    first = rows(plan_annex(PLAN, TASKS))[0]
    assert first.cells[2:4] == ("Sở Nội vụ", "- Văn phòng UBND tỉnh\n- Các cụm, khối thi đua")


@pytest.mark.parametrize("tasks", [TASKS, TASKS[1:3], crowd(3)])
def test_columns_fill_the_width_whatever_is_empty(tasks: tuple[cases.Task, ...]) -> None:
    for report in (plan_annex(PLAN, tasks), quarter_schedule(OFFICE, 2026, 2, tasks, TODAY)):
        assert sum(column.width for column in the_table(report).columns) == pytest.approx(257)


def test_an_empty_column_gives_way_and_can_still_be_written_in() -> None:
    full, empty = (the_table(plan_annex(PLAN, tasks)).columns for tasks in (TASKS, TASKS[1:3]))
    assert empty[1].width > full[1].width + 10
    assert empty[4].width == 22 < full[4].width


def test_a_plan_without_tasks_says_so(tmp_path: Path) -> None:
    page = printed(plan_annex(PLAN, ()), tmp_path)
    assert page.find("Kế hoạch chưa có").text == "Kế hoạch chưa có nhiệm vụ nào./."


def test_schedule_has_letterhead_months_states_and_signatures(tmp_path: Path) -> None:
    report = quarter_schedule(OFFICE, 2026, 2, [each for each in TASKS if each.quarter in (2, None)], TODAY)
    assert groups(report) == ["THÁNG 5", "THÁNG 6", "TRONG QUÝ", "CẢ NĂM"]
    assert [row.cells[5] for row in rows(report)] == [
        "Chưa làm",
        "Hoàn thành (12/6/2026)",
        "Quá hạn (60%)",
        "Chưa làm",
    ]
    page = printed(report, tmp_path)
    assert page.find("SỞ NỘI VỤ TỈNH").font == "LiberationSerif"
    assert page.find("BAN THI ĐUA").font == "LiberationSerif-Bold"
    assert page.find("QUÝ II").text == "QUÝ II NĂM 2026"
    assert page.find("(Tình trạng").text == "(Tình trạng tính đến ngày 20/8/2026)"
    assert page.find("Hồng Sơn, ngày").font == "LiberationSerif-Italic"
    compiler, head = page.find("NGƯỜI LẬP BIỂU"), page.find("KT. TRƯỞNG BAN")
    assert compiler.middle < 297 / 2 < head.middle
    assert page.find("Nguyễn Thị Thu Hà").middle == pytest.approx(compiler.middle, abs=0.6)
    assert page.find("Phạm Thị Lan Hương").middle == pytest.approx(head.middle, abs=0.6)
    assert page.find("(Ký, họ tên)").middle == pytest.approx(compiler.middle, abs=0.6)


def test_landscape_letterhead_keeps_the_proportion_of_its_columns(tmp_path: Path) -> None:
    page = printed(quarter_schedule(OFFICE, 2026, 2, TASKS[2:4], TODAY), tmp_path)
    left = 257 * 62 / 165
    assert page.find("BAN THI ĐUA").middle == pytest.approx(20 + left / 2, abs=0.5)
    assert page.find("Độc lập").middle == pytest.approx(20 + left + (257 - left) / 2, abs=0.5)


def test_an_empty_quarter_says_so_in_words_and_is_signed(tmp_path: Path) -> None:
    page = printed(quarter_schedule(OFFICE, 2026, 3, (), TODAY), tmp_path)
    assert page.find("Quý III").text == "Quý III năm 2026 chưa có nhiệm vụ nào./."
    assert page.find("Phạm Thị")


def test_an_office_without_signers_signs_as_head_of_unit(tmp_path: Path) -> None:
    page = printed(quarter_schedule(Office(), 2026, 3, TASKS[4:5], TODAY), tmp_path)
    assert page.find("THỦ TRƯỞNG ĐƠN VỊ")


def test_sixty_tasks_in_a_quarter(tmp_path: Path) -> None:
    page = printed(quarter_schedule(OFFICE, 2026, 2, crowd(60), TODAY), tmp_path)
    ordinals = {run.text.strip() for run in page.texts if run.right < 31.5 and run.base > 20}
    assert {str(number) for number in range(1, 61)} <= ordinals
    assert all(run.left >= 19.9 and run.right <= 277.3 and run.base <= 190 for run in page.texts)
    assert page.find("Lịch gồm").text == "Lịch gồm 60 nhiệm vụ./."


def test_calendar_has_a_page_for_each_quarter(tmp_path: Path) -> None:
    page = printed(year_calendar(OFFICE, 2026, TASKS, TODAY), tmp_path)
    assert len(page.sizes) == 4
    for number, months in enumerate(((1, 2, 3), (4, 5, 6), (7, 8, 9), (10, 11, 12)), start=1):
        heads = [run.text.strip() for run in page.on(number) if run.text.startswith("Tháng")]
        assert heads == [f"Tháng {month}" for month in months]
    assert page.find("15/6: Báo cáo sơ kết").page == 2
    assert page.find("15/01: Tổ chức ký kết").page == 1
    assert page.find("CẢ NĂM").page == 4
    assert not any("năm học" in run.text and "Tổng kết" in run.text for run in page.texts), "2027 is another year"


def test_calendar_of_an_empty_year_says_so_four_times(tmp_path: Path) -> None:
    page = printed(year_calendar(OFFICE, 2026, (), TODAY), tmp_path)
    assert len(page.sizes) == 4
    assert page.find("Quý IV năm").text == "Quý IV năm 2026 chưa có nhiệm vụ nào."


def test_calendar_marks_what_asks_for_attention() -> None:
    report = year_calendar(OFFICE, 2026, TASKS, TODAY)
    cells = [
        cell
        for block in report.blocks
        if isinstance(block, Table)
        for row in block.rows
        if isinstance(row, Row)
        for cell in row.cells
    ]
    assert "Họp Hội đồng xét khen thưởng (Sở Nội vụ; quá hạn)" in cells
    assert "25/8: Xét khen thưởng năm học 2025 - 2026 (sắp đến hạn)" in cells
    assert "Tổng kết phong trào thi đua" in cells


def test_flat_list_has_every_task_with_real_days() -> None:
    table = plan_list(PLAN, TASKS, TODAY)
    titles = [head.text for head in table.header[0]]
    first = dict(zip(titles, next(row for row in table.rows if isinstance(row, Row)).cells, strict=True))
    assert len(table.rows) == len(TASKS)
    assert first["Hạn hoàn thành"] == TASKS[0].due
    assert first["Ngày hoàn thành"] == TASKS[0].completed_on
    assert first["Tình trạng"] == "Hoàn thành trễ hạn"
    assert first["Phối hợp"] == "Văn phòng UBND tỉnh; Các cụm, khối thi đua"


def test_a_task_of_900_characters_keeps_all_its_words(tmp_path: Path) -> None:
    assert len(LONG) > 900
    page = printed(plan_annex(PLAN, [task(1, LONG, quarter=1)]), tmp_path)
    assert page.words().count("thẩm định hồ sơ") == 11
