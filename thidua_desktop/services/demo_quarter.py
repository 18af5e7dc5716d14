"""A busy quarter for the sample office: some sixty tasks of one plan, to see how a full calendar looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.plans import Plan, PlanKind
from thidua_desktop.domain.task_details import Evidence, Step, Urging, UrgingWay
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.services.container import Services

_DATA = "demo/quy-nhieu-viec.txt"
_TITLE = "Kế hoạch công tác quý II của Phòng Thi đua - Khen thưởng"
_QUARTER = 2
_PROGRESS = 40
_DAY = timedelta(days=1)


def build(services: Services, year: int) -> PlanId:
    """Keep the plan with its tasks and give the plan; a second call finds it there already.

    Each line of the data is a day (``05-20``), a month (``05``), ``Q`` or ``Y``, then units, text and how far it is.
    """
    known = next((row.plan for row in services.plans.of_year(year) if row.plan.title == _TITLE), None)
    if known is not None and known.id is not None:
        return known.id
    made = services.plans.create(
        Plan(title=_TITLE, year=year, number="31/KH-SNV", issued_on=date(year, 3, 27), kind=PlanKind.OTHER)
    )
    plan_id = PlanId(made.created[0])
    lines = resource(_DATA).read_text(encoding="utf-8").splitlines()
    tasks = [_task(plan_id, line, year) for line in lines]
    kept = services.tasks.save_many(tasks)
    chosen = next(at for at, task in enumerate(tasks) if task.text.startswith("Họp Hội đồng"))
    _add_details(services, TaskId(kept.created[chosen]), year)
    return plan_id


def _task(plan_id: PlanId, line: str, year: int) -> Task:
    time, units, text, stage = (field.strip() for field in line.split("|"))
    words = text.format(year=year, last=year - 1)
    task = Task(plan_id, words, year, lead=tuple(units.split("; ")), conditional="(nếu có)" in words)
    return _lived(_when(time, year).given_to(task), stage)


def _when(time: str, year: int) -> When:
    if time == "Y":
        return When(year)
    if time == "Q":
        return When(year, _QUARTER)
    month, _, day = time.partition("-")
    return When.on(date(year, int(month), int(day))) if day else When.in_month(year, int(month))


def _lived(task: Task, stage: str) -> Task:
    match stage:
        case "done":
            return task.moved_to(TaskState.DONE, on=task.deadline - _DAY)
        case "done-late":
            done = task.moved_to(TaskState.DONE, on=task.deadline + 4 * _DAY)
            return replace(done, delay_reason="Đơn vị được kiểm tra đề nghị lùi lịch")
        case "waiting":
            waiting = task.moved_to(TaskState.WAITING, on=task.deadline)
            return replace(waiting, waiting_for=task.lead, progress=_PROGRESS)
        case "progress":
            return replace(task.moved_to(TaskState.IN_PROGRESS, on=task.deadline), progress=_PROGRESS)
    return task


def _add_details(services: Services, task_id: TaskId, year: int) -> None:
    services.task_details.save_steps(
        task_id,
        (
            Step("Chốt danh sách đề nghị", date(year, 5, 15), date(year, 5, 14)),
            Step("Gửi tài liệu cho thành viên Hội đồng", date(year, 5, 19), unit="Phòng Thi đua - Khen thưởng"),
            Step("In phiếu bầu", date(year, 5, 22)),
            Step("Họp, bỏ phiếu, kiểm phiếu", date(year, 5, 25), unit="Hội đồng Thi đua - Khen thưởng tỉnh"),
        ),
    )
    letter, phone = UrgingWay.LETTER, UrgingWay.PHONE
    sent, by = date(year, 5, 11), date(year, 5, 18)
    services.urging.log(
        (
            Urging(task_id, "Sở Giáo dục và Đào tạo", sent, letter, letter_number="412/SNV-TĐKT", answer_by=by),
            Urging(task_id, "Công an tỉnh", sent, phone, answered_on=date(year, 5, 13), note="đã gửi bản mềm"),
        )
    )
    services.task_details.add_evidence(
        Evidence(task_id, number="98/GM-HĐTĐKT", issued_on=date(year, 5, 18), title="Giấy mời họp Hội đồng")
    )
