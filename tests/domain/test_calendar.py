"""Which tasks stand where in the calendar, and what is said of their time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.calendar import (
    AgendaGroup,
    Count,
    Place,
    TaskFilter,
    TimeLeft,
    agenda,
    count,
    month_board,
    place_of,
    quarter_board,
    time_left,
    with_progress,
    worst,
)
from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.tasks import Standing, Task, TaskState
from thidua_desktop.services.calendar import office_calendar

TODAY = date(2026, 6, 10)  # a Wednesday


@pytest.fixture(scope="module")
def calendar() -> OfficeCalendar:
    return office_calendar()


def task(number: int, **fields: object) -> Task:
    base = Task(plan_id=PlanId(1), text=f"Nhiệm vụ {number}", year=2026, position=number, id=TaskId(number))
    return replace(base, **fields)  # type: ignore[arg-type]


def due(number: int, day: date, **fields: object) -> Task:
    return replace(task(number, **fields).placed(year=day.year, quarter=None, month=None, due=day))


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"quarter": 2, "month": 6, "due": date(2026, 6, 15)}, Place.DAY),
        ({"quarter": 2, "month": 6}, Place.MONTH),
        ({"quarter": 2}, Place.QUARTER),
        ({}, Place.YEAR),
    ],
)
def test_a_task_stands_as_exactly_as_its_plan_says(fields: dict[str, object], place: Place) -> None:
    assert place_of(task(1, **fields)) is place


def test_month_board_has_days_and_lanes() -> None:
    tasks = [
        due(1, date(2026, 6, 15)),
        due(2, date(2026, 6, 15)),
        due(3, date(2026, 7, 3)),  # shown in June's grid: the week of 29/6
        due(4, date(2026, 7, 20)),
        task(5, quarter=2, month=6),
        task(6, quarter=2, month=5),
        task(7, quarter=2),
        task(8, quarter=3),
        task(9),
        task(10, year=2025),
    ]
    board = month_board(tasks, 2026, 6)
    assert {day: [found.position for found in on] for day, on in board.days.items()} == {
        date(2026, 6, 15): [1, 2],
        date(2026, 7, 3): [3],
    }
    assert [found.position for found in board.in_month[6]] == [5]
    assert [found.position for found in board.in_quarter] == [7]
    assert [found.position for found in board.in_year] == [9]
    assert board.on(date(2026, 6, 1)) == ()


def test_quarter_board_has_three_months() -> None:
    board = quarter_board([task(1, quarter=2, month=4), task(2, quarter=2, month=6), task(3, quarter=2)], 2026, 2)
    assert {month: len(found) for month, found in board.in_month.items()} == {4: 1, 5: 0, 6: 1}
    assert len(board.in_quarter) == 1


def test_cancelled_and_carried_over_tasks_are_not_counted() -> None:
    tasks = [
        due(1, date(2026, 6, 1)),
        due(2, date(2026, 6, 1), state=TaskState.DONE, completed_on=date(2026, 6, 3)),
        task(3, state=TaskState.CANCELLED),
        task(4, state=TaskState.CARRIED_OVER),
        task(5),
    ]
    assert count(tasks, TODAY) == Count(total=3, done=1, overdue=1)


def test_the_worst_standing_is_what_asks_for_attention() -> None:
    done = due(1, date(2026, 6, 1), state=TaskState.DONE, completed_on=date(2026, 6, 1))
    soon = due(2, date(2026, 6, 12))
    late = due(3, date(2026, 6, 9))
    assert worst([done, soon, late], TODAY) is Standing.OVERDUE
    assert worst([done, soon], TODAY) is Standing.DUE_SOON
    assert worst([done], TODAY) is Standing.DONE
    assert worst([], TODAY) is None


def test_agenda_puts_first_what_is_late() -> None:
    tasks = [
        task(1),
        due(2, date(2026, 6, 10)),
        due(3, date(2026, 6, 9)),
        due(4, date(2026, 6, 17)),
        due(5, date(2026, 6, 18)),
        due(6, date(2026, 9, 1)),
        due(7, date(2026, 6, 1), state=TaskState.DONE, completed_on=date(2026, 6, 1)),
        task(8, state=TaskState.CANCELLED),
        task(9, quarter=1),
    ]
    found = [(part.group, part.month, [one.position for one in part.tasks]) for part in agenda(tasks, TODAY)]
    assert found == [
        (AgendaGroup.OVERDUE, None, [9, 3]),
        (AgendaGroup.TODAY, None, [2]),
        (AgendaGroup.SOON, None, [4]),
        (AgendaGroup.LATER, 6, [5]),
        (AgendaGroup.LATER, 9, [6]),
        (AgendaGroup.LATER, 12, [1]),
        (AgendaGroup.DONE, None, [7]),
        (AgendaGroup.CLOSED, None, [8]),
    ]


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (due(1, date(2026, 6, 10)), TimeLeft(due_today=True)),
        (due(1, date(2026, 6, 15)), TimeLeft(working_days=3)),
        (due(1, date(2026, 6, 7)), TimeLeft(overdue_days=3, last_working_day=date(2026, 6, 5))),
        (due(1, date(2026, 6, 14)), TimeLeft(working_days=2, last_working_day=date(2026, 6, 12))),
        (task(1, quarter=2), TimeLeft(working_days=14)),
        # The end of a month is not a due day that somebody set: a weekend there is not pointed out.
        (task(1, month=5, quarter=2), TimeLeft(overdue_days=10)),
        (due(1, date(2026, 9, 2)), TimeLeft(working_days=58, last_working_day=date(2026, 8, 28))),
        (task(1, state=TaskState.DONE), None),
        (task(1, state=TaskState.CARRIED_OVER), None),
    ],
)
def test_time_left(calendar: OfficeCalendar, given: Task, left: TimeLeft | None) -> None:
    assert time_left(given, TODAY, calendar) == left


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (TaskFilter(), True),
        (TaskFilter(text="bao cao so ket"), True),
        (TaskFilter(text="SƠ KẾT noi vu"), True),
        (TaskFilter(text="tổng kết"), False),
        (TaskFilter(unit="Sở Nội vụ"), True),
        (TaskFilter(unit="Sở Tài chính"), True),
        (TaskFilter(unit="Sở Y tế"), False),
        (TaskFilter(plan_id=PlanId(1)), True),
        (TaskFilter(plan_id=PlanId(2)), False),
        (TaskFilter(standing=Standing.DUE_SOON), True),
        (TaskFilter(standing=Standing.NOT_STARTED), False),
    ],
)
def test_filter(wanted: TaskFilter, shown: bool) -> None:
    given = due(1, date(2026, 6, 15), text="Báo cáo sơ kết", lead=("Sở Nội vụ",), coordinate=("Sở Tài chính",))
    assert wanted.lets(given, TODAY) is shown


def test_progress_starts_a_task_but_does_not_finish_it() -> None:
    started = with_progress(task(1), 40, today=TODAY)
    assert (started.state, started.progress) == (TaskState.IN_PROGRESS, 40)
    full = with_progress(started, 100, today=TODAY)
    assert (full.state, full.progress) == (TaskState.IN_PROGRESS, 99)
    assert with_progress(task(1), 0, today=TODAY).state is TaskState.NOT_STARTED
