"""What each enumeration member is called on screen and on paper; here those that the window begins with."""

from __future__ import annotations

from enum import Enum

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.plans import Doubt, PlanKind, PlanState, Role
from thidua_desktop.domain.tasks import Recurrence, Standing, Task, TaskState

_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}

_LABELS: dict[Enum, str] = {
    TaskState.NOT_STARTED: "Chưa làm",
    TaskState.IN_PROGRESS: "Đang làm",
    TaskState.WAITING: "Chờ đơn vị",
    TaskState.DONE: "Hoàn thành",
    TaskState.CANCELLED: "Hủy",
    TaskState.CARRIED_OVER: "Chuyển kỳ",
    Standing.NOT_STARTED: "Chưa làm",
    Standing.IN_PROGRESS: "Đang làm",
    Standing.WAITING: "Chờ đơn vị",
    Standing.DUE_SOON: "Sắp đến hạn",
    Standing.OVERDUE: "Quá hạn",
    Standing.DONE: "Hoàn thành",
    Standing.DONE_LATE: "Hoàn thành trễ hạn",
    Standing.CANCELLED: "Hủy",
    Standing.CARRIED_OVER: "Chuyển kỳ",
    Recurrence.WEEKLY: "Hằng tuần",
    Recurrence.MONTHLY: "Hằng tháng",
    Recurrence.QUARTERLY: "Hằng quý",
    Recurrence.HALF_YEARLY: "6 tháng một lần",
    Recurrence.YEARLY: "Hằng năm",
    PlanState.DRAFT: "Dự thảo",
    PlanState.APPROVED: "Đã ban hành",
    PlanKind.ANNUAL: "Kế hoạch năm",
    PlanKind.INSPECTION: "Kế hoạch kiểm tra",
    PlanKind.PROPAGANDA: "Tuyên truyền điển hình tiên tiến",
    PlanKind.CONGRESS: "Đại hội thi đua yêu nước",
    PlanKind.DIRECTIVE: "Triển khai chỉ thị, nghị quyết",
    PlanKind.OTHER: "Kế hoạch khác",
    Kind.OFFICE: "Cơ quan",
    Kind.UNIT: "Đơn vị",
    Kind.PLAN: "Kế hoạch",
    Kind.TASK: "Nhiệm vụ",
    Kind.ROUND: "Đợt xét",
    Kind.NOMINATION: "Đề nghị khen thưởng",
    Kind.YEAR: "Năm",
    Kind.COMMEMORATION: "Ngày kỷ niệm",
    Kind.CHAIN: "Quy trình",
    Kind.REMINDER: "Nhắc việc",
    Kind.RECIPIENT: "Người nhận",
    Kind.AWARD_RECORD: "Mục trong sổ khen thưởng",
    Kind.SUBMISSION: "Hồ sơ đơn vị trình",
    Kind.LIST: "Danh sách đã đọc",
    Kind.PRESET: "Mẫu cột",
    Kind.COUNCIL: "Hội đồng",
    Kind.MEETING: "Phiên họp",
    Kind.DECISION: "Quyết định",
    Kind.FUND: "Quỹ thi đua, khen thưởng",
    Kind.MOVEMENT: "Phong trào thi đua",
    Kind.REGISTRATION: "Đăng ký thi đua",
    Kind.FIGURE: "Số liệu nhập tay",
    Kind.SENT_REPORT: "Báo cáo đã gửi",
    Kind.WORKBOOK: "Biểu của cấp trên",
    Severity.INFO: "Lưu ý",
    Severity.WARNING: "Cần xem",
    Severity.BLOCKING: "Không dùng được",
    Doubt.QUARTER_UNSURE: "Chưa chắc quý",
    Doubt.DAY_UNSURE: "Chưa chắc ngày",
    Doubt.UNITS_UNSURE: "Chưa chắc đơn vị",
    Doubt.MAYBE_NO_TASK: "Có thể không phải nhiệm vụ",
    Doubt.MAYBE_TWO: "Có thể là hai nhiệm vụ",
    Doubt.MAYBE_CONTINUATION: "Có thể nối với dòng trước",
    Doubt.TEXT_DAMAGED: "Chữ bị lỗi",
}

_ROLES: dict[Enum, str] = {
    Role.LETTERHEAD: "Tiêu đề cơ quan",
    Role.NUMBER: "Số, ký hiệu",
    Role.PLACE_AND_DAY: "Địa danh, ngày tháng",
    Role.TITLE: "Tên văn bản",
    Role.LEGAL_BASIS: "Căn cứ",
    Role.OPENING: "Phần mở đầu",
    Role.HEADING: "Đề mục",
    Role.PURPOSE: "Mục đích, yêu cầu",
    Role.TASK: "Nhiệm vụ",
    Role.DETAIL: "Chi tiết của nhiệm vụ",
    Role.TABLE_HEADING: "Tiêu đề bảng",
    Role.RESPONSIBILITY: "Trách nhiệm thường xuyên",
    Role.BUDGET: "Kinh phí",
    Role.CLOSING: "Phần kết",
    Role.RECIPIENT: "Nơi nhận",
    Role.SIGNER: "Người ký",
    Role.FURNITURE: "Số trang, đường kẻ",
    Role.TEXT: "Nội dung khác",
}

_HERE = frozenset({TaskState, Standing, Recurrence, PlanState, PlanKind, Doubt, Severity, Kind})


def of(member: Enum) -> str:
    """The Vietnamese label of an enumeration member."""
    kind = type(member)
    if kind is Role:
        return _ROLES[member]
    if kind in _HERE:
        return _LABELS[member]
    from thidua_desktop.wording import further_labels

    return further_labels.OF_KIND.get(kind, further_labels.LABELS)[member]


def task_state(task: Task) -> str:
    """The state of a task; conditional work that was closed because its case did not come is not "Hủy"."""
    return "Không phát sinh" if task.arisen is False else _LABELS[task.state]


def quarter(number: int | None) -> str:
    """The name of a quarter: "Quý I" … "Quý IV", or "Cả năm" for a task without one."""
    return f"Quý {_ROMAN[number]}" if number is not None else "Cả năm"


def period(year: int, number: int | None) -> str:
    """A quarter with its year: "Quý I/2026", or "Năm 2026" for the whole of it."""
    return f"Quý {_ROMAN[number]}/{year}" if number is not None else f"Năm {year}"
