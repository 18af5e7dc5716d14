"""The findings of an eligibility check as sentences.

``Chưa đủ: cần 2 năm liên tục đạt “…” (2024, 2025); mới có 2024 – sớm nhất xét năm 2026. Căn cứ: …``
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from thidua_desktop.domain.double_nominations import Double, DoubleReason
from thidua_desktop.domain.eligibility.verdicts import (
    Ask,
    AskKind,
    Assessment,
    BelongsTo,
    Founded,
    HistoryKnown,
    Proof,
    Remark,
    RuleFinding,
    Verdict,
)
from thidua_desktop.domain.evidence import (
    AwardRecord,
    CaseKind,
    Clearance,
    Cleared,
    ClusterRank,
    Confirmation,
    Discipline,
    Initiative,
    MemberFigures,
    MovementResult,
    OpenCase,
    PostHeld,
    Spell,
    YearRating,
    YearScore,
)
from thidua_desktop.domain.quotas import Gauge
from thidua_desktop.domain.rules import (
    Anniversary,
    AwardExists,
    AwardRun,
    AwardsInWindow,
    AwardsInYears,
    Condition,
    Existence,
    ForOccasion,
    ForRecipient,
    InitiativeCount,
    Interval,
    MembersUndisciplined,
    MembersWith,
    NotTogether,
    PostYears,
    RatingRun,
    RatingsInWindow,
    SpellMonths,
    SpellYears,
    StandardWritten,
)
from thidua_desktop.wording import formats
from thidua_desktop.wording.rules import MERITS, RATINGS, REACHES, SANCTIONS, Names, citation, number, requirement

VERDICTS = {
    Verdict.MET: "Đủ điều kiện",
    Verdict.NOT_MET: "Chưa đủ điều kiện",
    Verdict.CANNOT_TELL: "Chưa đủ căn cứ để xét",
}
CASES = {
    CaseKind.DISCIPLINE: "việc xem xét kỷ luật",
    CaseKind.INVESTIGATION: "việc điều tra",
    CaseKind.INSPECTION: "việc thanh tra, kiểm tra",
    CaseKind.COMPLAINT: "khiếu nại, tố cáo",
    CaseKind.PRESS: "phản ánh của báo chí",
}
CLEARED = {Cleared.DISCIPLINE: "không bị kỷ luật", Cleared.CASES: "không có vụ việc đang xem xét"}
REMARKS = {
    Remark.ABOVE_RANGE: "Thời gian đã vượt mức của hạng này, hãy xem có thuộc hạng cao hơn không.",
    Remark.ONE_CLASS_LOWER: "Theo quy định này có thể xét hạng thấp hơn một bậc.",
    Remark.AWARD_FIRST: "Các năm chỉ được tính sau lần khen nêu ở điều kiện trước.",
    Remark.USED_INITIATIVE: "Không tính sáng kiến đã dùng cho lần khen khác: {left_out}.",
    Remark.NOT_FOR_MERIT: "Không tính lần khen đột xuất hoặc chuyên đề.",
}


def sentence(finding: RuleFinding, names: Names) -> str:
    """A finding as the clerk reads it: what was asked, what is there, when it could be met, where it is written."""
    return f"{statement(finding, names)} Căn cứ: {citation(finding.rule.basis)}."


def statement(finding: RuleFinding, names: Names, *, asking: bool = True) -> str:
    """A finding without where it is written, for lists that show that apart; ``asking``: with what to ask for."""
    return f"{_statement(finding, names, asking=asking)}{_remark(finding)}"


def verdict(assessment: Assessment) -> str:
    """The verdict in one line, the clerk's own where there is one."""
    own = assessment.override
    if own is not None:
        by = f"{own.by}, {formats.day(own.day)}: {own.reason}"
        return f"{VERDICTS[own.verdict]} (theo quyết định của {by}; máy xét: {VERDICTS[assessment.verdict].lower()})"
    early = f" – sớm nhất xét năm {assessment.earliest}" if assessment.earliest else ""
    return f"{VERDICTS[assessment.verdict]}{early}"


def ask(wanted: Ask, names: Names) -> str:
    """What the clerk should ask the unit for."""
    years = f" năm {_years(wanted.years)}" if wanted.years else ""
    return ASKS[wanted.kind](wanted, names) + years


def proof(evidence: Proof, names: Names) -> str:
    """A piece of evidence by its name."""
    return _PROOFS[type(evidence)](evidence, names)


def gauge(state: Gauge) -> str:
    """A ceiling while lines are chosen: ``15,4 % > 15 % (2/13 người, được chọn nhiều nhất 1)``."""
    if state.share is None:
        return "Chưa có số người làm gốc để tính tỷ lệ"
    counted = f"{formats.whole(state.chosen)}/{formats.whole(state.base)}"
    if state.percent is None:
        return f"{_percent(state.share)} ({counted}); không khống chế tỷ lệ"
    sign = ">" if state.over else "≤"
    most = formats.whole(state.allowed or 0)
    return f"{_percent(state.share)} {sign} {number(float(state.percent))} % ({counted}, chọn nhiều nhất {most})"


def double(seen: Double) -> str:
    """Why two nominations may be of one recipient."""
    who = f"“{seen.first.name}” được đề nghị hai lần ({_DOUBLES[seen.reason]})"
    same = "cùng một danh hiệu, hình thức" if seen.same_award else "hai danh hiệu, hình thức khác nhau"
    where = "; ở hai đợt xét" if not seen.same_round else "; do hai đơn vị trình" if seen.two_submissions else ""
    again = "; thành tích ghi giống nhau" if seen.same_achievement else ""
    return f"{who}: {same}{where}{again}. Hãy xem lại trước khi tổng hợp."


_DEMANDS = ("không", "thành tích", "đã", "là ", "kỷ niệm", "tập thể", "giữ")
"""How requirements begin that one cannot "need"."""
_UNITS: dict[type[Condition], str] = {
    AwardsInWindow: "lần",
    AwardsInYears: "lần",
    InitiativeCount: "sáng kiến, đề tài",
    RatingsInWindow: "năm",
    SpellYears: "năm",
    SpellMonths: "tháng",
    PostYears: "năm",
    Interval: "năm",
    Existence: "năm",
    Anniversary: "năm",
    MembersUndisciplined: "người bị kỷ luật",
    MembersWith: "người",
}

_DOUBLES = {
    DoubleReason.RECIPIENT: "cùng một người nhận trong danh bạ",
    DoubleReason.LOOK_ALIKE: "tên và năm sinh hoặc đơn vị gần giống nhau",
    DoubleReason.ID_NUMBER: "cùng số định danh",
    DoubleReason.NAME_AND_BIRTH: "cùng tên, cùng ngày sinh",
    DoubleReason.NAME_AND_UNIT: "cùng tên, cùng đơn vị",
}


def _statement(finding: RuleFinding, names: Names, *, asking: bool) -> str:
    condition = finding.rule.condition
    if isinstance(condition, AwardExists):
        note = f" ({finding.rule.basis.note})" if finding.rule.basis.note else ""
        return f"Không đề nghị được: pháp luật tại ngày văn bản không có danh hiệu, hình thức khen thưởng này{note}."
    if isinstance(condition, StandardWritten):
        note = finding.rule.basis.note or "Bộ quy định chưa ghi tiêu chuẩn."
        return f"Chưa rõ: {note} Hãy đối chiếu quy định riêng."
    asked = requirement(condition, names)
    if isinstance(condition, ForRecipient | ForOccasion):
        return f"Không đề nghị được: danh hiệu, hình thức khen thưởng này {asked}."
    need = "yêu cầu" if asked.startswith(_DEMANDS) else "cần"
    if finding.verdict is Verdict.MET:
        return f"Đạt: {asked} – {_listed(finding.used, names)}."
    if finding.verdict is Verdict.CANNOT_TELL:
        open_ = f"Chưa rõ: {need} {asked}{_asked_years(finding)}; {_have(finding, names)}"
        wanted = "; ".join(dict.fromkeys(ask(one, names) for one in finding.asks))
        return f"{open_}hãy hỏi: {wanted}." if asking else f"{open_.removesuffix('; ')}."
    early = f" – sớm nhất xét năm {finding.earliest}" if finding.earliest else ""
    return f"Chưa đủ: {need} {asked}{_asked_years(finding)}; {_lacking(finding, names)}{early}."


def _asked_years(finding: RuleFinding) -> str:
    condition = finding.rule.condition
    spaced = isinstance(condition, AwardRun) and condition.gap > 1
    if isinstance(condition, RatingRun | AwardRun) and finding.years and not spaced:
        return f" ({_years(finding.years)})"
    return ""


def _have(finding: RuleFinding, names: Names) -> str:
    return f"đã có {_listed(finding.used, names)}; " if finding.used else ""


def _lacking(finding: RuleFinding, names: Names) -> str:
    condition = finding.rule.condition
    if isinstance(condition, RatingRun | AwardRun):
        held = [str(one.year) for one in finding.used if isinstance(one, YearRating | AwardRecord)]
        if isinstance(condition, AwardRun) and condition.gap > 1 and finding.years:
            return f"đứt quãng ở {_years(finding.years)}"
        return f"mới có {', '.join(held)}" if held else "chưa có năm nào"
    if isinstance(finding.have, Fraction):
        return f"hiện là {_share(finding)} ({_listed(finding.used, names)})"
    if finding.options:
        return "chưa đạt điều kiện nào trong số này"
    if isinstance(condition, NotTogether):
        return "đang được đề nghị cả hai"
    if finding.have and type(condition) in _UNITS:
        return f"hiện có {finding.have} {_UNITS[type(condition)]}{_evidence(finding, names)}"
    return f"hiện có {_listed(finding.used, names)}" if finding.used else "chưa có"


def _share(finding: RuleFinding) -> str:
    assert isinstance(finding.have, Fraction)
    if any(isinstance(one, MemberFigures) for one in finding.used):
        return _percent(finding.have * 100)
    return f"{number(float(finding.have))} điểm"


def _evidence(finding: RuleFinding, names: Names) -> str:
    return f" ({_listed(finding.used, names)})" if finding.used else ""


def _remark(finding: RuleFinding) -> str:
    if finding.remark is None:
        return ""
    left_out = ", ".join(f"“{one.name}”" for one in finding.left_out)
    return " " + REMARKS[finding.remark].format(left_out=left_out)


def _listed(used: Sequence[Proof], names: Names) -> str:
    return "; ".join(proof(one, names) for one in used)


def _percent(share: Fraction) -> str:
    return f"{float(share):.1f} %".replace(".", ",").replace(",0 %", " %")


def _years(years: Sequence[int]) -> str:
    """``2024, 2025``; more than three years on end as ``2014 - 2023``."""
    stretches: list[list[int]] = []
    for year in years:
        if stretches and year == stretches[-1][-1] + 1:
            stretches[-1].append(year)
        else:
            stretches.append([year])
    return ", ".join(f"{one[0]} - {one[-1]}" if len(one) > 3 else ", ".join(map(str, one)) for one in stretches)


def _decision(text: str | None) -> str:
    return f" ({text})" if text else ""


def _span(one: Any) -> str:
    until = formats.day(one.until) if one.until else "nay"
    return f"từ {formats.day(one.since)} đến {until}"


def _members(one: MemberFigures, names: Names) -> str:
    held = "".join(f", {count} đạt {names.award(award)}" for award, count in one.holders)
    return f"năm {one.year}: {one.members} cá nhân{held}"


def _spell(one: Spell, names: Names) -> str:
    double_time = f", nhân {one.factor}" if one.factor > 1 else ""
    return f"{names.vocabulary.spells.get(one.kind, one.kind)} {_span(one)}{double_time}"


def _post(one: PostHeld, names: Names) -> str:
    return f"{one.title or names.vocabulary.posts.get(one.group, one.group)} {_span(one)}"


def _initiative(one: Initiative, _names: Names) -> str:
    return f"{MERITS[one.kind]} “{one.name}” năm {one.year}, {REACHES[one.reach]}{_decision(one.decision)}"


def _said(one: Confirmation, _names: Names) -> str:
    when = f" ngày {formats.day(one.day)}" if one.day else ""
    return f"{one.by} xác nhận {'có' if one.holds else 'không'}{when}"


def _history(one: HistoryKnown, _names: Names) -> str:
    since = f" từ năm {one.since}" if one.since else ""
    return f"sổ khen thưởng ghi đầy đủ{since}, không có lần nào"


_PROOFS: dict[type[Any], Callable[[Any, Names], str]] = {
    AwardRecord: lambda one, names: f"{names.award(one.award_id)} năm {one.year}{_decision(one.decision)}",
    YearRating: lambda one, _: f"năm {one.year} {RATINGS[one.rating]}{_decision(one.decision)}",
    Initiative: _initiative,
    Spell: _spell,
    PostHeld: _post,
    Discipline: lambda one, _: f"kỷ luật {SANCTIONS[one.sanction]} {_span(one)}{_decision(one.decision)}",
    OpenCase: lambda one, _: f"{CASES[one.kind]} đang xem xét từ {formats.day(one.opened)}{_decision(one.about)}",
    Clearance: lambda one, _: f"{one.by} xác nhận {CLEARED[one.kind]} đến {formats.day(one.until)}",
    MemberFigures: _members,
    ClusterRank: lambda one, _: f"vị trí thứ {one.rank} ở {one.cluster or 'cụm, khối thi đua'} năm {one.year}",
    MovementResult: lambda one, _: f"phong trào “{one.name}” ({one.years} năm), năm {one.year}",
    YearScore: lambda one, _: f"{number(one.points)} điểm năm {one.year}",
    Confirmation: _said,
    HistoryKnown: _history,
    Founded: lambda one, _: f"thành lập năm {one.year}",
    BelongsTo: lambda one, names: names.vocabulary.classes.get(one.code, one.code),
}

ASKS: dict[AskKind, Callable[[Ask, Names], str]] = {
    AskKind.AWARD: lambda one, names: (
        f"quyết định tặng {names.any_award(one.names)}" if one.names else "sổ khen thưởng"
    ),
    AskKind.RATING: lambda _one, _: "kết quả đánh giá mức độ hoàn thành nhiệm vụ",
    AskKind.INITIATIVE: lambda _one, _: "quyết định công nhận sáng kiến, đề tài",
    AskKind.NO_DISCIPLINE: lambda _one, _: "xác nhận không bị kỷ luật",
    AskKind.NO_CASES: lambda _one, _: "xác nhận không đang bị xem xét kỷ luật, điều tra, thanh tra, khiếu nại, tố cáo",
    AskKind.CONFIRMATION: lambda one, names: "; ".join(
        f"xác nhận “{names.vocabulary.questions.get(code, code)}”" for code in one.names
    ),
    AskKind.MEMBERS: lambda one, names: f"tổng số cá nhân và số người đạt {names.any_award(one.names)}",
    AskKind.MEMBERS_DISCIPLINE: lambda _one, _: "số cá nhân bị kỷ luật từ cảnh cáo trở lên",
    AskKind.MEMBERS_COMPLETED: lambda _one, _: "số cá nhân hoàn thành nhiệm vụ",
    AskKind.CLUSTER_RANK: lambda one, names: f"kết quả bình xét, xếp hạng ({names.bodies(one.names)})",
    AskKind.MOVEMENT: lambda one, names: (
        f"kết quả sơ kết, tổng kết phong trào thi đua do {names.bodies(one.names)} phát động"
    ),
    AskKind.SPELL: lambda one, names: (
        "thời gian " + ", ".join(names.vocabulary.spells.get(code, code) for code in one.names)
    ),
    AskKind.POSTS: lambda _one, _: "quá trình giữ chức vụ lãnh đạo",
    AskKind.RETIREMENT: lambda _one, _: "tuổi nghỉ hưu có cao hơn quy định chung không",
    AskKind.FOUNDED: lambda _one, _: "năm thành lập",
    AskKind.CLASS: lambda one, names: (
        "có phải là " + " hoặc ".join(names.vocabulary.classes.get(code, code) for code in one.names) + " không"
    ),
    AskKind.SCORE: lambda _one, _: "bản đăng ký và bảng điểm tự đánh giá",
    AskKind.ACHIEVEMENT: lambda _one, _: "thành tích được đề nghị khen",
    AskKind.STANDARD: lambda _one, _: "tiêu chuẩn theo quy định riêng",
}
