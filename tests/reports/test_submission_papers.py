"""Papers about submissions: what they say, and that no identity number stands on them."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pypdfium2 as pdfium
import pytest

from tests.reports import paper, submission_cases
from tests.reports.cases import OFFICE, TODAY
from thidua_desktop.reports import pdf, word
from thidua_desktop.reports.builders.submission_papers import (
    A5_LANDSCAPE,
    DocumentCount,
    missing_letter,
    receipt_slip,
    reminder_letter,
    waiting_list,
)
from thidua_desktop.reports.model import Letterhead, Paragraph, Report, Row, Table
from thidua_desktop.reports.typeset import MM
from thidua_desktop.wording import submission_papers as phrases


def words(report: Report) -> str:
    """All that running text says."""
    return " ".join(block.text for block in report.blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize("name", submission_cases.PAPERS)
def test_no_identity_number_stands_on_paper(name: str, tmp_path: Path) -> None:
    pdf.write(submission_cases.PAPERS[name], tmp_path / "giay.pdf")
    said = " ".join(run.text for run in paper.read(tmp_path / "giay.pdf").texts)
    assert "001085000123" not in said
    assert "SỞ NỘI VỤ TỈNH HỒNG SƠN" in said


def test_the_slip_counts_what_came_and_what_is_missing() -> None:
    report = submission_cases.slip()
    head = next(block for block in report.blocks if isinstance(block, Letterhead))
    assert (head.number, head.day) == ("07/PTN", date(2026, 8, 12))
    assert "12 (cá nhân: 08; tập thể: 03; hộ gia đình: 01)" in words(report)
    assert "02 loại giấy tờ nêu trên; đề nghị đơn vị bổ sung trước ngày 25 tháng 8 năm 2026" in words(report)
    whole = phrases.slip_missing(0, ())
    assert "đủ thành phần" in whole


@pytest.mark.parametrize("more", [0, 3])
def test_the_slip_on_half_a_sheet_is_one_page(tmp_path: Path, more: int) -> None:
    documents = [
        *submission_cases.DOCUMENTS,
        *(DocumentCount(f"Văn bản đề nghị thứ {number} của đơn vị", 1, 1, "Thiếu dấu") for number in range(more)),
    ]
    unit = "Bệnh viện Đa khoa khu vực Bắc Quang"
    report = receipt_slip(
        submission_cases.OFFICE,
        submission_cases.ROUND,
        submission_cases.SENT,
        unit,
        lines=submission_cases.LINES,
        documents=documents,
        owes=submission_cases.OWES,
        page=A5_LANDSCAPE,
    )
    pdf.write(report, tmp_path / "slip.pdf")
    with pdfium.PdfDocument(tmp_path / "slip.pdf") as book:
        assert len(book) == 1
        assert [round(length / MM) for length in book[0].get_size()] == [210, 148]
        said = book[0].get_textpage().get_text_range()
    assert unit in said
    assert str(submission_cases.SENT.received_by) in said


def test_half_a_sheet_in_word_has_everything_smaller(tmp_path: Path) -> None:
    word.write(submission_cases.slip(A5_LANDSCAPE), tmp_path / "slip.docx")
    section = docx.Document(str(tmp_path / "slip.docx")).sections[0]
    assert section.page_width is not None
    assert round(section.page_width.mm) == 210
    with zipfile.ZipFile(tmp_path / "slip.docx") as parts:
        text = parts.read("word/document.xml").decode()
    sizes = [int(size) for size in re.findall(r'<w:sz w:val="(\d+)"', text)]
    assert max(sizes) == 21  # half points: three quarters of 14


def test_the_letter_names_each_line_and_the_shared_papers_first() -> None:
    report = submission_cases.PAPERS["missing_letter"]
    table = next(block for block in report.blocks if isinstance(block, Table))
    assert [row.cells[1] for row in table.rows if isinstance(row, Row)] == [
        phrases.SHARED_PAPERS,
        "Ông Đỗ Quang Vinh",
        "Khoa Hồi sức, Bệnh viện Đa khoa tỉnh",
    ]
    assert "còn 03 trường hợp" in words(report)
    assert "trước ngày 28 tháng 8 năm 2026" in words(report)
    without = missing_letter(
        OFFICE, submission_cases.ROUND, submission_cases.LETTER, replace(submission_cases.MISSING, shared=())
    )
    assert "còn 02 trường hợp" in words(without)


@pytest.mark.parametrize(
    ("closes", "said"),
    [
        (date(2026, 8, 15), "Thời hạn nhận hồ sơ đã hết ngày 15 tháng 8 năm 2026"),
        (date(2026, 8, 30), "Thời hạn nhận hồ sơ là ngày 30 tháng 8 năm 2026"),
        (None, "chưa nhận được hồ sơ của Sở Y tế"),
    ],
)
def test_a_reminder_says_whether_the_day_is_over(closes: date | None, said: str) -> None:
    round_ = replace(submission_cases.ROUND, closes=closes)
    assert said in words(reminder_letter(OFFICE, round_, submission_cases.LETTER, today=TODAY))


@pytest.mark.parametrize(
    ("left", "said"), [(None, ""), (-3, "quá hạn 3 ngày"), (0, "đến hạn hôm nay"), (4, "còn 4 ngày")]
)
def test_how_long_a_unit_still_has(left: int | None, said: str) -> None:
    assert phrases.waiting(left) == said


def test_a_list_of_nobody_says_so() -> None:
    report = waiting_list(OFFICE, submission_cases.ROUND, [], expected=3, today=TODAY)
    assert phrases.EVERYTHING_SENT in words(report)
    assert not any(isinstance(block, Table) for block in report.blocks)
