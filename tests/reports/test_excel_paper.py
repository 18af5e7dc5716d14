"""Papers as workbooks: what the PDF says, in cells that can be worked on."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.reports.cases import OFFICE, PLAN, TASKS, TODAY
from thidua_desktop.reports.builders.plan_annex import plan_annex
from thidua_desktop.reports.builders.quarter_results import quarter_results
from thidua_desktop.reports.builders.todo_list import todo_list
from thidua_desktop.reports.builders.unit_lists import unit_lists
from thidua_desktop.reports.excel import paper
from thidua_desktop.reports.model import Column, HeadCell, Report, Row, Table
from thidua_desktop.services.calendar import office_calendar


def sheets(report: Report, tmp_path: Path) -> list[Worksheet]:
    paper.write(report, tmp_path / "bảng.xlsx")
    return openpyxl.load_workbook(tmp_path / "bảng.xlsx").worksheets


def line_of(sheet: Worksheet, text: str) -> int:
    return next(cell.row for row in sheet.iter_rows() for cell in row if str(cell.value or "").startswith(text))


def test_the_annex_has_its_seven_columns(tmp_path: Path) -> None:
    (sheet,) = sheets(plan_annex(PLAN, TASKS), tmp_path)
    at = line_of(sheet, "TT")
    assert [cell.value for cell in sheet[at]] == [
        "TT",
        "Nội dung",
        "Chủ trì",
        "Phối hợp",
        "Sản phẩm",
        "Thời gian",
        "Ghi chú",
    ]
    assert sheet.cell(at + 1, 1).value == "QUÝ I NĂM 2026"
    assert f"A{at + 1}:G{at + 1}" in {str(merged) for merged in sheet.merged_cells.ranges}
    assert sheet.cell(at + 2, 2).value == TASKS[0].text
    assert sheet.cell(at + 2, 4).value == "- Văn phòng UBND tỉnh\n- Các cụm, khối thi đua"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == f"${at}:${at}"
    assert sheet.cell(line_of(sheet, "(Kèm theo"), 1).font.italic
    assert str(sheet.cell(sheet.max_row, 1).value).endswith("09 nhiệm vụ./.")


def test_days_are_days_and_sums_are_bold_numbers(tmp_path: Path) -> None:
    (sheet,) = sheets(quarter_results(OFFICE, 2026, 2, TASKS[:4], TODAY), tmp_path)
    row = next(row for row in sheet.iter_rows() if row[1].value == "Báo cáo sơ kết 6 tháng đầu năm")
    assert row[3].value == datetime(2026, 6, 15)
    assert row[3].number_format == "dd/mm/yyyy"
    total = next(row for row in sheet.iter_rows() if row[1].value == "Tổng cộng")
    assert (total[2].value, total[2].font.bold) == (4, True)
    assert sheet.cell(line_of(sheet, "Nguyễn Thị Thu Hà"), 1).font.bold


def test_the_letterhead_has_both_sides(tmp_path: Path) -> None:
    (sheet,) = sheets(quarter_results(OFFICE, 2026, 2, TASKS[:4], TODAY), tmp_path)
    said = [[cell.value for cell in row if cell.value] for row in sheet.iter_rows(max_row=3)]
    assert said == [
        ["SỞ NỘI VỤ TỈNH HỒNG SƠN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["BAN THI ĐUA - KHEN THƯỞNG", "Độc lập - Tự do - Hạnh phúc"],
        ["Hồng Sơn, ngày      tháng      năm "],
    ]
    assert [cell.font.bold for row in sheet.iter_rows(max_row=2) for cell in row if cell.value] == [
        False,
        True,
        True,
        True,
    ]


def test_each_unit_has_a_sheet_with_a_name_that_excel_takes(tmp_path: Path) -> None:
    report = unit_lists(OFFICE, TASKS[:3], title="Năm 2026", today=TODAY)
    found = sheets(report, tmp_path)
    assert [sheet.title for sheet in found] == ["Sở Nội vụ", "Văn phòng UBND tỉnh", "Các cụm, khối thi đua"]


def test_names_that_excel_refuses_or_repeats(tmp_path: Path) -> None:
    long = "Trung tâm: Giáo dục nghề nghiệp / thường xuyên"
    tables = (Table((Column(20),), ((HeadCell("TT"),),), (Row((1,)),)),)
    report = Report(long, tables, annexes=(Report(long, tables), Report("'[*]'", tables)))
    names = [sheet.title for sheet in sheets(report, tmp_path)]
    assert len({name.casefold() for name in names}) == 3
    assert all(len(name) <= 31 for name in names)


def test_boxes_and_merged_headings(tmp_path: Path) -> None:
    (todo,) = sheets(todo_list(OFFICE, TASKS, office_calendar(), title="Năm 2026", today=TODAY), tmp_path)
    assert "☐" in {row[0].value for row in todo.iter_rows()}
    header = ((HeadCell("TT", rows=2), HeadCell("Kết quả", columns=2)), (HeadCell("%"), HeadCell("Ngày")))
    table = Table((Column(20), Column(60), Column(85)), header, (Row((1, "50", date(2026, 1, 2))),))
    (sheet,) = sheets(Report("Thử", (table,)), tmp_path)
    assert {str(merged) for merged in sheet.merged_cells.ranges} == {"A1:A2", "B1:C1"}
    assert sheet["C2"].value == "Ngày"


@pytest.mark.parametrize("text", ["=1+1", "+84", "@SUM(A1)"])
def test_texts_are_never_formulas(tmp_path: Path, text: str) -> None:
    (sheet,) = sheets(Report("Thử", (Table((Column(20),), ((HeadCell(text),),), (Row((text,)),)),)), tmp_path)
    assert [cell.data_type for row in sheet.iter_rows() for cell in row] == ["s", "s"]
