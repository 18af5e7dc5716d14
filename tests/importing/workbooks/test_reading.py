"""Superiors' workbooks as grids, and files that are refused before anything is done with them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from tests.nasty_workbooks import SHEET, changed, filled_down, macro_form, members, packed, province_form
from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.domain.workbooks.filling import Refusal, constant, refusal
from thidua_desktop.domain.workbooks.grids import CellKind, FormulaKind
from thidua_desktop.domain.workbooks.places import Area
from thidua_desktop.domain.workbooks.trouble import WorkbookIsNone, WorkbookIsOld, WorkbookTooLarge
from thidua_desktop.importing.readers.errors import FileDamaged, FileUnsafe
from thidua_desktop.importing.workbooks import read_book, read_bytes, sheets


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return macro_form(tmp_path_factory.mktemp("form") / "bieu.xlsm")


def test_a_form_is_seen_as_in_excel(form: Path) -> None:
    book = read_book(form).grid
    sheet = book.sheets[0]
    assert [one.name for one in book.sheets] == [SHEET, "Tổng"]
    assert set(book.carries) == {"picture", "chart", "macro", "control", "comment", "print"}
    assert Area(1, 1, 1, 8) in sheet.merged
    assert sheet.shown(6, 2).text == "Danh hiệu, hình thức khen thưởng"
    assert (sheet.at(4, 8).kind, sheet.at(4, 8).text) == (CellKind.DAY, "15/12/2026")
    assert (sheet.at(9, 3).formula, sheet.at(9, 3).written) == (FormulaKind.PLAIN, "D9+E9")
    assert sheet.at(9, 7).shape == "percent"
    assert (sheet.at(9, 4).kind, sheet.at(9, 4).bold, sheet.at(8, 4).bold) == (CellKind.EMPTY, False, True)
    assert sheet.hidden_rows == {20}
    assert sheet.widths[2] > 40
    assert not book.signed


def test_days_counted_from_1904(tmp_path: Path) -> None:
    book = read_book(province_form(tmp_path / "bieu.xlsx", from_1904=True)).grid
    assert book.from_1904
    assert book.sheets[0].at(4, 8).text == "15/12/2026"


def test_formulas_that_cells_share(tmp_path: Path) -> None:
    sheet = read_book(filled_down(tmp_path / "bieu.xlsx")).grid.sheets[0]
    assert sheet.at(9, 3).formula is FormulaKind.SHARED
    assert (sheet.at(11, 3).formula, sheet.at(11, 3).written) == (FormulaKind.PART, "D11+E11")
    assert refusal(sheet, 9, 3, over_formula=True) is Refusal.SHARED
    assert refusal(sheet, 11, 3, over_formula=True) is None
    assert refusal(sheet, 16, 3, over_formula=True) is Refusal.ARRAY


def test_what_must_not_be_written_over(tmp_path: Path) -> None:
    path = tmp_path / "bieu.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("S")
    open_cell = book.add_format({"locked": False})
    sheet.merge_range("A1:B2", "gộp")
    sheet.add_table("D1:E3", {"columns": [{"header": "Tên"}, {"header": "Số"}]})
    sheet.write_array_formula("G1:G2", "{=A5:A6*2}")
    sheet.write_blank("A9", None, open_cell)
    sheet.write_number("B9", 1)
    sheet.protect("mật khẩu")
    book.close()
    grid = read_book(path).grid.sheets[0]
    assert grid.protected
    assert (grid.at(9, 1).locked, grid.at(9, 2).locked) == (False, True)
    cases = {(1, 1): None, (2, 2): Refusal.MERGED, (1, 5): Refusal.HEADING, (2, 5): None, (2, 7): Refusal.ARRAY}
    assert {at: refusal(grid, *at) for at in cases} == cases
    assert refusal(grid, 1_048_577, 1) is Refusal.OUTSIDE
    assert refusal(None, 1, 1) is Refusal.NO_SHEET


@pytest.mark.parametrize(
    ("text", "shape", "wanted"),
    [
        ("12", None, "12"),
        ("1.234,5", None, "1234.5"),
        ("-3", None, "-3"),
        ("0,25", "percent", "0.25"),
        ("007", None, None),
        ("12", "text", None),
        ("12345678901234567", None, None),
        ("1.23", None, None),
        ("=A1", None, None),
        ("31/02/2026", "day", None),
        ("Sở Nội vụ", None, None),
    ],
)
def test_a_fixed_text_is_a_number_only_where_it_is_one(text: str, shape: str | None, wanted: str | None) -> None:
    found = constant(text, shape)
    assert format(found, "f") == wanted if wanted is not None else found == text  # type: ignore[str-format]


@pytest.mark.parametrize(
    ("name", "content", "trouble"),
    [
        ("a.csv", b"a,b\n", WorkbookIsNone),
        ("a.pdf", b"%PDF-1.7\n", WorkbookIsNone),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", WorkbookIsOld),
        ("a.xlsx", b"PK\x03\x04 cut off", FileDamaged),
        ("a.xlsx", b"", FileTrouble),
    ],
)
def test_files_that_are_no_workbook_to_be_filled(
    tmp_path: Path, name: str, content: bytes, trouble: type[FileTrouble]
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(trouble):
        read_book(tmp_path / name)


def test_other_spreadsheets_are_to_be_saved_anew(tmp_path: Path) -> None:
    ods = packed(
        tmp_path / "a.ods", {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}
    )
    xlsb = packed(tmp_path / "a.xlsb", {"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"x"})
    for path in (ods, xlsb):
        with pytest.raises(WorkbookIsOld):
            read_book(path)


@pytest.mark.parametrize(
    "entity",
    [
        b'<!DOCTYPE w [<!ENTITY a "b">]>',
        b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE w SYSTEM "http://example.invalid/a.dtd">',
    ],
)
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_entities_are_refused(form: Path, tmp_path: Path, part: str, entity: bytes) -> None:
    parts = members(form)
    parts[part] = parts[part].replace(b"?>\n", b"?>\n" + entity, 1)
    with pytest.raises(FileUnsafe):
        read_book(packed(tmp_path / "a.xlsx", parts))


def test_a_bomb_and_a_workbook_without_its_sheets_are_refused(form: Path, tmp_path: Path) -> None:
    parts = members(form)
    bomb = packed(tmp_path / "bom.xlsx", {**parts, "xl/media/a.png": b"\0" * (18 * 1024 * 1024)})
    with pytest.raises(FileUnsafe):
        read_book(bomb)
    without = packed(tmp_path / "thieu.xlsx", {name: data for name, data in parts.items() if "sheet1.xml" not in name})
    with pytest.raises(FileDamaged):
        read_book(without)


def test_a_workbook_cut_off_anywhere_says_so(form: Path) -> None:
    data = form.read_bytes()
    for share in range(1, 12):
        with pytest.raises(FileTrouble):
            read_bytes(data[: len(data) * share // 12], "a.xlsx")


def test_a_signature_is_seen(form: Path, tmp_path: Path) -> None:
    signed = packed(tmp_path / "ky.xlsx", {**members(form), "_xmlsignatures/sig1.xml": b"<Signature/>"})
    assert read_book(signed).grid.signed
    assert zipfile.is_zipfile(signed)


def test_cells_without_a_name_stand_one_after_the_other(tmp_path: Path) -> None:
    path = province_form(tmp_path / "a.xlsx")
    changed(path, "xl/worksheets/sheet2.xml", (b' r="A1"', b""), (b' r="B1"', b""), (b'<row r="1"', b"<row"))
    sheet = read_book(path).grid.sheets[1]
    assert (sheet.at(1, 1).text, sheet.at(1, 2).formula) == ("Tổng hợp", FormulaKind.PLAIN)


@pytest.mark.parametrize("cell", [b'<c s="1"/>', b"<c><v>1</v></c>"])
def test_a_sheet_without_end(form: Path, tmp_path: Path, cell: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_CELLS", 900)
    monkeypatch.setattr(sheets, "MOST_EMPTY", 500)
    parts = members(form)
    part = "xl/worksheets/sheet2.xml"
    head, _, tail = parts[part].partition(b"<sheetData>")
    rows = b"".join(b'<row r="%d">%s</row>' % (row, cell * 100) for row in range(1, 11))
    parts[part] = head + b"<sheetData>" + rows + tail[tail.index(b"</sheetData>") :]
    path = packed(tmp_path / "a.xlsx", parts)
    if cell.endswith(b"/>"):
        sheet = read_book(path).grid.sheets[1]
        assert (sheet.rows, sheet.columns, len(sheet.cells)) == (0, 0, 500)
    else:
        with pytest.raises(WorkbookTooLarge):
            read_book(path)
