"""Leaving by keyboard: a table in which Tab goes from cell to cell, a dialog in which something was typed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QMessageBox, QPlainTextEdit, QWidget

from thidua_desktop.ui.common.editors import SearchField


def leaves(event: QKeyEvent) -> bool:
    """Whether F6 was pressed, which goes on past a table; in the main window it is an action of its own."""
    return event.key() == Qt.Key.Key_F6


def leave(view: QAbstractItemView, event: QKeyEvent) -> None:
    """Go on past a table, with Shift back before it."""
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    kept = view.tabKeyNavigation()
    view.setTabKeyNavigation(False)
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
    view.setTabKeyNavigation(kept)


def in_order(*widgets: QWidget) -> None:
    """Let Tab go through widgets in this order, where they were made in another."""
    for here, there in pairwise(widgets):
        QWidget.setTabOrder(here, there)


def typed(dialog: QWidget) -> bool:
    """Whether somebody has typed into a field that is shown; what is looked for does not count."""
    lines = (line for line in dialog.findChildren(QLineEdit) if not isinstance(line, SearchField))
    if any(line.isModified() and line.isVisible() and bool(line.text()) for line in lines):
        return True
    texts = dialog.findChildren(QPlainTextEdit)
    return any(text.document().isModified() and text.isVisible() and bool(text.toPlainText()) for text in texts)


def question(dialog: QDialog, drop: Callable[[], None]) -> QMessageBox:
    """What is asked before typed words are thrown away, each time anew; Enter goes on typing."""
    box = QMessageBox(dialog)
    box.setWindowTitle(dialog.windowTitle())
    box.setText("Bỏ những gì vừa gõ?")
    box.setInformativeText("Những gì anh/chị vừa gõ trong cửa sổ này chưa được lưu.")
    gone = box.addButton("Bỏ", QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton("Gõ tiếp", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    gone.clicked.connect(drop, Qt.ConnectionType.QueuedConnection)
    return box
