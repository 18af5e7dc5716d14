"""A message lies over the foot of the page: nothing moves, nothing is hit by chance, everybody can read it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.common import feedback as feedback_module
from thidua_desktop.ui.common.feedback import Banner, Offer
from thidua_desktop.ui.common.theme import Tone

Key = Qt.Key
Paged = tuple[Banner, QPushButton, QListWidget]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def paged(window: QWidget) -> Paged:
    """A message over a page: a button above a list."""
    banner, tool, rows = Banner(), QPushButton("Sửa…"), QListWidget()
    rows.addItems([f"Dòng {at}" for at in range(30)])
    frame = QVBoxLayout(window)
    frame.addWidget(tool)
    frame.addWidget(rows, stretch=1)
    banner.lie_over(rows)
    frame.activate()
    return banner, tool, rows


def test_a_message_moves_nothing_and_covers_no_tool(qtbot: QtBot, window: QWidget, paged: Paged) -> None:
    banner, tool, rows = paged
    before = rows.geometry(), tool.geometry()
    banner.show_message("Đã lưu. " * 20, Tone.SUCCESS, (Offer("Hoàn tác", lambda: None),))
    qtbot.waitUntil(banner.isVisible)
    assert (rows.geometry(), tool.geometry()) == before
    assert rows.geometry().contains(banner.geometry())
    assert banner._text.height() >= banner._text.heightForWidth(banner._text.width()), "nothing is cut off"
    window.resize(500, 300)
    qtbot.waitUntil(lambda: rows.geometry().contains(banner.geometry()))


def test_esc_on_the_page_closes_a_message_first(qtbot: QtBot, window: QWidget, paged: Paged) -> None:
    banner, _, rows = paged
    rows.setFocus()
    banner.show_message("Không lưu được.", Tone.DANGER, ())
    qtbot.keyClick(rows, Key.Key_Escape)
    assert banner.isHidden()
    assert window.focusWidget() is rows


def test_the_keyboard_takes_an_offer_and_comes_back(qtbot: QtBot, window: QWidget, paged: Paged) -> None:
    banner, _, rows = paged
    rows.setFocus()
    done: list[int] = []
    banner.show_message("Đã lưu.", Tone.SUCCESS, (Offer("Hoàn tác", lambda: done.append(1)),))
    banner.buttons()[0].setFocus()
    qtbot.keyClick(banner.buttons()[0], Key.Key_Space)
    assert done == [1]
    assert window.focusWidget() is rows


def test_a_click_meant_for_the_page_takes_no_offer(qtbot: QtBot, paged: Paged, monkeypatch: pytest.MonkeyPatch) -> None:
    banner, _, rows = paged
    done: list[int] = []
    here = rows.mapToGlobal(QPoint(rows.width() // 2, rows.height() - 20))
    monkeypatch.setattr(feedback_module, "QCursor", SimpleNamespace(pos=lambda: here))
    banner.show_message("Đã xóa.", Tone.SUCCESS, (Offer("Hoàn tác", lambda: done.append(1)),))
    (offer,) = banner.buttons()
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert done == [] and banner.isVisible(), "nobody had time to read it"
    monkeypatch.setattr(feedback_module, "_READ_FIRST_MS", 0)
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert done == [1]


def test_a_screen_reader_hears_what_is_said(qtbot: QtBot, paged: Paged, monkeypatch: pytest.MonkeyPatch) -> None:
    banner, _, _ = paged
    heard: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    banner.show_message("Đã lưu.", Tone.SUCCESS, ())
    banner.show_message("Không lưu được.", Tone.DANGER, ())
    polite, assertive = QAccessible.AnnouncementPoliteness.Polite, QAccessible.AnnouncementPoliteness.Assertive
    assert heard == [("Đã lưu.", polite), ("Không lưu được.", assertive)]
    assert banner.accessibleDescription() == "Không lưu được."


@pytest.mark.parametrize(
    ("tone", "goes"),
    [(Tone.SUCCESS, True), (Tone.INFO, True), (Tone.MUTED, True), (Tone.WARNING, False), (Tone.DANGER, False)],
)
def test_only_trouble_stays_over_the_page(paged: Paged, tone: Tone, goes: bool) -> None:
    banner, _, _ = paged
    banner.show_message("Đã ghi.", tone, ())
    assert banner._quiet.isActive() is goes
    banner.show_message("Lần trước máy tắt ngang.", tone, (Offer("Xem nhật ký", lambda: None),))
    assert banner._quiet.isActive() is (goes and tone is not Tone.INFO), "a hint with something to do waits"
    banner._quiet.timeout.emit()
    assert banner.isHidden()
