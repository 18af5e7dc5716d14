"""The calendar driven by keys and mouse on a real office file."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSlider, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.calendar.conftest import Year
from tests.ui.calendar.driving import LEFT, chip, drag, named, press, press_in
from tests.ui.helpers import FakeFeedback, ImmediateRunner, compose, unnamed
from thidua_desktop.domain.calendar import AgendaGroup
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.tasks import Standing, TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.calendar.agenda_view import AgendaView
from thidua_desktop.ui.calendar.dialogs import CompletionDialog, DueDialog
from thidua_desktop.ui.calendar.month_view import MonthView
from thidua_desktop.ui.calendar.page import CalendarPage
from thidua_desktop.ui.calendar.quarter_view import QuarterView
from thidua_desktop.ui.calendar.task_chip import TaskChip
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.calendar.week_view import WeekView
from thidua_desktop.ui.calendar.year_view import YearView
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.navigation import Navigation


def month(page: CalendarPage) -> MonthView:
    view = page.views[View.MONTH]
    assert isinstance(view, MonthView)
    return view


def agenda(page: CalendarPage) -> AgendaView:
    view = page.views[View.LIST]
    assert isinstance(view, AgendaView)
    return view


@pytest.mark.parametrize(
    ("key", "view", "kind"),
    [
        ("1", View.YEAR, YearView),
        ("2", View.QUARTER, QuarterView),
        ("3", View.MONTH, MonthView),
        ("4", View.WEEK, WeekView),
        ("5", View.LIST, AgendaView),
    ],
)
def test_one_key_for_each_view(qtbot: QtBot, page: CalendarPage, key: str, view: View, kind: type[QWidget]) -> None:
    month(page).setFocus()
    qtbot.keyClicks(month(page), key)
    assert isinstance(page.views[view], kind)
    assert page.views[view].isVisible()


def test_the_view_is_remembered(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    page: CalendarPage,
    services: Services,
    runner: ImmediateRunner,
    navigation: Navigation,
    feedback: FakeFeedback,
    preferences: Preferences,
) -> None:
    page.show_view(View.QUARTER)
    again = CalendarPage(services, runner, navigation, feedback, preferences=preferences)
    qtbot.addWidget(again)
    again.show_year(2024)
    assert again.view is View.QUARTER


def test_month_shows_days_and_lanes(page: CalendarPage, year: Year) -> None:
    cell = month(page).cell(date(2024, 6, 15))
    assert cell is not None
    assert [made.shown_task.id for made in cell.chips()] == [year.ids["late"]]
    lanes = [[made.shown_task.text for made in lane.chips()] for lane in month(page).lanes]
    assert lanes == [
        ["Rà soát danh hiệu thi đua"],
        ["Tuyên truyền gương điển hình tiên tiến"],
        ["Cập nhật sổ khen thưởng"],
    ]


def test_overdue_is_said_in_words(page: CalendarPage, year: Year) -> None:
    late = chip(page, year, "late")
    assert late.accessibleName().startswith("Quá hạn")
    assert "quá hạn 5 ngày" in late.toolTip()


def test_keys_move_between_days_and_months(qtbot: QtBot, page: CalendarPage) -> None:
    view = month(page)
    view.setFocus()
    for key, day in (
        (Qt.Key.Key_Right, date(2024, 6, 21)),
        (Qt.Key.Key_Down, date(2024, 6, 28)),
        (Qt.Key.Key_Down, date(2024, 7, 5)),
        (Qt.Key.Key_PageUp, date(2024, 6, 5)),
        (Qt.Key.Key_End, date(2024, 6, 30)),
        (Qt.Key.Key_PageDown, date(2024, 7, 30)),
        (Qt.Key.Key_T, date(2024, 6, 20)),
    ):
        qtbot.keyClick(view, key)
        assert page.scene.day == day
    assert view.cell(date(2024, 6, 20)) is not None


def test_going_into_another_year_tells_the_window(qtbot: QtBot, page: CalendarPage) -> None:
    page.go_to(date(2024, 12, 30))
    with qtbot.waitSignal(page.year_wanted) as told:
        qtbot.keyClick(month(page), Qt.Key.Key_PageDown)
    assert told.args == [2025]
    assert page.scene.tasks == ()


def test_a_click_shows_the_task_in_full(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    qtbot.mouseClick(chip(page, year, "sunday"), LEFT)
    assert page.panel.isVisible()
    said = " ".join(label.text() for label in page.panel.findChildren(QWidget) if hasattr(label, "text"))
    assert "Nộp hồ sơ khen thưởng" in said
    assert "Còn 1 ngày làm việc" in said
    assert "Ngày làm việc liền trước: Thứ Sáu, 21/06/2024." in said
    assert "15/KH-SNV – Kế hoạch công tác thi đua, khen thưởng năm 2024" in said


def test_escape_gives_the_overview_back(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    page.choose(year.ids["late"])
    qtbot.keyClick(month(page), Qt.Key.Key_Escape)
    assert page.today.isVisible()
    assert [made.shown_task.text for made in page.today.urgent_chips()] == [
        "Báo cáo sơ kết 6 tháng",
        "Họp Hội đồng thi đua",
        "Nộp hồ sơ khen thưởng",
    ]


def test_double_click_opens_the_plan(qtbot: QtBot, page: CalendarPage, year: Year, navigation: Navigation) -> None:
    with qtbot.waitSignal(navigation.open_requested) as asked:
        qtbot.mouseDClick(chip(page, year, "late"), LEFT)
    assert asked.args == [Kind.TASK.value, year.ids["late"]]


def test_dragging_a_task_changes_its_due_day_and_can_be_taken_back(
    qtbot: QtBot, page: CalendarPage, year: Year, feedback: FakeFeedback
) -> None:
    target = month(page).cell(date(2024, 6, 27))
    assert target is not None
    drag(chip(page, year, "late"), target, qtbot)
    assert year.task("late").due == date(2024, 6, 27)
    assert [made.shown_task.id for made in target.chips()] == [year.ids["late"]]
    assert feedback.said[-1] == "Đã đổi hạn sang Thứ Năm, 27/06/2024."
    feedback.offers[0].do()
    assert year.task("late").due == date(2024, 6, 15)


def test_a_task_of_the_month_gets_a_day_by_dragging(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    target = month(page).cell(date(2024, 6, 26))
    assert target is not None
    drag(chip(page, year, "in_june"), target, qtbot)
    assert year.task("in_june").due == date(2024, 6, 26)


def test_a_day_off_is_pointed_out_with_the_working_day_before(
    qtbot: QtBot, page: CalendarPage, year: Year, feedback: FakeFeedback
) -> None:
    target = month(page).cell(date(2024, 6, 30))
    assert target is not None
    drag(chip(page, year, "today"), target, qtbot)
    assert feedback.tones[-1] is Tone.WARNING
    assert feedback.said[-1].endswith("Ngày làm việc liền trước: Thứ Sáu, 28/06/2024.")
    feedback.offers[0].do()
    assert year.task("today").due == date(2024, 6, 28)


def test_letting_go_outside_the_grid_changes_nothing(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    drag(chip(page, year, "late"), page.toolbar, qtbot)
    assert year.task("late").due == date(2024, 6, 15)


@pytest.mark.parametrize(
    ("key", "due"),
    [
        (Qt.Key.Key_Right, date(2024, 6, 16)),
        (Qt.Key.Key_Left, date(2024, 6, 14)),
        (Qt.Key.Key_Down, date(2024, 6, 22)),
        (Qt.Key.Key_Up, date(2024, 6, 8)),
    ],
)
def test_keys_move_the_due_day(qtbot: QtBot, page: CalendarPage, year: Year, key: Qt.Key, due: date) -> None:
    qtbot.mouseClick(chip(page, year, "late"), LEFT)
    modifiers = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(chip(page, year, "late"), key, modifiers)
    assert year.task("late").due == due
    assert page.scene.chosen == year.ids["late"]


def test_a_task_without_a_day_is_asked_for_one(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    page.choose(year.ids["in_june"])
    modifiers = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(month(page), Qt.Key.Key_Right, modifiers)
    assert isinstance(page.asking.dialog, DueDialog)


def test_tab_goes_through_the_tasks_of_the_day(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    qtbot.mouseClick(month(page).cell(date(2024, 6, 15)), LEFT)  # type: ignore[arg-type]
    qtbot.keyClick(month(page), Qt.Key.Key_Return)
    assert chip(page, year, "late").hasFocus()
    assert page.scene.chosen == year.ids["late"]


def test_every_field_has_a_name(page: CalendarPage, year: Year) -> None:
    page.choose(year.ids["late"])
    for view in View:
        page.show_view(view)
        assert unnamed(page) == []


def test_enter_in_the_dialog_finishes_even_where_a_file_could_be_chosen(
    qtbot: QtBot, page: CalendarPage, year: Year
) -> None:
    page.choose(year.ids["late"])
    page.requests.finish_action.trigger()
    dialog = page.asking.dialog
    assert isinstance(dialog, CompletionDialog)
    qtbot.keyClicks(dialog.number, "125/BC-SNV")
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    assert year.task("late").evidence == "125/BC-SNV"


def test_space_finishes_with_day_and_evidence(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    qtbot.mouseClick(month(page).cell(date(2024, 6, 15)), LEFT)  # type: ignore[arg-type]
    qtbot.keyClick(month(page), Qt.Key.Key_Space)
    dialog = page.asking.dialog
    assert isinstance(dialog, CompletionDialog)
    dialog.on.setText("18/6")
    qtbot.keyClicks(dialog.number, "125/BC-SNV")
    dialog.issued.setText("18/06/2024")
    assert dialog.late.isVisible()
    compose(dialog.late, "Chờ đơn vị gửi số liệu")
    qtbot.mouseClick(dialog.yes, LEFT)
    task = year.task("late")
    assert (task.state, task.progress, task.completed_on) == (TaskState.DONE, 100, date(2024, 6, 18))
    assert task.evidence == "125/BC-SNV ngày 18/06/2024"
    assert task.delay_reason == "Chờ đơn vị gửi số liệu"
    assert chip(page, year, "late").accessibleName().startswith("Hoàn thành trễ hạn")


def test_a_day_that_has_not_come_yet_cannot_be_a_day_of_completion(
    qtbot: QtBot, page: CalendarPage, year: Year
) -> None:
    page.requests.ask_completion(year.ids["late"])
    dialog = page.asking.dialog
    assert isinstance(dialog, CompletionDialog)
    dialog.on.setText("21/06/2024")
    assert not dialog.yes.isEnabled()
    dialog.on.setText("nay")
    assert not dialog.yes.isEnabled()
    dialog.on.setText("20/06/2024")
    assert dialog.yes.isEnabled()


def test_the_due_dialog_names_the_working_day_before(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    page.choose(year.ids["late"])
    qtbot.keyClick(month(page), Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    dialog = page.asking.dialog
    assert isinstance(dialog, DueDialog)
    dialog.field.setText("2/9/2024")
    assert "Quốc khánh" in dialog.note()
    assert dialog.note().endswith("ngày làm việc liền trước: Thứ Sáu, 30/08/2024.")
    dialog.accept()
    assert year.task("late").due == date(2024, 9, 2)


def test_cancelling_asks_for_a_reason(page: CalendarPage, year: Year, feedback: FakeFeedback) -> None:
    page.choose(year.ids["late"])
    feedback.text = None
    press(page, "Hủy…")
    assert len(feedback.questions) == 1
    assert year.task("late").state is TaskState.NOT_STARTED
    feedback.text = "Không còn phong trào"
    press(page, "Hủy…")
    assert (year.task("late").state, year.task("late").state_reason) == (TaskState.CANCELLED, "Không còn phong trào")


def test_a_step_forward_asks_nothing(page: CalendarPage, year: Year, feedback: FakeFeedback) -> None:
    page.choose(year.ids["late"])
    press(page, "Đang làm")
    assert feedback.questions == []
    assert year.task("late").state is TaskState.IN_PROGRESS


def test_progress_by_key_starts_the_task(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    page.choose(year.ids["late"])
    slider = named(page.panel, QSlider, "Tiến độ, phần trăm")
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert (year.task("late").progress, year.task("late").state) == (10, TaskState.IN_PROGRESS)


def test_a_note_is_kept(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    page.choose(year.ids["late"])
    note = named(page.panel, QPlainTextEdit, "Ghi chú")
    compose(note, "Đã nhắc Văn phòng")
    press(page, "Lưu ghi chú")
    assert year.task("late").note == "Đã nhắc Văn phòng"


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
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert page.scene.chosen == year.ids["today"]
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert isinstance(page.asking.dialog, CompletionDialog)


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
