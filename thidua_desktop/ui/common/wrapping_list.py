"""A list whose lines wrap and are never cut."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

_PADDING = QSize(26, 8)
"""What the style puts around the words of a line, and a little more: Qt elides a word that misses by a pixel."""
_TICK = 24


class WrappingList(QListWidget):
    """Gives each line the height that its words need at the width there is; Qt's own measure is too narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)

    def fit(self) -> None:
        """Measure every line anew."""
        for number in range(self.count()):
            item = self.item(number)
            item.setSizeHint(self._size(item, self.viewport().width()))

    def lines_height(self, width: int) -> int:
        """How high all lines are at a width."""
        return sum(self._size(self.item(number), width).height() for number in range(self.count()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words take more lines in a narrower list."""
        super().resizeEvent(event)
        self.fit()

    def _size(self, item: QListWidgetItem, room: int) -> QSize:
        ticks = bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        width = max(40, room - _PADDING.width() - (_TICK if ticks else 0))
        flags = int(Qt.TextFlag.TextWordWrap)
        words = QFontMetrics(item.font()).boundingRect(QRect(0, 0, width, 10_000), flags, item.text())
        return QSize(width, words.height() + _PADDING.height())
