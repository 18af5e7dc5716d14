"""What month and week have in common: days that are walked over by key, and lanes for what has no day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from thidua_desktop.domain import periods
from thidua_desktop.domain.calendar import Board, count
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import OPEN_STATES, Task
from thidua_desktop.ui.calendar.day_cell import DayCell
from thidua_desktop.ui.calendar.day_column import DayColumn
from thidua_desktop.ui.calendar.day_popup import DayPopup
from thidua_desktop.ui.calendar.dragging import DropTarget
from thidua_desktop.ui.calendar.lane import Lane
from thidua_desktop.ui.calendar.scene import Scene
from thidua_desktop.ui.calendar.view import CalendarView
from thidua_desktop.ui.common import theme
from thidua_desktop.wording import labels

_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_LANES_HEIGHT = 112


Day = DayCell | DayColumn
"""A day on the screen."""


class DaysView(CalendarView):
    """Arrows move between days, Enter goes into the day's tasks, Space finishes one, a chip can be dragged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lanes = tuple(Lane(self) for _ in range(3))
        self._popup: DayPopup | None = None

    def lay_out(self, days: QWidget) -> None:
        """Put the days above the lanes; the line between them can be moved."""
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(days)
        split.addWidget(self._lane_row())
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setSizes([460, _LANES_HEIGHT])
        split.setChildrenCollapsible(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _lane_row(self) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, theme.SPACE_S, 0, 0)
        layout.setSpacing(theme.SPACE_S)
        for lane in self.lanes:
            layout.addWidget(lane, 1)
        row.setMinimumHeight(84)
        return row

    # what a view has to say of its days

    def shown_days(self) -> Sequence[Day]:
        """The days on the screen."""
        raise NotImplementedError

    def first_and_last(self, day: date) -> tuple[date, date]:
        """The days that Home and End go to from a day."""
        raise NotImplementedError

    # showing

    def fill_lanes(self, board: Board, scene: Scene) -> None:
        """Show what has no day: in the month, in the quarter and in the year of the day in hand."""
        year, month = scene.day.year, scene.day.month
        quarter = periods.quarter_of_month(month)
        for lane, title, tasks, when in zip(
            self.lanes,
            (f"Trong tháng {month}", f"Trong {labels.quarter(quarter)}", f"Cả năm {year}"),
            (board.in_month[month], board.in_quarter, board.in_year),
            (When.in_month(year, month), When(year, quarter), When(year)),
            strict=True,
        ):
            counted = count(tasks, scene.today)
            detail = f"{counted.done}/{counted.total} xong" if counted.total else ""
            chips = [self.make_chip(task, scene, lane, lines=2) for task in tasks]
            lane.show_tasks(title, detail, chips, when=when)

    def mark(self, scene: Scene) -> None:
        """Show the day in hand and the task chosen."""
        super().mark(scene)
        for day in self.shown_days():
            day.mark(chosen=day.day == scene.day)
        chosen = self.find_day(scene.day)
        if self.hasFocus() and chosen is not None:
            self.setAccessibleDescription(chosen.accessibleName())

    def find_day(self, day: date) -> Day | None:
        """A day, if the view shows it."""
        return next((found for found in self.shown_days() if found.day == day), None)

    def drop_targets(self) -> Iterable[DropTarget]:
        """Days and lanes."""
        return (*self.shown_days(), *self.lanes)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between days, go into a day, finish its first open task."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if self._scene is None or not plain or not self._take_key(key, self._scene):
            super().keyPressEvent(event)

    def _take_key(self, key: Qt.Key, scene: Scene) -> bool:
        if key in _ARROWS:
            self.setFocus()
            self.day_chosen.emit(scene.day + timedelta(days=_ARROWS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            first, last = self.first_and_last(scene.day)
            self.day_chosen.emit(first if key is Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter_day(scene)
        elif key is Qt.Key.Key_Space:
            self._finish_in_day(scene)
        else:
            return False
        return True

    def _enter_day(self, scene: Scene) -> None:
        day = self.find_day(scene.day)
        chips = day.chips() if day is not None else ()
        if not chips:
            return
        if any(chip.isHidden() for chip in chips):
            self.show_rest(scene.day)
            return
        chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _finish_in_day(self, scene: Scene) -> None:
        day = self.find_day(scene.day)
        tasks = [chip.shown_task for chip in day.chips()] if day is not None else []
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
        found = self.find_day(day)
        if found is None or self._scene is None:
            return
        scene = self._scene
        chips = [self.new_chip(chip.shown_task, scene, self, lines=3) for chip in found.chips()]
        popup = self._popup = DayPopup(day, scene, chips, self)
        popup.destroyed.connect(self._on_popup_closed)
        popup.open_at(found)

    def popup(self) -> DayPopup | None:
        """The window with a day's tasks, if one was opened."""
        return self._popup

    def drop_all(self, tasks: Sequence[Task], at: QPoint) -> None:
        """Tasks let go over the pop-up that they come from stay where they are."""
        if self._popup is not None and self._popup.isVisible() and self._popup.geometry().contains(at):
            self.drag_left()
            return
        super().drop_all(tasks, at)

    def _on_popup_closed(self) -> None:
        self._popup = None

    def _on_day_clicked(self, day: date) -> None:
        self.setFocus()
        self.day_chosen.emit(day)
