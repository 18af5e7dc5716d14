"""A plan as a whole document: nothing of its text is lost, and it stands as NĐ 30/2020 wants."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports import said
from tests.reports.cases import OFFICE, PLAN, TASKS, task
from tests.reports.paper import Paper
from tests.reports.plan_reports import (
    BODY,
    REAL,
    SAMPLES,
    document_of,
    paragraphs,
    part,
    printed,
    row,
    table_of,
    typed,
)
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.plans import PlanPart, Role
from thidua_desktop.reports.builders.plan_annex import plan_annex
from thidua_desktop.reports.builders.plan_body import annexes_in
from thidua_desktop.reports.builders.plan_document import plan_document
from thidua_desktop.reports.model import GroupRow, Heading, Paragraph, Row, Style, Table

NOT_SAID = {
    "vt": "a mark of the scanner beside Nơi nhận",
    "handwritten": "the same",
    "signature": "the same",
    "ong": "a page's own title, repeated",
}


# Web pages repeat the title above the plan; their own lines are no part of it.
OTHERS = ("trang-web", "muc-so-a-rap", "ocr")
WHOLE = [path for path in sorted(SAMPLES.glob("*.txt")) if not path.name.startswith(OTHERS)]


@pytest.mark.parametrize("path", [*REAL, *WHOLE], ids=lambda path: path.stem)
def test_every_word_of_the_source_is_printed(path: Path) -> None:
    source, report, furniture = document_of(path)
    missing = said.words(source) - said.words(said.text_of(report)) - furniture
    assert set(missing) <= set(NOT_SAID)
    assert missing.total() <= 3


@pytest.mark.parametrize("path", [*REAL, *WHOLE], ids=lambda path: path.stem)
def test_nothing_is_printed_twice(path: Path) -> None:
    source, report, _ = document_of(path)
    body = "\n".join(
        block.text for each in (report, *report.annexes) for block in each.blocks if isinstance(block, Paragraph)
    )
    assert not said.words(body) - said.words(source) - Counter({"1": 20, "2": 20, "3": 20})


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_the_pdf_says_what_the_report_says(path: Path, tmp_path: Path) -> None:
    _, report, _ = document_of(path)
    page = printed(report, tmp_path)
    pages = len(page.sizes)
    heads = [head.text for block in report.blocks if isinstance(block, Table) for row in block.header for head in row]
    repeated = said.words("\n".join(heads * pages) + " ".join(map(str, range(pages + 1))))
    assert not said.words(said.text_of(report)) - said.words(page.words())
    assert not said.words(page.words()) - said.words(said.text_of(report)) - repeated


@pytest.fixture
def page(tmp_path: Path) -> Paper:
    return printed(typed(), tmp_path)


def test_head_stands_to_a_millimetre(page: Paper) -> None:
    left, right, middle = 30 + 31, 30 + 62 + 103 / 2, 30 + 165 / 2
    for start, at in (
        ("UBND TỈNH", left),
        ("SỞ NỘI VỤ", left),
        ("Số: 05/KH-SNV", left),
        ("CỘNG HÒA", right),
        ("Hồng Sơn, ngày 05 tháng 02 năm 2026", right),
        ("KẾ HOẠCH", middle),
        ("Công tác thi đua", middle),
    ):
        assert page.find(start).middle == pytest.approx(at, abs=0.5), start
    assert page.find("Số:").base == pytest.approx(page.find("Hồng Sơn, ngày").base, abs=0.1)
    assert page.find("UBND TỈNH").base == pytest.approx(page.find("CỘNG HÒA").base, abs=0.1)
    subject = page.find("Công tác thi đua")
    rule = page.rule_below(subject)
    assert (subject.right - subject.left) / 3 <= rule.length <= (subject.right - subject.left) / 2
    assert rule.middle == pytest.approx(middle, abs=0.3)
    assert 0.3 < rule.top - subject.base < 2.5


@pytest.mark.parametrize(
    ("start", "font", "left"),
    [
        ("Căn cứ Luật", "LiberationSerif-Italic", 40),
        ("I. MỤC ĐÍCH", "LiberationSerif-Bold", 40),
        ("1. Mục đích", "LiberationSerif-Bold", 40),
        ("Đẩy mạnh các", "LiberationSerif", 40),
        ("a) Tổ chức ký kết", "LiberationSerif", 40),
        ("Trên đây là", "LiberationSerif", 40),
        ("Nơi nhận:", "LiberationSerif-BoldItalic", 30),
        ("- UBND tỉnh (b/c);", "LiberationSerif", 30),
        ("- Lưu: VT, TĐKT.", "LiberationSerif", 30),
    ],
)
def test_faces_and_indents(page: Paper, start: str, font: str, left: float) -> None:
    run = page.find(start)
    assert run.font == font
    assert run.left == pytest.approx(left, abs=0.5)


def test_legal_bases_end_with_semicolons_and_the_text_with_its_sign(page: Paper) -> None:
    words = page.words()
    assert "ngày 15 tháng 6 năm 2022;" in words
    assert "của UBND tỉnh. Sở Nội vụ xây dựng" in words
    assert "khen thưởng năm 2026./. " in words


def test_a_basis_that_leads_into_the_text_is_no_basis() -> None:
    bases = ("Căn cứ Luật Thi đua, khen thưởng", "Theo đề nghị của Sở Nội vụ, UBND tỉnh ban hành Kế hoạch như sau:")
    report = plan_document(replace(PLAN, legal_bases=bases), (), (), OFFICE)
    first, second = [block for block in report.blocks if isinstance(block, Paragraph)][:2]
    assert (first.text, first.style) == ("Căn cứ Luật Thi đua, khen thưởng.", Style.ITALIC)
    assert (second.text, second.style) == (bases[1], Style.REGULAR)


def test_recipients_stand_level_with_the_signature(page: Paper) -> None:
    signer, recipients = page.find("KT. GIÁM ĐỐC"), page.find("Nơi nhận:")
    assert recipients.base == pytest.approx(signer.base, abs=0.8)
    assert (recipients.size, page.find("- Lưu:").size, signer.size) == (12, 11, 14)
    column = 30 + 62 + 103 / 2
    for start in ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Phạm Thị Lan Hương"):
        assert page.find(start).middle == pytest.approx(column, abs=0.5)
    assert 25 < page.find("Phạm Thị").base - page.find("PHÓ GIÁM").base < 36


def test_pages_are_numbered_from_the_second_and_annexes_on_their_own(tmp_path: Path) -> None:
    many = [task(number, f"Việc số {number} của kế hoạch", quarter=1 + number % 4) for number in range(1, 81)]
    annex = plan_annex(PLAN, many)
    page = printed(plan_document(PLAN, (), many, OFFICE, annexes=(annex,)), tmp_path)
    upright = [at for at, size in enumerate(page.sizes, start=1) if size[0] < 211]
    assert len(upright) >= 3
    assert len(page.sizes) >= len(upright) + 3
    for first, width in ((1, 210), (upright[-1] + 1, 297)):
        top = [[run.text for run in page.on(first + step) if run.base < 16] for step in range(3)]
        assert top == [[], ["2"], ["3"]]
        number = next(run for run in page.on(first + 1) if run.base < 16)
        assert (number.size, number.base < 20) == (13, True)
        left, right = (30, 195) if width == 210 else (20, 277)
        assert number.middle == pytest.approx((left + right) / 2, abs=0.3)
    assert page.find("Phụ lục").page == upright[-1] + 1


def test_the_text_points_to_its_annex() -> None:
    annex = plan_annex(PLAN, TASKS)
    told = paragraphs(BODY, annexes=(annex,))
    assert told[-2] == "Danh mục nhiệm vụ, phân công và thời gian thực hiện tại Phụ lục kèm theo Kế hoạch này."
    assert told[-1].endswith("./.")
    named = (*BODY, part(Role.TEXT, "Nhiệm vụ tại Phụ lục kèm theo."))
    assert sum("Phụ lục" in text for text in paragraphs(named, annexes=(annex,))) == 1
    assert not any("Phụ lục" in text for text in paragraphs(BODY))


def test_several_annexes_have_roman_numbers() -> None:
    (heading, *_) = plan_annex(PLAN, TASKS, ordinal=2).blocks
    assert isinstance(heading, Heading)
    assert heading.lines[0].text == "Phụ lục II"
    own = (*BODY, part(Role.SIGNER, "GIÁM ĐỐC"), part(Role.HEADING, "PHỤ LỤC I"), part(Role.TEXT, "Danh sách."))
    assert (annexes_in(own), annexes_in(BODY)) == (1, 0)


ROWS = (
    row(1, "Số TT\tNội dung\tĐơn vị", Role.TABLE_HEADING),
    row(2, "QUÝ I:\t\t", Role.HEADING),
    row(3, "1\tPhát động thi đua chào mừng Cuộc bầu cử,\t- UBND tỉnh. - Ban TĐKT, Sở Nội vụ", label="1"),
    row(4, "\tnhiệm kỳ 2021 - 2026\t"),
    row(5, "2\tGặp mặt người tốt - việc tốt\tSở Nội vụ", label="2"),
)


def test_tables_stand_again_with_rows_whole_that_a_page_had_broken() -> None:
    table = table_of(plan_document(PLAN, ROWS, (), OFFICE))
    assert [head.text for head in table.header[0]] == ["Số TT", "Nội dung", "Đơn vị"]
    assert table.rows[0] == GroupRow("QUÝ I:")
    assert table.rows[1] == Row(
        (
            "1",
            "Phát động thi đua chào mừng Cuộc bầu cử, nhiệm kỳ 2021 - 2026",
            "- UBND tỉnh.\n- Ban TĐKT, Sở Nội vụ",
        )
    )
    assert table.rows[2] == Row(("2", "Gặp mặt người tốt - việc tốt", "Sở Nội vụ"))
    assert sum(column.width for column in table.columns) == pytest.approx(165)


def test_headings_between_rows_are_rows_of_the_one_table() -> None:
    parts = (
        row(1, "TT\tNội dung\tĐơn vị", Role.TABLE_HEADING),
        part(Role.HEADING, "QUÝ I", level=2),
        PlanPart(Role.TASK, "1\tKý kết\tSở Nội vụ", Source(3, table=2), label="1"),
        part(Role.HEADING, "QUÝ II", level=2),
        PlanPart(Role.TASK, "1\tSơ kết\tSở Nội vụ", Source(5, table=3), label="1"),
        part(Role.HEADING, "III. TỔ CHỨC THỰC HIỆN", "III.", level=1),
    )
    report = plan_document(PLAN, parts, (), OFFICE)
    (table,) = [block for block in report.blocks if isinstance(block, Table)]
    assert [row.text if isinstance(row, GroupRow) else row.cells[1] for row in table.rows] == [
        "QUÝ I",
        "Ký kết",
        "QUÝ II",
        "Sơ kết",
    ]


def test_annexes_of_the_source_have_their_titles_and_pages(tmp_path: Path) -> None:
    parts = (
        *BODY,
        part(Role.SIGNER, "GIÁM ĐỐC"),
        part(Role.HEADING, "PHỤ LỤC I"),
        part(Role.HEADING, "PHÂN CÔNG NHIỆM VỤ"),
        part(Role.TEXT, "(Kèm theo Kế hoạch số 12/KH-UBND)"),
        part(Role.TEXT, "Sở Nội vụ chủ trì."),
        part(Role.HEADING, "PHỤ LỤC II"),
        part(Role.TEXT, "Danh sách đơn vị."),
    )
    report = plan_document(PLAN, parts, (), OFFICE)
    assert len(report.annexes) == annexes_in(parts) == 2
    page = printed(report, tmp_path)
    assert (page.find("PHỤ LỤC I").page, page.find("PHỤ LỤC II").page) == (2, 3)
    for start, font in (("PHÂN CÔNG", "LiberationSerif-Bold"), ("(Kèm theo", "LiberationSerif-Italic")):
        assert page.find(start).font == font
        assert page.find(start).middle == pytest.approx(30 + 165 / 2, abs=0.5)
    assert page.find("Sở Nội vụ chủ trì.").font == "LiberationSerif"


def test_two_heading_rows_are_merged_again() -> None:
    parts = (
        row(1, "TT\tNội dung\tThời gian\t", Role.TABLE_HEADING),
        row(2, "\t\tTừ\tĐến", Role.TABLE_HEADING),
        row(3, "1\tKiểm tra\t01/3\t15/3", label="1"),
    )
    upper, lower = table_of(plan_document(PLAN, parts, (), OFFICE)).header
    assert [(head.text, head.columns, head.rows) for head in upper] == [
        ("TT", 1, 2),
        ("Nội dung", 1, 2),
        ("Thời gian", 2, 1),
    ]
    assert [head.text for head in lower] == ["Từ", "Đến"]
