"""Looks what is due at the start and while the program is open, and says it when nobody is typing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.reminders.memory import HOUR, Quiet, tomorrow_of
from thidua_desktop.ui.reminders.strip import ReminderStrip
from thidua_desktop.ui.reminders.tray import Tray

if TYPE_CHECKING:
    from thidua_desktop.domain.holidays import OfficeCalendar
    from thidua_desktop.domain.reminders import Reminder
    from thidua_desktop.ui.reminders.dialog import RemindersDialog
    from thidua_desktop.ui.reminders.later import LaterDialog


_LOOK_EACH_MS = 5 * 60_000
_SOON_MS = 1_500
_TYPING = timedelta(seconds=4)
"""So long after the last key nothing new is shown."""
_TOUCHING = frozenset({Kind.TASK, Kind.PLAN, Kind.REMINDER, Kind.COMMEMORATION, Kind.YEAR})


class ReminderKeeper(QObject):
    """Shows each reminder once: what was opened, put off or seen stays quiet until its time.

    It looks at nothing by itself before ``start``: a window that is only drawn reminds of nothing.
    """

    task_wanted = Signal(int)
    """A task is to be shown on the calendar."""

    def __init__(
        self,
        window: QWidget,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
        *,
        preferences: Preferences,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(window)
        self._window, self._services, self._runner = window, services, runner
        self._navigation, self._feedback, self._now = navigation, feedback, now
        self._quiet = Quiet(preferences)
        self._read_calendar: OfficeCalendar | None = None
        self._found: tuple[Reminder, ...] = ()
        self._announced: set[str] = set()
        self._last_key = datetime.min
        self.strip = ReminderStrip()
        self.dialog: RemindersDialog | None = None
        self.question: LaterDialog | None = None
        """The dialog that asks for a day."""
        self.tray = Tray(window)
        self.tray.clicked.connect(self._on_tray_clicked)
        self._timer = QTimer(self, interval=_LOOK_EACH_MS)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.look)
        self.list_action = action(window, "Nhắc việc…", "today", "Ctrl+Alt+V", self.show_all, within=False)
        self._connect_strip()
        navigation.changes_made.connect(self._on_changes_made)

    def _connect_strip(self) -> None:
        strip = self.strip
        strip.opened.connect(self._open)
        strip.hour_wanted.connect(self._put_off_an_hour)
        strip.day_wanted.connect(self.put_off)
        strip.ask_wanted.connect(self._ask_day)
        strip.all_wanted.connect(self.show_all)
        strip.closed.connect(lambda: self._hush(strip.shown_reminders(), tomorrow_of(self._now())))

    # watching

    def start(self) -> None:
        """Begin to watch: at once, and every few minutes."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and not self._timer.isActive():
            # Not a filter of the whole program: every event of every widget would come through Python, and making a
            # window full of them would take three times as long.
            app.focusChanged.connect(self._on_focus_changed)
            self._on_focus_changed(None, app.focusWidget())
        self._timer.start()
        self._soon.start()

    def stop(self) -> None:
        """Watch no more."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and self._timer.isActive():
            app.focusChanged.disconnect(self._on_focus_changed)
            self._on_focus_changed(app.focusWidget(), None)
        self._timer.stop()
        self._soon.stop()
        self.tray.hide()

    def look(self) -> None:
        """Read what is due and show what may be told."""
        self._runner.run(self._services.reminders.due, self._on_found)

    def _on_focus_changed(self, former: QWidget | None, now: QWidget | None) -> None:
        """Keys go to whatever has the focus."""
        if former is not None:
            former.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember when a key was pressed last."""
        if event.type() == QEvent.Type.KeyPress:
            self._last_key = self._now()
        return super().eventFilter(watched, event)

    def _on_found(self, found: tuple[Reminder, ...]) -> None:
        self._found = found
        if self.dialog is not None:
            self._show_in_dialog(self.dialog)
        if self._busy():
            self._soon.start()
            return
        self._show()

    @property
    def _calendar(self) -> OfficeCalendar:
        """The days off of the office; read when something is due, since few windows begin with that."""
        if self._read_calendar is None:
            self._read_calendar = self._services.commemorations.calendar()
        return self._read_calendar

    def _busy(self) -> bool:
        """Whether the clerk is typing or answering something."""
        asked = QApplication.activeModalWidget()
        while asked is not None and asked is not self._window:
            asked = asked.parentWidget()
        return asked is not None or self._now() - self._last_key < _TYPING

    def _show(self) -> None:
        may = self._quiet.lets(self._found, self._now())
        self.strip.show_reminders(may, self._services.today(), self._calendar)
        new = [found for found in may if found.key not in self._announced]
        self._announced |= {found.key for found in new}
        if new and not self._window.isActiveWindow():
            self.tray.tell(new, self._services.today())

    def _on_changes_made(self, changes: Changes) -> None:
        if not changes.touched & _TOUCHING:
            return
        if Kind.COMMEMORATION in changes.touched:
            self._read_calendar = None
        if self._timer.isActive():
            self._soon.start()

    # dealing with one

    def show_all(self) -> None:
        """Show every reminder, those that are quiet too."""
        from thidua_desktop.ui.reminders.dialog import RemindersDialog

        if self.dialog is None:
            dialog = self.dialog = RemindersDialog(self._window)
            dialog.opened.connect(self._open)
            dialog.hour_wanted.connect(self._put_off_an_hour)
            dialog.day_wanted.connect(self.put_off)
            dialog.ask_wanted.connect(self._ask_day)
        self._show_in_dialog(self.dialog)
        self.dialog.show()
        self.dialog.raise_()
        self.look()

    def put_off(self, reminder: Reminder, until: date) -> None:
        """Let a reminder be quiet until a day; the office file keeps it, so that it holds on every computer."""
        if self._services.read_only:
            self._hush([reminder], datetime.combine(until, datetime.min.time()))
            return
        work = partial(self._services.reminders.put_off, reminder, until)
        self._runner.run(work, partial(self._on_put_off, reminder, until))

    def _on_put_off(self, reminder: Reminder, until: date, changes: Changes) -> None:
        from thidua_desktop.wording import calendar as said

        self._found = tuple(found for found in self._found if found.key != reminder.key)
        self._announced.discard(reminder.key)
        self._show()
        self._navigation.changes_made.emit(changes)
        self._feedback.say(f"Sẽ nhắc lại vào {said.full_day(until)}.")
        self.look()

    def _put_off_an_hour(self, reminder: Reminder) -> None:
        until = self._now() + HOUR
        self._announced.discard(reminder.key)
        self._hush([reminder], until)
        self._feedback.say(f"Sẽ nhắc lại lúc {until:%H:%M}.")

    def _ask_day(self, reminder: Reminder) -> None:
        from thidua_desktop.ui.reminders.later import LaterDialog

        dialog = self.question = LaterDialog(self._services.today(), self._calendar, self._window)
        dialog.accepted.connect(lambda: self.put_off(reminder, dialog.until()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open(self, reminder: Reminder) -> None:
        self._hush([reminder], tomorrow_of(self._now()))
        self.task_wanted.emit(reminder.task_id)

    def _hush(self, reminders: tuple[Reminder, ...] | list[Reminder], until: datetime) -> None:
        self._quiet.hush((found.key for found in reminders), until, self._now())
        self._show()

    def _show_in_dialog(self, dialog: RemindersDialog) -> None:
        dialog.show_reminders(self._found, self._services.today(), self._calendar)

    def _on_tray_clicked(self) -> None:
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()
