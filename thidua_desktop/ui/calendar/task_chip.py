"""A task in the calendar: a sign, its state and its text on one to four lines; it can be dragged."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from thidua_desktop.domain.tasks import Standing, Task
from thidua_desktop.ui.calendar.scene import Scene, standing_words, task_name, task_tip
from thidua_desktop.ui.common import chips, theme

_PAD_X = 6
_PAD_Y = 2
_BAR = 3
_SIGN = 8
_FINISHED = (Standing.DONE, Standing.DONE_LATE, Standing.CANCELLED, Standing.CARRIED_OVER)
_MOST_WRAPPED = 4096
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


def chip_font(widget: QWidget) -> QFont:
    """The letters of chips: one size below the body text."""
    return theme.letters(widget.font(), theme.SMALL_POINTS)


def chip_height(metrics: QFontMetrics, lines: int) -> int:
    """How high a chip with so many lines of text is."""
    return lines * metrics.height() + 2 * _PAD_Y


def wrapped_lines(text: str, font: QFont, width: float) -> tuple[tuple[int, int], ...]:
    """Where each line of a text begins and how long it is, at a width."""
    return _wrapped(text, font.key(), width)


@lru_cache(maxsize=_MOST_WRAPPED)
def _wrapped(text: str, letters: str, width: float) -> tuple[tuple[int, int], ...]:
    """A layout asks how high each chip would be at one width ten times before it is content."""
    font = QFont()
    font.fromString(letters)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    found: list[tuple[int, int]] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        found.append((line.textStart(), line.textLength()))
    layout.endLayout()
    return tuple(found)


def paint_wrapped(painter: QPainter, text: str, room: QRectF, lines: int) -> None:
    """Write text over at most so many lines from the top of ``room``; the last one is elided."""
    metrics = painter.fontMetrics()
    for number, (start, length) in enumerate(wrapped_lines(text, painter.font(), room.width())[:lines]):
        rest = text[start:] if number == lines - 1 else text[start : start + length]
        shown = metrics.elidedText(rest.strip(), Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        box = QRectF(room.left(), room.top() + number * metrics.height(), room.width() + 1, metrics.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


class TaskChip(QAbstractButton):
    """One task. A click chooses it, Space finishes it, Enter chooses it; dragging is left to the view."""

    chosen = Signal(int)
    opened = Signal(int)
    finish_requested = Signal(int)
    drag_moved = Signal(object, QPoint)
    """The task is being dragged: the task and the place of the mouse on the screen."""
    drag_ended = Signal(object, QPoint)
    """The task was let go."""
    drag_cancelled = Signal()

    def __init__(self, task: Task, scene: Scene, *, lines: int = 1, prefix: str = "", parent: QWidget | None) -> None:
        super().__init__(parent)
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.idle = False
        """Whether it waits, hidden, to be used again."""
        self.setFont(chip_font(self))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self.show_task(task, scene, lines=lines, prefix=prefix)

    def show_task(self, task: Task, scene: Scene, *, lines: int = 1, prefix: str = "") -> None:
        """Show another task."""
        self.idle = False
        self._lines, self._prefix, self._task = lines, prefix, task
        self._standing = task.standing(scene.today)
        self._words = standing_words(task, scene.today)
        self.setChecked(scene.chosen == task.id)
        self.setToolTip(task_tip(task, scene))
        self.setAccessibleName(task_name(task, scene))
        self.updateGeometry()
        self.update()

    @property
    def shown_task(self) -> Task:
        """The task on the chip."""
        return self._task

    def set_lines(self, lines: int) -> None:
        """Give the text this many lines (the state takes the first of several)."""
        self._lines = lines
        self.updateGeometry()
        self.update()

    def fit_text(self) -> None:
        """Be only as high as the text needs, in a layout that gives the width."""
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """The state's line and the text's, up to the lines given."""
        needed = len(wrapped_lines(self._task.text, self.font(), width - _BAR - _PAD_X - 4))
        return chip_height(self.fontMetrics(), min(self._lines, 1 + needed))

    def mark(self, chosen: bool) -> None:
        """Show whether this task is the chosen one."""
        self.setChecked(chosen)

    def sizeHint(self) -> QSize:
        """Wide enough for a few words."""
        return QSize(150, chip_height(self.fontMetrics(), self._lines))

    def minimumSizeHint(self) -> QSize:
        """May be narrow, never lower than its lines."""
        return QSize(40, chip_height(self.fontMetrics(), self._lines))

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the chip."""
        tone, shape = theme.chip(self._standing)
        ink = theme.ink(tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, ink)
        metrics = self.fontMetrics()
        left = _BAR + _PAD_X
        sign = QRectF(left, _PAD_Y + (metrics.height() - _SIGN) / 2, _SIGN, _SIGN)
        chips.paint_shape(painter, sign, shape, QColor(ink.text))
        if self._lines == 1:
            text = f"{self._prefix} {self._task.text}".strip()
            self._paint_line(painter, text, left + _SIGN + 4, _PAD_Y, self._text_color(ink))
            return
        self._paint_state(painter, left + _SIGN + 4, ink)
        self._paint_text(painter, left, _PAD_Y + metrics.height(), self._text_color(ink))

    def _paint_ground(self, painter: QPainter, ink: theme.Ink) -> None:
        now = theme.tokens()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        marked = self.isChecked() or self.hasFocus()
        edge = QColor(now.accent if marked else ink.text if self.underMouse() else ink.ground)
        painter.setPen(QPen(edge, 2 if marked else 1))
        painter.setBrush(QColor(ink.ground))
        painter.drawRoundedRect(box, 3, 3)
        painter.fillRect(QRectF(1, 1, _BAR, self.height() - 2), QColor(ink.text))

    def _text_color(self, ink: theme.Ink) -> QColor:
        return QColor(ink.text if self._standing in _FINISHED else theme.tokens().text)

    def _paint_line(self, painter: QPainter, text: str, left: int, top: int, color: QColor) -> None:
        room = QRectF(left, top, self.width() - left - 3, self.fontMetrics().height())
        painter.setPen(color)
        painter.setFont(self.font())
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_state(self, painter: QPainter, left: int, ink: theme.Ink) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(ink.text))
        room = QRectF(left, _PAD_Y, self.width() - left - 4, self.fontMetrics().height())
        state = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), state)
        if self._prefix:
            room.setLeft(left + QFontMetrics(bold).horizontalAdvance(self._words) + 8)
            painter.setFont(self.font())
            shown = self.fontMetrics().elidedText(self._prefix, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_text(self, painter: QPainter, left: int, top: int, color: QColor) -> None:
        """The text over the remaining lines; the last one is elided."""
        painter.setFont(self.font())
        painter.setPen(color)
        paint_wrapped(painter, self._task.text, QRectF(left, top, self.width() - left - 4, 0), self._lines - 1)

    # mouse and keys

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the edge under the mouse."""
        super().enterEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may become a drag."""
        self._pressed_at = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag once the mouse has gone far enough."""
        here = event.globalPosition().toPoint()
        if self._pressed_at is not None and not self._dragging:
            far = (here - self._pressed_at).manhattanLength()
            self._dragging = far >= QApplication.startDragDistance()
        if self._dragging:
            self.drag_moved.emit(self._task, here)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a drop after a drag, otherwise a click."""
        dragged, self._dragging, self._pressed_at = self._dragging, False, None
        if dragged:
            self.setDown(False)
            self.drag_ended.emit(self._task, event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the task in its plan."""
        if event.button() is Qt.MouseButton.LeftButton and self._task.id is not None:
            self.opened.emit(self._task.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space finishes, Enter chooses, Esc gives a drag up; other keys belong to the view."""
        key = Qt.Key(event.key())
        if self._task.id is None:
            event.ignore()
        elif key is Qt.Key.Key_Escape and self._dragging:
            self._dragging, self._pressed_at = False, None
            self.setDown(False)
            self.drag_cancelled.emit()
        elif key is Qt.Key.Key_Space:
            self.finish_requested.emit(self._task.id)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._task.id)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Going from chip to chip by Tab shows each task in full."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY and self._task.id is not None:
            self.chosen.emit(self._task.id)

    def _on_clicked(self) -> None:
        self.setChecked(True)
        if self._task.id is not None:
            self.chosen.emit(self._task.id)
