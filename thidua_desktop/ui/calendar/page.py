"""The tab "Lịch công việc": the year's tasks in four views, and the chosen one in full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.calendar import office_calendar
from thidua_desktop.services.container import Services
from thidua_desktop.ui.calendar.actions import CalendarActions
from thidua_desktop.ui.calendar.agenda_view import AgendaView
from thidua_desktop.ui.calendar.dialogs import CompletionDialog, DueDialog
from thidua_desktop.ui.calendar.hint import Hint
from thidua_desktop.ui.calendar.month_view import MonthView
from thidua_desktop.ui.calendar.panel import TaskPanel
from thidua_desktop.ui.calendar.quarter_view import QuarterView
from thidua_desktop.ui.calendar.scene import Scene
from thidua_desktop.ui.calendar.today_panel import TodayPanel
from thidua_desktop.ui.calendar.toolbar import Toolbar, View, stepped
from thidua_desktop.ui.calendar.view import CalendarView
from thidua_desktop.ui.calendar.year_view import YearView
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.navigation import Navigation

_PANEL_WIDTH = 324
_SHIFTS = (
    ("Dời hạn sớm một ngày", "Alt+Shift+Left", -1),
    ("Dời hạn muộn một ngày", "Alt+Shift+Right", 1),
    ("Dời hạn sớm một tuần", "Alt+Shift+Up", -7),
    ("Dời hạn muộn một tuần", "Alt+Shift+Down", 7),
)


class CalendarPage(QWidget):
    """Holds one scene; every click and key changes the scene and shows it again."""

    year_wanted = Signal(int)
    """The clerk has gone into another year."""
    import_wanted = Signal()
    """There is no task in the year, and a plan is to be read."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
        *,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._navigation = navigation
        self._preferences = preferences
        calendar = office_calendar()
        today = services.today()
        self._scene = Scene(today, today, calendar)
        self._all: tuple[Task, ...] = ()
        self._year: int | None = None
        self._locked = False
        self.dialog: Form | None = None
        self.deeds = CalendarActions(services, runner, navigation, feedback, calendar)
        self.toolbar = Toolbar(self)
        self.views: dict[View, CalendarView] = {
            View.YEAR: YearView(),
            View.QUARTER: QuarterView(),
            View.MONTH: MonthView(),
            View.LIST: AgendaView(preferences),
        }
        self.hint = Hint()
        self.today = TodayPanel()
        self.panel = TaskPanel(read_only=services.read_only)
        remembered = preferences.text("calendar/view", View.MONTH)
        self._view = View(remembered) if remembered in set(View) else View.MONTH
        self._lay_out()
        self._connect()
        # The library of holidays takes a moment to load; it does so before the tab is looked at.
        runner.run(partial(calendar.days_off, today.year), done=lambda _days: None)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for view in self.views.values():
            self._stack.addWidget(view)
        self._side = QStackedWidget()
        self._side.addWidget(self.today)
        self._side.addWidget(self.panel)
        self._side.setMinimumWidth(260)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._stack.setContentsMargins(0, 0, theme.SPACE_S, 0)
        self._side.setContentsMargins(theme.SPACE_S, 0, 0, 0)
        self._split.addWidget(self._stack)
        self._split.addWidget(self._side)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setSizes([1000, _PANEL_WIDTH])
        body = QVBoxLayout()
        body.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        body.setSpacing(theme.SPACE_S)
        body.addWidget(self.hint)
        body.addWidget(self._split, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addLayout(body, 1)
        state = self._preferences.state("calendar/split")
        if state is not None:
            self._split.restoreState(state)
        self._split.splitterMoved.connect(self._on_split)

    def _connect(self) -> None:
        self.toolbar.view_wanted.connect(self.show_view)
        self.toolbar.step_wanted.connect(lambda step: self.go_to(stepped(self._scene.day, self._view, step)))
        self.toolbar.today_wanted.connect(lambda: self.go_to(self._services.today()))
        self.toolbar.filter_changed.connect(self._show)
        self.hint.clear_wanted.connect(self.toolbar.clear)
        self.hint.import_wanted.connect(self.import_wanted)
        for view in (*self.views.values(), self.today):
            view.task_chosen.connect(self.choose)
            view.task_opened.connect(self._on_task_opened)
            view.finish_requested.connect(self.ask_completion)
            view.due_changed.connect(self._on_due_changed)
            view.day_chosen.connect(self.go_to)
            view.month_opened.connect(self._on_month_opened)
        self.panel.open_wanted.connect(self._on_task_opened)
        self.panel.finish_wanted.connect(self.ask_completion)
        self.panel.due_wanted.connect(self.ask_due)
        self.panel.state_wanted.connect(lambda task_id, state: self.deeds.move(self._task(task_id), state))
        self.panel.progress_wanted.connect(self.deeds.set_progress)
        self.panel.note_wanted.connect(self.deeds.set_note)
        self._navigation.changes_made.connect(self._on_changes_made)
        action(self, "Hoàn thành…", "check", "Ctrl+D", self._with_chosen(self.ask_completion))
        action(self, "Đổi hạn…", "calendar", "Ctrl+H", self._with_chosen(self.ask_due))
        for text, key, days in _SHIFTS:
            action(self, text, "", key, self._with_chosen(partial(self._shift_due, days)))
        action(self, "Mở trong kế hoạch", "open", "Ctrl+Return", self._with_chosen(self._on_task_opened))
        action(self, "Lịch sử của nhiệm vụ", "history", "", self._with_chosen(self._open_history))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nobody else has used it, gives the overview of today back."""
        if event.key() == Qt.Key.Key_Escape and self._scene.chosen is not None:
            self.choose(None)
            return
        super().keyPressEvent(event)

    # what other parts of the window ask

    def show_year(self, year: int) -> None:
        """Show a year: its first day, or today when it is the year of today."""
        if year == self._year:
            return
        today = self._services.today()
        self._enter(today if today.year == year else date(year, self._scene.day.month, 1))

    def lock(self, locked: bool) -> None:
        """Let nothing of the year be changed, or let it again unless the file is open for reading only."""
        if locked != self._locked:
            self._locked = locked
            self.panel.lock(locked or self._services.read_only)
            self._show()

    def show_view(self, view: View) -> None:
        """Show another view of the same time."""
        self._view = view
        self._preferences.set_text("calendar/view", view)
        self._stack.setCurrentWidget(self.views[view])
        self._show()
        self.views[view].setFocus()

    def go_to(self, day: date) -> None:
        """Take a day in hand; another year is loaded when it lies there."""
        if day.year == self._year:
            self._scene = replace(self._scene, day=day)
            self._show()
            return
        self._enter(day)
        self.year_wanted.emit(day.year)

    def choose(self, task_id: TaskId | None) -> None:
        """Show a task in full, or with None what is to be done now."""
        self._scene = replace(self._scene, chosen=task_id)
        self._show()

    def show_task(self, task_id: TaskId) -> None:
        """Go to a task's time and choose it."""
        task = self._services.tasks.get(task_id)
        self.go_to(task.deadline)
        self.choose(task_id)

    @property
    def view(self) -> View:
        """The view that is on."""
        return self._view

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    # showing

    def _enter(self, day: date) -> None:
        self._year = day.year
        self._scene = replace(self._scene, day=day, chosen=None)
        self._load()

    def _load(self) -> None:
        assert self._year is not None
        rows = self._services.tasks.of_year(self._year)
        plans = {row.task.plan_id: _plan_name(row.plan_number, row.plan_title) for row in rows}
        self._all = tuple(row.task for row in rows)
        self._scene = replace(self._scene, today=self._services.today(), plans=plans)
        units = {unit for task in self._all for unit in (*task.lead, *task.coordinate)}
        self.toolbar.show_choices(units, plans.items())
        self._show()

    def _show(self) -> None:
        wanted, today = self.toolbar.wanted(), self._scene.today
        tasks = tuple(task for task in self._all if wanted.lets(task, today))
        self._scene = replace(self._scene, tasks=tasks)
        view = self.views[self._view]
        self._stack.setCurrentWidget(view)
        view.show_scene(self._scene)
        self.toolbar.show_state(self._scene.day, self._view)
        self.hint.show_state(self._scene.day.year, there=len(self._all), shown=len(tasks))
        chosen = next((task for task in self._all if task.id == self._scene.chosen), None)
        if chosen is not None:
            self.panel.show_task(chosen, self._scene)
            self._side.setCurrentWidget(self.panel)
        else:
            self.today.show_scene(self._scene)
            self._side.setCurrentWidget(self.today)

    def _task(self, task_id: TaskId) -> Task:
        return next(task for task in self._all if task.id == task_id)

    # wishes

    def ask_completion(self, task_id: TaskId) -> None:
        """Ask when and by which document a task was finished."""
        if self._refused():
            return
        dialog = CompletionDialog(self._task(task_id), self._services.today(), self)
        dialog.accepted.connect(lambda: self.deeds.finish(task_id, dialog.completion()))
        self._open(dialog)

    def ask_due(self, task_id: TaskId) -> None:
        """Ask for another due day."""
        if self._refused():
            return
        task = self._task(task_id)
        dialog = DueDialog(task, self._scene.calendar, self._services.today(), self)
        dialog.accepted.connect(lambda: self._on_due_changed(task_id, dialog.due()))
        self._open(dialog)

    def _refused(self) -> bool:
        """Whether nothing can be changed in the year shown, and says so."""
        if self._locked and self._year is not None:
            self.deeds.tell_closed(self._year)
        return self._locked

    def _open(self, dialog: Form) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _with_chosen(self, do: Callable[[TaskId], None]) -> Callable[[], None]:
        def run() -> None:
            if self._scene.chosen is not None:
                do(self._scene.chosen)

        return run

    def _on_due_changed(self, task_id: TaskId, due: date | None) -> None:
        task = self._task(task_id)
        if due is not None and due != task.due and not self._refused():
            self.choose(task_id)
            self.deeds.set_due(task, due)

    def _shift_due(self, days: int, task_id: TaskId) -> None:
        due = self._task(task_id).due
        if due is None:
            self.ask_due(task_id)
        else:
            self._on_due_changed(task_id, due + timedelta(days=days))

    def _on_task_opened(self, task_id: TaskId) -> None:
        self._navigation.open_requested.emit(Kind.TASK.value, task_id)

    def _open_history(self, task_id: TaskId) -> None:
        self._navigation.history_requested.emit(Kind.TASK.value, task_id)

    def _on_month_opened(self, day: date) -> None:
        self.go_to(day)
        self.show_view(View.MONTH)

    def _on_changes_made(self, changes: Changes) -> None:
        if self._year is not None and changes.touched & {Kind.TASK, Kind.PLAN}:
            self._load()

    def _on_split(self, _position: int, _index: int) -> None:
        self._preferences.set_state("calendar/split", self._split.saveState())


def _plan_name(number: str | None, title: str) -> str:
    return f"{number} – {title}" if number else title
