"""The week: seven days beside each other with everything that falls on them, and lanes for what has no day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QHBoxLayout, QWidget

from thidua_desktop.domain.calendar import month_board
from thidua_desktop.ui.calendar.day_column import DayColumn
from thidua_desktop.ui.calendar.days_view import DaysView
from thidua_desktop.ui.calendar.scene import Scene
from thidua_desktop.ui.common import theme
from thidua_desktop.wording import calendar as said

_LINES, _LINES_FULL = 7, 4
_ROOMY = 4
"""Up to so many tasks a day they are shown in full."""
_BROAD, _NARROW = 5, 3
"""Days on which nobody works and nothing falls take less room."""


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


class WeekView(DaysView):
    """Monday to Sunday."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(DayColumn(self) for _ in range(7))
        days = QWidget(self)
        self._row = QHBoxLayout(days)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.SPACE_XS)
        for column in self._columns:
            self._row.addWidget(column)
            column.clicked.connect(self._on_day_clicked)
        self.lay_out(days)

    def rebuild(self, scene: Scene) -> None:
        """Make the columns of the week of the day in hand."""
        # The weeks that a month touches are shown in full, so the month's board has every day of this one.
        board = month_board(scene.known, scene.day.year, scene.day.month)
        first = monday_of(scene.day)
        for number, column in enumerate(self._columns):
            day = first + timedelta(days=number)
            tasks = board.on(day)
            lines = _LINES if len(tasks) <= _ROOMY else _LINES_FULL
            column.show_day(day, scene, [self.make_chip(task, scene, column, lines=lines) for task in tasks])
            self._row.setStretch(number, _BROAD if tasks or scene.calendar.works(day) else _NARROW)
        self.fill_lanes(board, scene)
        self.setAccessibleName(f"Lịch tuần từ {said.full_day(first)}")

    def shown_days(self) -> Sequence[DayColumn]:
        """The seven columns."""
        return self._columns

    def column(self, day: date) -> DayColumn | None:
        """The column of a day, if the week has it."""
        return next((column for column in self._columns if column.day == day), None)

    def first_and_last(self, day: date) -> tuple[date, date]:
        """Monday and Sunday."""
        return monday_of(day), monday_of(day) + timedelta(days=6)

    def _drawn_alike(self, old: Scene, new: Scene) -> bool:
        same_week = monday_of(old.day) == monday_of(new.day) and old.day.month == new.day.month
        return same_week and old.alike(new)
