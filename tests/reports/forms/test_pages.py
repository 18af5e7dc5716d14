"""Forms on paper: nothing cut off, everything on one page's width, two parts of the title block 60 : 40."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from tests.reports import paper
from tests.reports.cases import OFFICE
from tests.reports.forms.cases import CODES, form, sheet
from tests.reports.paper import Paper
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.forms import pdf
from thidua_desktop.reports.forms.fitting import on_one_page
from thidua_desktop.reports.forms.sheet import form_sheet
from thidua_desktop.reports.model import Style
from thidua_desktop.reports.pdf.table import PAD_X, placed
from thidua_desktop.reports.typeset import MM, Type


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("biểu")


@cache
def printed(code: str, folder: Path) -> Paper:
    pdf.write((sheet(code),), folder / f"{code}.pdf", code)
    return paper.read(folder / f"{code}.pdf")


@pytest.mark.parametrize("code", CODES)
def test_everything_stands_within_the_margins(code: str, folder: Path) -> None:
    pages = printed(code, folder)
    assert len(pages.sizes) == sheet(code).pages == (2 if code == "0603.N" else 1)
    width, height = pages.sizes[0]
    for run in pages.texts:
        assert run.left >= 14.9 and run.right <= width - 14.5, run
        assert 10 < run.base <= height - 15, run


@pytest.mark.parametrize("code", CODES)
def test_no_word_of_a_heading_is_cut(code: str) -> None:
    form_ = sheet(code)
    bold = Type(Style.BOLD, 12)
    for (_, column), head in placed(form_.heads, len(form_.widths)):
        room = sum(form_.widths[column : column + head.columns]) * MM - 2 * PAD_X
        for word in head.text.split():
            assert bold.width(word) <= room, (word, head.text)


def test_the_title_block_is_sixty_to_forty(folder: Path) -> None:
    pages = printed("0602.N", folder)
    left, right = pages.find("Biểu số: 0602.N"), pages.find("Đơn vị báo cáo:")
    assert left.left == pytest.approx(15, abs=0.3)
    assert right.left == pytest.approx(15 + 0.6 * 390, abs=0.5)
    assert left.base == pytest.approx(right.base, abs=0.1)
    assert pages.sizes[0] == pytest.approx((420, 297), abs=0.5)


def test_the_four_headings_of_0602_are_readable(folder: Path) -> None:
    head = printed("0602.N", folder).find("Chia ra")
    assert head.font == "LiberationSerif-Bold"
    assert sheet("0602.N").page.scale * 12 >= 8


def test_a_form_says_which_model_it_follows(folder: Path) -> None:
    words = printed("TH-01", folder).words()
    assert "Ghi chú: Mẫu biểu chưa đối chiếu được với văn bản gốc." in words
    typed = printed("0602.N", folder).words()
    assert "Số liệu do cơ quan nhập: dòng 2." in typed


def test_a_long_form_goes_over_pages_with_its_headings(tmp_path: Path) -> None:
    many = form("TH-03")
    rows, cells = many.rows[:-1] * 20, many.cells[:-1] * 20
    long = on_one_page(form_sheet(replace(many, rows=rows, cells=cells), OFFICE, "Năm 2024"))
    pdf.write((long,), tmp_path / "dài.pdf", "dài")
    pages = paper.read(tmp_path / "dài.pdf")
    assert len(pages.sizes) == long.pages > 1
    assert all(pages.find("Tên đơn vị", page + 1) for page in range(len(pages.sizes)))
    assert [run.page for run in pages.texts if run.text.startswith("Người lập biểu")] == [len(pages.sizes)]


def test_the_date_keeps_its_blanks(folder: Path) -> None:
    line = printed("0602.N", folder).find("Hồng Sơn, ngày")
    words = Type(Style.ITALIC, 12).width("Hồng Sơn, ngày tháng năm") / MM * sheet("0602.N").page.scale
    assert line.right - line.left > words + 6


def test_an_office_without_a_name_is_left_to_the_pen() -> None:
    nameless = form_sheet(form("0604.N"), Office(), "Năm 2024")
    assert [line.text for line in nameless.right] == ["Đơn vị báo cáo: ……………………", "Đơn vị nhận báo cáo: Bộ Nội vụ"]
    assert [sign.posts for sign in nameless.signatures] == [("Người lập biểu",), ("Thủ trưởng đơn vị",)]
