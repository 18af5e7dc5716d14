"""The window of the manual: contents, search, going back, what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Make
from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.services.manual import Manual
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.manual.window import ManualWindow

Key = Qt.Key
T = TypeVar("T")


@pytest.fixture
def manual(qtbot: QtBot, make: Make, services: object, runner: object, preferences: Preferences) -> ManualWindow:
    made = ManualWindow((services, runner), preferences=preferences, feedback=FakeFeedback())  # type: ignore[arg-type]
    qtbot.addWidget(made)
    return made


def test_it_opens_at_a_section(manual: ManualWindow) -> None:
    manual.show_topic("hoi-dong#kiem-phieu")
    assert manual.browser.chapter() == "hoi-dong"
    assert "Kiểm phiếu hai lần" in manual.browser.toPlainText()
    assert manual.browser.verticalScrollBar().value() > 0
    chosen = manual.contents.currentItem()
    assert chosen is not None and chosen.text(0) == "11. Họp Hội đồng"
    assert chosen.isExpanded()


def test_what_is_looked_for_is_listed_opened_and_set_off(qtbot: QtBot, manual: ManualWindow) -> None:
    manual.show_topic("")
    QTest.keyClicks(manual.search, "quen mat khau")
    QTest.keyClick(manual.search, Key.Key_Return)
    assert manual.side.currentWidget() is manual.results
    assert manual.browser.chapter() == "an-toan"
    marked = [each.cursor.selectedText() for each in manual.browser.extraSelections()]
    assert "Quên mật khẩu" in marked
    manual.search.clear()
    manual.look_for()
    assert manual.side.currentWidget() is manual.contents


class Later:
    """Keeps the work until somebody wants it done."""

    def __init__(self) -> None:
        self.kept: list[Callable[[], None]] = []

    def run_aside(self, work: Callable[[], T], done: Callable[[T], None], _failed: object = None) -> None:
        self.kept.append(lambda: done(work()))


def test_the_book_is_read_beside_the_work(qtbot: QtBot, services: object, preferences: Preferences) -> None:
    later = Later()
    manual = ManualWindow((services, later), preferences=preferences, feedback=FakeFeedback())  # type: ignore[arg-type]
    qtbot.addWidget(manual)
    manual.show_topic("")
    QTest.keyClicks(manual.search, "quen mat khau")
    QTest.keyClick(manual.search, Key.Key_Return)
    QTest.keyClick(manual.search, Key.Key_Return)
    assert manual.side.currentWidget() is manual.reading
    (work,) = later.kept
    work()
    assert manual.side.currentWidget() is manual.results
    assert manual.browser.chapter() == "an-toan"


def test_when_nothing_is_found_it_says_so(manual: ManualWindow) -> None:
    manual.search.setText("kinh khí cầu")
    manual.look_for()
    assert manual.side.currentWidget() is manual.nothing


def test_back_and_forward(manual: ManualWindow) -> None:
    manual.show_topic("lich")
    assert not manual.back.isEnabled()
    manual.browser.open("bang")
    manual.back.trigger()
    assert (manual.browser.chapter(), manual.forward.isEnabled()) == ("lich", True)
    manual.forward.trigger()
    assert manual.browser.chapter() == "bang"


def test_letters_grow_and_stay_so(qtbot: QtBot, manual: ManualWindow, preferences: Preferences) -> None:
    with qtbot.waitActive(manual):
        manual.show_topic("lich")
    before = manual.browser.font().pointSizeF()
    QTest.keyClick(manual.browser, Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert manual.browser.font().pointSizeF() > before
    assert preferences.number("manual/zoom", 0) == 1
    QTest.keyClick(manual.browser, Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert manual.browser.font().pointSizeF() == before


def test_a_picture_is_shown_at_its_size(manual: ManualWindow) -> None:
    manual.show_topic("lich")
    manual.show_picture("lich-thang")
    assert manual.picture is not None and manual.picture.isVisible()


def test_the_book_is_saved_and_printed(manual: ManualWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    written: list[Path] = []

    def write(_manual: Manual, target: Path) -> Path:
        written.append(target)
        return target

    monkeypatch.setattr(Manual, "write_pdf", write)
    assert manual.printing is not None
    feedback = manual.printing._feedback
    assert isinstance(feedback, FakeFeedback)
    feedback.target = tmp_path / "sach.pdf"
    manual.save()
    assert written == [tmp_path / "sach.pdf"]
    assert "sach.pdf" in feedback.said[-1]


def test_every_widget_has_a_name_and_escape_closes(qtbot: QtBot, manual: ManualWindow) -> None:
    manual.show_topic("lich")
    assert unnamed(manual) == []
    QTest.keyClick(manual.contents, Key.Key_Escape)
    assert not manual.isVisible()
