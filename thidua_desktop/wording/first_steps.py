"""What the list of first steps says."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.first_steps import FirstStep


@dataclass(frozen=True, slots=True)
class StepWords:
    """A step: what it is called, why it is worth doing, what its button says."""

    name: str
    why: str
    deed: str


STEPS: dict[FirstStep, StepWords] = {
    FirstStep.OFFICE: StepWords(
        "Thông tin cơ quan", "In trên mọi giấy tờ: tên cơ quan, địa danh, người ký.", "Khai báo cơ quan…"
    ),
    FirstStep.PLAN: StepWords(
        "Kế hoạch của năm", "Đọc từ tệp Word, PDF, Excel; nhiệm vụ tự vào bảng và lịch.", "Nhập kế hoạch từ tệp…"
    ),
    FirstStep.UNITS: StepWords(
        "Đơn vị", "Để biết ai đã gửi hồ sơ, ai chưa; danh sách nhận vào cũng tự thêm đơn vị.", "Mở danh bạ đơn vị"
    ),
    FirstStep.ROUND: StepWords("Đợt xét đầu tiên", "Nơi nhận danh sách đề nghị của các đơn vị.", "Thêm đợt xét…"),
    FirstStep.COUNCIL: StepWords(
        "Hội đồng", "Thành viên theo quyết định thành lập, dùng cho mọi phiên họp.", "Mở Hội đồng và thành viên"
    ),
    FirstStep.BACKUP: StepWords(
        "Nơi sao lưu thứ hai", "USB hoặc ổ mạng: máy hỏng vẫn còn dữ liệu.", "Chọn nơi sao lưu…"
    ),
}


def told(done: int, total: int) -> str:
    """How far the office is."""
    return f"Những việc đầu tiên: xong {done}/{total}"
