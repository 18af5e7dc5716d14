"""The findings of a line as a list: a sign, the sentence whole, and where it is written in quieter letters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from thidua_desktop.domain.eligibility.verdicts import Ask, Verdict
from thidua_desktop.domain.findings import Severity
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.chips import paint_shape
from thidua_desktop.ui.common.delegates import wrapped
from thidua_desktop.ui.common.drawn_once import BeforeDrawing, at_once
from thidua_desktop.ui.common.finding_lines import FindingLine, LineKind
from thidua_desktop.wording import labels

_LINE = Qt.ItemDataRole.UserRole
_SIGN, _SIDE, _ABOVE, _INDENT = 11, 8, 5, 20
_UNDERLINED = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Index = QModelIndex | QPersistentModelIndex


class FindingList(QListWidget):
    """Enter or a double click on a line that asks for something wants to enter it."""

    ask_opened = Signal(object)
    """An ``Ask``."""
    tie_opened = Signal()
    """The line is to be tied to a recipient."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._soon = BeforeDrawing(self, partial(at_once, self))
        self.setAccessibleName("Kết quả đối chiếu từng điều kiện")
        self.setProperty("role", "plain")
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemDoubleClicked.connect(lambda _item: self.open_current())

    def show_lines(self, lines: Sequence[FindingLine]) -> None:
        """Show these lines from the top."""
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.text)
            item.setData(_LINE, line)
            item.setToolTip("\n".join(part for part in (line.text, line.detail) if part))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(line))
            self.addItem(item)
        if lines:
            self.setCurrentRow(0)

    def lines(self) -> tuple[FindingLine, ...]:
        """What is shown."""
        return tuple(self.item(at).data(_LINE) for at in range(self.count()))

    def current_ask(self) -> Ask | None:
        """What the line at the cursor asks for, else what the first line after it does."""
        for at in range(max(0, self.currentRow()), self.count()):
            line: FindingLine = self.item(at).data(_LINE)
            if line.ask is not None:
                return line.ask
        return None

    def open_current(self) -> None:
        """Want to enter what the line at the cursor asks for."""
        here = self.lines()[self.currentRow()] if self.currentRow() >= 0 else None
        ask = self.current_ask()
        if here is not None and here.kind is LineKind.TIE:
            self.tie_opened.emit()
        elif ask is not None:
            self.ask_opened.emit(ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in _ENTER:
            self.open_current()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences take more lines in a narrower list."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._soon.ask()


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        line: FindingLine = index.data(_LINE)
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        drawn.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, left = option.rect.top() + _ABOVE, option.rect.left() + _SIDE
        sign = Severity.WARNING if line.kind is LineKind.NOTE and not line.quiet else line.verdict
        if sign is not None:
            tone, shape = theme.chip(sign)
            box = QRectF(left, top + 3, _SIGN, _SIGN)
            paint_shape(painter, box, shape, QColor(theme.ink(tone).text))
        self._write(painter, line, option, top)
        painter.restore()

    def _write(self, painter: QPainter, line: FindingLine, option: QStyleOptionViewItem, top: int) -> None:
        now = theme.tokens()
        left, width = option.rect.left() + _SIDE + _INDENT, _room(option.rect.width())
        opens, leading = _opens(line), _leading(line)
        ink = now.accent if opens else now.muted if line.quiet else now.text
        for text, font, color in (
            (line.text, _font(line, option.font), ink),
            (line.detail, _small(option.font), now.muted),
        ):
            if not text:
                continue
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(color))
            for row in wrapped(text, font, width):
                box = QRect(left, top, width + 2, metrics.lineSpacing())
                painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), row)
                if opens and text is line.text:
                    painter.drawLine(left, box.bottom() + 1, left + metrics.horizontalAdvance(row), box.bottom() + 1)
                top += metrics.lineSpacing() + leading

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height that the words need at the width of the list."""
        line: FindingLine = index.data(_LINE)
        view = self.parent()
        assert isinstance(view, QListWidget)
        width = _room(view.viewport().width())
        height = 2 * _ABOVE
        for text, font in ((line.text, _font(line, option.font)), (line.detail, _small(option.font))):
            if text:
                height += len(wrapped(text, font, width)) * (QFontMetrics(font).lineSpacing() + _leading(line))
        return QSize(width, height)


def _room(width: int) -> int:
    return max(40, width - 2 * _SIDE - _INDENT)


def _font(line: FindingLine, base: QFont) -> QFont:
    made = QFont(base)
    made.setBold(line.kind is LineKind.HEADING)
    return made


def _leading(line: FindingLine) -> int:
    """Room below the words of a link for its line: drawn by Qt it hides the dots below ị and ọ."""
    return _UNDERLINED if _opens(line) else 0


def _opens(line: FindingLine) -> bool:
    return line.kind in (LineKind.ASK, LineKind.TIE)


def _small(base: QFont) -> QFont:
    made = QFont(base)
    made.setPointSize(theme.SMALL_POINTS)
    return made


def _spoken(line: FindingLine) -> str:
    verdict = labels.of(line.verdict) if isinstance(line.verdict, Verdict) else ""
    return ". ".join(part for part in (verdict, line.text, line.detail) if part)
