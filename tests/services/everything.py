"""Every use case that writes, once, in an order in which each finds what it needs.

Tests that must hold for all operations (journal, sentences, undo, unchanged tables) walk this list; a new method that
writes and is missing here fails ``test_operations``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import openpyxl

from tests.services.drafts import DRAFT
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import EntryId, NominationId, PlanId, RoundId, TaskId
from thidua_desktop.domain.nominations import Nomination, NominationState, Round
from thidua_desktop.domain.plans import Plan, Role
from thidua_desktop.domain.tasks import Task, TaskState
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
