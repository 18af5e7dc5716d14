"""What is said of long work while it goes on."""

from __future__ import annotations

from thidua_desktop.common.progress import Step
from thidua_desktop.domain.stages import Stage

STAGES = {
    Stage.COPYING: "Đang chép dữ liệu",
    Stage.COMPARING: "Đang đối chiếu từng dòng",
    Stage.READING: "Đang đọc văn bản",
    Stage.MATCHING: "Đang đối chiếu với danh bạ",
    Stage.JUDGING: "Đang xét điều kiện",
    Stage.KEEPING: "Đang lưu",
    Stage.REVERSING: "Đang hoàn tác",
    Stage.COUNTING: "Đang tổng hợp số liệu",
    Stage.SAMPLE: "Đang lập văn phòng mẫu",
    Stage.WRITING: "Đang lập giấy tờ",
    Stage.REGISTER_LINES: "Đang xếp các lượt khen của sổ khen thưởng",
    Stage.REGISTER_ORDERS: "Đang lập các thứ tự xếp của sổ khen thưởng",
    Stage.REGISTER_WORDS: "Đang lập mục lục tìm kiếm của sổ khen thưởng",
    Stage.REGISTER_COUNTS: "Đang đếm các từ hay gặp trong sổ khen thưởng",
}


def told(step: Step) -> str:
    """One line: what is being done, and how much of it."""
    name = STAGES[Stage(step.what)]
    return f"{name}: {100 * step.done // step.total} %" if step.total else f"{name}…"
