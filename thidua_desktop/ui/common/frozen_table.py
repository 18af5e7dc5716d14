"""A table view whose first columns can stay in place; the cells are its own, they only stand elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTableView, QWidget

from thidua_desktop.ui.common.drawn_once import BeforeDrawing, at_once
from thidua_desktop.ui.common.frozen import FrozenColumns
from thidua_desktop.ui.common.grid_header import GridHeader
from thidua_desktop.ui.common.table_model import GROUP_ROLE
from thidua_desktop.ui.common.viewports import know_viewport


class FrozenTable(QTableView):
    """Everything that Qt asks about the place of a cell is answered here for those that are frozen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        know_viewport(self)
        self.frozen = FrozenColumns(self)
        self.header = GridHeader(self, self.frozen)
        self.setHorizontalHeader(self.header)
        self.soon = BeforeDrawing(self, self.settle)
        """What has to be done before the cells are drawn."""
        self.header.sectionResized.connect(self.soon.ask)

    def settle(self) -> None:
        """Let everything find its place, so that it is drawn once."""
        at_once(self)

    def showEvent(self, event: QShowEvent) -> None:
        """What was put off while nothing was seen is done now."""
        super().showEvent(event)
        self.soon.now()

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where a cell stands in the viewport."""
        box = super().visualRect(index)
        left = self.frozen.left(index.column()) if index.isValid() else None
        if left is not None and index.data(GROUP_ROLE) is None:
            box.moveLeft(left)
        return box

    def indexAt(self, at: QPoint) -> QModelIndex:
        """The cell at a point of the viewport."""
        frozen = self.frozen.index_at(at)
        return super().indexAt(at) if frozen is None else frozen

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, beside the frozen columns."""
        bar, former = self.horizontalScrollBar(), self.horizontalScrollBar().value()
        stays = self.frozen.left(index.column()) is not None
        super().scrollTo(index, hint)
        if stays:
            bar.setValue(former)
        hidden = self.frozen.width() - self.columnViewportPosition(index.column())
        if hidden > 0 and not stays and index.isValid():
            bar.setValue(max(0, bar.value() - hidden))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scrolling moves what is drawn; the frozen cells are drawn anew."""
        super().scrollContentsBy(dx, dy)
        if self.frozen.count and dx:
            self.viewport().update()
            self.updateEditorGeometries()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, the frozen ones last."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        self.frozen.paint(painter, option)
        painter.end()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Qt draws anew only where the cells would stand if they were not frozen."""
        super().selectionChanged(selected, deselected)
        if self.frozen.active():
            self.viewport().update()
