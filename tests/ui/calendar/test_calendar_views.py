"""The agenda, the filters, the views of year and quarter; what comes from elsewhere."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.calendar.conftest import Year
from tests.ui.calendar.driving import LEFT, chip, named, press_in
from tests.ui.calendar.views_shown import agenda, month
from thidua_desktop.domain.calendar import AgendaGroup
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.tasks import Standing, TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.calendar.dialogs import CompletionDialog
from thidua_desktop.ui.calendar.page import CalendarPage
from thidua_desktop.ui.calendar.task_chip import TaskChip
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.calendar.year_view import YearView
from thidua_desktop.ui.navigation import Navigation


def test_agenda_groups_and_its_model(page: CalendarPage, year: Year) -> None:
    view = agenda(page)
    tester = QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.show_view(View.LIST)
    groups = [row.group for row in view.model.rows()]
    assert groups == sorted(groups, key=list(AgendaGroup).index)
    assert [row.task.text for row in view.model.rows()][:3] == [
        "Báo cáo sơ kết 6 tháng",
        "Họp Hội đồng thi đua",
        "Nộp hồ sơ khen thưởng",
    ]
    page.toolbar.search.setText("họp")
    page.toolbar.search.setText("")
    assert len(view.model.rows()) == 8
    assert tester.model() is view.model


def test_the_cursor_of_the_agenda_chooses(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    page.show_view(View.LIST)
    grid = agenda(page).grid
    grid.go_to(year.ids["late"])
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert page.scene.chosen == year.ids["today"]
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert isinstance(page.asking.dialog, CompletionDialog)


def test_a_finished_task_goes_to_the_end_without_the_cursor(
    services: Services, navigation: Navigation, page: CalendarPage, year: Year
) -> None:
    page.show_view(View.LIST)
    grid = agenda(page).grid
    for name, following in (("today", "sunday"), ("late", "sunday")):
        grid.go_to(year.ids[name])
        services.tasks.move([year.ids[name]], TaskState.DONE)
        navigation.changes_made.emit(Changes("tasks.move", frozenset({Kind.TASK})))
        assert grid.current_key() == page.scene.chosen == year.ids[following]
    grid.go_to(year.ids["done"])
    navigation.changes_made.emit(Changes("tasks.move", frozenset({Kind.TASK})))
    assert grid.current_key() == year.ids["done"]


def test_page_down_leafs_through_the_list(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    page.show_view(View.LIST)
    grid = agenda(page).grid
    grid.go_to(year.ids["late"])
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert page.scene.day.year == 2024
    assert grid.currentIndex().row() > 2


@pytest.mark.parametrize(
    ("combo", "choice", "names"),
    [
        ("Lọc theo đơn vị", "Văn phòng", {"late"}),
        ("Lọc theo kế hoạch", "Kế hoạch kiểm tra thi đua", {"july"}),
        ("Lọc theo tình trạng", "Quá hạn", {"late"}),
        ("Lọc theo tình trạng", "Sắp đến hạn", {"today", "sunday"}),
    ],
)
def test_filters(page: CalendarPage, year: Year, combo: str, choice: str, names: set[str]) -> None:
    box = named(page.toolbar, QComboBox, combo)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText(choice))
    box.activated.emit(box.currentIndex())
    assert {task.id for task in page.scene.tasks} == {year.ids[name] for name in names}
    page.toolbar.clear()
    assert len(page.scene.tasks) == 8


def test_search_needs_no_diacritics(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.toolbar.search, "dien hinh")
    assert [task.id for task in page.scene.tasks] == [year.ids["in_quarter"]]
    qtbot.keyClick(page.toolbar.search, Qt.Key.Key_Escape)
    assert len(page.scene.tasks) == 8


def test_a_digit_typed_into_the_search_is_text(qtbot: QtBot, page: CalendarPage) -> None:
    page.toolbar.search.setFocus()
    qtbot.keyClicks(page.toolbar.search, "6 th1")
    assert page.toolbar.search.text() == "6 th1"
    assert month(page).isVisible()


def test_year_view_opens_a_month(qtbot: QtBot, page: CalendarPage) -> None:
    page.show_view(View.YEAR)
    view = page.views[View.YEAR]
    assert isinstance(view, YearView)
    june = view.month(6)
    assert june.accessibleName() == "Tháng 6: 1/5 xong · 1 quá hạn"
    qtbot.keyClick(june, Qt.Key.Key_Right)
    qtbot.keyClick(view.month(9), Qt.Key.Key_Return)
    assert month(page).isVisible()
    assert page.scene.day == date(2024, 9, 1)


def test_year_view_opens_a_day(qtbot: QtBot, page: CalendarPage) -> None:
    page.show_view(View.YEAR)
    view = page.views[View.YEAR]
    assert isinstance(view, YearView)
    june = view.month(6)
    qtbot.mouseClick(june, LEFT, pos=june.box_of(date(2024, 6, 15)).center().toPoint())
    assert page.scene.day == date(2024, 6, 15)


def test_quarter_view_has_every_task_of_its_quarter_once(page: CalendarPage, year: Year) -> None:
    page.show_view(View.QUARTER)
    shown = [made.shown_task.id for made in page.views[View.QUARTER].findChildren(TaskChip) if not made.idle]
    wanted = [year.ids[name] for name in ("late", "today", "sunday", "in_june", "in_quarter", "in_year", "done")]
    assert sorted(shown) == sorted(wanted)


def test_tasks_that_do_not_fit_are_counted_and_shown_on_demand(
    qtbot: QtBot, page: CalendarPage, year: Year, services: Services, navigation: Navigation
) -> None:
    for name in ("late", "sunday", "july", "in_june", "in_quarter", "in_year"):
        task = year.task(name)
        services.tasks.save(task.placed(year=2024, quarter=None, month=None, due=date(2024, 6, 20)))
    navigation.changes_made.emit(Changes("task.save", frozenset({Kind.TASK})))
    cell = month(page).cell(date(2024, 6, 20))
    assert cell is not None
    hidden = sum(made.isHidden() for made in cell.chips())
    assert hidden > 0
    assert cell.more.text() == f"+{hidden} việc nữa"
    month(page).setFocus()
    qtbot.keyClick(month(page), Qt.Key.Key_Return)
    popup = month(page).popup()
    assert popup is not None
    assert len(popup.chips()) == 7
    qtbot.mouseClick(popup.chips()[3], LEFT)
    assert page.scene.chosen == popup.chips()[3].shown_task.id


def test_changes_from_elsewhere_are_seen(
    page: CalendarPage, year: Year, services: Services, navigation: Navigation
) -> None:
    services.tasks.move([year.ids["today"]], TaskState.IN_PROGRESS)
    services.tasks.delete([year.ids["late"]])
    navigation.changes_made.emit(Changes("task.delete", frozenset({Kind.TASK})))
    assert page.views[View.MONTH].chip(year.ids["late"]) is None
    navigation.changes_made.emit(Changes("round.save", frozenset({Kind.ROUND})))
    assert chip(page, year, "today").shown_task.standing(date(2024, 6, 20)) is Standing.DUE_SOON


def test_show_task_goes_to_its_time(page: CalendarPage, year: Year) -> None:
    page.show_task(year.ids["july"])
    assert page.scene.day == date(2024, 7, 10)
    assert chip(page, year, "july").isChecked()


def test_an_empty_year_offers_to_read_a_plan(qtbot: QtBot, page: CalendarPage) -> None:
    assert not page.hint.isVisible()
    page.show_year(2023)
    assert page.hint.text().startswith("Năm 2023 chưa có nhiệm vụ.")
    with qtbot.waitSignal(page.import_wanted):
        press_in(page.hint, "Nhập kế hoạch từ tệp…")


def test_a_filter_that_hides_everything_can_be_taken_away(qtbot: QtBot, page: CalendarPage) -> None:
    page.toolbar.search.setText("khong co viec nay")
    assert page.hint.text().endswith("8 nhiệm vụ của năm đang được ẩn.")
    press_in(page.hint, "Bỏ lọc")
    assert len(page.scene.tasks) == 8
    assert not page.hint.isVisible()
