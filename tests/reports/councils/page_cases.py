"""What lies beside the award list, and what comes after the decision: ceilings, findings, confirmation, corrections."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

from tests.reports.councils.cases import AWARDS, DECIDED, DECISION, HEAD, ISSUER, KEYS, LINES, LONG_NAME, OFFICE
from thidua_desktop.domain.award_lists import ListOrder, award_list
from thidua_desktop.domain.decision_changes import CorrectedField, Correction
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.eligibility.verdicts import Ask, AskKind, Assessment, Claim, Override, RuleFinding, Verdict
from thidua_desktop.domain.evidence import Reach
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.funds import FundEntry, FundKind, book
from thidua_desktop.domain.ids import DecisionId, DecisionLineId, RecipientId, UnitId
from thidua_desktop.domain.judgements import HELD_ALREADY, Judgement
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.quota_boards import BaseCount, BaseSource, UnitGauge
from thidua_desktop.domain.quotas import gauge
from thidua_desktop.domain.register import RecordState, RegisterEntry
from thidua_desktop.domain.rulebooks import Basis, Quota, Rule, Vocabulary
from thidua_desktop.domain.rules import AwardRun, InitiativeCount
from thidua_desktop.reports.councils.achievements import achievement_summary
from thidua_desktop.reports.councils.award_list import ListPaper
from thidua_desktop.reports.councils.confirmation import ConfirmationPaper, confirmation
from thidua_desktop.reports.councils.decision_changes import ChangePaper, correction_decision, withdrawal_decision
from thidua_desktop.reports.councils.findings_page import findings_page
from thidua_desktop.reports.councils.fund_sheet import fund_sheet
from thidua_desktop.reports.councils.name_check import ComparedName, name_check
from thidua_desktop.reports.councils.quota_page import quota_page
from thidua_desktop.reports.model import Report
from thidua_desktop.wording.rules import Names

NAMES = Names(AWARDS, Vocabulary(bodies={"holders": "số cá nhân đạt danh hiệu “Lao động tiên tiến”"}))
LIST = ListPaper(
    HEAD, "Trình phiên họp Hội đồng Thi đua - Khen thưởng ngày 25 tháng 11 năm 2026", AWARDS, date(2026, 11, 25)
)

_QUOTA = Quota(15, "holders", Basis("Điều 23 khoản 2 Luật Thi đua, khen thưởng", Confidence.SEEN))
_FREE = Quota(None, "holders", Basis("Điều 12 NĐ 152/2025/NĐ-CP", Confidence.KNOWN))


def ceiling(award: str, unit: str | None, chosen: int, base: int | None, quota: Quota = _QUOTA) -> UnitGauge:
    source = BaseSource.UNKNOWN if base is None else BaseSource.MEMBERS
    key = UnitId(len(unit)) if unit is not None else None
    state = gauge(quota, chosen=chosen, base=base or 0)
    return UnitGauge(award, key, unit, state, quota, BaseCount(base, source))


GAUGES = (
    ceiling("cstd_cs", None, 9, 60),
    ceiling("cstd_cs", "Sở Y tế", 2, 13),
    ceiling("cstd_cs", "Sở Giáo dục và Đào tạo", 3, 20),
    ceiling("cstd_cs", "Ủy ban nhân dân xã Yên Khê", 1, 27),
    ceiling("cstd_cs", "Sở Công Thương", 3, None),
    ceiling("cstd_tinh", None, 1, 30, _FREE),
    ceiling("cstd_tinh", "Sở Y tế", 1, 13, _FREE),
)

_BOOK = "thu"
_RUN = Rule(AwardRun(("cstd_cs",), 3), Basis("Điều 22 khoản 1 điểm a Luật Thi đua, khen thưởng", Confidence.SEEN))
_IDEA = Rule(
    InitiativeCount(1, Reach.PROVINCE),
    Basis("Điều 22 khoản 1 điểm b Luật Thi đua, khen thưởng", Confidence.KNOWN),
)


def judged(
    line: Nomination,
    verdict: Verdict,
    *findings: RuleFinding,
    own: Override | None = None,
    notes: tuple[Finding, ...] = (),
) -> tuple[Nomination, Judgement]:
    assert line.id is not None
    claim = Claim(line.award_id, line.kind, 2026, date(2026, 11, 1))
    assessment = Assessment(claim, verdict, None, findings, override=own)
    return line, Judgement(line.id, RecipientId(1), assessment, _BOOK, notes=notes)


_LACKS = RuleFinding(_RUN, Verdict.NOT_MET, have=1, need=3, years=(2024, 2025, 2026), earliest=2028)
_ASKS = RuleFinding(
    _IDEA, Verdict.CANNOT_TELL, need=1, years=(2026,), asks=(Ask(AskKind.INITIATIVE, (), (2025, 2026)),)
)
JUDGED = (
    judged(LINES[0], Verdict.MET),
    judged(LINES[1], Verdict.CANNOT_TELL, _ASKS),
    judged(
        LINES[2],
        Verdict.NOT_MET,
        _LACKS,
        _ASKS,
        own=Override(Verdict.MET, "Nguyễn Thị Thu Hà", "đã đối chiếu bản gốc các quyết định", date(2026, 11, 5)),
    ),
    judged(LINES[3], Verdict.MET),
    judged(LINES[5], Verdict.MET, notes=(Finding(HELD_ALREADY, params={"award": "Giấy khen", "year": "2025"}),)),
)

HOLDER = ConfirmationPaper(
    replace(OFFICE, signer_posts=("GIÁM ĐỐC",)),
    "Sở Nội vụ tỉnh Hồng Sơn",
    AWARDS,
    "Ông Nguyễn Văn An",
    (
        "Sinh ngày: 17/5/1979",
        "Số định danh: 001079000123",
        "Chức vụ, đơn vị công tác: Trưởng khoa Hồi sức tích cực, Bệnh viện Đa khoa tỉnh, Sở Y tế",
    ),
    asked_by="Bệnh viện Đa khoa tỉnh",
    purpose="bổ sung hồ sơ đề nghị khen thưởng",
)


def given(award: str, year: int, number: str | None, name: str = "Nguyễn Văn An", **fields: object) -> RegisterEntry:
    entry = RegisterEntry(RecipientId(1), award, year, name, decision=number)
    return replace(entry, **fields)  # type: ignore[arg-type]


ENTRIES = (
    given(
        "cstd_tinh",
        2025,
        "4123/QĐ-UBND",
        decided_on=date(2025, 12, 9),
        decided_by="Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn",
        golden_book="17",
    ),
    given("cstd_cs", 2024, "288/QĐ-SYT", "Nguyễn Văn Ân", decided_on=date(2024, 12, 20), golden_book="3"),
    given("gk", 2021, None),
    given("bk_tinh", 2023, "99/QĐ-UBND", decided_on=date(2023, 11, 2), state=RecordState.WITHDRAWN),
)

SIGNED = replace(
    DECISION,
    number="05/QĐ-UBND",
    signed_on=date(2026, 12, 5),
    state=DecisionState.SIGNED,
    lines=tuple(
        replace(line, id=DecisionLineId(place), golden_book=place) for place, line in enumerate(DECIDED, start=1)
    ),
)
CHANGE = ChangePaper(
    ISSUER,
    "Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn",
    (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 820/TTr-SNV ngày 10 tháng 12 năm 2026",
    ),
    reason="Lỗi đánh máy khi lập danh sách",
    executors="Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ",
    recipients=("Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Sở Y tế", "Lưu: VT, TĐKT"),
)


def corrected(line: int, field: CorrectedField, was: str, reads: str | None) -> Correction:
    return Correction(DecisionId(1), DecisionLineId(line), field, was, reads, date(2026, 12, 12), "lỗi đánh máy")


CORRECTIONS = (
    corrected(4, CorrectedField.NAME, "Nguyễn Văn An", "Nguyễn Văn Ân"),
    corrected(2, CorrectedField.UNIT, "Sở Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo tỉnh Hồng Sơn"),
    corrected(5, CorrectedField.LINE, LONG_NAME, None),
)

_F = FundKind
BOOK = book(
    2026,
    (
        FundEntry(2026, date(2026, 1, 1), _F.OPENING, "Số dư năm 2025 chuyển sang", 100_000_000),
        FundEntry(2026, date(2026, 3, 2), _F.INCOME, "Ngân sách cấp", 25_000_000, note="Quyết định 77/QĐ-UBND"),
        FundEntry(2026, date(2026, 12, 5), _F.EXPENSE, "Chi tiền thưởng theo Quyết định số 05/QĐ-UBND", 10_330_000),
        FundEntry(2026, date(2026, 12, 10), _F.EXPENSE, "In phôi bằng khen, khung", 7_600_000),
    ),
)

COMPARED = (
    ComparedName("Nguyễn Văn An", "Nguyễn Văn An", "Nguyễn Văn An"),
    ComparedName("Trần Thị Bích Ngọc", "Trần Thị Bích Ngọc", "Trần Thị Bich Ngọc"),
    ComparedName("Lê Hoàng Phúc", "Lê  Hoàng Phúc", "Lê Hoàng Phúc", "đã sửa trong tệp in"),
    ComparedName("Võ Thị Sáu", unicodedata.normalize("NFD", "Võ Thị Sáu"), "Võ Thị Sáu"),
    ComparedName(None, LONG_NAME, LONG_NAME),
)

PAPERS: dict[str, Report] = {
    "name_check": name_check(OFFICE, "Quyết định số 05/QĐ-UBND ngày 05 tháng 12 năm 2026", COMPARED),
    "quota_page": quota_page(LIST, GAUGES, NAMES),
    "findings_page": findings_page(LIST, JUDGED, NAMES),
    "achievements": achievement_summary(LIST, award_list(LINES, ListOrder.AWARD_UNIT, KEYS), ListOrder.AWARD_UNIT),
    "confirmation": confirmation(HOLDER, ENTRIES),
    "correction": correction_decision(CHANGE, SIGNED, CORRECTIONS),
    "withdrawal": withdrawal_decision(replace(CHANGE, reason="Kê khai sai thành tích"), SIGNED, SIGNED.lines[2:5]),
    "withdrawal_whole": withdrawal_decision(replace(CHANGE, reason=""), SIGNED),
    "fund_sheet": fund_sheet(OFFICE, BOOK, day=date(2026, 12, 15)),
}
