"""Fields of a dialog that are scrolled where the screen is too small for all of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

_LEAST = 240


class Scrolled(QScrollArea):
    """As high as what it holds while there is room; Tab brings a field that is scrolled away into sight."""

    def __init__(self, held: QLayout) -> None:
        super().__init__()
        self.inside = inside = QWidget()
        """What is scrolled."""
        held.setContentsMargins(0, 0, 0, 0)
        inside.setLayout(held)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        """All of it."""
        return self.inside.sizeHint() + QSize(2 * self.frameWidth(), 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """All of its width with the bar beside it, some of its height."""
        least = self.inside.minimumSizeHint()
        return QSize(least.width() + self.verticalScrollBar().sizeHint().width(), min(_LEAST, least.height()))
