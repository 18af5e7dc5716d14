"""What to remind the clerk of today; nothing is sent anywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.reminders import WITHIN, Reminder, reminders
from thidua_desktop.services.calendar import office_calendar
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import formats


class ReminderService:
    """Reads what is due, and keeps what was put off."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def due(self, within: int = WITHIN) -> tuple[Reminder, ...]:
        """What to remind of today, the most urgent first; open tasks of closed years are passed over.

        Args:
            within: how many working days before something is due it is reminded of.
        """
        with self._store.read() as work:
            closed = set(work.years.closed())
            tasks = tuple(task for task in work.tasks.open() if task.year not in closed)
            details = work.details.of(task.id for task in tasks if task.id is not None)
            delays = work.reminder_delays.all()
        calendar, today = office_calendar(), self._today()
        return reminders(tasks, details, put_off=delays, calendar=calendar, today=today, within=within)

    def put_off(self, reminder: Reminder, until: date) -> Changes:
        """Keep a reminder quiet until a day, on which it comes again."""
        with self._store.write("reminder.put_off", text=brief(reminder.text), until=formats.day(until)) as work:
            work.reminder_delays.put_off(reminder.key, until)
        return Changes("reminder.put_off", frozenset({Kind.REMINDER}))
