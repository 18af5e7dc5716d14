"""What to remind of on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.ids import PlanId, SeriesId, StepId, TaskId, UrgingId
from thidua_desktop.domain.reminders import Reminder, ReminderKind, reminders
from thidua_desktop.domain.task_details import Step, TaskDetails, Urging, UrgingWay
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.services.calendar import office_calendar

TODAY = date(2026, 6, 10)  # a Wednesday
TASK = Task(PlanId(1), "Báo cáo sơ kết", 2026, due=date(2026, 6, 15), month=6, quarter=2, id=TaskId(1))
K = ReminderKind


def of(
    *tasks: Task, details: TaskDetails | None = None, put_off: dict[str, date] | None = None, within: int = 5
) -> list[Reminder]:
    kept = {TaskId(1): details} if details else {}
    found = reminders(tasks, kept, put_off=put_off or {}, calendar=office_calendar(), today=TODAY, within=within)
    return list(found)


def told(found: list[Reminder]) -> list[tuple[ReminderKind, int]]:
    return [(each.kind, each.working_days) for each in found]


@pytest.mark.parametrize(
    ("due", "kind", "left"),
    [
        (date(2026, 6, 10), K.DUE, 0),
        (date(2026, 6, 15), K.DUE, 3),
        (date(2026, 6, 17), K.DUE, 5),
        (date(2026, 6, 21), None, 0),  # a Sunday, seven working days away
        (date(2026, 6, 9), K.OVERDUE, -1),
        (date(2026, 6, 5), K.OVERDUE, -3),
    ],
)
def test_tasks_with_a_day(due: date, kind: ReminderKind | None, left: int) -> None:
    assert told(of(replace(TASK, due=due))) == ([(kind, left)] if kind else [])


@pytest.mark.parametrize("state", [TaskState.DONE, TaskState.CANCELLED, TaskState.CARRIED_OVER])
def test_what_is_finished_or_closed_is_quiet(state: TaskState) -> None:
    step = Step("Trình ký", due=date(2026, 6, 1), id=StepId(1))
    assert of(replace(TASK, state=state), details=TaskDetails(steps=(step,))) == []


def test_work_of_a_month_or_quarter_is_told_when_that_is_over() -> None:
    assert of(Task(PlanId(1), "x", 2026, quarter=2, id=TaskId(1))) == []
    assert told(of(Task(PlanId(1), "x", 2026, month=5, id=TaskId(1)))) == [(K.OVERDUE, -8)]


def test_recurring_reports_have_their_own_kind() -> None:
    assert told(of(replace(TASK, series_id=SeriesId(1)))) == [(K.REPORT, 3)]


def test_steps() -> None:
    steps = (
        Step("Xong", due=date(2026, 6, 1), done_on=date(2026, 6, 1), id=StepId(1)),
        Step("Trễ", due=date(2026, 6, 8), unit="Văn phòng", id=StepId(2)),
        Step("Sắp", due=date(2026, 6, 12), id=StepId(3)),
        Step("Còn lâu", due=date(2026, 7, 12), id=StepId(4)),
        Step("Không hạn", id=StepId(5)),
    )
    found = of(replace(TASK, due=None, month=9, quarter=3), details=TaskDetails(steps=steps))
    assert [(each.kind, each.text, each.unit, each.key) for each in found] == [
        (K.STEP_OVERDUE, "Trễ", "Văn phòng", "step:2"),
        (K.STEP_DUE, "Sắp", None, "step:3"),
    ]


def urging(number: int, **fields: object) -> Urging:
    made = Urging(TaskId(1), f"Đơn vị {number}", date(2026, 6, 1), UrgingWay.LETTER, id=UrgingId(number))
    return replace(made, **fields)  # type: ignore[arg-type]


def test_answers_that_are_waited_for() -> None:
    urgings = (
        urging(1, answer_by=date(2026, 6, 8)),
        urging(2, answer_by=date(2026, 6, 8), answered_on=date(2026, 6, 5)),
        urging(3, answer_by=date(2026, 6, 12)),
        urging(4),  # five working days have gone by
        urging(5, urged_on=date(2026, 6, 9)),
    )
    found = of(replace(TASK, due=None, month=9, quarter=3), details=TaskDetails(urgings=urgings))
    assert [(each.kind, each.unit, each.day) for each in found] == [
        (K.ANSWER, "Đơn vị 1", date(2026, 6, 8)),
        (K.ANSWER, "Đơn vị 4", date(2026, 6, 8)),
    ]


def test_what_was_put_off_comes_again_on_its_day() -> None:
    assert of(TASK, put_off={"task:1": date(2026, 6, 11)}) == []
    assert len(of(TASK, put_off={"task:1": date(2026, 6, 10)})) == 1
    assert len(of(TASK, put_off={"task:2": date(2026, 6, 20)})) == 1


def test_the_most_urgent_comes_first() -> None:
    days = [date(2026, 6, 12), date(2026, 6, 2), date(2026, 6, 10), date(2026, 6, 9)]
    found = of(*(replace(TASK, id=TaskId(at), due=day) for at, day in enumerate(days, start=1)))
    assert [each.working_days for each in found] == [-6, -1, 0, 2]
