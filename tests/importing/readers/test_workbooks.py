"""Workbooks: what a clerk sees in a cell, merged cells, hidden sheets, and sheets without end."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.importing.readers.make import zipped
from thidua_desktop.domain.documents import Document
from thidua_desktop.importing.readers import read_file
from thidua_desktop.importing.readers.errors import FileDamaged, FileUnsafe
from thidua_desktop.importing.readers.sheet_values import date_shape, number_text


def read(data: bytes, tmp_path: Path, name: str = "kế hoạch.xlsx") -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    return read_file(path)


def made(fill: Callable[[Worksheet], None]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "Kế hoạch"
    fill(book.active)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_rows_know_sheet_and_row_and_line_up_from_column_a(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B2"] = "KẾ HOẠCH"
        sheet["A4"], sheet["B4"] = "TT", "Nội dung"
        sheet["A5"], sheet["B5"] = 1, "Họp\nHội đồng"

    document = read(made(fill), tmp_path)
    assert [(b.source.sheet, b.source.row, b.cells) for b in document.blocks] == [
        ("Kế hoạch", 2, ("", "KẾ HOẠCH")),
        ("Kế hoạch", 4, ("TT", "Nội dung")),
        ("Kế hoạch", 5, ("1", "Họp\nHội đồng")),
    ]
    assert document.format == "xlsx"


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (date(2024, 6, 15), "dd/mm/yyyy", "15/06/2024"),
        (date(2024, 6, 15), "d\\-m\\-yy;@", "15/06/2024"),
        (date(2024, 3, 1), "mm/yyyy", "03/2024"),
        (date(2024, 3, 1), '"Tháng" m "năm" yyyy', "03/2024"),
        (datetime(2024, 6, 15, 8, 30), "dd/mm/yyyy hh:mm", "15/06/2024 08:30"),
        (time(8, 30), "h:mm", "08:30"),
        (3.0, "General", "3"),
        (1.5, "0.0", "1.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1500000, "#,##0", "1500000"),
        (12, '0 "đơn vị"', "12"),
        (45000, "General", "45000"),
        (True, "General", "TRUE"),
        ("  0123 ", "@", "0123"),
    ],
)
def test_values_as_they_are_seen(value: object, number_format: str, text: str, tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = value  # type: ignore[assignment]
        sheet["A1"].number_format = number_format

    assert read(made(fill), tmp_path).blocks[0].cells == (text,)


def test_merged_cells_are_one_cell(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["TT", "Đơn vị", "", "Hạn"])
        sheet.append(["", "Chủ trì", "Phối hợp", ""])
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("A1:A2")

    blocks = read(made(fill), tmp_path).blocks
    assert [(b.cells, b.spans) for b in blocks] == [
        (("TT", "Đơn vị", "Hạn"), (1, 2, 1)),
        (("", "Chủ trì", "Phối hợp"), ()),
    ]


def test_hidden_sheets_and_formulas_without_result_are_told(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"] = "Tổng", "=1+1"
        hidden = sheet.parent.create_sheet("Ẩn")  # type: ignore[union-attr]
        hidden["A1"] = "bí mật"
        hidden.sheet_state = "hidden"
        sheet.parent.create_sheet("Hai")["A1"] = "trang hai"  # type: ignore[union-attr]

    document = read(made(fill), tmp_path)
    assert [block.text for block in document.blocks] == ["Tổng", "trang hai"]
    assert [(note.code, note.params["sheet"]) for note in document.notes] == [
        ("reader.formula_without_value", "Kế hoạch"),
        ("reader.hidden_sheet", "Ẩn"),
    ]


SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet_file(rows: str, more: str = "") -> bytes:
    """A workbook around the XML of a sheet's rows."""
    sheets = '<sheets><sheet name="S" r:id="r1"/></sheets>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
            "xl/workbook.xml": f'<workbook {SPACE} xmlns:r="{kind}">{sheets}</workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{kind}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f"<worksheet {SPACE}><sheetData>{rows}</sheetData>{more}</worksheet>",
        }
    )


def text_cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_a_sheet_of_empty_formatted_rows_costs_little(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{at}" s="1" customFormat="1"><c r="A{at}" s="1"/></row>' for at in range(2, 200_000))
    data = sheet_file(
        f'<row r="1">{text_cell("A1", "đầu")}</row>{empty}<row r="200000">{text_cell("C200000", "cuối")}</row>'
    )
    tracemalloc.start()
    document = read(data, tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [(b.source.row, b.cells) for b in document.blocks] == [(1, ("đầu",)), (200_000, ("", "", "cuối"))]
    assert peak < 120 * 1024 * 1024


def test_cells_far_apart_do_not_fill_the_memory(tmp_path: Path) -> None:
    rows = f'<row r="1">{text_cell("A1", "gần")}</row><row r="1048576">{text_cell("XFD1048576", "xa")}</row>'
    document = read(sheet_file(rows), tmp_path)
    assert [block.cells for block in document.blocks] == [("gần",)]
    assert [note.code for note in document.notes] == ["reader.columns_left"]


def test_too_many_rows_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua_desktop.importing.readers.workbook.MOST_ROWS", 3)
    rows = "".join(f'<row r="{at}">{text_cell(f"A{at}", str(at))}</row>' for at in range(1, 9))
    document = read(sheet_file(rows), tmp_path)
    assert [block.text for block in document.blocks] == ["1", "2", "3"]
    assert [(n.code, n.params["row"]) for n in document.notes] == [("reader.rows_left", 3)]


def test_merged_areas_without_end_are_let_go(tmp_path: Path) -> None:
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="rubbish"/><mergeCell ref="B2"/></mergeCells>'
    document = read(sheet_file(f'<row r="1">{text_cell("A1", "một")}{text_cell("B1", "hai")}</row>', merged), tmp_path)
    assert document.blocks[0].cells == ("một", "hai")


def test_rows_without_addresses_and_broken_references(tmp_path: Path) -> None:
    rows = "<row><c><v>1</v></c><c t='s'><v>99</v></c><c t='e'><v>#REF!</v></c></row><row><c><v>x</v></c></row>"
    document = read(sheet_file(rows), tmp_path)
    assert [(b.source.row, b.cells) for b in document.blocks] == [(1, ("1", "", "#REF!")), (2, ("x",))]


def test_a_workbook_without_its_main_part_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(FileDamaged):
        read(zipped({"[Content_Types].xml": "<Types/>", "xl/styles.xml": "<styleSheet/>"}), tmp_path)


def ods(table: str) -> bytes:
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content{spaces}>{body}</office:document-content>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def ods_cell(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def test_a_libreoffice_sheet(tmp_path: Path) -> None:
    row = f"<table:table-row>{ods_cell('1')}{ods_cell('Họp')}</table:table-row>"
    wide = '<table:table-cell table:number-columns-repeated="16384"/>'
    empty = f'<table:table-row table:number-rows-repeated="1048570">{wide}</table:table-row>'
    document = read(ods(f'<table:table table:name="Tờ">{row}{empty}</table:table>'), tmp_path, "a.ods")
    assert [(b.source.sheet, b.cells) for b in document.blocks] == [("Tờ", ("1", "Họp"))]


_COVERED = "<table:covered-table-cell/>"
_OVER_THREE = ods_cell("LĐTT", 'table:number-rows-spanned="3"')
_OVER_TWO = ods_cell("Đề nghị", 'table:number-columns-spanned="2"')
_WITHOUT_END = ods_cell("A", 'table:number-rows-spanned="999999999"')


@pytest.mark.parametrize(
    ("rows", "cells", "spans", "goes_on"),
    [
        (  # an award over three rows, below an empty row that is written once for two
            f'<table:table-row table:number-rows-repeated="2">{ods_cell("")}</table:table-row>'
            f"<table:table-row>{ods_cell('An')}{_OVER_THREE}</table:table-row>"
            f"<table:table-row>{ods_cell('Bình')}{_COVERED}</table:table-row>"
            f"<table:table-row>{ods_cell('Chi')}{_COVERED}</table:table-row>",
            [("An", "LĐTT"), ("Bình", ""), ("Chi", "")],
            [(), (), ()],
            [(), (1,), (1,)],
        ),
        (  # one heading over two columns
            f"<table:table-row>{_OVER_TWO}{_COVERED}{ods_cell('Sổ')}"
            f"</table:table-row><table:table-row>{ods_cell('A')}{ods_cell('B')}{ods_cell('C')}</table:table-row>",
            [("Đề nghị", "Sổ"), ("A", "B", "C")],
            [(2, 1), ()],
            [(), ()],
        ),
        (  # without end: let go, and the next one is taken
            f"<table:table-row>{_WITHOUT_END}</table:table-row>"
            f"<table:table-row>{_OVER_TWO}{_COVERED}{ods_cell('Sổ')}</table:table-row>",
            [("A",), ("Đề nghị", "Sổ")],
            [(), (2, 1)],
            [(), ()],
        ),
    ],
)
def test_merged_cells_of_a_libreoffice_sheet(
    tmp_path: Path, rows: str, cells: list[object], spans: list[object], goes_on: list[object]
) -> None:
    rows = f"<table:table-row-group>{rows}</table:table-row-group>"
    blocks = read(ods(f'<table:table table:name="Tờ">{rows}</table:table>'), tmp_path, "a.ods").blocks
    assert [(b.cells, b.spans, b.goes_on) for b in blocks] == list(zip(cells, spans, goes_on, strict=True))


def test_a_cell_repeated_without_end_is_refused(tmp_path: Path) -> None:
    repeated = ods_cell("x", 'table:number-columns-repeated="16384"')
    row = f'<table:table-row table:number-rows-repeated="1048576">{repeated}</table:table-row>'
    with pytest.raises(FileUnsafe):
        read(ods(f'<table:table table:name="Tờ">{row}</table:table>'), tmp_path, "a.ods")


@pytest.mark.parametrize(
    ("identity", "code", "shape"),
    [
        (14, None, "day"),
        (17, None, "month"),
        (20, None, "time"),
        (0, None, None),
        (165, "[$-42A]dd/mm/yyyy", "day"),
        (165, "General", None),
        (165, '#,##0 "đ"', None),
        (165, '[Red]0.00;"d"', None),
        (165, "[h]:mm", "time"),
    ],
)
def test_which_formats_show_days(identity: int, code: str | None, shape: str | None) -> None:
    assert date_shape(identity, code) == shape


@pytest.mark.parametrize(
    ("number", "old", "text"),
    [("1", False, "01/01/1900"), ("61", False, "01/03/1900"), ("0", True, "00:00"), ("1", True, "02/01/1904")],
)
def test_the_two_calendars_of_excel(number: str, old: bool, text: str) -> None:
    assert number_text(number, "day", from_1904=old) == text


@pytest.mark.parametrize(
    ("number", "text"), [("1e300", "1e+300"), ("nan", ""), ("inf", ""), ("-5", "-5"), ("2958466", "2958466")]
)
def test_numbers_that_are_no_day_stay_numbers(number: str, text: str) -> None:
    assert number_text(number, "day") == text


def test_cells_in_an_old_font_are_decoded_and_keep_what_was_typed(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"], sheet["C1"] = "NguyÔn V¨n MÉu", "Sở Nội vụ", "phßng mÉu"
        sheet["A1"].font, sheet["C1"].font = Font(name=".VnTime"), Font(name=".VnTimeH")

    [block] = read(made(fill), tmp_path).blocks
    assert block.cells == ("Nguyễn Văn Mẫu", "Sở Nội vụ", "PHÒNG MẪU")
    assert block.typed == ("NguyÔn V¨n MÉu", "Sở Nội vụ", "phßng mÉu")


def test_an_old_font_left_over_from_before_a_conversion_does_not_count(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for row, text in enumerate(("Lê Hoà", "Hà Bình", "Lò Ví Nguyên"), start=1):
            sheet.cell(row, 1, text).font = Font(name=".VnTime")

    document = read(made(fill), tmp_path)
    assert [block.text for block in document.blocks] == ["Lê Hoà", "Hà Bình", "Lò Ví Nguyên"]
    assert not any(block.typed for block in document.blocks)


def test_hidden_rows_and_cells_merged_downwards_are_known(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (1, 2, 3):
            sheet.cell(row, 1, f"Dòng {row}")
        sheet["B1"] = "Sở Mẫu"
        sheet.merge_cells("B1:B2")
        sheet.row_dimensions[3].hidden = True

    first, second, third = read(made(fill), tmp_path).blocks
    assert (first.goes_on, third.goes_on) == ((), ())
    assert (first.hidden, second.hidden, third.hidden) == (False, False, True)


def test_delimited_text_becomes_rows(tmp_path: Path) -> None:
    text = 'STT;Họ và tên;Đơn vị\n1;Nguyễn Văn Mẫu;"Phòng 1; Sở Mẫu"\n\n2;Trần Thị Thử;Sở Mẫu\n'
    document = read(text.encode("utf-8-sig"), tmp_path, "danh sách.csv")
    assert [(block.source.row, block.cells) for block in document.blocks] == [
        (1, ("STT", "Họ và tên", "Đơn vị")),
        (2, ("1", "Nguyễn Văn Mẫu", "Phòng 1; Sở Mẫu")),
        (4, ("2", "Trần Thị Thử", "Sở Mẫu")),
    ]
    assert document.format == "csv"
