"""A large office: 40 plans with 5 000 tasks, 25 rounds with 30 000 nominations, and a journal to match."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import PlanId, RoundId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services import demo
from thidua_desktop.storage.store import Store

YEAR = date.today().year
PLANS, TASKS = 40, 5_000
ROUNDS, NOMINATIONS = 25, 30_000
LARGEST_PLAN = 1_000
"""Tasks of the first plan; the others share the rest evenly."""

_DEEDS = (
    *("Ban hành văn bản hướng dẫn", "Tổ chức hội nghị triển khai", "Kiểm tra, giám sát việc", "Tổng hợp, thẩm định"),
    *("Tham mưu kế hoạch", "Phối hợp tuyên truyền", "Xây dựng đề án", "Rà soát, bổ sung", "Tập huấn nghiệp vụ"),
    *("Đôn đốc, nhắc nhở", "Lập danh sách", "Công bố, trao tặng", "Đánh giá, chấm điểm"),
)
_MATTERS = (
    *("đăng ký giao ước thi đua", "phong trào xây dựng nông thôn mới", "hồ sơ khen thưởng cống hiến", "quỹ thi đua"),
    *("gương điển hình tiên tiến", "sáng kiến cấp cơ sở", "công tác chuyển đổi số", "cụm, khối thi đua"),
    *("khen thưởng đột xuất", "hồ sơ danh hiệu vinh dự nhà nước", "cải cách hành chính"),
)
_WHOM = (
    *("tại các xã, phường", "ở các trường học", "trong lực lượng vũ trang", "của khối doanh nghiệp"),
    *("cho các cơ quan đảng, đoàn thể", "trong ngành y tế", "cho người lao động trực tiếp"),
)
_UNITS = tuple(f"Đơn vị sự nghiệp số {number} trực thuộc Sở Nội vụ" for number in range(1, 101))


def build(path: Path) -> Path:
    """Make the office; takes some seconds."""
    with Store.open(path, create=True) as store:
        with store.write("office.save") as work:
            work.office.save(demo.OFFICE)
        for number in range(PLANS):
            _plan(store, number, LARGEST_PLAN if number == 0 else (TASKS - LARGEST_PLAN) // (PLANS - 1))
        for number in range(ROUNDS):
            _round(store, number)
    return path


def _text(number: int, position: int) -> str:
    """Different from one task to the next, as in real plans: the program looks for those that are alike."""
    deed = _DEEDS[(position * 7 + number * 3) % len(_DEEDS)]
    matter = _MATTERS[(position * 5 + number * 11) % len(_MATTERS)]
    whom = _WHOM[(position + number) % len(_WHOM)]
    return f"{deed} {matter} {whom}, báo cáo kết quả lần {position} của chương trình {number}"


def _plan(store: Store, number: int, tasks: int) -> None:
    with store.write("plan.create", title=f"Kế hoạch {number}") as work:
        plan_id = PlanId(work.plans.save(Plan(f"Kế hoạch công tác thi đua, khen thưởng số {number}", YEAR)))
        for position in range(1, tasks + 1):
            due = date(YEAR, 1, 2) + timedelta(days=(position * 7 + number) % 360)
            work.tasks.save(
                Task(
                    plan_id,
                    _text(number, position),
                    YEAR,
                    quarter=(due.month - 1) // 3 + 1,
                    month=due.month,
                    due=due,
                    lead=(_UNITS[position % len(_UNITS)],),
                    coordinate=(_UNITS[(position + 7) % len(_UNITS)],),
                    product="Báo cáo",
                    position=position,
                )
            )


def _round(store: Store, number: int) -> None:
    with store.write("round.save", name=f"Đợt {number}") as work:
        round_id = RoundId(work.rounds.save(Round(f"Đợt xét khen thưởng số {number}", YEAR)))
        for position in range(1, NOMINATIONS // ROUNDS + 1):
            work.nominations.save(
                Nomination(
                    round_id,
                    RecipientKind.PERSON,
                    f"Nguyễn Thị Mẫu {number:02}-{position:04}",
                    "lao_dong_tien_tien",
                    position="Chuyên viên",
                    unit=_UNITS[position % len(_UNITS)],
                    citation="Đã hoàn thành xuất sắc nhiệm vụ công tác năm",
                )
            )
