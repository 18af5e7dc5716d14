"""One day of the week view."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.holidays import lunar_day
from thidua_desktop.domain.placing import When
from thidua_desktop.ui.calendar.lane import Lane
from thidua_desktop.ui.calendar.scene import Scene, day_notes, day_tip
from thidua_desktop.ui.calendar.task_chip import TaskChip
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import set_tone
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import calendar as said

_NARROWEST = "CN 00/00 00/00"
"""A short heading with the lunar date beside it."""


class DayColumn(Lane):
    """A day: weekday, date and lunar date, what is noted at it, its tasks in full."""

    clicked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, empty="")
        self._day = date.min
        self._notes = label("", "small", wrap=True)
        self._notes.setContentsMargins(theme.SPACE_S, 0, theme.SPACE_S, 0)
        self.insert_below_head(self._notes)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(_NARROWEST))

    @property
    def day(self) -> date:
        """The day shown."""
        return self._day

    def show_day(self, day: date, scene: Scene, chips: Sequence[TaskChip]) -> None:
        """Show a day with the chips of its tasks."""
        self._day = day
        lunar = lunar_day(day)
        notes = day_notes(day, scene.calendar)
        self.show_tasks(
            "",
            said.lunar(lunar) if lunar is not None else "",
            chips,
            when=When.on(day),
        )
        self._show_title()
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        set_tone(self._notes, Tone.DANGER if scene.calendar.day_off(day) is not None else Tone.INFO)
        self.setToolTip(day_tip(day, scene.calendar))
        tasks = f", {len(chips)} nhiệm vụ" if chips else ""
        self.setAccessibleName(", ".join((said.full_day(day), *notes)) + tasks)
        self.tell("today", day == scene.today)
        self.tell("off", not scene.calendar.works(day))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A short name of the weekday where the column is narrow."""
        super().resizeEvent(event)
        self._show_title()

    def _show_title(self) -> None:
        named = f"{said.weekday(self._day)} {said.day_and_month(self._day)}"
        short = f"{said.WEEKDAYS_SHORT[self._day.weekday()]} {said.day_and_month(self._day)}"
        self.set_title(named if self.fits(named) else short)

    def mark(self, *, chosen: bool) -> None:
        """Show whether this is the day in hand; only its tasks are reached by Tab."""
        self.tell("chosen", chosen)
        for chip in self.chips():
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the day in hand."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(self._day)
        super().mousePressEvent(event)
