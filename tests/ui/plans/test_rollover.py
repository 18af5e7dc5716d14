"""Next year's plan from this year's, with the keys and the mouse of a clerk."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, compose, unnamed
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan, PlanState
from thidua_desktop.domain.rollover_plans import Decision, Origin, RolledLine
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.plans.rollover_dialog import RolloverDialog

Key = Qt.Key
Modifier = Qt.KeyboardModifier
OLD, NEW, NOTE, DECISION = range(4)


@pytest.fixture
def dialog(qtbot: QtBot, services: Services, with_plan: PlanId, window: MainWindow) -> RolloverDialog:
    """The dialog on the sample plan of 2024, opened by its key."""
    window.show_year(2024)
    window.show_page(0)
    window.plans.list.setFocus()
    qtbot.keyClick(window.plans.list, Key.Key_K, Modifier.ControlModifier | Modifier.ShiftModifier)
    return in_front(qtbot, window)


def in_front(qtbot: QtBot, window: MainWindow) -> RolloverDialog:
    opened = window.plans.rollover.dialog
    assert opened is not None
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    return opened


def again(dialog: RolloverDialog, words: str) -> RolledLine:
    return next(line for line in dialog.lines() if words in line.old)


def new_plan(services: Services) -> Plan:
    (row,) = services.plans.of_year(2025)
    return row.plan


def new_tasks(services: Services) -> tuple[Task, ...]:
    plan = new_plan(services)
    assert plan.id is not None
    return services.tasks.of_plan(plan.id)


def test_old_and_new_stand_side_by_side(dialog: RolloverDialog) -> None:
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    title = dialog.lines()[0]
    assert (title.origin, "2024" in title.old, "2025" in title.new) == (Origin.TITLE, True, True)
    assert sum(line.origin is Origin.TASK for line in dialog.lines()) == 27
    assert [dialog.model.headerData(at, Qt.Orientation.Horizontal) for at in range(4)] == [
        "Năm 2024",
        "Năm 2025",
        "Cần xem",
        "Chọn",
    ]
    assert unnamed(dialog) == []


def test_enter_makes_the_plan_and_opens_it_in_its_year(
    qtbot: QtBot, dialog: RolloverDialog, services: Services, window: MainWindow, *, feedback: FakeFeedback
) -> None:
    qtbot.keyClick(dialog.grid, Key.Key_Return, Modifier.ControlModifier)
    assert len(new_tasks(services)) == 27
    plan = new_plan(services)
    assert (plan.state, plan.number, plan.issued_on) == (PlanState.DRAFT, None, None)
    assert window.year() == 2025
    shown = window.plans.plan()
    assert shown is not None and shown.id == plan.id
    assert feedback.said[-1] == "Đã lập dự thảo kế hoạch năm 2025 với 27 nhiệm vụ; hãy điền số, ngày ban hành sau."


def test_the_mouse_agrees_too(qtbot: QtBot, dialog: RolloverDialog, services: Services) -> None:
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert len(new_tasks(services)) == 27


def test_giving_up_keeps_nothing(qtbot: QtBot, dialog: RolloverDialog, services: Services) -> None:
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert services.plans.of_year(2025) == ()


def test_space_leaves_a_line_out_and_takes_it_again(qtbot: QtBot, dialog: RolloverDialog, services: Services) -> None:
    task = next(row for row in dialog.lines() if row.origin is Origin.TASK)
    assert dialog.grid.go_to((task.origin, task.ref))
    dialog.grid.setFocus()
    qtbot.keyClick(dialog.grid, Key.Key_Space)
    assert again(dialog, task.old).decision is Decision.LEAVE_OUT
    qtbot.keyClick(dialog.grid, Key.Key_Space)
    assert again(dialog, task.old).decision is Decision.NEW
    qtbot.keyClick(dialog.grid, Key.Key_Delete)
    qtbot.keyClick(dialog.grid, Key.Key_Return, Modifier.ControlModifier)
    assert task.new not in [made.text for made in new_tasks(services)]
    assert len(new_tasks(services)) == 26


def test_the_old_words_of_a_line_can_stay(qtbot: QtBot, dialog: RolloverDialog, services: Services) -> None:
    line = next(row for row in dialog.lines() if row.origin is Origin.TASK and row.changes)
    assert dialog.grid.go_to((line.origin, line.ref))
    dialog.grid.setFocus()
    qtbot.keyClick(dialog.grid, Key.Key_G, Modifier.ControlModifier | Modifier.ShiftModifier)
    dialog.accept()
    assert line.old in [made.text for made in new_tasks(services)]


def test_new_words_are_typed_in_place(qtbot: QtBot, dialog: RolloverDialog, services: Services) -> None:
    line = next(row for row in dialog.lines() if row.origin is Origin.TASK)
    assert dialog.grid.go_to((line.origin, line.ref), column=NEW)
    dialog.grid.setFocus()
    qtbot.keyClick(dialog.grid, Key.Key_F2)
    editor = dialog.grid.viewport().findChild(QPlainTextEdit)
    assert editor.toPlainText() == line.new
    editor.selectAll()
    compose(editor, "Ban hành Chỉ thị năm mới")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: again(dialog, line.old).new == "Ban hành Chỉ thị năm mới")
    dialog.accept()
    assert new_tasks(services)[0].text == "Ban hành Chỉ thị năm mới"


def test_an_empty_text_is_refused_beside_the_work(qtbot: QtBot, dialog: RolloverDialog) -> None:
    line = dialog.lines()[0]
    at = dialog.model.line_of((line.origin, line.ref))
    assert at is not None
    assert not dialog.model.enter({(at, NEW): " "})
    assert dialog._trouble.isVisible()
    assert dialog.lines()[0].new == line.new


def test_no_plan_goes_without_its_title(qtbot: QtBot, dialog: RolloverDialog) -> None:
    title = dialog.lines()[0]
    assert dialog.grid.go_to((title.origin, title.ref))
    dialog.decide(Decision.LEAVE_OUT)
    assert dialog.lines()[0].decision is Decision.NEW


def test_all_lines_are_chosen_and_brought_back(qtbot: QtBot, dialog: RolloverDialog) -> None:
    dialog.grid.setFocus()
    qtbot.keyClick(dialog.grid, Key.Key_A, Modifier.ControlModifier)
    qtbot.keyClick(dialog.grid, Key.Key_G, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert {line.decision for line in dialog.lines()} == {Decision.OLD}
    qtbot.keyClick(dialog.grid, Key.Key_A, Modifier.ControlModifier)
    qtbot.keyClick(dialog.grid, Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert {line.decision for line in dialog.lines()} == {Decision.NEW}


def test_f8_goes_from_one_flagged_line_to_the_next(qtbot: QtBot, services: Services, window: MainWindow) -> None:
    bases = ("Căn cứ Luật Thi đua, khen thưởng ngày 26/11/2003;", "Căn cứ Nghị quyết số 22/NQ-HĐND ngày 21/12/2023;")
    services.plans.create(Plan("Kế hoạch giai đoạn 2020 - 2024", 2024, legal_bases=("Theo đề nghị của Sở;", *bases)))
    window.show_year(2025)
    window.show_year(2024)
    window.plans.rollover_action.trigger()
    dialog = in_front(qtbot, window)
    dialog.grid.setCurrentIndex(dialog.grid.proxy.index(1, NEW))
    notes = []
    for _ in range(4):
        qtbot.keyClick(dialog.grid, Key.Key_F8)
        notes.append(dialog.grid.currentIndex().siblingAtColumn(NOTE).data())
    assert notes == [
        "15/2003/QH11 hết hiệu lực từ 01/01/2024; thay bằng 06/2022/QH15",
        "Điền số và ngày văn bản của năm mới",
        "Giai đoạn đã hết năm 2024",
        "15/2003/QH11 hết hiệu lực từ 01/01/2024; thay bằng 06/2022/QH15",
    ]


def test_a_click_in_the_list_chooses(qtbot: QtBot, dialog: RolloverDialog) -> None:
    line = dialog.model.rows()[1]
    at = dialog.model.line_of((line.origin, line.ref))
    assert at is not None
    where = dialog.grid.visualRect(dialog.grid.proxy.index(at, OLD)).center()
    qtbot.mouseClick(dialog.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
    current = dialog.grid.current()
    assert current is not None and current.ref == line.ref


def test_the_same_plan_made_twice_is_pointed_out(
    dialog: RolloverDialog, services: Services, window: MainWindow
) -> None:
    dialog.accept()
    title = new_plan(services).title
    window.show_year(2024)
    window.plans.rollover_action.trigger()
    second = window.plans.rollover.dialog
    assert second is not None
    assert any(title in shown.text() and "đã có" in shown.text() for shown in second.findChildren(QLabel))


def test_a_plan_without_anything_that_moves_says_so(services: Services, window: MainWindow) -> None:
    services.plans.create(Plan("Kế hoạch công tác", 2024, issued_on=date(2024, 1, 5)))
    window.show_year(2025)
    window.show_year(2024)
    window.plans.rollover_action.trigger()
    opened = window.plans.rollover.dialog
    assert opened is not None
    assert any("Không thấy năm" in shown.text() for shown in opened.findChildren(QLabel))
    opened.accept()
    assert new_plan(services).title == "Kế hoạch công tác"


def test_without_a_plan_there_is_nothing_to_roll_over(window: MainWindow) -> None:
    window.show_year(2030)
    assert not window.plans.rollover_action.isEnabled()


def test_it_is_in_the_menus(services: Services, with_plan: PlanId, window: MainWindow) -> None:
    window.show_year(2024)
    wanted = window.plans.rollover_action
    assert wanted in window.plans.header.more_menu.actions()
    assert wanted in window.menus._page_menus[0].actions()
    assert wanted.isEnabled()
