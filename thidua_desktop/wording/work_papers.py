"""Phrases of the papers that an office works with: week schedule, to-do list, lists of units, results, letters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from thidua_desktop.domain.adjustments import AdjustmentKind, TaskContent
from thidua_desktop.domain.results import Result
from thidua_desktop.wording import formats, labels, papers

WEEK_TITLE = "LỊCH CÔNG TÁC TUẦN"
TODO_TITLE = "DANH SÁCH VIỆC CẦN LÀM"
UNIT_TITLE = "NHIỆM VỤ CÔNG TÁC THI ĐUA, KHEN THƯỞNG"
RESULT_TITLE = "KẾT QUẢ THỰC HIỆN NHIỆM VỤ THI ĐUA, KHEN THƯỞNG"
RESULT_SUMS = "TỔNG HỢP THEO ĐƠN VỊ CHỦ TRÌ"
ADJUSTMENT_TITLE = "DANH MỤC NHIỆM VỤ ĐIỀU CHỈNH, BỔ SUNG, CHUYỂN KỲ"
NO_LEAD = "Chưa ghi đơn vị chủ trì"
TOTAL = "Tổng cộng"
NO_WORK_ON_DAY = "(Không có việc đến hạn)"
COUNTED_ONCE = (
    "Ghi chú: nhiệm vụ có nhiều đơn vị chủ trì được tính cho từng đơn vị; dòng Tổng cộng tính mỗi nhiệm vụ một lần. "
    "Tỷ lệ đạt tính trên số nhiệm vụ đã đến hạn hoặc đã hoàn thành."
)

RESULTS = {
    Result.IN_TIME: "Đạt",
    Result.LATE: "Chậm",
    Result.MISSED: "Chưa",
    Result.RUNNING: "Chưa đến hạn",
    Result.DROPPED: "Không tính",
}

_ADJUSTED = (
    ((AdjustmentKind.ADDED,), "NHIỆM VỤ BỔ SUNG"),
    (
        (AdjustmentKind.CONTENT, AdjustmentKind.TIME, AdjustmentKind.UNIT, AdjustmentKind.PRODUCT),
        "NHIỆM VỤ ĐIỀU CHỈNH",
    ),
    ((AdjustmentKind.CARRIED_OVER,), "NHIỆM VỤ CHUYỂN KỲ"),
    ((AdjustmentKind.CANCELLED, AdjustmentKind.REMOVED), "NHIỆM VỤ HỦY, BÃI BỎ"),
)
"""The groups of the list; a task stands in the one of the weightiest thing that happened to it (the last)."""


def as_of(day: date) -> str:
    """``(Tình trạng tính đến ngày 20/8/2026)``."""
    return f"(Tình trạng tính đến ngày {formats.day_in_text(day)})"


def week(monday: date) -> str:
    """``TUẦN 25 NĂM 2026 (TỪ NGÀY 15/6/2026 ĐẾN NGÀY 21/6/2026)``; weeks are counted as ISO 8601 does."""
    year, number, _ = monday.isocalendar()
    last = formats.day_in_text(monday + timedelta(days=6))
    return f"Tuần {number} năm {year} (từ ngày {formats.day_in_text(monday)} đến ngày {last})"


def result(found: Result, days_late: int, state: str) -> str:
    """``Đạt``, ``Chậm 5 ngày``, ``Chưa (quá hạn 12 ngày)``, ``Hủy``."""
    match found:
        case Result.LATE:
            return f"{RESULTS[found]} {days_late} ngày"
        case Result.MISSED:
            return f"{RESULTS[found]} (quá hạn {days_late} ngày)"
        case Result.DROPPED:
            return state
        case _:
            return RESULTS[found]


def adjustment_group(kinds: Sequence[AdjustmentKind]) -> int:
    """The place of a task's group in the list, from 0."""
    return max(at for at, (members, _) in enumerate(_ADJUSTED) if set(members) & set(kinds))


def adjustment_groups() -> tuple[str, ...]:
    """The titles of the groups in their order."""
    return tuple(title for _, title in _ADJUSTED)


def content(said: TaskContent | None, kinds: Sequence[AdjustmentKind]) -> str:
    """What was or is to be done: the text, then what of its time, units and product has changed."""
    if said is None:
        return ""
    whole = AdjustmentKind.ADDED in kinds
    lines = [said.text]
    if whole or AdjustmentKind.TIME in kinds:
        lines.append(f"Thời gian: {time_of(said)}")
    if (whole or AdjustmentKind.UNIT in kinds) and (said.lead or said.coordinate or not whole):
        lines.append(f"Chủ trì: {'; '.join(said.lead) or '(không ghi)'}")
        if said.coordinate:
            lines.append(f"Phối hợp: {'; '.join(said.coordinate)}")
    if (whole and said.product) or AdjustmentKind.PRODUCT in kinds:
        lines.append(f"Sản phẩm: {said.product or '(không ghi)'}")
    return "\n".join(lines)


def time_of(said: TaskContent) -> str:
    """When, as exactly as it is known, with the first day where one is given."""
    due = papers.time_of(said.year, said.quarter, said.month, said.due)
    if said.starts is not None and said.starts != said.due:
        return f"{formats.day_in_text(said.starts)} - {due}"
    return due


def kinds_of(kinds: Sequence[AdjustmentKind]) -> str:
    """``Điều chỉnh nội dung; thời gian``."""
    names = [labels.of(kind) for kind in kinds]
    return "; ".join([*names[:1], *(name[0].lower() + name[1:] for name in names[1:])])


def urging_subject(year: int) -> str:
    """The V/v of a letter that urges."""
    return f"V/v đôn đốc thực hiện nhiệm vụ công tác thi đua, khen thưởng năm {year}"


def urging_opening(office: str, unit: str, day: date, count: int) -> str:
    """What the letter begins with."""
    who = office or "Cơ quan thường trực công tác thi đua, khen thưởng"
    return (
        f"Qua theo dõi việc thực hiện các kế hoạch công tác thi đua, khen thưởng, đến ngày "
        f"{formats.day_in_text(day)}, {who} nhận thấy {unit} còn {count:02d} nhiệm vụ đến hạn, quá hạn nhưng chưa "
        f"có kết quả hoặc chưa báo cáo, cụ thể như sau:"
    )


def urging_request(office: str, unit: str, answer_by: date) -> str:
    """What the letter asks for, and by which day."""
    where = f" về {office}" if office else ""
    return (
        f"Đề nghị {unit} khẩn trương hoàn thành các nhiệm vụ nêu trên; báo cáo kết quả bằng văn bản (nêu rõ lý do "
        f"chậm, thời gian hoàn thành){where} trước {formats.long_day(answer_by)} để tổng hợp, báo cáo cấp có thẩm quyền"
    )


URGING_END = "Rất mong nhận được sự quan tâm, phối hợp của quý cơ quan, đơn vị"


def addressed(unit: str) -> str:
    """``Kính gửi: Sở Nội vụ``."""
    return f"Kính gửi: {unit}"


def unit_total(leads: int, coordinates: int, owes: int) -> str:
    """The sentence below the list of a unit."""
    counted = [
        f"{what} {count:02d} nhiệm vụ"
        for what, count in (("chủ trì", leads), ("phối hợp", coordinates), ("còn nợ", owes))
        if count
    ]
    return f"Tổng số: {', '.join(counted)}{papers.END}"


def late(days: int) -> str:
    """How many days something is late."""
    return f"{days} ngày" if days else "đến hạn"


def plan_of_task(number: str | None, issued_on: date | None, title: str) -> str:
    """The plan that a task comes from: ``Kế hoạch số 12/KH-UBND ngày 05/3/2026``, or its title."""
    if not number:
        return title
    return f"Kế hoạch số {number}" + (f" ngày {formats.day_in_text(issued_on)}" if issued_on is not None else "")
