"""The quarter: three months beside each other, what has no month, and what runs through the year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thidua_desktop.domain import periods
from thidua_desktop.domain.calendar import Board, count, quarter_board
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.calendar.dragging import DropTarget
from thidua_desktop.ui.calendar.lane import Divider, Lane
from thidua_desktop.ui.calendar.scene import Scene, day_notes
from thidua_desktop.ui.calendar.view import CalendarView
from thidua_desktop.ui.common import theme
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import labels

_YEAR_HEIGHT = 96


class QuarterView(CalendarView):
    """Columns of tasks; those with a day come first, in order. A task dragged to a column gets its month or quarter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._months = tuple(Lane(self) for _ in range(3))
        self._quarter = Lane(self)
        self._year = Lane(self, across=True, empty="Không có nhiệm vụ cả năm")
        self._year.setFixedHeight(_YEAR_HEIGHT)
        columns = QHBoxLayout()
        columns.setSpacing(theme.SPACE_S)
        for lane in (*self._months, self._quarter):
            columns.addWidget(lane, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_S)
        layout.addLayout(columns, 1)
        layout.addWidget(self._year)

    def rebuild(self, scene: Scene) -> None:
        """Make the columns of the quarter around the day in hand."""
        year, quarter = scene.day.year, periods.quarter_of_month(scene.day.month)
        board = quarter_board(scene.tasks, year, quarter)
        for lane, month in zip(self._months, periods.months_of(quarter), strict=True):
            self._fill_month(lane, board, date(year, month, 1), scene)
        self._fill(self._quarter, f"Trong {labels.quarter(quarter)}", board.in_quarter, scene, when=When(year, quarter))
        self._fill(self._year, f"Cả năm {year}", board.in_year, scene, when=When(year))
        self.setAccessibleName(f"Lịch {labels.quarter(quarter)} năm {year}")

    def _fill_month(self, lane: Lane, board: Board, first: date, scene: Scene) -> None:
        days = [(day, tasks) for day, tasks in board.days.items() if (day.year, day.month) == (first.year, first.month)]
        widgets: list[QWidget] = []
        for day, tasks in days:
            widgets.append(Divider(_day_heading(day, scene)))
            widgets += [self.make_chip(task, scene, lane, lines=3) for task in tasks]
        loose = board.in_month[first.month]
        if loose:
            widgets.append(Divider("Trong tháng"))
            widgets += [self.make_chip(task, scene, lane, lines=3) for task in loose]
        every = [task for _, found in days for task in found] + list(loose)
        when = When.in_month(first.year, first.month)
        lane.show_tasks(f"Tháng {first.month}", _summary(every, scene), widgets, when=when)
        coming = next((at for at, (day, _tasks) in enumerate(days) if day >= scene.day), None)
        if coming is not None and first.month == scene.day.month:
            lane.scroll_to([widget for widget in widgets if isinstance(widget, Divider)][coming])

    def _fill(self, lane: Lane, title: str, tasks: Sequence[Task], scene: Scene, *, when: When) -> None:
        chips = [self.make_chip(task, scene, lane, lines=4 if lane is self._quarter else 3) for task in tasks]
        lane.show_tasks(title, _summary(tasks, scene), chips, when=when)

    @property
    def months(self) -> tuple[Lane, ...]:
        """The columns of the three months."""
        return self._months

    def drop_targets(self) -> Iterable[DropTarget]:
        """The three months, the quarter, the year."""
        return (*self._months, self._quarter, self._year)

    def _drawn_alike(self, old: Scene, new: Scene) -> bool:
        quarters = [(scene.day.year, periods.quarter_of_month(scene.day.month)) for scene in (old, new)]
        return quarters[0] == quarters[1] and old.alike(new)


def _day_heading(day: date, scene: Scene) -> str:
    today = " – hôm nay" if day == scene.today else ""
    notes = day_notes(day, scene.calendar)
    return f"{said.weekday(day)} {said.day_and_month(day)}{today}" + (f" · {notes[0]}" if notes else "")


def _summary(tasks: Sequence[Task], scene: Scene) -> str:
    counted = count(tasks, scene.today)
    if not counted.total:
        return ""
    late = f" · {counted.overdue} quá hạn" if counted.overdue else ""
    return f"{counted.done}/{counted.total} xong{late}"
