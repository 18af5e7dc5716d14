"""A plan rolled over: what is proposed, and what becomes of what the clerk decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.ids import PlanId, PlanPartId, TaskId
from thidua_desktop.domain.plans import Plan, PlanPart, PlanState, Role
from thidua_desktop.domain.rollover_plans import (
    Decision,
    Origin,
    RolledLine,
    Rollover,
    new_parts,
    new_plan,
    new_tasks,
    rollover,
)
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.services.legal import legal_register

REGISTER = legal_register()
PLAN = Plan(
    "Kế hoạch thi đua năm 2024",
    2024,
    number="11/KH-UBND",
    issued_on=date(2024, 1, 11),
    issuer="UBND huyện",
    legal_bases=("Căn cứ Luật Thi đua, khen thưởng ngày 26/11/2003;", "Căn cứ Nghị quyết số 22/NQ-HĐND năm 2024."),
    state=PlanState.APPROVED,
    source_sha256="ab" * 32,
    id=PlanId(7),
)
TASKS = (
    Task(
        PlanId(7),
        "Sơ kết 6 tháng đầu năm 2024",
        2024,
        quarter=2,
        month=6,
        due=date(2024, 6, 15),
        starts=date(2024, 2, 29),
        lead=("Phòng Nội vụ",),
        product="Báo cáo năm 2024",
        remark="trước ngày 15/6/2024",
        state=TaskState.DONE,
        progress=100,
        completed_on=date(2024, 6, 14),
        evidence="12/BC-UBND",
        delay_reason="Chờ số liệu",
        note="Đã gửi",
        position=1,
        source=Source(4),
        id=TaskId(1),
    ),
    Task(PlanId(7), "Tuyên truyền", 2024, position=2, source=Source(5), id=TaskId(2)),
)
PARTS = (
    PlanPart(Role.NUMBER, "Số: 11 /KH-UBND", Source(0), id=PlanPartId(1)),
    PlanPart(Role.PLACE_AND_DAY, "Phường 2, ngày 11 tháng 01 năm 2024", Source(1), id=PlanPartId(2)),
    PlanPart(Role.TITLE, "Kế hoạch thi đua năm 2024", Source(2), id=PlanPartId(3)),
    PlanPart(Role.LEGAL_BASIS, "Căn cứ Nghị quyết số 22/NQ-HĐND năm 2024.", Source(3), id=PlanPartId(4)),
    PlanPart(Role.TASK, "- Sơ kết 6 tháng đầu năm 2024", Source(4), id=PlanPartId(5)),
    PlanPart(Role.TASK, "Tuyên truyền", Source(5), id=PlanPartId(6)),
    PlanPart(Role.PURPOSE, "Giai đoạn 2020 - 2024", Source(6), id=PlanPartId(7)),
    PlanPart(Role.CLOSING, "Trên đây là Kế hoạch năm 2024.", Source(7), id=PlanPartId(8)),
    PlanPart(Role.PURPOSE, "Nâng cao chất lượng", Source(8), id=PlanPartId(9)),
    PlanPart(Role.RECIPIENT, "Lưu: VT (2024)", Source(9), id=PlanPartId(10)),
)


@pytest.fixture
def proposed() -> Rollover:
    return rollover(PLAN, TASKS, PARTS, register=REGISTER)


def decided(rolled: Rollover, origin: Origin, ref: int, decision: Decision) -> Rollover:
    lines = [
        replace(line, decision=decision) if (line.origin, line.ref) == (origin, ref) else line for line in rolled.lines
    ]
    return replace(rolled, lines=tuple(lines))


def line(rolled: Rollover, origin: Origin, ref: int) -> RolledLine:
    return next(found for found in rolled.lines if (found.origin, found.ref) == (origin, ref))


def test_the_lines_are_title_bases_tasks_and_what_else_moves(proposed: Rollover) -> None:
    assert proposed.to_year == 2025
    assert [(found.origin, found.ref) for found in proposed.lines] == [
        (Origin.TITLE, 0),
        (Origin.BASIS, 0),
        (Origin.BASIS, 1),
        (Origin.TASK, 1),
        (Origin.TASK, 2),
        (Origin.PART, 7),
        (Origin.PART, 8),
    ]
    assert [found.flagged for found in proposed.lines] == [False, True, True, False, False, True, False]
    assert line(proposed, Origin.TASK, 1).quarter == 2


def test_the_new_plan_is_a_draft_without_number_and_day(proposed: Rollover) -> None:
    made = new_plan(proposed)
    assert (made.title, made.year, made.state) == ("Kế hoạch thi đua năm 2025", 2025, PlanState.DRAFT)
    assert (made.id, made.number, made.issued_on, made.source_sha256) == (None, None, None, "")
    assert made.issuer == "UBND huyện"
    assert made.legal_bases == (PLAN.legal_bases[0], "Căn cứ Nghị quyết số …/NQ-HĐND năm 2025.")


def test_a_task_begins_anew_at_the_same_time_of_the_year(proposed: Rollover) -> None:
    made = new_tasks(proposed, TASKS, PlanId(9), register=REGISTER)
    assert made[0] == Task(
        PlanId(9),
        "Sơ kết 6 tháng đầu năm 2025",
        2025,
        quarter=2,
        month=6,
        due=date(2025, 6, 15),
        starts=date(2025, 2, 28),
        lead=("Phòng Nội vụ",),
        product="Báo cáo năm 2025",
        remark="trước ngày 15/6/2025",
        position=1,
        source=Source(4),
    )
    assert (made[1].text, made[1].year, made[1].position) == ("Tuyên truyền", 2025, 2)


def test_what_is_left_out_is_not_in_the_new_plan(proposed: Rollover) -> None:
    less = decided(proposed, Origin.TASK, 1, Decision.LEAVE_OUT)
    less = decided(less, Origin.BASIS, 0, Decision.LEAVE_OUT)
    less = decided(less, Origin.PART, 7, Decision.LEAVE_OUT)
    (task,) = new_tasks(less, TASKS, PlanId(9), register=REGISTER)
    assert (task.text, task.position) == ("Tuyên truyền", 1)
    assert new_plan(less).legal_bases == ("Căn cứ Nghị quyết số …/NQ-HĐND năm 2025.",)
    texts = [part.text for part in new_parts(less, PARTS, TASKS, register=REGISTER)]
    assert not any("Sơ kết" in text or "Giai đoạn" in text for text in texts)
    assert "Tuyên truyền" in texts


def test_old_words_can_be_kept_and_new_ones_written(proposed: Rollover) -> None:
    kept = decided(proposed, Origin.TITLE, 0, Decision.OLD)
    assert new_plan(kept).title == PLAN.title
    assert "Kế hoạch thi đua năm 2024" in [part.text for part in new_parts(kept, PARTS, TASKS, register=REGISTER)]
    written = line(proposed, Origin.TASK, 2).rewritten_as("Tuyên truyền gương điển hình")
    assert (written.decision, written.text, written.rewritten) == (Decision.NEW, "Tuyên truyền gương điển hình", True)
    assert written.rewritten_as(written.new) is written


def test_the_text_of_the_document_goes_along(proposed: Rollover) -> None:
    made = new_parts(proposed, PARTS, TASKS, register=REGISTER)
    assert [part.id for part in made] == [part.id for part in PARTS if part.id in {each.id for each in made}]
    assert [part.text for part in made] == [
        "Số: … /KH-UBND",
        "Phường 2, ngày … tháng … năm …",
        "Kế hoạch thi đua năm 2025",
        "Căn cứ Nghị quyết số …/NQ-HĐND năm 2025.",
        "- Sơ kết 6 tháng đầu năm 2025",
        "Tuyên truyền",
        "Giai đoạn 2020 - 2024",
        "Trên đây là Kế hoạch năm 2025.",
        "Nâng cao chất lượng",
        "Lưu: VT (2024)",
    ]
