"""Pages for the wall: a month or a quarter with what is due, lunar dates, days off and boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from thidua_desktop.domain import calendar as boards
from thidua_desktop.domain import periods
from thidua_desktop.domain.holidays import OfficeCalendar, lunar_day
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.model import (
    A3_LANDSCAPE,
    A4_WALL,
    Block,
    Heading,
    HeadingLine,
    PageFormat,
    Paper,
    Report,
    Style,
)
from thidua_desktop.reports.wall import Day, Entry, Lane, Month, Wall
from thidua_desktop.wording import calendar as days
from thidua_desktop.wording import labels, papers

_PAGES: Mapping[Paper, PageFormat] = {Paper.A3: A3_LANDSCAPE, Paper.A4: A4_WALL}
_GONE = (TaskState.CANCELLED, TaskState.CARRIED_OVER)


def month_page(
    office: Office, year: int, month: int, tasks: Sequence[Task], calendar: OfficeCalendar, *, paper: Paper
) -> Report:
    """A month for the wall; tasks without a day stand below it, as do texts that did not fit into their day.

    Cancelled tasks and those carried over are left out: they are no work of this time any more.
    """
    title = papers.wall_title(office.name, f"THÁNG {month} NĂM {year}")
    blocks = tuple(_month(year, month, tasks, calendar, title, with_quarter=True))
    return Report(title, blocks, _PAGES[paper])


def quarter_page(
    office: Office, year: int, quarter: int, tasks: Sequence[Task], calendar: OfficeCalendar, *, paper: Paper
) -> Report:
    """A quarter for the wall: on A3 its three months side by side, on A4 a page for each month."""
    when = papers.quarter_of_year(quarter, year)
    months = periods.months_of(quarter)
    if paper is Paper.A4:
        blocks: list[Block] = []
        for month in months:
            name = papers.wall_title(office.name, f"THÁNG {month} NĂM {year}")
            blocks.extend(_month(year, month, tasks, calendar, name, with_quarter=month == months[-1]))
        return Report(papers.wall_title(office.name, when), tuple(blocks), _PAGES[paper])
    board = boards.quarter_board(_wanted(tasks), year, quarter)
    numbers = _numbers(board, months)
    shown = tuple(_days(year, month, board, calendar, numbers) for month in months)
    lanes = [_lane(papers.in_month(month, year), board.in_month[month], numbers) for month in months]
    lanes.extend(_lasting(board, quarter, year, numbers))
    title = papers.wall_title(office.name, when)
    return Report(title, (_heading(title), _wall(shown, lanes)), _PAGES[paper])


def _month(
    year: int, month: int, tasks: Sequence[Task], calendar: OfficeCalendar, title: str, *, with_quarter: bool
) -> Iterator[Block]:
    board = boards.month_board(_wanted(tasks), year, month)
    numbers = _numbers(board, (month,))
    lanes = [_lane(papers.in_month(month, year), board.in_month[month], numbers)]
    if with_quarter:
        lanes.extend(_lasting(board, periods.quarter_of_month(month), year, numbers))
    yield _heading(title)
    yield _wall((_days(year, month, board, calendar, numbers),), lanes)


def _heading(title: str) -> Heading:
    return Heading((HeadingLine(title, Style.BOLD),), rule=False, new_page=True)


def _wall(months: tuple[Month, ...], lanes: Sequence[Lane]) -> Wall:
    filled = tuple(lane for lane in lanes if lane.entries)
    return Wall(months, filled, rest=papers.WALL_REST, more=papers.WALL_MORE)


def _wanted(tasks: Sequence[Task]) -> list[Task]:
    return [task for task in tasks if task.state not in _GONE]


def _numbers(board: boards.Board, months: Sequence[int]) -> Mapping[int, int]:
    """A number for each task in the order of the page, by its place in memory: a task may have no identifier yet."""
    dated = [task for day in sorted(board.days) for task in board.days[day]]
    open_month = [task for month in months for task in board.in_month[month]]
    ordered = [*dated, *open_month, *board.in_quarter, *board.in_year]
    return {id(task): number for number, task in enumerate(ordered, start=1)}


def _days(year: int, month: int, board: boards.Board, calendar: OfficeCalendar, numbers: Mapping[int, int]) -> Month:
    weeks = tuple(
        tuple(_day(day, month, board, calendar, numbers) for day in week) for week in periods.month_grid(year, month)
    )
    return Month(f"THÁNG {month}", weeks)


def _day(day: date, month: int, board: boards.Board, calendar: OfficeCalendar, numbers: Mapping[int, int]) -> Day:
    if day.month != month:
        return Day(day, outside=True)
    lunar = lunar_day(day)
    return Day(
        day,
        days.lunar(lunar) if lunar is not None else "",
        tuple(_notes(day, calendar)),
        off=not calendar.works(day),
        entries=tuple(_entry(task, numbers) for task in board.on(day)),
    )


def _notes(day: date, calendar: OfficeCalendar) -> Iterator[str]:
    off, worked = calendar.day_off(day), calendar.worked_for(day)
    if off is not None:
        yield days.day_off(off)
    if worked is not None:
        yield days.worked_for(worked)
    for found in calendar.commemorations(day):
        yield days.commemoration(found, day.year)


def _entry(task: Task, numbers: Mapping[int, int]) -> Entry:
    who = f" ({task.lead[0]})" if task.lead else ""
    return Entry(numbers[id(task)], f"{task.text.strip().rstrip(' .;')}{who}", task.state is TaskState.DONE)


def _lane(title: str, tasks: Sequence[Task], numbers: Mapping[int, int]) -> Lane:
    return Lane(title, tuple(_entry(task, numbers) for task in tasks))


def _lasting(board: boards.Board, quarter: int, year: int, numbers: Mapping[int, int]) -> Iterator[Lane]:
    yield _lane(f"Trong {labels.quarter(quarter)} năm {year} (chưa định tháng)", board.in_quarter, numbers)
    yield _lane(f"Cả năm {year}", board.in_year, numbers)
