"""State chips: a sign, a word and a tone."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.theme import Shape, Tone
from thidua_desktop.wording import labels

_SIGN = 9
_PAD = 7
_GAP = 5


def chip_size(metrics: QFontMetrics, text: str) -> QSize:
    """How much room a chip with this text takes."""
    return QSize(_PAD * 2 + _SIGN + _GAP + metrics.horizontalAdvance(text), metrics.height() + 4)


def paint_chip(painter: QPainter, where: QRect, text: str, tone: Tone, shape: Shape) -> None:
    """Draw a chip at the left of ``where``, in the middle of its height; text that does not fit is elided."""
    metrics = painter.fontMetrics()
    size = chip_size(metrics, text)
    width = min(size.width(), where.width())
    box = QRectF(where.left(), where.center().y() - size.height() / 2 + 0.5, width, size.height())
    ink = theme.ink(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink.ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    sign = QRectF(box.left() + _PAD, box.center().y() - _SIGN / 2, _SIGN, _SIGN)
    paint_shape(painter, sign, shape, QColor(ink.text))
    painter.setPen(QColor(ink.text))
    room = box.adjusted(_PAD + _SIGN + _GAP, 0, -_PAD + 2, 0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    painter.restore()


def paint_shape(painter: QPainter, box: QRectF, shape: Shape, ink: QColor) -> None:
    """Draw a chip's sign inside ``box``."""
    pen = QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(0.8, 0.8, -0.8, -0.8)
    match shape:
        case Shape.RING:
            painter.drawEllipse(inner)
        case Shape.DOT:
            painter.setBrush(ink)
            painter.drawEllipse(inner)
        case Shape.HALF:
            painter.drawEllipse(inner)
            painter.setBrush(ink)
            painter.drawPie(inner, -90 * 16, 180 * 16)
        case _:
            _paint_lines(painter, inner, shape, ink)


def _paint_lines(painter: QPainter, box: QRectF, shape: Shape, ink: QColor) -> None:
    def at(x: float, y: float) -> QPointF:
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height())

    match shape:
        case Shape.PAUSE:
            painter.drawLine(at(0.25, 0.05), at(0.25, 0.95))
            painter.drawLine(at(0.75, 0.05), at(0.75, 0.95))
        case Shape.CLOCK:
            painter.drawEllipse(box)
            painter.drawPolyline(QPolygonF([at(0.5, 0.2), at(0.5, 0.55), at(0.75, 0.65)]))
        case Shape.ALERT:
            painter.setBrush(ink)
            painter.drawPolygon(QPolygonF([at(0.5, 0.0), at(1.0, 0.95), at(0.0, 0.95)]))
        case Shape.CHECK:
            painter.drawPolyline(QPolygonF([at(0.0, 0.55), at(0.38, 0.92), at(1.0, 0.12)]))
        case Shape.CROSS:
            painter.drawLine(at(0.1, 0.1), at(0.9, 0.9))
            painter.drawLine(at(0.9, 0.1), at(0.1, 0.9))
        case Shape.ARROW:
            painter.drawLine(at(0.0, 0.5), at(1.0, 0.5))
            painter.drawPolyline(QPolygonF([at(0.6, 0.1), at(1.0, 0.5), at(0.6, 0.9)]))
        case Shape.QUESTION:
            painter.drawPolyline(QPolygonF([at(0.2, 0.25), at(0.4, 0.0), at(0.7, 0.05), at(0.75, 0.35), at(0.5, 0.65)]))
            painter.drawPoint(at(0.5, 1.0))


class Chip(QWidget):
    """A chip as a widget, for cards and headings."""

    def __init__(self, member: Enum, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._member, self._text = member, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_member(member)

    def show_member(self, member: Enum, text: str = "") -> None:
        """Show another state, in its own words unless others say it better."""
        self._member, self._text = member, text or labels.of(member)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Exactly the chip."""
        return chip_size(self.fontMetrics(), self._text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the chip."""
        painter = QPainter(self)
        tone, shape = theme.chip(self._member)
        paint_chip(painter, self.rect(), self._text, tone, shape)
