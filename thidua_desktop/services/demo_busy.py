"""A busy year for pictures and trials: sixty tasks in one quarter, several plans that hang together, adjustments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plan_links import LinkKind, PlanLink
from thidua_desktop.domain.plans import PlanKind
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.services.container import Services

TITLE = "Kế hoạch công tác thi đua, khen thưởng quý II và các đợt cao điểm năm {year}"
OTHER_TITLE = "Kế hoạch kiểm tra công tác thi đua, khen thưởng năm {year}"
SUPERIOR = "Kế hoạch phát động phong trào thi đua yêu nước năm {year} của Ủy ban nhân dân tỉnh Hồng Sơn"

_WORK = (
    "Tổ chức ký kết giao ước thi đua giữa các đơn vị trong Cụm thi đua số {n}",
    "Thẩm định hồ sơ đề nghị khen thưởng đợt {n} của các sở, ban, ngành, trình Hội đồng Thi đua - Khen thưởng tỉnh xét",
    "Kiểm tra công tác thi đua, khen thưởng tại các xã, phường thuộc đoàn kiểm tra số {n} và thông báo kết luận",
    "Tuyên truyền gương điển hình tiên tiến, người tốt việc tốt số {n} trên Báo và Đài Phát thanh và Truyền hình tỉnh",
    "Báo cáo kết quả thực hiện chuyên đề thi đua “Cả nước chung sức xây dựng nông thôn mới” tháng {m}",
    "Tập huấn nghiệp vụ thi đua, khen thưởng cho công chức phụ trách lớp số {n}",
    "Rà soát, cập nhật phần mềm quản lý hồ sơ khen thưởng, đối chiếu sổ vàng khen thưởng tháng {m}",
    "Sơ kết phong trào thi đua chuyên đề số {n}",
    "Đôn đốc các đơn vị gửi danh sách tập thể, cá nhân đề nghị tặng Bằng khen đợt {n}",
    "Xây dựng văn bản hướng dẫn bình xét, đánh giá thi đua Khối các cơ quan số {n}",
)
_LEADS = (
    ("Phòng Thi đua - Khen thưởng",),
    ("Văn phòng Ủy ban nhân dân tỉnh",),
    ("Sở Giáo dục và Đào tạo", "Sở Y tế"),
    ("Báo và Đài Phát thanh và Truyền hình tỉnh",),
    ("Các Cụm, Khối thi đua",),
)
_HELPERS = ((), ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",), ("Công đoàn tỉnh", "Tỉnh đoàn"), ("Các xã, phường",))
_PRODUCTS = ("Báo cáo", "Tờ trình", None, "Văn bản hướng dẫn", "Biên bản kiểm tra")
_STATES = (TaskState.NOT_STARTED, TaskState.IN_PROGRESS, TaskState.DONE, TaskState.WAITING, TaskState.NOT_STARTED)
_QUARTER, _TASKS = 2, 60


def busy(services: Services, year: int) -> PlanId:
    """Make the busy plans of a year unless they are there; gives the plan with sixty tasks in its second quarter."""
    title = TITLE.format(year=year)
    there = next((row.plan.id for row in services.plans.of_year(year) if row.plan.title == title), None)
    if there is not None:
        return there
    plan_id = PlanId(services.plans.create_from_nothing(PlanKind.ANNUAL, year, title).created[0])
    place = next((part.id for part in services.plans.parts(plan_id) if part.text.endswith("Quý II")), None)
    tasks = [_task(plan_id, at, year) for at in range(_TASKS)]
    services.tasks.save_many([replace(task, part_id=place) for task in tasks])
    services.adjustments.approve(plan_id, f"16/KH-SNV-{year % 100}", date(year, 1, 12))
    _adjust(services, plan_id)
    _relate(services, plan_id, year)
    return plan_id


def _task(plan_id: PlanId, at: int, year: int) -> Task:
    due = date(year, 4, 1) + timedelta(days=at + at // 2)
    state = _STATES[at % len(_STATES)] if due.month < 6 else TaskState.NOT_STARTED
    return Task(
        plan_id,
        _WORK[at % len(_WORK)].format(n=at // len(_WORK) + 1, m=due.month),
        year,
        quarter=_QUARTER,
        month=due.month,
        due=due if at % 4 else None,
        lead=_LEADS[at % len(_LEADS)],
        coordinate=_HELPERS[at % len(_HELPERS)],
        product=_PRODUCTS[at % len(_PRODUCTS)],
        state=state,
        progress=100 if state is TaskState.DONE else 30 if state is TaskState.IN_PROGRESS else 0,
        completed_on=due if state is TaskState.DONE else None,
        conditional=at % 9 == 4,
    )


def _adjust(services: Services, plan_id: PlanId) -> None:
    """Changes since the approval: some explained, some not yet."""
    tasks = services.tasks.of_plan(plan_id)
    open_tasks = [task for task in tasks if task.state is TaskState.NOT_STARTED]
    later = [task.placed(year=task.year, quarter=3, month=None, due=None) for task in open_tasks[:3]]
    other = [replace(task, lead=("Sở Tài chính",), product="Quyết định") for task in open_tasks[3:5]]
    services.tasks.save_many([*later, *other])
    services.tasks.move(
        [task.id for task in open_tasks[5:7] if task.id is not None], TaskState.CANCELLED, reason="Trùng"
    )
    ids = [task.id for task in later if task.id is not None]
    services.adjustments.explain(ids, "Chờ hướng dẫn của Ban Thi đua - Khen thưởng Trung ương")


def _relate(services: Services, plan_id: PlanId, year: int) -> None:
    other = PlanId(
        services.plans.create_from_nothing(PlanKind.INSPECTION, year, OTHER_TITLE.format(year=year)).created[0]
    )
    same = [replace(task, id=None, plan_id=other, part_id=None, position=0) for task in services.tasks.of_plan(plan_id)]
    services.tasks.save_many([task for task in same if task.text.startswith("Kiểm tra")])
    answers = PlanLink(
        plan_id, LinkKind.ANSWERS, number="215/KH-UBND", issued_on=date(year, 1, 5), title=SUPERIOR.format(year=year)
    )
    services.plan_links.save(answers)
    services.plan_links.save(PlanLink(other, LinkKind.RELATED, other_id=plan_id))
