"""The year: twelve small months, one quarter to a column."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from thidua_desktop.domain import periods
from thidua_desktop.domain.calendar import Count, count, quarter_board, worst
from thidua_desktop.domain.tasks import Standing, Task
from thidua_desktop.ui.calendar.lane import Lane
from thidua_desktop.ui.calendar.scene import Scene, day_tip
from thidua_desktop.ui.calendar.task_chip import chip_font
from thidua_desktop.ui.calendar.view import CalendarView
from thidua_desktop.ui.common import theme
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import labels

_HEAD = 22
_BAR = 4
_WEEKS = 6
_ARROWS = {Qt.Key.Key_Left: -3, Qt.Key.Key_Right: 3, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
"""Months lie below each other within their quarter."""


class MiniMonth(QAbstractButton):
    """A month in small: days with tasks are filled in the tone of the most urgent one. Enter or a click opens it."""

    month_opened = Signal(object)
    day_opened = Signal(object)
    arrow_pressed = Signal(int, int)
    """The month (1-12) from which, and by how many months, the focus is to move."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._first = date.min
        self._days: dict[date, Standing | None] = {}
        self._numbers: dict[date, int] = {}
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
        self._numbers = {day: len(tasks) for day, tasks in days.items()}
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
        edge = now.accent if here or self.hasFocus() else now.line
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(now.accent_soft if self.underMouse() else now.surface))
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
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | middle), f"Tháng {self._first.month}")
        painter.setFont(chip_font(self))
        painter.setPen(QColor(now.tones[theme.Tone.DANGER].text if self._count.overdue else now.muted))
        words = self._words() if self._count.total else ""
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
        if day == self._scene.today:
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
                number = self._numbers.get(day, 0)
                words = day_tip(day, self._scene.calendar) + (f"\n{number} nhiệm vụ đến hạn" if number else "")
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a day opens the month at that day, elsewhere the month."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.day_opened.emit(self.day_at(event.position().x(), event.position().y()) or self._first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move between months, Enter and Space open one."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self.arrow_pressed.emit(self._first.month, _ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_opened.emit(self._first)
        else:
            event.ignore()


class YearView(CalendarView):
    """Four columns of three months with the count of each quarter, and a strip for the whole year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months = tuple(MiniMonth(self) for _ in range(12))
        self._headings = tuple(QLabel(self) for _ in range(4))
        self._year = Lane(self, across=True, empty="Không có nhiệm vụ cả năm")
        self._year.setFixedHeight(80)
        grid = QGridLayout()
        grid.setSpacing(theme.SPACE_S)
        for column, heading in enumerate(self._headings):
            heading.setProperty("role", "muted")
            grid.addWidget(heading, 0, column)
            grid.setColumnStretch(column, 1)
        for number, month in enumerate(self._months):
            column, row = divmod(number, 3)
            grid.addWidget(month, row + 1, column)
            grid.setRowStretch(row + 1, 1)
            month.day_opened.connect(self.month_opened)
            month.arrow_pressed.connect(self._on_arrow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_S)
        layout.addLayout(grid, 1)
        layout.addWidget(self._year)
        self.setFocusProxy(self._months[0])

    def rebuild(self, scene: Scene) -> None:
        """Make the twelve months of the year of the day in hand."""
        year = scene.day.year
        for quarter in periods.QUARTERS:
            board = quarter_board(scene.tasks, year, quarter)
            for month in periods.months_of(quarter):
                days = {day: found for day, found in board.days.items() if (day.year, day.month) == (year, month)}
                tasks = [task for found in days.values() for task in found] + list(board.in_month[month])
                self._months[month - 1].show_month(date(year, month, 1), scene, days, count(tasks, scene.today))
            loose = len(board.in_quarter)
            words = f"<b>{labels.quarter(quarter)}</b>" + (f" · {loose} nhiệm vụ trong quý" if loose else "")
            self._headings[quarter - 1].setText(words)
        in_year = quarter_board(scene.tasks, year, 1).in_year
        chips = [self.make_chip(task, scene, self._year, lines=2) for task in in_year]
        counted = count(in_year, scene.today)
        self._year.show_tasks(f"Cả năm {year}", f"{counted.done}/{counted.total} xong" if in_year else "", chips)
        self.setAccessibleName(f"Lịch năm {year}")
        self.setFocusProxy(self._months[scene.day.month - 1])

    def month(self, number: int) -> MiniMonth:
        """The small month with a number (1-12)."""
        return self._months[number - 1]

    def _drawn_alike(self, old: Scene, new: Scene) -> bool:
        return old.day.year == new.day.year and (old.today, old.tasks) == (new.today, new.tasks)

    def _on_arrow(self, month: int, step: int) -> None:
        wanted = month + step
        if 1 <= wanted <= 12:
            self._months[wanted - 1].setFocus()
