"""Cells that show their whole text: what is compared must be readable to its end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.delegates import CellDelegate, wrapped
from thidua_desktop.ui.common.table_model import GROUP_ROLE

Index = QModelIndex | QPersistentModelIndex
_SIDE, _ABOVE = 8, 6


class WholeCells(CellDelegate):
    """Draws a text to its end; what stands after its first line break is said in quieter letters."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        if index.data(GROUP_ROLE) is not None:
            super().paint(painter, option, index)
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        drawn.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        now, spacing = theme.tokens(), option.fontMetrics.lineSpacing()
        where = drawn.rect.adjusted(_SIDE, _ABOVE, -_SIDE, 0)
        painter.save()
        painter.setFont(option.font)
        top = where.top()
        for lines, ink in zip(_parted(index, option.font, where.width()), (now.text, now.muted), strict=True):
            painter.setPen(QColor(ink))
            for said in lines:
                painter.drawText(QRect(where.left(), top, where.width() + 2, spacing), int(_FLAGS), said)
                top += spacing
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room for the whole text."""
        if index.data(GROUP_ROLE) is not None:
            return super().sizeHint(option, index)
        lines = sum(map(len, _parted(index, option.font, option.rect.width() - 2 * _SIDE)))
        return QSize(option.rect.width(), max(theme.ROW_HEIGHT, lines * option.fontMetrics.lineSpacing() + 2 * _ABOVE))


_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _parted(index: Index, font: QFont, width: int) -> tuple[list[str], list[str]]:
    first, _, rest = str(index.data() or "").partition("\n")
    return wrapped(first, font, width), wrapped(rest, font, width) if rest else []
