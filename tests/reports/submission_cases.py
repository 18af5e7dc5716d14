"""What a unit has sent to a round and what it lacks, invented."""

from __future__ import annotations

from datetime import date

from tests.reports.cases import OFFICE, TODAY
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RoundId, SubmissionId, UnitId
from thidua_desktop.domain.nominations import Round
from thidua_desktop.domain.submissions import Return, Submission, SubmissionState
from thidua_desktop.reports.builders.letters import Letter
from thidua_desktop.reports.builders.submission_papers import (
    A5_LANDSCAPE,
    DocumentCount,
    Missing,
    MissingLine,
    missing_letter,
    receipt_slip,
    reminder_letter,
    waiting_list,
)
from thidua_desktop.reports.model import A4_PORTRAIT, PageFormat, Report

ROUND = Round("Đợt xét khen thưởng công trạng cuối năm 2026", 2026, closes=date(2026, 8, 15))
SENT = Submission(
    RoundId(1),
    UnitId(1),
    SubmissionState.RECEIVED,
    letter_number="245/TTr-SYT",
    letter_on=date(2026, 8, 10),
    received_on=date(2026, 8, 12),
    received_by="Nguyễn Thị Thu Hà",
    delivered_by="Trần Văn Bình",
    receipt_number=7,
    id=SubmissionId(1),
)
DOCUMENTS = (
    DocumentCount("Tờ trình", 12, 0),
    DocumentCount("Báo cáo thành tích có xác nhận của cấp trình", 9, 3, "Thiếu dấu; CCCD 001085000123"),
    DocumentCount("Biên bản họp và kết quả bỏ phiếu", 11, 1),
    DocumentCount("Xác nhận phát minh, sáng chế, sáng kiến (nếu có)", 4, 0),
)
LINES = {RecipientKind.PERSON: 8, RecipientKind.COLLECTIVE: 3, RecipientKind.HOUSEHOLD: 1}
MISSING = Missing(
    SENT,
    "Sở Y tế",
    ("Biên bản họp Hội đồng Thi đua - Khen thưởng",),
    (
        MissingLine(
            "Ông Đỗ Quang Vinh", "Chiến sĩ thi đua cơ sở", ("Báo cáo thành tích (chưa đúng: CCCD 001085000123)",)
        ),
        MissingLine("Khoa Hồi sức, Bệnh viện Đa khoa tỉnh", "Tập thể lao động xuất sắc", ("Tờ trình", "Biên bản họp")),
    ),
)
OWES = (Return(date(2026, 8, 13), "Thiếu", answer_by=date(2026, 8, 25)),)
LETTER = Letter("Sở Y tế", date(2026, 8, 28))


def slip(page: PageFormat = A4_PORTRAIT) -> Report:
    return receipt_slip(OFFICE, ROUND, SENT, "Sở Y tế", lines=LINES, documents=DOCUMENTS, owes=OWES, page=page)


PAPERS: dict[str, Report] = {
    "receipt_slip": slip(),
    "receipt_slip_a5": slip(A5_LANDSCAPE),
    "missing_letter": missing_letter(OFFICE, ROUND, LETTER, MISSING),
    "reminder_letter": reminder_letter(OFFICE, ROUND, Letter("Công an tỉnh", date(2026, 8, 28)), today=TODAY),
    "waiting_list": waiting_list(
        OFFICE, ROUND, [("Công an tỉnh", -5), ("Sở Tài chính", 0), ("UBND xã Yên Khê", 3)], expected=14, today=TODAY
    ),
}
