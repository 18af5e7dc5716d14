"""An office, a plan and its tasks, invented, with everything that papers have to bear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.plans import BY_HAND, Plan, PlanPart, Role
from thidua_desktop.domain.tasks import Recurrence, Task, TaskState
from thidua_desktop.domain.units import Office

TODAY = date(2026, 8, 20)

OFFICE = Office(
    name="BAN THI ĐUA - KHEN THƯỞNG",
    superior="SỞ NỘI VỤ TỈNH HỒNG SƠN",
    place="Hồng Sơn",
    code="BTĐKT",
    signer_posts=("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
    signer_name="Phạm Thị Lan Hương",
    compiler_name="Nguyễn Thị Thu Hà",
)

PLAN = Plan(
    title="KẾ HOẠCH CÔNG TÁC THI ĐUA, KHEN THƯỞNG TRÊN ĐỊA BÀN TỈNH NĂM 2026",
    year=2026,
    number="215/KH-UBND",
    issued_on=date(2025, 12, 5),
    issuer="Ủy ban nhân dân tỉnh Hồng Sơn",
    id=PlanId(1),
)

LONG = "Rà soát, thẩm định hồ sơ đề nghị khen thưởng của các cơ quan, đơn vị, địa phương. " * 11
"""A task of 900 characters."""


def task(number: int, text: str, **fields: object) -> Task:
    given = Task(PLAN.id or PlanId(1), text, 2026, position=number, id=TaskId(number))
    return replace(given, **fields)  # type: ignore[arg-type]


TASKS = (
    task(
        1,
        "Tổ chức ký kết giao ước thi đua năm 2026",
        quarter=1,
        month=1,
        due=date(2026, 1, 15),
        lead=("Sở Nội vụ",),
        coordinate=("Văn phòng UBND tỉnh", "Các cụm, khối thi đua"),
        product="Bản giao ước",
        state=TaskState.DONE,
        progress=100,
        completed_on=date(2026, 1, 20),
        delay_reason="Chờ ý kiến các khối",
    ),
    task(2, "Ban hành Kế hoạch tuyên truyền", quarter=1, month=2, state=TaskState.DONE, progress=100),
    task(3, "Họp Hội đồng xét khen thưởng", quarter=2, state=TaskState.WAITING, progress=60, lead=("Sở Nội vụ",)),
    task(
        4,
        "Báo cáo sơ kết 6 tháng đầu năm",
        quarter=2,
        month=6,
        due=date(2026, 6, 15),
        state=TaskState.DONE,
        progress=100,
        completed_on=date(2026, 6, 12),
        starts=date(2026, 6, 1),
    ),
    task(5, "Xét khen thưởng năm học 2025 - 2026", quarter=3, month=8, due=date(2026, 8, 25), note="=1+1"),
    task(6, "Tổ chức tập huấn", quarter=3, state=TaskState.CANCELLED, state_reason="Không có kinh phí"),
    task(7, "Tổng kết phong trào thi đua", quarter=4, month=12, state=TaskState.IN_PROGRESS, progress=40),
    task(8, "Lựa chọn điển hình tiên tiến", recurrence=Recurrence.MONTHLY, lead=("Sở Nội vụ",)),
    task(9, "Tổng kết năm học", year=2027, quarter=2, month=5, due=date(2027, 5, 25)),
)


BODY = (
    PlanPart(Role.OPENING, "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", BY_HAND),
    PlanPart(Role.HEADING, "I. NỘI DUNG, THỜI GIAN THỰC HIỆN", BY_HAND, level=1, label="I."),
    PlanPart(Role.HEADING, "1. Quý I", BY_HAND, level=2, label="1."),
    PlanPart(Role.HEADING, "2. Quý II", BY_HAND, level=2, label="2."),
    PlanPart(Role.HEADING, "II. TỔ CHỨC THỰC HIỆN", BY_HAND, level=1, label="II."),
    PlanPart(Role.RESPONSIBILITY, "Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này.", BY_HAND, label="1."),
    PlanPart(Role.CLOSING, "Trên đây là Kế hoạch công tác thi đua, khen thưởng năm 2026.", BY_HAND),
)
"""The text of a plan, as it is written in the program."""


def crowd(count: int, quarter: int = 2) -> tuple[Task, ...]:
    """Many tasks of one quarter, every fifth of them long."""
    texts = ("Kiểm tra công tác thi đua, khen thưởng tại cơ sở", LONG)
    return tuple(
        task(
            number,
            f"{texts[number % 5 == 0]} ({number})",
            quarter=quarter,
            month=3 * quarter - number % 3,
            lead=("Sở Nội vụ", "Sở Giáo dục và Đào tạo"),
        )
        for number in range(1, count + 1)
    )
