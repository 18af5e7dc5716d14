"""The trash: seen with its moments, searched, and taken back by keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import PlanId, RoundId, TaskId
from thidua_desktop.domain.nominations import Round
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.trash.window import TrashWindow

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def opened(window: MainWindow) -> TrashWindow:
    window.keeping.open_trash()
    assert window.keeping.trash is not None
    return window.keeping.trash


@pytest.fixture
def trash(with_plan: PlanId, window: MainWindow) -> TrashWindow:
    """The trash after a task, the rest of its plan and a round went there."""
    services = window.services
    services.tasks.delete([TaskId(2)])
    services.plans.delete(with_plan)
    services.nominations.save_round(Round("Tổng kết năm 2024", 2024))
    services.nominations.delete_round(RoundId(1))
    return opened(window)


def test_an_empty_trash_says_what_would_be_here(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window.tabs, Key.Key_T, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    shown = window.keeping.trash
    assert shown is not None and shown.isVisible()
    assert shown.pages.currentIndex() == 1
    assert not shown.back.isEnabled()


def test_lines_tell_what_and_when(trash: TrashWindow) -> None:
    assert [item.kind for item in trash.model.rows()] == [Kind.ROUND, Kind.PLAN, Kind.TASK]
    assert trash.grid.proxy.index(1, 1).data().endswith("(cùng 26 nhiệm vụ)")
    assert trash.grid.proxy.index(2, 2).data().startswith("KẾ HOẠCH")
    assert trash.grid.proxy.index(0, 4).data().endswith("ngày 20/06/2024")


def test_the_model_keeps_qts_rules(trash: TrashWindow, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(trash.model)


def test_several_are_taken_back_by_keys(
    qtbot: QtBot, window: MainWindow, trash: TrashWindow, feedback: FakeFeedback
) -> None:
    trash.grid.setFocus()
    qtbot.keyClick(trash.grid, Key.Key_A, CONTROL)
    assert trash.back.text() == "Lấy lại 3 mục"
    qtbot.keyClick(trash.grid, Key.Key_Return, CONTROL)
    assert trash.model.rows() == ()
    assert trash.pages.currentIndex() == 1
    assert feedback.said[-1] == "Đã lấy lại 3 mục."
    assert len(window.services.tasks.of_plan(PlanId(1))) == 27
    assert window.plans.plan() is not None
    assert window.menus.undo_action.text() == "Hoàn tác: lấy lại 3 mục từ thùng rác"


def test_one_is_taken_back_by_mouse(qtbot: QtBot, trash: TrashWindow, feedback: FakeFeedback) -> None:
    trash.grid.go_to((Kind.ROUND, 1))
    qtbot.mouseClick(trash.back, LEFT)
    assert feedback.said[-1] == "Đã lấy lại đợt xét “Tổng kết năm 2024”."
    assert len(trash.model.rows()) == 2


def test_a_task_without_its_plan_is_refused_with_a_sentence(
    qtbot: QtBot, trash: TrashWindow, feedback: FakeFeedback
) -> None:
    trash.grid.go_to((Kind.TASK, 2))
    qtbot.mouseClick(trash.back, LEFT)
    assert "hãy lấy lại kế hoạch trước" in feedback.said[-1]
    assert len(trash.model.rows()) == 3


def test_a_closed_year_keeps_its_trash(
    qtbot: QtBot, window: MainWindow, trash: TrashWindow, feedback: FakeFeedback
) -> None:
    window.services.years.close(2024)
    qtbot.mouseClick(trash.every, LEFT)
    qtbot.mouseClick(trash.back, LEFT)
    assert feedback.said[-1].startswith("Năm 2024 đã khóa sổ")


def test_search_needs_no_diacritics(qtbot: QtBot, trash: TrashWindow) -> None:
    qtbot.keyClicks(trash.search, "tong ket nam")
    assert trash.grid.proxy.rowCount() == 1


def test_the_history_of_what_was_thrown_away(qtbot: QtBot, window: MainWindow, trash: TrashWindow) -> None:
    trash.grid.go_to((Kind.TASK, 2))
    qtbot.mouseClick(trash.past, LEFT)
    history = window.keeping.history
    assert history is not None
    assert [line.entry.operation for line in history.model.rows()] == ["task.delete", "plan.import"]


def test_every_part_has_a_name(trash: TrashWindow) -> None:
    assert unnamed(trash) == []
