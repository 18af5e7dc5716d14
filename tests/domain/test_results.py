"""Đạt, chậm, chưa: computed from deadline and day of completion."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.results import Result, by_lead, days_late, result_of, tally, work_of_units
from thidua_desktop.domain.tasks import Task, TaskState

TODAY = date(2026, 6, 20)
TASK = Task(PlanId(1), "Báo cáo sơ kết", 2026, quarter=2, month=6, due=date(2026, 6, 15))


@pytest.mark.parametrize(
    ("changes", "result", "late"),
    [
        ({"state": TaskState.DONE, "completed_on": date(2026, 6, 15)}, Result.IN_TIME, 0),
        ({"state": TaskState.DONE, "completed_on": date(2026, 6, 18)}, Result.LATE, 3),
        ({"state": TaskState.DONE}, Result.IN_TIME, 0),
        ({}, Result.MISSED, 5),
        ({"state": TaskState.WAITING}, Result.MISSED, 5),
        ({"due": None}, Result.RUNNING, 0),
        ({"due": date(2026, 6, 20)}, Result.RUNNING, 0),
        ({"state": TaskState.CANCELLED}, Result.DROPPED, 0),
        ({"state": TaskState.CARRIED_OVER}, Result.DROPPED, 0),
    ],
)
def test_results(changes: dict[str, object], result: Result, late: int) -> None:
    task = replace(TASK, **changes)  # type: ignore[arg-type]
    assert result_of(task, TODAY) is result
    assert days_late(task, TODAY) == late


def test_dropped_work_counts_nowhere_and_running_work_has_no_rate() -> None:
    states = (TaskState.DONE, TaskState.CANCELLED, TaskState.CARRIED_OVER, TaskState.NOT_STARTED)
    tasks = [replace(TASK, state=state, due=None) for state in states]
    found = tally(tasks, TODAY)
    assert (found.total, found.due, found.of(Result.IN_TIME), found.of(Result.DROPPED)) == (2, 1, 1, 2)


def test_tasks_stand_with_each_unit_that_leads_them() -> None:
    first = replace(TASK, lead=("Sở Nội vụ", "Sở Y tế"))
    second = replace(TASK, text="b", lead=("SỞ NỘI VỤ",))
    nobody = replace(TASK, text="c")
    assert by_lead([first, second, nobody]) == (
        ("Sở Nội vụ", (first, second)),
        ("Sở Y tế", (first,)),
        (None, (nobody,)),
    )


def test_what_a_unit_leads_coordinates_and_owes() -> None:
    late = replace(TASK, lead=("Sở Nội vụ",), coordinate=("Sở Y tế",))
    waiting = replace(TASK, text="b", due=None, state=TaskState.WAITING, lead=("UBND tỉnh",), waiting_for=("Sở Y tế",))
    work = {each.unit: each for each in work_of_units([late, waiting], TODAY)}
    assert list(work) == ["Sở Nội vụ", "Sở Y tế", "UBND tỉnh"]
    assert (work["Sở Nội vụ"].leads, work["Sở Nội vụ"].owes) == ((late,), (late,))
    assert (work["Sở Y tế"].leads, work["Sở Y tế"].coordinates, work["Sở Y tế"].owes) == ((), (late,), (waiting,))
    assert work["UBND tỉnh"].owes == ()
