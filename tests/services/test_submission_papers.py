"""Papers of a round, from the office file to the file on disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.dossiers import DocumentState
from thidua_desktop.domain.ids import NominationId, RoundId, SubmissionId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.submissions import Receipt
from thidua_desktop.services.container import Services
from thidua_desktop.services.report_files import FormatNotOffered
from thidua_desktop.services.submission_papers import Format, Letter, NothingMissing, SlipPaper

HEALTH, POLICE = SubmissionId(1), SubmissionId(2)
AN, BINH = NominationId(1), NominationId(2)
LETTER = Letter("Sở Y tế", date(2024, 6, 28))


@pytest.fixture
def round_id(services: Services) -> RoundId:
    """The department of health has sent two lines, the police nothing."""
    made = services.nominations.save_round(Round("Đợt xét cuối năm", 2024, closes=date(2024, 6, 25)))
    round_id = RoundId(made.created[0])
    person = RecipientKind.PERSON
    services.nominations.save_many(
        [
            Nomination(round_id, person, "Nguyễn Văn An", "bang_khen_bo_tinh", unit="Sở Y tế", honorific="Ông"),
            Nomination(round_id, person, "Trần Thị Bình", "bang_khen_bo_tinh", unit="Sở Y tế", honorific="Bà"),
        ]
    )
    services.submissions.expect(round_id, [], ["Sở Y tế", "Công an tỉnh"])
    services.submissions.receive(HEALTH, Receipt(date(2024, 6, 18), "45/TTr-SYT", date(2024, 6, 14)))
    return round_id


def pages(path: Path) -> list[str]:
    """The text of each page, its lines joined."""
    with pdfium.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def codes(services: Services) -> list[str]:
    return [each.code for each in services.dossiers.of_lines([AN])[AN].documents]


def test_a_slip_before_and_after_the_papers_were_looked_at(
    services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    out = tmp_path / "phieu.pdf"
    (before,) = pages(services.submission_papers.receipt_slip(HEALTH, out, Format.PDF))
    assert "Số: 01/PTN" in before
    assert "Thành phần hồ sơ" not in before
    services.dossiers.mark([AN, BINH], codes(services), DocumentState.PRESENT)
    services.dossiers.mark([BINH], codes(services)[:1], DocumentState.MISSING)
    (after,) = pages(services.submission_papers.receipt_slip(HEALTH, out, Format.PDF))
    assert "còn thiếu hoặc chưa đúng 01 loại giấy tờ" in after
    (small,) = pages(services.submission_papers.receipt_slip(HEALTH, out, Format.PDF, paper=SlipPaper.A5))
    assert "PHIẾU TIẾP NHẬN HỒ SƠ" in small


def test_letters_of_all_units_in_one_file(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    services.dossiers.mark([AN], codes(services), DocumentState.PRESENT)
    services.dossiers.mark([BINH], codes(services)[:1], DocumentState.FAULTY, note="thiếu dấu")
    assert [row.unit for row in services.submission_papers.lacking(round_id)] == ["Sở Y tế"]
    letters = [(LETTER, HEALTH), (LETTER, HEALTH)]
    first, second = pages(
        services.submission_papers.missing_letters(round_id, letters, tmp_path / "cv.pdf", Format.PDF)
    )
    assert first == second
    assert "Bà Trần Thị Bình" in first
    assert "(chưa đúng: thiếu dấu)" in first
    assert "An" not in first.split("Qua kiểm tra")[1].split("Đề nghị Sở Y tế")[0].split()
    word = services.submission_papers.missing_letters(round_id, letters, tmp_path / "cv.docx", Format.DOCX)
    assert word.stat().st_size > 0


def test_what_lacks_for_the_whole_submission_is_said_once(
    services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    everything = codes(services)
    services.dossiers.mark([AN, BINH], everything[1:], DocumentState.PRESENT)
    services.dossiers.mark_shared(HEALTH, everything[:1], DocumentState.MISSING)
    (text,) = pages(
        services.submission_papers.missing_letters(round_id, [(LETTER, HEALTH)], tmp_path / "cv.pdf", Format.PDF)
    )
    assert "còn 01 trường hợp" in text
    assert "Hồ sơ chung của đơn vị" in text
    assert "Nguyễn Văn An" not in text


def test_a_refused_line_is_asked_for_nothing_more(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    services.dossiers.mark([AN, BINH], codes(services)[:1], DocumentState.MISSING)
    services.submissions.refuse_lines([AN, BINH], "Trùng", date(2024, 6, 19))
    with pytest.raises(NothingMissing):
        services.submission_papers.missing_letters(round_id, [(LETTER, HEALTH)], tmp_path / "cv.pdf", Format.PDF)
    assert not (tmp_path / "cv.pdf").exists()


def test_who_has_not_sent_is_listed_and_reminded(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    papers = services.submission_papers
    assert [row.unit for row in papers.waiting(round_id)] == ["Công an tỉnh"]
    (listed,) = pages(papers.waiting_list(round_id, tmp_path / "ds.pdf", Format.PDF))
    assert "còn 5 ngày" in listed
    assert "01 đơn vị chưa gửi trên 02 đơn vị" in listed
    assert papers.waiting_list(round_id, tmp_path / "ds.xlsx", Format.XLSX).exists()
    letter = Letter("Công an tỉnh", date(2024, 6, 25))
    (text,) = pages(papers.reminder_letters(round_id, [letter], tmp_path / "cv.pdf", Format.PDF))
    assert "chưa nhận được hồ sơ của Công an tỉnh" in text
    with pytest.raises(NothingMissing):
        papers.reminder_letters(round_id, [], tmp_path / "cv.pdf", Format.PDF)
    with pytest.raises(FormatNotOffered):
        papers.reminder_letters(round_id, [letter], tmp_path / "cv.xlsx", Format.XLSX)
