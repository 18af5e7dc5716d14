"""What is in a superior's workbook beside the tied cells is byte for byte what it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.nasty_workbooks import DUMMY_MACRO, SHEET, loaded, macro_form, members, province_form
from thidua_desktop.domain.workbooks.filling import Value
from thidua_desktop.domain.workbooks.places import reference
from thidua_desktop.importing.workbooks import OpenedBook, read_book
from thidua_desktop.reports.excel.patching import fill_copy
from thidua_desktop.reports.excel.patching.cells import Patch


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return macro_form(tmp_path_factory.mktemp("form") / "bieu.xlsm")


@pytest.fixture(scope="module")
def opened(form: Path) -> OpenedBook:
    return read_book(form)


def _fill(book: OpenedBook, values: dict[tuple[int, int], Value], out: Path, *, gone: bool = False) -> Path:
    patch = {book.parts[0]: Patch(values)}
    fill_copy(book.data, patch, out, name="bieu.xlsm", counts=True, formula_gone=gone)
    return out


def test_only_the_sheet_and_the_order_to_count_are_changed(form: Path, opened: OpenedBook, tmp_path: Path) -> None:
    before, after = members(form), members(_fill(opened, {(9, 4): 12}, tmp_path / "out.xlsm"))
    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    assert after["xl/vbaProject.bin"] == DUMMY_MACRO
    assert b'fullCalcOnLoad="1"' in after["xl/workbook.xml"]


def test_a_filled_cell_differs_in_nothing_but_its_value(form: Path, opened: OpenedBook, tmp_path: Path) -> None:
    before = members(form)["xl/worksheets/sheet1.xml"]
    after = members(_fill(opened, {(9, 4): 12}, tmp_path / "out.xlsm"))["xl/worksheets/sheet1.xml"]
    head, _, tail = before.partition(b'<c r="D9" s="')
    style, _, rest = tail.partition(b'"/>')
    assert after == head + b'<c r="D9" s="' + style + b'"><v>12</v></c>' + rest


def test_the_list_of_formulas_goes_when_one_of_them_goes(tmp_path: Path) -> None:
    path = province_form(tmp_path / "a.xlsx")
    book = read_book(path)
    parts = members(_fill(book, {(9, 3): 3}, tmp_path / "out.xlsx", gone=True))
    assert set(parts) == set(members(path))
    assert b"<f>D9+E9</f>" not in parts["xl/worksheets/sheet1.xml"]


def test_openpyxl_reads_what_was_written(opened: OpenedBook, tmp_path: Path) -> None:
    values: dict[tuple[int, int], Value] = {
        (9, 4): 12,
        (9, 5): "=cmd|' /c calc'!A0",
        (4, 8): date(2027, 1, 15),
        (60, 20): "ô mới <&> \u0001 _x0041_",
        (2, 9): "cạnh tiêu đề",
    }
    out = _fill(opened, values, tmp_path / "out.xlsm")
    sheet = loaded(out)[SHEET]
    assert sheet["D9"].value == 12
    assert sheet["E9"].value == "=cmd|' /c calc'!A0"
    assert sheet["E9"].data_type == "s"
    assert sheet["H4"].value.date() == date(2027, 1, 15)
    assert sheet["T60"].value == "ô mới <&>  _x005F_x0041_"  # Excel reads "_x005F_" as "_"
    assert sheet["C9"].value == "=D9+E9"


PLACES = st.tuples(st.integers(1, 70), st.integers(1, 30))
VALUES = st.one_of(st.integers(-(10**9), 10**12), st.text(max_size=20), st.dates(date(1904, 1, 2), date(9999, 12, 31)))


@settings(deadline=None, max_examples=12)
@given(values=st.dictionaries(PLACES, VALUES, max_size=12))
def test_all_other_cells_and_parts_are_equal(
    values: dict[tuple[int, int], Value],
    form: Path,
    opened: OpenedBook,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    out = _fill(opened, values, tmp_path_factory.mktemp("any") / "out.xlsm")
    before, after = members(form), members(out)
    assert {name for name in before if before[name] != after[name]} <= {
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
    }
    was, now = opened.grid.sheets[0], read_book(out).grid.sheets[0]
    tied = set(values)
    assert {at: cell for at, cell in was.cells.items() if at not in tied} == {
        at: cell for at, cell in now.cells.items() if at not in tied
    }
    assert (was.merged, was.hidden_rows, was.widths) == (now.merged, now.hidden_rows, now.widths)
    for at, value in values.items():
        if isinstance(value, int):
            assert now.at(*at).text == str(value), reference(*at)
