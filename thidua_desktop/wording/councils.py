"""What is said of councils, meetings, ballots and decisions."""

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

ERRORS: dict[str, str] = {
    "council.name_missing": "Hội đồng chưa có tên. Chưa lưu gì; hãy ghi tên rồi lưu lại.",
    "council.days_reversed": "Ngày cuối {last} của “{name}” sớm hơn ngày đầu {first}. Chưa lưu gì; hãy xem lại hai ngày.",
    "council.below_itself": "“{name}” không thể thuộc chính mình. Chưa lưu gì; hãy chọn Hội đồng cấp trên khác.",
    "council.in_use": "“{name}” đã có {count} phiên họp hoặc có Hội đồng cấp dưới nên không xóa được. Hội đồng giữ nguyên; hãy ghi ngày hết nhiệm kỳ.",
    "council.in_trash": "“{name}” đang ở trong thùng rác. Chưa có gì thay đổi; hãy lấy lại Hội đồng này trước.",
    "council.member_name_missing": "Thành viên thứ {position} chưa có họ tên. Chưa lưu gì; hãy ghi họ tên hoặc bỏ dòng trống.",
    "council.member_took_part": "“{name}” có tên trong giấy tờ của một phiên họp nên không bỏ được. Danh sách giữ nguyên; hãy ghi ngày thôi tham gia Hội đồng.",
    "meeting.closed": "Phiên họp “{name}” đang ở “{state}” nên không sửa phần này được nữa. Phiên họp giữ nguyên; hãy đưa về “Đang họp” và ghi lý do trước.",
    "meeting.line_missing": "Đề nghị số {number} không nằm trong hồ sơ của phiên họp. Chưa có gì thay đổi; hãy mở lại danh sách.",
    "meeting.name_missing": "Phiên họp chưa có tên. Chưa lưu gì; hãy ghi tên rồi lưu lại.",
    "meeting.has_begun": "Phiên họp “{name}” đã có hồ sơ trình, điểm danh hoặc phiếu bầu. Phiên họp giữ nguyên; hãy rút hồ sơ ra trước, hoặc lập phiên họp khác.",
    "meeting.round_in_use": "“{name}” của đợt xét đó đã được trình ra phiên họp. Các đợt xét giữ nguyên; hãy rút hồ sơ ra trước.",
    "meeting.nothing_ready": "Phiên họp “{name}” chưa có đề nghị nào đủ điều kiện trình Hội đồng. Chưa có gì thay đổi; hãy chọn đợt xét, xét điều kiện rồi làm lại.",
    "meeting.line_elsewhere": "“{name}” đang ở “{state}”, thuộc đợt xét khác hoặc đang ở một phiên họp khác. Chưa trình đề nghị nào; hãy bỏ chọn dòng ấy.",
    "meeting.line_voted_on": "“{name}” đã có trên phiếu bầu nên không rút ra được. Chưa rút đề nghị nào; hãy bỏ lần bỏ phiếu đó trước.",
    "meeting.stranger": "Có người không phải thành viên Hội đồng vào ngày {day}. Chưa ghi gì; hãy xem lại danh sách thành viên.",
    "meeting.conflict_reason_missing": "Thành viên không biểu quyết cần ghi lý do. Chưa ghi gì; hãy ghi lý do rồi lưu lại.",
    "meeting.lines_gone_on": "“{name}” và tất cả {count} trường hợp như vậy đã vào quyết định hoặc đã trình cấp trên. Phiên họp giữ nguyên; hãy xóa dự thảo quyết định trước.",
    "ballot.nothing_to_vote_on": "Phiên họp “{name}” không còn đề nghị nào phải bỏ phiếu. Chưa lập phiếu; nếu quy chế yêu cầu bỏ phiếu cả các đề nghị khác, hãy chọn các dòng đó.",
    "ballot.count_incomplete": "Phiếu bầu có {asked} dòng mà kết quả gõ vào có {given} dòng, hoặc có dòng không thuộc phiếu. Chưa lưu gì; hãy gõ đủ từng dòng.",
    "ballot.count_too_large": "Có số {count} lớn hơn {most}, không Hội đồng nào có chừng ấy phiếu. Chưa lưu gì; "
    "hãy gõ lại.",
    "ballot.count_negative": "Có số {count} nhỏ hơn 0. Chưa lưu gì; hãy gõ lại.",
    "ballot.decided": "Hội đồng đã kết luận theo lần bỏ phiếu thứ {number} nên không bỏ lần này được. Kết quả giữ nguyên; hãy đổi kết luận trước.",
    "verdict.ballot_missing": "“{name}” phải bỏ phiếu mà chưa có kết quả kiểm phiếu hợp lệ nên không ghi “Đồng ý” được. Kết luận giữ nguyên; hãy kiểm phiếu trước.",
    "verdict.not_lower": "“{award}” không thấp hơn mức đơn vị đề nghị. Kết luận giữ nguyên; hãy chọn mức thấp hơn.",
    "verdict.lines_open": "Còn {count} đề nghị chưa có kết quả kiểm phiếu hoặc kết luận. Phiên họp giữ nguyên; hãy kiểm phiếu, ghi kết luận rồi làm lại.",
    "verdict.passed_since": "Kiểm phiếu lại thì “{name}” đã đủ phiếu ({agree}/{base}), nhưng kết luận vẫn là không đồng ý vì thiếu phiếu. Phiên họp giữ nguyên; hãy chọn lại kết luận cho dòng này.",
    "verdict.line_changed": "“{name}” đã đổi danh hiệu sau khi trình Hội đồng. Phiên họp giữ nguyên; hãy đổi lại như khi trình, rồi chọn kết luận “Hạ mức” nếu cần.",
    "meeting.move_not_allowed": "Phiên họp đang ở “{old}” nên không chuyển sang “{new}” được. Phiên họp giữ nguyên; hãy làm bước kế tiếp trước.",
    "meeting.reason_missing": "Đưa phiên họp từ “{old}” về “{new}” cần ghi lý do. Phiên họp giữ nguyên; hãy ghi lý do rồi làm lại.",
    "meeting.no_quorum": "Có mặt {present}/{members} thành viên, cần ít nhất {needed} nên phiên họp chưa hợp lệ. Điểm danh đã được giữ; hãy bổ sung người dự hoặc đổi ngày họp.",
    "meeting.not_passed": "Mới có {agree} phiếu đồng ý, cần ít nhất {needed} nên không ghi “Đồng ý” được. Kết quả giữ nguyên; hãy kiểm tra lại phiếu hoặc chọn kết luận khác.",
    "meeting.verdict_reason_missing": "Kết luận “{verdict}” cần ghi lý do để báo cho đơn vị (hạ mức thì chọn cả mức mới). Kết quả giữ nguyên; hãy ghi đủ rồi làm lại.",
    "decision.nothing_agreed": "Phiên họp “{name}” không có đề nghị nào chờ quyết định. Chưa lập dự thảo nào; hãy kiểm tra kết luận của Hội đồng.",
    "decision.title_missing": "Quyết định chưa có trích yếu. Chưa lưu gì; hãy ghi trích yếu rồi lưu lại.",
    "decision.year_missing": "“{title}” chưa thuộc năm nào. Chưa lưu gì; hãy chọn năm của quyết định rồi lưu lại.",
    "decision.faulty": "Danh sách của “{title}” còn {count} lỗi nên chưa trình ký được. Quyết định giữ nguyên; hãy sửa các dòng báo lỗi trước.",
    "decision.not_draft": "“{title}” đang ở “{state}”, không còn là dự thảo. Quyết định giữ nguyên; hãy đưa về dự thảo và ghi lý do trước.",
    "decision.line_taken": "“{name}” đang ở “{state}” nên không đưa vào dự thảo được. Chưa có gì thay đổi; hãy bỏ dòng ấy rồi làm lại.",
    "decision.correction_empty": "Chưa ghi nội dung thay đổi hoặc lý do. Quyết định giữ nguyên; hãy ghi đủ rồi làm lại.",
    "decision.correction_too_early": "Ngày {day} sớm hơn ngày ký quyết định {signed_on}. Quyết định giữ nguyên; hãy gõ lại ngày.",
    "decision.not_signed": "“{title}” chưa ký nên sửa thẳng trong dự thảo, không cần đính chính. Quyết định giữ nguyên.",
    "decision.bonus_negative": "Tiền thưởng không được nhỏ hơn 0. Chưa ghi gì; hãy gõ lại số tiền.",
    "decision.bonus_of_other": "“{name}” thuộc một quyết định khác. Chưa ghi gì; hãy mở lại danh sách.",
    "sent_up.answered_too_early": "Ngày có kết quả {day} sớm hơn ngày trình {sent_on}. Chưa ghi gì; hãy gõ lại ngày.",
    "sent_up.sent": "“{name}” đã trình cấp trên và đang chờ kết quả. Chưa ghi gì; hãy bỏ chọn dòng này.",
    "sent_up.too_far_ahead": "Ngày {day} cách hôm nay {today} quá xa. Chưa ghi gì; hãy gõ lại ngày.",
    "sent_up.level_missing": "Chưa chọn cấp nhận tờ trình. Chưa ghi gì; hãy chọn cấp rồi làm lại.",
    "sent_up.several_levels": "Các dòng đã chọn trình {count} cấp khác nhau, mỗi cấp cần một tờ trình riêng. Chưa in gì; hãy chọn các dòng của một cấp.",
    "sent_up.answered": "“{name}” đã có kết quả từ ngày {day}. Chưa ghi gì; nếu ghi nhầm, hãy hoàn tác lần ghi trước.",
    "sent_up.decision_missing": "Được khen thì phải ghi số quyết định. Chưa ghi gì; hãy ghi số quyết định của cấp trên.",
    "decision.move_not_allowed": "Quyết định đang ở “{old}” nên không chuyển sang “{new}” được. Quyết định giữ nguyên; hãy làm bước kế tiếp trước.",
    "decision.reason_missing": "Chuyển quyết định từ “{old}” sang “{new}” cần ghi lý do. Quyết định giữ nguyên; hãy ghi lý do rồi làm lại.",
    "decision.locked": "Quyết định {number} đã ký nên danh sách không sửa được nữa. Danh sách giữ nguyên; hãy làm quyết định đính chính.",
    "decision.number_unreadable": "“{number}” không phải là số quyết định. Quyết định giữ nguyên; hãy gõ số và ký hiệu, chẳng hạn {proposed}.",
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
    "tally.conflict_not_counted": "{count} dòng có thành viên tránh biểu quyết mà kết quả đếm chưa trừ; hãy xem lại "
    "cột Tránh biểu quyết.",
    "tally.same_counter": "Hai lần đếm cùng do “{name}” nhập; hãy để hai người nhập độc lập.",
    "decision.not_agreed": "Hội đồng chưa đồng ý với “{name}” nên không đưa vào quyết định được.",
    "decision.without_council": "Quyết định này không qua phiên họp Hội đồng; hãy kiểm tra thẩm quyền và thủ tục của {count} trường hợp.",
    "decision.left_out": "Còn {count} trường hợp Hội đồng đã đồng ý mà chưa có trong danh sách.",
    "decision.line_twice": "“{name}” có tên hai lần với cùng danh hiệu, hình thức; hãy bỏ một dòng.",
    "decision.no_lines": "Danh sách của quyết định chưa có dòng nào.",
}

OPERATIONS: dict[str, str] = {
    "council.save": "lưu “{name}”",
    "council.save_members": "lưu danh sách {count} thành viên của “{name}”",
    "council.delete": "chuyển “{name}” vào thùng rác",
    "council.restore": "lấy lại “{name}” từ thùng rác",
    "meeting.save": "lưu phiên họp “{name}”",
    "meeting.begin": "lập phiên họp “{name}” và trình các đề nghị đủ điều kiện",
    "meeting.begin_with": "lập phiên họp “{name}” và trình {count} đề nghị",
    "meeting.bring_round": "thêm một đợt xét vào phiên họp “{name}” và trình {count} đề nghị",
    "meeting.bring": "trình {count} đề nghị ra phiên họp “{name}”",
    "meeting.take_out": "rút {count} đề nghị khỏi phiên họp “{name}”",
    "meeting.attend": "điểm danh phiên họp “{name}”",
    "meeting.save_conflicts": "ghi {count} trường hợp không biểu quyết ở phiên họp “{name}”",
    "meeting.move": "chuyển phiên họp “{name}” sang “{meeting_state}”",
    "meeting.conclude": "kết thúc kiểm phiếu, áp dụng kết luận của phiên họp “{name}”",
    "ballot.open": "lập phiếu bầu {count} dòng ở phiên họp “{name}”",
    "ballot.save": "sửa tổ kiểm phiếu lần {number} ở phiên họp “{name}”",
    "ballot.enter": "nhập kết quả kiểm phiếu lần đếm {entry} ở phiên họp “{name}”",
    "ballot.discard": "bỏ lần bỏ phiếu {number} ở phiên họp “{name}”",
    "verdict.decide": "ghi kết luận cho {count} đề nghị ở phiên họp “{name}”",
    "decision.create": "thêm quyết định “{title}”",
    "decision.draft": "lập {count} dự thảo quyết định từ phiên họp “{name}”",
    "decision.draft_from_tally": "kết thúc kiểm phiếu và lập dự thảo quyết định từ phiên họp “{name}”",
    "decision.save": "lưu quyết định “{title}”",
    "decision.change_lines": "sửa {count} dòng trong danh sách của quyết định “{title}”",
    "decision.save_lines": "sửa danh sách {count} dòng của quyết định “{title}”",
    "decision.move": "chuyển quyết định “{title}” sang “{decision_state}”",
    "decision.sign": "ghi số {number} và ngày ký của quyết định “{title}”",
    "decision.set_bonus": "ghi tiền thưởng của {count} dòng trong quyết định “{title}”",
    "decision.delete": "chuyển dự thảo “{title}” vào thùng rác",
    "decision.restore": "lấy lại dự thảo “{title}” từ thùng rác",
    "decision.correct": "đính chính {count} chỗ trong quyết định {number}",
    "decision.withdraw": "thu hồi quyết định {number}",
    "decision.withdraw_lines": "thu hồi {count} dòng của quyết định {number}",
    "sent_up.send": "trình cấp trên {count} đề nghị",
    "sent_up.answer": "ghi kết quả của cấp trên cho {count} đề nghị",
    "meeting.delete": "chuyển phiên họp “{name}” vào thùng rác",
    "meeting.restore": "lấy lại phiên họp “{name}” từ thùng rác",
}


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
