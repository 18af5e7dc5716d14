"""The frame: records found and opened, steps taken back, files dropped, every action reachable by keyboard."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, ImmediateRunner, compose
from thidua_desktop.common.progress import Step
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.services import demo
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.help import ShortcutSheet
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.office.first_start import FirstStart
from thidua_desktop.ui.showing import CALENDAR, DIRECTORY, NOMINATIONS, PLANS

Key = Qt.Key
Modifier = Qt.KeyboardModifier
CONTROL = Modifier.ControlModifier


@pytest.fixture
def ready(with_plan: PlanId, window: MainWindow) -> MainWindow:
    """The window with the sample plan."""
    return window


def test_a_new_file_asks_for_the_office_first(
    qtbot: QtBot, services: Services, preferences: Preferences, runner: ImmediateRunner, feedback: FakeFeedback
) -> None:
    window = MainWindow(services, preferences, runner=runner, feedback=feedback)
    qtbot.addWidget(window)
    window.show()
    dialog = window.dialog
    assert isinstance(dialog, FirstStart)
    compose(dialog.name, "Sở Nội vụ")
    dialog.posts.setPlainText("KT. GIÁM ĐỐC\n\nPHÓ GIÁM ĐỐC ")
    qtbot.mouseClick(dialog.later, Qt.MouseButton.LeftButton)
    office = services.office.get()
    assert (office.name, office.signer_posts) == ("Sở Nội vụ", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"))
    assert window.windowTitle().startswith("Sở Nội vụ – co-quan.tdkt")


def test_search_finds_without_diacritics_and_opens_by_enter(qtbot: QtBot, ready: MainWindow) -> None:
    ready.show_page(2)
    qtbot.keyClick(ready.tabs, Key.Key_K, CONTROL)
    assert ready.search.hasFocus()
    qtbot.keyClicks(ready.search, "kien toan hoi dong")
    qtbot.waitUntil(ready.search.results.isVisible)
    assert "Kiện toàn Hội đồng" in ready.search.results.item(0).text()
    qtbot.keyClick(ready.search, Key.Key_Return)
    assert ready.stack.currentWidget() is ready.plans
    current = ready.plans.table.grid.current()
    assert current is not None and current.text.startswith("Kiện toàn Hội đồng")
    assert not ready.search.results.isVisible()


def test_search_says_when_there_is_nothing(qtbot: QtBot, ready: MainWindow) -> None:
    ready.search.setFocus()
    qtbot.keyClicks(ready.search, "zzz")
    qtbot.waitUntil(ready.search.results.isVisible)
    assert "Không tìm thấy" in ready.search.results.item(0).text()
    qtbot.keyClick(ready.search, Key.Key_Escape)
    assert not ready.search.results.isVisible()


def test_a_step_is_taken_back_and_done_again(qtbot: QtBot, ready: MainWindow, with_plan: PlanId) -> None:
    def first() -> str:
        return ready.services.tasks.of_plan(with_plan)[0].text

    before = first()
    assert ready.plans.table.model.enter({(1, 1): "Đổi nội dung"})
    qtbot.waitUntil(lambda: first() == "Đổi nội dung")
    assert ready.menus.undo_action.text() == "Hoàn tác: sửa 1 nhiệm vụ"
    ready.plans.table.grid.setFocus()
    qtbot.keyClick(ready.plans.table.grid, Key.Key_Z, CONTROL)
    assert first() == before
    assert ready.plans.table.model.rows()[0].text == before
    qtbot.keyClick(ready.plans.table.grid, Key.Key_Y, CONTROL)
    assert first() == "Đổi nội dung"


def test_undo_in_a_field_belongs_to_the_field(qtbot: QtBot, ready: MainWindow, with_plan: PlanId) -> None:
    entries = len(ready.services.history.recent())
    ready.plans.table.search.setFocus()
    qtbot.keyClicks(ready.plans.table.search, "abc")
    qtbot.keyClick(ready.plans.table.search, Key.Key_Z, CONTROL)
    assert ready.plans.table.search.text() == ""
    assert len(ready.services.history.recent()) == entries


def test_tabs_and_years_by_key(qtbot: QtBot, ready: MainWindow) -> None:
    qtbot.keyClick(ready.tabs, Key.Key_2, CONTROL)
    assert ready.stack.currentWidget() is ready.calendar
    qtbot.keyClick(ready.tabs, Key.Key_1, CONTROL)
    qtbot.keyClick(ready.tabs, Key.Key_Right, Modifier.AltModifier)
    assert (ready.year(), ready.plans.year()) == (2025, 2025)
    qtbot.keyClick(ready.tabs, Key.Key_Left, Modifier.AltModifier)
    assert ready.plans.plan() is not None


def test_long_work_is_stopped_by_key(qtbot: QtBot, ready: MainWindow) -> None:
    stops = []
    ready.status.stop_wanted.connect(lambda: stops.append(True))
    key, control = Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(ready, key, control)
    assert stops == []
    ready.status.work_on("Đang sao lưu")
    ready.status.show_step(Step(1, 9, "copying"))
    qtbot.keyClick(ready, key, control)
    qtbot.keyClick(ready, key, control)
    assert stops == [True]
    ready.status.rest()


def test_every_pane_is_reached_by_one_key(qtbot: QtBot, ready: MainWindow) -> None:
    ready.show_page(PLANS)
    ready.tabs.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_F6)
        seen.append(QApplication.focusWidget())
    plans = ready.plans
    assert set(seen) == {ready.search, plans.list, plans.structure, plans.table.grid, ready.tabs}
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_F6, Modifier.ShiftModifier)
    assert QApplication.focusWidget() is seen[-2]


def test_a_record_that_is_gone_is_told(ready: MainWindow, feedback: FakeFeedback) -> None:
    ready.navigation.open_requested.emit("task", 9999)
    assert len(feedback.troubles) == 1


def test_a_copy_of_the_file_can_be_opened(ready: MainWindow, feedback: FakeFeedback, tmp_path: Path) -> None:
    feedback.target = tmp_path / "bản sao.tdkt"
    ready.files.save_copy()
    assert feedback.target.stat().st_size > 0
    wanted: list[object] = []
    ready.file_wanted.connect(wanted.append)
    ready.files.take(feedback.target)
    assert wanted == [feedback.target]


def test_window_and_tab_are_remembered(
    qtbot: QtBot, ready: MainWindow, services: Services, preferences: Preferences, feedback: FakeFeedback
) -> None:
    ready.show_page(1)
    ready.close()
    assert preferences.state("places/window") is not None
    again = MainWindow(services, preferences, runner=ImmediateRunner(feedback), feedback=feedback)
    qtbot.addWidget(again)
    assert again.tabs.currentIndex() == 1


def test_the_sheet_of_keys_names_every_key(qtbot: QtBot, ready: MainWindow) -> None:
    qtbot.keyClick(ready.tabs, Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    sheet = ready.dialog
    assert isinstance(sheet, ShortcutSheet)
    told = {key for _, _, key in sheet.model.rows()}
    assert {"Ctrl+I", "Ctrl+Z", "Ctrl+K", "Ctrl+D", "Ctrl+E", "F2"} <= told


def test_keys_of_the_window_are_not_given_twice(ready: MainWindow) -> None:
    keys = Counter(deed.shortcut().toString() for deed in ready.actions() if not deed.shortcut().isEmpty())
    assert [key for key, count in keys.items() if count > 1] == []
    for page in ready.pages.all():
        inner = Counter(
            deed.shortcut().toString()
            for widget in (page, *page.findChildren(QWidget))
            for deed in widget.actions()
            if not deed.shortcut().isEmpty() and deed.parent() is widget
        )
        assert set(inner) & set(keys) == set(), type(page).__name__


def test_every_menu_entry_does_something(ready: MainWindow) -> None:
    ready.pages.all()
    for top in ready.menuBar().actions():
        top.menu().aboutToShow.emit()
        for deed in top.menu().actions():
            if not deed.isSeparator() and deed.menu() is None:
                assert deed.receivers("2triggered(bool)") > 0, deed.text()


def _nameless(root: QWidget) -> list[str]:
    """Fields and buttons that a screen reader could not name."""
    found: list[str] = []
    for widget in root.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
        if inner or widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(root):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox) and not (
            widget.accessibleName() or text
        ):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_every_field_and_button_has_a_name(ready: MainWindow) -> None:
    for number in range(ready.tabs.count()):
        ready.show_page(number)
        assert _nameless(ready) == []
    ready.open_office()
    assert ready.dialog is not None
    assert _nameless(ready.dialog) == []
    plans = ready.plans
    for deed in (plans.new_action, plans.edit_action, plans.duties_action, plans.approve_action):
        deed.trigger()
        assert plans.deeds.dialog is not None
        assert _nameless(plans.deeds.dialog) == []
    for view in range(plans.tabs.count()):
        plans.show_view(view)
        assert _nameless(plans) == []
    ready.plans.intake.show(None, ready.services.imports.read_plan_text(demo.plan_text(2024)))
    preview = ready.plans.intake.preview
    assert preview is not None
    assert _nameless(preview) == []


def test_icons_follow_the_scheme(ready: MainWindow, qapp: QApplication) -> None:
    deed = ready.menus.import_action
    light = deed.icon().pixmap(24, 24).toImage()
    theme.use(qapp, theme.DARK)
    try:
        dark = deed.icon().pixmap(24, 24).toImage()
    finally:
        theme.use(qapp, None)
    assert light != dark
    assert deed.icon().pixmap(24, 24).toImage() == light


def test_a_page_is_made_when_it_is_first_needed(qtbot: QtBot, window: MainWindow, first_page: int) -> None:
    """What concerns all pages must not be lost on one that is made later."""
    assert list(window.pages.made) == [first_page]
    window.step_year(1)
    window.show_page(NOMINATIONS)
    assert set(window.pages.made) == {first_page, NOMINATIONS}
    assert window.nominations.year() == window.year() == 2025
    window.show_page(CALENDAR)
    assert window.calendar.scene.day.year == 2025
    window.navigation.open_requested.emit(Kind.UNIT.value, 1)
    assert window.stack.currentWidget() is window.directory


def test_a_page_of_a_closed_year_is_made_locked(services: Services, window: MainWindow) -> None:
    services.years.close(2024)
    window.keeping.show_year(2024)
    window.show_page(NOMINATIONS)
    assert not window.nominations.model.editable
    assert not window.submitting.panel.editable


def test_the_file_menu_has_what_the_plans_bring_once(window: MainWindow) -> None:
    window.show_page(DIRECTORY)
    menu = window.menuBar().actions()[0].menu()
    for _ in range(2):
        menu.aboutToShow.emit()
    shown = [deed.text() for deed in menu.actions()]
    assert shown.count("Nhận bảng theo dõi…") == shown.count("Xuất") == shown.count("In") == 1
    assert shown.index("Xuất") < shown.index("Thông tin cơ quan…")
