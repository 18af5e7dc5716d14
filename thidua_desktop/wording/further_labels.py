"""What the members of enumerations are called that the first page of the window does not show.

They are apart from ``labels``, through which they are asked for, because the window would wait for the modules of all
of them.
"""

from __future__ import annotations

from enum import Enum

from thidua_desktop.domain.adjustments import AdjustmentKind
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.backups import Reason, SecondPlace
from thidua_desktop.domain.dossiers import DocumentState
from thidua_desktop.domain.duplicates import DuplicateReason
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.facts import FactKind
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.nominations import NominationState, Occasion
from thidua_desktop.domain.plan_links import LinkKind
from thidua_desktop.domain.planner import StepDays
from thidua_desktop.domain.reminders import ReminderKind
from thidua_desktop.domain.rulebooks import ValueKind
from thidua_desktop.domain.submissions import SubmissionState
from thidua_desktop.domain.task_details import UrgingWay
from thidua_desktop.domain.trackers import TrackerField
from thidua_desktop.wording import councils, directory, list_labels, paper_files, paper_templates, reported

LABELS: dict[Enum, str] = {
    ValueKind.TEXT: "chữ trong ngoặc kép",
    ValueKind.TEXTS: "danh sách chữ trong ngoặc vuông",
    ValueKind.NUMBER: "số",
    ValueKind.TRUTH: "true hoặc false",
    ValueKind.DAY: "ngày dạng 2026-10-01",
    ValueKind.LIST: "danh sách trong ngoặc vuông",
    ValueKind.TABLE: "bảng trong ngoặc nhọn",
    LinkKind.ANSWERS: "Thực hiện",
    LinkKind.ROLLED_FROM: "Lập từ kế hoạch năm trước",
    LinkKind.RELATED: "Có liên quan",
    AdjustmentKind.CONTENT: "Điều chỉnh nội dung",
    AdjustmentKind.TIME: "Điều chỉnh thời gian",
    AdjustmentKind.UNIT: "Điều chỉnh đơn vị",
    AdjustmentKind.PRODUCT: "Điều chỉnh sản phẩm",
    AdjustmentKind.ADDED: "Bổ sung",
    AdjustmentKind.CARRIED_OVER: "Chuyển kỳ",
    AdjustmentKind.CANCELLED: "Hủy",
    AdjustmentKind.REMOVED: "Bãi bỏ",
    Verdict.MET: "Đủ",
    Verdict.NOT_MET: "Không đủ",
    Verdict.CANNOT_TELL: "Chưa rõ",
    DuplicateReason.SAME_TEXT: "Cùng nội dung",
    DuplicateReason.ALIKE: "Nội dung gần giống",
    DuplicateReason.SAME_UNIT: "Cùng đơn vị chủ trì",
    DuplicateReason.SAME_TIME: "Cùng thời gian",
    DuplicateReason.SAME_PRODUCT: "Cùng sản phẩm",
    StepDays.WORKING: "ngày làm việc",
    StepDays.CALENDAR: "ngày",
    ReminderKind.OVERDUE: "Quá hạn",
    ReminderKind.DUE: "Sắp đến hạn",
    ReminderKind.REPORT: "Báo cáo định kỳ",
    ReminderKind.STEP_OVERDUE: "Bước việc quá hạn",
    ReminderKind.STEP_DUE: "Bước việc sắp đến hạn",
    ReminderKind.ANSWER: "Chờ trả lời",
    Confidence.SEEN: "Đã đối chiếu văn bản",
    Confidence.KNOWN: "Theo hiểu biết chung, chưa đối chiếu văn bản",
    Confidence.UNSURE: "Chưa chắc chắn, cần kiểm tra",
    Reason.BY_HAND: "Sao lưu theo yêu cầu",
    Reason.SCHEDULE: "Sao lưu định kỳ",
    Reason.CLOSING: "Sao lưu khi đóng chương trình",
    Reason.BEFORE_IMPORT: "Sao lưu trước khi nhập",
    Reason.BEFORE_BULK: "Sao lưu trước khi sửa nhiều dòng",
    Reason.BEFORE_RESTORE: "Giữ lại trước khi khôi phục",
    Reason.BEFORE_MIGRATION: "Giữ lại trước khi nâng cấp",
    Reason.BEFORE_PASSWORD: "Giữ lại trước khi đổi mật khẩu",
    SecondPlace.NONE: "Chưa chọn nơi sao lưu thứ hai",
    SecondPlace.COPIED: "Đã chép sang nơi thứ hai",
    SecondPlace.AWAY: "Nơi sao lưu thứ hai đang vắng (USB chưa cắm hoặc ổ mạng chưa mở)",
    SecondPlace.FAILED: "Chưa chép được sang nơi thứ hai; bản ở thư mục chính vẫn dùng được",
    RecipientKind.PERSON: "Cá nhân",
    RecipientKind.COLLECTIVE: "Tập thể",
    RecipientKind.HOUSEHOLD: "Hộ gia đình",
    Occasion.MERIT: "Công trạng",
    Occasion.SUDDEN: "Đột xuất",
    Occasion.MOVEMENT: "Phong trào (chuyên đề)",
    Occasion.CONTRIBUTION: "Cống hiến",
    Occasion.SERVICE_YEARS: "Niên hạn",
    Occasion.FOREIGN: "Đối ngoại",
    Occasion.RESISTANCE: "Kháng chiến",
    NominationState.ENTERED: "Mới nhập",
    NominationState.DOSSIER_COMPLETE: "Đủ hồ sơ",
    NominationState.DOSSIER_MISSING: "Thiếu hồ sơ",
    NominationState.ELIGIBLE: "Đủ điều kiện",
    NominationState.NOT_ELIGIBLE: "Không đủ điều kiện",
    NominationState.TO_VERIFY: "Chờ xác minh",
    NominationState.BEFORE_COUNCIL: "Trình hội đồng",
    NominationState.AGREED: "Đồng ý",
    NominationState.REFUSED: "Không đồng ý",
    NominationState.POSTPONED: "Hoãn",
    NominationState.LOWERED: "Hạ mức",
    NominationState.TO_SIGN: "Trình ký",
    NominationState.SENT_UP: "Trình cấp trên",
    NominationState.DECIDED: "Có quyết định",
    NominationState.NOT_AWARDED: "Không được khen",
    NominationState.HANDED_OVER: "Đã trao",
    NominationState.CORRECTED: "Đính chính",
    NominationState.WITHDRAWN: "Thu hồi",
    SubmissionState.NOT_SENT: "Chưa gửi",
    SubmissionState.RECEIVED: "Đã nhận",
    SubmissionState.RETURNED: "Trả bổ sung",
    SubmissionState.COMPLETE: "Đủ",
    SubmissionState.SUMMED_UP: "Đã tổng hợp",
    DocumentState.UNCHECKED: "Chưa kiểm tra",
    DocumentState.PRESENT: "Có",
    DocumentState.COPY: "Có (bản sao)",
    DocumentState.FAULTY: "Chưa đúng",
    DocumentState.MISSING: "Thiếu",
    DocumentState.NOT_NEEDED: "Không cần",
    TrackerField.STATE: "Tình trạng",
    TrackerField.PROGRESS: "Tiến độ",
    TrackerField.COMPLETED_ON: "Ngày hoàn thành",
    TrackerField.DELAY_REASON: "Khó khăn, lý do chậm",
    TrackerField.NOTE: "Ghi chú",
}

_FACTS: dict[Enum, str] = {
    FactKind.RATING: "Mức hoàn thành nhiệm vụ",
    FactKind.INITIATIVE: "Sáng kiến, đề tài",
    FactKind.SPELL: "Thời gian công tác",
    FactKind.SANCTION: "Kỷ luật",
    FactKind.CASE: "Vụ việc đang xem xét",
    FactKind.CLEARANCE: "Xác nhận không có vi phạm",
    FactKind.MEMBERS: "Số liệu của tập thể",
    FactKind.RANK: "Xếp hạng cụm, khối thi đua",
    FactKind.MOVEMENT: "Kết quả phong trào thi đua",
    FactKind.SCORE: "Điểm bình xét",
    FactKind.CONFIRMATION: "Điều được xác nhận",
}

_URGING_WAYS: dict[Enum, str] = {
    UrgingWay.LETTER: "Công văn",
    UrgingWay.PHONE: "Điện thoại",
    UrgingWay.EMAIL: "Thư điện tử",
    UrgingWay.MESSAGE: "Tin nhắn",
    UrgingWay.MEETING: "Tại cuộc họp",
}

OF_KIND: dict[type[Enum], dict[Enum, str]] = {
    FactKind: _FACTS,
    UrgingWay: _URGING_WAYS,
    **list_labels.OF_KIND,
    **directory.OF_KIND,
    **councils.OF_KIND,
    **reported.OF_KIND,
    **paper_files.OF_KIND,
    **paper_templates.OF_KIND,
}
"""Members of different string enumerations are equal when their values are, so that one table cannot hold both: an
enumeration that shares a value with another one has a table of its own."""
