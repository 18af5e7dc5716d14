"""The tab "Kế hoạch" on a real office file: what is typed is kept, what is thrown away comes back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, ImmediateRunner, compose
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import PlanKind, PlanState
from thidua_desktop.domain.tasks import ReasonMissing, Task, TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.plans.dialogs import DutiesDialog, PlanDialog
from thidua_desktop.ui.plans.new_plan_dialog import NewPlanDialog
from thidua_desktop.ui.plans.page import PlansPage

Key = Qt.Key
Modifier = Qt.KeyboardModifier


@pytest.fixture
def page(
    qtbot: QtBot,
    services: Services,
    with_plan: PlanId,
    runner: ImmediateRunner,
    feedback: FakeFeedback,
    *,
    navigation: Navigation,
    preferences: Preferences,
) -> PlansPage:
    made = PlansPage(services, runner, navigation, feedback, preferences=preferences)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show_year(2024)
    with qtbot.waitActive(made):
        made.show()
    return made


def column(page: PlansPage, key: str) -> int:
    return next(at for at, found in enumerate(page.table.model.columns) if found.key == key)


def tasks(page: PlansPage) -> tuple[Task, ...]:
    plan = page.plan()
    assert plan is not None and plan.id is not None
    return page._services.tasks.of_plan(plan.id)


def task(page: PlansPage, position: int) -> Task:
    return tasks(page)[position - 1]


def go(page: PlansPage, position: int, key: str) -> None:
    assert page.table.grid.go_to(task(page, position).id, column=column(page, key))
    page.table.grid.setFocus()


def choose_down(page: PlansPage, rows: int) -> None:
    grid = page.table.grid
    at = grid.currentIndex()
    for step in range(1, rows):
        index = grid.proxy.index(at.row() + step, at.column())
        grid.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def test_the_year_shows_its_plan_with_counts(page: PlansPage, services: Services) -> None:
    chosen = page.list.row()
    assert chosen is not None
    assert (chosen.tasks, chosen.done) == (27, 0)
    assert len(page.table.model.rows()) == 27
    page.show_year(2025)
    assert page.pages.currentWidget() is page.empty


def test_text_is_edited_in_place_and_kept(qtbot: QtBot, page: PlansPage) -> None:
    go(page, 1, "text")
    qtbot.keyClick(page.table.grid, Key.Key_F2)
    editor = page.table.grid.viewport().findChild(QPlainTextEdit)
    editor.selectAll()
    compose(editor, "Ban hành Chỉ thị")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: task(page, 1).text == "Ban hành Chỉ thị")
    assert page.table.grid.currentIndex().row() == 2


def test_a_day_is_typed_short_and_quarter_and_month_follow(qtbot: QtBot, page: PlansPage) -> None:
    go(page, 1, "due")
    qtbot.keyClick(page.table.grid, Key.Key_1)
    editor = page.table.grid.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "5/8")
    qtbot.keyClick(editor, Key.Key_Tab)
    qtbot.waitUntil(lambda: task(page, 1).due == date(2024, 8, 15))
    assert (task(page, 1).quarter, task(page, 1).month) == (3, 8)
    current = page.table.grid.current()
    assert current is not None and current.id == task(page, 1).id


def test_what_is_no_day_is_told_and_the_old_one_stays(qtbot: QtBot, page: PlansPage, feedback: FakeFeedback) -> None:
    before = task(page, 1)
    go(page, 1, "due")
    qtbot.keyClick(page.table.grid, Key.Key_9)
    qtbot.keyClick(page.table.grid.viewport().findChild(QLineEdit), Key.Key_Return)
    qtbot.waitUntil(lambda: bool(feedback.said))
    assert "không phải là một ngày" in feedback.said[-1]
    assert task(page, 1) == before


def test_a_quarter_is_chosen_from_the_list(qtbot: QtBot, page: PlansPage) -> None:
    go(page, 2, "quarter")
    qtbot.keyClick(page.table.grid, Key.Key_F2)
    combo = page.table.grid.viewport().findChild(QComboBox)
    qtbot.waitUntil(combo.view().isVisible)
    qtbot.keyClick(combo.view(), Key.Key_End)
    qtbot.keyClick(combo.view(), Key.Key_Return)
    qtbot.waitUntil(lambda: task(page, 2).quarter is None)


def test_units_are_filled_down_as_one_operation(qtbot: QtBot, page: PlansPage, services: Services) -> None:
    page.table.model.enter({(1, column(page, "lead")): "Văn phòng UBND tỉnh; Sở Y tế"})
    qtbot.waitUntil(lambda: task(page, 1).lead == ("Văn phòng UBND tỉnh", "Sở Y tế"))
    go(page, 1, "lead")
    choose_down(page, 4)
    before = len(services.history.recent())
    qtbot.keyClick(page.table.grid, Key.Key_D, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: task(page, 4).lead == ("Văn phòng UBND tỉnh", "Sở Y tế"))
    assert len(services.history.recent()) == before + 1


def test_a_block_from_excel_is_pasted(qtbot: QtBot, page: PlansPage) -> None:
    QGuiApplication.clipboard().setText('Việc một\tQuý I\t2\r\n"Việc\nhai"\tI\t3\r\n')
    go(page, 1, "text")
    qtbot.keyClick(page.table.grid, Key.Key_V, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: task(page, 2).text == "Việc hai")
    assert [(task(page, at).text, task(page, at).month) for at in (1, 2)] == [("Việc một", 2), ("Việc hai", 3)]


def test_a_block_with_one_wrong_cell_changes_nothing(qtbot: QtBot, page: PlansPage, feedback: FakeFeedback) -> None:
    before = tasks(page)
    QGuiApplication.clipboard().setText("Việc một\tQuý I\nViệc hai\tQuý 9\n")
    go(page, 1, "text")
    qtbot.keyClick(page.table.grid, Key.Key_V, Modifier.ControlModifier)
    assert "“Quý 9”" in feedback.said[-1]
    assert tasks(page) == before


def test_a_new_task_is_open_for_typing(qtbot: QtBot, page: PlansPage) -> None:
    go(page, 3, "text")
    qtbot.keyClick(page.table.grid, Key.Key_N, Modifier.ControlModifier | Modifier.ShiftModifier)
    editor = page.table.grid.viewport().findChild(QPlainTextEdit)
    assert editor.textCursor().selectedText() == "Nhiệm vụ mới"
    compose(editor, "Tổ chức hội thi")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: tasks(page)[-1].text == "Tổ chức hội thi")
    assert tasks(page)[-1].quarter == task(page, 3).quarter


def test_deleted_tasks_come_back_by_one_click(qtbot: QtBot, page: PlansPage, feedback: FakeFeedback) -> None:
    before = tasks(page)
    go(page, 1, "text")
    choose_down(page, 2)
    qtbot.keyClick(page.table.grid, Key.Key_Minus, Modifier.ControlModifier)
    assert len(tasks(page)) == len(before) - 2
    assert "2 nhiệm vụ" in feedback.said[-1]
    feedback.offers[0].do()
    assert tasks(page) == before


def test_a_state_that_needs_a_reason_asks_for_it(qtbot: QtBot, page: PlansPage, feedback: FakeFeedback) -> None:
    go(page, 1, "state")
    feedback.text = None
    page.table.model.enter({(1, column(page, "state")): "Hủy"})
    assert task(page, 1).state is TaskState.NOT_STARTED
    feedback.text = "Không còn chỉ tiêu"
    page.table.model.enter({(1, column(page, "state")): "huy"})
    assert (task(page, 1).state, task(page, 1).state_reason) == (TaskState.CANCELLED, "Không còn chỉ tiêu")
    assert not any(isinstance(trouble, ReasonMissing) for trouble in feedback.troubles)


def test_the_state_of_a_selection_is_set_from_the_menu(page: PlansPage, services: Services) -> None:
    go(page, 1, "text")
    choose_down(page, 3)
    next(deed for deed in page.table.state_menu.actions() if deed.text() == "Hoàn thành").trigger()
    assert [task(page, at).completed_on for at in (1, 2, 3)] == [services.today()] * 3


def test_a_selection_is_put_into_another_quarter(qtbot: QtBot, page: PlansPage) -> None:
    go(page, 1, "text")
    choose_down(page, 2)
    next(deed for deed in page.table.quarter_menu.actions() if deed.text() == "Quý IV").trigger()
    qtbot.waitUntil(lambda: [task(page, at).quarter for at in (1, 2)] == [4, 4])


def test_search_and_state_filter_together(qtbot: QtBot, page: PlansPage) -> None:
    qtbot.keyClicks(page.table.search, "bao cao")
    qtbot.waitUntil(lambda: page.table._count.text() != "27 nhiệm vụ")
    found = page.table._count.text()
    page.table.states.setCurrentText("Hoàn thành")
    assert page.table._count.text() == "0/27 nhiệm vụ"
    page.table.states.setCurrentText("Mọi tình trạng")
    assert page.table._count.text() == found
    qtbot.keyClick(page.table.search, Key.Key_Escape)
    qtbot.waitUntil(lambda: page.table._count.text() == "27 nhiệm vụ")


def test_a_task_hidden_by_the_search_is_shown_when_it_is_asked_for(page: PlansPage) -> None:
    page.table.search.setText("không có gì như thế")
    page.table._filter()
    wanted = task(page, 5)
    assert wanted.id is not None
    page.show_task(wanted.id)
    assert page.table.grid.current() == wanted


def test_a_heading_of_the_structure_shows_its_tasks(page: PlansPage) -> None:
    page.structure.setCurrentItem(item(page, "QUÝ I"))
    shown, total = page.table._count.text().split(" ")[0].split("/")
    assert 0 < int(shown) < int(total)
    page.pane.all_action.trigger()
    assert page.table._count.text() == "27 nhiệm vụ"


def item(page: PlansPage, words: str) -> QTreeWidgetItem:
    return next(found for found in page.structure._items() if words.casefold() in found.text(0).casefold())


def test_the_structure_follows_the_cursor_and_keeps_its_place(qtbot: QtBot, page: PlansPage) -> None:
    go(page, 9, "text")
    item = page.structure.currentItem()
    assert item is not None and task(page, 9).text[:20] in item.text(0)
    page.table.model.enter({(10, column(page, "product")): "Báo cáo"})
    qtbot.waitUntil(lambda: any(found.product == "Báo cáo" for found in tasks(page)))
    assert page.structure.currentItem() is item


def test_a_click_in_the_structure_goes_to_the_task(qtbot: QtBot, page: PlansPage) -> None:
    wanted = item(page, "Kiện toàn")
    page.structure.scrollToItem(wanted)
    where = page.structure.visualItemRect(wanted).center()
    qtbot.mouseClick(page.structure.viewport(), Qt.MouseButton.LeftButton, pos=where)
    current = page.table.grid.current()
    assert current is not None and current.text.startswith("Kiện toàn")


def test_standing_duties_become_tasks(qtbot: QtBot, page: PlansPage) -> None:
    duties = page.duties()
    page.duties_action.trigger()
    dialog = page.deeds.dialog
    assert isinstance(dialog, DutiesDialog)
    assert not dialog.yes.isEnabled()
    qtbot.keyClick(dialog.list, Key.Key_Return)
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert len(page.duties()) == len(duties) - 1
    assert tasks(page)[-1].text == duties[0].text
    assert tasks(page)[-1].quarter is None


def test_a_plan_is_written_from_nothing_and_put_in_front(
    qtbot: QtBot, page: PlansPage, navigation: Navigation, services: Services
) -> None:
    opened: list[tuple[str, int]] = []
    navigation.open_requested.connect(lambda kind, number: opened.append((kind, number)))
    qtbot.keyClick(page.list, Key.Key_N, Modifier.ControlModifier)
    dialog = page.deeds.dialog
    assert isinstance(dialog, NewPlanDialog)
    assert "2024" in dialog.title()
    usual = dialog.title()
    dialog.kinds.setCurrentText("Kế hoạch kiểm tra")
    assert dialog.title() != usual and "kiểm tra" in dialog.title().casefold()
    dialog.name.clear()
    assert not dialog.yes.isEnabled()
    compose(dialog.name, "Kế hoạch kiểm tra công tác thi đua năm 2024")
    dialog.kinds.setCurrentText("Kế hoạch năm")
    assert dialog.title() == "Kế hoạch kiểm tra công tác thi đua năm 2024"
    dialog.kinds.setCurrentText("Kế hoạch kiểm tra")
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert opened and opened[0][0] == "plan"
    page.show_plan(PlanId(opened[0][1]))
    plan = page.plan()
    assert plan is not None and plan.id is not None
    assert (plan.title, plan.kind) == ("Kế hoạch kiểm tra công tác thi đua năm 2024", PlanKind.INSPECTION)
    assert plan.issuer == "SỞ NỘI VỤ"
    assert page.structure.topLevelItemCount() > 2
    assert services.plans.parts(plan.id)


def test_a_plans_data_are_corrected(page: PlansPage) -> None:
    page.edit_action.trigger()
    dialog = page.deeds.dialog
    assert isinstance(dialog, PlanDialog)
    dialog.number.setText(" 99/KH-UBND ")
    dialog.state.setCurrentText("Đã ban hành")
    dialog.yes.click()
    plan = page.plan()
    assert plan is not None
    assert (plan.number, plan.state) == ("99/KH-UBND", PlanState.APPROVED)


def test_a_deleted_plan_comes_back_with_its_tasks(page: PlansPage, feedback: FakeFeedback) -> None:
    page.delete_action.trigger()
    assert "thùng rác" in feedback.questions[-1]
    assert page.pages.currentWidget() is page.empty
    feedback.offers[0].do()
    assert len(tasks(page)) == 27


def test_the_plan_takes_the_whole_width_by_key_and_remembers_it(
    qtbot: QtBot, page: PlansPage, services: Services, runner: ImmediateRunner, preferences: Preferences
) -> None:
    narrow = page.table.width()
    page.table.grid.setFocus()
    qtbot.keyClick(page.table.grid, Key.Key_H, Modifier.ControlModifier | Modifier.AltModifier)
    qtbot.waitUntil(lambda: page.table.width() > narrow + 200)
    again = PlansPage(services, runner, Navigation(), FakeFeedback(), preferences=preferences)
    qtbot.addWidget(again)
    assert again.side.isHidden()
    page.side_action.trigger()
    assert page.side.isVisible()


def test_nothing_can_be_changed_in_a_file_opened_to_look_at(
    qtbot: QtBot, services: Services, with_plan: PlanId, runner: ImmediateRunner, preferences: Preferences
) -> None:
    services.read_only = True
    page = PlansPage(services, runner, Navigation(), FakeFeedback(), preferences=preferences)
    qtbot.addWidget(page)
    page.show_year(2024)
    for deed in (page.import_action, page.new_action, page.edit_action, page.delete_action, page.table.add_action):
        assert not deed.isEnabled()
    assert page.annex_action.isEnabled()
    index = page.table.model.index(1, column(page, "text"))
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
