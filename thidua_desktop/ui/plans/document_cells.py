"""The cells of a document: the whole text, set in by its depth, headings in bold."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.delegates import CellDelegate, wrapped
from thidua_desktop.ui.common.table_model import GROUP_ROLE, ROW_ROLE
from thidua_desktop.ui.plans.document_lines import DocumentLine, Place

Index = QModelIndex | QPersistentModelIndex
_SIDE, _ABOVE, _STEP, _DEEPEST = 10, 5, 22, 6
_NOT_YET = "(chưa ghi)"


class DocumentCells(CellDelegate):
    """Draws the text of a ``DocumentLine``."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        line = index.data(ROW_ROLE)
        if index.data(GROUP_ROLE) is not None or not isinstance(line, DocumentLine):
            super().paint(painter, option, index)
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        text, drawn.text = drawn.text or _NOT_YET, ""
        drawn.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        font = _font(option.font, line)
        where = _room(drawn.rect, line)
        spacing = option.fontMetrics.lineSpacing()
        now = theme.tokens()
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(now.text if line.text else now.muted))
        lines = wrapped(text, font, where.width())
        top = where.top() + max(_ABOVE, (where.height() - len(lines) * spacing) // 2)
        for said in lines:
            painter.drawText(QRect(where.left(), top, where.width() + 2, spacing), _flags(line), said)
            top += spacing
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room for the whole text."""
        line = index.data(ROW_ROLE)
        if index.data(GROUP_ROLE) is not None or not isinstance(line, DocumentLine):
            return super().sizeHint(option, index)
        lines = len(wrapped(line.text or _NOT_YET, _font(option.font, line), _room(option.rect, line).width()))
        height = lines * option.fontMetrics.lineSpacing() + 2 * _ABOVE
        return QSize(option.rect.width(), max(theme.ROW_HEIGHT, height))


def _font(font: QFont, line: DocumentLine) -> QFont:
    made = QFont(font)
    made.setBold(line.heading or line.place in (Place.TITLE, Place.ISSUER, Place.SIGNER, Place.POST))
    made.setItalic(line.place is Place.LEGAL_BASIS)
    return made


def _room(box: QRect, line: DocumentLine) -> QRect:
    return box.adjusted(_SIDE + _STEP * min(line.depth, _DEEPEST), 0, -_SIDE, 0)


def _flags(line: DocumentLine) -> int:
    side = Qt.AlignmentFlag.AlignHCenter if line.place is Place.TITLE else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
