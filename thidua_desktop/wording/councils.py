"""What is said of councils, meetings, ballots and decisions."""

from __future__ import annotations

from enum import Enum

from thidua_desktop.domain.award_lists import KindOrder, ListOrder
from thidua_desktop.domain.councils.ballots import Passing, TurnoutPart
from thidua_desktop.domain.councils.meetings import MeetingState, Presence, Verdict
from thidua_desktop.domain.councils.rosters import CouncilRole, Size
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.domain.decisions import DecisionState, NameSource

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
    CorrectedField: {
        CorrectedField.NAME: "Họ tên, tên gọi",
        CorrectedField.HONORIFIC: "Xưng hô",
        CorrectedField.POSITION: "Chức vụ",
        CorrectedField.UNIT: "Đơn vị",
        CorrectedField.ACHIEVEMENT: "Thành tích",
        CorrectedField.LINE: "Cả dòng",
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

ERRORS: dict[str, str] = {
    "meeting.move_not_allowed": "Phiên họp đang ở “{old}” nên không chuyển sang “{new}” được. Phiên họp giữ nguyên; hãy làm bước kế tiếp trước.",
    "meeting.reason_missing": "Đưa phiên họp từ “{old}” về “{new}” cần ghi lý do. Phiên họp giữ nguyên; hãy ghi lý do rồi làm lại.",
    "meeting.no_quorum": "Có mặt {present}/{members} thành viên, cần ít nhất {needed} nên phiên họp chưa hợp lệ. Điểm danh đã được giữ; hãy bổ sung người dự hoặc đổi ngày họp.",
    "meeting.not_passed": "Mới có {agree} phiếu đồng ý, cần ít nhất {needed} nên không ghi “Đồng ý” được. Kết quả giữ nguyên; hãy kiểm tra lại phiếu hoặc chọn kết luận khác.",
    "meeting.verdict_reason_missing": "Kết luận “{verdict}” cần ghi lý do để báo cho đơn vị (hạ mức thì chọn cả mức mới). Kết quả giữ nguyên; hãy ghi đủ rồi làm lại.",
    "decision.move_not_allowed": "Quyết định đang ở “{old}” nên không chuyển sang “{new}” được. Quyết định giữ nguyên; hãy làm bước kế tiếp trước.",
    "decision.reason_missing": "Chuyển quyết định từ “{old}” sang “{new}” cần ghi lý do. Quyết định giữ nguyên; hãy ghi lý do rồi làm lại.",
    "decision.locked": "Quyết định {number} đã ký nên danh sách không sửa được nữa. Danh sách giữ nguyên; hãy làm quyết định đính chính.",
    "decision.number_unreadable": "“{number}” không phải là số quyết định. Quyết định giữ nguyên; hãy gõ số và ký hiệu, chẳng hạn 05/QĐ-UBND.",
    "decision.number_taken": "Số {number} đã có ở một quyết định khác năm {year}. Quyết định giữ nguyên; hãy kiểm tra lại sổ công văn.",
    "decision.before_meeting": "Ngày ký {day} sớm hơn ngày họp Hội đồng {meeting}. Quyết định giữ nguyên; hãy gõ lại ngày ký.",
    "decision.too_far_ahead": "Ngày ký {day} cách hôm nay {today} quá xa. Quyết định giữ nguyên; hãy gõ lại ngày ký.",
}

FINDINGS: dict[str, str] = {
    "council.empty": "Hội đồng chưa có thành viên; hãy nhập danh sách thành viên.",
    "council.out_of_term": "Ngày {day} nằm ngoài nhiệm kỳ của Hội đồng; hãy xem lại quyết định thành lập.",
    "council.chairs": "Hội đồng có {count} Chủ tịch cùng lúc; hãy sửa lại vai trò hoặc thời gian giữ chức.",
    "council.no_chair": "Hội đồng chưa có Chủ tịch.",
    "council.no_secretary": "Hội đồng chưa có Thư ký để ghi biên bản.",
    "council.even": "Hội đồng có {count} thành viên trong khi quy chế đòi hỏi số lẻ.",
    "council.member_twice": "“{name}” có tên hai lần trong Hội đồng nên số phiếu sẽ sai; hãy bỏ một dòng.",
    "tally.negative": "Số “{which}” là {count}, nhỏ hơn 0; hãy gõ lại.",
    "tally.present_above_members": "Có mặt {lower} người, nhiều hơn {upper} thành viên Hội đồng; hãy xem lại điểm danh.",
    "tally.issued_above_present": "Phát ra {lower} phiếu, nhiều hơn {upper} người có mặt; hãy đếm lại.",
    "tally.returned_above_issued": "Thu về {lower} phiếu, nhiều hơn {upper} phiếu phát ra; hãy đếm lại.",
    "tally.invalid_above_returned": "Có {lower} phiếu không hợp lệ, nhiều hơn {upper} phiếu thu về; hãy đếm lại.",
    "tally.written_invalid_above_written": "Có {lower} ý kiến bằng văn bản không hợp lệ, nhiều hơn {upper} ý kiến nhận được; hãy đếm lại.",
    "tally.too_many_voices": "{present} người có mặt và {written} ý kiến bằng văn bản cộng lại nhiều hơn {members} thành viên; hãy xem lại điểm danh.",
    "tally.line_negative": "Có một số phiếu là {count}, nhỏ hơn 0; hãy gõ lại.",
    "tally.line_sum": "Các phiếu của dòng này cộng lại là {cast} trong khi có {valid} phiếu hợp lệ; hãy đếm lại.",
    "decision.not_agreed": "Hội đồng chưa đồng ý với “{name}” nên không đưa vào quyết định được.",
    "decision.left_out": "Còn {count} trường hợp Hội đồng đã đồng ý mà chưa có trong danh sách.",
    "decision.line_twice": "“{name}” có tên hai lần với cùng danh hiệu, hình thức; hãy bỏ một dòng.",
    "decision.no_lines": "Danh sách của quyết định chưa có dòng nào.",
}
