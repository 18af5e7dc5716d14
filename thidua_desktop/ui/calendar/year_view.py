"""The year: twelve small months, one quarter to a column."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_desktop.domain import periods
from thidua_desktop.domain.calendar import count, quarter_board
from thidua_desktop.domain.placing import When
from thidua_desktop.ui.calendar.dragging import DropTarget
from thidua_desktop.ui.calendar.lane import Lane
from thidua_desktop.ui.calendar.mini_month import MiniMonth
from thidua_desktop.ui.calendar.scene import Scene
from thidua_desktop.ui.calendar.view import CalendarView
from thidua_desktop.ui.common import theme
from thidua_desktop.wording import labels


class YearView(CalendarView):
    """Four columns of three months with the count of each quarter, and a strip for the whole year.

    On a small screen the months are scrolled: made lower, their days could not be read.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scrolled = QScrollArea(self)
        self._scrolled.setWidgetResizable(True)
        whole = QWidget()
        self._months = tuple(MiniMonth(whole) for _ in range(12))
        self._headings = tuple(QLabel(whole) for _ in range(4))
        self._year = Lane(self, across=True, empty="Không có nhiệm vụ cả năm")
        self._year.setFixedHeight(80)
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
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
            month.drag_moved.connect(self._dragging.over)
            month.drag_ended.connect(self.drop_all)
            month.drag_cancelled.connect(self.drag_left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_S)
        self._scrolled.setWidget(whole)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.addWidget(self._scrolled, 1)
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
        detail = f"{counted.done}/{counted.total} xong" if in_year else ""
        self._year.show_tasks(f"Cả năm {year}", detail, chips, when=When(year))
        self.setAccessibleName(f"Lịch năm {year}")
        self.setFocusProxy(self._months[scene.day.month - 1])
        self._scrolled.ensureWidgetVisible(self._months[scene.day.month - 1])

    def month(self, number: int) -> MiniMonth:
        """The small month with a number (1-12)."""
        return self._months[number - 1]

    def drop_targets(self) -> Iterable[DropTarget]:
        """The days and months, and the whole year."""
        return (*self._months, self._year)

    def _drawn_alike(self, old: Scene, new: Scene) -> bool:
        return old.day.year == new.day.year and old.alike(new)

    def _on_arrow(self, month: int, step: int) -> None:
        wanted = month + step
        if 1 <= wanted <= 12:
            self._months[wanted - 1].setFocus()
            self._scrolled.ensureWidgetVisible(self._months[wanted - 1])
