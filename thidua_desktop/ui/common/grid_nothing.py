"""A grid that a filter has left without rows: a button lets all of them through again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from thidua_desktop.ui.common import theme

if TYPE_CHECKING:
    from thidua_desktop.ui.common.grid import Grid


class NothingLeft:
    """Stands below the words over the empty table; made when a filter first leaves nothing."""

    def __init__(self, grid: Grid[Any]) -> None:
        self._grid = grid
        self.button: QPushButton | None = None
        grid.proxy.layoutChanged.connect(self.settle)
        grid.proxy.modelReset.connect(self.settle)

    def settle(self) -> None:
        """Come or go."""
        left = not self._grid.proxy.rowCount() and self._grid.proxy.filtered()
        if self.button is None and left:
            self.button = self._made()
        if self.button is not None:
            self.button.setVisible(left)
            self.place()

    def place(self) -> None:
        """Keep to the middle of the table."""
        if self.button is None or self.button.isHidden():
            return
        room = self._grid.viewport().rect()
        size = self.button.sizeHint()
        below = theme.SPACE_XL + 2 * self._grid.fontMetrics().height() + theme.SPACE_S
        self.button.setGeometry((room.width() - size.width()) // 2, below, size.width(), size.height())

    def _made(self) -> QPushButton:
        made = QPushButton("Bỏ lọc", self._grid.viewport())
        made.setToolTip("Hiện lại mọi dòng (Ctrl+Alt+L)")
        made.setCursor(Qt.CursorShape.ArrowCursor)
        made.clicked.connect(self._grid.unfilter)
        return made
