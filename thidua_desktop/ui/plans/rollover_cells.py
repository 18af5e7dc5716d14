"""Cells of a plan that is rolled over: the whole text, with the places marked that move or have to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from thidua_desktop.domain.rollover_plans import Decision, RolledLine
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.delegates import CellDelegate
from thidua_desktop.ui.common.table_model import GROUP_ROLE, ROW_ROLE
from thidua_desktop.ui.common.theme import Tone

Index = QModelIndex | QPersistentModelIndex
_SIDE, _ABOVE = 8, 6
_LINE_BREAK = "\u2028"


class MarkedCells(CellDelegate):
    """Draws the old or the new text of a ``RolledLine`` with its changes on coloured ground."""

    def __init__(self, columns: tuple[Column[Any], ...], *, new: bool, year: int, parent: QObject) -> None:
        super().__init__(columns, year=year, parent=parent)
        self._new = new

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        line = index.data(ROW_ROLE)
        if index.data(GROUP_ROLE) is not None or not isinstance(line, RolledLine):
            super().paint(painter, option, index)
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        text, drawn.text = drawn.text, ""
        drawn.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        quiet = line.decision is Decision.LEAVE_OUT or (self._new and line.decision is Decision.OLD)
        moves = bool(line.changes) or line.rewritten
        ink = theme.ink(Tone.MUTED).text if quiet or not moves else drawn.palette.color(QPalette.ColorRole.Text)
        font = QFont(drawn.font)
        font.setStrikeOut(quiet)
        layout = _laid_out(text, font, drawn.rect.width() - 2 * _SIDE)
        marks = [] if quiet else list(self._marks(line))
        painter.save()
        painter.setClipRect(drawn.rect)
        painter.setPen(QColor(ink))
        top = drawn.rect.top() + max(_ABOVE, (drawn.rect.height() - int(layout.boundingRect().height())) // 2)
        layout.draw(painter, QPointF(drawn.rect.left() + _SIDE, top), marks)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room for the whole text: what is compared must be readable to its end."""
        if index.data(GROUP_ROLE) is not None:
            return super().sizeHint(option, index)
        layout = _laid_out(str(index.data() or ""), option.font, option.rect.width() - 2 * _SIDE)
        height = int(layout.boundingRect().height()) + 2 * _ABOVE
        return QSize(option.rect.width(), max(theme.ROW_HEIGHT, height))

    def _marks(self, line: RolledLine) -> Iterator[QTextLayout.FormatRange]:
        if self._new and line.rewritten:
            return
        for change in line.changes:
            marked = QTextLayout.FormatRange()
            marked.start = change.new_start if self._new else change.start
            marked.length = len(change.new if self._new else change.old)
            marked.format = _format(flagged=change.flagged, new=self._new)
            yield marked


def _format(*, flagged: bool, new: bool) -> QTextCharFormat:
    tone = Tone.WARNING if flagged else Tone.SUCCESS if new else Tone.NEUTRAL
    ink = theme.ink(tone)
    made = QTextCharFormat()
    made.setForeground(QColor(ink.text))
    made.setBackground(QColor(ink.ground))
    if new or flagged:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", _LINE_BREAK), font)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(20, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout
