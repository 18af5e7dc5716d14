"""Tasks: adding, editing, states, trash."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.conftest import TODAY
from tests.services.drafts import DRAFT
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.tasks import (
    ProgressOutOfRange,
    ReasonMissing,
    Task,
    TaskState,
    TaskTextMissing,
    TaskYearOutOfRange,
)
from thidua_desktop.services.container import Services
from thidua_desktop.storage.errors import RecordMissing

PLAN = PlanId(1)


@pytest.fixture(autouse=True)
def plan(services: Services) -> None:
    services.imports.store_plan(DRAFT)


def test_a_new_task_stands_at_the_end_of_its_plan(services: Services) -> None:
    services.tasks.delete([TaskId(3)])
    (task_id,) = services.tasks.add(Task(PLAN, "Việc mới", 2024)).created
    assert services.tasks.get(TaskId(task_id)).position == 4


def test_a_new_task_keeps_the_place_it_was_given(services: Services) -> None:
    (task_id,) = services.tasks.add(Task(PLAN, "Việc mới", 2024, position=2)).created
    assert [task.id for task in services.tasks.of_plan(PLAN)] == [1, 2, task_id, 3]


def test_the_tasks_of_a_year_come_by_deadline_with_their_plan(services: Services) -> None:
    rows = services.tasks.of_year(2024)
    assert [row.task.id for row in rows] == [1, 3]
    assert {(row.plan_title, row.plan_number) for row in rows} == {("Kế hoạch thi đua năm 2024", "15/KH-SNV")}
    assert [row.task.due for row in services.tasks.of_year(2025)] == [date(2025, 5, 20)]


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ({"text": "  "}, TaskTextMissing),
        ({"progress": 101}, ProgressOutOfRange),
        ({"progress": -1}, ProgressOutOfRange),
        ({"year": 202}, TaskYearOutOfRange),
    ],
)
def test_a_task_that_cannot_be_kept(services: Services, change: dict[str, object], trouble: type[AppError]) -> None:
    before = services.tasks.of_plan(PLAN)
    bad = replace(before[0], **change)
    for attempt in (services.tasks.save, services.tasks.add, lambda task: services.tasks.save_many([before[1], task])):
        with pytest.raises(trouble):
            attempt(bad)
    assert services.tasks.of_plan(PLAN) == before


def test_many_are_saved_together_or_not_at_all(services: Services) -> None:
    tasks = services.tasks.of_plan(PLAN)
    changed = [replace(task, note="x") for task in tasks]
    with pytest.raises(RecordMissing):
        services.tasks.save_many([*changed, replace(tasks[0], id=TaskId(99))])
    assert services.tasks.of_plan(PLAN) == tasks
    services.tasks.save_many(changed)
    assert [task.note for task in services.tasks.of_plan(PLAN)] == ["x", "x", "x"]
    assert [entry.operation for entry in services.history.recent(1)] == ["task.save_many"]


def test_done_is_done_today_or_on_the_day_given(services: Services) -> None:
    services.tasks.move([TaskId(1)], TaskState.DONE)
    services.tasks.move([TaskId(2)], TaskState.DONE, on=date(2024, 6, 1))
    assert services.tasks.get(TaskId(1)).completed_on == TODAY
    assert services.tasks.get(TaskId(2)).completed_on == date(2024, 6, 1)
    assert services.tasks.get(TaskId(1)).progress == 100


def test_a_move_without_its_reason_moves_none(services: Services) -> None:
    services.tasks.move([TaskId(2)], TaskState.DONE)
    with pytest.raises(ReasonMissing):
        services.tasks.move([TaskId(1), TaskId(2)], TaskState.IN_PROGRESS)
    assert services.tasks.get(TaskId(1)).state is TaskState.NOT_STARTED
    services.tasks.move([TaskId(1), TaskId(2)], TaskState.IN_PROGRESS, reason="Làm lại")
    assert services.tasks.get(TaskId(2)).state is TaskState.IN_PROGRESS


def test_the_trash_hides_and_gives_back(services: Services) -> None:
    before = services.tasks.of_plan(PLAN)
    services.tasks.delete([TaskId(1), TaskId(2)])
    assert [task.id for task in services.tasks.of_plan(PLAN)] == [3]
    assert [row.task.id for row in services.tasks.of_year(2024)] == [3]
    services.tasks.restore([TaskId(2), TaskId(1)])
    assert services.tasks.of_plan(PLAN) == before


def test_deleting_what_is_not_there_deletes_nothing(services: Services) -> None:
    with pytest.raises(RecordMissing):
        services.tasks.delete([TaskId(1), TaskId(99)])
    assert len(services.tasks.of_plan(PLAN)) == 3
    with pytest.raises(RecordMissing):
        services.tasks.restore([TaskId(1)])
