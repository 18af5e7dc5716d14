"""The tab "Lịch công việc": the year's tasks in five views, and the chosen one in full."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.vietnamese import sort_key
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.task_details import TaskDetails
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.calendar.actions import CalendarActions
from thidua_desktop.ui.calendar.asking import Asking
from thidua_desktop.ui.calendar.detail_actions import DetailActions
from thidua_desktop.ui.calendar.detail_requests import DetailRequests
from thidua_desktop.ui.calendar.hint import Hint
from thidua_desktop.ui.calendar.loading import Loaded, load
from thidua_desktop.ui.calendar.menu import fill
from thidua_desktop.ui.calendar.panel import TaskPanel
from thidua_desktop.ui.calendar.papers import CalendarPapers, Shown
from thidua_desktop.ui.calendar.planning import Planning
from thidua_desktop.ui.calendar.requests import Requests
from thidua_desktop.ui.calendar.scene import Scene
from thidua_desktop.ui.calendar.today_panel import TodayPanel
from thidua_desktop.ui.calendar.toolbar import Toolbar, View, stepped
from thidua_desktop.ui.calendar.view import CalendarView
from thidua_desktop.ui.calendar.views import Views
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation

_PANEL_WIDTH = 324
_MINUTE_MS = 60_000


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
        calendar = services.commemorations.calendar()
        today = services.today()
        self._scene = Scene(today, today, calendar)
        self._loaded = Loaded()
        self._year: int | None = None
        self._stale = False
        """Something has changed while another tab was in front: it is loaded when this one is looked at."""
        self._locked = False
        self.deeds = CalendarActions(services, runner, navigation, feedback, calendar)
        self.toolbar = Toolbar(self)
        self.panel = TaskPanel(read_only=services.read_only)
        self.asking = Asking(self, self, services, feedback, preferences)
        self.requests = Requests(self.asking, self.deeds, navigation)
        details = DetailActions(services, runner, navigation, feedback)
        self.details = DetailRequests(self.asking, details, self.panel)
        self.planning = Planning(self.asking, details, runner, navigation)
        self.print_menu = QMenu("In và xuất", self)
        self.papers = CalendarPapers(
            services,
            runner,
            feedback,
            preferences,
            page=self,
            menu=self.print_menu,
            shown=lambda: Shown(self._scene.day, self._view),
            calendar=calendar,
            log=details.log,
        )
        self.hint = Hint()
        self.today = TodayPanel()
        remembered = preferences.text("calendar/view", View.MONTH)
        self._view = View(remembered) if remembered in set(View) else View.MONTH
        self._lay_out()
        self._connect()
        self._watch_clock()
        # The library of holidays takes a moment to load; it does so before the tab is looked at.
        runner.run(partial(calendar.days_off, today.year), done=lambda _days: None)

    def _watch_clock(self) -> None:
        minute = QTimer(self, interval=_MINUTE_MS)
        minute.timeout.connect(self.look_at_clock)
        minute.start()

    def _lay_out(self) -> None:
        # Each part is made within the next one: put into place later, it would be given its style anew with all in it.
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self.views = Views(self._preferences, self._listen_to, self._split)
        self._side = QStackedWidget(self._split)
        self._side.addWidget(self.today)
        self._side.addWidget(self.panel)
        self.views.setContentsMargins(0, 0, theme.SPACE_S, 0)
        self._side.setContentsMargins(theme.SPACE_S, 0, 0, 0)
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
        self._listen_to(self.today)
        self.panel.open_wanted.connect(self.requests.open_task)
        self.panel.finish_wanted.connect(self.requests.ask_completion)
        self.panel.due_wanted.connect(self.requests.ask_due)
        self.panel.work.state_wanted.connect(self._on_state_wanted)
        self.panel.work.progress_wanted.connect(self.deeds.set_progress)
        self.panel.work.note_wanted.connect(self.deeds.set_note)
        self.panel.urging.letter_wanted.connect(self.papers.letters_about)
        self.panel.steps.planner_wanted.connect(lambda _task: self.planning.open_planner())
        self._navigation.changes_made.connect(self._on_changes_made)

    def _listen_to(self, view: CalendarView) -> None:
        view.task_chosen.connect(self.choose)
        view.task_opened.connect(self.requests.open_task)
        view.finish_requested.connect(self.requests.ask_completion)
        view.time_changed.connect(self.requests.put)
        view.day_chosen.connect(self.go_to)
        view.month_opened.connect(self._on_month_opened)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._load()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nobody else has used it, gives the overview of today back."""
        if event.key() == Qt.Key.Key_Escape and self._scene.chosen is not None:
            self.choose(None)
            return
        super().keyPressEvent(event)

    # what other parts of the window ask

    def take_focus(self) -> None:
        """Let the keys of the page work: the focus goes to the view in front, or to the hint that stands for it."""
        view = self.views[self._view]
        (view if view.isVisible() else self).setFocus()

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
        self.views.setCurrentWidget(self.views[view])
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
        self._stale = not self.isVisible()
        if self._stale:
            return
        today = self._services.today()
        self._loaded = load(self._services, self._year, today)
        self._scene = replace(self._scene, today=today, plans=self._loaded.plans)
        self.toolbar.show_choices(self._loaded.units(), self._loaded.plans_of_year().items())
        self._show()

    def _show(self) -> None:
        if self._stale:
            return
        wanted, today = self.toolbar.wanted(), self._scene.today
        tasks, beside = (
            tuple(task for task in found if wanted.lets(task, today))
            for found in (self._loaded.tasks, self._loaded.beside)
        )
        self._scene = replace(self._scene, tasks=tasks, beside=beside)
        view = self.views[self._view]
        self.views.setCurrentWidget(view)
        view.show_scene(self._scene)
        self.toolbar.show_state(self._scene.day, self._view)
        self.hint.show_state(
            self._scene.day.year, there=len(self._loaded.tasks), shown=len(tasks), filtered=self.toolbar.in_words()
        )
        chosen = self._loaded.find(self._scene.chosen)
        if chosen is not None:
            self.panel.show_task(chosen, self._details_of(chosen), self._scene)
            self._side.setCurrentWidget(self.panel)
        else:
            self.today.show_scene(self._scene)
            self._side.setCurrentWidget(self.today)

    def _details_of(self, task: Task) -> TaskDetails:
        return self._services.task_details.of_task(task.id) if task.id is not None else TaskDetails()

    def task(self, task_id: TaskId) -> Task:
        """A task of the year shown or of those around it.

        Raises:
            RecordMissing: it is in none of them, or in the trash.
        """
        return self._loaded.find(task_id) or self._services.tasks.get(task_id)

    def unit_names(self) -> tuple[str, ...]:
        """The units of the directory and those that plans name, for fields that take one."""
        known = {*self._services.units.names(), *self._loaded.units()}
        return tuple(sorted(known, key=sort_key))

    def fill_menu(self, menu: QMenu) -> None:
        """Put everything that the tab can do into a menu."""
        fill(menu, self.toolbar, self.requests, self.details, self.planning)
        menu.addMenu(self.print_menu)

    # answers

    def _on_state_wanted(self, task_id: TaskId, state: TaskState) -> None:
        if state is TaskState.WAITING:
            self.details.ask_wait(task_id)
        else:
            self.deeds.move(self.task(task_id), state)

    def _on_month_opened(self, day: date) -> None:
        self.go_to(day)
        self.show_view(View.MONTH)

    def _on_changes_made(self, changes: Changes) -> None:
        if Kind.COMMEMORATION in changes.touched:
            calendar = self._services.commemorations.calendar()
            self._scene = replace(self._scene, calendar=calendar)
            self.deeds.use_calendar(calendar)
            self._show()
        if self._year is not None and changes.touched & {Kind.TASK, Kind.PLAN}:
            self._load()

    def look_at_clock(self) -> None:
        """Go on to the new day when midnight has passed: the window may stay open for days."""
        today, before = self._services.today(), self._scene.today
        if today == before or self._year is None:
            return
        if self._scene.day == before and today.year == self._year:
            self._scene = replace(self._scene, day=today)
        self._load()

    def _on_split(self, _position: int, _index: int) -> None:
        self._preferences.set_state("calendar/split", self._split.saveState())
