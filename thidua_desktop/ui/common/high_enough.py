"""A part of a page with words that take more lines where it is narrower."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class HighEnough(QWidget):
    """Is never lower than what it holds needs at the width it has: splitters and stacks do not ask for that."""

    def minimumSizeHint(self) -> QSize:
        """As wide as its widest part, as high as all of them are at its own width."""
        least = super().minimumSizeHint()
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth() and self.width() >= least.width():
            least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(self.width())))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
