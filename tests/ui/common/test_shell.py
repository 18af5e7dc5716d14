"""Messages, preferences, crashes, Qt's own words, fields."""

from __future__ import annotations

import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMessageBox, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.helpers import compose
from thidua_desktop.ui.common.crash import FAULT_NAME, LOG_NAME, CrashReporter, CrashWindow
from thidua_desktop.ui.common.dialogs import TextDialog
from thidua_desktop.ui.common.editors import DAY_FORM, DayEdit, SearchField, SuggestEdit, wrong_day
from thidua_desktop.ui.common.entry import DayNotRead
from thidua_desktop.ui.common.feedback import Banner, Offer, WindowFeedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.translator import VietnameseTranslator

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_the_banner_says_and_offers(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    done: list[int] = []
    banner.show_message("Đã xóa.", Tone.SUCCESS, (Offer("Hoàn tác", lambda: done.append(1)),))
    qtbot.mouseClick(banner.buttons()[0], Qt.MouseButton.LeftButton)
    assert done == [1]
    assert not banner.isVisible()
    banner.show_message("Khác.", Tone.DANGER, ())
    assert (banner.text(), banner.buttons()) == ("Khác.", ())
    qtbot.keyClick(banner, Key.Key_Escape)
    assert not banner.isVisible()


def test_the_mouse_on_a_message_leaves_the_focus_where_it_was(qtbot: QtBot, window: QWidget) -> None:
    banner, field = Banner(window), QLineEdit(window)
    window.show()
    field.show()
    field.setFocus()
    banner.show_message("Đã lưu.", Tone.SUCCESS, (Offer("Hoàn tác", lambda: None),))
    qtbot.mouseClick(banner._text, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is field
    qtbot.mouseClick(banner.buttons()[0], Qt.MouseButton.LeftButton)
    assert window.focusWidget() is field
    assert banner.isHidden()


def test_trouble_is_told_in_its_sentence(qtbot: QtBot, window: QWidget) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    WindowFeedback(window, banner).trouble(DayNotRead(text="31/2"))
    assert banner.text().startswith("“31/2” không phải là một ngày.")


def test_a_question_names_the_deed_on_its_button(qtbot: QtBot, window: QWidget) -> None:
    done: list[int] = []
    WindowFeedback(window, Banner(window)).confirm("Xóa?", yes="Xóa kế hoạch", then=lambda: done.append(1))
    box = window.findChild(QMessageBox)
    labels = [button.text() for button in box.buttons()]
    assert labels == ["Xóa kế hoạch", "Quay lại"]
    assert box.defaultButton() is box.buttons()[0]
    qtbot.mouseClick(box.buttons()[0], Qt.MouseButton.LeftButton)
    assert done == [1]


def test_enter_goes_back_where_nothing_could_be_taken_back(qtbot: QtBot, window: QWidget) -> None:
    done: list[int] = []
    feedback = WindowFeedback(window, Banner(window))
    feedback.confirm("Xóa các bản sao lưu?", yes="Xóa các bản ấy", then=lambda: done.append(1), final=True)
    qtbot.keyClick(window.findChild(QMessageBox), Qt.Key.Key_Return)
    assert done == []


def test_a_reason_must_be_written(qtbot: QtBot, window: QWidget) -> None:
    said: list[str] = []
    WindowFeedback(window, Banner(window)).ask_text("Ghi lý do", "Lý do:", yes="Chuyển", then=said.append)
    dialog = window.findChild(TextDialog)
    field = dialog.focusWidget() or dialog
    qtbot.keyClick(field, Key.Key_Return)
    assert dialog.isVisible()
    compose(field, "Chờ  kinh phí ")
    qtbot.keyClick(field, Key.Key_Return)
    assert said == ["Chờ kinh phí"]


def test_preferences_come_back(tmp_path: Path) -> None:
    path = tmp_path / "giao-dien.ini"
    first = Preferences(path)
    first.set_number("window/tab", 2)
    first.set_state("window", QByteArray(b"\x00\x01state"))
    first.set_folder("export", tmp_path)
    store = tmp_path / "Cơ quan.tdkt"
    store.touch()
    first.add_recent_file(store)
    first.add_recent_file(tmp_path / "đã mất.tdkt")
    first.save()
    again = Preferences(path)
    assert again.number("window/tab", 0) == 2
    assert again.state("window") == QByteArray(b"\x00\x01state")
    assert again.folder("export") == tmp_path
    assert again.recent_files() == (store,)
    assert not again.damaged


@pytest.mark.parametrize("rubbish", [b"\xff\xfe\x00[[[=\x00", b'[General]\nrecent="[1, {"\nwindow\\tab=x\n'])
def test_unreadable_preferences_give_the_defaults(tmp_path: Path, rubbish: bytes) -> None:
    path = tmp_path / "giao-dien.ini"
    path.write_bytes(rubbish)
    preferences = Preferences(path)
    assert preferences.number("window/tab", 1) == 1
    assert preferences.recent_files() == ()
    assert preferences.state("window") is None


def test_a_crash_is_logged_and_shown_once_with_text_to_copy(qtbot: QtBot, tmp_path: Path) -> None:
    reporter = CrashReporter(tmp_path)
    reporter.install()
    try:
        assert sys.excepthook.__self__ is reporter  # type: ignore[union-attr]
        worker = threading.Thread(target=lambda: 1 // 0)
        worker.start()
        worker.join()
        reporter.report(ValueError("Nguyen Thi Lan 001099000001"))
        qtbot.waitUntil(lambda: reporter.window is not None)
        shown = reporter.window
        assert isinstance(shown, CrashWindow)
        assert "ZeroDivisionError" in shown.report()
        copy = next(button for button in shown.findChildren(QPushButton) if "Sao chép" in button.text())
        qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == shown.report()
        shown.accept()
        qtbot.waitUntil(lambda: reporter.window is None)
    finally:
        reporter.uninstall()
    log = (tmp_path / LOG_NAME).read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert "ERROR ValueError" in log
    assert "Lan" not in log


def test_a_fall_of_the_last_run_is_found(qapp: QApplication, tmp_path: Path) -> None:
    assert CrashReporter(tmp_path).last_fault() == ""
    (tmp_path / FAULT_NAME).write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")
    assert "Segmentation fault" in CrashReporter(tmp_path).last_fault()


def test_qts_buttons_speak_vietnamese(qtbot: QtBot, qapp: QApplication) -> None:
    translator = VietnameseTranslator()
    qapp.installTranslator(translator)
    try:
        buttons = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(buttons.Cancel | buttons.Close | buttons.Yes | buttons.No | buttons.Save)
        qtbot.addWidget(box)
        assert {button.text().replace("&", "") for button in box.buttons()} == {"Hủy", "Đóng", "Có", "Không", "Lưu"}
    finally:
        qapp.removeTranslator(translator)


def test_a_day_is_written_in_full_or_marked(qtbot: QtBot, window: QWidget) -> None:
    field = DayEdit(year=2024, parent=window)
    other = SearchField("Tìm", window)
    for made in (field, other):
        made.show()
    field.setFocus()
    qtbot.keyClicks(field, "5/6")
    other.setFocus()
    assert (field.text(), field.day()) == ("05/06/2024", date(2024, 6, 5))
    field.setFocus()
    field.setText("31/2")
    other.setFocus()
    assert field.property("wrong") is True
    assert not field.readable()


def test_a_day_is_picked_from_the_calendar(qtbot: QtBot, window: QWidget) -> None:
    field = DayEdit(year=2024, parent=window)
    field.set_day(date(2024, 6, 5))
    field.show()
    field.setFocus()
    qtbot.keyClick(field, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.menu is not None
    qtbot.waitUntil(field.menu.isVisible)
    calendar = field.menu.actions()[0].defaultWidget()  # type: ignore[attr-defined]
    days = calendar.findChild(QTableView)
    qtbot.keyClick(days, Key.Key_Right)
    qtbot.keyClick(days, Key.Key_Return)
    qtbot.waitUntil(lambda: field.day() == date(2024, 6, 6))


def test_escape_empties_a_search(qtbot: QtBot, window: QWidget) -> None:
    field = SearchField("Tìm", window)
    field.show()
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Key.Key_Escape)
    assert field.text() == ""


def test_a_name_is_taken_from_the_list_into_its_place(qtbot: QtBot, window: QWidget) -> None:
    field = SuggestEdit(lambda: ("Sở Nội vụ", "Sở Y tế"), separator=";", parent=window)
    field.show()
    field.setFocus()
    compose(field, "Văn phòng; ; Sở Y tế")
    field.setCursorPosition(len("Văn phòng; "))
    qtbot.keyClicks(field, "noi")
    assert field.offered() == ["Sở Nội vụ"]
    field._take(field.offered()[0])
    assert field.text() == "Văn phòng; Sở Nội vụ; Sở Y tế"


def test_a_file_that_no_program_opens_is_said_with_its_place(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def opens(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    monkeypatch.chdir(tmp_path)
    window = QWidget()
    qtbot.addWidget(window)
    banner = Banner(window)
    WindowFeedback(window, banner).open_file(Path("mẫu.docx"))
    assert asked == [(tmp_path / "mẫu.docx").as_posix()]
    assert banner.text() == f"Máy chưa có chương trình mở được “mẫu.docx”. Tệp nằm ở {tmp_path}."


def test_a_field_says_what_is_wrong_with_its_day(qtbot: QtBot, window: QWidget) -> None:
    field, other = DayEdit(year=2026, parent=window), DayEdit(year=2026, parent=window)
    assert (field.fault(), field.fault(needed=True)) == ("", DAY_FORM)
    field.setText("31/02/2026")
    assert field.fault() == "Tháng 02/2026 không có ngày 31."
    other.setText("hôm qua")
    assert wrong_day(other, field) == DAY_FORM
    assert wrong_day(field, other) == "Tháng 02/2026 không có ngày 31."
    field.setText("28/2/2026")
    assert wrong_day(field) == ""
