"""One day in the month's grid: number, lunar date, what is noted at it, and its tasks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from thidua_desktop.domain.holidays import lunar_day
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.calendar.scene import Scene, day_notes, day_tip
from thidua_desktop.ui.calendar.task_chip import TaskChip, chip_font, chip_height, paint_wrapped
from thidua_desktop.ui.common import theme
from thidua_desktop.wording import calendar as said

_EDGE = 4
_HEAD = 20
_BETWEEN = 2
_MAX_LINES = 4
_NOTE_LINES = 3


class DayCell(QFrame):
    """A day. It lays out as many of its chips as fit, on as many lines as fit, and counts the rest."""

    clicked = Signal(object)
    rest_requested = Signal(object)
    """The tasks that do not fit are to be shown (``date``)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._day = date.min
        self._chips: list[TaskChip] = []
        self._number = self._lunar = ""
        self._notes: tuple[str, ...] = ()
        self._other_month = self._today = self._off = self._holiday = False
        self._note_lines = 0
        self._chosen = self._target = False
        self.more = QPushButton(self)
        self.more.setProperty("role", "tiny")
        self.more.setFont(chip_font(self))
        self.more.setFlat(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.more.setCursor(Qt.CursorShape.PointingHandCursor)
        self.more.clicked.connect(lambda: self.rest_requested.emit(self._day))
        self.more.hide()
        self.setMinimumHeight(_HEAD + self.more.fontMetrics().height() + 2 + _EDGE)

    @property
    def day(self) -> date:
        """The day shown."""
        return self._day

    def chips(self) -> tuple[TaskChip, ...]:
        """The chips of the day, hidden ones too."""
        return tuple(self._chips)

    def show_day(self, day: date, scene: Scene, chips: Sequence[TaskChip]) -> None:
        """Show a day with the chips of its tasks."""
        self._chips = list(chips)
        self._day = day
        lunar = lunar_day(day)
        self._number = str(day.day)
        self._lunar = said.lunar(lunar) if lunar is not None else ""
        self._notes = day_notes(day, scene.calendar)
        self._other_month = (day.year, day.month) != (scene.day.year, scene.day.month)
        self._today = day == scene.today
        self._off = not scene.calendar.works(day)
        self._holiday = scene.calendar.day_off(day) is not None
        self.setToolTip(day_tip(day, scene.calendar))
        tasks = f", {len(chips)} nhiệm vụ" if chips else ""
        self.setAccessibleName(", ".join((said.full_day(day), *self._notes)) + tasks)
        for chip in self._chips:
            chip.show()
        self._arrange()
        self.update()

    def mark(self, *, chosen: bool) -> None:
        """Show whether this is the day in hand; only its tasks are reached by Tab."""
        self._chosen = chosen
        for chip in self._chips:
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.update()

    def when_at(self, at: QPoint, tasks: Sequence[Task]) -> When | None:  # noqa: ARG002 - a day takes any task
        """The day, anywhere over its cell."""
        return When.on(self._day) if self.isVisible() and self.rect().contains(self.mapFromGlobal(at)) else None

    def mark_target(self, when: When | None) -> None:
        """Show whether a dragged task would fall here."""
        if (when is not None) is not self._target:
            self._target = when is not None
            self.update()

    # laying out

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chips out in the new room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        metrics = self.fontMetrics() if not self._chips else self._chips[0].fontMetrics()
        single = chip_height(metrics, 1) + _BETWEEN
        top = self._chips_top(single)
        room = self.height() - top - _EDGE + _BETWEEN
        fitting = max(0, room // single)
        if fitting >= len(self._chips):
            self.more.hide()
            self._place(self._chips, top, self._lines_each(room, metrics.height(), single))
            return
        shown = max(0, (room - metrics.height()) // single)
        self._place(self._chips[:shown], top, 1)
        for chip in self._chips[shown:]:
            chip.hide()
        hidden = len(self._chips) - shown
        self.more.setText(f"+{hidden} việc nữa" if shown else f"{hidden} việc")
        self.more.setAccessibleName(f"Xem {hidden} nhiệm vụ nữa của ngày {said.day_and_month(self._day)}")
        self.more.setGeometry(_EDGE, top + shown * single, self.width() - 2 * _EDGE, metrics.height() + 2)
        self.more.show()

    def _chips_top(self, single: int) -> int:
        """A note takes lines of its own as far as all chips still fit below it."""
        line = QFontMetrics(chip_font(self)).height()
        spare = self.height() - _HEAD - _EDGE - len(self._chips) * single
        most = _NOTE_LINES if not self._chips else 1
        self._note_lines = min(most, max(0, spare // line)) if self._notes else 0
        return _HEAD + self._note_lines * line

    def _lines_each(self, room: int, line: int, single: int) -> int:
        if not self._chips:
            return 1
        spare = (room // len(self._chips) - single) // line
        return min(_MAX_LINES, 1 + spare)

    def _place(self, chips: Sequence[TaskChip], top: int, lines: int) -> None:
        for chip in chips:
            # The state is written out from two lines of text on; a state with no line left for the text says less.
            chip.set_lines(lines)
            height = chip.sizeHint().height()
            chip.setGeometry(_EDGE, top, self.width() - 2 * _EDGE, height)
            chip.show()
            top += height + _BETWEEN

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw ground, number, lunar date and note."""
        now = theme.tokens()
        painter = QPainter(self)
        ground = now.accent_soft if self._target else now.window if self._other_month else now.surface
        if self._off and not self._other_month and not self._target:
            ground = now.raised
        painter.fillRect(self.rect(), QColor(ground))
        painter.setPen(QColor(now.line))
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        self._paint_head(painter, now)
        if self._chosen or self._target:
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_head(self, painter: QPainter, now: theme.Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number = QFont(self.font())
        number.setBold(not self._other_month)
        painter.setFont(number)
        room = QRectF(_EDGE, 1, max(20, painter.fontMetrics().horizontalAdvance(self._number) + 8), _HEAD - 2)
        color = QColor(now.tones[theme.Tone.DANGER].text if self._holiday else now.text)
        if self._other_month or (self._off and not self._holiday):
            color = QColor(now.muted)
        if self._today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent))
            painter.drawRoundedRect(room, 9, 9)
            color = QColor(now.on_accent)
        painter.setPen(color)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self._number)
        painter.setFont(chip_font(self))
        painter.setPen(QColor(now.muted))
        lunar = QRectF(self.width() - 66, 1, 61, _HEAD - 2)
        painter.drawText(lunar, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._lunar)
        self._paint_note(painter, now, room.right() + 4)

    def _paint_note(self, painter: QPainter, now: theme.Tokens, left: float) -> None:
        if not self._notes:
            return
        metrics = painter.fontMetrics()
        lunar = metrics.horizontalAdvance(self._lunar) + 10
        painter.setPen(QColor(now.tones[theme.Tone.DANGER].text if self._holiday else now.accent))
        if self._note_lines:
            room = QRectF(_EDGE + 2, _HEAD - 2, self.width() - 2 * _EDGE - 2, 0)
            paint_wrapped(painter, self._notes[0], room, self._note_lines)
            return
        room = QRectF(left, 1, self.width() - left - lunar, _HEAD - 2)
        shown = metrics.elidedText(self._notes[0], Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the day in hand."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(self._day)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click shows all tasks of the day."""
        if event.button() is Qt.MouseButton.LeftButton and self._chips:
            self.rest_requested.emit(self._day)
