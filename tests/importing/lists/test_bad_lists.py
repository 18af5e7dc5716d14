"""Workbooks that are huge, hostile or no workbooks at all: the real rows only, or a sentence; memory stays small."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from tests.importing.lists.make import word
from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list
from thidua_desktop.importing.readers import errors
from thidua_desktop.services.awards import AwardService
from thidua_desktop.wording import messages

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATED}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
_NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường")
_HEADING = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu")


def _row(number: int, values: tuple[str, ...]) -> str:
    cells = (f'<c r="{"ABCDEFGHIJ"[at]}{number}" t="inlineStr"><is><t>{v}</t></is></c>' for at, v in enumerate(values))
    return f'<row r="{number}">{"".join(cells)}</row>'


_LIST = _row(1, _HEADING) + "".join(
    _row(at, (str(at - 1), name, "Chuyên viên", "Văn phòng Sở", "LĐTT")) for at, name in enumerate(_NAMES, start=2)
)


def _book(rows: str = _LIST, *, after: str = "", name: str = "DS", properties: str = "", more: bytes = b"") -> bytes:
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    sheets = f'<sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets>'
    book = f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}">{properties}{sheets}</workbook>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("xl/workbook.xml", book)
        package.writestr("xl/_rels/workbook.xml.rels", _LINKS)
        package.writestr("xl/worksheets/sheet1.xml", sheet)
        package.writestr("xl/vbaProject.bin", more)
    return packed.getvalue()


def _read(folder: Path, data: bytes, name: str = "ds.xlsx") -> ListDraft:
    path = folder / name
    path.write_bytes(data)
    return read_list(path, AwardService().catalogue())


def _column(number: int) -> str:
    return "".join(chr(65 + digit) for digit in (number // 676, number // 26 % 26, number % 26))


_EMPTY = "".join(
    f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(5, 30_000)
)
_WIDE = '<row r="9">' + "".join(f'<c r="{_column(n)}9"><v>{n}</v></c>' for n in range(702, 10_702)) + "</row>"
_MERGES = "".join(f'<mergeCell ref="A{n}:XFD{n + 1_000_000}"/>' for n in range(9, 500))


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (_book(_LIST + _EMPTY), None),
        (_book(_LIST + _WIDE), "reader.columns_left"),
        (_book(after=f'<mergeCells><mergeCell ref="A1:XFD1048576"/>{_MERGES}</mergeCells>'), None),
        (_book(name="Danh sách (lần 2) &amp; &lt;bổ sung&gt;"), None),
        (_book(more=bytes(range(256)) * 40), None),
    ],
    ids=["empty rows", "columns", "merged without end", "sheet name", "macros"],
)
def test_only_the_real_rows_are_read(data: bytes, finding: str | None, tmp_path: Path) -> None:
    draft = _read(tmp_path, data)
    assert [row.name for row in draft.rows] == list(_NAMES)
    assert {row.award_id for row in draft.rows} == {"lao_dong_tien_tien"}
    assert finding is None or finding in {found.code for found in draft.findings}


def test_a_formula_without_a_result_is_told(tmp_path: Path) -> None:
    named = f'<c r="B3" t="inlineStr"><is><t>{_NAMES[1]}</t></is></c>'
    draft = _read(tmp_path, _book(_LIST.replace(named, '<c r="B3"><f>VLOOKUP(A3,[1]DS!A:B,2,0)</f></c>')))
    assert [row.name for row in draft.rows] == [_NAMES[0], _NAMES[2]]
    assert {"reader.formula_without_value", "list.no_name"} <= {finding.code for finding in draft.findings}


def test_days_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    rows = _row(1, ("STT", "Họ và tên", "Ngày sinh")) + _row(2, ("1", "Nguyễn Văn An", "17/05/1980"))
    styled = _book(rows, properties='<workbookPr date1904="1"/>')
    assert _read(tmp_path, styled).rows[0].birth == "1980-05-17"


def test_a_wide_row_of_words_is_no_heading(tmp_path: Path) -> None:
    row = "<row>" + "".join(f"<c t='inlineStr'><is><t>Họ và tên {n}</t></is></c>" for n in range(2000)) + "</row>"
    draft = _read(tmp_path, _book(row))
    assert not draft.rows
    assert draft.blocked


@pytest.mark.parametrize(
    ("name", "data", "trouble"),
    [
        ("ds.xlsx", _book()[:400], errors.FileDamaged),
        ("ds.xls", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Workbook '
         b'xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', errors.FileUnsafe),
        ("ds.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Work',
         errors.FileDamaged),
        ("ds.xls", b"<table>" * 5000, errors.FileEmpty),
        ("ds.xls", b"<html><body><p>Kh\xc3\xb4ng c\xc3\xb3 b\xe1\xba\xa3ng</p></body></html>", errors.FileIsWebPage),
    ],
    ids=["cut off", "entities", "cut off xml", "only openings", "page without table"],
)  # fmt: skip
def test_what_cannot_be_read_has_a_sentence(
    name: str, data: bytes, trouble: type[errors.FileDamaged], tmp_path: Path
) -> None:
    with pytest.raises(trouble) as raised:
        _read(tmp_path, data, name)
    assert name in messages.error(raised.value)


def test_a_page_with_cells_without_end_stays_small(tmp_path: Path) -> None:
    rows = "<tr><td rowspan=99999999 colspan=99999999>x</td></tr>" + "<tr><td>y</td></tr>" * 300
    draft = _read(tmp_path, f"<table>{rows}</table>".encode(), "ds.xls")
    assert not draft.rows
    assert "reader.columns_left" in {finding.code for finding in draft.findings}


@pytest.mark.parametrize(
    "text", ["a," * 400_000, 'STT,Họ và tên,Danh hiệu\n1,"Nguyễn Văn An,LĐTT\n' + "x,y,z\n" * 200_000]
)
def test_a_text_file_without_line_ends_or_closing_quotes_is_told(text: str, tmp_path: Path) -> None:
    draft = _read(tmp_path, text.encode(), "ds.csv")
    assert draft.blocked


def test_a_letter_without_a_list_is_refused(tmp_path: Path) -> None:
    path = word("Kính gửi Sở Nội vụ,", "Đơn vị báo cáo tình hình thực hiện nhiệm vụ năm 2025.")(tmp_path)
    assert read_list(path, AwardService().catalogue()).blocked


@pytest.mark.bench
def test_a_million_empty_rows_need_little_memory(tmp_path: Path) -> None:
    many = "".join(f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(5, 1_000_001))
    path = tmp_path / "ds.xlsx"
    path.write_bytes(_book(_LIST + many))
    del many
    catalogue = AwardService().catalogue()
    tracemalloc.start()
    try:
        draft = read_list(path, catalogue)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(draft.rows) == len(_NAMES)
    assert peak < 100_000_000  # bytes; the sheet has 60 million, which were once held several times
