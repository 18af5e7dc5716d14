"""The first columns of a table, kept in place while the others are scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.table_model import GROUP_ROLE

_MOST = 0.6
"""How much of the table's width may be frozen: the rest must have room to be scrolled."""


class FrozenColumns:
    """Says where the frozen cells of a view stand, and draws them over what was scrolled below them.

    They are cells of the same view, not of a second one: cursor, selection and editing need nothing special.
    """

    def __init__(self, view: QTableView, *, count: int = 0) -> None:
        self._view = view
        self.count = count
        """How many of the first shown columns are frozen."""

    def columns(self) -> list[int]:
        """The frozen columns from left to right; fewer where the window is too narrow for all of them."""
        header, room = self._view.horizontalHeader(), self._view.viewport().width() * _MOST
        order = (header.logicalIndex(at) for at in range(header.count()))
        shown = [number for number in order if not self._view.isColumnHidden(number)][: self.count]
        while shown and sum(map(header.sectionSize, shown)) > room:
            shown.pop()
        return shown

    def active(self) -> bool:
        """Whether anything is scrolled away below the frozen columns."""
        return self.count > 0 and self._view.horizontalScrollBar().value() > 0 and bool(self.columns())

    def width(self) -> int:
        """The pixels that the frozen columns cover now."""
        return sum(map(self._view.horizontalHeader().sectionSize, self.columns())) if self.active() else 0

    def left(self, number: int) -> int | None:
        """Where a frozen column begins in the viewport; None for another column, or while nothing is scrolled."""
        if not self.active():
            return None
        at = 0
        for frozen in self.columns():
            if frozen == number:
                return at
            at += self._view.columnWidth(frozen)
        return None

    def index_at(self, at: QPoint) -> QModelIndex | None:
        """The frozen cell at a point of the viewport, if there is one."""
        line = self._view.rowAt(at.y())
        if line < 0 or not 0 <= at.x() < self.width():
            return None
        right = 0
        for number in self.columns():
            right += self._view.columnWidth(number)
            if at.x() < right:
                return self._view.model().index(line, number)
        return None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Draw the frozen cells; ``option`` is what the view gives its cells."""
        if not self.active():
            return
        first, last = self._view.rowAt(0), self._view.rowAt(self._view.viewport().height() - 1)
        if first < 0:
            return
        below = last if last >= 0 else self._view.model().rowCount() - 1
        for line in range(first, below + 1):
            if not self._view.isRowHidden(line):
                self._paint_line(painter, option, line)
        edge = QRect(self.width() - 1, 0, 2, self._view.viewport().height())
        painter.fillRect(edge, QColor(theme.tokens().line_strong))

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: int) -> None:
        top, height = self._view.rowViewportPosition(line), self._view.rowHeight(line)
        heading = self._view.model().index(line, 0)
        if heading.data(GROUP_ROLE) is not None:
            drawn = QStyleOptionViewItem(option)
            drawn.rect = QRect(0, top, self._view.viewport().width(), height - 1)
            self._view.itemDelegateForIndex(heading).paint(painter, drawn, heading)
            return
        left = 0
        for number in self.columns():
            width = self._view.columnWidth(number)
            self._paint_cell(painter, option, line, number, QRect(left, top, width, height))
            left += width

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, line: int, number: int, whole: QRect
    ) -> None:
        index = self._view.model().index(line, number)
        now = theme.tokens()
        painter.fillRect(whole, QColor(now.line))
        drawn = QStyleOptionViewItem(option)
        drawn.rect = whole.adjusted(0, 0, -1, -1)
        painter.fillRect(drawn.rect, QColor(now.surface))
        state = QStyle.StateFlag.State_Enabled
        if self._view.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if self._view.hasFocus():
            state |= QStyle.StateFlag.State_Active
            if index == self._view.currentIndex():
                state |= QStyle.StateFlag.State_HasFocus
        drawn.state = state
        self._view.itemDelegateForIndex(index).paint(painter, drawn, index)
