"""Esc asks before typed words go; Tab and F6 lead out of tables; letters for Alt never mean two things."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QLabel, QLineEdit, QMessageBox, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.ui import walking
from tests.ui.common.works import COLUMNS, ROWS, Work
from thidua_desktop.ui.common import letters
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.leaving import typed
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel

Key = Qt.Key


def form(qtbot: QtBot) -> tuple[Form, QLineEdit]:
    dialog, field = Form("Sửa đơn vị", yes="Lưu"), QLineEdit("Sở Nội vụ")
    dialog.content.addWidget(field)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog, field


def test_esc_closes_a_dialog_in_which_nothing_was_typed(qtbot: QtBot) -> None:
    dialog, field = form(qtbot)
    qtbot.keyClick(field, Key.Key_Escape)
    assert not dialog.isVisible()


def test_esc_asks_before_typed_words_go(qtbot: QtBot) -> None:
    dialog, field = form(qtbot)
    qtbot.keyClicks(field, " 2")
    assert typed(dialog)
    qtbot.keyClick(field, Key.Key_Escape)
    assert dialog.isVisible()
    box = dialog.question
    assert isinstance(box, QMessageBox)
    assert box.defaultButton().text() == "Gõ tiếp"
    qtbot.keyClick(box, Key.Key_Escape)
    assert (dialog.isVisible(), field.text()) == (True, "Sở Nội vụ 2")
    qtbot.keyClick(field, Key.Key_Escape)
    assert dialog.question is not None
    drop = next(button for button in dialog.question.buttons() if button.text() == "Bỏ")
    qtbot.mouseClick(drop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_the_button_that_leaves_does_not_ask(qtbot: QtBot) -> None:
    dialog, field = form(qtbot)
    qtbot.keyClicks(field, " 2")
    qtbot.mouseClick(dialog.no, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def in_dialog(qtbot: QtBot, preferences: Preferences, *, editable: bool) -> tuple[QDialog, Grid[Work], QPushButton]:
    dialog, below = QDialog(), QPushButton("Đóng")
    model = TableModel[Work](COLUMNS, lambda work: work.id, parent=dialog)
    model.editable = editable
    grid = Grid(model, name="thu", preferences=preferences)
    frame = QVBoxLayout(dialog)
    frame.addWidget(grid)
    frame.addWidget(below)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    grid.set_rows(ROWS)
    grid.setFocus()
    grid.setCurrentIndex(grid.proxy.index(0, 0))
    return dialog, grid, below


def test_tab_goes_past_a_table_that_is_only_read(qtbot: QtBot, preferences: Preferences) -> None:
    dialog, grid, below = in_dialog(qtbot, preferences, editable=False)
    qtbot.keyClick(grid, Key.Key_Tab)
    assert dialog.focusWidget() is below


def test_f6_leads_out_of_a_table_that_is_typed_in(qtbot: QtBot, preferences: Preferences) -> None:
    dialog, grid, below = in_dialog(qtbot, preferences, editable=True)
    qtbot.keyClick(grid, Key.Key_Tab)
    assert (grid.hasFocus(), grid.currentIndex().column()) == (True, 1)
    qtbot.keyClick(grid, Key.Key_F6)
    assert dialog.focusWidget() is below
    grid.setFocus()
    qtbot.keyClick(grid, Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.focusWidget() is not grid


def test_every_field_and_button_gets_a_letter_of_its_own(qtbot: QtBot) -> None:
    dialog = QDialog()
    fields = QFormLayout(dialog)
    for words in ("&Tên", "Tên &tắt", "Địa chỉ", "Đơn vị cấp trên"):
        fields.addRow(QLabel(words), QLineEdit())
        label = fields.labelForField(fields.itemAt(fields.rowCount() - 1, QFormLayout.ItemRole.FieldRole).widget())
        assert isinstance(label, QLabel)
        label.setBuddy(fields.itemAt(fields.rowCount() - 1, QFormLayout.ItemRole.FieldRole).widget())
    fields.addRow(QCheckBox("Đã giải thể"))
    fields.addRow(QPushButton("Lưu"))
    qtbot.addWidget(dialog)
    dialog.show()
    letters.give(dialog)
    marked = [letters.letter_of(words) for words in walking.lettered(dialog)]
    assert sorted(marked) == sorted(set(marked))
    assert len(marked) == 6
    assert marked[0] == "T"
    letters.give(dialog)
    assert [letters.letter_of(words) for words in walking.lettered(dialog)] == marked


def test_a_button_with_a_key_of_its_own_keeps_it(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    again = QPushButton("Đọc lại", dialog)
    again.setShortcut("F5")
    dialog.show()
    letters.give(dialog)
    assert again.shortcut().toString() == "F5"
