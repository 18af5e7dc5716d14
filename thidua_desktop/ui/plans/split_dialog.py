"""Where a task is to be cut in two."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.ui.common.dialogs import Form, is_plain_enter
from thidua_desktop.ui.common.widgets import label

_SENTENCE = re.compile(r"[;.:]\s+(?=\S)")


class SplitDialog(Form):
    """Shows the text; the cursor says where the second task begins. ``position()`` gives the place."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("Tách thành hai nhiệm vụ", yes="Tách", parent=parent)
        self.content.addWidget(label("Đặt con trỏ vào chỗ bắt đầu nhiệm vụ thứ hai rồi bấm Enter.", "muted", wrap=True))
        self.field = QPlainTextEdit(text)
        self.field.setReadOnly(True)
        self.field.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.field.setCursorWidth(2)
        self.field.setAccessibleName("Nội dung nhiệm vụ cần tách")
        self.field.installEventFilter(self)
        self._first, self._second = label(wrap=True), label(wrap=True)
        self.content.addWidget(self.field, stretch=1)
        for caption, shown in (("Nhiệm vụ thứ nhất", self._first), ("Nhiệm vụ thứ hai", self._second)):
            self.content.addWidget(label(caption, "small"))
            self.content.addWidget(shown)
        self.field.cursorPositionChanged.connect(self._tell)
        self.resize(560, 380)
        self.set_position(_likely(text))
        self.field.setFocus()

    def position(self) -> int:
        """The number of characters that stay with the first task."""
        return self.field.textCursor().position()

    def set_position(self, at: int) -> None:
        """Put the cursor before a character."""
        cursor = self.field.textCursor()
        cursor.setPosition(at, QTextCursor.MoveMode.MoveAnchor)
        self.field.setTextCursor(cursor)
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter agrees."""
        if watched is self.field and is_plain_enter(event):
            if self.yes.isEnabled():
                self.accept()
            return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        text, at = self.field.toPlainText(), self.position()
        left, right = squeeze(text[:at]), squeeze(text[at:])
        self._first.setText(left or "–")
        self._second.setText(right or "–")
        self.yes.setEnabled(bool(left) and bool(right))


def _likely(text: str) -> int:
    """After the sentence or clause that ends nearest to the middle, else the blank nearest to it."""
    places = [match.end() for match in _SENTENCE.finditer(text)] or [match.end() for match in re.finditer(r"\s", text)]
    return min(places, key=lambda at: abs(at - len(text) // 2), default=0)
