"""Every use case that writes, once, in an order in which each finds what it needs.

Tests that must hold for all operations (journal, sentences, undo, unchanged tables) walk this list; a new method that
writes and is missing here fails ``test_operations``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import openpyxl

from tests.services import steps_councils, steps_evidence, steps_lists, steps_people, steps_reports, steps_submissions
from tests.services.drafts import DRAFT
from thidua_desktop.domain import plan_tree
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.holidays import Commemoration
from thidua_desktop.domain.ids import (
    ChainId,
    CommemorationId,
    EntryId,
    EvidenceId,
    NominationId,
    PlanId,
    PlanLinkId,
    RoundId,
    StepId,
    TaskId,
    UrgingId,
)
from thidua_desktop.domain.nominations import Nomination, NominationState, Round
from thidua_desktop.domain.plan_links import LinkKind, PlanLink
from thidua_desktop.domain.planner import Chain, ChainStep
from thidua_desktop.domain.plans import BY_HAND, Plan, PlanKind, PlanPart, Role
from thidua_desktop.domain.recurrence import Rule
from thidua_desktop.domain.task_details import Evidence, Urging, UrgingWay
from thidua_desktop.domain.task_details import Step as TaskStep
from thidua_desktop.domain.tasks import Recurrence, Task, TaskState
from thidua_desktop.domain.units import Office, Unit
from thidua_desktop.services.container import Services
from thidua_desktop.wording import tracker

Step = Callable[[Services], Changes]

PLAN, TASK, OTHER_TASK = PlanId(1), TaskId(1), TaskId(2)
ROUND, LINE, OTHER_LINE = RoundId(1), NominationId(1), NominationId(2)


def _duty(services: Services) -> Changes:
    duty = next(part for part in services.plans.parts(PLAN) if part.role is Role.RESPONSIBILITY)
    assert duty.id is not None
    return services.plans.task_from_part(duty.id)


def _save_tasks(services: Services) -> Changes:
    tasks = [replace(task, progress=30, note="Đã họp") for task in services.tasks.of_plan(PLAN)]
    return services.tasks.save_many([*tasks, Task(PLAN, "Việc mới", 2024, lead=("Công an tỉnh",))])


def _save_lines(services: Services) -> Changes:
    lines = [replace(line, citation="Có thành tích xuất sắc") for line in services.nominations.of_round(ROUND)]
    return services.nominations.save_many([*lines, _line("Phạm Thị Mai")])


def _line(name: str) -> Nomination:
    return Nomination(ROUND, RecipientKind.PERSON, name, "lao_dong_tien_tien", id_number="001099000001")


def _take_tracker(services: Services) -> Changes:
    file = services.trackers.export(2024, services.path.with_suffix(".xlsx"))
    book = openpyxl.load_workbook(file)
    for row in book[tracker.SHEET].iter_rows():
        if row[tracker.INDEX[tracker.Key.ID]].value == OTHER_TASK:
            row[tracker.INDEX[tracker.Key.NOTE]].value = "Đã gửi văn bản"
    book.save(file)
    return services.trackers.apply(services.trackers.read(file))


def _save_parts(services: Services) -> Changes:
    parts = plan_tree.body(services.plans.parts(PLAN))
    heading = PlanPart(Role.HEADING, "I. Mục đích", BY_HAND, 1, "I.")
    return services.plans.save_parts(PLAN, plan_tree.added(parts, 0, heading))


def _evidence(services: Services) -> Changes:
    file = services.path.with_name("minh-chung.txt")
    file.write_text("Báo cáo", encoding="utf-8")
    return services.task_details.add_evidence(Evidence(TASK, "15/BC-SNV", date(2024, 6, 14)), file)


def _urging(unit: str) -> Urging:
    return Urging(TASK, unit, date(2024, 6, 17), UrgingWay.LETTER, "20/SNV-TĐKT", date(2024, 6, 19))


def _instance(services: Services) -> Task:
    return next(task for task in services.tasks.of_plan(PLAN) if task.period == "2024-Q2")


def _change_series(services: Services) -> Changes:
    task = _instance(services)
    return services.series.change_following(replace(task, text="Báo cáo quý", due=date(2024, 6, 20)))


STEPS: dict[str, Step] = {
    "office.save": lambda s: s.office.save(Office("SỞ NỘI VỤ", "UBND TỈNH", "Hồng Sơn", signer_posts=("GIÁM ĐỐC",))),
    "office.save again": lambda s: s.office.save(Office("SỞ NỘI VỤ", "UBND TỈNH", "Hồng Sơn", code="SNV")),
    "unit.save": lambda s: s.units.save(Unit("Sở Nội vụ", short_name="SNV")),
    "plan.import": lambda s: s.imports.store_plan(DRAFT),
    "plan.create": lambda s: s.plans.create(Plan("Kế hoạch riêng", 2025)),
    "plan.save": lambda s: s.plans.save(replace(s.plans.get(PLAN), number="16/KH-SNV", recipients=("Như trên",))),
    "plan.task_from_part": _duty,
    "task.add": lambda s: s.tasks.add(Task(PLAN, "Tổ chức hội nghị", 2024, month=9, lead=("Sở Y tế",))),
    "task.save": lambda s: s.tasks.save(replace(s.tasks.get(TASK), lead=("Sở Y tế", "Sở Nội vụ"), quarter=3)),
    "task.save_many": _save_tasks,
    "task.move": lambda s: s.tasks.move([TASK, OTHER_TASK], TaskState.DONE),
    "task.move back": lambda s: s.tasks.move([TASK], TaskState.IN_PROGRESS, reason="Chưa có báo cáo"),
    "plan.create_from_nothing": lambda s: s.plans.create_from_nothing(PlanKind.INSPECTION, 2024, ""),
    "plan.save_parts": _save_parts,
    "plan.link": lambda s: s.plan_links.save(PlanLink(PLAN, LinkKind.ANSWERS, number="10/KH-UBND")),
    "plan.unlink": lambda s: s.plan_links.remove(PlanLinkId(1)),
    "plan.approve": lambda s: s.adjustments.approve(PLAN, "16/KH-SNV", date(2024, 1, 10)),
    "task.save changed": lambda s: s.tasks.save(replace(s.tasks.get(TASK), text="Báo cáo sơ kết 6 tháng đầu năm")),
    "plan.explain": lambda s: s.adjustments.explain([TASK], "Theo ý kiến của UBND tỉnh"),
    "plan.approve_adjustment": lambda s: s.adjustments.approve(PLAN, "30/QĐ-SNV", date(2024, 6, 18)),
    "task.not_arisen": lambda s: s.tasks.not_arisen([TASK]),
    "task.confirm": lambda s: s.tasks.confirm([TASK]),
    "task.wait_for": lambda s: s.tasks.wait_for([TASK], ["Sở Y tế", "Công an tỉnh"]),
    "task.save_steps": lambda s: s.task_details.save_steps(TASK, [TaskStep("Dự thảo"), TaskStep("Trình ký")]),
    "task.finish_step": lambda s: s.task_details.finish_step(StepId(1), date(2024, 6, 19)),
    "task.add_evidence": _evidence,
    "task.remove_evidence": lambda s: s.task_details.remove_evidence(EvidenceId(1)),
    "task.plan_backwards": lambda s: s.planner.store(TASK, s.planner.place(date(2024, 7, 12), (ChainStep("In", 2),))),
    "task.not_same": lambda s: s.duplicates.dismiss(TASK, OTHER_TASK),
    "task.same": lambda s: s.duplicates.link(OTHER_TASK, TASK),
    "task.forget_pair": lambda s: s.duplicates.forget(TASK, OTHER_TASK),
    "urging.log": lambda s: s.urging.log([_urging("Sở Y tế"), _urging("Công an tỉnh")]),
    "urging.answer": lambda s: s.urging.answer([UrgingId(1)], date(2024, 6, 20)),
    "urging.save": lambda s: s.urging.save(replace(_urging("Công an tỉnh"), note="Gọi lại", id=UrgingId(2))),
    "urging.remove": lambda s: s.urging.remove(UrgingId(2)),
    "reminder.put_off": lambda s: s.reminders.put_off(s.reminders.due()[0], date(2024, 6, 28)),
    "series.make": lambda s: s.series.make(Task(PLAN, "Báo cáo tháng", 2024), Rule(Recurrence.QUARTERLY, 3, 15), 2024),
    "series.make_report": lambda s: s.series.make_report(PLAN, "year-review", 2024),
    "series.change_following": _change_series,
    "series.stop_after": lambda s: s.series.stop_after(_instance(s).id or TASK),
    "commemoration.save": lambda s: s.commemorations.save(Commemoration(8, 15, 1947, "Ngày thành lập Sở", lunar=True)),
    "commemoration.remove": lambda s: s.commemorations.remove(CommemorationId(1)),
    "chain.save": lambda s: s.planner.save_chain(Chain("Trình UBND tỉnh", (ChainStep("Dự thảo", 3),))),
    "chain.remove": lambda s: s.planner.remove_chain(ChainId(1)),
    "task.delete": lambda s: s.tasks.delete([OTHER_TASK]),
    "task.restore": lambda s: s.tasks.restore([OTHER_TASK]),
    "tracker.import": _take_tracker,
    "plan.delete": lambda s: s.plans.delete(PLAN),
    "plan.restore": lambda s: s.plans.restore(PLAN),
    "round.save": lambda s: s.nominations.save_round(Round("Tổng kết năm 2024", 2024)),
    "nomination.add": lambda s: s.nominations.add(_line("Nguyễn Văn An")),
    "nomination.add other": lambda s: s.nominations.add(_line("Trần Thị Bình")),
    "nomination.save": lambda s: s.nominations.save(replace(s.nominations.get(LINE), position="Chuyên viên")),
    "nomination.save_many": _save_lines,
    "nomination.move": lambda s: s.nominations.move([LINE, OTHER_LINE], NominationState.DOSSIER_COMPLETE),
    "nomination.delete": lambda s: s.nominations.delete([OTHER_LINE]),
    "nomination.restore": lambda s: s.nominations.restore([OTHER_LINE]),
    "round.delete": lambda s: s.nominations.delete_round(ROUND),
    "round.restore": lambda s: s.nominations.restore_round(ROUND),
    **steps_people.STEPS,
    **steps_evidence.STEPS,
    **steps_submissions.STEPS,
    **steps_lists.STEPS,
    **steps_councils.STEPS,
    **steps_reports.STEPS,
    "task.delete two": lambda s: s.tasks.delete([TASK, OTHER_TASK]),
    "trash.restore": lambda s: s.trash.restore(s.trash.all()),
    "plan.roll_over": lambda s: s.plans.roll_over(PLAN, s.plans.rollover(PLAN).lines),
    "year.close": lambda s: s.years.close(2023),
    "year.reopen": lambda s: s.years.reopen(2023, "Bổ sung hồ sơ theo kết luận thanh tra"),
    "undo": lambda s: s.undo.undo(),
    "redo": lambda s: s.undo.redo(),
    "undo.back_to": lambda s: s.undo.back_to(EntryId(20)),
}
"""Operation code (and a word where it comes twice) → the call."""


def code(step: str) -> str:
    """The operation code in the name of a step."""
    return step.split(" ", maxsplit=1)[0]
