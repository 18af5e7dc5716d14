"""The month: a grid of days with their tasks, and lanes for what has no day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from thidua_desktop.domain import periods
from thidua_desktop.domain.calendar import count, month_board
from thidua_desktop.domain.tasks import OPEN_STATES, Task
from thidua_desktop.ui.calendar.day_cell import DayCell
from thidua_desktop.ui.calendar.day_popup import DayPopup
from thidua_desktop.ui.calendar.lane import Lane
from thidua_desktop.ui.calendar.scene import Scene
from thidua_desktop.ui.calendar.view import CalendarView
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import labels

_WEEKS = 6
_GHOST_WIDTH = 260
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class MonthView(CalendarView):
    """Arrows move between days, Enter goes into the day's tasks, Space finishes one, a chip can be dragged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cells = [DayCell(self) for _ in range(7 * _WEEKS)]
        self.lanes = tuple(Lane(self) for _ in range(3))
        self._popup: DayPopup | None = None
        self._ghost = label()
        self._ghost.setParent(self, Qt.WindowType.ToolTip | Qt.WindowType.WindowTransparentForInput)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self._grid())
        split.addWidget(self._lane_row())
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setSizes([460, 112])
        split.setChildrenCollapsible(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        for cell in self._cells:
            cell.clicked.connect(self._on_cell_clicked)
            cell.rest_requested.connect(self.show_rest)

    def _grid(self) -> QWidget:
        grid = QFrame(self)
        grid.setProperty("role", "card")
        layout = QGridLayout(grid)
        layout.setContentsMargins(1, 3, 1, 1)
        layout.setSpacing(0)
        for column, name in enumerate(said.WEEKDAYS):
            heading = label(name, "small")
            heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(heading, 0, column)
            layout.setColumnStretch(column, 1)
            layout.setColumnMinimumWidth(column, 60)
        for number, cell in enumerate(self._cells):
            week, weekday = divmod(number, 7)
            layout.addWidget(cell, week + 1, weekday)
        self._grid_layout = layout
        return grid

    def _lane_row(self) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, theme.SPACE_S, 0, 0)
        layout.setSpacing(theme.SPACE_S)
        for lane in self.lanes:
            layout.addWidget(lane, 1)
        row.setMinimumHeight(84)
        return row

    # showing

    def rebuild(self, scene: Scene) -> None:
        """Make cells and lanes for the month of the day in hand."""
        year, month = scene.day.year, scene.day.month
        board = month_board(scene.tasks, year, month)
        weeks = periods.month_grid(year, month)
        for number, cell in enumerate(self._cells):
            week, weekday = divmod(number, 7)
            cell.setVisible(week < len(weeks))
            if week < len(weeks):
                day = weeks[week][weekday]
                chips = [self.make_chip(task, scene, cell) for task in board.on(day)]
                cell.show_day(day, scene, chips)
        for week in range(_WEEKS):
            self._grid_layout.setRowStretch(week + 1, 1 if week < len(weeks) else 0)
        quarter = periods.quarter_of_month(month)
        self._fill(0, f"Trong tháng {month}", board.in_month[month], scene)
        self._fill(1, f"Trong {labels.quarter(quarter)}", board.in_quarter, scene)
        self._fill(2, f"Cả năm {year}", board.in_year, scene)
        self.setAccessibleName(f"Lịch tháng {month}/{year}")

    def _fill(self, number: int, title: str, tasks: tuple[Task, ...], scene: Scene) -> None:
        lane = self.lanes[number]
        counted = count(tasks, scene.today)
        detail = f"{counted.done}/{counted.total} xong" if counted.total else ""
        lane.show_tasks(title, detail, [self.make_chip(task, scene, lane, lines=2) for task in tasks])

    def mark(self, scene: Scene) -> None:
        """Show the day in hand and the task chosen."""
        super().mark(scene)
        for cell in self._cells:
            cell.mark(chosen=cell.day == scene.day)
        if not self.hasFocus():
            return
        chosen = self.cell(scene.day)
        if chosen is not None:
            self.setAccessibleDescription(chosen.accessibleName())

    def _drawn_alike(self, old: Scene, new: Scene) -> bool:
        same_month = (old.day.year, old.day.month) == (new.day.year, new.day.month)
        return same_month and (old.today, old.tasks) == (new.today, new.tasks)

    def cell(self, day: date) -> DayCell | None:
        """The cell of a day, if the grid shows it."""
        return next((cell for cell in self._cells if cell.day == day and not cell.isHidden()), None)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between days, go into a day, finish its first open task."""
        key = Qt.Key(event.key())
        if self._scene is None or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self.setFocus()
            self.day_chosen.emit(self._scene.day + timedelta(days=_ARROWS[key]))
        elif key is Qt.Key.Key_Home:
            self.day_chosen.emit(self._scene.day.replace(day=1))
        elif key is Qt.Key.Key_End:
            self.day_chosen.emit(periods.last_day_of_month(self._scene.day.year, self._scene.day.month))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter_day(self._scene)
        elif key is Qt.Key.Key_Space:
            self._finish_in_day(self._scene)
        else:
            super().keyPressEvent(event)

    def _enter_day(self, scene: Scene) -> None:
        cell = self.cell(scene.day)
        chips = cell.chips() if cell is not None else ()
        if not chips:
            return
        if any(chip.isHidden() for chip in chips):
            self.show_rest(scene.day)
            return
        chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _finish_in_day(self, scene: Scene) -> None:
        cell = self.cell(scene.day)
        tasks = [chip.shown_task for chip in cell.chips()] if cell is not None else []
        chosen = [task for task in tasks if task.id == scene.chosen] or tasks
        first = next((task.id for task in chosen if task.state in OPEN_STATES), None)
        if first is not None:
            self.finish_requested.emit(first)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the day in hand to a screen reader."""
        super().focusInEvent(event)
        if self._scene is not None:
            self.mark(self._scene)

    # mouse

    def show_rest(self, day: date) -> None:
        """Show all tasks of a day in a window of their own."""
        cell = self.cell(day)
        if cell is None or self._scene is None:
            return
        tasks = tuple(chip.shown_task for chip in cell.chips())
        popup = self._popup = DayPopup(
            day, self._scene, [self.make_chip(task, self._scene, self, lines=3) for task in tasks], self
        )
        popup.destroyed.connect(self._on_popup_closed)
        popup.open_at(cell)

    def popup(self) -> DayPopup | None:
        """The window with a day's tasks, if one was opened."""
        return self._popup

    def _on_popup_closed(self) -> None:
        self._popup = None

    def drag_over(self, task: Task, at: QPoint) -> None:
        """Show the task beside the mouse, and where it would fall."""
        self._ghost.setText(self.fontMetrics().elidedText(task.text, Qt.TextElideMode.ElideRight, _GHOST_WIDTH))
        self._ghost.setStyleSheet(_ghost_style())
        self._ghost.adjustSize()
        self._ghost.move(at + QPoint(14, 10))
        self._ghost.show()
        target = self._cell_at(at)
        for cell in self._cells:
            cell.mark_target(cell is target)
        self.setCursor(Qt.CursorShape.DragMoveCursor if target is not None else Qt.CursorShape.ForbiddenCursor)

    def drop(self, task: Task, at: QPoint) -> None:
        """Move the task's due day to the day under the mouse."""
        self.drag_left()
        target = self._cell_at(at)
        if target is not None and task.id is not None and target.day != task.due:
            self.due_changed.emit(task.id, target.day)

    def drag_left(self) -> None:
        """No target any more."""
        self._ghost.hide()
        for cell in self._cells:
            cell.mark_target(False)
        self.unsetCursor()

    def _cell_at(self, at: QPoint) -> DayCell | None:
        return next(
            (cell for cell in self._cells if cell.isVisible() and cell.rect().contains(cell.mapFromGlobal(at))), None
        )

    def _on_cell_clicked(self, day: date) -> None:
        self.setFocus()
        self.day_chosen.emit(day)


def _ghost_style() -> str:
    now = theme.tokens()
    return f"background: {now.accent_soft}; color: {now.text}; border: 1px solid {now.accent}; padding: 3px 8px;"
