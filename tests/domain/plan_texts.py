"""Texts of plans for the tests of trees: one line each, "level|label|text" for headings."""

from __future__ import annotations

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.ids import PlanPartId
from thidua_desktop.domain.plans import PlanPart, Role

ROLES = {"#": Role.HEADING, "*": Role.TASK, "=": Role.PURPOSE, "~": Role.DETAIL, "!": Role.RESPONSIBILITY}


def parts(text: str) -> tuple[PlanPart, ...]:
    """The parts of a text: "#1 I. …" heading of level 1, "* a) …" task, "~ …" detail, "= - …" purpose, "." closing."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return tuple(_part(line, number) for number, line in enumerate(lines, start=1))


def _part(line: str, number: int) -> PlanPart:
    sign, rest = line[0], line[1:]
    source, part_id = Source(number), PlanPartId(number)
    if sign == ".":
        return PlanPart(Role.CLOSING, rest.strip(), source, id=part_id)
    level = 0
    if sign == "#":
        level, rest = int(rest[0]), rest[1:]
    label, _, words = rest.strip().partition(" ")
    if label == "_":
        return PlanPart(ROLES[sign], words, source, level, None, part_id)
    if sign == "~":
        return PlanPart(Role.DETAIL, rest.strip(), source, id=part_id)
    return PlanPart(ROLES[sign], f"{label} {words}", source, level, label, part_id)


PLAN = parts(
    """
    #1 I. MỤC ĐÍCH, YÊU CẦU
    #2 1. Mục đích
    = - Tạo khí thế thi đua
    #2 2. Yêu cầu
    = - Thiết thực, hiệu quả
    #1 II. NỘI DUNG
    #2 1. Quý I
    * a) Tổ chức hội nghị tổng kết
    ~ Thành phần: lãnh đạo các đơn vị
    * b) Phát động thi đua
    #2 2. Quý II
    * a) Sơ kết 6 tháng theo nội dung tại điểm b khoản 1 mục II
    * b) Kiểm tra
    #1 III. TỔ CHỨC THỰC HIỆN
    ! 1. Sở Tài chính bố trí kinh phí theo mục II.2
    ! 2. Các đơn vị báo cáo trước ngày 15/12
    . Trên đây là Kế hoạch./.
    """
)
