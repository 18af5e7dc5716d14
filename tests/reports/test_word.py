"""Word files: faces, fixed columns, repeated headings, page numbers, no row divided."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from tests.reports.cases import OFFICE, PLAN, TASKS, TODAY
from thidua_desktop.reports import word
from thidua_desktop.reports.builders.plan_annex import plan_annex
from thidua_desktop.reports.builders.quarter_schedule import quarter_schedule
from thidua_desktop.reports.model import (
    Align,
    Closing,
    Column,
    HeadCell,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Signature,
    Table,
)
from thidua_desktop.reports.word.markup import NAMESPACE


def written(report: Report, tmp_path: Path) -> Document:
    word.write(report, tmp_path / "giấy.docx")
    return docx.Document(str(tmp_path / "giấy.docx"))


@pytest.fixture
def annex(tmp_path: Path) -> Document:
    return written(plan_annex(PLAN, TASKS), tmp_path)


@pytest.fixture
def schedule(tmp_path: Path) -> Document:
    return written(quarter_schedule(OFFICE, 2026, 2, TASKS[2:4], TODAY), tmp_path)


def test_page_is_a4_landscape_numbered_from_the_second_page(annex: Document) -> None:
    (section,) = annex.sections
    assert (section.page_width, section.page_height) == pytest.approx((Mm(297), Mm(210)), abs=400)
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert all(margin is not None and abs(margin - Mm(20)) < 400 for margin in margins)
    assert section.header_distance is not None
    assert abs(section.header_distance - Mm(10)) < 400
    assert section.different_first_page_header_footer
    header = section.header._element
    assert header.xpath("string(.//w:instrText)").strip() == "PAGE"
    assert header.xpath(".//w:jc/@w:val") == ["center"]
    assert not section.first_page_header.paragraphs[0].text


def test_every_run_names_times_new_roman_for_all_scripts(schedule: Document) -> None:
    fonts = schedule.element.body.xpath(".//w:r/w:rPr/w:rFonts")
    runs = schedule.element.body.xpath(".//w:r[w:t]")
    assert len(fonts) >= len(runs) > 20
    for face in fonts:
        assert {face.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
    language = schedule.styles.element.xpath(".//w:style[@w:styleId='Normal']//w:lang/@w:val")
    assert language == ["vi-VN"]


def test_table_is_fixed_repeats_its_heading_and_divides_no_row(annex: Document) -> None:
    (table,) = annex.element.body.xpath("./w:tbl")
    assert table.xpath("./w:tblPr/w:tblLayout/@w:type") == ["fixed"]
    widths = [int(width) for width in table.xpath("./w:tblGrid/w:gridCol/@w:w")]
    assert sum(widths) == pytest.approx(257 * 56.69, abs=8)
    rows = table.xpath("./w:tr")
    assert [bool(row.xpath("./w:trPr/w:tblHeader")) for row in rows[:3]] == [True, False, False]
    assert all(row.xpath("./w:trPr/w:cantSplit") for row in rows)
    assert len(rows) == 1 + 6 + len(TASKS)


def test_group_rows_cover_all_columns_and_keep_with_the_next(annex: Document) -> None:
    rows = [row for row in annex.element.body.xpath("./w:tbl/w:tr") if len(row.xpath("./w:tc")) == 1]
    names = [row.xpath("string(.)").replace("\xa0", " ") for row in rows]
    assert names[:2] == ["QUÝ I NĂM 2026", "QUÝ II NĂM 2026"]
    for row in rows:
        assert row.xpath(".//w:gridSpan/@w:val") == ["7"]
        assert row.xpath(".//w:keepNext")


def test_letterhead_is_a_table_without_borders_and_padding(tmp_path: Path) -> None:
    head = Letterhead("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "UBND TỈNH", "Hồng Sơn", None, "     /QĐ-HĐTĐKT")
    document = written(Report("Thử", (head, Paragraph("a"))), tmp_path)
    (table,) = document.element.body.xpath("./w:tbl")
    assert set(table.xpath("./w:tblPr/w:tblBorders/*/@w:val")) == {"nil"}
    assert set(table.xpath("./w:tblPr/w:tblCellMar/*/@w:w")) == {"0"}
    widths = [int(width) for width in table.xpath("./w:tblGrid/w:gridCol/@w:w")]
    assert widths == pytest.approx([62 * 56.69, 103 * 56.69], abs=3)
    name = table.xpath("./w:tr[1]/w:tc[1]/w:p[2]")[0]
    assert [text.text for text in name.iter(qn("w:t"))] == ["HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"]
    assert len(list(name.iter(qn("w:br")))) == 1
    assert table.xpath("string(./w:tr[2]/w:tc[1])") == "Số:      /QĐ-HĐTĐKT"


def test_rules_are_borders_of_the_right_length(tmp_path: Path) -> None:
    document = written(Report("Thử", (Letterhead("SỞ NỘI VỤ", "UBND TỈNH", "Hồng Sơn"),)), tmp_path)
    indents = document.element.body.xpath(".//w:p[w:pPr/w:pBdr/w:top]/w:pPr/w:ind")
    lengths = [
        column - (int(ind.get(qn("w:left"))) + int(ind.get(qn("w:right")))) / 56.69
        for column, ind in zip((62, 103), indents, strict=True)
    ]
    assert lengths[1] == pytest.approx(56.1, abs=0.2)
    assert 26.4 / 3 <= lengths[0] <= 26.4 / 2 + 1
    assert not document.element.body.xpath(".//w:u"), "rules are drawn, not underlined"


def test_merged_headings(tmp_path: Path) -> None:
    header = ((HeadCell("TT", rows=2), HeadCell("Kết quả", columns=2)), (HeadCell("%"), HeadCell("Ngày")))
    table = Table((Column(20), Column(60), Column(85)), header, (Row((1, "50", None)),))
    (shown,) = written(Report("Thử", (table,)), tmp_path).element.body.xpath("./w:tbl")
    assert shown.xpath("./w:tr[1]/w:tc[1]//w:vMerge/@w:val") == ["restart"]
    assert shown.xpath("./w:tr[2]/w:tc[1]//w:vMerge/@w:val") == ["continue"]
    assert shown.xpath("./w:tr[1]/w:tc[2]//w:gridSpan/@w:val") == ["2"]
    assert len(shown.xpath("./w:tr[w:trPr/w:tblHeader]")) == 2


def test_a_month_that_is_too_wide_for_its_column_is_broken_at_the_space(tmp_path: Path) -> None:
    table = Table(
        (Column(22), Column(60)), ((HeadCell("Thời gian"), HeadCell("Ghi chú")),), (Row(("Tháng 12/2026",) * 2),)
    )
    (shown,) = written(Report("Thử", (table,)), tmp_path).tables
    assert [cell.text for cell in shown.rows[1].cells] == ["Tháng 12/2026", "Tháng\u00a012/2026"]


def test_closing_has_recipients_at_the_left_and_stays_together(tmp_path: Path) -> None:
    closing = Closing((Signature(("GIÁM ĐỐC",), "Họ Tên"),), ("Như trên", "Lưu: VT."))
    document = written(Report("Thử", (Paragraph("Hết./.", Align.LEFT), closing)), tmp_path)
    (table,) = document.element.body.xpath("./w:tbl")
    assert table.xpath("string(./w:tr[1]/w:tc[1])") == "Nơi nhận:- Như trên;- Lưu: VT."
    assert table.xpath("string(./w:tr[1]/w:tc[2])") == "GIÁM ĐỐC"
    assert table.xpath("string(./w:tr[3]/w:tc[2])") == "Họ Tên"
    assert document.element.body.xpath("./w:p[1]//w:keepNext")


def test_text_is_escaped_and_printable(tmp_path: Path) -> None:
    document = written(Report("Thử", (Paragraph("A < B & C\x07 “D”"),)), tmp_path)
    assert document.paragraphs[0].text == "A < B & C  “D”"


def test_parts_are_the_same_each_time_and_well_formed(tmp_path: Path) -> None:
    parts = []
    for name in ("a.docx", "b.docx"):
        word.write(plan_annex(PLAN, TASKS), tmp_path / name)
        with zipfile.ZipFile(tmp_path / name) as package:
            parts.append({part: package.read(part) for part in package.namelist()})
    assert parts[0] == parts[1]
    body = etree.fromstring(parts[0]["word/document.xml"])
    assert NAMESPACE.split('"')[1] in body.nsmap.values()
