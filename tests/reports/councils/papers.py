"""The council's papers as they are looked at: each once, for golden files and for Word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from tests.reports.councils import page_cases
from tests.reports.councils.cases import (
    AWARDS,
    COUNCIL,
    DECIDED,
    DECISION,
    DECISION_PAPER,
    FUND,
    HEAD,
    KEYS,
    LINES,
    MEETING,
    MEMBERS,
    NOTICE,
    OFFICE,
    PAY,
    PROPOSAL,
    RECORD,
    SUBJECT,
    TELLERS,
    TURNOUT,
    VOTED,
)
from thidua_desktop.domain.award_lists import ListOrder, award_list
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.reports.councils.award_list import ListPaper, council_list
from thidua_desktop.reports.councils.ballots import A5_TWICE, BallotPaper, ballot, opinion_sheets
from thidua_desktop.reports.councils.decision import decision_document
from thidua_desktop.reports.councils.invitation import invitations
from thidua_desktop.reports.councils.minutes import minutes
from thidua_desktop.reports.councils.pay_list import pay_document
from thidua_desktop.reports.councils.proposal import proposal
from thidua_desktop.reports.councils.result_notice import result_notice
from thidua_desktop.reports.councils.vote_papers import vote_count, vote_summary
from thidua_desktop.reports.model import Report

LIST = ListPaper(
    HEAD, "Trình phiên họp Hội đồng Thi đua - Khen thưởng ngày 25 tháng 11 năm 2026", AWARDS, date(2026, 11, 25)
)


def council_list_of(lines: tuple[Nomination, ...], order: ListOrder = ListOrder.AWARD_UNIT) -> Report:
    return council_list(LIST, award_list(lines, order, KEYS), order)


BALLOT = BallotPaper(HEAD, "Đề nghị xét tặng danh hiệu thi đua, hình thức khen thưởng năm 2026", AWARDS)

PAPERS: dict[str, Report] = {
    "council_list": council_list_of(LINES),
    "ballot": ballot(BALLOT, LINES),
    "ballot_a5": ballot(BALLOT, LINES[:3], A5_TWICE),
    "opinion_sheet": opinion_sheets(BALLOT, LINES[:2], MEMBERS[3:4], council=COUNCIL.name, by=date(2026, 11, 24)),
    "vote_count": vote_count(RECORD, TURNOUT, TELLERS, subject=SUBJECT, at=time(10, 15)),
    "vote_summary": vote_summary(RECORD, TURNOUT, subject=SUBJECT, teller="Hoàng Thị Mai Lan"),
    "minutes": minutes(RECORD, subject=MEETING.name),
    "invitation": invitations(RECORD, MEMBERS[3:4]),
    "proposal": proposal(PROPOSAL, DECIDED[:4]),
    "result_notice": result_notice(replace(RECORD, lines=VOTED[:4]), NOTICE),
    "pay_list": pay_document(OFFICE, PAY, AWARDS, subject="Kèm theo Quyết định số 05/QĐ-UBND", fund=FUND),
    "decision": decision_document(DECISION_PAPER, DECISION),
    "decision_few": decision_document(DECISION_PAPER, replace(DECISION, lines=DECIDED[:3])),
    **page_cases.PAPERS,
}
