"""Tasks dragged to another time in week, quarter and year, and what may not be moved."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.calendar.conftest import Year
from tests.ui.calendar.driving import LEFT, chip, drag
from tests.ui.helpers import FakeFeedback
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.services.years import YearClosed
from thidua_desktop.ui.calendar.month_view import MonthView
from thidua_desktop.ui.calendar.page import CalendarPage
from thidua_desktop.ui.calendar.quarter_view import QuarterView
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.calendar.week_view import WeekView
from thidua_desktop.ui.calendar.year_view import YearView
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.navigation import Navigation


def week(page: CalendarPage) -> WeekView:
    page.show_view(View.WEEK)
    view = page.views[View.WEEK]
    assert isinstance(view, WeekView)
    return view


def quarter(page: CalendarPage) -> QuarterView:
    page.show_view(View.QUARTER)
    view = page.views[View.QUARTER]
    assert isinstance(view, QuarterView)
    return view


def year_view(page: CalendarPage) -> YearView:
    page.show_view(View.YEAR)
    view = page.views[View.YEAR]
    assert isinstance(view, YearView)
    return view


def test_the_week_shows_seven_days_with_their_tasks(page: CalendarPage, year: Year) -> None:
    view = week(page)
    assert [column.day for column in view.shown_days()] == [date(2024, 6, day) for day in range(17, 24)]
    found = {column.day.day: [made.shown_task.id for made in column.chips()] for column in view.shown_days()}
    assert found == {17: [], 18: [], 19: [], 20: [year.ids["today"]], 21: [], 22: [], 23: [year.ids["sunday"]]}
    assert [made.shown_task.id for made in view.lanes[1].chips()] == [year.ids["in_quarter"]]


def test_a_task_dragged_in_the_week_is_due_on_the_other_day(
    qtbot: QtBot, page: CalendarPage, year: Year, feedback: FakeFeedback
) -> None:
    view = week(page)
    target = view.column(date(2024, 6, 18))
    assert target is not None
    drag(chip(page, year, "today", View.WEEK), target, qtbot)
    assert year.task("today").due == date(2024, 6, 18)
    assert [made.shown_task.id for made in target.chips()] == [year.ids["today"]]
    assert feedback.said[-1] == "Đã đổi hạn sang Thứ Ba, 18/06/2024."
    feedback.offers[-1].do()
    assert year.task("today").due == date(2024, 6, 20)


def test_a_sunday_in_the_week_is_pointed_out(
    qtbot: QtBot, page: CalendarPage, year: Year, feedback: FakeFeedback
) -> None:
    target = week(page).column(date(2024, 6, 23))
    assert target is not None
    drag(chip(page, year, "today", View.WEEK), target, qtbot)
    assert feedback.tones[-1] is Tone.WARNING
    assert feedback.said[-1].endswith("là ngày nghỉ. Ngày làm việc liền trước: Thứ Sáu, 21/06/2024.")


def test_a_lane_takes_the_day_away(qtbot: QtBot, page: CalendarPage, year: Year, feedback: FakeFeedback) -> None:
    view = page.views[View.MONTH]
    assert isinstance(view, MonthView)
    drag(chip(page, year, "today"), view.lanes[0], qtbot)
    assert When.of(year.task("today")) == When.in_month(2024, 6)
    assert feedback.said[-1] == "Đã chuyển nhiệm vụ sang: trong tháng 6/2024."
    drag(chip(page, year, "today"), view.lanes[2], qtbot)
    assert When.of(year.task("today")) == When(2024)


def test_keys_walk_through_the_week(qtbot: QtBot, page: CalendarPage) -> None:
    view = week(page)
    for key, day in (
        (Qt.Key.Key_Right, date(2024, 6, 21)),
        (Qt.Key.Key_End, date(2024, 6, 23)),
        (Qt.Key.Key_Home, date(2024, 6, 17)),
        (Qt.Key.Key_PageDown, date(2024, 6, 24)),
        (Qt.Key.Key_PageUp, date(2024, 6, 17)),
    ):
        qtbot.keyClick(view, key)
        assert page.scene.day == day
    assert view.shown_days()[0].day == date(2024, 6, 17)


def test_enter_goes_into_the_tasks_of_the_day(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    view = week(page)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chip(page, year, "today", View.WEEK).hasFocus()
    assert page.scene.chosen == year.ids["today"]


def test_a_week_over_new_year_shows_both_years(
    page: CalendarPage, year: Year, services: Services, navigation: Navigation
) -> None:
    services.tasks.save(When.on(date(2025, 1, 2)).given_to(year.task("july")))
    navigation.changes_made.emit(Changes("task.save", frozenset({Kind.TASK})))
    page.go_to(date(2024, 12, 31))
    view = week(page)
    column = view.column(date(2025, 1, 2))
    assert column is not None
    assert [made.shown_task.id for made in column.chips()] == [year.ids["july"]]
    assert year.ids["july"] not in {task.id for task in page.scene.tasks}


def test_a_column_of_the_quarter_gives_its_month(
    qtbot: QtBot, page: CalendarPage, year: Year, feedback: FakeFeedback
) -> None:
    view = quarter(page)
    drag(chip(page, year, "late", View.QUARTER), view.months[0], qtbot)
    assert When.of(year.task("late")) == When.in_month(2024, 4)
    assert feedback.said[-1] == "Đã chuyển nhiệm vụ sang: trong tháng 4/2024."
    feedback.offers[-1].do()
    assert year.task("late").due == date(2024, 6, 15)
    assert feedback.said[-1] == "Đã đặt lại thời hạn cũ: 15/06/2024."


def test_a_task_let_go_in_its_own_column_keeps_its_day(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    view = quarter(page)
    drag(chip(page, year, "late", View.QUARTER), view.months[2], qtbot)
    assert year.task("late").due == date(2024, 6, 15)


def test_a_day_of_the_year_is_dragged_to_another_day(
    qtbot: QtBot, page: CalendarPage, year: Year, feedback: FakeFeedback
) -> None:
    view = year_view(page)
    june, may = view.month(6), view.month(5)
    start = june.box_of(date(2024, 6, 15)).center().toPoint()
    to = may.box_of(date(2024, 5, 14)).center().toPoint()
    drag(june, may, qtbot, start=start, to=to)
    assert year.task("late").due == date(2024, 5, 14)
    assert page.view is View.YEAR
    assert feedback.said[-1] == "Đã đổi hạn sang Thứ Ba, 14/05/2024."


def test_all_open_tasks_of_a_day_go_together_and_come_back(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, page: CalendarPage, year: Year, services: Services, feedback: FakeFeedback, navigation: Navigation
) -> None:
    services.tasks.save(When.on(date(2024, 6, 20)).given_to(year.task("late")))
    services.tasks.move([year.ids["sunday"]], TaskState.DONE, on=date(2024, 6, 19))
    services.tasks.save(When.on(date(2024, 6, 20)).given_to(year.task("sunday")))
    navigation.changes_made.emit(Changes("task.save", frozenset({Kind.TASK})))
    june = year_view(page).month(6)
    start, to = (june.box_of(date(2024, 6, day)).center().toPoint() for day in (20, 27))
    drag(june, june, qtbot, start=start, to=to)
    moved = {name: year.task(name).due for name in ("today", "late", "sunday")}
    assert moved == {"today": date(2024, 6, 27), "late": date(2024, 6, 27), "sunday": date(2024, 6, 20)}
    assert feedback.said[-1] == "Đã đổi hạn 2 nhiệm vụ sang Thứ Năm, 27/06/2024."
    feedback.offers[-1].do()
    assert (year.task("today").due, year.task("late").due) == (date(2024, 6, 20), date(2024, 6, 20))


def test_a_task_of_the_year_gets_a_month_or_a_day(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    view = year_view(page)
    drag(chip(page, year, "in_year", View.YEAR), view.month(9), qtbot, to=QPoint(40, 10))
    assert When.of(year.task("in_year")) == When.in_month(2024, 9)


def test_a_click_on_a_day_with_tasks_still_opens_the_month(qtbot: QtBot, page: CalendarPage) -> None:
    june = year_view(page).month(6)
    qtbot.mouseClick(june, LEFT, pos=june.box_of(date(2024, 6, 15)).center().toPoint())
    assert (page.view, page.scene.day) == (View.MONTH, date(2024, 6, 15))


@pytest.mark.parametrize("view", [View.MONTH, View.WEEK])
def test_nothing_moves_in_a_closed_year(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, page: CalendarPage, year: Year, services: Services, feedback: FakeFeedback, view: View
) -> None:
    services.years.close(2024)
    page.lock(True)
    page.show_view(view)
    days = page.views[view]
    assert isinstance(days, MonthView | WeekView)
    target = days.find_day(date(2024, 6, 18))
    assert target is not None
    drag(chip(page, year, "today", view), target, qtbot)
    assert year.task("today").due == date(2024, 6, 20)
    assert isinstance(feedback.troubles[-1], YearClosed)


def test_escape_gives_a_drag_up(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    week(page)
    held = chip(page, year, "today", View.WEEK)
    held.setFocus()
    qtbot.mousePress(held, LEFT, pos=QPoint(20, 8))
    qtbot.mouseMove(held, pos=QPoint(-200, 8))
    qtbot.keyClick(held, Qt.Key.Key_Escape)
    qtbot.mouseRelease(held, LEFT, pos=QPoint(-200, 8))
    assert year.task("today").due == date(2024, 6, 20)


def test_the_overview_of_today_stays_while_another_year_is_looked_at(page: CalendarPage, year: Year) -> None:
    page.show_year(2025)
    assert [made.shown_task.id for made in page.today.urgent_chips()] == [
        year.ids[name] for name in ("late", "today", "sunday")
    ]


def test_the_filter_is_said_in_words_and_one_key_clears_it(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    page.toolbar.search.setText("bao cao")
    assert page.hint.text() == "Đang lọc: có chữ “bao cao”. Hiện 1 trong 8 nhiệm vụ của năm 2024."
    for view in View:
        page.show_view(view)
        assert page.hint.isVisible()
        assert [task.id for task in page.scene.tasks] == [year.ids["late"]]
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.views[View.LIST], Qt.Key.Key_L, keys)
    assert not page.hint.isVisible()
    assert len(page.scene.tasks) == 8
