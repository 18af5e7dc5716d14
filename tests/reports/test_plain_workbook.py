"""The flat list as a workbook: real days, text that is never a formula."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.reports.cases import PLAN, TASKS, TODAY
from thidua_desktop.reports.builders.plan_list import plan_list
from thidua_desktop.reports.excel import plain
from thidua_desktop.reports.model import Column, HeadCell, Row, Table


def test_days_are_days_and_the_heading_stays_in_sight(tmp_path: Path) -> None:
    plain.write(plan_list(PLAN, TASKS, TODAY), PLAN.title, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    titles = [cell.value for cell in sheet[1]]
    due = sheet.cell(2, titles.index("Hạn hoàn thành") + 1)
    assert due.value == datetime(2026, 1, 15)
    assert due.number_format == "dd/mm/yyyy"
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.auto_filter.ref == f"A1:Q{len(TASKS) + 1}"
    assert sheet.max_row == len(TASKS) + 1


@pytest.mark.parametrize("text", ["=1+1", "+84 912", "-5", "@x", "\t=2", "=cmd|' /C calc'!A0", "http://x.vn"])
def test_text_is_never_a_formula_or_a_link(tmp_path: Path, text: str) -> None:
    table = Table((Column(40), Column(40)), ((HeadCell("a"), HeadCell("b")),), (Row((text, date(2026, 1, 2))),))
    plain.write(table, "Thử", tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    cell = sheet["A2"]
    assert cell.data_type == "s"
    assert str(cell.value).strip() == text.strip()
    assert bool(cell._style.quotePrefix) is text.startswith(tuple("=+-@\t"))
    assert cell.hyperlink is None


def test_a_line_of_sums_is_bold_and_stays_below_what_is_filtered(tmp_path: Path) -> None:
    rows = (Row(("Sở Y tế", 3)), Row(("Cộng", 3), bold=True))
    table = Table((Column(40), Column(40)), ((HeadCell("Đơn vị"), HeadCell("Số")),), rows)
    plain.write(table, "Thử", tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    assert [[bool(cell.font.b) for cell in row] for row in sheet.iter_rows(min_row=2)] == [[False] * 2, [True] * 2]
    assert sheet.auto_filter.ref == "A1:B2"
