"""The structure of a plan edited by keys and by drag: kept at once, numbered on, taken back by one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, compose
from thidua_desktop.domain import plan_tree
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.plan_tree import OutlineNode
from thidua_desktop.domain.plans import PlanKind, PlanPart, Role
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.plans.page import PlansPage
from thidua_desktop.ui.plans.structure import StructureTree

Key = Qt.Key
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tree(plans: PlansPage) -> StructureTree:
    """The tree of a plan written from nothing, whose headings are numbered in order."""
    created = plans._services.plans.create_from_nothing(PlanKind.ANNUAL, 2024, "Kế hoạch mới")
    plans._navigation.changes_made.emit(created)
    plans.show_plan(created.created[0])
    plans.structure.setFocus()
    return plans.structure


def headings(plans: PlansPage) -> list[str]:
    plan = plans.plan()
    assert plan is not None and plan.id is not None
    return [part.text for part in plans._services.plans.parts(plan.id) if part.role is Role.HEADING]


def parts(plans: PlansPage) -> tuple[PlanPart, ...]:
    plan = plans.plan()
    assert plan is not None and plan.id is not None
    return plan_tree.body(plans._services.plans.parts(plan.id))


def at(tree: StructureTree, words: str) -> QTreeWidgetItem:
    return next(item for item in tree._items() if words in item.text(0))


def go(tree: StructureTree, words: str) -> None:
    tree.setCurrentItem(at(tree, words))
    tree.setFocus()


def type_name(qtbot: QtBot, tree: StructureTree, text: str) -> None:
    editor = tree.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    compose(editor, text)
    with qtbot.waitSignal(tree.renamed):
        qtbot.keyClick(editor, Key.Key_Return)


def test_a_heading_is_added_named_and_numbered(qtbot: QtBot, plans: PlansPage, tree: StructureTree) -> None:
    before = headings(plans)
    first = next(text for text in before if text.startswith("I."))
    go(tree, first)
    qtbot.keyClick(tree, Key.Key_Insert)
    type_name(qtbot, tree, "CHỈ TIÊU")
    numbered = [part for part in parts(plans) if part.level == 1]
    assert [part.label for part in numbered] == ["I.", "II.", "III.", "IV.", "V."]
    assert "CHỈ TIÊU" in numbered[1].text
    assert at(tree, "CHỈ TIÊU").text(0) == "II. CHỈ TIÊU"


def test_a_heading_below_another_takes_the_style_of_its_level(
    qtbot: QtBot, plans: PlansPage, tree: StructureTree
) -> None:
    go(tree, "Quý II")
    label = at(tree, "Quý II").text(0).split(" ")[0]
    assert label == "2."
    qtbot.keyClick(tree, Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    type_name(qtbot, tree, "Tháng 4")
    new = next(part for part in parts(plans) if "Tháng 4" in part.text)
    assert (new.level, new.label) == (3, "a)")


def test_a_name_is_changed_in_place_without_its_number(qtbot: QtBot, plans: PlansPage, tree: StructureTree) -> None:
    go(tree, "1. Mục đích")
    qtbot.keyClick(tree, Key.Key_F2)
    editor = tree.viewport().findChild(QLineEdit)
    assert editor.text() == "Mục đích"
    type_name(qtbot, tree, "Mục đích chung")
    assert at(tree, "Mục đích chung").text(0) == "1. Mục đích chung"
    assert any("Mục đích chung" in text for text in headings(plans))


def test_moving_up_and_down_numbers_on_and_is_taken_back(
    qtbot: QtBot, window: MainWindow, plans: PlansPage, tree: StructureTree
) -> None:
    before = parts(plans)
    go(tree, "Quý II")
    qtbot.keyClick(tree, Key.Key_Down, ALT_SHIFT)
    order = [item.text(0) for item in tree._items() if "Quý" in item.text(0)]
    assert order[:4] == ["1. Quý I", "2. Quý III", "3. Quý II", "4. Quý IV"]
    current = tree.currentItem()
    assert current is not None and current.text(0) == "3. Quý II"
    qtbot.keyClick(tree, Key.Key_Up, ALT_SHIFT)
    assert [part.text for part in parts(plans)] == [part.text for part in before]
    qtbot.keyClick(tree, Key.Key_Z, CONTROL)
    assert [item.text(0) for item in tree._items() if "Quý" in item.text(0)][:2] == ["1. Quý I", "2. Quý III"]


def test_a_heading_goes_in_and_out(qtbot: QtBot, plans: PlansPage, tree: StructureTree) -> None:
    go(tree, "Quý II")
    qtbot.keyClick(tree, Key.Key_Right, ALT_SHIFT)
    inner = next(part for part in parts(plans) if part.text.endswith("Quý II"))
    assert inner.level == 3
    assert at(tree, "Quý III").text(0) == "2. Quý III"
    go(tree, "Quý II")
    qtbot.keyClick(tree, Key.Key_Left, ALT_SHIFT)
    assert [item.text(0) for item in tree._items() if "Quý" in item.text(0)][1:3] == ["2. Quý II", "3. Quý III"]


def test_what_cannot_go_further_in_is_told(
    qtbot: QtBot, plans: PlansPage, tree: StructureTree, feedback: FakeFeedback
) -> None:
    before = parts(plans)
    go(tree, "1. Mục đích")
    qtbot.keyClick(tree, Key.Key_Right, ALT_SHIFT)
    assert len(feedback.troubles) == 1
    assert parts(plans) == before


def test_a_heading_is_deleted_after_a_question_and_its_tasks_stay(
    qtbot: QtBot, window: MainWindow, plans: PlansPage, feedback: FakeFeedback
) -> None:
    tree = plans.structure
    plan = plans.plan()
    assert plan is not None and plan.id is not None
    tasks = len(window.services.tasks.of_plan(plan.id))
    heading = next(item for item in tree._items() if "QUÝ II" in item.text(0).upper() and item.childCount())
    name = heading.text(0)
    go(tree, name)
    qtbot.keyClick(tree, Key.Key_Delete)
    assert "Xóa mục" in feedback.questions[-1]
    assert "nhiệm vụ của mục vẫn còn" in feedback.details[-1]
    assert len(window.services.tasks.of_plan(plan.id)) == tasks
    assert name not in [item.text(0) for item in tree._items()]


def drag(tree: StructureTree, source: str, target: str, *, inside: bool) -> None:
    """Let a line go above another one, or onto it, as the mouse does."""
    go(tree, source)
    box = tree.visualItemRect(at(tree, target))
    where = box.center() if inside else QPoint(box.center().x(), box.top() + 1)
    index = tree.indexFromItem(at(tree, source))
    data = tree.model().mimeData([index])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = Qt.DropAction.MoveAction
    QApplication.sendEvent(tree.viewport(), QDragEnterEvent(where, move, data, buttons, none))
    QApplication.sendEvent(tree.viewport(), QDragMoveEvent(where, move, data, buttons, none))
    QApplication.sendEvent(tree.viewport(), QDropEvent(QPointF(where), move, data, buttons, none))


def test_a_line_dragged_above_another_stands_before_it(plans: PlansPage, tree: StructureTree) -> None:
    tree.expandAll()
    drag(tree, "Quý III", "Quý I", inside=False)
    order = [item.text(0) for item in tree._items() if "Quý" in item.text(0)]
    assert order[:4] == ["1. Quý III", "2. Quý I", "3. Quý II", "4. Quý IV"]


def test_a_line_dragged_onto_another_stands_inside_it(plans: PlansPage, tree: StructureTree) -> None:
    tree.expandAll()
    drag(tree, "Quý III", "Quý I", inside=True)
    inner = next(part for part in parts(plans) if part.text.endswith("Quý III"))
    assert (inner.level, inner.label) == (3, "a)")
    parent = at(tree, "Quý III").parent()
    assert parent is not None and parent.text(0) == "1. Quý I"
    assert at(tree, "Quý IV").text(0) == "3. Quý IV"


def test_numbers_that_do_not_run_on_are_shown_before_they_change(
    qtbot: QtBot, plans: PlansPage, tree: StructureTree, feedback: FakeFeedback
) -> None:
    plans.pane.editor.renumber()
    assert "liền nhau" in feedback.said[-1]
    plan = plans.plan()
    assert plan is not None and plan.id is not None
    rest = tuple(part for part in parts(plans) if not part.text.endswith("Quý II"))
    plans._navigation.changes_made.emit(plans._services.plans.save_parts(plan.id, rest))
    tree.setFocus()
    qtbot.keyClick(tree, Key.Key_N, CONTROL | Qt.KeyboardModifier.AltModifier)
    dialog = plans.pane.editor.dialog
    assert dialog is not None
    shown = [dialog.changes.item(row).text() for row in range(dialog.changes.count())]
    assert [line.split("    ")[0] for line in shown] == ["3.  →  2.", "4.  →  3."]
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert [item.text(0) for item in tree._items() if "Quý" in item.text(0)][1:3] == ["2. Quý III", "3. Quý IV"]


def test_a_text_that_names_an_old_number_is_pointed_out(
    plans: PlansPage, tree: StructureTree, feedback: FakeFeedback
) -> None:
    plan = plans.plan()
    assert plan is not None and plan.id is not None
    kept = list(parts(plans))
    closing = next(row for row, part in enumerate(kept) if part.text.endswith("Quý IV"))
    kept.insert(closing + 1, PlanPart(Role.TEXT, "Các đơn vị thực hiện theo khoản 2 mục II.", kept[0].source))
    plans._navigation.changes_made.emit(plans._services.plans.save_parts(plan.id, kept))
    go(tree, "Quý II")
    plans.pane.editor.up_action.trigger()
    assert "nhắc số cũ" in feedback.said[-1]
    feedback.offers[0].do()
    dialog = plans.pane.editor.dialog
    assert dialog is not None and dialog.references.count() == 1
    assert "khoản 2 mục II" in dialog.references.item(0).text()
    assert "nay là" in dialog.references.item(0).text()


def test_nothing_moves_where_nothing_may_be_changed(qtbot: QtBot, plans: PlansPage, tree: StructureTree) -> None:
    before = parts(plans)
    plans.lock(True)
    go(tree, "Quý II")
    qtbot.keyClick(tree, Key.Key_Down, ALT_SHIFT)
    qtbot.keyClick(tree, Key.Key_Insert)
    qtbot.keyClick(tree, Key.Key_F2)
    assert tree.viewport().findChild(QLineEdit) is None
    drag(tree, "Quý III", "Quý I", inside=False)
    assert parts(plans) == before


def test_a_long_plan_shows_what_is_seen_at_once_and_the_rest_soon(qtbot: QtBot) -> None:
    tree = StructureTree()
    qtbot.addWidget(tree)
    tasks = [Task(PlanId(1), f"Việc {number}", 2026, id=TaskId(number)) for number in range(1, 301)]
    nodes = tuple(OutlineNode(None, (task,)) for task in tasks)
    tree.set_outline(nodes)
    assert tree.topLevelItemCount() < 100
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 300)
    assert [item.text(0) for item in tree._items()] == [task.text for task in tasks]
    tree.set_outline(nodes[1:])
    tree.show_task(tasks[250])
    assert tree.current_node() == nodes[250]
    assert tree.topLevelItemCount() == 299
