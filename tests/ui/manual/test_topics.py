"""F1 opens the manual at the screen in use: every screen is told about, and every dialog hears the key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.test_layers import ROOT
from thidua_desktop.common.errors import StoreTrouble
from thidua_desktop.services.manual import Manual
from thidua_desktop.ui.common.dialogs import TextDialog
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.helping import HelpAlone
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.manual.topics import TOPICS, split, topic_of
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.showing import COUNCILS


class FileGone(StoreTrouble):
    """A file that cannot be opened."""

    code = "store.missing"


FRAME_ONLY = {"common"}
"""Rooms of ``ui`` whose dialogs stand in the screens of others."""


def test_every_topic_is_in_the_manual() -> None:
    places = {
        place
        for chapter in Manual().chapters
        for place in (chapter.code, *(f"{chapter.code}#{heading.anchor}" for heading in chapter.headings()))
    }
    assert [topic for topic in TOPICS.values() if topic not in places] == []
    assert split("") == ("bat-dau", "")


def test_every_screen_and_module_that_is_named_exists() -> None:
    ui = ROOT / "ui"
    missing = [
        name
        for name in TOPICS
        if not (ui / name.replace(".", "/")).is_dir() and not (ui / f"{name.replace('.', '/')}.py").is_file()
    ]
    assert missing == []
    screens = {path.name for path in ui.iterdir() if path.is_dir()} - FRAME_ONLY - {"__pycache__"}
    assert screens - {name.partition(".")[0] for name in TOPICS} == set()


def test_f1_opens_the_chapter_of_the_tab(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page(COUNCILS)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F1)
    manual = window.helping.shown
    assert manual is not None
    assert manual.browser.chapter() == "hoi-dong"


def test_f1_is_heard_in_a_dialog_and_in_a_question(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page(COUNCILS)
    dialog = TextDialog("Lý do", "Vì sao?", yes="Ghi", parent=window)
    question = QMessageBox(QMessageBox.Icon.Question, "Xác nhận", "Xóa?", parent=window)
    for asked in (dialog, question):
        asked.open()
        asked.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is asked)  # noqa: B023 - waited for here
        QTest.keyClick(asked, Qt.Key.Key_F1)
        manual = window.helping.shown
        assert manual is not None
        assert manual.isVisible()
        assert manual.browser.chapter() == "hoi-dong"
        manual.close()
        asked.close()


def test_the_manual_goes_with_the_window(qtbot: QtBot, window: MainWindow) -> None:
    window.helping.open_contents()
    manual = window.helping.shown
    assert manual is not None
    assert manual.isVisible()
    window.close()
    assert window.helping.shown is None
    assert not manual.isVisible()


def test_a_question_before_there_is_a_window_hears_f1_too(qtbot: QtBot, preferences: Preferences) -> None:
    question = OpeningDialog(FileGone(path=Path("co-quan.tdkt")), Path("co-quan.tdkt"), (), leave="Thoát")
    qtbot.addWidget(question)
    alone = HelpAlone(question, preferences)
    with qtbot.waitActive(question):
        question.show()
    QTest.keyClick(question, Qt.Key.Key_F1)
    manual = alone.shown
    assert manual is not None
    assert manual.browser.chapter() == "su-co"
    manual.print()
    question.reject()
    assert alone.shown is None
    assert not manual.isVisible()


@pytest.mark.parametrize("kind", [QWidget, QDialog])
def test_what_is_not_of_the_program_has_no_topic(qtbot: QtBot, kind: type[QWidget]) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    assert topic_of(widget) == ""
    assert topic_of(None) == ""
