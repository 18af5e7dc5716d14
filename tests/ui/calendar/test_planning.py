"""The backward planner and the office's commemoration days, driven by keys and mouse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.calendar.conftest import Year
from tests.ui.calendar.driving import LEFT
from tests.ui.helpers import FakeFeedback, compose
from thidua_desktop.domain.holidays import Commemoration
from thidua_desktop.domain.planner import BackwardPlan, ChainStep, StepDays, placed_backwards
from thidua_desktop.services.calendar import office_calendar
from thidua_desktop.services.container import Services
from thidua_desktop.ui.calendar.commemorations_dialog import CommemorationsDialog
from thidua_desktop.ui.calendar.month_view import MonthView
from thidua_desktop.ui.calendar.page import CalendarPage
from thidua_desktop.ui.calendar.planner_dialog import PlannerDialog
from thidua_desktop.ui.calendar.toolbar import View

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier

STEPS = (
    ChainStep("Lấy ý kiến", 10),
    ChainStep("Họp Hội đồng", 1),
    ChainStep("Trình ký", 3, unit="Văn phòng"),
)


def place(deadline: date, steps: Sequence[ChainStep]) -> BackwardPlan:
    return placed_backwards(deadline, steps, office_calendar(), date(2024, 6, 20))


@pytest.fixture
def dialog(qtbot: QtBot) -> PlannerDialog:
    made = PlannerDialog(None, date(2024, 7, 31), (), place, calendar=office_calendar())
    qtbot.addWidget(made)
    made.table.set_steps(STEPS)
    made.show()
    return made


def spans(dialog: PlannerDialog) -> list[str]:
    return [dialog.table.item(row, 4).text() for row in range(dialog.table.rowCount())]  # type: ignore[union-attr]


def type_into(qtbot: QtBot, dialog: PlannerDialog, row: int, column: int, text: str) -> None:
    """Go to a cell, type over it, Enter."""
    table = dialog.table
    table.setFocus()
    table.setCurrentCell(row, column)
    table.editItem(table.item(row, column))  # type: ignore[arg-type]
    finish_typing(qtbot, dialog, text)


def finish_typing(qtbot: QtBot, dialog: PlannerDialog, text: str) -> None:
    """Type over the cell that is open, Enter; Qt takes the value a moment later."""
    where = dialog.table.viewport()
    editor = where.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    compose(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: where.findChild(QLineEdit) is None)


def test_it_says_when_to_begin_and_how_much_room_there_is(dialog: PlannerDialog) -> None:
    assert spans(dialog) == ["T6 12/07 – T5 25/07", "T6 26/07", "T2 29/07 – T4 31/07"]
    assert dialog.verdict().startswith("Còn kịp: chậm nhất")


def test_a_deadline_too_near_says_how_late_and_which_step(qtbot: QtBot, dialog: PlannerDialog) -> None:
    dialog.deadline.setText("28/6/2024")
    plan = dialog.plan()
    assert plan is not None
    assert not plan.fits
    assert dialog.verdict().startswith(
        "Không còn kịp: “Lấy ý kiến” phải bắt đầu từ Thứ Ba, 11/06/2024, chậm 7 ngày làm việc."
    )
    remarks = [dialog.table.item(row, 5).text() for row in range(3)]  # type: ignore[union-attr]
    assert remarks == ["trễ 7 ngày làm việc", "", ""]


def test_a_deadline_on_a_day_off_is_moved_to_the_working_day_before(dialog: PlannerDialog) -> None:
    dialog.deadline.setText("2/9/2024")
    assert dialog.verdict().endswith("là ngày nghỉ nên phải xong Thứ Sáu, 30/08/2024.")


def test_the_chain_is_typed_like_a_table(qtbot: QtBot, dialog: PlannerDialog) -> None:
    type_into(qtbot, dialog, 0, 1, "5")
    type_into(qtbot, dialog, 2, 3, "Sở Nội vụ")
    assert dialog.table.steps()[0].days == 5
    assert dialog.table.steps()[2].unit == "Sở Nội vụ"
    table = dialog.table
    table.setCurrentCell(0, 2)
    table.editItem(table.item(0, 2))  # type: ignore[arg-type]
    combo = table.viewport().findChild(QComboBox)
    assert isinstance(combo, QComboBox)
    combo.setCurrentText("ngày")
    table.setCurrentCell(1, 0)
    assert dialog.table.steps()[0].kind is StepDays.CALENDAR


def test_steps_are_added_moved_and_dropped_by_key(qtbot: QtBot, dialog: PlannerDialog) -> None:
    table = dialog.table
    table.setFocus()
    table.setCurrentCell(1, 0)
    qtbot.keyClick(table, Qt.Key.Key_Insert)
    finish_typing(qtbot, dialog, "In bằng khen")
    assert [step.text for step in table.steps()] == ["Lấy ý kiến", "Họp Hội đồng", "In bằng khen", "Trình ký"]
    qtbot.keyClick(table, Qt.Key.Key_Down, ALT)
    assert [step.text for step in table.steps()] == ["Lấy ý kiến", "Họp Hội đồng", "Trình ký", "In bằng khen"]
    qtbot.keyClick(table, Qt.Key.Key_Minus, CTRL)
    assert [step.text for step in table.steps()] == ["Lấy ý kiến", "Họp Hội đồng", "Trình ký"]
    assert dialog.isVisible()


def test_a_step_without_a_name_is_pointed_out(qtbot: QtBot, dialog: PlannerDialog) -> None:
    type_into(qtbot, dialog, 1, 0, " ")
    assert dialog.plan() is None
    assert not dialog.yes.isEnabled()
    assert spans(dialog) == ["", "", ""]


def test_the_plan_becomes_the_steps_of_the_task(
    qtbot: QtBot, page: CalendarPage, year: Year, services: Services, feedback: FakeFeedback
) -> None:
    page.choose(year.ids["july"])
    qtbot.keyClick(page.views[View.MONTH], Qt.Key.Key_L, CTRL)
    dialog = page.planning.planner
    assert dialog is not None
    assert dialog.chains.count() == len(services.planner.chains()) > 0
    assert dialog.deadline.text() == "10/07/2024"
    dialog.table.set_steps(STEPS[1:])
    qtbot.mouseClick(dialog.yes, LEFT)
    kept = services.task_details.of_task(year.ids["july"]).steps
    assert [(step.text, step.starts, step.due, step.unit) for step in kept] == [
        ("Họp Hội đồng", date(2024, 7, 5), date(2024, 7, 5), None),
        ("Trình ký", date(2024, 7, 8), date(2024, 7, 10), "Văn phòng"),
    ]
    assert feedback.said[-1] == "Đã lưu 2 bước của lịch ngược vào nhiệm vụ."
    assert page.panel.tabs.tabText(1) == "Bước 0/2"


def test_a_chain_is_kept_under_a_name_and_forgotten(
    qtbot: QtBot, page: CalendarPage, services: Services, feedback: FakeFeedback
) -> None:
    page.planning.open_planner()
    dialog = page.planning.planner
    assert dialog is not None
    assert not dialog.yes.isVisible()
    dialog.table.set_steps(STEPS)
    feedback.text = "Xét khen thưởng đột xuất"
    qtbot.mouseClick(dialog.keep, LEFT)
    own = [chain for chain in services.planner.chains() if chain.id is not None]
    assert [(chain.name, chain.steps) for chain in own] == [("Xét khen thưởng đột xuất", STEPS)]
    assert dialog.chains.currentText() == "Xét khen thưởng đột xuất (của cơ quan)"
    qtbot.mouseClick(dialog.forget, LEFT)
    assert [chain for chain in services.planner.chains() if chain.id is not None] == []


# commemoration days


def days(page: CalendarPage, qtbot: QtBot) -> CommemorationsDialog:
    qtbot.keyClick(page.views[View.MONTH], Qt.Key.Key_M, CTRL)
    found = page.planning.days
    assert found is not None
    return found


def test_the_office_adds_a_day_of_its_own_and_sees_it(qtbot: QtBot, page: CalendarPage, services: Services) -> None:
    dialog = days(page, qtbot)
    qtbot.mouseClick(dialog.add, LEFT)
    form = dialog.dialog
    assert form is not None
    compose(form.name, "Ngày truyền thống ngành")
    form.day.set_value(20)
    form.month.set_value(6)
    qtbot.keyClicks(form.since, "2999")
    assert not form.yes.isEnabled()
    form.since.setText("1994")
    qtbot.mouseClick(form.yes, LEFT)
    (kept,) = services.commemorations.own()
    assert (kept.day, kept.month, kept.since, kept.name) == (20, 6, 1994, "Ngày truyền thống ngành")
    assert dialog.list.count() == 1
    view = page.views[View.MONTH]
    assert isinstance(view, MonthView)
    cell = view.cell(date(2024, 6, 20))
    assert cell is not None
    assert "Ngày truyền thống ngành (30 năm)" in cell.accessibleName()


def test_a_day_is_changed_and_taken_away_by_key(qtbot: QtBot, page: CalendarPage, services: Services) -> None:
    services.commemorations.save(Commemoration(6, 20, 0, "Ngày thành lập cơ quan"))
    dialog = days(page, qtbot)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    form = dialog.dialog
    assert form is not None
    form.lunar.setChecked(True)
    form.day.set_value(31)
    assert not form.yes.isEnabled()
    form.day.set_value(15)
    form.month.set_value(8)
    qtbot.mouseClick(form.yes, LEFT)
    assert [(kept.day, kept.month, kept.lunar) for kept in services.commemorations.own()] == [(15, 8, True)]
    assert dialog.list.item(0).text() == "15/08 âm lịch: Ngày thành lập cơ quan"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert services.commemorations.own() == ()
