"""The month: a grid of days with their tasks, and lanes for what has no day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from thidua_desktop.domain import periods
from thidua_desktop.domain.calendar import month_board
from thidua_desktop.ui.calendar.day_cell import DayCell
from thidua_desktop.ui.calendar.days_view import DaysView
from thidua_desktop.ui.calendar.scene import Scene
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import calendar as said

_WEEKS = 6


class MonthView(DaysView):
    """Six weeks of cells at most, Monday first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = [DayCell(self) for _ in range(7 * _WEEKS)]
        self.lay_out(self._grid())
        for cell in self._cells:
            cell.clicked.connect(self._on_day_clicked)
            cell.rest_requested.connect(self.show_rest)

    def _grid(self) -> QWidget:
        grid = QFrame(self)
        grid.setProperty("role", "card")
        layout = QGridLayout(grid)
        layout.setContentsMargins(theme.HAIRLINE, theme.SPACE_XXS, theme.HAIRLINE, theme.HAIRLINE)
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

    def rebuild(self, scene: Scene) -> None:
        """Make cells and lanes for the month of the day in hand."""
        year, month = scene.day.year, scene.day.month
        board = month_board(scene.known, year, month)
        weeks = periods.month_grid(year, month)
        for number, cell in enumerate(self._cells):
            week, weekday = divmod(number, 7)
            cell.setVisible(week < len(weeks))
            if week < len(weeks):
                day = weeks[week][weekday]
                cell.show_day(day, scene, [self.make_chip(task, scene, cell) for task in board.on(day)])
        for week in range(_WEEKS):
            self._grid_layout.setRowStretch(week + 1, 1 if week < len(weeks) else 0)
        self.fill_lanes(board, scene)
        self.setAccessibleName(f"Lịch tháng {month}/{year}")

    def shown_days(self) -> Sequence[DayCell]:
        """The cells of the month's weeks."""
        return [cell for cell in self._cells if not cell.isHidden()]

    def cell(self, day: date) -> DayCell | None:
        """The cell of a day, if the grid shows it."""
        return next((cell for cell in self.shown_days() if cell.day == day), None)

    def first_and_last(self, day: date) -> tuple[date, date]:
        """Those of the month."""
        return day.replace(day=1), periods.last_day_of_month(day.year, day.month)

    def _drawn_alike(self, old: Scene, new: Scene) -> bool:
        same_month = (old.day.year, old.day.month) == (new.day.year, new.day.month)
        return same_month and old.alike(new)
