"""A month in small, as the year shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QToolTip, QWidget

from thidua_desktop.domain import periods
from thidua_desktop.domain.calendar import Count, worst
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import OPEN_STATES, Standing, Task
from thidua_desktop.ui.calendar.scene import Scene, day_tip
from thidua_desktop.ui.calendar.task_chip import chip_font
from thidua_desktop.ui.common import theme
from thidua_desktop.wording import calendar as said

_HEAD = 22
_BAR = 4
_WEEKS = 6
_ARROWS = {Qt.Key.Key_Left: -3, Qt.Key.Key_Right: 3, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
"""Months lie below each other within their quarter."""


class MiniMonth(QAbstractButton):
    """Days with tasks are filled in the tone of the most urgent one. Enter or a click opens the month.

    A day can be dragged: its open tasks go to another day together.
    """

    day_opened = Signal(object)
    arrow_pressed = Signal(int, int)
    """The month (1-12) from which, and by how many months, the focus is to move."""
    drag_moved = Signal(object, QPoint)
    """The open tasks of a day are dragged: a tuple of them and the place of the mouse on the screen."""
    drag_ended = Signal(object, QPoint)
    """They were let go."""
    drag_cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._first = date.min
        self._days: dict[date, Standing | None] = {}
        self._tasks: dict[date, tuple[Task, ...]] = {}
        self._pressed_at: QPoint | None = None
        self._held: tuple[Task, ...] = ()
        self._dragging = False
        self._target: When | None = None
        self._count = Count()
        self._scene: Scene | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Room for seven columns and eight lines."""
        return QSize(200, 140)

    def minimumSizeHint(self) -> QSize:
        """Numbers stay readable."""
        return QSize(150, 116)

    def show_month(self, first: date, scene: Scene, days: dict[date, tuple[Task, ...]], counted: Count) -> None:
        """Show a month with the tasks of its days; ``counted`` includes those that have no day."""
        self._first, self._scene, self._count = first, scene, counted
        self._days = {day: worst(tasks, scene.today) for day, tasks in days.items()}
        self._tasks = days
        self.setAccessibleName(f"Tháng {first.month}: {self._words()}")
        self.update()

    def _words(self) -> str:
        if not self._count.total:
            return "chưa có nhiệm vụ"
        late = f" · {self._count.overdue} quá hạn" if self._count.overdue else ""
        return f"{self._count.done}/{self._count.total} xong{late}"

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw heading, bar and days."""
        if self._scene is None:
            return
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = (self._first.year, self._first.month) == (self._scene.today.year, self._scene.today.month)
        whole = self._target is not None and self._target.due is None
        edge = now.accent if here or whole or self.hasFocus() else now.line
        painter.setPen(QPen(QColor(edge), 2 if whole or self.hasFocus() else 1))
        painter.setBrush(QColor(now.accent_soft if self.underMouse() or whole else now.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        self._paint_heading(painter, now)
        for column, name in enumerate(said.WEEKDAYS_SHORT):
            painter.setPen(QColor(now.muted))
            painter.drawText(self._box(0, column), int(Qt.AlignmentFlag.AlignCenter), name)
        for week, days in enumerate(periods.month_grid(self._first.year, self._first.month)):
            for column, day in enumerate(days):
                if day.month == self._first.month:
                    self._paint_day(painter, now, day, self._box(week + 1, column))

    def _paint_heading(self, painter: QPainter, now: theme.Tokens) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(now.text))
        room = QRectF(10, 3, self.width() - 20, _HEAD)
        middle = Qt.AlignmentFlag.AlignVCenter
        title = f"Tháng {self._first.month}"
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | middle), title)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(title) + theme.SPACE_S)
        painter.setFont(chip_font(self))
        painter.setPen(QColor(now.tones[theme.Tone.DANGER].text if self._count.overdue else now.muted))
        words = self._words() if self._count.total else ""
        if painter.fontMetrics().horizontalAdvance(words) > room.width():
            words = f"{self._count.overdue} quá hạn" if self._count.overdue else words.removesuffix(" xong")
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | middle), words)
        bar = QRectF(10, _HEAD + 3, self.width() - 20, _BAR - 1)
        painter.fillRect(bar, QColor(now.line))
        if self._count.total:
            bar.setWidth(bar.width() * self._count.done / self._count.total)
            painter.fillRect(bar, QColor(now.tones[theme.Tone.SUCCESS].text))

    def _box(self, row: int, column: int) -> QRectF:
        top = _HEAD + _BAR + 4
        width = (self.width() - 16) / 7
        height = (self.height() - top - 5) / (_WEEKS + 1)
        return QRectF(8 + column * width, top + row * height, width, height)

    def _paint_day(self, painter: QPainter, now: theme.Tokens, day: date, box: QRectF) -> None:
        assert self._scene is not None
        standing = self._days.get(day)
        works, named = self._scene.calendar.works(day), self._scene.calendar.day_off(day)
        color = now.tones[theme.Tone.DANGER].text if named else now.text if works else now.muted
        inner = box.adjusted(2, 0.5, -2, -0.5)
        font = chip_font(self)
        if standing is not None:
            ink = theme.ink(theme.chip(standing)[0])
            painter.setPen(QPen(QColor(ink.text), 1))
            painter.setBrush(QColor(ink.ground))
            painter.drawRoundedRect(inner, 3, 3)
            color = ink.text
            font.setBold(True)
        if self._target is not None and self._target.due == day:
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(QColor(now.selection))
            painter.drawRoundedRect(inner, 3, 3)
            color = now.text
        elif day == self._scene.today:
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush if standing is not None else QColor(now.accent_soft))
            painter.drawRoundedRect(inner, 3, 3)
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(day.day))

    # mouse and keys

    def box_of(self, day: date) -> QRectF:
        """Where a day of the month is drawn."""
        weeks = periods.month_grid(self._first.year, self._first.month)
        week, column = next((at, days.index(day)) for at, days in enumerate(weeks) if day in days)
        return self._box(week + 1, column)

    def day_at(self, x: float, y: float) -> date | None:
        """The day drawn at a place in the widget."""
        for week, days in enumerate(periods.month_grid(self._first.year, self._first.month)):
            for column, day in enumerate(days):
                if day.month == self._first.month and self._box(week + 1, column).contains(x, y):
                    return day
        return None

    def event(self, event: QEvent) -> bool:
        """A tooltip for each day."""
        if isinstance(event, QHelpEvent) and self._scene is not None:
            day = self.day_at(event.pos().x(), event.pos().y())
            words = self.accessibleName()
            if day is not None:
                number = len(self._tasks.get(day, ()))
                words = day_tip(day, self._scene.calendar) + (f"\n{number} nhiệm vụ đến hạn" if number else "")
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a day with open tasks may become a drag."""
        day = self.day_at(event.position().x(), event.position().y())
        found = self._tasks.get(day, ()) if day is not None else ()
        self._held = tuple(task for task in found if task.state in OPEN_STATES)
        self._pressed_at = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag once the mouse has gone far enough."""
        here = event.globalPosition().toPoint()
        if self._held and self._pressed_at is not None and not self._dragging:
            far = (here - self._pressed_at).manhattanLength()
            self._dragging = far >= QApplication.startDragDistance()
        if self._dragging:
            self.drag_moved.emit(self._held, here)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a drop after a drag; a click on a day opens the month at that day, elsewhere the month."""
        dragged, self._dragging, self._pressed_at = self._dragging, False, None
        if dragged:
            self.setDown(False)
            self.drag_ended.emit(self._held, event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.day_opened.emit(self.day_at(event.position().x(), event.position().y()) or self._first)

    def when_at(self, at: QPoint, tasks: Sequence[Task]) -> When | None:  # noqa: ARG002 - a month takes any task
        """The day under a place on the screen; beside the days the month."""
        here = self.mapFromGlobal(at)
        if not self.isVisible() or not self.rect().contains(here):
            return None
        day = self.day_at(here.x(), here.y())
        return When.on(day) if day is not None else When.in_month(self._first.year, self._first.month)

    def mark_target(self, when: When | None) -> None:
        """Show the day, or the month, into which tasks would fall."""
        if when != self._target:
            self._target = when
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move between months, Enter and Space open one, Esc gives a drag up."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self._dragging:
            self._dragging, self._pressed_at = False, None
            self.setDown(False)
            self.drag_cancelled.emit()
        elif key in _ARROWS:
            self.arrow_pressed.emit(self._first.month, _ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_opened.emit(self._first)
        else:
            event.ignore()
