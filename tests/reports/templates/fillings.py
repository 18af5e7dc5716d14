"""Papers as the built-in report and as what a template is filled with, side by side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn

from tests.reports.councils.cases import (
    DECIDED,
    DECISION,
    DECISION_PAPER,
    MEETING,
    MEMBERS,
    NOTICE,
    PROPOSAL,
    RECORD,
    VOTED,
)
from tests.reports.councils.page_cases import ENTRIES, HOLDER, SIGNED
from thidua_desktop.domain.councils.meetings import Conflict
from thidua_desktop.domain.ids import MeetingId, MemberId, NominationId
from thidua_desktop.reports.councils.confirmation import confirmation
from thidua_desktop.reports.councils.decision import decision_document
from thidua_desktop.reports.councils.invitation import invitations
from thidua_desktop.reports.councils.minutes import minutes
from thidua_desktop.reports.councils.proposal import proposal
from thidua_desktop.reports.councils.result_notice import result_notice
from thidua_desktop.reports.model import Report
from thidua_desktop.reports.templates import values
from thidua_desktop.reports.templates.filling import Filling

_FEW = replace(DECISION, lines=DECIDED[:3])
_TO_TWO = replace(PROPOSAL, to=("Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn", "Bộ Nội vụ"))
_SPOKEN = ("Ông Nông Văn Hùng đề nghị làm rõ sáng kiến của trường hợp số 2.",)
_HELD = replace(
    RECORD, conflicts=(Conflict(MeetingId(1), MemberId(7), NominationId(1), "cùng đơn vị"),), lines=VOTED[:4]
)
_QUIET = replace(RECORD, lines=(), meeting=replace(MEETING, conclusion="", agenda=()))
_SOME = replace(RECORD, lines=VOTED[:4])

REPORTS: dict[str, Report] = {
    "decision": decision_document(DECISION_PAPER, SIGNED),
    "decision_few": decision_document(DECISION_PAPER, _FEW),
    "proposal": proposal(PROPOSAL, DECIDED[:4]),
    "proposal_many": proposal(_TO_TWO, DECIDED),
    "minutes": minutes(_HELD, subject=MEETING.name, discussion=_SPOKEN, recipients=("Thành viên Hội đồng",)),
    "minutes_quiet": minutes(_QUIET, subject="Họp"),
    "invitation": invitations(RECORD, MEMBERS[3:6], notes=("Tài liệu gửi kèm.",)),
    "invitation_bare": invitations(_QUIET, MEMBERS[3:5]),
    "notice": result_notice(_SOME, NOTICE),
    "confirmation": confirmation(HOLDER, ENTRIES),
    "confirmation_nothing": confirmation(HOLDER, ()),
}


def filled_with(report: Report) -> Filling:
    found = values.filling(report)
    assert found is not None
    return found


PAIRS = {name: (report, filled_with(report)) for name, report in REPORTS.items()}
"""Each paper and what a template of it is filled with."""


def template(folder: Path, *paragraphs: str, rows: tuple[tuple[str, ...], ...] = (), footer: str = "") -> Path:
    """A small template; ``rows`` make a table behind the paragraphs."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    document.save(str(folder / "mẫu.docx"))
    return folder / "mẫu.docx"


def words_of(path: Path) -> str:
    """All text of a Word file, tables included, a paragraph a line."""
    document = Document(str(path))
    return "\n".join(paragraph.text for paragraph in document.element.body.iter(qn("w:p")))
