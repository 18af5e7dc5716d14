"""What states and parts of councils, meetings, ballots and decisions are called, and what is written of them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from thidua_desktop.domain.award_lists import KindOrder, ListOrder
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.councils.ballots import Passing, TurnoutPart
from thidua_desktop.domain.councils.meetings import MeetingState, Presence, Verdict
from thidua_desktop.domain.councils.rosters import CouncilRole, Size
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.domain.decision_drafts import Split
from thidua_desktop.domain.decisions import DecisionState, NameSource
from thidua_desktop.domain.funds import FundKind

OF_KIND: dict[type[Enum], dict[Enum, str]] = {
    CouncilRole: {
        CouncilRole.CHAIR: "Chủ tịch Hội đồng",
        CouncilRole.STANDING_VICE_CHAIR: "Phó Chủ tịch thường trực Hội đồng",
        CouncilRole.VICE_CHAIR: "Phó Chủ tịch Hội đồng",
        CouncilRole.MEMBER: "Ủy viên",
        CouncilRole.SECRETARY: "Ủy viên, Thư ký Hội đồng",
    },
    Size: {
        Size.ANY: "Không quy định",
        Size.ODD: "Số lẻ",
    },
    MeetingState: {
        MeetingState.PREPARING: "Chuẩn bị",
        MeetingState.SITTING: "Đang họp",
        MeetingState.COUNTED: "Đã kiểm phiếu",
        MeetingState.SIGNED: "Đã ký biên bản",
    },
    Presence: {
        Presence.PRESENT: "Có mặt",
        Presence.WRITTEN: "Vắng, có ý kiến bằng văn bản",
        Presence.EXCUSED: "Vắng có lý do",
        Presence.ABSENT: "Vắng",
    },
    Verdict: {
        Verdict.AGREED: "Đồng ý",
        Verdict.REFUSED: "Không đồng ý",
        Verdict.POSTPONED: "Hoãn",
        Verdict.LOWERED: "Hạ mức",
    },
    Passing: {
        Passing.PASSED: "Đạt",
        Passing.FAILED: "Không đạt",
        Passing.NO_THRESHOLD: "Không có tỷ lệ quy định",
    },
    TurnoutPart: {
        TurnoutPart.MEMBERS: "tổng số thành viên",
        TurnoutPart.PRESENT: "có mặt",
        TurnoutPart.ISSUED: "phát ra",
        TurnoutPart.RETURNED: "thu về",
        TurnoutPart.INVALID: "không hợp lệ",
        TurnoutPart.WRITTEN: "ý kiến bằng văn bản",
        TurnoutPart.WRITTEN_INVALID: "ý kiến không hợp lệ",
    },
    DecisionState: {
        DecisionState.DRAFT: "Dự thảo",
        DecisionState.TO_SIGN: "Trình ký",
        DecisionState.SIGNED: "Đã ký",
        DecisionState.ISSUED: "Đã phát hành",
        DecisionState.CORRECTED: "Đính chính",
        DecisionState.WITHDRAWN: "Thu hồi",
    },
    Split: {
        Split.AUTHORITY: "Mỗi cấp có thẩm quyền một quyết định",
        Split.AWARD: "Mỗi danh hiệu, hình thức một quyết định",
    },
    CorrectedField: {
        CorrectedField.NAME: "Họ tên, tên gọi",
        CorrectedField.HONORIFIC: "Xưng hô",
        CorrectedField.POSITION: "Chức vụ",
        CorrectedField.UNIT: "Đơn vị",
        CorrectedField.ACHIEVEMENT: "Thành tích",
        CorrectedField.LINE: "Cả dòng",
    },
    FundKind: {
        FundKind.OPENING: "Năm trước chuyển sang",
        FundKind.INCOME: "Thu",
        FundKind.EXPENSE: "Chi",
    },
    NameSource: {
        NameSource.COUNCIL: "Kết quả Hội đồng",
        NameSource.DECISION: "Danh sách kèm quyết định",
        NameSource.PRINT: "Chữ sẽ in",
    },
    ListOrder: {
        ListOrder.AWARD_UNIT: "Theo danh hiệu, rồi đơn vị",
        ListOrder.UNIT_AWARD: "Theo đơn vị, rồi danh hiệu",
        ListOrder.OCCASION_AWARD: "Theo loại hình, rồi danh hiệu",
    },
    KindOrder: {
        KindOrder.COLLECTIVES_FIRST: "Tập thể trước",
        KindOrder.PERSONS_FIRST: "Cá nhân trước",
    },
}
"""A table for each enumeration, as ``labels.of`` wants them."""


def too_few_votes(agree: int, base: int, needed: int | None) -> str:
    """Why a line was not agreed to, where the votes alone say so; ``needed`` None: more than half."""
    if needed is None:
        return f"Được {agree}/{base} phiếu đồng ý, không quá nửa"
    return f"Được {agree}/{base} phiếu đồng ý, cần ít nhất {needed}"


def brought_again(meeting: str) -> str:
    """Why a line that was held is before the council again."""
    return f"Trình lại ở phiên họp “{meeting}”"


TAKEN_FROM_DRAFT = "Đưa ra khỏi dự thảo quyết định"
"""Why a nomination is where the council left it again."""
_TITLE = "danh_hieu_thi_dua"
_NAMED_AT_MOST = 3


def decision_title(awards: Sequence[Award], year: int) -> str:
    """The subject (trích yếu) that a decision begins with; the clerk changes it as the office writes."""
    if not awards or len(awards) > _NAMED_AT_MOST:
        return f"Về việc khen thưởng thành tích năm {year}"
    named = [f"danh hiệu “{award.name}”" if award.kind == _TITLE else award.name for award in awards]
    return f"Về việc tặng {', '.join(named)} năm {year}"
