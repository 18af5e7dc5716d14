"""A list whose lines wrap and are never cut."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.delegates import wrapped
from thidua_desktop.ui.common.drawn_once import BeforeDrawing, at_once

_HIGH = 10_000
_SIDE = 4
"""How far words stay from the ends of the room that the style gives them."""
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)

Index = QModelIndex | QPersistentModelIndex


class WrappingList(QListWidget):
    """Gives each line the height that its words need at the width there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._soon = BeforeDrawing(self, partial(at_once, self))
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)

    def lines_height(self, width: int) -> int:
        """How high all lines are at a width."""
        model = self.model()
        each = (model.index(number, 0) for number in range(self.count()))
        return sum(self._delegate.height(index, width) for index in each)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words take more lines in a narrower list."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._soon.ask()


class _Delegate(QStyledItemDelegate):
    """Breaks words where it draws them: measured by Qt they end elsewhere, and lines come out too high or too low."""

    def __init__(self, view: WrappingList) -> None:
        super().__init__(view)
        self._view = view

    def height(self, index: Index, width: int) -> int:
        """How high a line is in a list of a width."""
        option = QStyleOptionViewItem()
        option.initFrom(self._view)
        option.widget, option.font = self._view, self._view.font()
        self.initStyleOption(option, index)
        option.rect = QRect(0, 0, width, _HIGH)
        lines = len(wrapped(option.text, option.font, self._words(option).width()))
        return lines * option.fontMetrics.lineSpacing() + 2 * theme.SPACE_XS

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """The height that the words need at the width of the list."""
        width = self._view.viewport().width()
        return QSize(max(1, width), self.height(index, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        where, text = self._words(drawn), drawn.text
        drawn.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, self._view)
        lines = wrapped(text, drawn.font, where.width())
        spacing = drawn.fontMetrics.lineSpacing()
        top = drawn.rect.top() + (drawn.rect.height() - spacing * len(lines)) // 2
        enabled = bool(drawn.state & QStyle.StateFlag.State_Enabled)
        group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
        painter.save()
        painter.setFont(drawn.font)
        painter.setPen(drawn.palette.color(group, QPalette.ColorRole.Text))
        for number, line in enumerate(lines):
            painter.drawText(QRect(where.left(), top + number * spacing, where.width() + _SIDE, spacing), _LEFT, line)
        painter.restore()

    def _words(self, option: QStyleOptionViewItem) -> QRect:
        """Where the words of a line stand: beside its tick, if it has one."""
        element = QStyle.SubElement.SE_ItemViewItemText
        room = self._view.style().subElementRect(element, option, self._view)
        return room.adjusted(_SIDE, 0, -_SIDE, 0)
