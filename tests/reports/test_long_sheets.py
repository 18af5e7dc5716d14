"""Rows that go into a workbook as markup are read back as what they were."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from thidua_desktop.common.progress import Cancelled, Progress, watched
from thidua_desktop.reports.excel import lines, paper, plain
from thidua_desktop.reports.excel.heights import lines_in
from thidua_desktop.reports.excel.streaming import LongSheet, TooManyRows
from thidua_desktop.reports.model import Cell, Column, GroupRow, HeadCell, Report, Row, Table, Tick
from thidua_desktop.reports.rows import RowsOf
from thidua_desktop.reports.texts import printable


def table_of(*rows: Row | GroupRow, width: float = 60) -> Table:
    count = max(len(row.cells) for row in rows if isinstance(row, Row))
    heads = tuple(HeadCell(f"Cột {at}") for at in range(count))
    return Table((Column(width),) * count, (heads,), rows)


def read(path: Path) -> Worksheet:
    sheet = openpyxl.load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    return sheet


def written(tmp_path: Path, *cells: Cell) -> Worksheet:
    plain.write(table_of(Row(cells)), "Thử", tmp_path / "a.xlsx")
    return read(tmp_path / "a.xlsx")


def markup(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An",
        "001085000123",
        "a & b < c > d",
        "  hai đầu  ",
        "dòng 1\ndòng 2",
        '"',
        "😀",
    ],
)
def test_texts_are_read_back_as_they_were(tmp_path: Path, text: str) -> None:
    cell = written(tmp_path, text)["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_text_is_well_formed_and_says_what_is_printed(text: str) -> None:
    _, cell, _ = lines._text(text, 10)
    said = ElementTree.fromstring(f"<c{cell}").findtext("is/t") or ""
    assert said.replace("_x005F_", "_") == printable(text)


def test_what_looks_like_an_escape_is_escaped() -> None:
    """Spreadsheets take _x000D_ for a character (ECMA-376, part 1, 22.9.2.19)."""
    assert "<t>a_x005F_x000D_b</t>" in lines._text("a_x000D_b", 10)[1]


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(1899, 12, 31), 0), (date(1900, 2, 28), 59), (date(1900, 3, 1), 61), (date(2026, 1, 2), 46024)],
)
def test_days_are_counted_as_spreadsheets_count(tmp_path: Path, day: date, number: int) -> None:
    written(tmp_path, day)
    assert f"<v>{number}</v>" in markup(tmp_path / "a.xlsx")


def test_each_kind_of_cell_is_what_it_is(tmp_path: Path) -> None:
    sheet = written(tmp_path, 12, 10**14, date(2026, 1, 2), Tick(done=True), None, "", "=1+1")
    assert [cell.value for cell in sheet[2]] == [12, 10**14, datetime(2026, 1, 2), "☑", None, None, "=1+1"]
    assert [cell.number_format for cell in sheet[2]][2] == "dd/mm/yyyy"
    assert all(cell.border.left.style == "thin" and cell.font.name == "Times New Roman" for cell in sheet[2])
    assert sheet["G2"].data_type == "s"


def test_a_text_that_is_longer_than_a_cell_is_cut_in_units_of_utf_16(tmp_path: Path) -> None:
    value = written(tmp_path, "😀" * 20_000)["A2"].value
    assert value == "😀" * 16_383


def test_rows_grow_with_their_texts_and_can_be_made_higher(tmp_path: Path) -> None:
    plain.write(
        table_of(Row(("một dòng",)), Row(("nhiều chữ " * 30,)), Row(("x " * 30_000,))), "Thử", tmp_path / "a.xlsx"
    )
    sheet = read(tmp_path / "a.xlsx")
    low, high, highest = (float(sheet.row_dimensions[at].height or 0) for at in (2, 3, 4))
    assert low < 21 < high < highest <= 409.5
    opened = re.findall(r"<row [^>]*>", markup(tmp_path / "a.xlsx"))
    assert ['customHeight="1"' in row for row in opened] == [True, False, False, False]


@pytest.mark.parametrize(
    ("text", "room", "count"),
    [("", 5, 1), ("abc", 5, 1), ("ai ai ai ai", 2, 2), ("a\nb", 9, 2), ("x" * 100, 10, 5), ("😀" * 10, 4, 3)],
)
def test_lines_are_counted(text: str, room: float, count: int) -> None:
    assert lines_in(text, room) == count


def test_groups_stand_between_the_rows_and_headings_above(tmp_path: Path) -> None:
    header = ((HeadCell("TT", rows=2), HeadCell("Kết quả", columns=2)), (HeadCell("%"), HeadCell("Ngày")))
    rows = (
        Row((1, "a", None)),
        GroupRow("I. NHÓM"),
        Row((2, "b", None)),
        Row((3, "c", None), bold=True),
        GroupRow("II"),
    )
    report = Report("Thử", (Table((Column(20), Column(60), Column(85)), header, rows), table_of(Row(("d", "e")))))
    paper.write(report, tmp_path / "a.xlsx")
    sheet = read(tmp_path / "a.xlsx")
    first = [row[0].value for row in sheet.iter_rows()]
    assert first == ["TT", None, 1, "I. NHÓM", 2, 3, "II", "Cột 0", "d"]
    assert [bool(sheet.cell(row, 2).font.b) for row in (5, 6)] == [False, True]
    assert {"A1:A2", "B1:C1", "A4:C4", "A7:C7"} == {str(each) for each in sheet.merged_cells.ranges}
    assert sheet.dimensions == "A1:C9"


def test_more_rows_than_a_sheet_has_are_refused(tmp_path: Path) -> None:
    made = RowsOf(range(1_048_576), lambda number, _: Row((number,)))
    table = Table((Column(20),), ((HeadCell("TT"),),), made)
    with pytest.raises(TooManyRows) as refused:
        LongSheet().add_stretch(1, (len(made), 1), lambda: iter(()))
    assert refused.value.params == {"rows": 1_048_577}
    assert len(table.rows) == 1_048_576


def test_a_list_that_is_stopped_leaves_nothing_in_the_temporary_folder(tmp_path: Path) -> None:
    """The hook after every test looks."""
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled), watched(progress):
        plain.write(table_of(Row(("a",))), "Thử", tmp_path / "a.xlsx")


def test_rows_are_made_when_they_are_read() -> None:
    made: list[int] = []

    def make(number: int, name: str) -> Row:
        made.append(number)
        return Row((number, name))

    rows = RowsOf(("a", "b", "c"), make)
    assert (len(rows), made) == (3, [])
    assert [row.cells for row in rows] == [(1, "a"), (2, "b"), (3, "c")]
    assert rows[-1].cells == (3, "c")
    assert [row.cells for row in rows[1:]] == [(2, "b"), (3, "c")]
