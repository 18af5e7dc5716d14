"""Forms as workbooks: figures, formulas with their values, headings, what is shaded, how they print."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.reports.forms.cases import CODES, form, sheet
from thidua_desktop.domain.forms.filling import Cell, Origin, Terms
from thidua_desktop.reports.forms import excel
from thidua_desktop.reports.forms.formulas import formula


@cache
def made(code: str, folder: Path) -> Path:
    target = folder / f"{code}.xlsx"
    excel.write((sheet(code),), target, code)
    return target


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("biểu")


def opened(code: str, folder: Path) -> tuple[Worksheet, Worksheet, tuple[int, int]]:
    """The sheet with its formulas, with its values, and where its figures begin (from 1)."""
    path = made(code, folder)
    with_formulas = openpyxl.load_workbook(path)[code]
    top = int(str(with_formulas.freeze_panes).lstrip("ABCDEFGH"))
    return with_formulas, openpyxl.load_workbook(path, data_only=True)[code], (top, len(form(code).model.stubs) + 1)


@pytest.mark.parametrize("code", CODES)
def test_every_figure_stands_in_its_cell_sums_as_formulas(code: str, folder: Path) -> None:
    formulas, values, (top, left) = opened(code, folder)
    for down, cells in enumerate(form(code).cells):
        for across, cell in enumerate(cells):
            written = values.cell(top + down, left + across).value
            shown = None if written == "" else written
            assert shown == (pytest.approx(float(cell.value)) if cell.value is not None else None), (down, across)
            is_formula = str(formulas.cell(top + down, left + across).value).startswith("=")
            assert is_formula is (cell.origin in (Origin.SUM, Origin.SHARE))


def test_cells_of_typed_figures_are_shaded(folder: Path) -> None:
    formulas, _, (top, left) = opened("0602.N", folder)
    rows = form("0602.N").rows
    typed = next(at for at, row in enumerate(rows) if row.key == "2")
    assert formulas.cell(top + typed, left + 1).fill.fgColor.rgb == "FFFFF8DC"
    assert formulas.cell(top + typed, left).fill.fgColor.rgb == "00000000"
    assert formulas.cell(top, left + 1).fill.fgColor.rgb == "00000000"


def test_title_block_headings_and_sign_off(folder: Path) -> None:
    formulas, _, (top, _) = opened("0602.N", folder)
    words = [str(cell.value) for row in formulas.iter_rows() for cell in row if cell.value is not None]
    assert words[0] == "Biểu số: 0602.N/BNV-TĐKT"
    assert words[1].startswith("Đơn vị báo cáo: ")
    for said in ("Ngày 15 tháng 12 năm báo cáo", "SỐ LƯỢNG KHEN THƯỞNG CẤP NHÀ NƯỚC", "Năm 2024", "Người lập biểu"):
        assert said in words
    assert words[-1] == "Phạm Thị Lan Hương"
    assert [formulas.cell(top - 1, column).value for column in (1, 2, 3, 4, 5)] == ["A", "B", "C", "1", "2"]
    merged = {str(each) for each in formulas.merged_cells.ranges}
    assert any(each.startswith("A") and each.endswith(f":A{top - 2}") for each in merged)  # over four rows


@pytest.mark.parametrize(("code", "paper"), [("0602.N", 8), ("0603.N", 9)])
def test_it_prints_one_page_wide_with_its_headings_on_each(code: str, paper: int, folder: Path) -> None:
    formulas, _, (top, _) = opened(code, folder)
    assert formulas.sheet_properties.pageSetUpPr is not None
    assert formulas.sheet_properties.pageSetUpPr.fitToPage
    assert formulas.page_setup.fitToWidth in (None, 1)
    assert (formulas.page_setup.paperSize, formulas.page_setup.orientation) == (paper, "landscape")
    assert str(formulas.print_title_rows).endswith(f"${top - 1}")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (Cell(Origin.SUM, 3, terms=Terms(((0, 1), (0, 2), (0, 3)))), "=SUM(D5:F5)"),
        (Cell(Origin.SUM, 3, terms=Terms(((0, 1), (2, 1), (3, 1)))), "=SUM(D5,D7:D8)"),
        (Cell(Origin.SUM, 3, terms=Terms(((0, 0),), ((1, 0),))), "=SUM(C5)-SUM(C6)"),
        (Cell(Origin.SUM, None, terms=Terms(((0, 0), (1, 0))), open=True), '=IF(COUNT(C5:C6)=0,"",SUM(C5:C6))'),
        (Cell(Origin.SHARE, Decimal(1), terms=Terms(((0, 1),), ((0, 0),))), '=IF(SUM(C5)=0,"",SUM(D5)/SUM(C5))'),
    ],
)
def test_formulas(cell: Cell, written: str) -> None:
    assert formula(cell, (4, 2)) == written
