"""The history: found without diacritics, told field by field, and a way back to any line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.history.columns import TAKEN_BACK
from thidua_desktop.ui.history.loading import Record
from thidua_desktop.ui.history.window import HistoryWindow
from thidua_desktop.ui.main_window import MainWindow

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def history(with_plan: PlanId, window: MainWindow) -> HistoryWindow:
    """The history after an import, a finished task, a note on it and a change of the office."""
    services = window.services
    services.tasks.move([TaskId(1)], TaskState.DONE)
    services.tasks.save(replace(services.tasks.get(TaskId(1)), note="Đã gửi báo cáo"))
    window.keeping.open_history()
    assert window.keeping.history is not None
    return window.keeping.history


def told(window: HistoryWindow) -> list[str]:
    proxy = window.grid.proxy
    lines = (window.model.line(proxy.mapToSource(proxy.index(at, 0)).row()) for at in range(proxy.rowCount()))
    return [line.sentence for line in lines if line is not None]


def fields(window: HistoryWindow) -> list[tuple[str, str, str]]:
    return [(line.field, line.before, line.after) for line in window.fields.rows()]


def test_the_latest_is_on_top_under_its_day(history: HistoryWindow) -> None:
    assert [sentence.split(" “")[0] for sentence in told(history)] == [
        "Sửa nhiệm vụ",
        "Chuyển 1 nhiệm vụ sang",
        "Nhập kế hoạch",
        "Sửa thông tin cơ quan",
    ]
    assert history.grid.proxy.index(0, 0).data() == "Thứ Năm, 20/06/2024 – 4 việc"
    assert fields(history) == [("Ghi chú", "", "Đã gửi báo cáo")]


def test_the_models_keep_qts_rules(history: HistoryWindow, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(history.model)
    qtmodeltester.check(history.fields)


def test_search_needs_no_diacritics(qtbot: QtBot, history: HistoryWindow) -> None:
    history.search.setFocus()
    qtbot.keyClicks(history.search, "nhap ke hoach")
    qtbot.waitUntil(lambda: len(told(history)) == 1)
    assert told(history)[0].startswith("Nhập kế hoạch “")
    history.search.setText("không có chữ này")
    qtbot.waitUntil(lambda: history.entries_pane.currentIndex() == 2)


def test_filter_by_kind(history: HistoryWindow) -> None:
    history.kinds.setCurrentText("Cơ quan")
    assert told(history) == ["Sửa thông tin cơ quan"]
    history.kinds.setCurrentText("Kế hoạch")
    assert [sentence[:4] for sentence in told(history)] == ["Nhập"]


def test_choosing_a_line_shows_what_it_changed(qtbot: QtBot, history: HistoryWindow) -> None:
    history.grid.setFocus()
    qtbot.keyClick(history.grid, Key.Key_Down)
    assert ("Tình trạng", "Chưa làm", "Hoàn thành") in fields(history)
    assert history.fields.rows()[0].record.startswith("Nhiệm vụ 1: ")


def test_back_to_a_line_and_forward_again(
    qtbot: QtBot, window: MainWindow, history: HistoryWindow, services: Services, feedback: FakeFeedback
) -> None:
    heard: list[object] = []
    window.navigation.changes_made.connect(heard.append)
    imported = history.model.rows()[2].entry.id
    history.grid.go_to(imported, column=1)
    qtbot.mouseClick(history.back, LEFT)
    assert "ngay sau việc: nhập kế hoạch “" in feedback.questions[-1]
    assert feedback.details[-1].startswith("2 việc làm sau đó sẽ được bỏ.")
    assert services.tasks.get(TaskId(1)).state is TaskState.NOT_STARTED
    assert len(heard) == 1
    holds = {line.sentence.split(" “")[0]: line.holds for line in history.model.rows()}
    assert holds["Sửa nhiệm vụ"] is False
    assert holds["Nhập kế hoạch"] is True
    assert history.grid.proxy.index(2, 2).data() == TAKEN_BACK

    saved = next(line for line in history.model.rows() if line.sentence.startswith("Sửa nhiệm vụ"))
    history.grid.go_to(saved.entry.id, column=1)
    assert not history.alone.isEnabled()
    qtbot.keyClick(history.grid, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "2 việc đã bỏ trước đây sẽ được lấy lại." in feedback.details[-1]
    assert services.tasks.get(TaskId(1)).note == "Đã gửi báo cáo"
    assert feedback.said[-1].startswith("Đã đưa dữ liệu về lúc 14:05")


def test_going_back_is_asked_first(qtbot: QtBot, history: HistoryWindow, feedback: FakeFeedback) -> None:
    feedback.agree = False
    history.grid.go_to(history.model.rows()[2].entry.id, column=1)
    qtbot.mouseClick(history.back, LEFT)
    assert len(history.model.rows()) == 4


def test_the_newest_line_is_where_one_is(history: HistoryWindow) -> None:
    assert not history.back.isEnabled()
    assert history.alone.isEnabled()


def test_one_operation_alone(qtbot: QtBot, history: HistoryWindow, services: Services, feedback: FakeFeedback) -> None:
    history.grid.go_to(history.model.rows()[1].entry.id, column=1)
    qtbot.mouseClick(history.alone, LEFT)
    task = services.tasks.get(TaskId(1))
    assert (task.state, task.note) == (TaskState.NOT_STARTED, "Đã gửi báo cáo")
    assert feedback.said[-1].startswith("Đã hoàn tác: chuyển 1 nhiệm vụ sang")


def test_what_was_built_upon_is_refused_with_a_sentence(
    qtbot: QtBot, history: HistoryWindow, services: Services, feedback: FakeFeedback
) -> None:
    history.grid.go_to(history.model.rows()[2].entry.id, column=1)  # the import, whose task has been changed since
    qtbot.mouseClick(history.alone, LEFT)
    assert "không hoàn tác riêng việc này được" in feedback.said[-1]
    assert services.tasks.get(TaskId(1)).state is TaskState.DONE


def test_the_history_of_one_record(qtbot: QtBot, history: HistoryWindow) -> None:
    history.show_record(Record(Kind.TASK, 2, "Việc thứ hai"))
    assert [sentence[:4] for sentence in told(history)] == ["Nhập"]
    assert {line.record.split(":")[0] for line in history.fields.rows()} == {"Nhiệm vụ 2"}
    assert "Chủ trì" in {line.field for line in history.fields.rows()}
    assert not history.kinds.isVisible()
    qtbot.mouseClick(history.whole, LEFT)
    assert len(told(history)) == 4


def test_every_part_has_a_name(history: HistoryWindow) -> None:
    assert unnamed(history) == []


def test_the_main_window_opens_it_by_key_and_from_a_record(qtbot: QtBot, with_plan: PlanId, window: MainWindow) -> None:
    qtbot.keyClick(window.tabs, Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    opened = window.keeping.history
    assert opened is not None and opened.isVisible()
    assert len(opened.model.rows()) == 2
    opened.close()
    window.plans.show_task(TaskId(3))
    menu = window.plans.table.context_menu()
    next(deed for deed in menu.actions() if deed.text() == "Lịch sử của nhiệm vụ").trigger()
    assert window.keeping.history is opened and opened.isVisible()
    assert len(opened.model.rows()) == 1
    opened.close()
    window.plans.history_action.trigger()
    assert [line.sentence[:4] for line in opened.model.rows()] == ["Nhập"]


def test_a_file_open_for_reading_shows_history_and_changes_nothing(history: HistoryWindow, services: Services) -> None:
    services.read_only = True
    history.grid.go_to(history.model.rows()[1].entry.id, column=1)
    assert not history.back.isEnabled()
    assert not history.alone.isEnabled()
