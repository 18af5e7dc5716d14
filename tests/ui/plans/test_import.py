"""From a document on the disk to the year's tasks and the tracker, through the real window."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.services import demo
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.plans.preview import ImportPreview

Key = Qt.Key
Modifier = Qt.KeyboardModifier


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at, held = Qt.DropAction.CopyAction, (Qt.MouseButton.LeftButton, Modifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(400, 300), at, data, *held))
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), at, data, *held))


def shown(window: MainWindow) -> ImportPreview:
    preview = window.plans.intake.preview
    assert preview is not None
    return preview


def test_three_actions_lead_from_the_file_to_the_tracker_on_disk(
    qtbot: QtBot, services: Services, preferences: Preferences, feedback: FakeFeedback, plan_file: Path
) -> None:
    services.office.save(demo.OFFICE)
    window = MainWindow(services, preferences, runner=ImmediateRunner(feedback))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    actions = 0

    drop(window, plan_file)
    actions += 1
    preview = shown(window)

    qtbot.keyClick(preview, Key.Key_Return)
    actions += 1
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    target = Path(dialog.selectedFiles()[0])

    qtbot.keyClick(dialog.findChild(QLineEdit), Key.Key_Return)
    actions += 1
    qtbot.waitUntil(target.exists)

    assert actions == 3
    assert target.parent == plan_file.parent
    assert target.name == "Bảng theo dõi 2024 - Kế hoạch thi đua 2024.xlsx"
    kept = services.plans.of_year(2024)[0]
    sheet = openpyxl.load_workbook(target).active
    assert sheet is not None
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert kept.plan.id is not None
    assert {task.text for task in services.tasks.of_plan(kept.plan.id)} <= texts
    assert "Mở tệp" in [button.text() for button in window.banner.buttons()]


def test_what_is_not_agreed_to_is_not_kept(qtbot: QtBot, window: MainWindow, plan_file: Path) -> None:
    drop(window, plan_file)
    qtbot.keyClick(shown(window), Key.Key_Escape)
    assert window.services.plans.years() == ()


def test_a_plan_comes_from_the_clipboard(qtbot: QtBot, window: MainWindow, feedback: FakeFeedback) -> None:
    QGuiApplication.clipboard().setText(demo.plan_text(2024))
    window.plans.list.setFocus()
    qtbot.keyClick(window.plans.list, Key.Key_V, Modifier.ControlModifier | Modifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.plans.intake.preview is not None)
    preview = shown(window)
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    qtbot.keyClick(preview, Key.Key_S, Modifier.ControlModifier)
    assert len(window.services.tasks.of_year(2024)) == len(preview.review().kept) > 20
    assert window.plans.list.row() is not None


def test_an_empty_clipboard_is_told(window: MainWindow, feedback: FakeFeedback) -> None:
    QGuiApplication.clipboard().clear()
    window.plans.intake.read_clipboard()
    assert "chưa có văn bản" in feedback.said[-1]


def test_a_file_that_cannot_be_read_is_told_and_nothing_is_kept(
    window: MainWindow, feedback: FakeFeedback, tmp_path: Path
) -> None:
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"\x00\x01\x02 khong phai word")
    drop(window, broken)
    assert len(feedback.troubles) == 1
    assert window.plans.intake.preview is None
    assert window.services.plans.years() == ()


def test_the_same_file_again_is_warned_of(qtbot: QtBot, with_plan: PlanId, window: MainWindow, plan_file: Path) -> None:
    drop(window, plan_file)
    preview = shown(window)
    assert "đã được nhập" in preview.banner.text()
    opened: list[object] = []
    window.navigation.open_requested.connect(lambda kind, number: opened.append((kind, number)))
    qtbot.mouseClick(preview.banner.buttons()[0], Qt.MouseButton.LeftButton)
    assert opened == [("plan", with_plan)]


@pytest.mark.parametrize("name", ["chon-tep", "ctrl-i"])
def test_a_file_can_be_chosen_from_menu_and_key(
    qtbot: QtBot, window: MainWindow, feedback: FakeFeedback, plan_file: Path, name: str
) -> None:
    feedback.file = plan_file
    if name == "ctrl-i":
        window.tabs.setFocus()
        qtbot.keyClick(window.tabs, Key.Key_I, Modifier.ControlModifier)
    else:
        window.menus.import_action.trigger()
    qtbot.waitUntil(lambda: window.plans.intake.preview is not None)
