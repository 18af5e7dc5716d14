"""The tasks as a spreadsheet, in the real window: a block from Excel, bulk changes, carrying over, the filter row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, compose
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.plans.task_dialogs import BulkDialog, CarryOverDialog
from thidua_desktop.ui.plans.task_table import TaskTable

Key = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def table(with_plan: PlanId, window: MainWindow) -> TaskTable:
    window.show_page(0)
    for year in (2025, 2024):  # the window may have been there before the plan
        window.show_year(year)
    return window.plans.table


def column(table: TaskTable, key: str) -> int:
    return next(at for at, found in enumerate(table.model.columns) if found.key == key)


def kept(table: TaskTable) -> tuple[Task, ...]:
    assert table._plan is not None and table._plan.id is not None
    return table._services.tasks.of_plan(table._plan.id)


def go(table: TaskTable, position: int, key: str, *, rows: int = 1) -> None:
    assert table.grid.go_to(kept(table)[position - 1].id, column=column(table, key))
    table.grid.setFocus()
    at = table.grid.currentIndex()
    for step in range(1, rows):
        index = table.grid.proxy.index(at.row() + step, at.column())
        table.grid.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def block(rows: int) -> str:
    """A block of seven columns as Excel puts it on the clipboard."""
    lines = (
        f"Việc dán số {at}\tQuý IV\t11\t{at % 28 + 1}/11/2024\tSở Nội vụ; Sở Y tế\tVăn phòng UBND tỉnh\tĐang làm"
        for at in range(1, rows + 1)
    )
    return "\r\n".join(lines) + "\r\n"


def test_a_block_of_thirty_by_seven_is_pasted_with_growing_rows_and_one_key_takes_it_back(
    qtbot: QtBot, window: MainWindow, table: TaskTable
) -> None:
    before = kept(table)
    assert len(before) == 27
    go(table, 20, "text")
    below = sum(
        table.model.line(at) is not None
        for at in range(table.grid.currentIndex().row(), 100)
        if at < table.model.rowCount()
    )
    QGuiApplication.clipboard().setText(block(30))
    qtbot.keyClick(table.grid, Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(kept(table)) == 27 + 30 - below)
    pasted = [task for task in kept(table) if task.text.startswith("Việc dán số")]
    assert len(pasted) == 30
    assert {(task.quarter, task.month, task.lead, task.coordinate, task.state) for task in pasted} == {
        (4, 11, ("Sở Nội vụ", "Sở Y tế"), ("Văn phòng UBND tỉnh",), TaskState.IN_PROGRESS)
    }
    assert next(task.due for task in pasted if task.text == "Việc dán số 7") == date(2024, 11, 8)
    assert table._count.text() == f"{27 + 30 - below} nhiệm vụ"

    qtbot.keyClick(table.grid, Key.Key_Z, CONTROL)
    assert kept(table) == before
    assert table._count.text() == "27 nhiệm vụ"
    qtbot.keyClick(table.grid, Key.Key_Y, CONTROL)
    assert [task.text for task in kept(table)].count("Việc dán số 30") == 1


def test_a_plan_without_tasks_takes_a_block(qtbot: QtBot, window: MainWindow, table: TaskTable) -> None:
    table.grid.setFocus()
    qtbot.keyClick(table.grid, Key.Key_A, CONTROL)
    table.delete()
    assert kept(table) == ()
    assert table._pages.currentWidget() is table._empty
    QGuiApplication.clipboard().setText("Nội dung nhiệm vụ\tQuý\nViệc một\tI\nViệc hai\tII\n")
    qtbot.mouseClick(table._empty.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [(task.text, task.quarter) for task in kept(table)] == [("Việc một", 1), ("Việc hai", 2)])


def test_many_tasks_are_changed_in_one_step(qtbot: QtBot, window: MainWindow, table: TaskTable) -> None:
    go(table, 1, "text", rows=3)
    steps = len(window.services.history.recent())
    qtbot.keyClick(table.grid, Key.Key_M, CONTROL | SHIFT)
    dialog = table.dialog
    assert isinstance(dialog, BulkDialog)
    assert not dialog.yes.isEnabled()
    dialog.quarter.setCurrentText("Quý III")
    dialog.lead.setText("Sở Nội vụ; Công an tỉnh")
    dialog.product.setText("-")
    dialog.due.setText("31/9")
    assert not dialog.yes.isEnabled()
    dialog.due.setText("30/9")
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: kept(table)[2].lead == ("Sở Nội vụ", "Công an tỉnh"))
    assert {(task.quarter, task.due, task.product) for task in kept(table)[:3]} == {(3, date(2024, 9, 30), None)}
    assert len(window.services.history.recent()) == steps + 1


def test_the_rest_of_a_task_goes_on_in_the_next_quarter(
    qtbot: QtBot, window: MainWindow, table: TaskTable, feedback: FakeFeedback
) -> None:
    old = next(task for task in kept(table) if task.quarter == 2)
    table.show_task(old.id)
    qtbot.keyClick(table.grid, Key.Key_J, CONTROL | SHIFT)
    dialog = table.dialog
    assert isinstance(dialog, CarryOverDialog)
    assert dialog.period() == (2024, 3)
    assert not dialog.yes.isEnabled()
    compose(dialog.cause, "Chờ kinh phí")
    qtbot.keyClick(dialog.cause, Key.Key_Return)
    closed = next(task for task in kept(table) if task.id == old.id)
    assert (closed.state, closed.state_reason) == (TaskState.CARRIED_OVER, "Chờ kinh phí")
    new = kept(table)[-1]
    assert (new.text, new.quarter, new.state, new.note) == (old.text, 3, TaskState.NOT_STARTED, "Chuyển từ Quý II/2024")
    assert "Quý III/2024" in feedback.said[-1]
    qtbot.keyClick(table.grid, Key.Key_Z, CONTROL)
    assert len(kept(table)) == 27


def test_what_is_done_is_not_carried_over(window: MainWindow, table: TaskTable, feedback: FakeFeedback) -> None:
    go(table, 1, "text")
    table.move_to(TaskState.DONE)
    go(table, 1, "text")
    table.carry_over()
    assert "chưa xong" in feedback.said[-1]
    assert table.dialog is None


def test_state_and_quarter_are_given_by_key(qtbot: QtBot, table: TaskTable) -> None:
    go(table, 0, "text")
    opened = {"Đổi tình trạng…": table.state_menu, "Chuyển sang quý…": table.quarter_menu}
    for words, menu in opened.items():
        next(deed for deed in table.actions() if deed.text() == words).trigger()
        assert menu.isVisible()
        assert menu.activeAction() is menu.actions()[0]
        qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert [kept(table)[0].quarter, kept(table)[0].state] == [1, TaskState.NOT_STARTED]


def test_conditional_work_that_did_not_come_up_is_closed_as_such(
    window: MainWindow, table: TaskTable, feedback: FakeFeedback
) -> None:
    task = kept(table)[0]
    window.navigation.changes_made.emit(window.services.tasks.save(replace(task, conditional=True)))

    def pick(words: str) -> None:
        next(deed for deed in table.state_menu.actions() if deed.text() == words).trigger()

    go(table, 1, "text")
    pick("Không phát sinh")
    assert kept(table)[0].arisen is False
    assert table.grid.currentIndex().siblingAtColumn(column(table, "state")).data() == "Không phát sinh"
    pick("Có phát sinh")
    assert (kept(table)[0].arisen, kept(table)[0].state) == (True, TaskState.NOT_STARTED)
    go(table, 2, "text")
    pick("Không phát sinh")
    assert len(feedback.troubles) == 1


def test_the_same_work_in_another_plan_is_offered_when_one_is_finished(
    window: MainWindow, table: TaskTable, feedback: FakeFeedback
) -> None:
    other = PlanId(window.services.plans.create(Plan("Kế hoạch khác", 2024)).created[0])
    task = kept(table)[0]
    twin = TaskId(window.services.tasks.add(Task(other, task.text, 2024, quarter=task.quarter)).created[0])
    assert task.id is not None
    window.services.duplicates.link(task.id, twin)
    go(table, 1, "text")
    table.move_to(TaskState.DONE)
    assert "1 nhiệm vụ đã ghi là trùng" in feedback.said[-1]
    feedback.offers[0].do()
    assert window.services.tasks.get(twin).state is TaskState.DONE


def test_the_filter_row_counts_and_is_cleared_by_the_button(qtbot: QtBot, table: TaskTable) -> None:
    assert not table._clear.isVisible()
    go(table, 1, "text")
    qtbot.keyClick(table.grid, Key.Key_L, CONTROL | SHIFT)
    field = table.grid.filters._fields[column(table, "text")]
    assert isinstance(field, QLineEdit) and field.hasFocus()
    qtbot.keyClicks(field, "bao cao")
    qtbot.keyClick(field, Key.Key_Return)
    shown, total = table._count.text().split(" ")[0].split("/")
    assert 0 < int(shown) < int(total) == 27
    table.grid.filters.set_text(column(table, "quarter"), "Quý II")
    assert all(task.quarter == 2 for task in visible(table))
    assert table._clear.isVisible()
    qtbot.mouseClick(table._clear, Qt.MouseButton.LeftButton)
    assert table._count.text() == "27 nhiệm vụ"


def visible(table: TaskTable) -> list[Task]:
    proxy = table.grid.proxy
    lines = (table.model.line(proxy.mapToSource(proxy.index(at, 0)).row()) for at in range(proxy.rowCount()))
    return [line for line in lines if line is not None]


def test_a_task_that_the_filter_row_hides_is_shown_when_it_is_asked_for(table: TaskTable) -> None:
    table.grid.filters.set_text(column(table, "text"), "không có gì như thế")
    assert visible(table) == []
    wanted = kept(table)[4]
    assert wanted.id is not None and table.show_task(wanted.id)
    assert table.grid.current() == wanted


def test_day_unit_and_quarter_are_filled_down_together(qtbot: QtBot, table: TaskTable) -> None:
    go(table, 1, "text")
    table.model.enter({(1, column(table, "due")): "20/2/2024", (1, column(table, "lead")): "Sở Y tế"})
    qtbot.waitUntil(lambda: kept(table)[0].due == date(2024, 2, 20))
    flag = QItemSelectionModel.SelectionFlag
    table.grid.selectionModel().clearSelection()
    for line in (1, 2, 3):
        for key in ("due", "lead"):
            table.grid.selectionModel().select(table.grid.proxy.index(line, column(table, key)), flag.Select)
    qtbot.keyClick(table.grid, Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: kept(table)[2].due == date(2024, 2, 20))
    assert [task.lead for task in kept(table)[:3]] == [("Sở Y tế",)] * 3


def test_the_menu_of_the_tab_holds_the_deeds_of_the_table(window: MainWindow, table: TaskTable) -> None:
    menu = window.menus._page_menus[0]
    assert table.table_menu.menuAction() in menu.actions()
    tasks = next(deed.menu() for deed in menu.actions() if deed.text() == "Nhiệm vụ")
    assert isinstance(tasks, QMenu)
    assert {table.change_action, table.carry_action, table.state_menu.menuAction()} <= set(tasks.actions())


@pytest.mark.usefixtures("dressed")
def test_the_menu_of_the_tab_fits_a_low_screen(window: MainWindow, table: TaskTable) -> None:
    assert window.menus._page_menus[0].sizeHint().height() < 700
