"""Icons that stand by themselves, beside words or above them."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.common import icons


class Sign(QWidget):
    """An icon that stands by itself; it changes its colour with the scheme of the system."""

    def __init__(self, name: str, size: int = 18) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(size, size)

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the icon."""
        icons.icon(self._name).paint(QPainter(self), self.rect())
