"""The reminders of a main window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from thidua_desktop.domain.ids import TaskId
from thidua_desktop.ui.reminders.keeper import ReminderKeeper
from thidua_desktop.ui.showing import CALENDAR

if TYPE_CHECKING:
    from thidua_desktop.ui.main_window import MainWindow


def remind(window: MainWindow) -> ReminderKeeper:
    """Reminders whose tasks are shown on the window's calendar; they end with the window."""
    keeper = ReminderKeeper(
        window,
        window.services,
        window.runner,
        window.navigation,
        window.feedback,
        preferences=window.preferences,
    )
    keeper.task_wanted.connect(partial(_show, window))
    window.closed.connect(keeper.stop)
    return keeper


def _show(window: MainWindow, task_id: TaskId) -> None:
    window.show_page(CALENDAR)
    window.calendar.show_task(task_id)
