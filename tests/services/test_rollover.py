"""Rolling a kept plan over to next year, on a real office file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.drafts import DRAFT
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.plans import PlanState, PlanTitleMissing, Role
from thidua_desktop.domain.rollover_plans import Decision, Origin
from thidua_desktop.domain.tasks import TaskState, TaskTextMissing
from thidua_desktop.services import demo
from thidua_desktop.services.container import Services
from thidua_desktop.services.years import YearClosed
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.wording import messages


@pytest.fixture
def plan_id(services: Services) -> PlanId:
    return PlanId(services.imports.store_plan(DRAFT).created[0])


def test_one_operation_makes_the_plan_its_text_and_its_tasks(services: Services, plan_id: PlanId) -> None:
    services.tasks.move([TaskId(1)], TaskState.DONE)
    before = services.plans.get(plan_id), services.tasks.of_plan(plan_id), services.plans.parts(plan_id)
    changes = services.plans.roll_over(plan_id, services.plans.rollover(plan_id).lines)
    new_id = PlanId(changes.created[0])
    plan, tasks = services.plans.get(new_id), services.tasks.of_plan(new_id)
    assert (plan.title, plan.year, plan.number, plan.issued_on) == ("Kế hoạch thi đua năm 2025", 2025, None, None)
    assert (plan.state, plan.signer, plan.recipients) == (PlanState.DRAFT, DRAFT.signer, DRAFT.recipients)
    assert tuple(task.id for task in tasks) == changes.created[1:]
    assert [(task.text, task.year, task.quarter, task.due) for task in tasks] == [
        ("Báo cáo sơ kết 6 tháng", 2025, 2, date(2025, 6, 15)),
        ("Bình xét cuối năm học", 2026, 2, date(2026, 5, 20)),
        ("Tuyên truyền gương điển hình", 2025, None, None),
    ]
    assert {task.state for task in tasks} == {TaskState.NOT_STARTED}
    assert tasks[0].lead == ("Sở Nội vụ",)
    assert [part.role for part in services.plans.parts(new_id)] == [part.role for part in before[2]]
    assert before == (services.plans.get(plan_id), services.tasks.of_plan(plan_id), services.plans.parts(plan_id))
    entry = services.history.recent(1)[0]
    assert messages.operation(entry.operation, entry.params) == (
        "lập kế hoạch năm 2025 “Kế hoạch thi đua năm 2025” từ kế hoạch năm trước (3 nhiệm vụ)"
    )


def test_it_is_taken_back_in_one_step(services: Services, plan_id: PlanId) -> None:
    services.plans.roll_over(plan_id, services.plans.rollover(plan_id).lines)
    services.undo.undo()
    assert services.plans.of_year(2025) == ()
    assert len(services.tasks.of_plan(plan_id)) == 3


def test_a_line_left_out_does_not_come_along(services: Services, plan_id: PlanId) -> None:
    lines = [
        replace(line, decision=Decision.LEAVE_OUT) if line.origin is Origin.TASK and line.ref == TaskId(2) else line
        for line in services.plans.rollover(plan_id).lines
    ]
    new_id = PlanId(services.plans.roll_over(plan_id, lines).created[0])
    assert [task.position for task in services.tasks.of_plan(new_id)] == [1, 2]
    assert "Bình xét cuối năm học" not in [task.text for task in services.tasks.of_plan(new_id)]


@pytest.mark.parametrize(("origin", "trouble"), [(Origin.TITLE, PlanTitleMissing), (Origin.TASK, TaskTextMissing)])
def test_what_cannot_be_kept_leaves_everything_as_it_was(
    services: Services, plan_id: PlanId, origin: Origin, trouble: type[Exception]
) -> None:
    lines = [
        replace(line, new=" ") if line.origin is origin else line for line in services.plans.rollover(plan_id).lines
    ]
    with pytest.raises(trouble):
        services.plans.roll_over(plan_id, lines)
    assert services.plans.of_year(2025) == ()


def test_a_closed_year_takes_no_new_plan(services: Services, plan_id: PlanId) -> None:
    lines = services.plans.rollover(plan_id, to_year=2027).lines
    services.years.close(2027)
    with pytest.raises(YearClosed):
        services.plans.roll_over(plan_id, lines, to_year=2027)
    with pytest.raises(YearClosed):
        services.plans.rollover(plan_id, to_year=2027)
    assert services.plans.of_year(2027) == ()


def test_a_plan_that_is_gone_is_not_rolled_over(services: Services, plan_id: PlanId) -> None:
    services.plans.delete(plan_id)
    with pytest.raises(RecordMissing):
        services.plans.rollover(plan_id)


def test_the_sample_office_rolls_over_with_no_year_left_behind(services: Services) -> None:
    draft = services.imports.read_plan_text(demo.plan_text(2024))
    plan_id = PlanId(services.imports.store_plan(draft).created[0])
    new_id = PlanId(services.plans.roll_over(plan_id, services.plans.rollover(plan_id).lines).created[0])
    texts = [task.text for task in services.tasks.of_plan(new_id)]
    assert len(texts) == 27
    assert not any("năm 2023" in text for text in texts)
    duty = next(part for part in services.plans.parts(new_id) if part.role is Role.RESPONSIBILITY)
    assert duty.id is not None
    services.plans.task_from_part(duty.id)
    assert len(services.tasks.of_plan(new_id)) == 28
