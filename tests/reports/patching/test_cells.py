"""Values put into the XML of a sheet: everything around them byte for byte as it was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from thidua_desktop.domain.workbooks.filling import Value
from thidua_desktop.reports.excel.patching.calculation import counts_when_opened, without_chain
from thidua_desktop.reports.excel.patching.cells import Patch, patched, serial
from thidua_desktop.reports.excel.patching.scanning import NotPatchable

HEAD = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<worksheet xmlns="urn:s" xmlns:mc="urn:mc" mc:Ignorable="x">'
)
COLUMNS = b'<cols><col min="3" max="4" width="9" style="7"/></cols>'


def sheet(rows: bytes, columns: bytes = b"") -> bytes:
    return HEAD + columns + b"<sheetData>" + rows + b'</sheetData><mergeCells count="0"/></worksheet>'


@pytest.mark.parametrize(
    ("rows", "at", "value", "wanted"),
    [
        (b'<row r="2"><c r="B2" s="4"/></row>', (2, 2), 5, b'<row r="2"><c r="B2" s="4"><v>5</v></c></row>'),
        (
            b"<row r='2'><c r='B2' s='4' t='s'><v>3</v></c></row>",
            (2, 2),
            5,
            b"<row r='2'><c r=\"B2\" s='4'><v>5</v></c></row>",
        ),
        (
            b'<row r="2"><c r="A2"><v>1</v></c><c r="D2"><v>2</v></c></row>',
            (2, 2),
            Decimal("1.50"),
            b'<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1.5</v></c><c r="D2"><v>2</v></c></row>',
        ),
        (
            b'<row r="2" spans="1:2" s="9" customFormat="1"><c r="A2"/></row>',
            (2, 5),
            7,
            b'<row r="2" s="9" customFormat="1"><c r="A2"/><c r="E2" s="9"><v>7</v></c></row>',
        ),
        (b'<row r="1"/><row r="4"/>', (3, 1), 7, b'<row r="1"/><row r="3"><c r="A3"><v>7</v></c></row><row r="4"/>'),
        (b'<row r="1"/>', (3, 1), 7, b'<row r="1"/><row r="3"><c r="A3"><v>7</v></c></row>'),
        (b'<row r="3" ht="20"/>', (3, 1), 7, b'<row r="3" ht="20"><c r="A3"><v>7</v></c></row>'),
        (
            b"<row><c/><c/></row><row><c/><c/></row>",
            (2, 2),
            7,
            b'<row><c/><c/></row><row><c/><c r="B2"><v>7</v></c></row>',
        ),
        (
            b'<row r="1"><c r="A1" cm="1" vm="2"><f t="array" ref="A1">X()</f><v>1</v>'
            b'<extLst><ext uri="u"/></extLst></c></row>',
            (1, 1),
            7,
            b'<row r="1"><c r="A1"><v>7</v><extLst><ext uri="u"/></extLst></c></row>',
        ),
        (
            b'<row r="1"><c r="A1" a=">"/></row>',
            (1, 1),
            "a<b>&\r",
            b'<row r="1"><c r="A1" a=">" t="inlineStr"><is>'
            b'<t xml:space="preserve">a&lt;b&gt;&amp;&#13;</t></is></c></row>',
        ),
    ],
)
def test_one_value(rows: bytes, at: tuple[int, int], value: Value, wanted: bytes) -> None:
    assert patched(sheet(rows), Patch({at: value})) == sheet(wanted)


def test_a_new_cell_looks_like_its_column() -> None:
    made = patched(sheet(b'<row r="1"/>', COLUMNS), Patch({(1, 3): 1, (2, 4): 2, (2, 5): 3}))
    assert b'<row r="1"><c r="C1" s="7"><v>1</v></c></row>' in made
    assert b'<row r="2"><c r="D2" s="7"><v>2</v></c><c r="E2"><v>3</v></c></row>' in made


def test_an_empty_sheet_gets_its_first_cell() -> None:
    empty = HEAD + b"<sheetData/></worksheet>"
    wanted = HEAD + b'<sheetData><row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>'
    assert patched(empty, Patch({(2, 1): 1})) == wanted


def test_names_keep_the_prefix_that_the_sheet_uses() -> None:
    data = b'<x:worksheet xmlns:x="urn:s"><x:sheetData><x:row r="1"><x:c r="A1"/></x:row></x:sheetData></x:worksheet>'
    made = patched(data, Patch({(1, 1): "a", (1, 2): 2, (2, 1): 3}))
    assert made == (
        b'<x:worksheet xmlns:x="urn:s"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is>'
        b'<x:t xml:space="preserve">a</x:t></x:is></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row>'
        b'<x:row r="2"><x:c r="A2"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )


@pytest.mark.parametrize(
    ("cell", "value", "wanted"),
    [
        (b'<c r="A1" s="2"><f>B1*2</f><v>4</v></c>', Decimal(6), b'<c r="A1" s="2"><f>B1*2</f><v>6</v></c>'),
        (b'<c r="A1"><f t="shared" si="0"/><v>4</v></c>', None, b'<c r="A1"><f t="shared" si="0"/></c>'),
        (b'<c r="A1" t="e"><f>B1/0</f><v>#DIV/0!</v></c>', Decimal("0.5"), b'<c r="A1"><f>B1/0</f><v>0.5</v></c>'),
        (b'<c r="A1"><f>B1</f></c>', Decimal(3), b'<c r="A1"><f>B1</f><v>3</v></c>'),
        (b'<c r="A1"><f>B1</f></c>', None, b'<c r="A1"><f>B1</f></c>'),
    ],
)
def test_the_kept_result_of_a_formula(cell: bytes, value: Decimal | None, wanted: bytes) -> None:
    data = sheet(b'<row r="1">' + cell + b"</row>")
    assert patched(data, Patch({}, {(1, 1): value})) == sheet(b'<row r="1">' + wanted + b"</row>")


@pytest.mark.parametrize(
    "data",
    [
        b"<worksheet><sheetData>",
        b'<!DOCTYPE w [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>',
        "<worksheet><sheetData/></worksheet>".encode("utf-16"),
        b'<?xml version="1.0" encoding="windows-1258"?><worksheet><sheetData/></worksheet>',
        b'<worksheet><sheetData><row r="3"/><row r="2"/></sheetData></worksheet>',
        b'<worksheet><sheetData><row r="1"><c r="B1"/><c r="A1"/></row></sheetData></worksheet>',
        b'<worksheet><sheetData><row r="x"/></sheetData></worksheet>',
        b"<chartsheet/>",
    ],
)
def test_what_is_not_built_as_excel_builds_it_is_left_alone(data: bytes) -> None:
    with pytest.raises(NotPatchable):
        patched(data, Patch({(1, 1): 1, (9, 1): 2}))


@pytest.mark.parametrize(
    ("day", "from_1904", "number"),
    [
        (date(1900, 1, 1), False, "1"),
        (date(1900, 3, 1), False, "61"),
        (date(2026, 12, 15), False, "46371"),
        (date(2026, 12, 15), True, "44909"),
    ],
)
def test_days_are_the_numbers_that_excel_keeps(day: date, from_1904: bool, number: str) -> None:
    assert serial(day, from_1904=from_1904) == number


@pytest.mark.parametrize(
    ("inner", "wanted"),
    [
        (b'<sheets/><calcPr calcId="1"/>', b'<sheets/><calcPr calcId="1" fullCalcOnLoad="1"/>'),
        (b'<calcPr fullCalcOnLoad="0" calcId="1"></calcPr>', b'<calcPr calcId="1" fullCalcOnLoad="1"></calcPr>'),
        (b"<sheets/><pivotCaches/><extLst/>", b'<sheets/><calcPr fullCalcOnLoad="1"/><pivotCaches/><extLst/>'),
        (b"<sheets></sheets>", b'<sheets></sheets><calcPr fullCalcOnLoad="1"/>'),
    ],
)
def test_a_workbook_is_to_count_when_it_is_opened(inner: bytes, wanted: bytes) -> None:
    book = b'<workbook xmlns="urn:s">%s</workbook>'
    assert counts_when_opened(book % inner) == book % wanted


def test_the_list_of_formulas_is_forgotten_everywhere() -> None:
    styles = b'<Relationships><Relationship Id="a" Type="t/styles" Target="s.xml"/>'
    relations = styles + b'<Relationship Id="b" Type="t/calcChain" Target="calcChain.xml"/></Relationships>'
    types = b'<Types><Override PartName="/xl/calcChain.xml" ContentType="c"/><Default Extension="xml"/></Types>'
    found = without_chain({"xl/_rels/workbook.xml.rels": relations, "[Content_Types].xml": types})
    assert found == {
        "xl/_rels/workbook.xml.rels": styles + b"</Relationships>",
        "[Content_Types].xml": b'<Types><Default Extension="xml"/></Types>',
        "xl/calcChain.xml": None,
    }
    assert without_chain({"xl/_rels/workbook.xml.rels": b"<Relationships/>", "[Content_Types].xml": types}) == {}
