"""Undo and redo from every tab, in plain words, and never instead of the undo of a field."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.undo import ChangedSince
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.showing import PLANS

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ready(with_plan: PlanId, window: MainWindow) -> MainWindow:
    """The window with the sample plan just imported."""
    return window


def test_the_menu_says_what_would_be_undone(ready: MainWindow) -> None:
    text = ready.menus.undo_action.text()
    assert text.startswith("Hoàn tác: nhập kế hoạch “KẾ HOẠCH")
    assert text.endswith("nhiệm vụ)")
    assert not ready.menus.redo_action.isEnabled()


def test_an_ampersand_in_a_title_is_shown_as_one(ready: MainWindow) -> None:
    ready.navigation.changes_made.emit(ready.services.plans.create(Plan("Thi đua & khen thưởng", 2024)))
    assert "Thi đua && khen thưởng" in ready.menus.undo_action.text()


@pytest.mark.parametrize("tab", [0, 1, 2])
def test_undo_and_redo_work_from_every_tab(qtbot: QtBot, ready: MainWindow, feedback: FakeFeedback, tab: int) -> None:
    ready.show_page(tab)
    ready.tabs.setFocus()
    qtbot.keyClick(ready.tabs, Key.Key_Z, CONTROL)
    assert ready.services.plans.of_year(2024) == ()
    assert ready.plans.plan() is None
    assert feedback.said[-1].startswith("Đã hoàn tác: nhập kế hoạch “")
    assert ready.menus.redo_action.text().startswith("Làm lại: nhập kế hoạch “")
    qtbot.keyClick(ready.tabs, Key.Key_Y, CONTROL)
    assert len(ready.services.plans.of_year(2024)) == 1
    assert ready.plans.plan() is not None
    assert feedback.said[-1].startswith("Đã làm lại: nhập kế hoạch “")


def test_a_cell_being_typed_in_keeps_its_own_undo(qtbot: QtBot, ready: MainWindow) -> None:
    ready.show_page(PLANS)
    grid = ready.plans.table.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.proxy.index(1, 1))
    qtbot.keyClick(grid, Key.Key_F2)
    editor = grid.findChild(QPlainTextEdit)
    assert editor is not None and editor.isVisible()
    before = editor.toPlainText()
    qtbot.keyClicks(editor, "abc")
    qtbot.keyClick(editor, Key.Key_Z, CONTROL)
    assert editor.toPlainText() == before
    qtbot.keyClick(editor, Key.Key_Z, CONTROL)  # nothing left to undo in the field: still not the plan
    assert len(ready.services.plans.of_year(2024)) == 1


def test_the_note_beside_the_calendar_keeps_its_own_undo(qtbot: QtBot, ready: MainWindow) -> None:
    ready.show_page(1)
    task = ready.services.tasks.of_year(2024)[0].task
    assert task.id is not None
    ready.calendar.show_task(task.id)
    note = ready.calendar.panel.findChild(QPlainTextEdit)
    assert note is not None
    note.setFocus()
    qtbot.keyClicks(note, "abc")
    qtbot.keyClick(note, Key.Key_Z, CONTROL)
    assert note.toPlainText() == ""
    assert len(ready.services.plans.of_year(2024)) == 1


def test_a_refusal_is_a_sentence_and_changes_nothing(
    ready: MainWindow, feedback: FakeFeedback, with_plan: PlanId
) -> None:
    """What has been changed since cannot be taken back alone; a closed year is not changed at all."""
    ready.services.tasks.add(Task(with_plan, "Việc mới", 2024))
    added = ready.services.history.recent(1)[0]
    task = ready.services.tasks.of_plan(with_plan)[-1]
    ready.services.tasks.save(replace(task, text="Việc mới, sửa lại"))
    with pytest.raises(ChangedSince):
        ready.services.undo.undo(added.id)
    ready.services.years.close(2024)
    ready.services.plans.create(Plan("Kế hoạch năm sau", 2025))
    ready.undo()  # the plan of 2025
    ready.undo()  # the closing of 2024
    assert ready.services.years.closed() == ()
    assert feedback.troubles == []
    ready.redo()
    ready.services.plans.create(Plan("Kế hoạch khác", 2025))
    ready.services.undo.undo()
    entries = len(ready.services.history.recent())
    ready.runner.run(lambda: ready.services.undo.undo(added.id + 1), lambda _changes: None)
    assert feedback.said[-1].startswith("Năm 2024 đã khóa sổ")
    assert len(ready.services.history.recent()) == entries
