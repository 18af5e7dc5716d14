"""The calendar driven by keys and mouse on a real office file."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QSlider, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.calendar.conftest import Year
from tests.ui.calendar.driving import LEFT, chip, drag, named, press
from tests.ui.calendar.views_shown import month
from tests.ui.helpers import FakeFeedback, ImmediateRunner, compose, unnamed
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.calendar.agenda_view import AgendaView
from thidua_desktop.ui.calendar.dialogs import CompletionDialog, DueDialog
from thidua_desktop.ui.calendar.month_view import MonthView
from thidua_desktop.ui.calendar.page import CalendarPage
from thidua_desktop.ui.calendar.quarter_view import QuarterView
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.calendar.week_view import WeekView
from thidua_desktop.ui.calendar.year_view import YearView
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.navigation import Navigation


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
    compose(note, "Đã nhắc lần hai. ")
    qtbot.keyClick(note, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "Đã nhắc lần hai." in (year.task("late").note or "")


def test_the_state_is_changed_by_key(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    page.choose(year.ids["late"])
    page.details.state_action.trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [entry.text() for entry in menu.actions()] == ["Đang làm", "Chờ đơn vị", "Chuyển kỳ…", "Hủy…"]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert year.task("late").state is TaskState.IN_PROGRESS
