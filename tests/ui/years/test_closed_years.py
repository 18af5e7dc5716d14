"""A closed year is marked, can be read and not changed, and is opened again for a reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.conftest import fixed_today
from tests.ui.helpers import FakeFeedback, ImmediateRunner, unnamed
from thidua_desktop.bootstrap import open_services
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import NominationId, PlanId, RoundId, TaskId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def full(with_plan: PlanId, window: MainWindow) -> MainWindow:
    """A year with a plan, a round and a nomination."""
    held = window.services.nominations
    held.save_round(Round("Tổng kết năm 2024", 2024))
    changes = held.add(Nomination(RoundId(1), RecipientKind.PERSON, "Nguyễn Văn An", "lao_dong_tien_tien"))
    window.navigation.changes_made.emit(changes)
    window.show_year(2025)
    window.show_year(2024)
    return window


@pytest.fixture
def closed(full: MainWindow) -> MainWindow:
    """The same year, closed by its menu entry."""
    full.keeping.year_action.trigger()
    return full


def test_closing_asks_and_says_what_is_left(closed: MainWindow, feedback: FakeFeedback) -> None:
    assert feedback.questions[-1] == "Khóa sổ năm 2024?"
    assert "Còn 27 nhiệm vụ chưa xong." in feedback.details[-1]
    assert closed.services.years.closed() == (2024,)
    assert feedback.said[-1] == "Đã khóa sổ năm 2024."
    assert closed.keeping.year_action.text() == "Mở lại sổ năm 2024…"


def test_no_is_no(full: MainWindow, feedback: FakeFeedback) -> None:
    feedback.agree = False
    full.keeping.year_action.trigger()
    assert full.services.years.closed() == ()


def test_the_mark_stands_beside_the_year(closed: MainWindow) -> None:
    at = closed.years.currentIndex()
    assert not closed.years.itemIcon(at).isNull()
    assert closed.years.itemData(at, Qt.ItemDataRole.AccessibleTextRole) == "Năm 2024, đã khóa sổ"
    assert closed.strip.isVisible()
    assert closed.strip.text().startswith("Năm 2024 đã khóa sổ")
    closed.step_year(1)
    assert not closed.strip.isVisible()
    assert closed.years.itemIcon(closed.years.currentIndex()).isNull()
    assert closed.keeping.year_action.text() == "Khóa sổ năm 2025…"


def test_the_plan_can_be_read_and_not_typed_in(qtbot: QtBot, closed: MainWindow) -> None:
    table = closed.plans.table
    table.grid.setFocus()
    table.grid.setCurrentIndex(table.grid.proxy.index(1, 1))
    qtbot.keyClick(table.grid, Key.Key_F2)
    assert table.grid.findChild(QPlainTextEdit) is None
    qtbot.keyClick(table.grid, Key.Key_Minus, CONTROL)
    assert len(closed.services.tasks.of_plan(PlanId(1))) == 27
    for deed in (table.add_action, table.delete_action, *table.state_menu.actions(), closed.plans.edit_action):
        assert not deed.isEnabled(), deed.text()
    assert closed.plans.annex_action.isEnabled()
    assert closed.plans.tracker_action.isEnabled()


def test_nominations_can_be_read_and_not_changed(qtbot: QtBot, closed: MainWindow) -> None:
    closed.show_page(2)
    page = closed.nominations
    page.show_nomination(NominationId(1))
    for deed in (page.add_action, page.edit_action, page.delete_action, page.add_round_action, page.paste_action):
        assert not deed.isEnabled(), deed.text()
    qtbot.keyClick(page.grid, Key.Key_Minus, CONTROL)
    assert len(closed.services.nominations.of_round(RoundId(1))) == 1
    assert page.copy_action.isEnabled()


def test_the_calendar_says_why(qtbot: QtBot, closed: MainWindow, feedback: FakeFeedback) -> None:
    closed.show_page(1)
    closed.calendar.show_task(TaskId(1))
    closed.calendar.requests.ask_completion(TaskId(1))
    assert closed.calendar.asking.dialog is None
    assert feedback.said[-1].startswith("Năm 2024 đã khóa sổ")
    note = closed.calendar.panel.findChild(QPlainTextEdit)
    assert note is not None and note.isReadOnly()


def test_other_ways_are_refused_with_a_sentence(closed: MainWindow, feedback: FakeFeedback) -> None:
    closed.calendar.deeds.set_progress(TaskId(1), 50)
    assert feedback.said[-1].startswith("Năm 2024 đã khóa sổ")
    assert closed.services.tasks.get(TaskId(1)).progress == 0


def test_reopening_asks_for_the_reason(qtbot: QtBot, closed: MainWindow, feedback: FakeFeedback) -> None:
    feedback.text = "bổ sung hồ sơ theo kết luận thanh tra"
    qtbot.mouseClick(closed.strip.reopen, LEFT)
    assert closed.services.years.closed() == ()
    assert not closed.strip.isVisible()
    assert closed.plans.table.model.editable
    assert closed.plans.edit_action.isEnabled()
    assert closed.nominations.add_action.isEnabled()
    entry = closed.services.history.recent(1)[0]
    assert entry.params["reason"] == "bổ sung hồ sơ theo kết luận thanh tra"
    task = closed.services.tasks.get(TaskId(1))
    closed.services.tasks.save(replace(task, state=TaskState.IN_PROGRESS))


def test_without_a_reason_it_stays_closed(qtbot: QtBot, closed: MainWindow, feedback: FakeFeedback) -> None:
    feedback.text = None
    qtbot.mouseClick(closed.strip.reopen, LEFT)
    assert closed.services.years.closed() == (2024,)


def test_undo_of_closing_opens_the_year(closed: MainWindow) -> None:
    closed.undo()
    assert closed.services.years.closed() == ()
    assert not closed.strip.isVisible()
    assert closed.plans.table.model.editable


def test_every_part_has_a_name(closed: MainWindow) -> None:
    assert unnamed(closed.strip) == []


def test_a_file_open_for_reading_says_so_and_offers_to_write(
    qtbot: QtBot, services: Services, with_plan: PlanId, preferences: Preferences, feedback: FakeFeedback
) -> None:
    services.years.close(2024)
    with open_services(services.path, read_only=True, today=fixed_today) as looking:
        window = MainWindow(looking, preferences, runner=ImmediateRunner(feedback), feedback=feedback)
        qtbot.addWidget(window)
        window.show()
        assert window.strip.text().startswith("Tệp đang mở để xem")
        assert window.strip.reopen.isHidden()
        for deed in (
            *(window.menus.undo_action, window.menus.import_action, window.keeping.year_action),
            *(window.plans.new_action, window.plans.table.add_action, window.nominations.add_round_action),
        ):
            assert not deed.isEnabled(), deed.text()
        wanted: list[Path] = []
        window.file_wanted.connect(wanted.append)
        qtbot.mouseClick(window.strip.write, LEFT)
        assert wanted == [services.path]
        window.close()
