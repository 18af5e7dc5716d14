"""The tracker as a workbook: what is typed, what is computed, what is hidden."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tests.reports.cases import LONG, OFFICE, PLAN, TASKS, TODAY, task
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Standing, Task, TaskState
from thidua_desktop.reports.excel.tracker.content import Tracker
from thidua_desktop.reports.excel.tracker.writer import write
from thidua_desktop.wording import labels
from thidua_desktop.wording.tracker import BASE_SHEET, COLUMNS, INDEX, SHEET, STATES, Key

FIRST = 11
"""The first task row: below head (7 rows), headings (2) and the first quarter's row."""


def tracker(*tasks: Task, plans: tuple[Plan, ...] = (PLAN,)) -> Tracker:
    return Tracker(OFFICE, plans, tasks, TODAY)


def both(path: Path) -> tuple[Worksheet, Worksheet]:
    """The sheet with its formulas and with its values."""
    return openpyxl.load_workbook(path)[SHEET], openpyxl.load_workbook(path, data_only=True)[SHEET]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("tracker") / "theo dõi.xlsx"
    write(tracker(*TASKS), made)
    return made


@pytest.fixture(scope="module")
def shown(path: Path) -> Worksheet:
    return both(path)[1]


def at(sheet: Worksheet, row: int, key: Key) -> Cell:
    cell = sheet.cell(row, INDEX[key] + 1)
    assert isinstance(cell, Cell)
    return cell


def test_head(shown: Worksheet) -> None:
    assert shown["A1"].value == OFFICE.superior
    assert (shown["A2"].value, shown["A2"].font.b) == (OFFICE.name, True)
    assert shown["G1"].value == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert shown["G2"].value == "Độc lập - Tự do - Hạnh phúc"
    assert shown["A4"].value == "BẢNG THEO DÕI TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH"
    assert str(shown["A5"].value).startswith("(Kèm theo Kế hoạch số 215/KH-UBND ngày 05 tháng 12 năm 2025")
    assert shown["A6"].value == datetime(2026, 8, 20)
    assert shown["A6"].number_format == '"Tính đến ngày "dd/mm/yyyy'


def test_columns_are_those_of_the_form(shown: Worksheet) -> None:
    for letter, column in zip("ABCDEFGHIJKLMNOPQ", COLUMNS, strict=True):
        # Equal neighbours are written as one range, which openpyxl keeps under its first letter.
        first = {"E": "D", "H": "G"}.get(letter, letter)
        # Excel's width counts 5 pixels of padding too, at 8 pixels a character.
        assert shown.column_dimensions[first].width == pytest.approx(column.width + 0.625, abs=0.01), column.key
    hidden = [column.key for column in COLUMNS if column.hidden]
    assert hidden == [Key.ID, Key.DEADLINE, Key.PERIOD]
    assert all(shown.column_dimensions[letter].hidden for letter in "OPQ")
    assert shown["B8"].value == "Nội dung nhiệm vụ"
    assert [shown[f"{letter}8"].value for letter in "GIK"] == ["Thời gian", "Kết quả", "Tình trạng"]
    assert shown["A8"].font.name == "Times New Roman"


def test_quarters_are_unmerged_filled_rows(path: Path) -> None:
    sheet = both(path)[0]
    rows = range(10, 10 + 6 + len(TASKS))
    groups = [
        (sheet.cell(row, 1).value, sheet.cell(row, 2).value) for row in rows if at(sheet, row, Key.ID).value is None
    ]
    assert len(groups) == 6
    assert groups[0] == ("I", "QUÝ I NĂM 2026")
    assert groups[-1] == ("VI", "QUÝ II NĂM 2027")
    merged = [area for area in sheet.merged_cells.ranges if 10 <= area.min_row <= 24]
    assert not merged
    assert at(sheet, 10, Key.NOTE).fill.fgColor.rgb == "FFD9E2EF"


def test_days_are_days_and_a_share_is_a_share(shown: Worksheet) -> None:
    due, done = at(shown, FIRST, Key.DUE), at(shown, FIRST, Key.COMPLETED_ON)
    assert (due.value, due.number_format) == (datetime(2026, 1, 15), "dd/mm/yyyy")
    assert (done.value, done.number_format) == (datetime(2026, 1, 20), "dd/mm/yyyy")
    percent = at(shown, FIRST + 4, Key.PROGRESS)
    assert (percent.value, percent.number_format) in [(0.6, "0%"), (1, "0%")]
    assert at(shown, FIRST + 1, Key.DUE).value == "Tháng 2/2026"
    assert at(shown, FIRST + 1, Key.COMPLETED_ON).number_format == "dd/mm/yyyy"


def test_page_set_up(path: Path) -> None:
    sheet = both(path)[0]
    assert sheet.freeze_panes == "C10"
    assert sheet.print_title_rows == "$8:$9"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8)
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert sheet.oddFooter.center.text == "Trang &P/&N"
    assert sheet.print_area == f"'{SHEET}'!$A$1:$N${sheet.max_row}"


def test_entries_are_checked(path: Path) -> None:
    sheet = both(path)[0]
    rules = {str(rule.sqref).split(":")[0][0]: rule for rule in sheet.data_validations.dataValidation}
    assert rules["K"].type == "list"
    assert rules["K"].formula1 == f'"{",".join(STATES)}"'
    assert (rules["I"].type, rules["I"].formula1, rules["I"].formula2) == ("decimal", "0", "1")
    assert rules["J"].type == "date"
    assert all(rule.allow_blank and rule.showErrorMessage for rule in rules.values())
    assert str(rules["K"].sqref).startswith("K10:K")


def test_colours_follow_the_computed_state(path: Path) -> None:
    sheet = both(path)[0]
    (area,) = sheet.conditional_formatting
    assert str(area.sqref).startswith("L10:L")
    assert [rule.formula for rule in area.rules] == [
        ['"Quá hạn"'],
        ['"Hoàn thành trễ hạn"'],
        ['"Sắp đến hạn"'],
        ['"Hoàn thành"'],
    ]


def test_every_formula_carries_the_value_of_the_domain(path: Path) -> None:
    formulas, values = both(path)
    found = 0
    for row in range(FIRST, formulas.max_row):
        if at(formulas, row, Key.ID).value is None:
            continue
        each = TASKS[int(at(values, row, Key.ID).value) - 1]  # type: ignore[arg-type]
        assert at(values, row, Key.STANDING).value == labels.of(each.standing(TODAY))
        assert at(values, row, Key.DEADLINE).value == datetime.combine(each.deadline, datetime.min.time())
        assert str(at(formulas, row, Key.STANDING).value).startswith("=IF(K")
        found += 1
    assert found == len(TASKS)


def test_totals_are_formulas_with_values(path: Path) -> None:
    formulas, values = both(path)
    top = next(row for row in range(20, 40) if values.cell(row, 2).value == "TỔNG HỢP")
    heads = [values.cell(top, column).value for column in range(3, 9)]
    assert heads == ["Tổng số", "Hoàn thành", "Trong đó: trễ hạn", "Quá hạn", "Hủy, chuyển kỳ", "Tỷ lệ hoàn thành"]
    last = next(row for row in range(top, top + 12) if values.cell(row, 2).value == "Tổng cộng")
    assert [values.cell(last, column).value for column in range(3, 9)] == [9, 3, 1, 1, 1, 0.375]
    first = [values.cell(top + 1, column).value for column in range(2, 9)]
    assert first == ["QUÝ I NĂM 2026", 2, 2, 1, 0, 0, 1]
    assert re.fullmatch(r"=COUNTIF\(\$Q\$10:\$Q\$\d+,\$B\$\d+\)", str(formulas.cell(top + 1, 3).value))
    assert "COUNTIFS" in str(formulas.cell(top + 1, 4).value)
    assert str(formulas.cell(last, 3).value).startswith("=SUM(C")


def test_sign_off(shown: Worksheet) -> None:
    texts = {str(cell.value): cell for row in shown.iter_rows(min_row=25) for cell in row if cell.value}
    assert (
        texts["NGƯỜI LẬP BIỂU"].column < texts["LÃNH ĐẠO PHÒNG"].column < texts["KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN"].column
    )
    assert "(Ký, họ tên)" in texts
    assert {OFFICE.signer_name, OFFICE.compiler_name} <= set(texts)
    assert any(text.startswith("Hồng Sơn, ngày") for text in texts)


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+84", "-5", "@A1", "\t=1", "=cmd|' /C calc'!A0"])
def test_text_from_users_is_never_a_formula(tmp_path: Path, text: str) -> None:
    name = replace(OFFICE, name=text, compiler_name=text)
    sneaky = task(1, text, quarter=1, note=text, delay_reason=text, product=text, lead=(text,))
    write(Tracker(name, (replace(PLAN, number=text),), (sneaky,), TODAY), tmp_path / "a.xlsx")
    sheet = both(tmp_path / "a.xlsx")[0]
    for key in (Key.TEXT, Key.NOTE, Key.DELAY_REASON, Key.PRODUCT, Key.LEAD):
        cell = at(sheet, FIRST, key)
        assert cell.data_type == "s", key
        assert cell._style.quotePrefix, key
        assert str(cell.value).strip() == text.strip()
    ours = {Key.STANDING, Key.DEADLINE}
    for row in sheet.iter_rows(max_row=FIRST):
        for cell in row:
            assert cell.data_type != "f" or COLUMNS[cell.column - 1].key in ours, cell.coordinate


def test_what_was_sent_is_very_hidden(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [SHEET, BASE_SHEET]
    assert book[BASE_SHEET].sheet_state == "veryHidden"
    assert book[BASE_SHEET].max_row == 2 + len(TASKS)


def test_rows_are_high_enough_and_may_grow(tmp_path: Path) -> None:
    write(tracker(task(1, LONG, quarter=1), task(2, "Ngắn", quarter=1)), tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        xml = package.read("xl/worksheets/sheet1.xml").decode()
    heights = {int(row): float(height) for row, height in re.findall(r'<row r="(\d+)"[^>]* ht="([\d.]+)"', xml)}
    assert heights[FIRST] > 15 * 18
    assert heights[FIRST + 1] < 40
    by_hand = {int(row) for row in re.findall(r'<row r="(\d+)"[^>]* customHeight="1"', xml)}
    assert not by_hand & {FIRST, FIRST + 1}, "these grow with what is typed"
    assert {8, 9} <= by_hand


def test_several_plans_are_named_and_their_tasks_tell_which(tmp_path: Path) -> None:
    other = Plan("Kế hoạch kiểm tra", 2026, id=PlanId(2))
    made = tracker(*TASKS[:1], task(20, "Kiểm tra", plan_id=2, quarter=1), plans=(PLAN, other))
    write(made, tmp_path / "a.xlsx")
    sheet = both(tmp_path / "a.xlsx")[1]
    assert sheet["A5"].value == "(Theo 2 kế hoạch: 215/KH-UBND, 05/12/2025; Kế hoạch kiểm tra)"
    assert at(sheet, FIRST, Key.ASSIGNED_BY).value == "215/KH-UBND, 05/12/2025"
    assert at(sheet, FIRST + 1, Key.ASSIGNED_BY).value == "Kế hoạch kiểm tra"


def test_a_year_without_tasks(tmp_path: Path) -> None:
    write(tracker(), tmp_path / "a.xlsx")
    sheet = both(tmp_path / "a.xlsx")[1]
    assert at(sheet, 10, Key.TEXT).value == "CHƯA CÓ NHIỆM VỤ"
    last = next(row for row in range(10, 20) if sheet.cell(row, 2).value == "Tổng cộng")
    assert [sheet.cell(last, column).value for column in range(3, 9)] == [0, 0, 0, 0, 0, "–"]


def test_every_state_and_time_is_judged_as_the_domain_does(tmp_path: Path) -> None:
    """The values beside the formulas; that a spreadsheet computes the same has been tried with LibreOffice."""
    times: list[dict[str, object]] = [
        {},
        {"quarter": 3},
        {"quarter": 3, "month": 8, "due": date(2026, 8, 19)},
        {"quarter": 3, "month": 8, "due": date(2026, 8, 27)},
        {"quarter": 3, "month": 8, "due": date(2026, 8, 28)},
    ]
    made = [(state, when) for state in TaskState for when in times]
    tasks = tuple(task(number, f"Việc {number}", state=state, **when) for number, (state, when) in enumerate(made, 1))
    write(tracker(*tasks), tmp_path / "a.xlsx")
    sheet = both(tmp_path / "a.xlsx")[1]
    seen = {
        at(sheet, row, Key.ID).value: at(sheet, row, Key.STANDING).value
        for row in range(FIRST, sheet.max_row)
        if at(sheet, row, Key.ID).value is not None
    }
    assert seen == {each.id: labels.of(each.standing(TODAY)) for each in tasks}
    assert {labels.of(Standing.DUE_SOON), labels.of(Standing.OVERDUE)} <= set(seen.values())


def test_a_long_agency_name_is_broken_at_phrases(tmp_path: Path) -> None:
    name = "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG CÁC CƠ QUAN TRUNG ƯƠNG ĐÓNG TRÊN ĐỊA BÀN THÀNH PHỐ HỒ CHÍ MINH"
    write(Tracker(replace(OFFICE, name=name), (PLAN,), TASKS, TODAY), tmp_path / "a.xlsx")
    sheet = both(tmp_path / "a.xlsx")[1]
    lines = str(sheet["A2"].value).split("\n")
    assert len(lines) > 1
    assert " ".join(lines) == name
    assert not any(line.endswith("KHEN") for line in lines)
