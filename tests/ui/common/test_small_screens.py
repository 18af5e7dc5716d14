"""A window that is larger than its screen is made smaller, and all that it holds can still be reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.feedback import Banner
from thidua_desktop.ui.common.small_screens import SmallScreens, fit

ROOM = QRect(0, 30, 683, 344)
"""What is left of 1366×768 dots at 200 %."""


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    """More lines than a small screen has room for."""
    made = Form("Thông tin", yes="&Lưu")
    for number in range(20):
        made.content.addWidget(QLineEdit(f"Dòng {number + 1}"))
    made.setMinimumWidth(800)
    qtbot.addWidget(made)
    made.show()
    return made


def in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_a_dialog_fits_and_its_buttons_stay(form: Form) -> None:
    fit(form, ROOM)
    assert ROOM.contains(form.geometry())
    assert in_sight(form.yes)
    assert in_sight(form.no)


def test_the_tab_key_brings_every_field_into_sight(form: Form) -> None:
    form.activateWindow()
    fields = form.findChildren(QLineEdit)
    fields[0].setFocus()
    fit(form, ROOM)
    assert fields[0].hasFocus()
    for field in fields:
        assert form.focusWidget() is field
        assert not field.visibleRegion().isEmpty()
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert not in_sight(fields[0])


def test_a_window_that_fits_stays_as_it_is(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(QLabel("Xong"))
    dialog.setGeometry(50, 60, 300, 200)
    dialog.show()
    before = dialog.layout()
    fit(dialog, ROOM)
    assert dialog.layout() is before
    assert dialog.geometry() == QRect(50, 60, 300, 200)


def test_sentences_that_need_more_lines_in_less_width_are_scrolled(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    words, go_on = QLabel("Đề nghị khen thưởng của đơn vị " * 60, wordWrap=True), QPushButton("Tiếp")
    frame = QVBoxLayout(dialog)
    frame.addWidget(words)
    frame.addWidget(go_on)
    dialog.resize(1300, 300)
    dialog.show()
    fit(dialog, QRect(0, 0, 400, 200))
    assert dialog.size().toTuple() == (400, 200)
    assert words.height() >= words.heightForWidth(words.width())
    go_on.setFocus()


def test_the_main_window_is_scrolled_below_its_menus(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menu = window.menuBar().addMenu("Tệp")
    middle = QWidget()
    middle.setMinimumSize(1000, 500)
    window.setCentralWidget(middle)
    window.show()
    fit(window, ROOM)
    fit(window, ROOM)
    assert ROOM.contains(window.geometry())
    assert middle.isVisible()
    assert middle.size().toTuple() >= (1000, 500)
    assert window.menuBar().actions() == [menu.menuAction()]


def test_a_message_still_lies_over_what_is_scrolled(form: Form) -> None:
    banner = Banner()
    area = form.findChildren(QLineEdit)[3]
    banner.lie_over(area)
    fit(form, ROOM)
    assert banner.parentWidget() is area.parentWidget()
    assert banner.isHidden()


def test_each_window_is_looked_after_when_it_comes_to_the_front(qtbot: QtBot, qapp: QApplication) -> None:
    small = SmallScreens(qapp, lambda _window: ROOM)
    other = QDialog()
    qtbot.addWidget(other)
    frame = QVBoxLayout(other)
    frame.addWidget(QLabel("Một"))
    other.show()
    other.activateWindow()
    high = QWidget()
    high.setMinimumHeight(900)
    frame.addWidget(high)  # more is to be seen in it later
    qtbot.waitUntil(lambda: high.isVisible() and high.height() == 900 and other.height() <= ROOM.height())
    small.deleteLater()


def test_a_dialog_gets_the_height_that_qt_did_not_give_it(qtbot: QtBot, qapp: QApplication) -> None:
    room = QRect(0, 0, 700, 790)
    small = SmallScreens(qapp, lambda _window: room)
    high, resized = _Wishing(), _Wishing()
    resized.resize(300, 200)
    for dialog in (high, resized):
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
    assert high.height() == high.sizeHint().height() > 700
    assert resized.height() == 200
    small.deleteLater()


def test_no_sentence_is_cut_off_where_there_is_room(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    words = QLabel("Đề nghị khen thưởng của đơn vị " * 12, wordWrap=True)
    card = QFrame()
    QVBoxLayout(card).addWidget(words)
    QVBoxLayout(dialog).addWidget(card)
    dialog.resize(300, 40)
    dialog.show()
    fit(dialog, QRect(0, 0, 700, 700))
    assert words.height() >= words.heightForWidth(words.width())


class _Wishing(QDialog):
    """A dialog that asks for more than the two thirds of the screen that Qt gives."""

    def __init__(self) -> None:
        super().__init__()
        spacer = QVBoxLayout(self)
        spacer.addSpacerItem(QSpacerItem(100, 700, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred))
