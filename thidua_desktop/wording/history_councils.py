"""Councils, meetings and decisions in the words of the history."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import Enum
from typing import Any

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.councils.meetings import MeetingState, Presence, Verdict
from thidua_desktop.domain.councils.rosters import CouncilRole, Size
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.funds import FundKind
from thidua_desktop.wording import formats
from thidua_desktop.wording.history_facts import Codes

FIELDS: dict[str, dict[str, str]] = {
    "councils": {
        "name": "Tên Hội đồng",
        "short_name": "Tên viết tắt",
        "parent_id": "Thuộc Hội đồng",
        "decision": "Quyết định thành lập",
        "decided_on": "Ngày quyết định",
        "since": "Nhiệm kỳ từ ngày",
        "until": "Đến hết ngày",
        "size": "Số thành viên",
        "deleted_at": "Chuyển vào thùng rác",
    },
    "council_members": {
        "name": "Thành viên",
        "role": "Vai trò",
        "honorific": "Xưng hô",
        "post": "Chức vụ",
        "unit": "Đơn vị",
        "since": "Từ ngày",
        "until": "Đến hết ngày",
    },
    "meetings": {
        "name": "Tên phiên họp",
        "held_on": "Ngày họp",
        "starts": "Bắt đầu lúc",
        "ends": "Kết thúc lúc",
        "place": "Địa điểm",
        "agenda": "Chương trình",
        "state": "Tình trạng",
        "state_reason": "Lý do chuyển tình trạng",
        "conclusion": "Kết luận",
        "invitation_number": "Số giấy mời",
        "invited_on": "Ngày giấy mời",
        "opinions_by": "Hạn gửi phiếu lấy ý kiến",
        "discussion": "Diễn biến thảo luận",
        "deleted_at": "Chuyển vào thùng rác",
    },
    "meeting_rounds": {"round_id": "Đợt xét"},
    "attendances": {
        "presence": "Có mặt, vắng",
        "member_id": "Thành viên",
        "reason": "Lý do vắng",
        "deputy": "Người đi thay",
    },
    "conflicts": {"reason": "Lý do", "member_id": "Thành viên", "nomination_id": "Đề nghị"},
    "meeting_lines": {
        "name": "Họ tên, tên gọi",
        "award_id": "Danh hiệu, hình thức khen thưởng",
        "verdict": "Kết luận",
        "reason": "Lý do",
        "lowered_to": "Hạ xuống",
        "agree": "Phiếu đồng ý",
        "base": "Tính trên",
        "needed": "Cần ít nhất",
        "citation": "Căn cứ",
    },
    "ballots": {"number": "Lần bỏ phiếu", "counters": "Tổ kiểm phiếu", "note": "Ghi chú"},
    "tallies": {
        "entry": "Lần đếm",
        "counted_by": "Người đếm",
        "issued": "Phát ra",
        "returned": "Thu về",
        "invalid": "Không hợp lệ",
        "written_invalid": "Ý kiến bằng văn bản không hợp lệ",
    },
    "decisions": {
        "title": "Trích yếu",
        "number": "Số, ký hiệu",
        "signed_on": "Ngày ký",
        "year": "Năm",
        "issued_on": "Ngày phát hành",
        "authority": "Thẩm quyền",
        "signed_by": "Người ký",
        "corrects_id": "Đính chính, thu hồi quyết định số thứ tự",
        "state": "Tình trạng",
        "state_reason": "Lý do chuyển tình trạng",
        "legal_bases": "Căn cứ",
        "merit": "Thành tích chung",
        "executors": "Trách nhiệm thi hành",
        "recipients": "Nơi nhận",
        "signer_posts": "Quyền hạn, chức vụ người ký",
        "signer_name": "Họ tên người ký",
        "proposed_by": "Theo đề nghị của",
        "historical": "Quyết định cũ nhập lại",
        "deleted_at": "Chuyển vào thùng rác",
    },
    "decision_lines": {
        "name": "Họ tên, tên gọi",
        "place": "Thứ tự",
        "kind": "Đối tượng",
        "honorific": "Xưng hô",
        "position": "Chức vụ",
        "unit": "Đơn vị",
        "award_id": "Danh hiệu, hình thức khen thưởng",
        "achievement": "Thành tích",
        "golden_book": "Số sổ vàng",
        "bonus": "Tiền thưởng",
    },
    "decision_corrections": {
        "field": "Mục",
        "was": "Đã ghi",
        "reads": "Nay đọc là",
        "corrected_on": "Ngày",
        "by_number": "Theo văn bản",
        "reason": "Lý do",
    },
    "name_answers": {
        "council": "Kết quả Hội đồng",
        "listed": "Danh sách kèm quyết định",
        "printed": "Chữ sẽ in",
        "reason": "Lý do vẫn in",
        "who": "Người trả lời",
        "answered_on": "Ngày",
    },
    "fund_entries": {
        "year": "Năm",
        "entered_on": "Ngày",
        "kind": "Loại",
        "text": "Nội dung",
        "amount": "Số tiền",
        "note": "Ghi chú",
    },
    "sent_up": {
        "level": "Trình",
        "letter_number": "Số tờ trình",
        "sent_on": "Ngày trình",
        "answered_on": "Ngày có kết quả",
        "decision": "Quyết định",
        "note": "Ghi chú",
    },
}
"""Table → column → what the screens call it."""

LINKS: dict[str, tuple[str, ...]] = {
    "councils": (),
    "council_members": ("council_id", "position", "person_id"),
    "meetings": ("council_id",),
    "meeting_rounds": ("meeting_id",),
    "attendances": ("meeting_id",),
    "conflicts": ("meeting_id",),
    "meeting_lines": ("meeting_id", "nomination_id", "position", "by_vote", "ballot_id"),
    "ballots": ("meeting_id",),
    # The lines of a ballot are those of its meeting; the votes for each are shown with the ballot.
    "ballot_lines": ("ballot_id", "position", "nomination_id"),
    "tallies": ("meeting_id", "ballot_id"),
    "tally_counts": ("tally_id", "nomination_id", "agree", "disagree", "spoilt", "conflicted"),
    "decisions": ("meeting_id",),
    "decision_lines": ("decision_id", "nomination_id", "award_record_id"),
    "decision_corrections": ("decision_id", "line_id", "by_id"),
    "name_answers": ("decision_id", "line_id"),
    "fund_entries": ("decision_id",),
    "sent_up": ("nomination_id",),
}
"""Table → the columns that only tie its rows to others, or are said elsewhere."""

SILENT = frozenset({"ballot_lines", "tally_counts"})
DAYS = frozenset(
    {
        *("held_on", "signed_on", "corrected_on", "sent_on", "invited_on", "opinions_by", "answered_on"),
        "entered_on",
    }
)

ENUMS: dict[tuple[str, str], type[Enum]] = {
    ("councils", "size"): Size,
    ("council_members", "role"): CouncilRole,
    ("meetings", "state"): MeetingState,
    ("attendances", "presence"): Presence,
    ("meeting_lines", "verdict"): Verdict,
    ("decisions", "state"): DecisionState,
    ("decision_lines", "kind"): RecipientKind,
    ("decision_corrections", "field"): CorrectedField,
    ("fund_entries", "kind"): FundKind,
}

_COUNCIL = ((Kind.COUNCIL, "council_id"),)
_MEETING = ((Kind.MEETING, "meeting_id"),)
_DECISION = ((Kind.DECISION, "decision_id"),)

WITHIN: dict[str, tuple[str, tuple[tuple[Kind, str], ...]]] = {
    "council_members": ("Thành viên", _COUNCIL),
    "meeting_rounds": ("Đợt xét đưa ra họp", _MEETING),
    "attendances": ("Điểm danh", _MEETING),
    "conflicts": ("Không tham gia biểu quyết", _MEETING),
    "meeting_lines": ("Đề nghị trình Hội đồng", _MEETING),
    "ballots": ("Bỏ phiếu", _MEETING),
    "tallies": ("Kiểm phiếu", _MEETING),
    "decision_lines": ("Danh sách", _DECISION),
    "decision_corrections": ("Đính chính, thu hồi", _DECISION),
    "name_answers": ("Đối chiếu họ tên", _DECISION),
    "sent_up": ("Trình cấp trên", ((Kind.NOMINATION, "nomination_id"),)),
}
"""Rows that are told as one line of the record that they belong to."""


def _agenda(value: str, _names: Codes) -> str:
    return "; ".join(item["text"] for item in json.loads(value))


def _award(value: str, names: Codes) -> str:
    return names.awards.get(value, value)


def _body(value: str, names: Codes) -> str:
    return names.codes.get(value, value)


def _hour(value: str, _names: Codes) -> str:
    hours, minutes, _ = value.split(":")
    return f"{int(hours)} giờ {minutes}"


def _money(value: int, _names: Codes) -> str:
    return f"{formats.whole(value)} đồng"


WRITTEN: dict[tuple[str, str], Callable[[Any, Codes], str]] = {
    ("meetings", "agenda"): _agenda,
    ("meetings", "starts"): _hour,
    ("meetings", "ends"): _hour,
    ("meeting_lines", "award_id"): _award,
    ("meeting_lines", "lowered_to"): _award,
    ("decision_lines", "award_id"): _award,
    ("decision_lines", "bonus"): _money,
    ("decisions", "authority"): _body,
    ("decisions", "historical"): lambda value, _names: "Có" if value else "Không",
    ("fund_entries", "amount"): _money,
    ("sent_up", "level"): _body,
}
