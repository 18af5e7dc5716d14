"""What is said of long work while it goes on."""

from __future__ import annotations

from math import ceil

from thidua_desktop.common.progress import Step
from thidua_desktop.domain.stages import Stage
from thidua_desktop.wording import formats

_SOON_S, _TENS, _MINUTE_S = 10, 10, 60

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


def told(step: Step, left: float | None = None) -> str:
    """One line: what is being done, how many of how many, and how much longer it takes (``left``, in seconds)."""
    name = STAGES[Stage(step.what)]
    if not step.total:
        return f"{name}…"
    counted = f"{name}: {formats.whole(step.done)}/{formats.whole(step.total)} ({100 * step.done // step.total} %)"
    return counted if left is None else f"{counted}, {time_left(left)}"


def time_left(seconds: float) -> str:
    """``còn khoảng 40 giây``, ``còn khoảng 3 phút``, ``còn khoảng 1 giờ 20 phút``; never less than it will be."""
    if seconds <= _SOON_S:
        return "còn vài giây"
    if seconds <= _MINUTE_S - _TENS:
        return f"còn khoảng {ceil(seconds / _TENS) * _TENS} giây"
    minutes = ceil(seconds / _MINUTE_S)
    if minutes < _MINUTE_S:
        return f"còn khoảng {minutes} phút"
    hours, over = divmod(ceil(minutes / _TENS) * _TENS, 60)
    return f"còn khoảng {hours} giờ {over} phút" if over else f"còn khoảng {hours} giờ"
