"""Plans: lists, editing, trash, duties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.drafts import DRAFT
from thidua_desktop.domain.ids import PlanId, PlanPartId, TaskId
from thidua_desktop.domain.plans import Plan, PlanTitleMissing, PlanYearOutOfRange, Role
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.services.plans import PartIsTask
from thidua_desktop.services.tasks import PlanInTrash
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.wording import messages


@pytest.fixture
def plan_id(services: Services) -> PlanId:
    return PlanId(services.imports.store_plan(DRAFT).created[0])


def test_a_row_counts_tasks_done_and_overdue_as_of_today(services: Services, plan_id: PlanId) -> None:
    (row,) = services.plans.of_year(2024)
    assert row.plan == services.plans.get(plan_id)
    assert (row.tasks, row.done, row.overdue) == (3, 0, 1)  # due on 15/06, today is 20/06
    services.tasks.move([TaskId(1)], TaskState.DONE)
    services.tasks.move([TaskId(2)], TaskState.CANCELLED, reason="Không tổ chức")
    (row,) = services.plans.of_year(2024)
    assert (row.tasks, row.done, row.overdue) == (3, 1, 0)


def test_a_plan_without_tasks_counts_none(services: Services) -> None:
    services.plans.create(Plan("Kế hoạch", 2024))
    (row,) = services.plans.of_year(2024)
    assert (row.tasks, row.done, row.overdue) == (0, 0, 0)


def test_plans_are_in_the_order_of_their_days(services: Services) -> None:
    for title, day in (("b", None), ("c", date(2024, 3, 1)), ("a", date(2024, 1, 1))):
        services.plans.create(Plan(title, 2024, issued_on=day))
    assert [row.plan.title for row in services.plans.of_year(2024)] == ["a", "c", "b"]


def test_years_are_those_of_plans_tasks_and_rounds(services: Services, plan_id: PlanId) -> None:
    assert services.plans.years() == (2025, 2024)  # the plan of 2024 has a task in May 2025
    services.plans.delete(plan_id)
    assert services.plans.years() == ()


def test_saving_keeps_the_number(services: Services, plan_id: PlanId) -> None:
    services.plans.save(replace(services.plans.get(plan_id), number="16/KH-SNV"))
    assert services.plans.get(plan_id).number == "16/KH-SNV"
    assert len(services.plans.of_year(2024)) == 1


@pytest.mark.parametrize(
    ("change", "trouble"),
    [({"title": " \n"}, PlanTitleMissing), ({"year": 24}, PlanYearOutOfRange), ({"year": 20244}, PlanYearOutOfRange)],
)
def test_a_plan_that_cannot_be_kept(
    services: Services, plan_id: PlanId, change: dict[str, object], trouble: type[Exception]
) -> None:
    with pytest.raises(trouble):
        services.plans.create(replace(Plan("Kế hoạch", 2024), **change))
    with pytest.raises(trouble):
        services.plans.save(replace(services.plans.get(plan_id), **change))


def test_a_year_in_a_sentence_is_written_without_a_dot(services: Services) -> None:
    with pytest.raises(PlanYearOutOfRange) as caught:
        services.plans.create(Plan("Kế hoạch", 20244))
    assert "20244" in messages.error(caught.value)


def test_the_trash_takes_the_tasks_along_and_gives_them_back(services: Services, plan_id: PlanId) -> None:
    services.tasks.delete([TaskId(3)])
    services.plans.delete(plan_id)
    assert services.plans.of_year(2024) == ()
    assert services.tasks.of_plan(plan_id) == services.tasks.of_year(2024) == ()
    assert [plan.id for plan in services.plans.trash()] == [plan_id]
    with pytest.raises(RecordMissing):
        services.plans.get(plan_id)
    services.plans.restore(plan_id)
    assert [task.id for task in services.tasks.of_plan(plan_id)] == [1, 2]  # 3 had been thrown away before
    assert [task.id for task in services.tasks.trash(plan_id)] == [3]


def test_a_task_cannot_leave_the_trash_before_its_plan(services: Services, plan_id: PlanId) -> None:
    services.plans.delete(plan_id)
    with pytest.raises(PlanInTrash) as caught:
        services.tasks.restore([TaskId(1)])
    assert "Kế hoạch thi đua năm 2024" in messages.error(caught.value)
    with pytest.raises(RecordMissing):
        services.tasks.add(Task(plan_id, "x", 2024))


def test_restoring_what_is_not_in_the_trash(services: Services, plan_id: PlanId) -> None:
    with pytest.raises(RecordMissing):
        services.plans.restore(plan_id)
    with pytest.raises(RecordMissing):
        services.plans.restore(PlanId(99))
    with pytest.raises(RecordMissing) as caught:
        services.plans.delete(PlanId(99))
    assert messages.error(caught.value).startswith("Kế hoạch này")


def test_a_duty_becomes_a_task_once(services: Services, plan_id: PlanId) -> None:
    duty = next(part for part in services.plans.parts(plan_id) if part.role is Role.RESPONSIBILITY)
    assert duty.id is not None
    created = services.plans.task_from_part(duty.id).created
    task = services.tasks.get(TaskId(created[0]))
    assert task.text == "Sở Tài chính bố trí kinh phí hằng năm"
    assert (task.position, task.lead, task.coordinate) == (4, ("Sở Tài chính",), ("Kho bạc",))
    with pytest.raises(PartIsTask):
        services.plans.task_from_part(duty.id)
    with pytest.raises(RecordMissing):
        services.plans.task_from_part(PlanPartId(99))
    assert len(services.tasks.of_plan(plan_id)) == 4
