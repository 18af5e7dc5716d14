"""Every screen and dialog by keyboard and by ear: names, the way of the Tab key, letters, words, days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui import walking
from tests.ui.examining import deeds
from thidua_desktop.bootstrap import open_services
from thidua_desktop.services import demo
from thidua_desktop.services.container import Services
from thidua_desktop.ui import screens
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.translator import VietnameseTranslator
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.screen import settle
from thidua_desktop.ui.shots import SIZE

NAMES = [screen.name for screen in screens.SCREENS]

ONE_TERM: dict[str, tuple[str, ...]] = {
    "nhiệm vụ": ("đầu việc", "tác vụ"),
    "đơn vị": ("phòng ban",),
    "đợt xét": ("đợt bình xét", "đợt khen", "kỳ xét"),
    "phiên họp": ("cuộc họp", "buổi họp"),
    "kiểm phiếu": ("đếm phiếu",),
    "dự thảo": ("bản thảo", "bản nháp"),
    "đề nghị khen thưởng": ("đề xuất khen",),
    "tờ trình": ("bản trình",),
    "quyết định": ("quyết đinh",),
    "tệp": ("tập tin", "file"),
    "thùng rác": ("sọt rác",),
    "sao lưu": ("backup", "sao chép dự phòng"),
    "hoàn tác": ("undo",),
    "văn bản kết quả": ("minh chứng",),
    "lưu Word, lưu Excel": ("ghi tệp word", "ghi tệp excel", "ghi bảng tính"),
    "tránh biểu quyết": ("không biểu quyết",),
    "nhật ký thay đổi": ("nhật ký thao tác",),
    "bấm": ("click", "kích chuột", "nhấn", "nhấp"),
    "bỏ qua": ("hủy bỏ", "huỷ bỏ"),
    "anh/chị": ("bạn", "người dùng"),
    "tình trạng": ("trạng thái",),
    "người nhận": ("hồ sơ đối tượng", "thẻ hồ sơ", "gộp hồ sơ"),
}
"""The words of DESIGN §1 and of the program, each with those that would say the same in another way."""

_OTHERS = re.compile(
    r"(?<!\w)(" + "|".join(re.escape(word) for words in ONE_TERM.values() for word in words) + r")(?!\w)", re.IGNORECASE
)
_ENGLISH = re.compile(
    r"(?<![\w./-])(the|and|error|warning|cancel|close|save|open|print|copy|paste|select|search|page|redo|default|"
    r"settings|export|import|folder|link|template|clipboard|filter|sort|preview|password|OK)(?![\w./-])"
)
_SPELLING = re.compile(r"\b(xoá|huỷ|hoà|toà|khoá|thoả|uỷ|hoá)\b", re.IGNORECASE)
_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_ENGLISH_NUMBER = re.compile(r"\b\d{1,3}(,\d{3})+\b")

_ASKS_FIRST = frozenset(
    {"nhan-danh-sach-khong-phai", "dang-ky-dan-sai", "bao-cao-da-gui", "bieu-cap-tren-da-noi", "sao-luu"}
)
"""Screens with a message over them, which the first Esc closes, or with something that is not kept yet."""

_ENOUGH_OTHERWISE = {
    r"Xem \d+ nhiệm vụ nữa của ngày .*": "Enter on the day opens it",
    "Mở nhiệm vụ": "the list of reminders (Ctrl+Alt+V) has it with its letter",
    "Mở danh bạ đơn vị|Ẩn": "the first steps (Ctrl+Shift+F1) have each step and whether the strip is shown",
    "Thử mở để sửa|Mở lại để xem": "the menu of files opened before opens this one anew",
    "Bỏ tìm": "Esc in the search field, where the clerk is",
    "Chọn kỳ khác": "the field of the period (Alt+K, in the menu) stands above the empty page",
    "“.*” nay là “.*”": "found by its new name in the search of everything (Ctrl+K)",
}
"""Buttons of pages, by their words, with what does the same by key."""


@pytest.fixture(scope="module", autouse=True)
def language(qapp: QApplication) -> Iterator[None]:
    """Qt's own words as the program has them."""
    translator = VietnameseTranslator()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Services:
    folder = tmp_path_factory.mktemp("van-phong")
    services = open_services(folder / "van-phong-mau.tdkt", create=True, today=lambda: date(2026, 5, 20))
    demo.build(services, folder, 2026)
    return services


def shown(qtbot: QtBot, office: Services, folder: Path, name: str) -> tuple[MainWindow, QWidget]:
    screen = next(screen for screen in screens.SCREENS if screen.name == name)
    window = MainWindow(office, Preferences(folder / "giao-dien.ini"))
    qtbot.addWidget(window)
    window.resize(SIZE)
    window.show()
    settle(window)
    made = screen.show(window)
    settle(window)
    made.activateWindow()
    return window, made


def said(root: QWidget) -> list[str]:
    """What is not said in the words of the program, or not written as it is here."""
    told = []
    for text in walking.own_words(root):
        for rule in (_OTHERS, _ENGLISH, _SPELLING):
            told += [f"{found.group()}: {text}" for found in [rule.search(text)] if found is not None]
    for text in walking.words(root):
        for rule in (_ISO_DAY, _ENGLISH_NUMBER):
            told += [f"{found.group()}: {text}" for found in [rule.search(text)] if found is not None]
    return told


@pytest.mark.screens
@pytest.mark.parametrize("name", NAMES)
def test_a_screen_is_used_by_keyboard_and_read_aloud(qtbot: QtBot, office: Services, tmp_path: Path, name: str) -> None:
    _window, root = shown(qtbot, office, tmp_path, name)
    found = {
        "no name": walking.unnamed(root),
        "goes back": walking.backward(root),
        "out of reach": walking.out_of_reach(root),
        "words": said(root),
        "days": walking.foreign_days(root),
        "no letter": walking.without_letter(root) if isinstance(root, QDialog) else [],
        "one letter, two things": walking.same_letter(root),
        "by mouse alone": deeds.by_mouse_alone(root, _ENOUGH_OTHERWISE),
        "figures": deeds.odd_figures(walking.words(root)),
        "trapped": walking.trapped(root),
    }
    assert {fault: where for fault, where in found.items() if where} == {}
    if isinstance(root, QDialog):
        assert walking.first_focus_is_a_control(root)
        _press(root, Qt.Key.Key_Escape)
        assert name in _ASKS_FIRST or not isValid(root) or not root.isVisible()
        if isValid(root):
            root.close()


def _press(root: QWidget, key: Qt.Key) -> None:
    if isValid(root):
        focus: object = root.focusWidget()
        target = focus if isinstance(focus, QWidget) else root
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
