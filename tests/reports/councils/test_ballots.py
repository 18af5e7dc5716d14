"""Ballots: boxes that are large enough, sheets with one code for everybody, nothing by which a voter is known."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from tests.reports import paper
from tests.reports.councils.cases import COUNCIL, LINES, LONG_NAME, MEMBERS, crowd, line
from tests.reports.councils.papers import BALLOT
from tests.reports.paper import Paper
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.reports import pdf, word
from thidua_desktop.reports.councils.ballots import A5_TWICE, ballot, opinion_sheets
from thidua_desktop.reports.model import A4_PORTRAIT, Closing, GroupRow, PageFormat, Report, Row, Table, Tick

EDGES = [0, 11, 53, 97, 129, 147, 165]


def printed(report: Report, tmp_path: Path) -> Paper:
    pdf.write(report, tmp_path / "phieu.pdf")
    return paper.read(tmp_path / "phieu.pdf")


def sheets(report: Report) -> list[Report]:
    return [report, *report.annexes]


def all_rows(report: Report) -> list[Row | GroupRow]:
    tables = [block for block in report.blocks if isinstance(block, Table)]
    return [row for table in tables for row in table.rows]


def rows(report: Report) -> list[Row]:
    return [row for row in all_rows(report) if isinstance(row, Row)]


@pytest.mark.parametrize("page", [A4_PORTRAIT, A5_TWICE], ids=["a4", "a5"])
@pytest.mark.parametrize("lines", [LINES[:1], LINES, crowd(45)], ids=["one", "eight", "many"])
def test_every_line_stands_on_one_sheet_and_each_sheet_is_one_page(
    lines: tuple[Nomination, ...], page: PageFormat, tmp_path: Path
) -> None:
    report = ballot(BALLOT, lines, page)
    seen = [row.cells[0] for sheet in sheets(report) for row in rows(sheet)]
    assert seen == list(range(1, len(lines) + 1))
    print_ = printed(report, tmp_path)
    assert len(print_.sizes) == len(sheets(report))
    assert all((round(width), round(height)) == (210, 297) for width, height in print_.sizes)


def test_boxes_are_drawn_and_at_least_seven_millimetres(tmp_path: Path) -> None:
    ticks = [cell for row in rows(ballot(BALLOT, LINES)) for cell in row.cells if isinstance(cell, Tick)]
    assert len(ticks) == 2 * len(LINES)
    page = printed(ballot(BALLOT, LINES), tmp_path)
    tops = [rule for rule in page.rules if rule.level and 7 <= rule.length <= 9]
    assert len(tops) == 4 * len(LINES)
    middles = {round(rule.middle) for rule in tops}
    assert middles == {30 + 138, 30 + 156}


def test_the_columns(tmp_path: Path) -> None:
    for page, left in ((A4_PORTRAIT, 30), (A5_TWICE, 25)):
        found = printed(ballot(BALLOT, LINES[:3], page), tmp_path)
        tall = {round(rule.left, 1) for rule in found.rules if rule.left == rule.right and rule.bottom - rule.top > 12}
        assert sorted(tall) == pytest.approx([left + edge for edge in EDGES], abs=0.15)


def test_a_secret_ballot_has_no_voter_and_no_number(tmp_path: Path) -> None:
    report = ballot(BALLOT, crowd(30))
    assert not any(isinstance(block, Closing) for sheet in sheets(report) for block in sheet.blocks)
    words = printed(report, tmp_path).words()
    assert "Số:" not in words
    assert "Ký" not in words
    assert not any(member.name in words for member in MEMBERS)


def test_all_ballots_are_the_same_to_the_byte(tmp_path: Path) -> None:
    pdf.write(ballot(BALLOT, crowd(30)), tmp_path / "a.pdf")
    pdf.write(ballot(BALLOT, crowd(30)), tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_sheets_of_a_long_ballot_have_a_code_and_a_short_one_needs_none(tmp_path: Path) -> None:
    page = printed(ballot(BALLOT, crowd(45)), tmp_path)
    codes = [run.text for run in page.texts if run.text.startswith("Mã tờ")]
    assert codes == [f"Mã tờ: L1-{number}/{len(page.sizes)}" for number in range(1, len(page.sizes) + 1)]
    assert "Mã tờ" not in printed(ballot(BALLOT, LINES), tmp_path).words()
    second = printed(ballot(replace(BALLOT, voting=2), LINES), tmp_path)
    assert second.find("Mã tờ").text == "Mã tờ: L2-1/1"


def test_both_halves_of_a_sheet_are_the_same(tmp_path: Path) -> None:
    page = printed(ballot(BALLOT, LINES, A5_TWICE), tmp_path)
    for number in range(1, len(page.sizes) + 1):
        upper = [run for run in page.on(number) if run.base < 148.5]
        lower = [run for run in page.on(number) if run.base >= 148.5]
        assert [run.text for run in upper] == [run.text for run in lower]
        assert {round(b.base - a.base, 1) for a, b in zip(upper, lower, strict=True)} == {148.5}
        assert max(run.base for run in upper) <= 148.5 - A5_TWICE.bottom


def test_only_the_first_sheet_has_the_letterhead(tmp_path: Path) -> None:
    agency = replace(BALLOT.head, name="Hội đồng Thi đua - Khen thưởng Trung tâm Dịch vụ hành chính công " * 2)
    wide = replace(BALLOT, head=agency)
    report = ballot(wide, crowd(40), A5_TWICE)
    print_ = printed(report, tmp_path)

    assert len([run for run in print_.texts if "CỘNG HÒA" in run.text]) == 2, "once on each half of the first sheet"
    assert len([run for run in print_.texts if "(tiếp theo)" in run.text]) == 2 * (len(print_.sizes) - 1)
    assert all(len(rows(sheet)) >= 3 for sheet in sheets(report)[1:]), "half sheets hold more than a line or two"


def test_sheets_are_evenly_filled() -> None:
    same = [line(number, f"Nguyễn Văn {number}", "gk") for number in range(1, 26)]
    counts = [len(rows(sheet)) for sheet in sheets(ballot(BALLOT, same, A5_TWICE))]
    assert sum(counts) == 25
    assert max(counts) - min(counts) <= 1 + max(counts) // 3


def test_the_instruction_is_italic_and_above_the_table(tmp_path: Path) -> None:
    page = printed(ballot(BALLOT, LINES), tmp_path)
    instruction = page.find("Đánh dấu X")
    assert instruction.font == "LiberationSerif-Italic"
    assert page.find("PHIẾU BẦU").base < instruction.base < page.find("STT").base
    assert not [run for run in page.texts if re.search(r"ngày \d", run.text)]


def test_a_row_higher_than_a_half_sheet_does_not_stop_the_ballot(tmp_path: Path) -> None:
    tall = replace(LINES[0], position="Trưởng khoa Hồi sức tích cực và chống độc " * 30)
    report = ballot(BALLOT, (LINES[1], tall, LINES[2]), A5_TWICE)
    assert [len(rows(sheet)) for sheet in sheets(report)] == [1, 1, 1]
    assert LONG_NAME not in printed(report, tmp_path).words()


def test_opinions_are_signed_by_their_members(tmp_path: Path) -> None:
    report = opinion_sheets(BALLOT, LINES, MEMBERS[3:5], council=COUNCIL.name, by=date(2026, 11, 24))
    assert len(sheets(report)) == 2
    page = printed(report, tmp_path)
    assert page.find("Họ và tên: Ông Đặng Văn Quý; chức vụ: Chủ tịch Ủy ban")
    assert page.find("Họ và tên: Bà Lý Thị Sen")
    assert "trước ngày 24 tháng 11 năm 2026" in page.words()
    assert page.find("Hồng Sơn, ngày").text == "Hồng Sơn, ngày …… tháng …… năm ………"
    post, name = page.find("THÀNH VIÊN"), page.find("Đặng Văn Quý")
    assert (post.font, name.font) == ("LiberationSerif-Bold", "LiberationSerif-Bold")
    assert post.middle == pytest.approx(30 + 62 + 103 / 2, abs=0.6)
    assert page.find("(Ký, ghi rõ").font == "LiberationSerif-Italic"


def test_an_opinion_without_a_member_is_a_form_to_fill_in(tmp_path: Path) -> None:
    page = printed(opinion_sheets(BALLOT, LINES[:2], (), council=COUNCIL.name), tmp_path)
    assert page.find("Họ và tên: …")


def test_word_draws_the_boxes_and_keeps_the_half_sheets(tmp_path: Path) -> None:
    word.write(ballot(BALLOT, LINES, A5_TWICE), tmp_path / "phieu.docx")
    document = docx.Document(str(tmp_path / "phieu.docx"))
    heights = {round(section.page_height.mm, 1) for section in document.sections if section.page_height is not None}
    assert heights == {148.5}
    assert document.element.xml.count("<w:trHeight") == 2 * len(LINES)


LONG = {"gk": "Giấy khen của thủ trưởng cơ quan chuyên môn thuộc UBND cấp tỉnh và tương đương"}
SHORT = replace(BALLOT, awards={**BALLOT.awards, "gk": "Giấy khen"}, full={**BALLOT.awards, **LONG})


@pytest.mark.parametrize("page", [A4_PORTRAIT, A5_TWICE], ids=["a4", "a5"])
def test_a_long_name_stands_once_above_its_lines(page: PageFormat, tmp_path: Path) -> None:
    lines = tuple(replace(each, award_id="gk") for each in crowd(45))
    report = ballot(SHORT, lines, page)
    headings = [row.text for sheet in sheets(report) for row in all_rows(sheet) if isinstance(row, GroupRow)]
    assert headings[0] == f"I. {LONG['gk'].upper()}"
    assert headings[1:] == [f"{headings[0]} (tiếp theo)"] * (len(sheets(report)) - 1)
    assert {row.cells[3] for sheet in sheets(report) for row in rows(sheet)} == {"Giấy khen"}
    assert [row.cells[0] for sheet in sheets(report) for row in rows(sheet)] == list(range(1, 46))
    print_ = printed(report, tmp_path)
    assert len(print_.sizes) == len(sheets(report)), "every sheet is one page"


def test_every_award_has_its_heading_where_one_needs_it() -> None:
    lines = (replace(LINES[0], award_id="cstd_cs"), replace(LINES[1], award_id="gk"), replace(LINES[2], award_id="gk"))
    found = all_rows(ballot(SHORT, lines))
    assert [isinstance(row, GroupRow) for row in found] == [True, False, True, False, False]
    assert not any(isinstance(row, GroupRow) for row in all_rows(ballot(BALLOT, lines)))
    sheet = opinion_sheets(SHORT, lines, MEMBERS[3:4], council=COUNCIL.name)
    assert sum(isinstance(row, GroupRow) for row in all_rows(sheet)) == 2


@pytest.mark.parametrize(
    ("words", "state", "superior"),
    [(1, True, True), (2, True, False), (6, False, False)],
    ids=["short", "long", "huge"],
)
def test_the_first_line_stands_below_the_head_of_a_half_sheet(
    words: int, tmp_path: Path, *, state: bool, superior: bool
) -> None:
    """The head gives way step by step: the bodies above go first, then the letterhead."""
    head = replace(BALLOT.head, name="Hội đồng Thi đua - Khen thưởng " + "Trung tâm Dịch vụ hành chính công " * words)
    tall = replace(LINES[0], position="Phó Trưởng phòng Kế hoạch - Tài chính, phụ trách chuyển đổi số " * 2)
    report = ballot(replace(SHORT, head=head), (tall, *LINES[1:4]), A5_TWICE)
    print_ = printed(report, tmp_path)
    assert len(print_.sizes) == len(sheets(report)), "nothing goes over the foot of a half sheet"
    first = " ".join(run.text for run in print_.on(1))
    assert ("CỘNG HÒA" in first) is state
    assert ("UBND TỈNH" in first) is superior
    assert "Phó Trưởng" in first
